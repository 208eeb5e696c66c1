"""The staff list from a local file: JSON, JSONL, or CSV with a row of titles."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from service.files import Fault, faults_of, read_each
from service.problems import Problem
from service.recap.schemas import StaffIn
from service.validation import validate

_DELIMITERS = ",;\t|"
_TITLES = {
    "unit": "unit_kerja",
    "unit_organisasi": "unor",
    "predikat_kinerja": "predikat",
    "pegawai_baru": "baru",
    "nama_pegawai": "nama",
}
_YES = frozenset(("ya", "y", "1", "true", "benar", "x", "v", "✓"))
_NO = frozenset(("", "tidak", "t", "0", "false", "salah", "-"))
_FLAGS = frozenset(("baru", "target_tinggi"))


def read_staff(path: Path) -> Iterator[StaffIn | list[Fault]]:
    """Each employee of the file, or what is wrong with the entry, in order.

    Raises ``OSError`` when the file cannot be read.
    """
    if path.suffix.lower() == ".csv":
        yield from _rows(path.read_bytes())
        return
    with path.open("rb") as stream:
        yield from read_each(StaffIn, stream, path.suffix.lower() in {".jsonl", ".ndjson"})


def _rows(body: bytes) -> Iterator[StaffIn | list[Fault]]:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield [(1, "Berkas ini bukan teks UTF-8. Simpan ulang sebagai CSV UTF-8.")]
        return
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        columns = [_column(title) for title in next(rows, [])]
        if not {"id", "nip"} & set(columns):
            yield [(1, "Beri baris judul dengan kolom id atau nip.")]
            return
        for row in rows:
            if any(cell.strip() for cell in row):
                yield _read(dict(zip(columns, row, strict=False)), rows.line_num)
    except csv.Error:
        yield [(rows.line_num, "Baris ini tidak dapat dibaca. Periksa tanda kutipnya.")]


def _read(cells: dict[str, str], line: int) -> StaffIn | list[Fault]:
    value: dict[str, object] = {}
    for column, cell in cells.items():
        said = cell.strip()
        if column in _FLAGS:
            answer = said.casefold()
            if answer not in _YES | _NO:
                return [(line, f"/{column}: Tulis ya atau tidak.")]
            value[column] = answer in _YES
        elif column == "predikat":
            value[column] = "_".join(said.casefold().split())
        elif column in StaffIn.model_fields:
            # A spreadsheet's apostrophe keeps the digits of a NIP from becoming a number.
            value[column] = said.removeprefix("'")
    try:
        return validate(StaffIn, value)
    except Problem as problem:
        return [(line, sentence) for _, sentence in faults_of(problem)]


def _column(title: str) -> str:
    name = "_".join(title.casefold().split())
    return _TITLES.get(name, name)
