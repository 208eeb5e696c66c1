"""Reviews as CSV: one row to a finding, and one to a form without any, so that no form is lost."""

import csv
from collections.abc import Iterable
from typing import TextIO

from service.reviewed import Line, Reviewed, lines, unit_of
from service.sheets.safe import csv_text
from service.terminal import GRADES, SEVERITIES

TITLES = (
    "formulir", "lembar", "baris", "unit_kerja", "skor", "mutu", "berhak_jp", "isian", "penunjuk",
    "aturan", "tingkat", "kutipan", "pesan", "saran", "keyakinan", "perlu_dilihat_orang",
)  # fmt: skip


def write_csv(target: TextIO, reviewed: Iterable[Reviewed]) -> None:
    """Write the reviews as they come. ``target`` should be UTF-8 with a mark, so Excel knows it.

    Decimals have a point and fields a comma, as CSV is exchanged; formulas are defused.
    """
    writer = csv.writer(target)
    writer.writerow(TITLES)
    for one in reviewed:
        for line in lines(one) or (None,):
            writer.writerow([csv_text(str(value)) for value in _fields(one, line)])


def _fields(one: Reviewed, line: Line | None) -> list[object]:
    review = one.review
    about = [
        review.form_id or "",
        one.entry.sheet,
        one.entry.row or "",
        unit_of(one),
        "" if review.score is None else review.score,
        GRADES.get(review.grade or "", ""),
        "ya" if review.jp.eligible else "belum",
    ]
    if line is None:
        return [*about, *[""] * (len(TITLES) - len(about))]
    return [
        *about,
        line.title,
        line.pointer,
        line.rule,
        SEVERITIES[line.severity][0],
        line.quote,
        line.message,
        line.suggestion,
        "" if line.confidence is None else line.confidence,
        "ya" if line.needs_review else "tidak",
    ]
