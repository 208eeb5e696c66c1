"""What every family of files is reduced to, before names, labels and offsets are understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MARKS = "rentang"
"""What is said of a column that holds marked passages."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One value that an annotator gave.

    ``question`` is the column or question as the file names it, "" when the tool names none;
    ``about`` is the column whose text was judged, "" when the tool does not say.
    """

    question: str
    value: Any
    annotator: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked passage with the tool's own offsets; ``quote`` is None when it stores none."""

    start: int
    end: int
    label: str
    quote: str | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One annotated item.

    ``line`` counts from 1: the line of a text file, the row of a sheet, the place in a JSON list.
    ``data`` holds texts and context by the file's own column names. ``part`` tells apart the
    texts of one form.
    """

    line: int
    data: Mapping[str, Any]
    answers: tuple[Answer, ...] = ()
    marks: tuple[Mark, ...] = ()
    part: str = ""
    hard: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A record or line that cannot be used, and why, as an Indonesian sentence."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The records of one table or file.

    ``name`` is "" except for the sheets of a workbook and the parts of a saved data set;
    ``columns`` says what the reader itself knows about a column, such as "rentang".
    """

    name: str
    records: list[Record | Refusal]
    columns: dict[str, str] = field(default_factory=dict)
