"""What a column is, by its name: a text of the form, a label, context, or nothing we read.

The names of the texts are those that real files carry (domain facts: "indikator ketercapaian",
"capaian konkrit", "rencana TL", …).
"""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "task", "label", "field", "task_name", "context", "about"]


@dataclass(frozen=True, slots=True)
class Role:
    """``kind`` says what a column is for; ``value`` which text, task or context key."""

    kind: Kind
    value: str = ""


_TEXTS = {
    "topik": "topik; topik bimbingan; topik pembahasan; topik permasalahan; permasalahan",
    "hasil": "hasil; hasil yang diharapkan; hasil diharapkan; capaian; capaian konkrit;"
    " capaian konkret; capaian yang diharapkan; capaian konkrit yang diharapkan;"
    " capaian konkret yang diharapkan",
    "rtl": "rtl; rencana tl; rencana tindak lanjut; rencana aksi; tindak lanjut",
    "indikator": "indikator; indicator; indikator keberhasilan; indikator ketercapaian;"
    " indikator capaian",
    "umpan_balik": "umpan balik; umpan balik atasan; teks umpan balik; feedback",
    "catatan": "catatan; catatan dialog; dialog catatan",
    "": "teks; text; isian; isi; kalimat",
}
_TASKS = {
    "terukur": "terukur; tidak terukur; indikator tidak terukur",
    "konkret": "konkret; konkrit; tidak konkret; tidak konkrit; hasil tidak konkret",
    "selesai": "selesai; sudah selesai; topik selesai; topik sudah selesai; berjalan",
    "masalah": "masalah; bukan masalah; topik masalah; topik bukan masalah",
    "kendali": "kendali; dalam kendali; di luar kendali; diluar kendali; rtl di luar kendali",
    "rtl_spesifik": "rtl spesifik; spesifik rtl; rtl tidak spesifik",
    "sentimen": "sentimen; sentiment",
    "arahan": "arahan; ada arahan; tanpa arahan; feedback tanpa arahan",
    "umpan_balik_spesifik": "umpan balik spesifik; spesifik umpan balik; feedback spesifik;"
    " feedback tidak spesifik; umpan balik tidak spesifik",
    "spesifik": "spesifik; tidak spesifik",
    "konseling": "konseling",
    "butir": "butir; butir konseling; nomor butir; items; konseling items",
    "sinkron": "sinkron; tidak sinkron; sinkron topik hasil; sinkron topik rtl;"
    " sinkron rtl indikator",
}
_CONTEXT = {
    "tahun": "tahun; tahun formulir",
    "triwulan": "triwulan; tw",
    "jabatan": "jabatan; jabatan pegawai",
    "ikon": "ikon; ikon umpan balik",
    "predikat": "predikat; predikat kinerja",
    "pasangan": "pasangan",
    "sebelumnya": "sebelumnya; teks sebelumnya",
}
_ABOUT = {
    "group": "group; kelompok; grup",
    "form": "form id; id form; formulir; id formulir; nomor formulir",
    "id": "id",
    "unit": "unit; unit kerja",
}
_OTHER: dict[Kind, str] = {
    "label": "label; labels; anotasi; kelas; kategori",
    "field": "bidang; field; kolom",
    "task_name": "tugas; task",
}
IGNORED = "diabaikan"
"""What is said of a column that is none of ours."""
LOOKED_FOR = (
    "teks (bidang + teks, atau kolom bernama topik, hasil, rtl, indikator, umpan_balik, catatan) "
    "dan label (label, atau terukur, konkret, selesai, masalah, kendali, spesifik, sentimen, "
    "arahan, konseling, butir, sinkron)"
)
"""Names for the message when a file has none of them."""


def plain(name: object) -> str:
    """A name for comparison: lower case, every run of other signs than letters a space."""
    return re.sub(r"[\W_]+", " ", str(name)).strip().casefold()


def bare(name: str) -> str:
    """A column's name without the word "label" before or after it."""
    return plain(name).removeprefix("label ").removesuffix(" label")


def _roles() -> dict[str, Role]:
    groups: tuple[tuple[Kind, dict[str, str]], ...] = (
        ("text", _TEXTS),
        ("task", _TASKS),
        ("context", _CONTEXT),
        ("about", _ABOUT),
    )
    found = {
        name: Role(kind, value)
        for kind, names in groups
        for value, listed in names.items()
        for name in listed.split("; ")
    }
    for kind, listed in _OTHER.items():
        found |= {name: Role(kind) for name in listed.split("; ")}
    return found


_ROLES = _roles()


def role_of(name: str) -> Role | None:
    """What a column of this name is for, None when it is none of ours."""
    return _ROLES.get(bare(name))


def field_of(value: object) -> str | None:
    """The field that a cell such as "Indikator Keberhasilan" names; ``konseling`` is one too."""
    role = _ROLES.get(plain(value))
    if plain(value) == "konseling":
        return "konseling"
    return role.value if role and role.kind == "text" and role.value else None


def meaning(role: Role | None) -> str:
    """A role in a few Indonesian words, for the person who reads the list of columns."""
    if role is None:
        return IGNORED
    named = role.value.replace("_", " ")
    return {
        "text": f"teks {named}".strip(),
        "task": f"label {named}",
        "label": "label",
        "field": "nama bidang",
        "task_name": "nama tugas",
        "context": f"konteks {named}",
        "about": {"group": "kelompok", "form": "formulir", "unit": "unit kerja"}.get(
            named, "pengenal"
        ),
    }[role.kind]
