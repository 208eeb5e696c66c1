"""Tables: rows under column names, from CSV, XLSX, data sets and flat JSON.

Long: a column that names the field, one for the text, one for the label. Wide: texts and labels
in columns named for the field and the task. An empty label means that nobody has judged yet.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from training.sources.item import is_blank
from training.sources.label_studio import is_marks, marks_of
from training.sources.names import IGNORED, meaning, role_of
from training.sources.record import MARKS, Answer, Mark, Record, Refusal, Sheet

_HEADER_WITHIN = 30
_SHIFTED = "Baris ini bersel lebih banyak daripada judulnya; apit teks dengan tanda kutip."
_UNCLOSED = "Tanda kutip pada baris ini tidak ditutup, sehingga baris berikutnya ikut terbaca."
_DELIMITERS = ",;\t|"
# Label Studio's CSV and JSON_MIN: there every column may be a question.
_LABEL_STUDIO = {"annotation_id", "lead_time"}

Grid = Iterable[tuple[int, list[Any]]]
"""Rows of cells with their line numbers."""


def csv_sheet(text: str, labelled: bool = True) -> Sheet | None:
    """The table in a CSV text, whatever its delimiter; None when no row names our columns.

    ``labelled`` as in :func:`is_header`. Raises ``csv.Error`` when the text cannot be split into
    cells.
    """
    best: tuple[int, Sheet] | None = None
    for delimiter in _DELIMITERS:
        grid = list(_split(text, delimiter))
        sheet = grid_sheet("", grid, strict=True, labelled=labelled)
        known = sum(said != IGNORED for said in sheet.columns.values()) if sheet else 0
        if sheet and (best is None or known > best[0]):
            best = known, sheet
    return best[1] if best else None


def _split(text: str, delimiter: str) -> Iterator[tuple[int, list[Any]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    for cells in reader:
        yield line, cells
        line = reader.line_num + 1


def grid_sheet(name: str, grid: Grid, strict: bool = False, labelled: bool = True) -> Sheet | None:
    """The table in a grid whose header may stand below title rows; None when there is none.

    ``strict`` refuses rows with more cells than the header has (a delimiter inside an unquoted
    text has moved them) and rows that an open quotation mark has run together;
    ``labelled`` as in :func:`is_header`.
    """
    rows = iter(grid)
    header: list[str] = []
    for number, (_, cells) in enumerate(rows):
        header = ["" if is_blank(cell) else str(cell).strip() for cell in cells]
        if is_header(header, labelled):
            break
        if number >= _HEADER_WITHIN:
            return None
    else:
        return None
    twice = {one for one in header if one and header.count(one) > 1}
    if twice:
        raise ValueError(f"kolom {min(twice)} tertulis dua kali; ganti nama salah satunya")
    found: list[Record | Refusal | tuple[int, dict[str, Any]]] = []
    for line, cells in rows:
        if all(is_blank(cell) for cell in cells):
            continue
        if strict and any(not is_blank(cell) for cell in cells[len(header) :]):
            found.append(Refusal(line, _SHIFTED))
            continue
        if strict and len(cells) < len(header) and "\n" in str(cells[-1]):
            found.append(Refusal(line, _UNCLOSED))
            continue
        padded = [*cells, *[None] * len(header)]
        found.append((line, {one: padded[i] for i, one in enumerate(header) if one}))
    sheet = table(name, [row for row in found if isinstance(row, tuple)])
    refused = [row for row in found if isinstance(row, Refusal)]
    columns = {one: meaning(role_of(one)) for one in header if one} | sheet.columns
    records = sorted([*sheet.records, *refused], key=lambda record: record.line)
    return Sheet(name, records, columns)


def is_header(names: list[str], labelled: bool = True) -> bool:
    """Whether these cells name at least one text and, unless not ``labelled``, one label."""
    kinds = {role.kind for role in map(role_of, names) if role}
    return "text" in kinds and bool(
        not labelled or kinds & {"task", "label"} or set(names) >= _LABEL_STUDIO
    )


def table(name: str, rows: list[tuple[int, dict[str, Any]]]) -> Sheet:
    """Rows by column name → records: label columns are answers, the rest stands beside them."""
    names = {column for _, row in rows for column in row}
    is_open = names >= _LABEL_STUDIO
    columns: dict[str, str] = {}
    records: list[Record | Refusal] = []
    for line, row in rows:
        data: dict[str, Any] = {}
        answers: list[Answer] = []
        marks: list[Mark] = []
        who = str(row.get("annotator") or row.get("penilai") or "")
        for column, cell in row.items():
            role, value = role_of(column), _decoded(cell)
            if is_marks(value):
                marks += marks_of(value)
                columns[column] = MARKS
            elif role.kind in ("task", "label") if role else _is_question(value, is_open):
                answers.append(Answer(column, value, who))
            else:
                data[column] = cell
        records.append(Record(line, data, tuple(answers), tuple(marks)))
    return Sheet(name, records, columns)


def _is_question(value: Any, is_open: bool) -> bool:
    return is_open or (isinstance(value, Mapping) and "choices" in value)


def _decoded(cell: Any) -> Any:
    """Tools write lists and choices into a cell as JSON."""
    if isinstance(cell, str) and cell.startswith(("[", "{")):
        try:
            return json.loads(cell)
        except (ValueError, RecursionError):
            return cell
    return cell
