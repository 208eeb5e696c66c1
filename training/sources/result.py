"""What reading annotated files gives: examples, and every row that was left out with its reason."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from training.examples import Example


@dataclass(frozen=True, slots=True)
class Reject:
    """A place that gave no example: ``file:line`` and what to do; never the row's own words."""

    file: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Count:
    """What became of one file: records read, examples kept, repetitions merged, rejects."""

    records: int
    examples: int
    duplicates: int
    rejects: int


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything read from the given files.

    ``examples`` by task, as :func:`training.examples.examples` gives them, so the two lists can
    be concatenated; ``columns`` says for each file which column was read as what.
    """

    examples: dict[str, list[Example]]
    rejects: tuple[Reject, ...]
    counts: dict[str, Count]
    columns: dict[str, dict[str, str]]


def write_rejects(path: Path, rejects: tuple[Reject, ...]) -> None:
    """Write one JSON object a line: ``file``, ``line``, ``reason``. Raises ``OSError``."""
    lines = (json.dumps(asdict(reject), ensure_ascii=False) + "\n" for reject in rejects)
    path.write_text("".join(lines), "utf-8")
