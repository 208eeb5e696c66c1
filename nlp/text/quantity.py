"""What numbers count: units, percentages, durations, frequencies, sums, scores, dates, names.

A number that only names something (a regulation, a year, a date) is kept apart from a number that
measures: guideline 1, "Angka yang bukan ukuran tidak menolong".
"""

import re

from nlp.text.number import NUMBER_WORDS, ORDINALS, Numeral, numeral, plain_number
from nlp.text.word import Quantity, Word

_DATE = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{2,4}|\d{4}-\d{2}-\d{2}")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}(?:[-–]\d{1,2}[.:]\d{2})?")
_YEAR = re.compile(r"(?:19[4-9]|20)\d\d(?:[/-](?:20)?\d\d)?")
_DOCUMENT = re.compile(r"\d+/.*\d{3,4}.*|\d{1,4}/[a-z].*|\d{3,}/\d+")
_IDENTITY = re.compile(r"\d{9,}")
_ROMAN = frozenset("i ii iii iv v vi vii viii ix x i-ii i-iii i-iv ii-iii ii-iv iii-iv".split())

_SE_UNITS = {
    "sebuah": "buah", "selembar": "lembar", "seorang": "orang", "sehalaman": "halaman",
    "sepaket": "paket", "sebidang": "bidang",
}  # fmt: skip
_SE_TIMES = {
    "seminggu": "minggu", "sepekan": "minggu", "sebulan": "bulan", "setahun": "tahun",
    "sehari": "hari", "sejam": "jam", "semenit": "menit", "setriwulan": "triwulan",
    "sesemester": "semester",
}  # fmt: skip
_PERIODIC = frozenset("mingguan bulanan triwulanan tahunan harian semesteran".split())
MONTHS = (
    "januari februari maret april mei juni juli agustus september oktober november desember"
).split()
"""The months by name, January first."""
_DAYS = frozenset("senin selasa rabu kamis jumat sabtu minggu ahad pagi siang sore malam".split())
_PERIODS = frozenset("triwulan semester kuartal periode tahun tahap termin smt".split())
_QUARTERS = frozenset("q1 q2 q3 q4".split())
_TIME_UNITS = frozenset("detik menit jam hari minggu pekan bulan tahun triwulan semester".split())
_EACH = frozenset(("setiap", "tiap", "tiap-tiap", "per"))
_EDGES = frozenset(("akhir", "awal", "pertengahan", "tanggal"))
_NAMES = frozenset(
    (
        "nomor pasal ayat pp permen perpres perda uu se kepmen keppres inpres perka bab lampiran "
        "butir versi golongan kelas tipe zona seri lantai jilid blok ruas km sta paket sni iso nip "
        "nik npwp rekening telepon hp whatsapp level pokja windows office excel"
    ).split()
)
_TIMES = frozenset(("kali", "x", "×"))
_SCORES = frozenset("nilai skor indeks ikm ikpa predikat peringkat akreditasi".split())
_PERCENT = frozenset(["%", "persen", "‰"])
_MONEY_SCALES = {"m": 1e9, "t": 1e12}
_ZONES = frozenset(("wib", "wita", "wit"))
_IDLE_ENDS = frozenset((("per", "satu"), ("sama", "lain")))
# What follows a number and is no unit of it.
_NO_UNIT = frozenset(
    (
        "dan atau serta yang dari untuk pada dengan di ke kepada oleh agar sebagai dalam per tiap "
        "setiap sampai hingga paling lebih kurang minimal maksimal ini itu tersebut saja lagi "
        "tidak sudah telah belum akan sedang masih sejak setelah sebelum karena jika bila tentang "
        "terhadap secara sesuai namun tetapi sehingga maka antara atas bagi adalah juga sekali "
        "lalu kemudian"
    ).split()
)

