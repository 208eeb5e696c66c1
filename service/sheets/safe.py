"""Text that is safe in a cell: no formula, no character XML forbids, never too long."""

import re
from typing import Any

MAX_CELL = 32_767
_ELLIPSIS = " …"
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_FORMULA = re.compile(r"[=+\-@\t\r]")
_SHEET = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def cell_text(text: str) -> str:
    """Text as a cell may hold it: forbidden characters gone, cut with an ellipsis at the limit."""
    kept = _ILLEGAL.sub("", text)
    return kept if len(kept) <= MAX_CELL else kept[: MAX_CELL - len(_ELLIPSIS)] + _ELLIPSIS


def csv_text(text: str) -> str:
    """Text as a CSV field: what a spreadsheet would run as a formula starts with an apostrophe."""
    kept = cell_text(text)
    return "'" + kept if _FORMULA.match(kept.lstrip(" ")) or _FORMULA.match(text) else kept


def sheet_title(title: str, taken: list[str]) -> str:
    """A sheet name Excel accepts (31 characters, none of ``[]:*?/\\``) that is not taken yet."""
    clean = _SHEET.sub(" ", title).strip("' ")[:31] or "Lembar"
    made, number = clean, 2
    while made.lower() in {name.lower() for name in taken}:
        suffix = f" ({number})"
        made, number = clean[: 31 - len(suffix)] + suffix, number + 1
    return made


def put(sheet: Any, row: int, column: int, value: str | float | int | None) -> Any:
    """Write a value into an openpyxl sheet, text as text whatever it begins with; the cell."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        kept = cell_text(value)
        cell.value = kept
        cell.data_type = "s"
        # Keeps it text when somebody edits the cell later.
        cell.quotePrefix = int(bool(_FORMULA.match(kept)))
    else:
        cell.value = value
    return cell
