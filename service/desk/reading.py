"""A file of forms as lines of JSON: what was read as what, the forms, and what could not be read.

One line is one of ``{"columns": …}``, ``{"form": …}``, ``{"faults": …}``, ``{"note": …}``,
``{"problem": …}`` (nothing more can be read) and, at the end of a file read to its end,
``{"copies": …}`` where feedback is repeated, and ``{"end": …}``.
"""

import io
from collections.abc import Iterator
from typing import Any

from openpyxl.utils import get_column_letter

from nlp.copies import Copies
from nlp.form import Form
from service.desk.kinds import Kind
from service.field_names import title_of
from service.files import read_forms
from service.problems import Problem, as_dict
from service.reviewed import Entry, Refused
from service.schemas import to_form
from service.sheets.read import Columns, Item, read_csv, read_workbook
from service.sheets.table import TooLarge, Unreadable, open_workbook


def read_lines(kind: Kind, body: bytes) -> Iterator[dict[str, Any]]:
    """The lines for the file ``body``. Raises nothing for a file of the wrong shape."""
    forms = 0
    told: list[tuple[int, Form]] = []
    try:
        for item in _items(kind, body):
            if isinstance(item, Entry):
                forms += 1
                if item.form.umpan_balik:
                    told.append((forms, to_form(item.form)))
            yield _line(item)
    except Unreadable as error:
        problem = Problem("ukuran" if isinstance(error, TooLarge) else "berkas", str(error))
        yield {"problem": as_dict(problem)}
    except Problem as problem:
        yield {"problem": as_dict(problem)}
    else:
        if copies := _copies(told):
            yield {"copies": copies}
        yield {"end": {"forms": forms}}


def _copies(told: list[tuple[int, Form]]) -> list[dict[str, Any]]:
    """The forms, from 0 in the file, of whose feedback others were given the same, and how many.

    In: the forms that hold any feedback with their numbers from 1.
    """
    batch = Copies()
    for number, form in told:
        batch.add(form, number)
    found = []
    for number, form in told:
        if others := batch.others(form, number):
            places = (f"/umpan_balik/{at}/teks" for at in range(len(form.umpan_balik)))
            counts = [others.get(place, 0) for place in places]
            found.append({"form": number - 1, "salinan": counts})
    return found


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