_LIMITS = {
    "min": (
        "minimal", "setidaknya", "setidak-tidaknya", "sekurang-kurangnya", "sekurangnya",
        "paling sedikit", "paling tidak", "paling kurang", "paling rendah", "lebih", "lebih dari",
        "tidak kurang dari", "di atas", "≥", ">", "> =",
    ),
    "max": (
        "maksimal", "paling lambat", "paling lama", "paling banyak", "paling tinggi",
        "selambat-lambatnya", "selambatnya", "selama-lamanya", "sebanyak-banyaknya",
        "setinggi-tingginya", "kurang dari", "tidak lebih dari", "di bawah", "≤", "<", "< =",
    ),
    "": ("kurang lebih", "lebih kurang"),
}  # fmt: skip
_COMPARATORS = {
    tuple(reversed(phrase.split())): side for side, phrases in _LIMITS.items() for phrase in phrases
}
_LIMIT_ENDS = frozenset(phrase[0] for phrase in _COMPARATORS)
# Words that may stand between a limit and its number; before a duration "dalam" is one itself.
_LIGHT = frozenset(
    "sebanyak sebesar selama senilai mencapai nilai skor indeks rata-rata waktu angka".split()
)
_WITHIN = frozenset(("dalam", "sebelum"))
_OPENERS = (
    NUMBER_WORDS | _SE_UNITS.keys() | _SE_TIMES.keys() | _PERIODIC | set(MONTHS) | _PERIODS
    | _QUARTERS | _EACH | ORDINALS.keys() | {"rp", "sekali"}
)  # fmt: skip


def quantities(words: tuple[Word, ...]) -> tuple[Quantity, ...]:
    """All quantities of a text, left to right, not overlapping.

    In: words as meant. Out: :class:`Quantity` with word indices; ``value`` in the unit written
    (percent as 0..100).
    """
    found: list[Quantity] = []
    index = 0
    while index < len(words):
        norm = words[index].lex.norm
        quantity = None
        if norm[0].isdigit():
            quantity = _named(words, index) or _number(words, index)
        elif norm in _OPENERS or "-" in norm:
            quantity = _worded(words, index, norm)
        if quantity is None:
            index += 1
        else:
            found.append(quantity)
            index = quantity.last + 1
    return tuple(found)


def _norm(words: tuple[Word, ...], i: int) -> str:
    return words[i].norm if 0 <= i < len(words) else ""


def _worded(words: tuple[Word, ...], i: int, norm: str) -> Quantity | None:
    """A quantity that begins with a word."""
    if norm in _SE_UNITS:
        return Quantity("count", i, i, 1.0, _SE_UNITS[norm], _comparator(words, i))
    if norm in _SE_TIMES:
        return _duration(words, i, i, 1.0, _SE_TIMES[norm])
    if norm == "sekali":
        return _once(words, i)
    if norm in MONTHS:
        return Quantity("date", i, _with_year(words, i), None, "", "")
    if norm in _QUARTERS:
        return Quantity("period", i, _with_year(words, i), None, "triwulan", "")
    if norm in _PERIODS:
        return _period(words, i)
    if norm in _EACH:
        return _each(words, i)
    if norm in _PERIODIC:
        return Quantity("frequency", i, i, 1.0, norm, "")
    if norm == "rp":
        return _money(words, i)
    return _ordinal(words, i) or _number(words, i)


def _money(words: tuple[Word, ...], i: int) -> Quantity | None:
    """ "Rp 5 juta", "Rp1,5 M"."""
    amount = numeral(words, i + 1)
    if amount is None:
        return None
    value, last = amount.value, amount.last
    scale = _MONEY_SCALES.get(_norm(words, last + 1))
    if scale:
        value, last = value * scale, last + 1
    return Quantity("money", i, last, value, "rupiah", _comparator(words, i))


# Numbers that name.


def _named(words: tuple[Word, ...], i: int) -> Quantity | None:
    """A number that stands for a date, a time, a year, a regulation or a place in a list."""
    norm, before = words[i].norm, _norm(words, i - 1)
    if _opens_item(words, i):
        return Quantity("ordinal", i, i, plain_number(norm), "", "")
    if _DATE.fullmatch(norm):
        return Quantity("date", i, i, None, "", "")
    clock = _clock(words, i, before)
    if clock is not None:
        return Quantity("date", i, clock, None, "jam", "")
    day = numeral(words, i)
    if day and (before == "tanggal" or _norm(words, day.last + 1) in MONTHS):
        last = day.last + 1 if _norm(words, day.last + 1) in MONTHS else day.last
        return Quantity("date", i, _with_year(words, last), None, "", "")
    if before == "(":
        before = _norm(words, i - 2)
    if before in _NAMES:
        return Quantity("legal", i, i, None, before, "")
    regulation = _norm(words, i + 1) == "tahun" and _YEAR.fullmatch(_norm(words, i + 2))
    if regulation or _IDENTITY.fullmatch(norm):
        return Quantity("legal", i, i, None, "", "")
    if _is_year(words, i):
        return Quantity("period", i, i, None, "tahun", "")
    if _DOCUMENT.fullmatch(norm):
        return Quantity("legal", i, i, None, "", "")
    return None


