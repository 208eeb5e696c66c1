"""Cutting a text into passages, each with the field its label names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from nlp.form import Field
from service.field_names import LONGEST_LABEL, field_of

LISTED: tuple[Field, ...] = ("rtl", "indikator", "umpan_balik")
"""Fields that a form holds several of."""

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|\Z")
_ITEM = re.compile(r"\s*(?:\(?(?:\d{1,2}|[A-Za-z])[.)]|[-–—•*·▪‣○●])\s+")
_AFTER_LABEL = re.compile(r"\s*(?:[:：\t]|\s[-–—=]\s|(?<=\d)[.)]\s)\s*")
_NUMBER = re.compile(r"\d{1,2}")
# Only what is planned is cut within a line: in notes and feedback “Hasil:” is part of the story.
_PLANNED: tuple[Field, ...] = ("topik", "hasil", "rtl", "indikator")
_WITHIN = re.compile(r"(?<=[.;!?])\s+(?=([A-Z][^.;:!?]*):\s)")
_LEAD = re.compile(r"[\s:：–—-]*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch ``[start, end)`` of a text, in code points, and what it is.

    ``field`` is None where no label tells; ``number`` is the label's own, as in "RTL 2".
    """

    start: int
    end: int
    field: Field | None = None
    number: int | None = None


class _Line(NamedTuple):
    start: int
    end: int
    field: Field | None


class _Label(NamedTuple):
    field: Field
    number: int | None
    end: int


def passages(text: str, labels: Sequence[tuple[int, Field]] = ()) -> Iterator[Passage]:
    """The passages of a text, in order; none is empty.

    In: the text, and the places before which markup names a field. A label gives its field to the
    rest of its line and to the lines after it, up to the next label or an empty line; of the
    listed fields each numbered or dotted line is a passage of its own. Lines without a label are
    passages without a field, one each. A line that begins with a label of the plan may go on with
    others: “Topik: …. RTL: …. Indikator: …”.
    """
    label: _Label | None = None
    opened: Passage | None = None
    ended = False
    for line in _cut(text, _lines(text, labels)):
        written = _label(text, line)
        start, end = _stripped(text, written.end if written else line.start, line.end)
        if start == end and not written:
            if opened:
                yield opened
                opened, ended = None, True
            continue
        item = _ITEM.match(text, start, end)
        if written:
            label = written
        elif ended and not (item and label and label.field in LISTED):
            label = None
        ended = False
        fresh = opened is None or label is None or written is not None
        if item and (label is None or label.field in LISTED):
            start, fresh = item.end(), True
        if opened and fresh:
            yield opened
            opened = None
        if opened:
            opened = replace(opened, end=end)
        elif start < end:
            opened = Passage(start, end, *(label[:2] if label else (None, None)))
    if opened:
        yield opened


def _lines(text: str, labels: Sequence[tuple[int, Field]]) -> Iterator[_Line]:
    """Lines of the text, cut once more where markup names a field."""
    waiting = list(labels)[::-1]
    start, field = 0, None
    for mark in _BREAK.finditer(text):
        while waiting and waiting[-1][0] <= mark.start():
            place, named = waiting.pop()
            if field or text[start:place].strip():
                yield _Line(start, place, field)
            start, field = place, named
        yield _Line(start, mark.start(), field)
        start, field = mark.end(), None


def _cut(text: str, lines: Iterable[_Line]) -> Iterator[_Line]:
    """Lines cut once more where a sentence ends and a label of the plan follows."""
    for line in lines:
        first = _label(text, line)
        if first and first.field in _PLANNED:
            for mark in _WITHIN.finditer(text, first.end, line.end):
                if field_of(mark[1]) in _PLANNED:
                    yield _Line(line.start, mark.start(), line.field)
                    line = _Line(mark.end(), line.end, None)
        yield line


def _label(text: str, line: _Line) -> _Label | None:
    if line.field:
        lead = _LEAD.match(text, line.start, line.end)
        return _Label(line.field, None, lead.end() if lead else line.start)
    item = _ITEM.match(text, line.start, line.end)
    start = item.end() if item else line.start
    after = _AFTER_LABEL.search(text, start, min(line.end, start + LONGEST_LABEL + 5))
    words = text[start : after.start() if after else line.end]
    field = field_of(words.strip())
    if field is None:
        return None
    number = _NUMBER.search(words)
    end = after.end() if after else line.end
    return _Label(field, int(number[0]) if number else None, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
