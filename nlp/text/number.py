"""Numerals: how much a number in digits or words is, and where it ends."""

import re
from typing import NamedTuple

from nlp.text.word import Word

_DIGITS = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:[.,](\d+))?")
_RANGE = re.compile(r"(\d+(?:[.,]\d+)?)[-–](\d+(?:[.,]\d+)?)")
_PRODUCT = re.compile(r"(\d+)x(\d+)")
_FRACTION = re.compile(r"(\d{1,2})/([1-9]|[12]\d|3[01])")

_ONES = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7,
    "delapan": 8, "sembilan": 9,
}  # fmt: skip
_TENS = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "selusin": 12}
_SCALES = {"ribu": 1e3, "juta": 1e6, "miliar": 1e9, "triliun": 1e12}
_ONE_SCALES = {"seribu": 1e3, "sejuta": 1e6}
_PARTS = {"setengah": 0.5, "separuh": 0.5, "sepertiga": 1 / 3, "seperempat": 0.25}
_DENOMINATORS = {
    "perdua": 2, "pertiga": 3, "perempat": 4, "perlima": 5, "perenam": 6, "perdelapan": 8,
    "persepuluh": 10,
}  # fmt: skip
_UNTIL = frozenset(("sampai", "hingga", "-", "–"))

NUMBER_WORDS = frozenset((*_ONES, *_TENS, *_ONE_SCALES, *_PARTS))
ORDINALS = {"pertama": 1} | {
    f"ke{word}": value for word, value in (_ONES | _TENS).items() if value > 1
}


class Numeral(NamedTuple):
    """The value of a number and its last word."""

    value: float
    last: int


def numeral(words: tuple[Word, ...], i: int) -> Numeral | None:
    """The number that begins at word ``i``, read to its end.

    In: words as meant. Out: its value, a range by its upper end ("5-7", "dua sampai tiga"), with a
    repetition in brackets ("2 (dua)") and a half added ("satu setengah"); None where no number is.
    """
    found = _simple(words, i)
    if found is None:
        return None
    found = _doubled(words, found)
    upper = _upper(words, found.last)
    return _doubled(words, upper) if upper else found


def plain_number(text: str) -> float | None:
    """The value of one written number ("1.250", "2,5", "5-7", "1/2", "2x24"), or None."""
    match = _DIGITS.fullmatch(text)
    if match:
        whole = match[1].replace(".", "")
        return float(f"{whole}.{match[2]}") if match[2] else float(whole)
    match = _RANGE.fullmatch(text)
    if match:
        return plain_number(match[2])
    match = _PRODUCT.fullmatch(text)
    if match:
        return float(match[1]) * float(match[2])
    match = _FRACTION.fullmatch(text)
    return int(match[1]) / int(match[2]) if match else None


def _norm(words: tuple[Word, ...], i: int) -> str:
    return words[i].norm if i < len(words) else ""


def _simple(words: tuple[Word, ...], i: int) -> Numeral | None:
    found = _digits(words, i) or _spelled(words, i) or _hyphenated(words, i)
    if found is None:
        part = _PARTS.get(_norm(words, i))
        return None if part is None else Numeral(part, i)
    following = _norm(words, found.last + 1)
    if following in ("setengah", "1/2"):
        return Numeral(found.value + 0.5, found.last + 1)
    if following in _DENOMINATORS:
        return Numeral(found.value / _DENOMINATORS[following], found.last + 1)
    return found


def _digits(words: tuple[Word, ...], i: int) -> Numeral | None:
    value = plain_number(_norm(words, i))
    if value is None:
        return None
    last = i
    if _norm(words, i + 1) in ("x", "×"):
        factor = plain_number(_norm(words, i + 2))
        if factor is not None:
            value, last = value * factor, i + 2
    while _norm(words, last + 1) in _SCALES:
        last += 1
        value *= _SCALES[words[last].norm]
    return Numeral(value, last)


def _spelled(words: tuple[Word, ...], i: int) -> Numeral | None:
    """ "dua ribu tiga ratus lima": thousands, the group below them, and the digit still open."""
    total, group, digit = 0.0, 0.0, None
    last = i
    while True:
        norm = _norm(words, last)
        if norm in _ONES and digit is None:
            digit = _ONES[norm]
        elif norm in _TENS and digit is None:
            group += _TENS[norm]
        elif norm in ("belas", "puluh", "ratus") and digit is not None:
            group += digit + 10 if norm == "belas" else digit * (10 if norm == "puluh" else 100)
            digit = None
        elif norm in _SCALES and (group or digit):
            total += (group + (digit or 0)) * _SCALES[norm]
            group, digit = 0.0, None
        elif norm in _ONE_SCALES and last == i:
            total += _ONE_SCALES[norm]
        else:
            break
        last += 1
    return Numeral(total + group + (digit or 0), last - 1) if last > i else None


def _hyphenated(words: tuple[Word, ...], i: int) -> Numeral | None:
    """ "dua-tiga": a range in words."""
    low, dash, high = _norm(words, i).partition("-")
    return Numeral(_ONES[high], i) if dash and low in _ONES and high in _ONES else None


def _doubled(words: tuple[Word, ...], found: Numeral) -> Numeral:
    """The same number said again in brackets belongs to it: "2 (dua)"."""
    if _norm(words, found.last + 1) == "(":
        again = _simple(words, found.last + 2)
        if again and _norm(words, again.last + 1) == ")":
            return Numeral(found.value, again.last + 1)
    return found


def _upper(words: tuple[Word, ...], last: int) -> Numeral | None:
    """The upper end of a range after its lower end at ``last``."""
    if _norm(words, last + 1) not in _UNTIL:
        return None
    return _simple(words, last + 3 if _norm(words, last + 2) == "dengan" else last + 2)
