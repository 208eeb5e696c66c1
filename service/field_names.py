"""How people name the fields of the form: column titles and labels to the form's own addresses.

The names are those of the ministry's form and slide deck, with the variants that real files use.
"""

import difflib
import re
import unicodedata
from functools import lru_cache
from typing import get_args

from nlp.form import Field

COLUMNS: dict[str, tuple[str, ...]] = {
    "/id": (
        "Nomor formulir", "id", "id formulir", "id form", "form id", "nomor form", "kode formulir",
        "kode form", "id bimbingan", "nomor bimbingan", "id pembinaan", "nomor pembinaan", "kode",
        "id bimbingan kinerja", "nomor bimbingan kinerja", "nomor registrasi",
    ),
    "/jenis": (
        "Jenis pembinaan", "jenis", "jenis formulir", "jenis form", "jenis pembinaan kinerja",
        "bentuk pembinaan", "bimbingan atau konseling", "jenis layanan",
    ),
    "/tahun": ("Tahun", "tahun penilaian", "tahun kinerja", "tahun periode"),
    "/triwulan": (
        "Triwulan", "periode", "periode penilaian", "periode triwulan", "kuartal", "quarter",
        "triwulan ke", "periode kinerja",
    ),
    "/pegawai/nip": (
        "NIP pegawai", "nip", "nip pegawai dibimbing", "nip bawahan", "nip pnpk", "nip staf",
        "nomor induk pegawai", "nip baru", "nip pegawai dinilai", "nip asn",
    ),
    "/pegawai/nama": (
        "Nama pegawai", "nama", "nama lengkap", "nama bawahan", "nama staf", "pegawai",
        "nama pegawai dibimbing", "pegawai dibimbing", "nama asn", "nama pegawai dinilai",
    ),
    "/pegawai/jabatan": (
        "Jabatan pegawai", "jabatan", "nama jabatan", "jabatan bawahan", "jabatan staf",
        "jabatan pegawai dibimbing", "jabatan pegawai dinilai",
    ),
    "/pegawai/unit_kerja": (
        "Unit kerja", "unit", "unker", "satker", "satuan kerja", "nama unit kerja", "unit pegawai",
        "unit kerja pegawai", "balai", "unit kerja eselon ii",
    ),
    "/pegawai/unor": (
        "Unit organisasi", "unor", "nama unor", "nama unit organisasi", "unit organisasi pegawai",
        "unit kerja eselon i", "direktorat jenderal",
    ),
    "/pegawai/predikat": (
        "Predikat kinerja pegawai", "predikat", "predikat kinerja", "predikat pegawai",
        "predikat kinerja terakhir", "predikat terakhir", "hasil penilaian kinerja",
    ),
    "/atasan/nip": (
        "NIP atasan", "nip atasan langsung", "nip pejabat penilai", "nip pejabat penilai kinerja",
        "nip pembimbing", "nip penilai", "nip pimpinan", "nip ppk", "nip mentor", "nip coach",
    ),
    "/atasan/nama": (
        "Nama atasan", "atasan", "nama atasan langsung", "atasan langsung", "pejabat penilai",
        "nama pejabat penilai", "pejabat penilai kinerja", "nama pejabat penilai kinerja",
        "nama pembimbing", "pembimbing", "nama penilai", "penilai", "nama pimpinan", "nama mentor",
        "nama coach",
    ),
    "/atasan/jabatan": (
        "Jabatan atasan", "jabatan atasan langsung", "jabatan pejabat penilai", "jabatan penilai",
        "jabatan pejabat penilai kinerja", "jabatan pembimbing", "jabatan pimpinan",
    ),
    "/metode": ("Metode bimbingan", "metode", "metode pembinaan", "metode bimbingan kinerja"),
    "/inisiatif": ("Inisiatif", "inisiator", "inisiatif dari", "inisiatif oleh", "pengusul"),
    "/rhk": (
        "Rencana hasil kerja", "rhk", "rencana hasil kerja pegawai", "rhk dibahas", "rhk pegawai",
        "sasaran kinerja", "rhk terkait", "rencana hasil kerja terkait",
    ),
    "/topik": (
        "Topik", "topic", "topik bimbingan", "topik bimbingan kinerja", "topik pembinaan",
        "topik masalah", "topik permasalahan", "masalah", "permasalahan", "potensi masalah", "isu",
        "masalah atau potensi masalah", "topik pembahasan", "topik pembinaan kinerja",
        "topik dialog", "materi bimbingan", "judul topik",
    ),
    "/hasil": (
        "Hasil yang diharapkan", "hasil", "capaian konkret", "capaian konkrit",
        "capaian diharapkan", "capaian konkret diharapkan", "capaian konkrit diharapkan",
        "harapan hasil", "hasil dicapai", "hasil bimbingan diharapkan", "hasil ingin dicapai",
        "target hasil", "output diharapkan", "hasil konkret", "hasil konkrit", "capaian",
        "hasil bimbingan",
    ),
    "/tindak_lanjut/-/rtl": (
        "RTL", "rencana tindak lanjut", "tindak lanjut", "rencana aksi", "aksi", "uraian rtl",
        "uraian tindak lanjut", "isi rtl", "rencana tindakan", "langkah tindak lanjut",
        "rencana kerja tindak lanjut", "uraian rencana tindak lanjut", "action plan",
    ),
    "/tindak_lanjut/-/indikator": (
        "Indikator", "indikator keberhasilan", "indikator ketercapaian", "indikator capaian",
        "indikator pencapaian", "indikator rtl", "indikator tindak lanjut", "ukuran keberhasilan",
        "indikator keberhasilan rtl", "indikator rencana tindak lanjut", "ketercapaian",
        "indikator ketercapaian rtl", "indikator keberhasilan tindak lanjut", "indikator hasil",
        "indikator keberhasilan rencana tindak lanjut", "keberhasilan",
    ),
    "/tindak_lanjut/-/tenggat": (
        "Tenggat", "tenggat waktu", "batas waktu", "target waktu", "deadline", "waktu penyelesaian",
        "tanggal target", "target selesai", "target penyelesaian", "tenggat rtl", "jatuh tempo",
        "tanggal tenggat", "rencana selesai", "waktu pelaksanaan", "tanggal penyelesaian",
    ),
    "/tindak_lanjut/-/selesai": (
        "Selesai", "status rtl", "status indikator", "indikator selesai", "sudah selesai",
        "status tindak lanjut", "status penyelesaian", "rtl selesai", "tercapai",
        "status ketercapaian", "terlaksana", "selesai rtl", "tindak lanjut selesai",
    ),
    "/tindak_lanjut/-/disetujui": (
        "Indikator disetujui", "persetujuan indikator", "rtl disetujui", "persetujuan rtl",
        "disetujui indikator", "approval indikator", "disetujui rtl", "tindak lanjut disetujui",
        "disetujui tindak lanjut", "disetujui rencana tindak lanjut", "approve indikator",
    ),
    "/dialog/tanggal": (
        "Tanggal dialog", "tanggal dialog kinerja", "waktu dialog", "tanggal pelaksanaan dialog",
        "tanggal pelaksanaan dialog kinerja", "waktu dialog kinerja", "dialog tanggal",
    ),
    "/dialog/catatan": (
        "Catatan dialog", "catatan", "catatan dialog kinerja", "notulen", "notula", "isi dialog",
        "hasil dialog", "ringkasan dialog", "notulen dialog", "hasil dialog kinerja", "dialog",
        "dialog kinerja", "uraian dialog", "catatan bimbingan",
    ),
    "/disetujui_atasan": (
        "Disetujui atasan", "disetujui", "persetujuan", "persetujuan atasan", "approval", "approve",
        "status persetujuan", "status approval", "approval atasan", "disetujui oleh atasan",
        "approve atasan", "approve oleh atasan", "approveoleh atasan", "di approve", "approved",
        "sudah disetujui", "sudah disetujui atasan", "acc atasan", "acc",
    ),
    "/umpan_balik/-/ikon": (
        "Ikon", "icon", "ikon umpan balik", "emoji", "emotikon", "jenis umpan balik", "reaksi",
        "sentimen", "ikon feedback", "icon umpan balik", "simbol", "sifat umpan balik",
    ),
    "/umpan_balik/-/teks": (
        "Umpan balik", "feedback", "umpan balik atasan", "umpan balik pimpinan", "isi umpan balik",
        "teks umpan balik", "umpan balik kinerja", "uraian umpan balik",
        "umpan balik berkelanjutan", "catatan umpan balik", "feedback atasan", "umpan balik teks",
        "umpan balik perilaku", "umpan balik pejabat penilai", "umpan balik diberikan",
    ),
    "/umpan_balik/-/target": ("Target", "target umpan balik", "target kinerja", "jumlah target"),
    "/umpan_balik/-/realisasi": (
        "Realisasi", "realisasi kinerja", "realisasi umpan balik", "realisasi target",
        "capaian realisasi", "jumlah realisasi",
    ),
    "/umpan_balik/-/satuan": ("Satuan", "satuan target", "satuan umpan balik", "satuan realisasi"),
    "/umpan_balik/-/predikat": (
        "Predikat realisasi", "predikat umpan balik", "predikat capaian", "predikat hasil kerja",
    ),
}  # fmt: skip
"""RFC 6901 pointer to the titles it goes by; the first is how we name it. ``-`` is the list's next
item, as in RFC 6902."""

