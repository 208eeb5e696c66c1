"""A recap as a file: JSON whole, Markdown as tables, CSV with one row a unit."""

import csv
import io
import re
from collections.abc import Iterator

from nlp.recap import Recap, Unit
from service.recap.schemas import recap_out
from service.recap.tables import ALL, NAMELESS, Table, notes, percent, tables
from service.sheets.safe import csv_text

SUFFIXES = (".json", ".csv", ".md")

_MARKUP = re.compile(r"([\\|`*_\[\]<>#])")
_COLUMNS = (
    "tingkat", "unit", "formulir", "pegawai_berformulir", "pegawai", "pegawai_dibimbing",
    "formulir_per_pegawai", "cakupan", "formulir_berskor", "rata_rata_skor", "formulir_tanpa_galat",
    "bagian_tanpa_galat", "formulir_umpan_balik_salinan", "pegawai_prioritas",
    "pegawai_prioritas_dibimbing", "cakupan_prioritas", "indikator", "indikator_selesai",
    "bagian_indikator_selesai",
)  # fmt: skip


def written(recap: Recap, suffix: str) -> str:
    """The file's text. In: the recap and one of ``SUFFIXES``."""
    if suffix == ".csv":
        return _csv(recap)
    if suffix == ".md":
        return "\n".join(_markdown(recap))
    return recap_out(recap).model_dump_json(indent=1) + "\n"


def _csv(recap: Recap) -> str:
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(_COLUMNS)
    rows.writerow(_cells("seluruhnya", ALL, recap.total))
    for level, units in (("unit_kerja", recap.unit_kerja), ("unor", recap.unor)):
        for unit in units:
            rows.writerow(_cells(level, unit.name or NAMELESS, unit))
    return "\ufeff" + out.getvalue()  # without it Excel misreads UTF-8


def _cells(level: str, name: str, unit: Unit) -> list[object]:
    many, good, first, done = unit.kuantitas, unit.kualitas, unit.prioritas, unit.indikator
    return [
        level, csv_text(name),
        many.forms, many.people, many.staff, many.coached, many.forms_per_staff, many.share,
        good.scored, good.mean, good.flawless, good.share, good.copied,
        first.staff, first.coached, first.share,
        done.total, done.completed, done.share,
    ]  # fmt: skip


def _markdown(recap: Recap) -> Iterator[str]:
    yield "# Rekap pembinaan kinerja\n"
    for table in tables(recap):
        yield from _one(table)
    yield from (f"{note}\n" for note in notes(recap))


def _one(table: Table) -> Iterator[str]:
    yield f"## {table.title}\n"
    yield f"| {' | '.join(table.head)} |"
    yield f"|{' --- |' * len(table.head)}"
    for row in table.rows:
        yield f"| {' | '.join(_plain(cell) for cell in row)} |"
    yield ""


def _plain(cell: str | float) -> str:
    if isinstance(cell, float):
        return percent(cell)
    return _MARKUP.sub(r"\\\1", " ".join(cell.split()))
