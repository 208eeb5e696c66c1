"""What a feedback says of a target, and how a unit is to be read (guideline 9)."""

from nlp.text.clause import is_predicate
from nlp.text.lexicon import lexeme
from nlp.text.word import Mark, Text

TIME_UNITS = frozenset(
    "detik menit jam hari minggu pekan bulan triwulan semester tahun hk caturwulan".split()
)
# Fewer of these is better, unless it is their handling that is counted.
_FAULTS = frozenset(
    (
        "salah keluh temu lambat aduan adu komplain celaka insiden ganggu rusak hilang cacat gagal "
        "error galat langgar kurang tolak koreksi ralat retur tunggak"
    ).split()
)
_HANDLED = frozenset(
    "tindak tindaklanjut selesai tangani tangan jawab tutup tuntas layan proses benah".split()
)
_AIMS = frozenset("target rencana sasaran jadwal janji harap minta ekspektasi".split())
_REACHING = frozenset("capai penuh lampau lebih lewat raih tepat pas sesuai".split())
_ALL = frozenset(("seluruh", "seluruhnya", "semua", "semuanya", "segenap", "keseluruhan"))
_FULL = frozenset("penuh selesai rampung tuntas beres lengkap kelar jadi cek capai lunas".split())
_REACH = 16
_STRETCHES = frozenset("triwulan semester kuartal tahap termin bulan minggu pekan".split())
_AWAY = frozenset(("jauh", "bawah", "meleset", "luput"))
_QUICK = frozenset(("cepat", "awal", "dini", "dulu", "dahului", "singkat", "pendek", "hemat"))
_LATE = frozenset("lambat telat mundur tunda molor undur luncur tertinggal".split())
_OVER = frozenset(("selesai", "rampung", "tuntas", "kelar"))
_STANDING = frozenset("percepatan duluan sisa sisanya tersisa berjalan tinggal".split())
_MEASURED_TIME = frozenset(("tunggu", "lama", "durasi", "tanggap"))


def lower_is_better(unit: str, text: Text | None) -> bool:
    """Whether few are wanted of what is counted: "temuan", "keluhan", "hari terlambat".

    In: the unit as written, and the feedback, which may say that handling is counted.
    """
    roots = {lexeme(word).morph.root for word in unit.lower().split()}
    said = {word.morph.root for word in text.words if word.lex.verb} if text else set()
    return bool(roots & _FAULTS) and not (roots | said) & _HANDLED


def is_time(unit: str) -> bool:
    """Whether a unit counts time: "bulan", "hari kerja"; not "laporan bulanan"."""
    words = unit.lower().split()
    return bool(words) and words[0] in TIME_UNITS and words[1:] in ([], ["kerja"], ["kalender"])


def explains_time(text: Text) -> bool:
    """Whether a text says why less time was used: earlier, later, finished, or only begun."""
    if any(quantity.kind == "duration" for quantity in text.quantities):
        return True
    words = text.words
    for i, word in enumerate(words):
        root, before = word.morph.root, words[i - 1].norm if i else ""
        if root in _QUICK and (before in ("lebih", "paling", "sangat") or word.morph.prefix):
            return True
        if root in _LATE | _MEASURED_TIME or word.norm in _STANDING:
            return True
        if before == "baru" and is_predicate(words, i):
            return True
        if root in _OVER and word.morph.prefix != "pe":
            return True
    return says_reached(text) is not None or says_short(text) is not None


def says_reached(text: Text) -> Mark | None:
    """The words that say that a target is reached, or all of it done; None where none do."""
    for i, word in enumerate(text.words):
        if text.negated[i] >= 0 or text.clauses[text.clause_at(i)].kind in ("purpose", "condition"):
            continue
        if word.morph.root in _REACHING or word.norm in _REACHING:
            aim = _near(text, i, _AIMS, 3)
            if aim is None or _of_a_part(text, aim) or text.negated[aim] >= 0:
                continue
            if not _away(text, min(i, aim)):
                return Mark("tercapai", *sorted((i, aim)))
        if word.norm in _ALL:
            done = _done_after(text, i)
            if done is not None:
                return Mark("tercapai", *sorted((i, done)))
    for quantity in text.quantities:
        whole = quantity.kind == "percent" and quantity.value == 100.0
        if whole and quantity.first and text.words[quantity.first - 1].morph.root in _FULL:
            return Mark("tercapai", quantity.first - 1, quantity.last)
    return None


def says_short(text: Text) -> Mark | None:
    """The words that say that a target is missed or nothing done yet; None where none do."""
    for i, word in enumerate(text.words):
        if word.norm in _AWAY and text.negated[i] < 0:
            aim = _near(text, i, _AIMS, 3)
            if aim is not None and aim > i:
                return Mark("belum_tercapai", i, aim)
        negator = text.negated[i]
        if negator >= 0 and word.morph.root in _REACHING and _near(text, i, _AIMS, 3) is not None:
            return Mark("belum_tercapai", negator, i)
        if word.norm in ("belum", "tidak") and _none_at_all(text, i):
            return Mark("belum_tercapai", i, min(i + 3, len(text.words) - 1))
        if word.norm == "baru" and any(
            q.first == i + 1 and q.kind in ("count", "percent") for q in text.quantities
        ):
            return Mark("belum_tercapai", i, i + 1)
    return None


def _near(text: Text, i: int, roots: frozenset[str], reach: int) -> int | None:
    """The nearest word of these roots in the same clause, at most ``reach`` words away."""
    clause = text.clauses[text.clause_at(i)]
    for distance in range(1, reach + 1):
        for k in (i + distance, i - distance):
            if clause.first <= k <= clause.last and text.words[k].morph.root in roots:
                return k
    return None


def _away(text: Text, i: int) -> bool:
    return any(word.norm in _AWAY for word in text.words[max(0, i - 2) : i + 1])


def _of_a_part(text: Text, aim: int) -> bool:
    """Whether the aim is that of a stretch on the way: "target semester", "jadwal triwulan ini"."""
    return any(word.norm in _STRETCHES for word in text.words[aim + 1 : aim + 3])


def _done_after(text: Text, i: int) -> int | None:
    """The word that says that "seluruh …" is done, in the same clause and not denied."""
    clause = text.clauses[text.clause_at(i)]
    if clause.kind not in ("main", "contrast") or clause.aspect in ("open", "future"):
        return None
    for k in range(max(clause.first, i - _REACH), min(clause.last, i + _REACH) + 1):
        word = text.words[k]
        passive = word.morph.prefix in ("di", "ter") and clause.aspect == "done"
        if text.negated[k] < 0 and (
            passive or (word.morph.root in _FULL and word.morph.prefix in ("", "ter", "di"))
        ):
            return k
    return None


def _none_at_all(text: Text, i: int) -> bool:
    """ "belum satu pun", "belum ada satu pun": none of it is done."""
    near = " ".join(word.norm for word in text.words[i + 1 : i + 4])
    return "satu pun" in near or "satupun" in near
