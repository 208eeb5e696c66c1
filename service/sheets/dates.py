"""Dates as people write them in sheets, to ISO 8601."""

import re
from datetime import date, datetime, timedelta

WINDOWS_EPOCH = date(1899, 12, 30)
MAC_EPOCH = date(1904, 1, 1)
"""Day 0 of a workbook's serial numbers; the first allows for Excel's 29 February 1900."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january",
            "feb peb februari pebruari february",
            "mar mrt maret march",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "agu agt ags aug agust agustus august",
            "sep sept september",
            "okt oct oktober october",
            "nov nop november nopember",
            "des dec desember december",
        ),
        1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?")
_TIME = r"(?: \d{1,2}[:.]\d{2}.*)?"
_NUMBERS = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})" + _TIME)
_WORDS = re.compile(r"(\d{1,2})[-\s./]*([a-z]+)\.?[-\s./,]*(\d{4}|\d{2})" + _TIME)
_ENGLISH = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})" + _TIME)
_BEFORE = re.compile(
    r"(?:(?:hari|tanggal|tgl\.?|senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)[\s,/]*)+"
)
_YEARS = range(1950, 2201)


def iso_date(value: object, epoch: date = WINDOWS_EPOCH) -> str:
    """A cell's date as ``YYYY-MM-DD``; of two possible orders the Indonesian one, day first.

    In: a date, a serial number (also as text) counted from ``epoch``, or words. Raises
    ``ValueError`` where no single day of the calendar is named.
    """
    if isinstance(value, datetime):
        found = value.date()
    elif isinstance(value, date):
        found = value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        found = _serial(float(value), epoch)
    else:
        found = _written(" ".join(str(value).lower().split()), epoch)
    if found.year not in _YEARS:
        raise ValueError
    return found.isoformat()


def _serial(days: float, epoch: date) -> date:
    try:
        return epoch + timedelta(days=int(days))
    except OverflowError:
        raise ValueError from None


def _written(text: str, epoch: date) -> date:
    if before := _BEFORE.match(text):
        text = text[before.end() :]
    if re.fullmatch(r"\d{5}(?:[.,]\d+)?", text, re.ASCII):
        return _serial(float(text.replace(",", ".")), epoch)
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        return date(year, month, day)
    if match := _NUMBERS.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
        if month > 12 >= day:
            day, month = month, day
        return date(_full(year), month, day)
    if match := _ENGLISH.fullmatch(text):
        return date(int(match[3]), MONTHS.get(match[1], 0), int(match[2]))
    if match := _WORDS.fullmatch(text):
        return date(_full(int(match[3])), MONTHS.get(match[2], 0), int(match[1]))
    raise ValueError


def _full(year: int) -> int:
    return year + 2000 if year < 100 else year
