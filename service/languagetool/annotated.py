"""A text with markup: the plain text that is read, and where each letter of it was sent."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from nlp.form import Field
from service.body import parse
from service.field_names import LONGEST_LABEL, field_of
from service.problems import Problem

_TAG = re.compile(r"<[^<>]*>")
# An editor's invisible marks must move no offset: a blank stands in for each. Line ends stay.
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LONGEST_MARKUP = 1_000
_PARTS = ("text", "markup", "interpretAs")
_SHAPE = (
    'Isi data dengan {"text": "…"} atau {"annotation": [{"text": "…"}, {"markup": "…",'
    ' "interpretAs": "…"}]}.'
)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text as it was sent, markup and all, and as it is read.

    ``starts`` and ``ends`` hold for each letter of ``plain`` its place in ``sent``; a letter that
    stands for markup has the whole markup as its place. ``labels`` are places in ``plain`` before
    which markup named a field. All in Unicode code points.
    """

    sent: str
    plain: str
    starts: Sequence[int]
    ends: Sequence[int]
    labels: tuple[tuple[int, Field], ...] = ()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the plain text, not empty, was sent."""
        return self.starts[start], self.ends[end - 1]


def from_text(text: str) -> Annotated:
    """A text without markup."""
    return Annotated(text, _readable(text), range(len(text)), range(1, len(text) + 1))


def from_data(data: str) -> Annotated:
    """The ``data`` parameter: JSON with ``text`` or ``annotation``.

    Raises ``Problem`` 400 when it is neither.
    """
    value = parse(data.encode())
    if not isinstance(value, dict) or ("text" in value) == ("annotation" in value):
        raise Problem("permintaan", _SHAPE)
    if isinstance(value.get("text"), str):
        return from_text(value["text"])
    if not isinstance(value.get("annotation"), list):
        raise Problem("permintaan", _SHAPE)
    return _joined(value["annotation"])


def _readable(text: str) -> str:
    return _INVISIBLE.sub(" ", text)


def _joined(nodes: list[Any]) -> Annotated:
    sent: list[str] = []
    plain: list[str] = []
    starts, ends, labels = array("Q"), array("Q"), []
    at = 0
    for node in nodes:
        text, markup, read_as = _node(node)
        sent.append(text + markup)
        plain.append(text + read_as)
        starts.extend(range(at, at + len(text)))
        ends.extend(range(at + 1, at + len(text) + 1))
        at += len(text)
        starts.extend([at] * len(read_as))
        ends.extend([at + len(markup)] * len(read_as))
        at += len(markup)
        field = _named(markup)
        if field:
            labels.append((len(starts), field))
    return Annotated("".join(sent), _readable("".join(plain)), starts, ends, tuple(labels))


def _node(node: Any) -> tuple[str, str, str]:
    """Text, markup and what the markup is read as; one of text and markup is empty."""
    # Editors add members of their own, such as the offset of the node; they change nothing.
    match {name: node.get(name) for name in _PARTS} if isinstance(node, dict) else None:
        case {"text": str(text), "markup": None, "interpretAs": None}:
            return text, "", ""
        case {"text": None, "markup": str(markup), "interpretAs": None | str() as read_as}:
            return "", markup, (read_as or "") if markup else ""
    raise Problem(
        "permintaan",
        "Setiap bagian annotation berisi text saja, atau markup (boleh dengan interpretAs).",
    )


def _named(markup: str) -> Field | None:
    """The field that markup names, such as ``<b>Indikator</b>`` or ``Topik:``."""
    if len(markup) > _LONGEST_MARKUP:
        return None
    label = unescape(_TAG.sub(" ", markup)).strip()
    return field_of(label) if 0 < len(label) <= LONGEST_LABEL else None


@dataclass(frozen=True, slots=True)
class Units:
    """Code points of one text counted in UTF-16 code units, as LanguageTool counts."""

    wide: Sequence[int]

    def at(self, place: int) -> int:
        """The number of code units before a code point."""
        return place + bisect_left(self.wide, place)


def units_of(text: str) -> Units:
    """How to count this text."""
    return Units([place for place, letter in enumerate(text) if letter > "\uffff"])
