"""A named feature with its place, and the context a reader of one field may use."""

from typing import NamedTuple

from nlp.text import Text


class Feature(NamedTuple):
    """A sign found in a text over the words ``[first, last]``; ``-1`` where it has no place."""

    name: str
    first: int = -1
    last: int = -1


class Context(NamedTuple):
    """What the form says around a text (guideline, preamble)."""

    tahun: int | None = None
    triwulan: int | None = None
    jabatan: Text | None = None
