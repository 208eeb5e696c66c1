"""What the reviewer says: findings, suggestions, predictions and the review as a whole.

All offsets are Unicode code points in the field's text exactly as it was sent.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]
Grade = Literal["sangat_baik", "baik", "perlu_perbaikan", "belum_sesuai"]
Level = Literal["none", "konseling", "rujukan"]
SlotType = Literal["angka", "tanggal", "orang", "dokumen", "teks"]


class Span(NamedTuple):
    """Half-open stretch ``[start, end)`` in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of the same text that led to the judgement, and what it says (Indonesian)."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A gap ``[name]`` in a suggestion that only a person can fill; offsets are in its text.

    ``type`` says what belongs there; ``default`` is what the form itself states for it elsewhere,
    None where it states nothing.
    """

    name: str
    start: int
    end: int
    hint: str
    example: str
    type: SlotType = "teks"
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A rewrite of the field's text.

    ``pointer`` is the field that the text replaces when it is not the finding's own.
    ``verified`` is true only after the text, slots filled with their examples, was put back into
    the form and reviewed again: its rule silent, no other rule newly firing (guideline 14).
    """

    text: str
    slots: tuple[Slot, ...] = ()
    verified: bool = False
    pointer: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place (contract, "Finding").

    ``confidence`` is a calibrated probability, a precision measured on the corpus, 1.0 for plain
    facts, or None where nothing has been measured. ``pair`` names a broken link of the chain,
    ``related`` and ``related_span`` its earlier end. ``lift`` is what mending it adds to the score,
    None where there is no score.
    """

    rule: str
    pointer: str
    span: Span | None
    quote: str | None
    severity: Severity
    message: str
    why: str
    guideline: str
    confidence: float | None = None
    needs_review: bool = False
    primary: bool = False
    evidence: tuple[Evidence, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    questions: tuple[str, ...] = ()
    pair: str | None = None
    related: str | None = None
    related_span: Span | None = None
    lift: float | None = None


@dataclass(frozen=True, slots=True)
class Prediction:
    """A classifier's answer about one text.

    ``probability`` is calibrated. ``abstain`` asks for a human look. ``items`` are the numbers
    of guideline 13, for the konseling task alone.
    """

    label: str
    probability: float | None = None
    evidence: tuple[Evidence, ...] = ()
    abstain: bool = False
    items: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Jp:
    """Whether the form earns its 2 hours of development, and what is still missing, in order."""

    eligible: bool
    hours: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Triage:
    """Whether the text asks for counselling or professional help, with the guideline's items."""

    level: Level = "none"
    items: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a counselling format; what only a person knows is a slot of ``text``."""

    label: str
    text: str
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A skeleton for the record of a counselling (``A.3``) or of a referral (``A.4``)."""

    name: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """The answer to one form. Scores are 0..100; an aspect that cannot be judged is None.

    ``opening`` says what is good, None where nothing is; ``rejected`` counts the candidate
    suggestions that failed their proof and are not shown.
    """

    form_id: str | None
    score: float | None
    grade: Grade | None
    aspects: dict[str, float | None]
    findings: tuple[Finding, ...]
    jp: Jp
    triage: Triage
    versions: dict[str, object] = field(default_factory=dict)
    format: Format | None = None
    opening: str | None = None
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class FieldCheck:
    """The answer about one field while it is typed: findings, and the classifiers' own words.

    ``rejected`` counts as in :class:`Review`.
    """

    findings: tuple[Finding, ...]
    labels: dict[str, Prediction]
    versions: dict[str, object] = field(default_factory=dict)
    rejected: int = 0
