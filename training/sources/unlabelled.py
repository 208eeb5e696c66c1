"""Texts that nobody has labelled yet: whole forms, and rows of tables and data sets."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.findings import is_empty
from nlp.form import Form, form_from_dict, texts
from training.sources.item import context_of, item_of
from training.sources.names import role_of
from training.sources.opening import open_source, unrecognised
from training.sources.record import Record

_PARTS = ("tindak_lanjut", "umpan_balik", "dialog", "pegawai")


@dataclass(frozen=True, slots=True)
class Open:
    """One text without a label, with what an annotator of its field may see.

    ``form`` is the form's own id, or file and line where it has none; ``pointer`` (RFC 6901) is
    "" in a table.
    """

    form: str
    field: str
    pointer: str
    text: str
    context: dict[str, object]


def read_unlabelled(path: Path) -> list[Open]:
    """The texts of the forms or rows in a file, in its order.

    In: JSON or JSON Lines of forms, or a table (CSV, XLSX, flat JSON) with columns of texts. Empty
    texts, and rows whose field is unknown, are left out. Raises ``ValueError`` with an Indonesian
    sentence that names the file, and the line where one is to blame.
    """
    rows = _json_rows(path)
    if any(_is_form(row) for _, row in rows):
        return [one for line, row in rows for one in _of_form(path, line, row)]
    found = []
    for sheet in open_source(path, labelled=False):
        records = [record for record in sheet.records if isinstance(record, Record)]
        roles = {name: role_of(name) for record in records for name in record.data}
        for record in records:
            item = item_of(record, roles)
            if isinstance(item, str):
                continue
            own = item.cells.get("form") or item.cells.get("group") or item.cells.get("id")
            form = str(own or f"{path.stem}-{record.line}")
            found += [
                Open(form, field, "", text, context_of(field, item.cells))
                for field, text in item.texts.items()
                if field and not is_empty(text)
            ]
    if not found:
        raise ValueError(unrecognised(path))
    return found


def _json_rows(path: Path) -> list[tuple[int, Any]]:
    """The rows of a JSON or JSON Lines file; none when it is no such file."""
    try:
        text = path.read_text("utf-8-sig")
        if text.lstrip()[:1] not in ("{", "["):
            return []
        whole = json.loads(text)
    except (OSError, UnicodeDecodeError):
        return []
    except (ValueError, RecursionError):
        return list(_lines(text))
    return list(enumerate(whole if isinstance(whole, list) else [whole], 1))


def _lines(text: str) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):
                yield number, None


def _is_form(row: Any) -> bool:
    return isinstance(row, dict) and (
        isinstance(row.get("form"), dict)
        or any(isinstance(row.get(key), dict | list) for key in _PARTS)
        or isinstance(row.get("jenis"), str)
    )


def _of_form(path: Path, line: int, row: Any) -> Iterator[Open]:
    try:
        if not isinstance(row, dict):
            raise TypeError
        form = form_from_dict(row["form"] if isinstance(row.get("form"), dict) else row)
        found = list(texts(form))
        if any(not isinstance(text, str) for _, _, text in found):
            raise TypeError
    except (TypeError, AttributeError, ValueError):
        raise ValueError(
            f"{path}:{line}: bukan formulir yang dapat dibaca; periksa dengan cermat review."
        ) from None
    cells = {"tahun": form.tahun, "triwulan": form.triwulan, "jabatan": form.pegawai.jabatan}
    for pointer, field, text in found:
        if not is_empty(text):
            yield Open(
                form.id or f"{path.stem}-{line}",
                field,
                pointer,
                text,
                context_of(field, cells | _feedback(form, pointer)),
            )


def _feedback(form: Form, pointer: str) -> dict[str, object]:
    if not pointer.startswith("/umpan_balik/"):
        return {}
    one = form.umpan_balik[int(pointer.split("/")[2])]
    return {"ikon": one.ikon, "predikat": one.predikat}
