"""A form while its rows are gathered: which rows belong together, and what they say."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from service.sheets.header import Header
from service.sheets.table import Cell, Row
from service.sheets.values import Value, convert, year_in

LISTS = ("tindak_lanjut", "umpan_balik")
_KEYS = ("/id", "/pegawai/nip", "/pegawai/nama", "/rhk", "/topik", "/hasil")
"""What tells one form from the next; a row that repeats all it gives, or gives none, goes on."""
_APPROVED = "/disetujui_atasan"
_YEAR, _QUARTER = "/tahun", "/triwulan"
_DIFFERS = (
    "Isi sel ini berbeda dari baris pertama formulirnya dan tidak dibaca; satukan di baris pertama."
)
_APPROVED_DIFFERS = (
    "Persetujuan berbeda antarbaris satu formulir dan dianggap belum; bila persetujuan itu per"
    " indikator, beri judul “Indikator disetujui”."
)

Place = tuple[int, int]
Said = dict[str, tuple[Value, Place]]
Faults = list[tuple[int, int, str, str]]
"""Row, column, pointer and sentence of each cell that was not read."""


@dataclass(frozen=True, slots=True)
class RowValues:
    """What a row says: of the form as a whole, and one item for each list (numbered ones too)."""

    number: int
    ordinal: str
    form: Said
    items: dict[str, dict[int, Said]]
    keyed: bool
    faults: Faults


@dataclass(slots=True)
class Draft:
    """A form that grows row by row; ``ordinal`` is the running number beside it."""

    row: int
    ordinal: str
    form: Said = field(default_factory=dict)
    items: dict[str, list[Said]] = field(default_factory=lambda: {name: [] for name in LISTS})
    faults: Faults = field(default_factory=list)


NEXT = 1 << 30
"""The place of an item without a number: after all numbered ones."""


def values_of(header: Header, row: Row, epoch: date) -> RowValues | None:
    """The row's values, converted; None for a row that holds nothing of its own.

    A merged cell counts as repeated for the form as a whole; in a list it counts only where the
    row adds something to the same item.
    """
    form: Said = {}
    items: dict[str, dict[int, Said]] = {name: {} for name in LISTS}
    owned: set[tuple[str, int]] = set()
    faults: Faults = []
    ordinal, anything = "", False
    dated = any(column.pointer == _YEAR for column in header.columns)
    for column in header.columns:
        # Rows end at their last filled cell, but what is missing there has a place too.
        cell = row.cells[column.number - 1] if column.number <= len(row.cells) else Cell()
        if column.row_number and cell.own and cell.value is not None:
            ordinal = str(cell.value)
        pointer = column.pointer
        if pointer is None:
            continue
        value: Value = None
        fault = cell.fault
        try:
            value = convert(pointer, cell.value, epoch)
        except ValueError as error:
            fault = str(error)
        if fault and cell.own:
            faults.append((row.number, column.number, pointer, f"{fault} Sel ini dilewati."))
        anything = anything or (cell.own and (value is not None or bool(fault)))
        said = (value, (row.number, column.number))
        name, _, rest = pointer[1:].partition("/")
        if name not in LISTS:
            form[pointer] = said
            if pointer == _QUARTER and value and not dated and (year := year_in(cell.value)):
                form[_YEAR] = (year, said[1])
            continue
        at, _, leaf = rest.partition("/")
        place = NEXT if at == "-" else int(at)
        items[name].setdefault(place, {})[leaf] = said
        if cell.own and value not in (None, False):
            owned.add((name, place))
    if not anything:
        return None
    kept = {
        name: {at: said for at, said in sorted(found.items()) if (name, at) in owned}
        for name, found in items.items()
    }
    keyed = any(column.pointer in _KEYS for column in header.columns)
    blank = {
        name: {at: said for at, said in found.items() if (name, at) not in owned}
        for name, found in items.items()
    }
    # Empty items keep their cells, so that what is missing can be marked where it belongs.
    for name, found in blank.items():
        if found and not kept[name]:
            form.setdefault(f"/{name}", (None, next(iter(next(iter(found.values())).values()))[1]))
    return RowValues(row.number, ordinal, form, kept, keyed, faults)


def continued(draft: Draft, values: RowValues) -> bool:
    """Whether the row goes on with the form before it, by adding to one of its lists.

    A row that repeats a form to the letter is a form of its own: copied rows are shown as copies.
    """
    given = {key: values.form[key][0] for key in _KEYS if _value(values.form, key) is not None}
    if not values.keyed:
        return False
    if not given:
        other = values.ordinal and values.ordinal != draft.ordinal
        return not (other and values.items["tindak_lanjut"])
    if not _adds(draft, values):
        return False
    if "/id" in given and given["/id"] != _value(draft.form, "/id"):
        return False
    compared = given if "/id" in given else values.form
    return all(
        _value(values.form, key) in (None, _value(draft.form, key))
        for key in compared
        if key != _APPROVED
    )


def extend(draft: Draft, values: RowValues) -> None:
    """Add a row to its form; what contradicts the rows before it becomes a fault."""
    draft.faults += values.faults
    for pointer, (value, place) in values.form.items():
        before = _value(draft.form, pointer)
        if pointer not in draft.form or (before is None and value is not None):
            draft.form[pointer] = (value, place)
        elif value is not None and value != before:
            approval = pointer == _APPROVED
            draft.faults.append((*place, pointer, _APPROVED_DIFFERS if approval else _DIFFERS))
            if approval:
                draft.form[pointer] = (False, draft.form[pointer][1])
    for name, found in values.items.items():
        for said in found.values():
            if _bare(said) not in [_bare(item) for item in draft.items[name]]:
                draft.items[name].append(said)


def plain(draft: Draft) -> tuple[dict[str, Any], dict[str, Place]]:
    """The form as JSON data, and the cell of every pointer that has a column."""
    data: dict[str, Any] = {}
    cells: dict[str, Place] = {}
    for pointer, (value, place) in draft.form.items():
        cells[pointer] = place
        part = data
        *parents, leaf = pointer[1:].split("/")
        for key in parents:
            part = part.setdefault(key, {})
        if leaf not in LISTS and value is not None:
            part[leaf] = value
    for name, found in draft.items.items():
        data[name] = [
            {leaf: value for leaf, (value, _) in said.items() if value is not None}
            for said in found
        ]
        for number, said in enumerate(found):
            cells |= {f"/{name}/{number}/{leaf}": place for leaf, (_, place) in said.items()}
    return data, cells


def _adds(draft: Draft, values: RowValues) -> bool:
    return any(
        _bare(said) not in [_bare(item) for item in draft.items[name]]
        for name, found in values.items.items()
        for said in found.values()
    )


def _bare(said: Said) -> dict[str, Value]:
    return {leaf: value for leaf, (value, _) in said.items() if value is not None}


def _value(said: Said, pointer: str) -> Value:
    return said[pointer][0] if pointer in said else None
