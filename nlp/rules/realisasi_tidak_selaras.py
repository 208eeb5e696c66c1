"""A realisation that its icon, text or predikat contradicts (guideline 9)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm, Part
from nlp.finding import Evidence, Finding
from nlp.form import POOR, UmpanBalik
from nlp.rule import Rule
from nlp.text import Mark
from nlp.text.achievement import is_time, lower_is_better, says_reached, says_short

RULE = Rule("REALISASI_TIDAK_SELARAS", "9", "error", "umpan_balik")
_GOOD = frozenset(("baik", "sangat_baik"))
# Praise goes with most of a target; below half of it the figures speak against it.
_LITTLE = 0.5
_WHY = (
    "Umpan balik dipakai sebagai bukti penilaian. Angka, ikon, teks, dan predikat yang "
    "bertentangan membuat bukti itu tidak dapat dipakai."
)


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding for every realisation that contradicts what stands beside it."""
    for number, given in enumerate(form.form.umpan_balik):
        part = form.parts.get(f"/umpan_balik/{number}/teks")
        share = _share(given, part)
        if share is None:
            continue
        said, words = _contradiction(given, part, share)
        if said is None:
            continue
        evidence: tuple[Evidence, ...] = ()
        if words is not None and part is not None:
            span = part.text.span(words.first, words.last)
            evidence = (Evidence(span.start, span.end, said),)
        yield Finding(
            RULE.id,
            f"/umpan_balik/{number}/realisasi",
            None,
            None,
            RULE.severity,
            f"{_figures(given)} tidak selaras: {said}.",
            _WHY,
            RULE.guideline,
            evidence=evidence,
        )


def _share(given: UmpanBalik, part: Part | None) -> float | None:
    """How much of the target is reached, 1.0 and more for all of it; None where it is not known.

    Less time than planned is never judged here: whether that is good only the text says
    (REALISASI_AMBIGU).
    """
    target, realised, unit = given.target, given.realisasi, given.satuan or ""
    if target is None or realised is None or target < 0 or realised < 0:
        return None
    if is_time(unit):
        return None if realised < target else (target / realised if realised else 1.0)
    if lower_is_better(unit, part.text if part else None):
        return 1.0 if realised <= target else target / realised
    return realised / target if target else None


def _contradiction(
    given: UmpanBalik, part: Part | None, share: float
) -> tuple[str | None, Mark | None]:
    """What speaks against the figures, and the words that do; None and None where nothing does."""
    reached = says_reached(part.text) if part else None
    short = says_short(part.text) if part else None
    if share < 1 and reached is not None and short is None:
        return "teksnya menyatakan target tercapai", reached
    if share >= 1 and short is not None and reached is None:
        return "teksnya menyatakan target belum tercapai", short
    if share < _LITTLE and short is None:
        if given.predikat in _GOOD:
            return f"predikatnya {_spoken(given.predikat)}", None
        if given.ikon == "positif":
            return "ikonnya positif", None
    sentiment = part.labels["sentimen"].label if part else "netral"
    if share >= 1 and sentiment in ("positif", "netral"):
        if given.predikat in POOR:
            return f"predikatnya {_spoken(given.predikat)}", None
        if given.ikon == "negatif":
            return "ikonnya negatif", None
    return None, None


def _figures(given: UmpanBalik) -> str:
    return (
        f"Realisasi {given.realisasi:g} dari target {given.target:g} {given.satuan or ''}".strip()
    )


def _spoken(predikat: str) -> str:
    return predikat.replace("_", " ")
