"""Score, grade and JP: what the form has earned.

A score is earned from what is there, aspect by aspect: an empty form earns 0. Findings take away a
share of what a filled field earned; filling a required field or mending a fault never lowers it.
"""

from collections.abc import Iterable

from nlp.analysis import AnalyzedForm, is_blank, links
from nlp.finding import Finding, Grade, Jp
from nlp.form import Form

# How much each aspect counts; an aspect that cannot be judged is left out and the rest counts on.
WEIGHTS = {
    "topik": 20.0,
    "hasil": 15.0,
    "rtl": 20.0,
    "indikator": 20.0,
    "sinkron": 10.0,
    "dialog": 10.0,
    "administrasi": 5.0,
    "umpan_balik": 10.0,
}
# What a filled field still earns with a finding of this severity in it.
_KEEPS = {"error": 40.0, "warning": 70.0, "info": 100.0}
# What asks for somebody's help is no fault of the form, and a copy shows only among other forms:
# a form has the same score alone and in any batch.
_UNSCORED = frozenset(("PERLU_KONSELING", "PERLU_RUJUKAN_PROFESIONAL", "FEEDBACK_SALINAN"))
_GRADES: tuple[tuple[float, Grade], ...] = (
    (90.0, "sangat_baik"),
    (75.0, "baik"),
    (50.0, "perlu_perbaikan"),
    (0.0, "belum_sesuai"),
)


def aspects(form: AnalyzedForm, findings: Iterable[Finding]) -> dict[str, float | None]:
    """Points per aspect, 0..100; None for an aspect nothing can be said about.

    In: the analysed form and all its findings. Out: one entry for every aspect of the contract.
    ``umpan_balik`` is None while no feedback is given. A broken link costs ``sinkron`` alone.
    """
    found = [finding for finding in findings if finding.rule not in _UNSCORED]
    broken = [finding for finding in found if finding.pair]
    found = [finding for finding in found if not finding.pair]
    data = form.form
    steps = data.tindak_lanjut
    rtl = [_earned(form, f"/tindak_lanjut/{i}/rtl", found) for i in range(len(steps))]
    measures = [_earned(form, f"/tindak_lanjut/{i}/indikator", found) for i in range(len(steps))]
    feedback = [
        _feedback(form, number, found)
        for number, given in enumerate(data.umpan_balik)
        if not is_blank(given.teks)
    ]
    return {
        "topik": _earned(form, "/topik", found),
        "hasil": _earned(form, "/hasil", found),
        "rtl": _mean(rtl),
        "indikator": _mean(measures),
        "sinkron": _chain(form, broken),
        "dialog": 50.0 * bool(data.dialog.tanggal) + _earned(form, "/dialog/catatan", found) / 2,
        "administrasi": round(100.0 * data.disetujui_atasan * _filled(form), 1),
        "umpan_balik": _mean(feedback) if feedback else None,
    }


def total(parts: dict[str, float | None]) -> float:
    """The weighted mean of the judged aspects, 0..100, to one decimal."""
    judged = [(WEIGHTS[name], value) for name, value in parts.items() if value is not None]
    weight = sum(w for w, _ in judged)
    return round(sum(w * value for w, value in judged) / weight, 1) if weight else 0.0


def grade(score: float) -> Grade:
    """The grade for a score of 0..100."""
    return next(name for least, name in _GRADES if score >= least)


def jp(form: Form, findings: Iterable[Finding] = ()) -> Jp:
    """Whether the form earns its 2 JP (guideline 12), with what is missing in the order to mend it.

    Quality findings do not matter here; completeness, dialog, finished indikator and approval do.
    A dialog that a text says is still to come is a finding and counts as none.
    """
    reasons = []
    steps = form.tindak_lanjut
    if (
        is_blank(form.topik)
        or is_blank(form.hasil)
        or not steps
        or any(is_blank(s.rtl) for s in steps)
    ):
        reasons.append("FORM_TIDAK_LENGKAP")
    if any(is_blank(step.indikator) for step in steps):
        reasons.append("INDIKATOR_KURANG")
    undone = any(finding.rule == "DIALOG_BELUM_DILAKUKAN" for finding in findings)
    if undone or not form.dialog.tanggal or is_blank(form.dialog.catatan):
        reasons.append("DIALOG_BELUM_DILAKUKAN")
    if not form.disetujui_atasan:
        reasons.append("BELUM_DISETUJUI")
    if not steps or not all(step.selesai for step in steps):
        reasons.append("INDIKATOR_BELUM_SELESAI")
    if form.jenis != "bimbingan":
        reasons.append("BUKAN_BIMBINGAN")
    return Jp(not reasons, 0 if reasons else 2, tuple(reasons))


def _earned(form: AnalyzedForm, pointer: str, findings: list[Finding]) -> float:
    if pointer not in form.parts:
        return 0.0
    return min((_KEEPS[f.severity] for f in findings if f.pointer == pointer), default=100.0)


def _chain(form: AnalyzedForm, broken: list[Finding]) -> float:
    """The mean over the links a whole form has; one that cannot be judged yet earns nothing."""
    wanted = 1 + 2 * max(len(form.form.tindak_lanjut), 1)
    earned = sum(
        min((_KEEPS[f.severity] for f in broken if f.pointer == later), default=100.0)
        for _, _, later in links(form.parts)
    )
    return round(earned / wanted, 1)


def _feedback(form: AnalyzedForm, number: int, findings: list[Finding]) -> float:
    place = f"/umpan_balik/{number}/"
    return min((_KEEPS[f.severity] for f in findings if f.pointer.startswith(place)), default=100.0)


def _filled(form: AnalyzedForm) -> float:
    """The share of the required texts that are filled."""
    data = form.form
    needed = ["/topik", "/hasil"]
    for i in range(max(len(data.tindak_lanjut), 1)):
        needed += [f"/tindak_lanjut/{i}/rtl", f"/tindak_lanjut/{i}/indikator"]
    return sum(pointer in form.parts for pointer in needed) / len(needed)


def _mean(values: list[float]) -> float:
    return round(sum(values) / len(values), 1) if values else 0.0
