"""Marked passages back to their place: tools count characters in different ways.

Browsers count UTF-16 code units, Python code points, and a text that went through a form field
or a spreadsheet may have had its line ends counted as one character or as two. The quoted text
says which way is right.
"""

from collections.abc import Iterator
from itertools import accumulate


def anchor(text: str, start: int, end: int, quote: str | None) -> tuple[int, int] | None:
    """The place of a marked passage in code points, or None when it cannot be known.

    In: the text, the tool's offsets and the passage as the tool stored it (None if it stores
    none: then the offsets are taken as code points). Out: ``text[start:end]`` is the quote up to
    the spelling of line ends. When no way of counting fits, the occurrence of the quote nearest
    to ``start`` is taken, unless two are equally near.
    """
    if quote is None:
        return (start, end) if 0 <= start < end <= len(text) else None
    wanted = _plain(quote)
    if not wanted:
        return None
    for widths in _countings(text):
        places = {at: i for i, at in reversed(list(enumerate(accumulate(widths, initial=0))))}
        first, last = places.get(start), places.get(end)
        if first is not None and last is not None and _plain(text[first:last]) == wanted:
            return first, last
    return _nearest(text, start, wanted)


def _countings(text: str) -> Iterator[list[int]]:
    """How wide each code point is: three readings of line ends, each in two units."""
    for wide in (1, 2):
        units = [wide if ord(char) > 0xFFFF else 1 for char in text]
        yield units
        # "\r\n" counted as one: the "\r" is not there.
        yield [
            0 if char == "\r" and text[i + 1 : i + 2] == "\n" else unit
            for i, (char, unit) in enumerate(zip(text, units, strict=True))
        ]
        # A lone "\n" counted as "\r\n".
        yield [
            2 if char == "\n" and text[i - 1 : i] != "\r" else unit
            for i, (char, unit) in enumerate(zip(text, units, strict=True))
        ]


def _nearest(text: str, start: int, wanted: str) -> tuple[int, int] | None:
    plain, places = _plain(text), _places(text)
    found, at = [], plain.find(wanted)
    while at >= 0:
        found.append((places[at], places[at + len(wanted)]))
        at = plain.find(wanted, at + 1)
    found.sort(key=lambda place: abs(place[0] - start))
    if not found:
        return None
    tied = len(found) > 1 and abs(found[0][0] - start) == abs(found[1][0] - start)
    return None if tied else found[0]


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n")


def _places(text: str) -> list[int]:
    """Where each character of the text with plain line ends stands in the text itself."""
    kept = [i for i in range(len(text)) if text[i : i + 2] != "\r\n"]
    return [i - 1 if text[i - 1 : i + 1] == "\r\n" else i for i in kept] + [len(text)]
