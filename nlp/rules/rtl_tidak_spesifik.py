"""An RTL that cannot be put into a calendar (guideline 5)."""

from collections.abc import Iterator
from dataclasses import replace

from nlp.analysis import AnalyzedForm
from nlp.finding import Evidence, Finding, Suggestion
from nlp.rewriting import offered, rewrite_step
from nlp.rule import Rule, is_clear, judged, marked
from nlp.text import Text

RULE = Rule("RTL_TIDAK_SPESIFIK", "5", "error", "rtl", ("rtl",))
_WHY = (
    "Rencana tindak lanjut adalah tindakan yang dapat dijadwalkan: apa yang dikerjakan, atau apa "
    "yang dipelajari dan bersama siapa."
)
_REASONS = {
    "tunggu": "hanya menunggu",
    "batin": "keadaan batin, bukan tindakan",
    "tren": "perubahan, bukan tindakan",
    "pokok_mutu": "mutu, bukan tindakan",
    "mutu": "keterangan mutu, bukan tindakan",
}

_LEARNING = "pokok atau teman belajarnya belum jelas"
_LEAST = 0.75


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding for every RTL labelled TIDAK_SPESIFIK, at the words that make it so."""
    for part in form.of("rtl"):
        verdict = part.labels["spesifik"]
        if not is_clear(verdict, "TIDAK_SPESIFIK", _LEAST):
            continue
        verdict = replace(verdict, evidence=_vague(part.text))
        span, reason = marked(part, verdict)
        quote = part.text.raw[span.start : span.end]
        said = (
            f"“{quote}” – {reason}" if reason else "belum menyebut tindakan yang dapat dijadwalkan"
        )
        yield judged(RULE, part, verdict, f"RTL belum spesifik: {said}.", _WHY)


def rewrite(form: AnalyzedForm, finding: Finding) -> Iterator[Suggestion]:
    """Candidate rewrites of the text the finding is about, best first, not yet proved."""
    text = form.parts[finding.pointer].text
    yield from offered(form, finding.pointer, rewrite_step(text))


def _vague(text: Text) -> tuple[Evidence, ...]:
    """The words that stand where an act should: the first wait, state, trend or quality."""
    return tuple(
        Evidence(
            *text.span(mark.first, mark.last),
            _LEARNING if text.words[mark.first].morph.root == "ajar" else _REASONS[mark.kind],
        )
        for mark in text.find(*_REASONS)
    )
