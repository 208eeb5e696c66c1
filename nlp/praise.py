"""The opening line of a review: what is good, said before what is to be mended.

Reviewers open with brief praise (Bahan Paparan Pembinaan Kinerja, 10 July 2025). Praise is earned:
full points, and classifiers that are sure of it. Kesinambungan is never praised, for a broken link
is seldom noticed.
"""

from nlp.analysis import AnalyzedForm
from nlp.form import Field

_MOST = 2
_PRAISE: dict[str, str] = {
    "topik": "topik sudah menyebut persoalan yang perlu diatasi",
    "hasil": "hasil yang diharapkan sudah konkret",
    "rtl": "rencana tindak lanjut sudah berupa langkah yang dapat dijadwalkan",
    "indikator": "indikator sudah terukur",
    "umpan_balik": "umpan balik sudah menyebut hal yang jelas",
    "dialog": "dialog sudah tercatat",
    "administrasi": "formulir sudah lengkap dan disetujui",
}
_ALL = "Formulir ini sudah baik pada semua bagian yang dinilai."
GOOD: dict[Field, dict[str, str]] = {
    "topik": {"selesai": "BERJALAN", "masalah": "MASALAH"},
    "hasil": {"konkret": "KONKRET"},
    "rtl": {"kendali": "DALAM_KENDALI", "spesifik": "SPESIFIK"},
    "indikator": {"terukur": "TERUKUR"},
    "umpan_balik": {"spesifik": "SPESIFIK"},
    "catatan": {},
}
"""The labels of a good text of each field."""


def opening(form: AnalyzedForm, aspects: dict[str, float | None]) -> str | None:
    """One Indonesian sentence about at most two things that are good; None where nothing is.

    In: the analysed form and its points per aspect.
    """
    doubted = {part.field for part in form.parts.values() if not _surely_good(form, part.pointer)}
    good = [name for name in _PRAISE if aspects[name] == 100 and name not in doubted]
    if not good:
        return None
    if not doubted and all(value in (None, 100) for value in aspects.values()):
        return _ALL
    said = " dan ".join(_PRAISE[name] for name in good[:_MOST])
    return f"{said[0].upper()}{said[1:]}."


def _surely_good(form: AnalyzedForm, pointer: str) -> bool:
    part = form.parts[pointer]
    return all(
        part.labels[name].label == label and not part.labels[name].abstain
        for name, label in GOOD[part.field].items()
    )
