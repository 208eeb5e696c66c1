"""Ten texts of the corpus before and after their first rewrite, each from another unit."""

import re

from corpus.rows import read, split_of
from nlp.review import Reviewer, review
from training.rewrites import PLACES, TARGETS, concerns, place

# Items of the train split, chosen by reading: one of each kind of rewrite, no unit twice.
_SHOWN = (
    "topik-f02-34", "topik-d09-19", "hasil-d02-36", "hasil-c02-20", "rtl-h03-17", "rtl-d07-06",
    "rtl-d10-05", "indikator-d01-04", "indikator-d03-04", "umpan_balik-e06-24",
)  # fmt: skip


def before_after(reviewer: Reviewer) -> list[str]:
    """The ten pairs as lines of a Markdown table. Raises ``LookupError`` where one has no rewrite.

    In: a loaded reviewer. Out: unit, text and its first rewrite, as the service would answer.
    """
    rows = {row.data["id"]: (name, row) for name in PLACES for row in read(name)}
    lines = ["| unit | semula | usulan |", "| --- | --- | --- |"]
    for one in _SHOWN:
        name, row = rows[one]
        if split_of(row.data["group"]) != "train":
            raise LookupError(f"{one} is no longer in the train split")
        form, pointer = place(name, row)
        made = next(
            (
                finding.suggestions[0].text
                for finding in review(reviewer, form).findings
                if finding.rule in TARGETS and concerns(finding, pointer) and finding.suggestions
            ),
            None,
        )
        if made is None:
            raise LookupError(f"{one} has no rewrite")
        unit = re.split(r" ?[(,/]", row.data["unit"])[0]
        lines.append(f"| {unit} | {row.data['text']} | {made} |")
    return lines
