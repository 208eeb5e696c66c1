"""Forms as a new sheet, one RTL or umpan balik to a row, laid out so that it can be read again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from openpyxl.styles import Alignment, Font
from openpyxl.workbook import Workbook

from service.field_names import COLUMNS, FREE_TEXTS, title_of
from service.reviewed import Entry, Reviewed, shielded
from service.sheets.safe import put

SHEET = "Formulir"
NOT_COPIED = "(teks tidak disalin; lihat berkas asal)"
_WIDTHS = dict.fromkeys((*FREE_TEXTS, "/rhk"), 48)


def forms_sheet(workbook: Workbook, reviewed: Iterable[Reviewed]) -> list[Reviewed]:
    """Write the forms into the workbook's first sheet; the same reviews with their new places."""
    sheet: Any = workbook.active
    sheet.title = SHEET
    for at, pointer in enumerate(COLUMNS, 1):
        cell = put(sheet, 1, at, title_of(pointer).removesuffix(" -"))
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = _WIDTHS.get(pointer, 18)
    sheet.freeze_panes = "B2"
    placed: list[Reviewed] = []
    row = 2
    for one in reviewed:
        cells: dict[str, tuple[int, int]] = {}
        data = one.entry.form.model_dump()
        last = row
        for at, pointer in enumerate(COLUMNS, 1):
            for down, (exact, value) in enumerate(_values(data, pointer)):
                if pointer in FREE_TEXTS and value and shielded(one):
                    value = NOT_COPIED
                cell = put(sheet, row + down, at, _shown(value))
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                cells[exact] = (row + down, at)
                last = max(last, row + down)
        placed.append(replace(one, entry=Entry(one.entry.form, SHEET, row, cells)))
        row = last + 1
    return placed


def _values(data: dict[str, Any], pointer: str) -> Iterator[tuple[str, Any]]:
    """The exact pointers of a column with their values; a list that is empty has none."""
    head, _, rest = pointer[1:].partition("/")
    if rest.startswith("-/"):
        leaf = rest[2:]
        for number, item in enumerate(data[head] or ()):
            yield f"/{head}/{number}/{leaf}", item[leaf]
    else:
        yield pointer, (data[head] or {}).get(rest) if rest else data[head]


def _shown(value: Any) -> Any:
    if isinstance(value, bool):
        return "ya" if value else "belum"
    return value
