"""A topik that names an activity, a solution or a wish, but no gap (guideline 3)."""

from collections.abc import Iterator
from dataclasses import replace

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding, Suggestion
from nlp.rewriting import offered, rewrite_activity, whys
from nlp.rule import Rule, is_clear, judged

RULE = Rule("TOPIK_BUKAN_MASALAH", "3", "error", "topik", ("topik",))
_MESSAGE = "Topik ini belum menyebut masalah, potensi masalah, atau gap. Temukan sebabnya: "
_WHY = (
    "Bimbingan kinerja berangkat dari apa yang menghambat atau dapat menghambat RHK. Nama "
    "kegiatan, solusi, permohonan, atau tugas rutin belum menunjukkan apa yang perlu diatasi."
)
_LEAST = 0.7


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding when the topik is labelled BUKAN_MASALAH, with questions towards its why.

    A finished topik is never a problem either, but only TOPIK_SUDAH_SELESAI says so.
    """
    for part in form.of("topik"):
        verdict = part.labels["masalah"]
        if not is_clear(verdict, "BUKAN_MASALAH", _LEAST):
            continue
        if part.labels["selesai"].label == "SELESAI":
            continue
        questions = whys(part.text)
        found = judged(RULE, part, verdict, _MESSAGE + questions[0], _WHY)
        yield replace(found, questions=questions)


def rewrite(form: AnalyzedForm, finding: Finding) -> Iterator[Suggestion]:
    """Candidate rewrites of the text the finding is about, best first, not yet proved."""
    text = form.parts[finding.pointer].text
    yield from offered(form, finding.pointer, rewrite_activity(text))
