"""Personal data in free text: NIP, NIK, telephone numbers, e-mail addresses.

UU 27/2022 (Pelindungan Data Pribadi) binds public bodies; a NIP reveals birth date and sex. A run
of digits is personal only where its own parts fit, so that account codes, contract numbers, sums
and coordinates stay what they are.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_NIP = re.compile(r"(?<![\w./-])(\d{8})([ .-]?)(\d{6})\2([12])\2(\d{3})(?![\w]|[./-]\d)")
_NIK = re.compile(r"(?<![\w./-])\d{6}([ .-]?)(\d{6})\1(\d{4})(?![\w]|[./-]\d)")
_PHONE = re.compile(
    r"(?<![\w/])(?<!\d[.,-])(?:(?:\+|00)?62[\s.-]?|\(0\)\s?|0)8\d{1,2}(?:[\s.-]?\d{2,5}){2,4}"
    r"(?![\d/]|[.,-]\d)"
    r"|(?<![\w/.])(?:\(0\d{2,3}\)|\+62[\s.-]?\d{2,3}[\s-])\s?\d{3,4}[\s-]?\d{3,4}(?![\d/])"
    r"|(?<![\w/.-])0\d{2,3}-\d{5,8}(?![\w/-])"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)*\.[A-Za-z]{2,}")
# What a number of sixteen digits or a telephone-like one is when its own text says so.
_OTHER_NUMBERS = re.compile(
    r"(?:kontrak|rekening|surat|spm|sp2d|spk|billing|ntpn|akun|mak|dipa|dpa|sk|nup|resi|koordinat"
    r"|kode|seri|barang|register|registrasi|agenda|rp)\W*(?:nomor|no)?\W*$",
    re.IGNORECASE,
)
_MOBILE_DIGITS = range(9, 13)
_LOOK_BACK = 24


class Personal(NamedTuple):
    """One piece of personal data at ``[start, end)`` code points; ``kind`` as users call it."""

    kind: str
    start: int
    end: int


def personal_data(text: str) -> tuple[Personal, ...]:
    """The personal data of a text, left to right.

    In: any text. Out: pieces of the kinds NIP, NIK, nomor telepon and surel that do not overlap.
    """
    found: list[Personal] = []
    for one in sorted(_all(text), key=lambda piece: (piece.start, -piece.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return tuple(found)


def mask(text: str) -> str:
    """The text with every piece of personal data replaced by its kind in brackets: ``[NIP]``."""
    for one in reversed(personal_data(text)):
        text = f"{text[: one.start]}[{one.kind}]{text[one.end :]}"
    return text


def _all(text: str) -> Iterator[Personal]:
    if "@" in text:
        yield from (Personal("surel", m.start(), m.end()) for m in _MAIL.finditer(text))
    if sum(map(str.isdigit, text)) < _MOBILE_DIGITS.start:
        return
    for match in _NIP.finditer(text):
        if _is_date(match[1][4:6], match[1][6:]) and _is_past(match[1], match[3]):
            yield Personal("NIP", match.start(), match.end())
    for match in _NIK.finditer(text):
        day = int(match[2][:2])
        # Women's days are counted from 41.
        born = _is_date(match[2][2:4], f"{day - 40 if day > 40 else day:02}")
        if born and match[3] != "0000" and not _is_other(text, match.start()):
            yield Personal("NIK", match.start(), match.end())
    for match in _PHONE.finditer(text):
        if _is_phone(match[0]) and not _is_other(text, match.start()):
            yield Personal("nomor telepon", match.start(), match.end())


def _is_date(month: str, day: str) -> bool:
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31


def _is_past(born: str, appointed: str) -> bool:
    """Whether birth and appointment are years of a civil servant's life, in this order."""
    first, then = int(born[:4]), int(appointed[:4])
    return 1930 <= first < then <= 2099 and 1 <= int(appointed[4:]) <= 12


def _is_phone(written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    national = re.sub(r"^(?:00)?62|^0", "", digits)
    least = _MOBILE_DIGITS.start if national.startswith("8") else 7
    return least <= len(national) < _MOBILE_DIGITS.stop


def _is_other(text: str, start: int) -> bool:
    return _OTHER_NUMBERS.search(text[max(0, start - _LOOK_BACK) : start]) is not None
