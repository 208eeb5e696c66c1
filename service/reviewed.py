"""Forms with where they came from and what the review says, as every kind of output shows them.

Texts that ask for help, and forms of counselling, are health data (UU 27/2022): no output repeats
them; only the notice that a person must look is shown.
"""

import re
from dataclasses import dataclass, field

from nlp.finding import Finding, Review, Severity
from nlp.form import Form
from service.field_names import title_of
from service.schemas import FormIn
from service.terminal import TRIAGE

_PERSONAL = "DATA_PRIBADI"


@dataclass(frozen=True, slots=True)
class Entry:
    """A form and where it came from: sheet, first row (from 1), the cell of each pointer."""

    form: FormIn
    sheet: str = ""
    row: int = 0
    cells: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """What could not be read: places with a sentence each; ``whole``: a form was not reviewed."""

    faults: tuple[tuple[str, str], ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An entry with its review; ``form`` is what was reviewed."""

    entry: Entry
    form: Form
    review: Review


@dataclass(frozen=True, slots=True)
class Line:
    """One finding as it may be shown; empty strings where nothing may or can be said."""

    rule: str
    pointer: str
    title: str
    severity: Severity
    quote: str
    message: str
    why: str
    suggestion: str
    confidence: float | None
    needs_review: bool


def shielded(reviewed: Reviewed) -> bool:
    """Whether no word of this form may be repeated outside the file it came from."""
    return reviewed.review.triage.level != "none" or reviewed.form.jenis != "bimbingan"


def unit_of(reviewed: Reviewed) -> str:
    """The form's unit as one line; “Tanpa unit kerja” when it names none."""
    pegawai = reviewed.form.pegawai
    return " ".join((pegawai.unit_kerja or pegawai.unor or "Tanpa unit kerja").split())


def lines(reviewed: Reviewed) -> tuple[Line, ...]:
    """The findings that may be shown, in form order.

    A form that asks for help gives the notice alone; one of counselling only what was found about
    its completeness. Personal data is masked wherever the findings repeat it.
    """
    level = reviewed.review.triage.level
    if level != "none":
        notice = f"{TRIAGE[level]}."
        return (Line("", "", "Formulir", "warning", "", notice, "", "", None, True),)
    findings = reviewed.review.findings
    if shielded(reviewed):
        findings = tuple(finding for finding in findings if finding.span is None)
    secrets = [f.quote for f in findings if f.rule == _PERSONAL and f.quote]
    return tuple(_line(finding, secrets, shielded(reviewed)) for finding in findings)


def _line(finding: Finding, secrets: list[str], bare: bool) -> Line:
    first = finding.suggestions[0] if finding.suggestions else None
    suggestion = first.text if first and not bare else ""
    if first and first.pointer and suggestion:
        suggestion = f"{title_of(first.pointer)}: {suggestion}"
    return Line(
        finding.rule,
        finding.pointer,
        title_of(finding.pointer),
        finding.severity,
        "" if bare else _masked(finding.quote or "", secrets),
        _masked(finding.message, secrets),
        _masked(finding.why, secrets),
        _masked(suggestion, secrets),
        finding.confidence,
        finding.needs_review,
    )


def _masked(text: str, secrets: list[str]) -> str:
    for secret in secrets:
        text = text.replace(secret, re.sub(r"\w", "•", secret))
    return text
