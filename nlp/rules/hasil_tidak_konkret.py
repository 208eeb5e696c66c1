"""A hasil nobody could recognise once it is there (guideline 6)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding, Suggestion
from nlp.rewriting import offered, rewrite_hasil
from nlp.rule import Rule, is_clear, judged, marked
from nlp.text import Text
from nlp.text.clause import is_predicate

RULE = Rule("HASIL_TIDAK_KONKRET", "6", "error", "hasil", ("hasil",))
_WHY = (
    "Hasil adalah keadaan akhir atau keluaran yang dapat dikenali bila tercapai. Angka tidak wajib "
    "di sini; itu tugas indikator."
)
_LEAST = 0.8
_DOUBTS = ("batin", "pokok_mutu", "tren", "peristiwa")


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding when the hasil is labelled TIDAK_KONKRET, at the words that make it so.

    A quality beside an output that comes to be takes nothing away from it (guidelines 1 and 6).
    """
    for part in form.of("hasil"):
        verdict = part.labels["konkret"]
        if not is_clear(verdict, "TIDAK_KONKRET", _LEAST):
            continue
        if _comes_to_be(part.text):
            continue
        span, reason = marked(part, verdict)
        quote = part.text.raw[span.start : span.end]
        said = f"“{quote}” adalah {reason}" if reason else "belum tampak wujudnya bila tercapai"
        yield judged(RULE, part, verdict, f"Hasil belum konkret: {said}.", _WHY)


def rewrite(form: AnalyzedForm, finding: Finding) -> Iterator[Suggestion]:
    """Candidate rewrites of the text the finding is about, best first, not yet proved."""
    text = form.parts[finding.pointer].text
    topik = form.parts.get("/topik")
    about = topik.text if topik else None
    yield from offered(
        form, finding.pointer, rewrite_hasil(text, about), *([about] if about else [])
    )


def _comes_to_be(text: Text) -> bool:
    """Whether a thing one can show is said to be made: "Laporan tersusun dengan baik"."""
    quality = {mark.first for mark in text.find("mutu")}
    doubted = any(mark.first not in quality for mark in text.find(*_DOUBTS))
    shown = text.find("bukti")
    if doubted or not shown or any(negator >= 0 for negator in text.negated):
        return False
    traces = {mark.first for mark in text.find("jejak", "wujud")}
    for i, word in enumerate(text.words):
        if i in quality or word.morph.prefix not in ("ter", "di"):
            continue
        made = word.morph.prefix == "ter" and i > shown[0].last and is_predicate(text.words, i)
        if i in traces or made:
            return True
    return False