LONGEST_LABEL = 60
"""A label longer than this, in letters, is a sentence."""

_FUZZY = range(7, 50)
"""Titles of other lengths are never matched by likeness: “nip” and “nik” are one letter apart."""
_NEAR = 0.88

_SHORT = {
    "no": "nomor", "nmr": "nomor", "tgl": "tanggal", "thn": "tahun", "th": "tahun",
    "tw": "triwulan", "triw": "triwulan", "twl": "triwulan", "tl": "tindak lanjut",
    "peg": "pegawai", "jab": "jabatan", "bimker": "bimbingan kinerja",
    "bimb": "bimbingan", "indicator": "indikator", "ttg": "", "yg": "", "yang": "", "akan": "",
    "nya": "", "telah": "sudah", "data": "", "identitas": "", "informasi": "",
}  # fmt: skip
_ORDINALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5} | {
    "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5,
}  # fmt: skip
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LEADING = re.compile(r"^\s*(?:\(?\d{1,2}|[a-z])[.)]\s+(?=\D)", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=1024)
def column_of(header: str, group: str = "") -> str | None:
    """The field a column title names, as a pointer with ``-`` or a number in lists; else None.

    In: the title and, in a header of two levels, the title above it (“Atasan” over “NIP”). A
    number in either, as in “RTL 2”, is the place in the list, counted from 1.
    """
    plain, number = _split(header)
    above, group_number = _split(group)
    tries = [f"{plain} {above}", f"{above} {plain}"] if above and above != plain else []
    for title in [*tries, plain]:
        pointer = _NAMES.get(title)
        if pointer:
            return _placed(pointer, number or group_number)
    # A title in brackets may be the abbreviation of the rest, or an instruction on how to fill it.
    bare = _split(_BRACKETS.sub(" ", header))[0]
    for title in (bare, *(_split(part)[0] for part in re.findall(r"\(([^()]*)\)", header))):
        if title in _NAMES:
            return _placed(_NAMES[title], number or group_number)
    if len(plain) in _FUZZY:
        for title in difflib.get_close_matches(plain, _NAMES, n=1, cutoff=_NEAR):
            return _placed(_NAMES[title], number or group_number)
    return None


