"""Numbers, units, dates and percentages, in digits and in words.

A number that only names something (a regulation, a year, a date) is kept apart from a number that
measures: guideline 1, "Angka yang bukan ukuran tidak menolong".
"""

import re

from nlp.text.word import Quantity, Word

_DIGITS = re.compile(r"(?:rp\.?)?(\d{1,3}(?:\.\d{3})+|\d+)(?:[.,](\d+))?")
_RANGE = re.compile(r"(\d+(?:[.,]\d+)?)(?:-|–|s/d)(\d+(?:[.,]\d+)?)")
_DATE = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{2,4}|\d{4}-\d{2}-\d{2}")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")
_FRACTION = re.compile(r"\d+/\d+")
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
}

_ONES = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7,
    "delapan": 8, "sembilan": 9, "sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000,
    "sejuta": 1e6, "setengah": 0.5, "separuh": 0.5, "sepertiga": 1 / 3, "seperempat": 0.25,
    "selusin": 12,
}  # fmt: skip
_TIMES = {"belas": None, "puluh": 10, "ratus": 100, "ribu": 1000, "juta": 1e6, "miliar": 1e9}
_SE_UNITS = {
    "sebuah": "buah", "selembar": "lembar", "sekali": "kali", "seminggu": "minggu",
    "sebulan": "bulan", "setahun": "tahun", "sehari": "hari", "sejam": "jam", "seorang": "orang",
    "sepekan": "minggu", "sehalaman": "halaman", "sepaket": "paket", "sebidang": "bidang",
}  # fmt: skip
_PERIODIC = frozenset("mingguan bulanan triwulanan tahunan harian semesteran".split())
_MONTHS = frozenset(
    "januari februari maret april mei juni juli agustus september oktober november desember".split()
)
_DAYS = frozenset("senin selasa rabu kamis jumat jum'at sabtu minggu ahad".split())
_PERIODS = frozenset(
    "triwulan tw semester kuartal periode ta tahun tahap termin q1 q2 q3 q4".split()
)
_TIME_UNITS = frozenset("detik menit jam hari minggu pekan bulan tahun triwulan semester".split())
_LEGAL = frozenset(
    (
        "nomor pasal ayat pp permen perpres perda uu se kepmen keppres inpres perka bab lampiran "
        "butir versi golongan kelas tipe zona seri lantai jilid blok ruas km sta paket"
    ).split()
)
_MIN = frozenset("minimal setidaknya paling-tidak minimum lebih ≥ >".split())
_MAX = frozenset("maksimal kurang < ≤ sebelum dalam selambatnya selambat-lambatnya".split())
_SCORES = frozenset("nilai skor indeks ikm ikpa predikat peringkat akreditasi".split())
_MONEY = frozenset(["rp", "rupiah"])
_PERCENT = frozenset(["%", "persen", "‰"])


def quantities(words: tuple[Word, ...]) -> tuple[Quantity, ...]:
    """All quantities of a text, left to right, not overlapping.

    In: words as meant. Out: :class:`Quantity` with word indices; ``value`` in the unit written
    (percent as 0..100).
    """
    found: list[Quantity] = []
    index = 0
    while index < len(words):
        quantity = _at(words, index)
        if quantity is None:
            index += 1
        else:
            found.append(quantity)
            index = quantity.last + 1
    return tuple(found)


def _at(words: tuple[Word, ...], i: int) -> Quantity | None:
    norm = words[i].norm
    first = norm[0]
    if first.isdigit() or norm.startswith("rp"):
        return _numeric(words, i)
    if norm in _SE_UNITS:
        return _counted(words, i, i, 1.0, _SE_UNITS[norm])
    if norm in _ONES:
        value, last = _worded(words, i)
        return _unit(words, i, last, value)
    if norm in _MONTHS:
        last = i + 1 if _is_year(words, i + 1) else i
        return Quantity("date", i, last, None, "", "")
    if norm in _PERIODS and i + 1 < len(words):
        following = words[i + 1].norm
        if following in _ROMAN or following.isdigit() or following in _ONES or norm[0] == "q":
            last = i + 2 if _is_year(words, i + 2) else i + 1
            return Quantity("period", i, last if norm[0] != "q" else i, None, norm, "")
    if norm in ("setiap", "tiap", "tiap-tiap", "per") and i + 1 < len(words):
        following = words[i + 1].norm
        if following in _TIME_UNITS or following in _DAYS:
            return Quantity("frequency", i, i + 1, 1.0, following, "")
    if norm in _PERIODIC:
        return Quantity("frequency", i, i, 1.0, norm, "")
    return None


