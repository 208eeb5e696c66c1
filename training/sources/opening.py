"""Which family a file belongs to, told by its content, and its records."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from training.sources import argilla, corpus_rows, doccano, label_studio, prodigy
from training.sources.names import LOOKED_FOR
from training.sources.record import Record, Refusal, Sheet
from training.sources.saved import hub_rows, saved_rows
from training.sources.tables import csv_sheet, grid_sheet, table

Reader = Callable[[int, dict[str, Any]], Iterator[Record | Refusal]]

# The first that recognises a row reads it; a row of no tool is a row of a table.
_FAMILIES: tuple[tuple[Callable[[dict[str, Any]], bool], Reader], ...] = (
    (corpus_rows.is_form, corpus_rows.read_form),
    (corpus_rows.is_item, corpus_rows.read_item),
    (label_studio.is_task, label_studio.read_task),
    (argilla.is_nested, argilla.read_nested),
    (argilla.is_flat, argilla.read_flat),
    (prodigy.is_example, prodigy.read_example),
    (doccano.is_document, doccano.read_document),
)
_HUB_NAME = re.compile(r"[\w.-]+(/[\w.-]+)?")
_FILE_NAME = re.compile(r"\.(csv|tsv|txt|xlsx?|jsonl?|ndjson)$", re.IGNORECASE)
_MALFORMED = "Bentuk baris ini tidak lengkap atau rusak; ekspor ulang dari alat anotasinya."


def open_source(path: Path, labelled: bool = True) -> list[Sheet]:
    """The sheets of a file, of a saved data set, or of a data set on a hub.

    ``labelled``: a table must have a column of labels. Raises ``ValueError`` with an Indonesian
    sentence that names the file.
    """
    try:
        if path.is_dir():
            return [_rows_sheet(name, rows) for name, rows in saved_rows(path)]
        if path.exists():
            return _file_sheets(path, labelled)
    except OSError as error:
        raise ValueError(f"{path} tidak dapat dibaca; periksa berkas dan izinnya.") from error
    if _HUB_NAME.fullmatch(str(path)) and not _FILE_NAME.search(path.name):
        return [_rows_sheet(name, rows) for name, rows in hub_rows(str(path))]
    raise ValueError(f"{path} tidak ditemukan; periksa nama dan foldernya.")


def _file_sheets(path: Path, labelled: bool) -> list[Sheet]:
    raw = path.read_bytes()
    if raw.startswith(b"PK\x03\x04"):
        return _workbook(path, labelled)
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise ValueError(f"{path} berformat XLS lama; simpan ulang sebagai XLSX atau CSV.")
    body = raw.removeprefix(b"\xef\xbb\xbf")
    if not body.strip():
        raise ValueError(f"{path} kosong; berikan berkas yang berisi data beranotasi.")
    suffix = path.suffix.lower()
    if suffix in (".jsonl", ".ndjson") or (
        body.lstrip()[:1] in (b"[", b"{") and suffix not in (".csv", ".tsv")
    ):
        return [_json(path, body)]
    return [_csv(path, body, labelled)]


def _csv(path: Path, body: bytes, labelled: bool) -> Sheet:
    text = _text(path, body)
    try:
        sheet = csv_sheet(text, labelled)
    except csv.Error as error:
        raise ValueError(f"{path} tidak dapat dipisah menjadi sel; simpan ulang.") from error
    except ValueError as error:
        raise ValueError(f"{path}: {error}.") from error
    if sheet is None:
        raise ValueError(unrecognised(path))
    return sheet


def unrecognised(path: Path) -> str:
    """The sentence for a file without columns of ours."""
    return f"{path} tidak memuat kolom yang dikenal; yang dicari: {LOOKED_FOR}."


def _text(path: Path, body: bytes) -> str:
    wide = body.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8", "cp1252"):
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError(f"{path} bukan teks UTF-8; simpan ulang sebagai UTF-8.")


def _workbook(path: Path, labelled: bool) -> list[Sheet]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise ValueError(f"{path} bukan buku kerja XLSX yang utuh; simpan ulang.") from error
    found = []
    try:
        for page in book.worksheets:
            rows = ((i, list(cells)) for i, cells in enumerate(page.iter_rows(values_only=True), 1))
            sheet = grid_sheet(page.title, rows, labelled=labelled)
            if sheet:
                found.append(sheet)
    except ValueError as error:
        raise ValueError(f"{path}, lembar {page.title}: {error}.") from error
    finally:
        book.close()
    if not found:
        raise ValueError(unrecognised(path))
    return found


def _json(path: Path, body: bytes) -> Sheet:
    try:
        whole = json.loads(body)
    except (ValueError, RecursionError) as error:
        if body.lstrip()[:1] == b"[":
            place = f" (baris {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
            raise ValueError(f"{path} bukan JSON yang sah{place}; ekspor ulang.") from error
        return _rows_sheet("", _lines(body))
    return _rows_sheet("", enumerate(whole if isinstance(whole, list) else [whole], 1))


def _lines(body: bytes) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(body.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line.decode())
        except UnicodeDecodeError:
            yield number, Refusal(number, "Baris ini bukan UTF-8; simpan ulang sebagai UTF-8.")
        except (ValueError, RecursionError):
            yield number, Refusal(number, "Baris ini bukan JSON yang sah; perbaiki atau hapus.")


def _rows_sheet(name: str, rows: Iterable[tuple[int, Any]]) -> Sheet:
    records: list[Record | Refusal] = []
    flat: list[tuple[int, dict[str, Any]]] = []
    for line, row in rows:
        if isinstance(row, Refusal):
            records.append(row)
        elif not isinstance(row, dict):
            records.append(Refusal(line, "Baris ini bukan objek JSON; perbaiki atau hapus."))
        elif read := next((read for is_ours, read in _FAMILIES if is_ours(row)), None):
            try:
                records += list(read(line, row))
            except (KeyError, TypeError, ValueError, AttributeError):
                records.append(Refusal(line, _MALFORMED))
        else:
            flat.append((line, row))
    rest = table(name, flat)
    records = sorted([*records, *rest.records], key=lambda record: record.line)
    return Sheet(name, records, rest.columns)
