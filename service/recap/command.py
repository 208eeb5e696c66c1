"""``cermat recap``: forms and a staff list from files to tables."""

from contextlib import ExitStack
from pathlib import Path

import typer

import nlp.recap
import nlp.review
from nlp.recap import Staff, row_of
from service.indonesian import fail
from service.output import drafted, refuse_overwriting
from service.recap.schemas import to_staff
from service.recap.show import show_recap
from service.recap.staff import read_staff
from service.recap.write import SUFFIXES, written
from service.reviewing import Tally, loaded_reviewer, read_entries


def recap_file(file: str, staff_file: str | None, output: str | None) -> int:
    """Review and recap the forms of ``file``; the exit code, 2 if anything was unread.

    Without ``output`` the tables are shown in the terminal. Ends with a sentence when a file
    cannot be used.
    """
    suffix = Path(output or "").suffix.lower()
    if output is not None and suffix not in SUFFIXES:
        fail(f"{output}: akhiri nama berkasnya dengan {', '.join(SUFFIXES)}.")
    for source in (file, staff_file):
        if output and source:
            refuse_overwriting(output, source)
    staff, refused = _staff(staff_file)
    reviewer, tally = loaded_reviewer(), Tally()
    with ExitStack() as stack:
        rows = [
            row_of(form, nlp.review.review(reviewer, form), number)
            for number, (_, form) in enumerate(read_entries(stack, file, tally), 1)
        ]
    made = nlp.recap.recap(rows, staff)
    if output is None:
        show_recap(made)
    else:
        with drafted(output) as draft:
            draft.write_text(written(made, suffix), "utf-8")
    unread = tally.bad or tally.cells or refused
    if output is not None or unread:
        typer.echo(
            f"{tally.good} formulir direkap, {tally.bad} tidak terbaca; {len(staff)} pegawai,"
            f" {refused} tidak terbaca.",
            err=True,
        )
    return 2 if unread else 0


def _staff(file: str | None) -> tuple[list[Staff], int]:
    """The staff list, and how many of its entries could not be read; those are told."""
    staff, bad = [], 0
    try:
        for one in read_staff(Path(file)) if file else ():
            if isinstance(one, list):
                bad += 1
                for line, sentence in one:
                    typer.echo(f"{file}:{line}: {sentence}", err=True)
            else:
                staff.append(to_staff(one))
    except OSError:
        fail(f"{file}: daftar pegawai ini tidak dapat dibuka. Periksa nama dan izinnya.")
    return staff, bad