def _numeric(words: tuple[Word, ...], i: int) -> Quantity | None:
    norm = words[i].norm
    before = words[i - 1].norm if i else ""
    if before in ("triwulan", "semester", "tahap", "kuartal"):
        return Quantity("period", i, i, None, before, "")
    if _DATE.fullmatch(norm) and not _FRACTION.fullmatch(norm):
        return Quantity("date", i, i, None, "", "")
    if before in ("tanggal", "pukul"):
        last = i + 1 if i + 1 < len(words) and words[i + 1].norm in _MONTHS else i
        return Quantity("date", i, last + int(_is_year(words, last + 1)), None, "", "")
    if before in _LEGAL or _regulation(words, i):
        return Quantity("legal", i, i, None, before, "")
    if _CLOCK.fullmatch(norm) and before in ("jam", "pukul"):
        return Quantity("date", i, i, None, "jam", "")
    span = _RANGE.fullmatch(norm)
    if span:
        return _unit(words, i, i, _number(span[2]))
    if _FRACTION.fullmatch(norm):
        top, bottom = norm.split("/")
        if int(bottom) > 31 or len(top) > 2:
            return Quantity("legal", i, i, None, "", "")
        return _unit(words, i, i, int(top) / int(bottom) if int(bottom) else 0.0)
    if norm == "rp" and i + 1 < len(words):
        value = _number(words[i + 1].norm)
        last = i + 1
        while last + 1 < len(words) and words[last + 1].norm in _TIMES:
            last += 1
        return Quantity("money", i, last, value, "rupiah", _comparator(words, i))
    if not _DIGITS.fullmatch(norm):
        return None
    if i + 1 < len(words) and words[i + 1].norm in _MONTHS:
        return Quantity("date", i, i + 1 + int(_is_year(words, i + 2)), None, "", "")
    if _is_year(words, i) and before not in _MIN | _MAX:
        following = words[i + 1].norm if i + 1 < len(words) else ""
        if following not in _PERCENT and "satuan" not in _kinds(words, i + 1):
            return Quantity("period", i, i, None, "tahun", "")
    value, last = _worded(words, i)
    if last + 2 < len(words) and words[last + 1].norm in ("sampai", "hingga", "-", "–"):
        end = last + 3 if words[last + 2].norm == "dengan" else last + 2
        if end < len(words) and _DIGITS.fullmatch(words[end].norm):
            value, last = _worded(words, end)
    return _unit(words, i, last, value)


def _number(text: str) -> float | None:
    match = _DIGITS.fullmatch(text)
    if not match:
        return None
    whole = match[1].replace(".", "")
    return float(f"{whole}.{match[2]}") if match[2] else float(whole)


def _worded(words: tuple[Word, ...], i: int) -> tuple[float | None, int]:
    """Value and last word of a number spelled out: "dua puluh lima", "2,5 juta"."""
    total, part = 0.0, 0.0
    last = i
    while last < len(words):
        norm = words[last].norm
        digits = _number(norm) if last == i else None
        if digits is not None:
            part = digits
        elif norm in _ONES and (last == i or words[last - 1].norm in ("puluh", "ratus", "ribu")):
            part += _ONES[norm]
        elif norm == "belas" and last > i:
            part += 10
        elif norm in _TIMES and last > i:
            scale = _TIMES[norm] or 1
            if scale >= 1000:
                total += (part or 1) * scale
                part = 0
            else:
                tail = part % 10 if part >= 10 else part
                part = part - tail + tail * scale
        else:
            break
        last += 1
    return total + part, max(last - 1, i)


def _unit(words: tuple[Word, ...], first: int, last: int, value: float | None) -> Quantity:
    following = words[last + 1].norm if last + 1 < len(words) else ""
    if following in _PERCENT:
        return Quantity("percent", first, last + 1, value, "persen", _comparator(words, first))
    if following == "(" and last + 4 < len(words):
        # "5 (lima) hari": the number said again in words.
        close = next(
            (k for k in range(last + 2, last + 7) if k < len(words) and words[k].norm == ")"), 0
        )
        if close:
            return _unit(words, first, close, value)
    return _counted(words, first, last, value, following)


def _counted(
    words: tuple[Word, ...], first: int, last: int, value: float | None, unit: str
) -> Quantity:
    comparator = _comparator(words, first)
    has_own_unit = words[last].norm in _SE_UNITS
    end = last if has_own_unit else last + 1
    if unit in ("kali", "x"):
        return Quantity("frequency", first, end, value, "kali", comparator)
    if unit in _TIME_UNITS:
        if not has_own_unit and end + 1 < len(words) and words[end + 1].norm == "kerja":
            end += 1
        return Quantity("duration", first, end, value, unit, comparator)
    if unit in _MONEY:
        return Quantity("money", first, end, value, "rupiah", comparator)
    before = {words[k].norm for k in range(max(0, first - 5), first)}
    if before & _SCORES:
        return Quantity("score", first, last, value, "", comparator)
    if unit and (has_own_unit or unit.isalpha() or "satuan" in _kinds(words, last + 1)):
        return Quantity("count", first, last, value, unit, comparator)
    return Quantity("bare", first, last, value, "", comparator)


def _comparator(words: tuple[Word, ...], first: int) -> str:
    near = [words[k].norm for k in range(max(0, first - 3), first)]
    text = " ".join(near)
    if "kurang dari" in text or "tidak lebih" in text or "paling lama" in text:
        return "max"
    if "paling lambat" in text or "paling banyak" in text or any(n in _MAX for n in near):
        return "max"
    if "paling sedikit" in text or "sekurang" in text or any(n in _MIN for n in near):
        return "min"
    return ""


def _is_year(words: tuple[Word, ...], i: int) -> bool:
    if not 0 <= i < len(words):
        return False
    norm = words[i].norm
    return len(norm) == 4 and norm.isdigit() and 1945 <= int(norm) <= 2099


def _regulation(words: tuple[Word, ...], i: int) -> bool:
    """A number inside a document name: "PP 30/2019", "SE 8 Tahun 2024"."""
    after = [words[k].norm for k in range(i + 1, min(i + 3, len(words)))]
    return len(after) == 2 and after[0] == "tahun" and _is_year(words, i + 2)


def _kinds(words: tuple[Word, ...], i: int) -> frozenset[str]:
    if i >= len(words):
        return frozenset()
    return frozenset(kind for kind, _ in words[i].lex.kinds)
