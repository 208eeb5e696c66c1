"""A misspelt word (contract, "EJAAN"): a hint that costs nothing in the score."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding, Span, Suggestion
from nlp.rule import Rule
from nlp.text.spelling import misspellings

RULE = Rule(
    "EJAAN",
    "14",
    "info",
    "administrasi",
    ("topik", "hasil", "rtl", "indikator", "catatan", "umpan_balik"),
)
# A text with more faults than this is not read word by word. Every proof reads the whole text
# again, so that only the first are proved; the message names the replacement in any case.
_SHOWN, _PROVED = 40, 8
_WHY = (
    "Formulir dibaca atasan dan pengelola kepegawaian sebagai dokumen resmi; ejaan baku "
    "memudahkannya dibaca dan dicari. Temuan ini tidak mengurangi nilai."
)


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding for every misspelt word of every free text, at the word; forty at most."""
    for part in form.parts.values():
        for wrong in misspellings(part.text)[:_SHOWN]:
            quote = part.text.raw[wrong.start : wrong.end]
            yield Finding(
                RULE.id,
                part.pointer,
                Span(wrong.start, wrong.end),
                quote,
                RULE.severity,
                f"“{quote}” sebaiknya ditulis “{wrong.meant}”.",
                _WHY,
                RULE.guideline,
            )


def rewrite(form: AnalyzedForm, finding: Finding) -> Iterator[Suggestion]:
    """The text with this one word mended, not yet proved; none far down a text full of faults."""
    text = form.parts[finding.pointer].text
    for wrong in misspellings(text)[:_PROVED]:
        if finding.span == (wrong.start, wrong.end):
            yield Suggestion(text.raw[: wrong.start] + wrong.meant + text.raw[wrong.end :])
