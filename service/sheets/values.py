"""What a cell says, by the kind of field it stands in. Sentences never repeat the cell."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from service.sheets.dates import MONTHS, iso_date

Value = str | int | float | bool | None

_BLANKS = {"", "-", "–", "—", "n/a", "#n/a", "."}
_YES = set(
    "ya y iya yes sudah selesai disetujui setuju true benar 1 v ✓ ✔ ☑ ✅ 🗹 √ approved approve acc"
    " ok oke done tercapai terlaksana ada".split()
)
_NO = set("tidak t tdk no n belum blm false salah 0 x ✗ ✘ ✕ ✖ × ☒ ❌ ☐ ditolak proses".split())
_ICONS = {
    "positif": "👍 😊 🙂 😀 😃 😄 😁 ☺ 👏 ❤ ⭐ 🌟 💪 ✅ :) :-) + positif positive baik bagus senang"
    " jempol apresiasi like suka puas",
    "netral": "😐 😑 🤔 👌 :| netral neutral biasa sedang",
    "negatif": "👎 😞 ☹ 🙁 😟 😠 😡 😢 😕 ❌ :( :-( - negatif negative buruk sedih dislike kecewa"
    " perbaikan perlu_perbaikan butuh_perbaikan untuk_perbaikan",
}
_PREDIKAT = {
    "sangat_baik": "sangat_baik istimewa",
    "baik": "baik",
    "butuh_perbaikan": "butuh_perbaikan perlu_perbaikan",
    "kurang": "kurang misconduct kurang_misconduct",
    "sangat_kurang": "sangat_kurang",
}
_JENIS = {
    "bimbingan": "bimbingan bimbingan_kinerja bimker",
    "konseling": "konseling konseling_kinerja counseling counselling",
    "rujukan": "rujukan rujukan_profesional",
}
_METODE = {"coaching": "coaching coach", "mentoring": "mentoring mentor"}
_INISIATIF = {
    "pegawai": "pegawai bawahan staf sendiri inisiatif_pegawai",
    "atasan": "atasan pimpinan atasan_langsung pejabat_penilai inisiatif_atasan",
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ORDINALS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4,
    "pertama": 1, "kesatu": 1, "kedua": 2, "ketiga": 3, "keempat": 4,
}  # fmt: skip
_TRIWULAN = re.compile(
    r"(?:triwulan|triw|twl|tw|q|kuartal)?[\s.-]*(?:ke-?\s*)?([1-4]|iv|i{1,3}|"
    + "|".join(_ORDINALS)
    + r")(?: \([^()]*\))?"
)
_YEAR = re.compile(r"[\s/,.–-]*(?:tahun )?(?<!\d)(?:19|20|21)\d{2}(?!\d)[\s/,.–-]*", re.ASCII)
_MONTH_TO_MONTH = re.compile(r"([a-z]+)\s*(?:-|–|s\.?\s?d\.?|sampai|hingga)\s*([a-z]+)")
_EXPONENT = re.compile(r"[+-]?\d([.,]\d+)?e\+?\d+", re.IGNORECASE | re.ASCII)


def convert(pointer: str, value: Any, epoch: date) -> Value:
    """A cell's value as the field at ``pointer`` wants it; None when the cell says nothing.

    Raises ``ValueError`` with an Indonesian sentence that says what to write.
    """
    if isinstance(value, str):
        value = clean(value)
    if value is None or value == "":
        return None
    kind = _KINDS.get(pointer.rpartition("/")[2] if pointer != "/dialog/tanggal" else "tanggal")
    if kind is None:
        return text(value)
    if isinstance(value, str) and value.strip().lower() in _BLANKS and kind is not _icon:
        return None
    return kind(value, epoch)


def clean(value: str) -> str:
    """Text without what spreadsheets leave in it: carriage returns, vertical tabs, outer blanks."""
    return re.sub(r"_x000D_\n?|\r\n?|\v", "\n", value).strip()


def text(value: Any) -> str:
    """A cell in a text column as it would be read aloud from the sheet."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return str(value)


def _name(value: Any, _: date) -> str:
    # Excel keeps 15 digits: the rest of an 18-digit number in a numeric cell is already lost.
    long = isinstance(value, int | float) and abs(value) >= 1e15
    if long or (isinstance(value, str) and _EXPONENT.fullmatch(value)):
        raise ValueError(
            "Nomor ini tersimpan sebagai bilangan sehingga angka terakhirnya sudah hilang; jadikan"
            " kolomnya bertipe teks lalu tulis ulang."
        )
    return text(value).removeprefix("'")


