"""A reviewed workbook: the user's own sheets with marked cells, and what was found on new ones."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import PatternFill
from openpyxl.workbook import Workbook

from nlp.finding import Severity
from service.reviewed import Entry, Line, Reviewed, lines, shielded
from service.sheets.forms import forms_sheet
from service.sheets.recap import (
    findings_sheet,
    printable,
    summary_sheet,
    units_sheet,
    unread_sheet,
)
from service.sheets.safe import cell_text, sheet_title
from service.sheets.table import OWN_SHEETS, merged_cells, own_sheets
from service.summary import Summary
from service.terminal import SEVERITIES

AUTHOR = "cermat"
FILLS: dict[Severity, str] = {"error": "F6C7C0", "warning": "FBE3A6", "info": "CFE0F7"}
_GRAVITY: tuple[Severity, ...] = ("error", "warning", "info")
_COMMENT_WIDTH, _LINE_HEIGHT, _LINE_CHARS = 360, 16, 48


def write_workbook(
    path: Path, reviewed: Sequence[Reviewed], summary: Summary, source: Workbook | None
) -> None:
    """Save the reviewed workbook at ``path``.

    In: the reviews in order, their figures, and the workbook they were read from (it is changed
    in memory, never on disk); without one, the forms become the first sheet of a new workbook.
    """
    workbook = source or Workbook()
    if source is None:
        reviewed = forms_sheet(workbook, reviewed)
    for title in own_sheets(workbook):
        if title in workbook.sheetnames:
            del workbook[title]
    _mark(workbook, reviewed)
    made: list[str] = []
    unread = ("Tidak terbaca",) if summary.unread else ()
    for name in ("Ringkasan", "Rekap unit", "Temuan", *unread):
        made.append(sheet_title(name, workbook.sheetnames))
        workbook.create_sheet(made[-1])
    summary_sheet(workbook[made[0]], summary)
    units_sheet(workbook[made[1]], summary)
    findings_sheet(workbook[made[2]], reviewed, cell_of)
    if unread:
        unread_sheet(workbook[made[3]], summary)
    for title in made:
        printable(workbook[title])
    if OWN_SHEETS in workbook.custom_doc_props.names:
        del workbook.custom_doc_props[OWN_SHEETS]
    workbook.custom_doc_props.append(StringProperty(name=OWN_SHEETS, value="/".join(made)))
    workbook.save(path)


def cell_of(entry: Entry, pointer: str) -> tuple[int, int] | None:
    """The cell a finding belongs to: the field's own, or the first of the part it names."""
    if pointer in entry.cells:
        return entry.cells[pointer]
    inside = [place for key, place in entry.cells.items() if key.startswith(f"{pointer}/")]
    return inside[0] if inside and pointer else None


def _mark(workbook: Workbook, reviewed: Sequence[Reviewed]) -> None:
    found: dict[str, dict[tuple[int, int], list[Line]]] = defaultdict(lambda: defaultdict(list))
    for one in reviewed:
        if shielded(one):
            continue
        for line in lines(one):
            place = cell_of(one.entry, line.pointer)
            if place:
                found[one.entry.sheet][place].append(line)
    for title, places in found.items():
        sheet: Any = workbook[title]
        anchors = merged_cells(sheet)
        for place, here in places.items():
            _mark_cell(sheet.cell(*anchors.get(place, place)), here)


def _mark_cell(cell: Any, found: Sequence[Line]) -> None:
    worst = min((line.severity for line in found), key=_GRAVITY.index)
    cell.fill = PatternFill("solid", fgColor=FILLS[worst])
    said = "\n\n".join(dict.fromkeys(_note(line) for line in found))
    # A person's own comment stays above ours; ours from an earlier review goes.
    if cell.comment and cell.comment.author != AUTHOR:
        said = f"{cell.comment.text}\n\n{said}"
    height = sum(1 + len(part) // _LINE_CHARS for part in said.split("\n")) + 1
    cell.comment = Comment(
        cell_text(said), AUTHOR, width=_COMMENT_WIDTH, height=min(height, 40) * _LINE_HEIGHT
    )


def _note(line: Line) -> str:
    said = f"{SEVERITIES[line.severity][0]}: {line.message}"
    if line.needs_review:
        said += " (Perlu dilihat orang.)"
    return f"{said}\nTulis misalnya: {line.suggestion}" if line.suggestion else said
