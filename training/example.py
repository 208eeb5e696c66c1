"""One labelled text, as every part of the kit passes it on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A marked passage: ``text[start:end]`` in Unicode code points, and the mark's name."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled text. ``labels`` holds one label, or any number of them for ``butir``.

    ``spans`` are what annotators marked in the text; the corpus has none.
    """

    id: str
    group: str
    unit: str
    hard: bool
    text: str
    context: dict[str, object]
    labels: tuple[str, ...]
    spans: tuple[Span, ...] = ()
