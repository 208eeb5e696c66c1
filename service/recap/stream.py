"""A recap of a set of any size: forms and staff a line each, of which only figures are kept."""

import asyncio
from collections.abc import AsyncIterator, Callable

from nlp.finding import Review
from nlp.form import Form
from nlp.recap import Row, Staff, Verdict, row_of, row_with
from service.batch import split_lines
from service.body import parse, too_large
from service.problems import Problem, thousands
from service.recap.schemas import RecapLineIn, VerdictIn, to_staff
from service.schemas import to_form
from service.settings import settings
from service.validation import validate


async def recap_lines(
    chunks: AsyncIterator[bytes], review: Callable[[Form], Review]
) -> tuple[list[Row], list[Staff]]:
    """What ``nlp.recap.recap`` needs of the lines of NDJSON in ``chunks``.

    ``review`` is asked for a form that comes without its result. Raises ``Problem`` at the first
    line that cannot be read, naming it: a recap of the rest would be wrong.
    """
    rows: list[Row] = []
    staff: list[Staff] = []
    async for number, line in split_lines(chunks, settings.max_line_bytes):
        sent = _line(number, line)
        if sent.formulir is not None:
            form, position = to_form(sent.formulir), len(rows) + 1
            rows.append(
                row_with(form, _verdict(sent.hasil), position)
                if sent.hasil
                else row_of(form, review(form), position)
            )
        elif sent.pegawai is not None:
            staff.append(to_staff(sent.pegawai))
        if len(rows) + len(staff) > settings.max_recap_lines:
            raise Problem(
                "ukuran",
                f"Rekap ini melebihi {thousands(settings.max_recap_lines)} baris. Rekap tiap unit"
                " tersendiri.",
            )
        # Other requests get their turn after each line.
        await asyncio.sleep(0)
    return rows, staff


def _line(number: int, line: bytes | None) -> RecapLineIn:
    if line is None:
        raise too_large(f"Baris {number}", settings.max_line_bytes)
    try:
        return validate(RecapLineIn, parse(line, number))
    except Problem as problem:
        if problem.kind != "isian":  # the sentence names the line
            raise
        raise Problem(
            problem.kind, f"Baris {number}: {problem.detail}", problem.errors, line=number
        ) from None


def _verdict(sent: VerdictIn) -> Verdict:
    return Verdict(sent.score, sent.flawless, sent.triage)
