"""A feedback about nothing in particular, or a copied behaviour line (guideline 8)."""

from collections.abc import Iterator
from dataclasses import replace

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding, Suggestion
from nlp.rewriting import add_occasion, offered
from nlp.rule import Rule, is_clear, judged
from nlp.text import copied_lines

RULE = Rule("FEEDBACK_TIDAK_SPESIFIK", "8", "error", "umpan_balik", ("umpan_balik",))
_MESSAGE = "Umpan balik ini belum menyebut perilaku, pekerjaan, atau peristiwa tertentu."
_WHY = (
    "Pegawai hanya dapat mengulangi atau memperbaiki hal yang disebut. Umpan balik yang cocok "
    "untuk siapa saja juga tidak dapat menjadi bukti bila penilaian dipersoalkan."
)
_LEAST = 0.6


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding for every feedback labelled TIDAK_SPESIFIK or made of copied lines.

    A copy is a fact of comparison: it is told even where the classifier sees a behaviour in it,
    then without a confidence, which has not been measured for that disagreement.
    """
    for part in form.of("umpan_balik"):
        verdict = part.labels["spesifik"]
        agreed = is_clear(verdict, "TIDAK_SPESIFIK", _LEAST)
        lines = copied_lines(part.text)
        if not agreed and not lines:
            continue
        message = _MESSAGE
        if lines:
            named = " dan ".join(f"“{line}”" for line in lines)
            message = (
                f"Umpan balik ini menyalin atau menyangkal panduan perilaku BerAKHLAK {named}."
            )
        if not agreed:
            verdict = replace(verdict, probability=None, evidence=(), abstain=False)
        yield judged(RULE, part, verdict, message, _WHY)


def rewrite(form: AnalyzedForm, finding: Finding) -> Iterator[Suggestion]:
    """Candidate rewrites of the text the finding is about, best first, not yet proved."""
    part = form.parts[finding.pointer]
    tone = part.labels["sentimen"].label
    yield from offered(form, finding.pointer, add_occasion(part.text, tone))