def _opens_item(words: tuple[Word, ...], i: int) -> bool:
    """Whether a number is the mark of a list item: "1. Menyusun …", "2) …", "(3) …"."""
    if _norm(words, i + 1) not in (".", ")") or i + 2 >= len(words) or not words[i].norm.isdigit():
        return False
    if i == 0 or words[i - 1].sentence != words[i].sentence or words[i - 1].norm in ";:":
        return True
    return words[i - 1].norm == "(" and _norm(words, i - 2) not in _NAMES


def _clock(words: tuple[Word, ...], i: int, before: str) -> int | None:
    """The last word of a time of day ("pukul 08.00 s.d. 10.00"), or None."""
    timed = before == "pukul" or (before == "jam" and plain_number(_norm(words, i - 2)) is None)
    if before in (",", "dan", "-", "–") and _CLOCK.fullmatch(words[i].norm):
        timed = any(_norm(words, k) in ("jam", "pukul") for k in range(max(i - 8, 0), i))
    last = i
    if _norm(words, i + 1) in ("sampai", "hingga", "-", "–"):
        end = i + 3 if _norm(words, i + 2) == "dengan" else i + 2
        if _CLOCK.fullmatch(_norm(words, end)):
            last = end
    zoned = _CLOCK.fullmatch(words[i].norm) and _norm(words, last + 1) in _ZONES
    return last if timed or zoned else None


def _is_year(words: tuple[Word, ...], i: int) -> bool:
    """Whether a number is a year and not a thousand-odd of something."""
    if not _YEAR.fullmatch(words[i].norm) or _comparator(words, i):
        return False
    following = _norm(words, i + 1)
    return following not in _PERCENT and "satuan" not in _kinds(words, i + 1)


def _with_year(words: tuple[Word, ...], last: int) -> int:
    return last + 1 if _YEAR.fullmatch(_norm(words, last + 1)) else last


def _period(words: tuple[Word, ...], i: int) -> Quantity | None:
    """ "triwulan III 2025", "tahun anggaran 2025", "semester kedua"."""
    at = i + 2 if _norm(words, i + 1) == "anggaran" else i + 1
    following = _norm(words, at)
    if not (following.isdigit() or following in _ROMAN or following in ORDINALS
            or following in NUMBER_WORDS or _YEAR.fullmatch(following)):  # fmt: skip
        return None
    return Quantity("period", i, _with_year(words, at), None, words[i].norm, "")


def _ordinal(words: tuple[Word, ...], i: int) -> Quantity | None:
    """ "rapat ke-3" and "minggu kedua" name a place; "kedua draf" counts."""
    norm, before = words[i].norm, _norm(words, i - 1)
    if norm.startswith("ke-") and norm[3:].isdigit():
        return Quantity("ordinal", i, i, plain_number(norm[3:]), "", "")
    if norm not in ORDINALS or before == "pihak":
        return None
    after_noun = before.isalpha() and before not in _NO_UNIT and not words[i - 1].lex.verb
    if norm != "pertama" and not after_noun and _is_unit(words, i + 1):
        return Quantity("count", i, i, ORDINALS[norm], words[i + 1].norm, "")
    return Quantity("ordinal", i, i, ORDINALS[norm], "", "")


# Numbers that measure.


def _number(words: tuple[Word, ...], i: int) -> Quantity | None:
    found = None if _is_idle(words, i) else numeral(words, i)
    if found is None:
        return None
    following = _norm(words, found.last + 1)
    if following in _PERCENT:
        return _percent(words, i, found)
    if following in _TIMES:
        last = _per_period(words, found.last + 1)
        return Quantity("frequency", i, last, found.value, "kali", _comparator(words, i))
    if following in _TIME_UNITS:
        return _duration(words, i, found.last + 1, found.value, following)
    if following == "rupiah":
        last = found.last + 1
        return Quantity("money", i, last, found.value, following, _comparator(words, i))
    return _counted(words, i, found)


def _is_idle(words: tuple[Word, ...], i: int) -> bool:
    """A "satu" that counts nothing: salah satu, satu per satu, satu sama lain."""
    if words[i].norm != "satu":
        return False
    after = (_norm(words, i + 1), _norm(words, i + 2))
    before = (_norm(words, i - 2), _norm(words, i - 1))
    return before[1] == "salah" or before == ("satu", "per") or after in _IDLE_ENDS


