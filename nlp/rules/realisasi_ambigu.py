"""A realisation in time below its target that the text does not explain (guideline 9)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding
from nlp.rule import Rule
from nlp.text.achievement import explains_time, is_time

RULE = Rule("REALISASI_AMBIGU", "9", "warning", "umpan_balik")
_WHY = (
    "Angka waktu di bawah target dapat berarti pekerjaan lebih cepat selesai atau baru sebentar "
    "berjalan. Tuliskan yang mana di teks umpan balik."
)


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding for every unit of time with less realised than aimed at and no word about it."""
    for number, given in enumerate(form.form.umpan_balik):
        target, realised, unit = given.target, given.realisasi, given.satuan or ""
        if target is None or realised is None or not is_time(unit) or realised >= target:
            continue
        part = form.parts.get(f"/umpan_balik/{number}/teks")
        if part is not None and explains_time(part.text):
            continue
        yield Finding(
            RULE.id,
            f"/umpan_balik/{number}/realisasi",
            None,
            None,
            RULE.severity,
            f"Realisasi {realised:g} dari target {target:g} {unit} belum jelas artinya: lebih "
            "cepat dari rencana, atau belum selesai?",
            _WHY,
            RULE.guideline,
        )
