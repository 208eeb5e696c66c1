"""What a rule is: a frozen description beside functions; and how a label becomes a finding."""

from dataclasses import dataclass, replace

from nlp.analysis import Part
from nlp.finding import Finding, Prediction, Severity, Span
from nlp.form import Field


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's identity.

    ``id`` is for ever and equals the file stem in capitals; ``guideline`` is the section of the
    annotation guide that defines it; ``fields`` are the texts it reads (empty: the form as a
    whole); ``aspect`` is the part of the score it touches.
    """

    id: str
    guideline: str
    severity: Severity
    aspect: str
    fields: tuple[Field, ...] = ()


def is_clear(verdict: Prediction, label: str, least: float) -> bool:
    """Whether a verdict is this label, and its probability at least so high.

    Faults are rarer in whole forms than in the texts the models learnt from, so a text must speak
    more clearly than for its likeliest label: better to say nothing than to say the wrong thing.
    """
    return verdict.label == label and (verdict.probability or 0.0) >= least


def marked(part: Part, verdict: Prediction) -> tuple[Span, str | None]:
    """Where a verdict shows, and why: its first evidence, else the whole text without a reason."""
    if verdict.evidence:
        first = verdict.evidence[0]
        return Span(first.start, first.end), first.reason
    return part.text.span(0, len(part.text.words) - 1), None


def judged(rule: Rule, part: Part, verdict: Prediction, message: str, why: str) -> Finding:
    """The finding for a verdict about a text.

    In: the rule, the text's part, the classifier's verdict, and the words for the user. Out: a
    finding at the words that decided; where the classifier abstains it is a warning that asks for
    a human look.
    """
    span, _ = marked(part, verdict)
    return Finding(
        rule.id,
        part.pointer,
        span,
        part.text.raw[span.start : span.end],
        "warning" if verdict.abstain else rule.severity,
        message,
        why,
        rule.guideline,
        verdict.probability,
        verdict.abstain,
        evidence=verdict.evidence,
    )


def wordless(finding: Finding) -> Finding:
    """The finding without place, quote and evidence: of a call for help nothing is repeated."""
    return replace(finding, span=None, quote=None, evidence=())