def _percent(words: tuple[Word, ...], first: int, found: Numeral) -> Quantity:
    """ "80%", and "80% sampai 90%" as one range."""
    value, last = found.value, found.last + 1
    if _norm(words, last + 1) in ("sampai", "hingga", "-", "–"):
        upper = numeral(words, last + 3 if _norm(words, last + 2) == "dengan" else last + 2)
        if upper and _norm(words, upper.last + 1) in _PERCENT:
            value, last = upper.value, upper.last + 1
    return Quantity("percent", first, last, value, "persen", _comparator(words, first))


def _duration(words: tuple[Word, ...], first: int, last: int, value: float, unit: str) -> Quantity:
    """A length of time, unless it says how often: "seminggu sekali", "sebulan dua kali"."""
    if _norm(words, last + 1) == "sekali":
        return Quantity("frequency", first, last + 1, 1.0, "kali", _comparator(words, first))
    times = numeral(words, last + 1)
    if times and _norm(words, times.last + 1) in _TIMES:
        return Quantity(
            "frequency", first, times.last + 1, times.value, "kali", _comparator(words, first)
        )
    if _norm(words, last + 1) in ("kerja", "kalender"):
        last += 1
    comparator = _comparator(words, first)
    if not comparator and _norm(words, first - 1) in _WITHIN:
        comparator = "max"
    return Quantity("duration", first, last, value, unit, comparator)


def _counted(words: tuple[Word, ...], first: int, found: Numeral) -> Quantity:
    comparator = _comparator(words, first)
    before = [_norm(words, k) for k in range(first - 1, max(-1, first - 6), -1)]
    scored = any(norm in _SCORES for norm in before)
    if _is_unit(words, found.last + 1) and not (before and before[0] in _SCORES):
        unit = words[found.last + 1].norm
        return Quantity("count", first, found.last, found.value, unit, comparator)
    kind = "score" if scored else "bare"
    return Quantity(kind, first, found.last, found.value, "", comparator)


def _is_unit(words: tuple[Word, ...], i: int) -> bool:
    """Whether word ``i`` can be what is counted: a noun or a unit of measure."""
    norm = _norm(words, i)
    if not norm or norm in _NO_UNIT:
        return False
    return "satuan" in _kinds(words, i) or (norm.isalpha() and not words[i].lex.verb)


def _each(words: tuple[Word, ...], i: int) -> Quantity | None:
    """ "setiap hari", "tiap Senin", "setiap akhir bulan", "per 2 minggu"."""
    at = i + 2 if _norm(words, i + 1) in _EDGES else i + 1
    every = numeral(words, at)
    last = every.last + 1 if every else at
    unit = words[last].morph.base if last < len(words) else ""
    if unit not in _TIME_UNITS and unit not in _DAYS:
        return None
    return Quantity("frequency", i, last, 1.0, unit, "")


def _per_period(words: tuple[Word, ...], last: int) -> int:
    """The end of "… kali sebulan", "… kali per triwulan", "… kali dalam seminggu"."""
    at = last + 2 if _norm(words, last + 1) == "dalam" else last + 1
    if _norm(words, at) in _SE_TIMES:
        return at
    each = _each(words, at) if _norm(words, at) in _EACH else None
    if each:
        return each.last
    span = numeral(words, at) if at > last + 1 else None
    return span.last + 1 if span and _norm(words, span.last + 1) in _TIME_UNITS else last


def _once(words: tuple[Word, ...], i: int) -> Quantity | None:
    """ "dikirim sekali" counts; "bagus sekali" and "membantu sekali" only say how much."""
    last = _per_period(words, i)
    praised = i > 0 and any(
        family == "nada" or kind in ("mutu", "batin", "masalah")
        for kind, family in words[i - 1].lex.kinds
    )
    if last == i and i > 0 and (praised or not words[i - 1].lex.verb):
        return None
    return Quantity("frequency", i, last, 1.0, "kali", _comparator(words, i))


def _comparator(words: tuple[Word, ...], first: int) -> str:
    """The limit said right before a number: min, max or none."""
    i = first - 1
    while i > 0 and (words[i].norm in _LIGHT or words[i].norm == "dalam"):
        i -= 1
    if i < 0 or words[i].norm not in _LIMIT_ENDS:
        return ""
    back = (words[i].norm, _norm(words, i - 1), _norm(words, i - 2))
    for length in (3, 2, 1):
        side = _COMPARATORS.get(back[:length])
        if side is not None:
            return side
    return ""


def _kinds(words: tuple[Word, ...], i: int) -> frozenset[str]:
    if i >= len(words):
        return frozenset()
    return frozenset(kind for kind, _ in words[i].lex.kinds)
