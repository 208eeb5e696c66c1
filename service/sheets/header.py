"""Which row holds the column titles, and which field each column is."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from service.field_names import FREE_TEXTS, column_of
from service.sheets.table import Row
from service.sheets.values import text

SEARCHED = 40
"""Titles are looked for in this many first rows."""
_DEPTH = 3
_ENOUGH = 6
"""With fewer known titles, a third of all must be known."""
_ROW_NUMBER = re.compile(r"(?:no|nomor|no\. ?urut|nomor urut|#)\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column (from 1), its title as written, and the field it is; None: not recognised.

    In pointers ``-`` is the next item of a list: one to a row. ``row_number`` marks a running
    number, which is no field.
    """

    number: int
    title: str
    pointer: str | None
    row_number: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """The columns, and the rows ``first``..``last`` that hold their titles."""

    first: int
    last: int
    columns: tuple[Column, ...]
    titles: frozenset[tuple[str, ...]]


def find_header(rows: Sequence[Row]) -> Header | None:
    """The titles among the first rows, also below a heading and on up to three levels.

    None when no row names one of the six free texts: then the sheet holds no forms.
    """
    best: tuple[int, int, int] = (0, 0, 0)
    found: tuple[int, int] | None = None
    for top in range(len(rows)):
        for depth in range(1, _DEPTH + 1):
            part = rows[top : top + depth]
            if len(part) < depth or not _titles(part[0]) or not _titles(part[-1]):
                break
            columns = _columns(part)
            known = {column.pointer for column in columns if column.pointer}
            rank = (len(known), -depth, -top)
            # A row of findings names a field too; a row of titles is mostly titles we know.
            if len(known) < _ENOUGH and 3 * len(known) < len(columns):
                continue
            if rank > best and any(_generic(pointer) in FREE_TEXTS for pointer in known):
                best, found = rank, (top, depth)
    return _with_groups(rows, *found, known=best[0]) if found else None


def _with_groups(rows: Sequence[Row], top: int, depth: int, known: int) -> Header:
    """The header with all its levels: “Atasan” above “NIP” may be all that tells whose NIP."""
    start = top
    while (
        start
        and depth + top - start < _DEPTH
        and len(set(_titles(rows[start - 1]))) > 1
        and _count(_columns(rows[start - 1 : top + depth])) >= known
    ):
        start -= 1
    end = top + depth
    if end < len(rows) and end - start < _DEPTH and _only_titles(rows[end]):
        end += _count(_columns(rows[start : end + 1])) >= known
    part = rows[start:end]
    titles = frozenset(_titles(row) for row in part)
    return Header(part[0].number, part[-1].number, _columns(part), titles)


def _only_titles(row: Row) -> bool:
    titles = _titles(row)
    return bool(titles) and all(column_of(title) for title in titles)


def _count(columns: tuple[Column, ...]) -> int:
    return len({column.pointer for column in columns if column.pointer})


def is_header_again(header: Header, row: Row) -> bool:
    """A row of titles merged downwards, or repeated on a new page, or the numbers below titles."""
    titles = _titles(row)
    counting = [re.sub(r"\D", "", title) for title in titles]
    if len(titles) >= 3 and counting == [str(number) for number in range(1, len(titles) + 1)]:
        return row.number <= header.last + 2
    return titles in header.titles


def _titles(row: Row) -> tuple[str, ...]:
    return tuple(_title(cell.value) for cell in row.cells if cell.value is not None)


def _title(value: object) -> str:
    return " ".join(text(value).split())


def _columns(rows: Sequence[Row]) -> tuple[Column, ...]:
    made: list[Column] = []
    taken: Counter[str] = Counter()
    for index in range(max(len(row.cells) for row in rows)):
        levels: list[str] = []
        for row in rows:
            title = _title(row.cells[index].value or "") if index < len(row.cells) else ""
            if title and title not in levels:
                levels.append(title)
        if not levels:
            continue
        written = " › ".join(levels)
        pointer = _pointer(levels)
        if pointer and taken[pointer]:
            # “RTL | Indikator | RTL | Indikator”: the second pair is the second item.
            pointer = _again(pointer, taken)
        if pointer:
            taken[pointer] += 1
        made.append(Column(index + 1, written, pointer, bool(_ROW_NUMBER.fullmatch(levels[-1]))))
    return _numbered(made)


def _pointer(levels: list[str]) -> str | None:
    if len(levels) == 1:
        return column_of(levels[0])
    for above in reversed(levels[:-1]):
        if pointer := column_of(levels[-1], above):
            return pointer
    return None


def _again(pointer: str, taken: Counter[str]) -> str | None:
    if "/-/" not in pointer:
        return None
    number = 1
    while taken[pointer.replace("/-/", f"/{number}/")]:
        number += 1
    return pointer.replace("/-/", f"/{number}/")


def _numbered(columns: list[Column]) -> tuple[Column, ...]:
    """In a list whose titles repeat, the titles without a number are the first item."""
    repeated = {
        re.sub(r"/\d+/", "/-/", column.pointer)
        for column in columns
        if column.pointer and re.search(r"/\d+/", column.pointer)
    }
    lists = {pointer.split("/")[1] for pointer in repeated}
    return tuple(
        Column(c.number, c.title, c.pointer.replace("/-/", "/0/"), c.row_number)
        if c.pointer and "/-/" in c.pointer and c.pointer.split("/")[1] in lists
        else c
        for c in columns
    )


def _generic(pointer: str) -> str:
    return re.sub(r"/\d+/", "/-/", pointer)
