"""What ``cermat review`` does: read a file of any kind, review it, say what happened, write it."""

import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import typer
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

import nlp.review
from nlp.copies import Copies
from nlp.form import Form
from nlp.registry import REFUSED
from nlp.review import Reviewer
from service.field_names import title_of
from service.files import read_forms
from service.indonesian import fail
from service.output import (
    LINES,
    SUFFIXES,
    Unread,
    drafted,
    refuse_overwriting,
    write_lines,
    write_reviews,
)
from service.report.pdf import MISSING, can_convert
from service.reviewed import Entry, Refused, Reviewed
from service.schemas import to_form
from service.sheets.read import Columns, Item, Note, read_csv, read_workbook
from service.sheets.table import Unreadable, open_workbook
from service.terminal import show_review

WORKBOOKS = frozenset({".xlsx", ".xlsm"})
TABLES = frozenset({".csv", ".tsv"})
OLD = frozenset({".xls", ".xlsb", ".ods"})
BY_LINE = frozenset({".jsonl", ".ndjson"})


@dataclass(slots=True)
class Tally:
    """How many forms were reviewed and refused, how many cells could not be read, and each fault:
    its place and a sentence.
    """

    good: int = 0
    bad: int = 0
    cells: int = 0
    faults: list[tuple[str, str]] = field(default_factory=list)


def review_file(file: str, output: str | None, whole: bool = False) -> int:
    """Review ``file`` (``-``: JSON from standard input); the exit code, 2 if anything was unread.

    Without ``output`` the reviews are shown in the terminal, ``whole`` or with the lesser findings
    folded; ``-`` writes JSONL to standard output. Ends with a sentence when a file cannot be used.
    """
    suffix = "" if output in (None, "-") else Path(output).suffix.lower()
    _check_output(file, output, suffix)
    tally = Tally()
    with ExitStack() as stack:
        try:
            items, workbook = _items(stack, file)
            reviewed = _reviewed(items, file, tally)
            if output is None:
                for one in reviewed:
                    show_review(one.form, one.review, whole=whole)
            elif output == "-":
                write_lines(sys.stdout.buffer, reviewed)
            else:
                draft = stack.enter_context(drafted(output))
                titles = {page.id: page.title for page in nlp.review.catalogue()}
                shown = stack.enter_context(_progress())
                name = "masukan baku" if file == "-" else Path(file).name

                def unread() -> Unread:
                    return tally.bad, tally.faults

                write_reviews(draft, suffix, shown(reviewed), name, titles, unread, workbook)
        except Unreadable as error:
            fail(f"{file}: {error}")
    if output is not None:
        said = f"{tally.good} formulir diperiksa, {tally.bad} tidak terbaca."
        if tally.cells:
            said += f" {tally.cells} sel tidak terbaca; lihat daftar di atas."
        typer.echo(said, err=True)
    return 2 if tally.bad or tally.cells else 0


def _check_output(file: str, output: str | None, suffix: str) -> None:
    if output in (None, "-"):
        return
    if suffix not in LINES and suffix not in SUFFIXES:
        fail(f"{output}: bentuk ini tidak dikenal. Pilih akhiran {', '.join(SUFFIXES)}.")
    if suffix == ".pdf" and not can_convert():
        fail(MISSING)
    refuse_overwriting(output, file)


def _items(stack: ExitStack, file: str, say: bool = True) -> tuple[Iterator[Item], Workbook | None]:
    suffix = Path(file).suffix.lower()
    if suffix in OLD:
        fail(f"{file}: buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx.")
    stream = _open(stack, file)
    if suffix in WORKBOOKS:
        workbook = open_workbook(Path(file))
        for sentence in _left_behind(Path(file)) if say else ():
            typer.echo(f"{file}: {sentence}", err=True)
        return read_workbook(Path(file), workbook), workbook
    if suffix in TABLES:
        return read_csv(Path(file)), None
    return _from_json(stream, suffix in BY_LINE), None


def _from_json(stream: BinaryIO, by_line: bool) -> Iterator[Item]:
    for form in read_forms(stream, by_line):
        if isinstance(form, list):
            yield Refused(tuple((str(line), sentence) for line, sentence in form))
        else:
            yield Entry(form)


