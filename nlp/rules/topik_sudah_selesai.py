"""A topik about work that is already done (guideline 2)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding, Suggestion
from nlp.rewriting import offered, rewrite_topik
from nlp.rule import Rule, is_clear, judged

RULE = Rule("TOPIK_SUDAH_SELESAI", "2", "error", "topik", ("topik",))
_MESSAGE = (
    "Topik ini menyatakan pekerjaan yang sudah terlaksana, tanpa masalah atau sisa yang masih "
    "terbuka."
)
_WHY = (
    "Bimbingan kinerja mencegah kegagalan ke depan; pekerjaan yang telah terlaksana tidak perlu "
    "dijadikan topik. Pilih yang masih berjalan atau tuliskan apa yang masih dapat diperbaiki "
    "darinya."
)
_LEAST = 0.75


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding when the topik is labelled SELESAI, at the words that say so."""
    for part in form.of("topik"):
        verdict = part.labels["selesai"]
        if is_clear(verdict, "SELESAI", _LEAST):
            yield judged(RULE, part, verdict, _MESSAGE, _WHY)


def rewrite(form: AnalyzedForm, finding: Finding) -> Iterator[Suggestion]:
    """Candidate rewrites of the text the finding is about, best first, not yet proved."""
    text = form.parts[finding.pointer].text
    yield from offered(form, finding.pointer, rewrite_topik(text))
