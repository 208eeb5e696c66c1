"""A record with its columns understood: texts by field, context by key."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpus.rows import CONTEXT
from training.sources.names import Role, field_of, plain
from training.sources.record import Record

_ICONS = ("positif", "netral", "negatif")
_GRADES = ("sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Item:
    """``texts`` by field, "" where the field is unknown; ``cells`` by context key or address.

    ``columns`` leads from a column's name to the field of its text; ``task`` is what a column
    "tugas" says.
    """

    texts: dict[str, str]
    cells: dict[str, Any]
    columns: dict[str, str]
    task: str


def item_of(record: Record, roles: Mapping[str, Role | None]) -> Item | str:
    """The record by the roles of its columns, or the sentence that says why it cannot be read."""
    texts: dict[str, str] = {}
    columns: dict[str, str] = {}
    cells: dict[str, Any] = {}
    bidang: str | None = ""
    task = ""
    for name, value in record.data.items():
        role = roles[name]
        if role is None or is_blank(value):
            continue
        if role.kind == "text":
            columns[name] = role.value
            texts.setdefault(role.value, str(value))
        elif role.kind == "field":
            bidang = field_of(value)
        elif role.kind == "task_name":
            task = plain(value)
        elif role.kind in ("context", "about"):
            cells.setdefault(role.value, value)
    if bidang is None:
        return (
            "Bidang pada baris ini tidak dikenal; isi topik, hasil, rtl, indikator, umpan_balik, "
            "catatan, atau konseling."
        )
    if bidang and "" in texts:
        texts[bidang] = texts.pop("")
        columns = {name: field or bidang for name, field in columns.items()}
    return Item(texts, cells, columns, task)


def is_blank(value: Any) -> bool:
    """Whether a cell says nothing: empty, None, not a number, or only a dash."""
    if isinstance(value, str):
        return not re.search(r"\w", value)
    return value is None or value != value


def context_of(field: str, cells: Mapping[str, Any]) -> dict[str, object]:
    """What an annotator of this field may see, in the corpus's spelling; the rest is left out."""
    found = {key: _clean(key, cells[key]) for key in CONTEXT.get(field, ()) if key in cells}
    return {key: value for key, value in found.items() if value is not None}


def _clean(key: str, value: Any) -> object:
    said = plain(value)
    if key == "tahun":
        year = re.search(r"\b20\d\d\b", said)
        return int(year[0]) if year else None
    if key == "triwulan":
        quarter = re.search(r"\b(?:[1-4]|iv|i{1,3})\b", said.removeprefix("tw"))
        return (_ROMAN.get(quarter[0]) or int(quarter[0])) if quarter else None
    if key == "ikon":
        return said if said in _ICONS else None
    if key == "predikat":
        grade = said.replace(" ", "_")
        return grade if grade in _GRADES else None
    return str(value).strip()