def field_of(label: str) -> Field | None:
    """The free-text field a label such as “Indikator keberhasilan” names; None if none of the six.

    In: the label as a person wrote it, with or without a colon or a number.
    """
    if len(label) > LONGEST_LABEL:
        return None
    pointer = column_of(label) or column_of(label.partition("/")[0])
    return _FIELD.get(re.sub(r"/\d+/", "/-/", pointer)) if pointer else None


def title_of(pointer: str) -> str:
    """How a pointer is called in Indonesian: ``/tindak_lanjut/1/rtl`` → “RTL 2”."""
    number = re.search(r"/(\d+)(?:/|$)", pointer)
    generic = re.sub(r"/\d+(?=/|$)", "/-", pointer)
    titles = COLUMNS.get(generic)
    name = titles[0] if titles else _PARTS.get(generic, pointer)
    return f"{name} {int(number[1]) + 1}" if number else name


def _split(title: str) -> tuple[str, int | None]:
    """The title in its plain form, and the ordinal it carries (1, 2, …)."""
    words: list[str] = []
    number = None
    for word in _TOKEN.findall(_LEADING.sub("", unicodedata.normalize("NFKC", title)).lower()):
        if word.isdecimal() and int(word) <= 99:
            number = int(word) or None
        elif word in _ORDINALS and words and words[-1] not in ("eselon",):
            number = _ORDINALS[word]
        else:
            words.append(_SHORT.get(word, word))
    if number and words[-1:] == ["ke"]:
        words.pop()
    return " ".join(" ".join(words).split()), number


def _placed(pointer: str, number: int | None) -> str:
    return pointer.replace("/-/", f"/{number - 1}/") if number else pointer


_PARTS = {
    "/tindak_lanjut": "Rencana tindak lanjut", "/tindak_lanjut/-": "Tindak lanjut",
    "/dialog": "Dialog kinerja", "/umpan_balik": "Umpan balik", "/umpan_balik/-": "Umpan balik",
    "/pegawai": "Pegawai", "/atasan": "Atasan", "": "Formulir",
}  # fmt: skip
_NAMES = {_split(title)[0]: pointer for pointer, titles in COLUMNS.items() for title in titles}
_FIELD: dict[str, Field] = {
    pointer: next(
        name
        for name in get_args(Field)
        if pointer.rpartition("/")[2] == name
        or (pointer.endswith("/teks") and name == "umpan_balik")
    )
    for pointer in (
        "/topik",
        "/hasil",
        "/tindak_lanjut/-/rtl",
        "/tindak_lanjut/-/indikator",
        "/dialog/catatan",
        "/umpan_balik/-/teks",
    )
}
FREE_TEXTS = tuple(_FIELD)
"""The six fields that are analysed, as pointers of ``COLUMNS``."""
