"""Behavioural tests of the classifiers as rows: one test with all its cases a line.

After CheckList (Ribeiro et al. 2020, "Beyond Accuracy"): *minimum* asks a label of plain texts,
*invariance* the same label after a change that must not matter, *direction* a certain label, or a
probability that does not fall, after a change that must matter. What a row must hold is said by
``schema.json``; the labels follow ``PEDOMAN.md``.
"""

from errno import ENOENT
from pathlib import Path

from corpus.rows import FOLDER as CORPUS
from corpus.rows import BrokenFileError, Fault, Row, scan

FOLDER = CORPUS / "behaviour"
"""Where the tests stand, one file for each field of the form."""


def paths(folder: Path = FOLDER) -> list[Path]:
    """The files that hold tests, by name; none when the folder is missing."""
    return sorted(folder.glob("*.jsonl"))


def read_tests(folder: Path = FOLDER) -> list[Row]:
    """All tests, in order of file and line.

    Raises ``FileNotFoundError`` when the folder holds no test and ``BrokenFileError`` when any
    line is no row: nothing is skipped.
    """
    found = [entry for path in paths(folder) for entry in scan(path)]
    faults = [str(entry) for entry in found if isinstance(entry, Fault)]
    if faults:
        raise BrokenFileError("\n".join(faults))
    if not found:
        raise FileNotFoundError(ENOENT, "", str(folder))
    return [entry for entry in found if isinstance(entry, Row)]


def texts_of(row: Row) -> list[str]:
    """Every text of a test: of each case the text and, where there is one, its changed form."""
    cases = row.data["cases"]
    return [case[key] for case in cases for key in ("text", "changed") if key in case]
