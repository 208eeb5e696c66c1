"""Where the reviews of a file go: JSONL, CSV, XLSX, HTML or PDF, whole or not at all."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO

from openpyxl.workbook import Workbook

from service.answers import review_out
from service.indonesian import fail
from service.report.html import report
from service.report.pdf import write_pdf
from service.reviewed import Reviewed
from service.sheets.flat import write_csv
from service.sheets.write import write_workbook
from service.summary import summarise

LINES = frozenset({"", ".jsonl", ".ndjson"})
Unread = tuple[int, Sequence[tuple[str, str]]]
"""How many forms could not be read, and every fault: its place and a sentence."""
SUFFIXES = (*sorted(LINES - {""}), ".csv", ".xlsx", ".html", ".pdf")


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A file beside ``path`` to write into; it takes that name only when all went well.

    What is no ordinary file (a pipe, a device) is written to directly. Raises ``OSError``.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        yield target
        return
    draft = target.with_name(f".{target.name}.{os.getpid()}.sementara")
    draft.open("xb").close()
    try:
        yield draft
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def drafted(output: str) -> Iterator[Path]:
    """The same for a command: ends with a sentence where the file cannot be written."""
    try:
        with whole_file(Path(output)) as draft:
            yield draft
    except OSError:
        fail(f"{output}: berkas ini tidak dapat ditulis. Periksa folder dan izinnya.")


def refuse_overwriting(output: str, source: str) -> None:
    """End with a sentence where ``output`` is the very file that is read."""
    one, other = Path(output), Path(source)
    if one.exists() and other.exists() and one.samefile(other):
        fail(f"{output}: hasil akan menimpa berkas masukannya. Pilih nama lain.")


def write_lines(target: BinaryIO, reviewed: Iterator[Reviewed]) -> None:
    """A review a line, as the service answers it, as they come."""
    for one in reviewed:
        target.write(review_out(one.review).model_dump_json().encode() + b"\n")


def write_reviews(
    draft: Path,
    suffix: str,
    reviewed: Iterator[Reviewed],
    name: str,
    titles: Mapping[str, str],
    unread: Callable[[], Unread],
    source: Workbook | None,
) -> None:
    """Write all reviews into ``draft`` in the format of ``suffix`` (lower case, of ``SUFFIXES``).

    JSONL and CSV are written as the reviews come; the others hold them all. ``name`` is the
    reviewed file's, ``titles`` the rules', ``unread()`` what could not be read, asked at the end;
    ``source`` the workbook to mark. Raises ``OSError``.
    """
    if suffix in LINES:
        with draft.open("wb") as lines:
            write_lines(lines, reviewed)
    elif suffix == ".csv":
        with draft.open("w", encoding="utf-8-sig", newline="") as rows:
            write_csv(rows, reviewed)
    else:
        every = list(reviewed)
        summary = summarise(every, titles, *unread())
        if suffix == ".xlsx":
            write_workbook(draft, every, summary, source)
        elif suffix == ".pdf":
            write_pdf(draft, report(every, summary, name, date.today()))
        else:
            with draft.open("w", encoding="utf-8") as page:
                page.writelines(report(every, summary, name, date.today()))