def _date(value: Any, epoch: date) -> str:
    try:
        return iso_date(value, epoch)
    except ValueError:
        raise ValueError(
            "Tanggalnya tidak terbaca; tulis tanggal, bulan, dan tahun, misalnya 30/09/2025 atau"
            " 30 September 2025."
        ) from None


def _yes(value: Any, _: date) -> bool:
    if isinstance(value, bool):
        return value
    first, *rest = _bare(text(value)).split("_")
    if first in _NO and (not rest or first in {"belum", "blm", "tidak", "tdk"}):
        return False
    # “Ya/Tidak” is a choice nobody has made yet.
    if first in _YES and not _NO.intersection(rest) and (not rest or first in {"sudah", "ya"}):
        return True
    raise ValueError("Jawabannya tidak terbaca; tulis ya atau tidak.")


def _icon(value: Any, _: date) -> str | None:
    said = _bare(text(value))
    if said in {"–", "—", "n/a"}:
        return None
    return _choice(_ICONS, said, "positif, netral, negatif")


def _choose(options: dict[str, str], shown: str) -> Callable[[Any, date], str]:
    return lambda value, _: _choice(options, _bare(text(value)), shown)


def _choice(options: dict[str, str], said: str, shown: str) -> str:
    for name, words in options.items():
        if said in words.split() or set(said.split("_")) <= set(words.split()):
            return name
    raise ValueError(f"Pilihannya tidak dikenal; tulis salah satu: {shown}.")


def _number(value: Any, _: date) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    said = str(value).strip().removesuffix("%").strip()
    if re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?", said, re.ASCII):
        return float(said.replace(".", "").replace(",", "."))
    # “1,250” is a thousand in English and one and a quarter here: a person must say which.
    plain = re.fullmatch(r"[+-]?\d+([.,]\d+)?", said, re.ASCII)
    if plain and not re.fullmatch(r"[+-]?[1-9]\d{0,2},\d{3}", said, re.ASCII):
        return float(said.replace(",", "."))
    raise ValueError(
        "Bilangannya tidak terbaca; tulis angka saja tanpa satuan dan tanpa pemisah ribuan."
    )


def _year(value: Any, _: date) -> int:
    if isinstance(value, datetime | date):
        return value.year
    found = re.findall(r"(?<!\d)(?:19|20|21)\d{2}(?!\d)", text(value), re.ASCII)
    if len(found) != 1:
        raise ValueError("Tahunnya tidak terbaca; tulis empat angka, misalnya 2025.")
    return int(found[0])


def _quarter(value: Any, _: date) -> int:
    said = _YEAR.sub("", text(value).strip().lower(), count=1)
    if months := _MONTH_TO_MONTH.fullmatch(said):
        first, last = (MONTHS.get(name, 0) for name in months.groups())
        if last % 3 == 0 < first == last - 2:
            return last // 3
    found = _TRIWULAN.fullmatch(said)
    if not found:
        raise ValueError("Triwulannya tidak terbaca; tulis 1, 2, 3, atau 4.")
    return _ROMAN.get(found[1]) or _ORDINALS.get(found[1]) or int(found[1])


def year_in(value: Any) -> int | None:
    """The one year a cell names beside its quarter, as in “Triwulan III 2025”; else None."""
    try:
        return _year(value, date.min) if isinstance(value, str) else None
    except ValueError:
        return None


def _bare(said: str) -> str:
    """Lower case, words joined by underscores, without skin tones and presentation marks."""
    kept = "".join(
        char for char in said if char not in "\ufe0e\ufe0f\u200d" and not "🏻" <= char <= "🏿"
    )
    return re.sub(r"[\s_/]+", "_", unicodedata.normalize("NFC", kept).strip(" .!").lower())


_KINDS: dict[str, Callable[[Any, date], Value]] = {
    "id": _name, "nip": _name, "tahun": _year, "triwulan": _quarter, "tenggat": _date,
    "tanggal": _date, "selesai": _yes, "disetujui": _yes, "disetujui_atasan": _yes,
    "target": _number, "realisasi": _number, "ikon": _icon,
    "jenis": _choose(_JENIS, "bimbingan, konseling, rujukan"),
    "metode": _choose(_METODE, "coaching, mentoring"),
    "inisiatif": _choose(_INISIATIF, "pegawai, atasan"),
    "predikat": _choose(
        _PREDIKAT, "sangat baik, baik, butuh perbaikan, kurang, sangat kurang"
    ),
}  # fmt: skip
