"""What people call the fields of the form, in texts and in column headings of their files."""

import re
import unicodedata

from nlp.form import Field

SYNONYMS: dict[Field, tuple[str, ...]] = {
    "topik": (
        "topik", "topik bimbingan", "topik bimbingan kinerja", "topik konseling",
        "topik konseling kinerja", "topik pembinaan", "topik pembinaan kinerja",
        "topik permasalahan", "topik masalah", "permasalahan", "pokok permasalahan", "masalah",
    ),
    "hasil": (
        "hasil", "hasil yang diharapkan", "hasil diharapkan", "hasil yang ingin dicapai",
        "hasil bimbingan", "capaian konkret", "capaian konkrit", "capaian yang diharapkan",
    ),
    "rtl": (
        "rtl", "rencana tindak lanjut", "rencana tl", "tindak lanjut", "rencana aksi",
    ),
    "indikator": (
        "indikator", "indikator keberhasilan", "indikator ketercapaian", "indikator capaian",
        "indikator pencapaian", "indikator rtl", "indikator tindak lanjut",
        "ukuran keberhasilan", "kriteria keberhasilan",
    ),
    "umpan_balik": (
        "umpan balik", "umpan balik atasan", "umpan balik berkelanjutan", "umpan balik kinerja",
        "feedback", "feedback atasan",
    ),
    "catatan": (
        "catatan", "catatan dialog", "catatan dialog kinerja", "catatan bimbingan",
        "notula dialog", "notulen dialog",
    ),
}  # fmt: skip
"""Each field with its names, in lower case, without marks and numbers."""

LONGEST_LABEL = 60
"""A label longer than this, in letters, is a sentence."""

_SHORTEST_MISTYPED = 5
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_FILLERS = frozenset({"ke", "no", "nomor"})
_FIELDS: dict[str, Field] = {name: field for field, names in SYNONYMS.items() for name in names}


def field_of(label: str) -> Field | None:
    """The field a label or column heading names; None when it names none, or two.

    Case, marks, numbers, an aside in brackets and what stands after a slash do not count, nor does
    one letter too many, too few, wrong or swapped in a name of five letters or more.
    """
    if len(label) > LONGEST_LABEL:
        return None
    plain = unicodedata.normalize("NFKC", label).casefold()
    readings = (_ASIDE.sub(" ", plain), _ASIDE.sub(" ", plain).partition("/")[0])
    names = [name for reading in readings if (name := _letters(reading))]
    for name in names:
        if name in _FIELDS:
            return _FIELDS[name]
    near = {
        field
        for name in names
        if len(name) >= _SHORTEST_MISTYPED
        for known, field in _FIELDS.items()
        if len(known) >= _SHORTEST_MISTYPED and _one_letter_apart(name, known)
    }
    return near.pop() if len(near) == 1 else None


def _letters(text: str) -> str:
    words = "".join(c if c.isalpha() else " " for c in text).split()
    return " ".join(word for word in words if word not in _FILLERS)


def _one_letter_apart(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])