def read_entries(stack: ExitStack, file: str, tally: Tally) -> Iterator[tuple[Entry, Form]]:
    """The forms of a file of any shape we read; everything else is said on standard error.

    Ends with a sentence when the file cannot be used.
    """
    try:
        items, _ = _items(stack, file)
        yield from _entries(items, file, tally)
    except Unreadable as error:
        fail(f"{file}: {error}")


def loaded_reviewer() -> Reviewer:
    """The reviewer, or the end with a sentence when its models are refused."""
    try:
        return nlp.review.load_reviewer()
    except REFUSED as error:
        fail(f"{error} Bila ini model terpilih, kembalilah dengan: cermat rollback", 3)


def _entries(items: Iterator[Item], file: str, tally: Tally) -> Iterator[tuple[Entry, Form]]:
    for item in items:
        if isinstance(item, Entry):
            tally.good += 1
            yield item, to_form(item.form)
        elif isinstance(item, Refused):
            tally.bad += item.whole
            tally.cells += 0 if item.whole else len(item.faults)
            tally.faults += item.faults
            for place, sentence in item.faults:
                typer.echo(f"{file}:{place}: {sentence}", err=True)
        elif isinstance(item, Columns):
            _show_columns(item)
        elif isinstance(item, Note):
            typer.echo(f"{file}: {item.sentence}", err=True)


def _reviewed(items: Iterator[Item], file: str, tally: Tally) -> Iterator[Reviewed]:
    """The reviews as the forms are read; copies of feedback in the file are among the findings."""
    reviewer, batch = loaded_reviewer(), _copies(file)
    for number, (entry, form) in enumerate(_entries(items, file, tally), 1):
        if file == "-":
            batch.add(form, number)
        yield Reviewed(entry, form, nlp.review.review(reviewer, form, batch.others(form, number)))


def _copies(file: str) -> Copies:
    """A first look at all forms, so that the first copy is told too; a stream allows none."""
    batch = Copies()
    if file == "-":
        return batch
    with ExitStack() as stack:
        items, _ = _items(stack, file, say=False)
        forms = (to_form(item.form) for item in items if isinstance(item, Entry))
        for number, form in enumerate(forms, 1):
            batch.add(form, number)
    return batch


def _show_columns(found: Columns) -> None:
    table = Table("Kolom", "Judul", "Dibaca sebagai", title=None, box=None, padding=(0, 2, 0, 0))
    for column in found.columns:
        if column.pointer:
            meaning = Text(title_of(column.pointer))
        elif column.row_number:
            meaning = Text("nomor urut baris", "dim")
        else:
            meaning = Text("tidak dikenal; tidak dibaca", "yellow")
        table.add_row(get_column_letter(column.number), Text(column.title), meaning)
    console = Console(stderr=True, highlight=False)
    with console.capture() as shown:
        if found.sheet:
            console.print(Text(f"Lembar {found.sheet}", "bold"))
        console.print(table)
    # Through sys.stderr as it stands, so that a running progress line steps aside.
    print(shown.get().rstrip("\n"), file=sys.stderr)


def _open(stack: ExitStack, file: str) -> BinaryIO:
    if file == "-":
        return sys.stdin.buffer
    try:
        return stack.enter_context(open(file, "rb"))
    except IsADirectoryError:
        fail(f"{file}: ini folder. Sebutkan satu berkas JSON, JSONL, CSV, atau XLSX.")
    except OSError:
        fail(f"{file}: berkas ini tidak dapat dibuka. Periksa nama dan izinnya.")


@contextmanager
def _progress() -> Iterator[Callable[[Iterator[Reviewed]], Iterator[Reviewed]]]:
    """Shows how far the work is, where standard error is a terminal; else nothing."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("Memeriksa formulir"), TextColumn("{task.completed}"))
    with Progress(
        *columns,
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as progress:
        task = progress.add_task("", total=None)

        def counted(reviewed: Iterator[Reviewed]) -> Iterator[Reviewed]:
            for one in reviewed:
                yield one
                progress.advance(task)

        yield counted


def _left_behind(path: Path) -> Iterator[str]:
    """What of the user's workbook a marked copy cannot carry."""
    with zipfile.ZipFile(path) as parts:
        names = parts.namelist()
    if any(name.startswith(("xl/charts/", "xl/media/", "xl/pivotTables/")) for name in names):
        yield "grafik, gambar, atau tabel pivot di buku kerja ini tidak ikut ke salinan hasil."
    if path.suffix.lower() == ".xlsm":
        yield "makro di buku kerja ini tidak ikut ke salinan hasil."
