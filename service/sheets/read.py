"""Forms from the rows of a sheet: one to a row, or one over several rows with an RTL on each."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from service.field_names import title_of
from service.problems import Problem
from service.reviewed import Entry, Refused
from service.schemas import FormIn
from service.sheets.draft import Draft, RowValues, continued, extend, plain, values_of
from service.sheets.header import SEARCHED, Column, Header, find_header, is_header_again
from service.sheets.table import (
    DELIMITERS,
    EMPTY,
    Row,
    Source,
    Table,
    Unreadable,
    csv_rows,
    workbook_tables,
)
from service.validation import validate


@dataclass(frozen=True, slots=True)
class Columns:
    """How the columns of a sheet were read."""

    sheet: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Something the user should know that is no fault."""

    sentence: str


Item = Entry | Refused | Columns | Note


def read_workbook(source: Source, whole: Workbook) -> Iterator[Item]:
    """The forms of every sheet that has any, in order, with what was and was not read.

    ``whole`` is ``table.open_workbook(source)``. Raises ``table.Unreadable`` for a broken workbook
    and for one without a sheet of forms.
    """
    found = False
    for table in workbook_tables(source, whole):
        for item in read_table(table):
            found = found or isinstance(item, Columns)
            yield item
    if not found:
        raise Unreadable(_NO_TITLES)


def read_csv(source: Source) -> Iterator[Item]:
    """The forms of a CSV file, whichever delimiter makes the most of its titles.

    Raises ``table.Unreadable`` when no row of titles is recognised.
    """
    headers = {
        delimiter: find_header(list(itertools.islice(csv_rows(source, delimiter), SEARCHED)))
        for delimiter in DELIMITERS
    }
    best = max(DELIMITERS, key=lambda delimiter: _known(headers[delimiter]))
    if headers[best] is None:
        anything = any(not row.blank for row in csv_rows(source, best))
        raise Unreadable(_NO_TITLES if anything else EMPTY)
    yield from read_table(Table("", csv_rows(source, best)))


_NO_TITLES = (
    "Judul kolom tidak ditemukan. Beri satu baris judul yang memuat paling sedikit salah satu dari:"
    " Topik, Hasil yang diharapkan, RTL, Indikator, Catatan dialog, Umpan balik."
)


def read_table(table: Table) -> Iterator[Item]:
    """The forms of one sheet, with what was and was not read, in the order of its rows."""
    rows = iter(table.rows)
    first = list(itertools.islice(rows, SEARCHED))
    header = find_header(first)
    if header is None:
        if any(cell.value is not None for row in first for cell in row.cells):
            yield Note(f"{_named(table)} tidak memuat judul kolom formulir; tidak dibaca.")
        return
    yield Columns(table.sheet, header.columns)
    untitled: Counter[int] = Counter()
    empty = True
    draft: Draft | None = None
    for row in itertools.chain(first, rows):
        if row.number <= header.last or row.blank or is_header_again(header, row):
            continue
        empty = False
        refusal = row.fault or (not table.sheet and _overlong(header, row))
        if refusal:
            yield from _finished(table, draft)
            yield Refused(((_place(table.sheet, row.number), refusal),))
            draft = None
            continue
        untitled.update(_untitled(header, row))
        values = values_of(header, row, table.epoch)
        if values is None:
            continue
        if draft is not None and continued(draft, values):
            extend(draft, values)
        else:
            yield from _finished(table, draft)
            draft = _begun(values)
    yield from _finished(table, draft)
    if empty:
        yield Note(f"{_named(table)} hanya memuat judul kolom, tanpa isi di bawahnya.")
    for column, count in sorted(untitled.items()):
        letter = get_column_letter(column)
        yield Note(f"Kolom {letter} tidak berjudul; {count} selnya yang terisi tidak dibaca.")


def _begun(values: RowValues) -> Draft:
    draft = Draft(values.number, values.ordinal)
    extend(draft, values)
    return draft


def _finished(table: Table, draft: Draft | None) -> Iterator[Item]:
    if draft is None:
        return
    if draft.faults:
        yield Refused(
            tuple(
                (_place(table.sheet, row, column, pointer), sentence)
                for row, column, pointer, sentence in draft.faults
            ),
            whole=False,
        )
    data, cells = plain(draft)
    data.setdefault("id", f"{table.sheet}!{draft.row}" if table.sheet else f"baris {draft.row}")
    try:
        yield Entry(validate(FormIn, data), table.sheet, draft.row, cells)
    except Problem as problem:
        yield Refused(tuple(_faults(problem, table.sheet, draft.row, cells)))


def _faults(
    problem: Problem, sheet: str, row: int, cells: dict[str, tuple[int, int]]
) -> Iterator[tuple[str, str]]:
    for fault in problem.errors:
        pointer = fault["pointer"]
        place = _place(sheet, *cells.get(pointer, (row, 0)), pointer)
        yield place, f"{fault['detail']} Formulir ini tidak diperiksa."


def _place(sheet: str, row: int, column: int = 0, pointer: str = "") -> str:
    where = f"{get_column_letter(column)}{row}" if column else f"baris {row}"
    name = f" ({title_of(pointer)})" if pointer else ""
    return f"{sheet}!{where}{name}" if sheet else f"{where}{name}"


def _overlong(header: Header, row: Row) -> str:
    """A CSV record with more fields than titles: an unquoted delimiter has moved its texts."""
    width = max(column.number for column in header.columns)
    if all(cell.value is None for cell in row.cells[width:]):
        return ""
    return "Baris ini memuat lebih banyak isian daripada judulnya; apit teks berkoma dengan kutip."


def _named(table: Table) -> str:
    return f"Lembar “{table.sheet}”" if table.sheet else "Berkas ini"


def _untitled(header: Header, row: Row) -> Iterable[int]:
    titled = {column.number for column in header.columns}
    return [
        at
        for at, cell in enumerate(row.cells, 1)
        if cell.own and cell.value is not None and at not in titled
    ]


def _known(header: Header | None) -> int:
    return sum(1 for column in header.columns if column.pointer) if header else 0
