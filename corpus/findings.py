"""What the guideline says about findings and levels whatever a form's words are."""

import re
from collections.abc import Iterator
from typing import Any

_TEXT = r"/(topik|hasil|rhk|tindak_lanjut/\d+/(rtl|indikator)|dialog/catatan|umpan_balik/\d+/teks)"
_RTL = r"/tindak_lanjut/\d+/rtl"
_INDIKATOR = r"/tindak_lanjut/\d+/indikator"
_FEEDBACK = r"/umpan_balik/\d+/teks"
_REALISED = r"/umpan_balik/\d+/realisasi"

POINTERS: dict[str, str] = {
    "TOPIK_SUDAH_SELESAI": "/topik",
    "TOPIK_BUKAN_MASALAH": "/topik",
    "HASIL_TIDAK_KONKRET": "/hasil",
    "RTL_DI_LUAR_KENDALI": _RTL,
    "RTL_TIDAK_SPESIFIK": _RTL,
    "INDIKATOR_TIDAK_TERUKUR": _INDIKATOR,
    "INDIKATOR_KURANG": _INDIKATOR,
    "TIDAK_SINKRON": f"/hasil|{_RTL}|{_INDIKATOR}",
    "DIALOG_BELUM_DILAKUKAN": "/dialog(/catatan)?",
    "PERMOHONAN_TERTULIS": f"/topik|/hasil|{_RTL}",
    "FORM_TIDAK_LENGKAP": f"/topik|/hasil|/tindak_lanjut|{_RTL}",
    "BELUM_DISETUJUI": "/disetujui_atasan",
    "FEEDBACK_SALAH_IKON": r"/umpan_balik/\d+/ikon",
    "FEEDBACK_TANPA_ARAHAN": _FEEDBACK,
    "FEEDBACK_TIDAK_SPESIFIK": _FEEDBACK,
    "REALISASI_AMBIGU": _REALISED,
    "REALISASI_TIDAK_SELARAS": _REALISED,
    "PERLU_KONSELING": _TEXT,
    "PERLU_RUJUKAN_PROFESIONAL": _TEXT,
    "DATA_PRIBADI": _TEXT,
}
"""Where each rule's finding stands (the contract), as a pattern of the whole pointer."""

PAIR_END = {"topik-hasil": "hasil", "topik-rtl": "rtl", "rtl-indikator": "indikator"}
"""The pairs of a broken chain, and the field whose pointer each finding has."""

QUALITY = frozenset(
    "TOPIK_SUDAH_SELESAI TOPIK_BUKAN_MASALAH HASIL_TIDAK_KONKRET RTL_DI_LUAR_KENDALI"
    " RTL_TIDAK_SPESIFIK INDIKATOR_TIDAK_TERUKUR TIDAK_SINKRON FEEDBACK_SALAH_IKON"
    " FEEDBACK_TANPA_ARAHAN FEEDBACK_TIDAK_SPESIFIK REALISASI_AMBIGU"
    " REALISASI_TIDAK_SELARAS".split()
)
"""Rules that judge how good the writing is; silent where a form shows items 12–17."""

_NOT_OF_A_TEXT = {"FEEDBACK_SALAH_IKON", "REALISASI_AMBIGU", "REALISASI_TIDAK_SELARAS"}
_OF_A_TEXT = QUALITY - _NOT_OF_A_TEXT | {"PERMOHONAN_TERTULIS"}
_APART = (
    ("TOPIK_SUDAH_SELESAI", "TOPIK_BUKAN_MASALAH"),
    ("REALISASI_AMBIGU", "REALISASI_TIDAK_SELARAS"),
)
_PLACEHOLDERS = {"", "-", "–", "n/a", "na", "...", "…", "xxx", "xx", "x", "."}


def level_of(items: list[int]) -> str:
    """The counselling level that a set of guideline items amounts to."""
    return "RUJUKAN" if any(i >= 12 for i in items) else "KONSELING" if items else "NONE"


def rated(form: dict[str, Any], findings: list[dict[str, Any]]) -> bool:
    """Whether a form gets a rating: coaching forms that show none of the items 12–17 do."""
    rules = {finding["rule"] for finding in findings}
    return (
        form.get("jenis", "bimbingan") == "bimbingan" and "PERLU_RUJUKAN_PROFESIONAL" not in rules
    )


def misplaced(form: dict[str, Any], findings: list[dict[str, Any]]) -> Iterator[str]:
    """Sentences about findings whose pointer or pair cannot be right, whoever gave them."""
    for finding in findings:
        rule, pointer, pair = finding["rule"], finding["pointer"], finding["pair"]
        if not re.fullmatch(POINTERS[rule], pointer):
            yield f"{rule} tidak dapat menunjuk {pointer}."
        elif not _reaches(form, pointer):
            yield f"{rule} menunjuk {pointer}, tetapi butir itu tidak ada di formulir."
        if rule == "TIDAK_SINKRON" and (not pair or not pointer.endswith(PAIR_END[pair])):
            yield f"TIDAK_SINKRON di {pointer} memerlukan pasangan yang berakhir di bidang itu."
        if rule != "TIDAK_SINKRON" and pair:
            yield f"{rule} tidak memakai pasangan ({pair})."


def contradictions(form: dict[str, Any], findings: list[dict[str, Any]]) -> Iterator[str]:
    """Sentences about gold findings that the guideline excludes together or at their place."""
    places = {(finding["rule"], finding["pointer"]) for finding in findings}
    rules = {rule for rule, _ in places}
    for one, other in _APART:
        for pointer in sorted(p for rule, p in places if rule == one and (other, p) in places):
            yield f"{one} dan {other} tidak boleh bersama di {pointer}."
    if "PERLU_RUJUKAN_PROFESIONAL" in rules and rules & QUALITY:
        yield f"Formulir rujukan tidak dinilai mutunya, tetapi memuat {min(rules & QUALITY)}."
    for rule, pointer in sorted(places):
        if rule in _OF_A_TEXT and is_empty(value_at(form, pointer)):
            yield f"{rule} menilai {pointer} yang kosong atau berisi pengisi tempat."


def is_empty(value: Any) -> bool:
    """Whether a field is empty or holds a placeholder."""
    return not isinstance(value, str) or value.strip().casefold() in _PLACEHOLDERS


def value_at(form: dict[str, Any], pointer: str) -> Any:
    """The value at an RFC 6901 pointer, None when nothing stands there."""
    part: Any = form
    for key in pointer.strip("/").split("/"):
        if isinstance(part, list):
            part = part[int(key)] if int(key) < len(part) else None
        elif isinstance(part, dict):
            part = part.get(key)
        else:
            return None
    return part


def _reaches(form: dict[str, Any], pointer: str) -> bool:
    """Whether a pointer into a list names an item of it; the first may be missing (``/…/0/…``)."""
    parts = pointer.strip("/").split("/")
    return len(parts) < 3 or int(parts[1]) < max(1, len(form.get(parts[0]) or ()))
