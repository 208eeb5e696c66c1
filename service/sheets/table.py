"""Sheets and CSV files as plain rows of cells, a merged range holding its value in every cell."""

import codecs
import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import openpyxl
from openpyxl.cell.read_only import EmptyCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from service.problems import thousands
from service.settings import settings
from service.sheets.dates import WINDOWS_EPOCH

_CHUNK = 1 << 20
_MAX_FIELD = 10 * settings.max_text_chars
DELIMITERS = (",", ";", "\t", "|")
OWN_SHEETS = "cermat"
"""The document property that lists the sheets a review has added, a slash between them."""
COLUMNS = 500
"""Columns beyond this are not read: no form is that wide."""

EMPTY = "Berkas ini kosong. Simpan atau unduh ulang, lalu coba lagi."
_OLE = b"\xd0\xcf\x11\xe0"
"""How Excel files before .xlsx begin, and .xlsx files locked with a password."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

Source = Path | bytes
"""A file by its name, or all that is in it."""


class Cell(NamedTuple):
    """A cell: its value, whether it stands here itself or by merging, and why it says nothing."""

    value: Any = None
    own: bool = True
    fault: str = ""


class Row(NamedTuple):
    """A row and its number as the spreadsheet shows it; a fault when the row cannot be read."""

    number: int
    cells: tuple[Cell, ...] = ()
    fault: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing stands here: sheets may be formatted far below their last form."""
        return not self.fault and all(
            (cell.value is None and not cell.fault) or not cell.own for cell in self.cells
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet, or a CSV file (``sheet`` is then empty); ``rows`` can be gone through once."""

    sheet: str
    rows: Iterable[Row]
    epoch: date = WINDOWS_EPOCH


class Unreadable(Exception):  # noqa: N818 - a fact about a file, told to the user
    """A file that holds no sheets we can read; the message is an Indonesian sentence."""


class TooLarge(Unreadable):
    """A workbook that would fill the memory."""


def open_workbook(source: Source) -> Workbook:
    """The workbook with formulas and formats, to be marked and saved under another name.

    Raises ``Unreadable``.
    """
    _check_unpacked(source)
    return _load(source, data_only=False)


def workbook_tables(source: Source, whole: Workbook) -> Iterator[Table]:
    """Each sheet with the values Excel computed last; ``whole`` says merges and formulas.

    Raises ``Unreadable``.
    """
    with closing(_load(source, data_only=True, read_only=True)) as values:
        for sheet in whole.worksheets:
            if sheet.title in own_sheets(whole):
                continue
            yield Table(sheet.title, _sheet_rows(values[sheet.title], sheet), whole.epoch.date())


def own_sheets(workbook: Workbook) -> list[str]:
    """The sheets an earlier review added to this workbook."""
    known = {prop.name: prop.value for prop in workbook.custom_doc_props.props}
    return str(known.get(OWN_SHEETS, "")).split("/")


def csv_rows(source: Source, delimiter: str) -> Iterator[Row]:
    """The records of a CSV file in UTF-8 (with or without mark), UTF-16 or cp1252."""
    csv.field_size_limit(_MAX_FIELD)
    with (
        _opened(source) as stream,
        io.TextIOWrapper(stream, encoding=_encoding(source), newline="") as lines,
    ):
        records = csv.reader(lines, delimiter=delimiter, strict=True)
        for number in range(1, 1 << 62):
            try:
                record = next(records)
            except StopIteration:
                return
            except csv.Error:
                yield Row(
                    number,
                    fault="Tanda kutip di baris ini tidak berpasangan atau isinya terlalu panjang;"
                    ' tulis tanda kutip di dalam teks dua kali ("").',
                )
                continue
            if number == 1 and len(record) <= 2 and record[:1] and record[0].startswith("sep="):
                continue
            yield Row(number, tuple(Cell(value or None) for value in record))


def _load(source: Source, data_only: bool, read_only: bool = False) -> Workbook:
    try:
        file = io.BytesIO(source) if isinstance(source, bytes) else source
        return openpyxl.load_workbook(file, data_only=data_only, read_only=read_only)
    except (InvalidFileException, zipfile.BadZipFile):
        reason = _what_instead(source)
    except (KeyError, ValueError, TypeError, SyntaxError, EOFError):
        # What openpyxl and the XML parser raise for a workbook that is broken inside.
        reason = "rusak"
    raise Unreadable(
        f"Berkas ini {reason}. Buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx tanpa"
        " kata sandi."
    )


def _what_instead(source: Source) -> str:
    """What a file is that is called .xlsx and is none."""
    with _opened(source) as stream:
        start = stream.read(512)
        if not start:
            raise Unreadable(EMPTY)
        if start.startswith(_OLE):
            locked = _ENCRYPTED in start + stream.read()
            return "terkunci kata sandi" if locked else "buku kerja berformat lama (.xls)"
    if start.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"<"):
        return "halaman web atau XML, bukan buku kerja .xlsx"
    return "rusak atau bukan buku kerja .xlsx"


def _check_unpacked(source: Source) -> None:
    """Refuse a workbook that would fill the memory; a zip gives no more than it announces."""
    try:
        with _opened(source) as stream, zipfile.ZipFile(stream) as parts:
            size = sum(part.file_size for part in parts.infolist())
    except zipfile.BadZipFile:
        return  # said better by whoever opens it
    if size > settings.max_unpacked_bytes:
        raise TooLarge(
            f"Isi buku kerja ini melebihi {thousands(settings.max_unpacked_bytes)} bita setelah"
            " dibuka mampatannya. Pecah menjadi beberapa berkas."
        )


def _sheet_rows(values: Any, whole: Any) -> Iterator[Row]:
    merged = merged_cells(whole)
    anchors = set(merged.values())
    widths: dict[int, int] = {}
    for row, column in merged:
        widths[row] = max(column, widths.get(row, 0))
    held: dict[tuple[int, int], Cell] = {}
    # Some writers state a wrong size; the rows themselves do not lie.
    values.reset_dimensions()
    for number, found in enumerate(values.iter_rows(), 1):
        cells = [_cell(cell, whole, number, at) for at, cell in enumerate(found[:COLUMNS], 1)]
        cells += [Cell()] * (widths.get(number, 0) - len(cells))
        for column, cell in enumerate(cells, 1):
            place = (number, column)
            if place in anchors:
                held[place] = cell
            elif place in merged:
                cells[column - 1] = held.get(merged[place], Cell())._replace(own=False, fault="")
        yield Row(number, tuple(cells))


def merged_cells(sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """Every covered cell of the merged ranges with the cell it belongs to, as (row, column)."""
    last = sheet.max_row  # counted anew at every look
    return {
        (row, column): (area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, min(area.max_row, last) + 1)
        for column in range(area.min_col, min(area.max_col, COLUMNS) + 1)
        if (row, column) != (area.min_row, area.min_col)
    }


def _cell(cell: Any, whole: Any, row: int, column: int) -> Cell:
    value = cell.value
    if value is None:
        if not isinstance(cell, EmptyCell) and whole.cell(row, column).data_type == "f":
            return Cell(
                fault="Rumus di sel ini belum dihitung; buka berkasnya di Excel atau LibreOffice,"
                " simpan, lalu ulangi."
            )
        return Cell()
    if cell.data_type == "e":
        return Cell(fault="Rumus di sel ini menghasilkan galat; perbaiki rumusnya.")
    if isinstance(value, float) and "%" in (cell.number_format or ""):
        return Cell(round(value * 100, 10))
    return Cell(value)


def _opened(source: Source) -> BinaryIO:
    return io.BytesIO(source) if isinstance(source, bytes) else open(source, "rb")


def _encoding(source: Source) -> str:
    with _opened(source) as stream:
        start = stream.read(3)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        if b"\0" in start:
            return "utf-16-be" if start[0] == 0 else "utf-16-le"
        stream.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while chunk := stream.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"
