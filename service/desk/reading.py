"""A file of forms as lines of JSON: what was read as what, the forms, and what could not be read.

One line is one of ``{"columns": …}``, ``{"form": …}``, ``{"faults": …}``, ``{"note": …}``,
``{"problem": …}`` (nothing more can be read) and, last of a file read to its end, ``{"end": …}``.
"""

import io
from collections.abc import Iterator
from typing import Any, Literal

from openpyxl.utils import get_column_letter

from service.body import JSON_TYPE, NDJSON_TYPES
from service.field_names import title_of
from service.files import read_forms
from service.problems import Problem, as_dict
from service.reviewed import Entry, Refused
from service.sheets.read import Columns, Item, read_csv, read_workbook
from service.sheets.table import TooLarge, Unreadable, open_workbook

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV_TYPE = "text/csv"

Kind = Literal["xlsx", "csv", "json", "jsonl"]
KINDS: dict[str, Kind] = {
    XLSX_TYPE: "xlsx",
    CSV_TYPE: "csv",
    JSON_TYPE: "json",
    **dict.fromkeys(NDJSON_TYPES, "jsonl"),
}
"""Media type to kind of file."""


def read_lines(kind: Kind, body: bytes) -> Iterator[dict[str, Any]]:
    """The lines for the file ``body``. Raises nothing for a file of the wrong shape."""
    forms = 0
    try:
        for item in _items(kind, body):
            forms += isinstance(item, Entry)
            yield _line(item)
    except Unreadable as error:
        problem = Problem("ukuran" if isinstance(error, TooLarge) else "berkas", str(error))
        yield {"problem": as_dict(problem)}
    except Problem as problem:
        yield {"problem": as_dict(problem)}
    else:
        yield {"end": {"forms": forms}}


def _items(kind: Kind, body: bytes) -> Iterator[Item]:
    if kind == "xlsx":
        yield from read_workbook(body, open_workbook(body))
    elif kind == "csv":
        yield from read_csv(body)
    else:
        for form in read_forms(io.BytesIO(body), kind == "jsonl"):
            if isinstance(form, list):
                yield Refused(tuple((f"baris {line}", sentence) for line, sentence in form))
            else:
                yield Entry(form)


def _line(item: Item) -> dict[str, Any]:
    if isinstance(item, Entry):
        data = item.form.model_dump(exclude_none=True)
        return {"form": data, "sheet": item.sheet, "row": item.row}
    if isinstance(item, Refused):
        faults = [{"place": place, "detail": sentence} for place, sentence in item.faults]
        return {"faults": faults, "skipped": item.whole}
    if isinstance(item, Columns):
        return {"columns": [_column(column) for column in item.columns], "sheet": item.sheet}
    return {"note": item.sentence}


def _column(column: Any) -> dict[str, Any]:
    return {
        "letter": get_column_letter(column.number),
        "title": column.title,
        "pointer": column.pointer,
        "field": title_of(column.pointer) if column.pointer else None,
        "row_number": column.row_number,
    }
