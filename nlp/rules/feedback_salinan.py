"""The same feedback for many people of one batch (guideline 8)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm
from nlp.copies import LEAST_PEOPLE
from nlp.finding import Finding, Suggestion
from nlp.rewriting import add_occasion, offered
from nlp.rule import Rule

RULE = Rule("FEEDBACK_SALINAN", "8", "warning", "umpan_balik", ("umpan_balik",))
_WHY = (
    "Umpan balik adalah reaksi atas sesuatu yang dilakukan seseorang. Kalimat yang sama untuk "
    "banyak pegawai tidak menunjukkan apa yang dilakukan masing-masing, dan lemah sebagai bukti."
)


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding for every feedback given to at least three people of the batch.

    Silent for a form reviewed alone. Nothing is said of whom the others are.
    """
    for part in form.of("umpan_balik"):
        others = form.copies.get(part.pointer, 0)
        if 1 + others < LEAST_PEOPLE:
            continue
        span = part.text.span(0, len(part.text.words) - 1)
        yield Finding(
            RULE.id,
            part.pointer,
            span,
            part.text.raw[span.start : span.end],
            RULE.severity,
            f"Umpan balik ini sama dengan yang diberikan kepada {others} pegawai lain dalam "
            "kumpulan ini.",
            _WHY,
            RULE.guideline,
            1.0,
        )


def rewrite(form: AnalyzedForm, finding: Finding) -> Iterator[Suggestion]:
    """The text with the employee's own piece of work, which only the superior knows."""
    part = form.parts[finding.pointer]
    tone = part.labels["sentimen"].label
    yield from offered(form, finding.pointer, add_occasion(part.text, tone))
