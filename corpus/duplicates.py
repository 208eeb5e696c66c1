"""Texts that stand twice: within a label, on both sides of a split, or in a page people read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.checklist import texts_of
from corpus.rows import LABELS, Fault, Row, decided, form_texts, split_of
from corpus.similar import SHORT, alike, tokens

_PREFIX = re.compile(r"^\s*(?:[-*>]|\d+\.)\s+(?:[a-z]+:\s+)?")
_MARK = re.compile(r"\*\*|`|\[\[|\]\]|<[^>]+>")
_QUOTED = re.compile(r"[“\"«]([^“”\"«»]+)[”\"»]")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One text to compare: an item's, a form field's, a whole form's, a page's or a test's."""

    kind: str
    text: str
    place: str
    row: Row | None = None


def duplicates(rows: dict[str, list[Row]], pages: Sequence[Path]) -> Iterator[Fault]:
    """One fault for each later row that repeats an earlier one or a page: the likest of them.

    A behavioural test must not repeat a corpus text or a page either: it would measure memory.
    Excepted are the members of a pair, and short texts (at most three tokens) of forms and of
    different files: that two forms say "OK" is no copy.
    """
    entries = [*_page_entries(pages), *_row_entries(rows)]
    likest: dict[tuple[str, int, str], tuple[float, str]] = {}
    for earlier, later, likeness in alike([entry.text for entry in entries]):
        one, other = entries[earlier], entries[later]
        said = _said(one, other)
        if said and other.row:
            key = (other.row.file, other.row.line, said)
            likest[key] = max(likest.get(key, (0.0, "")), (likeness, one.place))
    for (file, line, said), (likeness, place) in likest.items():
        yield Fault(file, line, said.format(place=place, share=f"{likeness:.2f}".replace(".", ",")))


def _said(one: _Entry, other: _Entry) -> str:
    """The sentence about two texts that are alike; empty when they may be."""
    short = len(tokens(other.text)) <= SHORT
    if other.kind == "behaviour":
        copied = one.kind in ("item", "field", "page") and not short
        return "Teks uji ini hampir sama dengan {place} (kemiripan {share})." if copied else ""
    if one.kind == "page":
        allowed = other.kind in ("page", "form") or (short and other.kind == "field")
        return "" if allowed else "Teks ini juga menjadi contoh di {place} (kemiripan {share})."
    if not (one.row and other.row) or one.row is other.row:
        return ""
    if "form" in (one.kind, other.kind):
        alike = one.kind == other.kind
        return "Formulir ini hampir sama dengan {place} (kemiripan {share})." if alike else ""
    of_one_file = one.kind == other.kind == "item" and one.row.file == other.row.file
    if short and not of_one_file:
        return ""
    sides = split_of(one.row.data["group"]), split_of(other.row.data["group"])
    if sides[0] != sides[1]:
        where = " dan ".join(sides)
        return f"Teks ini ada di dua bagian, {where}: lihat {{place}} (kemiripan {{share}})."
    if of_one_file and _same_label(one.row.data, other.row.data):
        return "Teks ini hampir sama dengan {place} (kemiripan {share}) dan labelnya sama."
    return ""


def _same_label(a: dict[str, Any], b: dict[str, Any]) -> bool:
    if a["pair"] is not None and (a["group"], a["pair"]) == (b["group"], b["pair"]):
        return False
    return any(decided(a["labels"][key]) == decided(b["labels"][key]) for key in a["labels"])


def _row_entries(rows: dict[str, list[Row]]) -> Iterator[_Entry]:
    for name in LABELS:
        for row in rows[name]:
            yield _Entry("item", row.data["text"], row.place, row)
    for row in rows["forms"]:
        texts = list(form_texts(row.data["form"]))
        yield _Entry("form", " ".join(text for _, text in texts), row.place, row)
        for pointer, text in texts:
            yield _Entry("field", text, f"{row.place} ({pointer})", row)
    # Last, so that the fault stands at the test and never at the text it repeats.
    for row in rows["behaviour"]:
        yield from (_Entry("behaviour", text, row.place, row) for text in texts_of(row))


def _page_entries(pages: Sequence[Path]) -> Iterator[_Entry]:
    for page in pages:
        for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
            for piece in page_pieces(line):
                yield _Entry("page", piece, f"{page.name}:{number}")


def page_pieces(line: str) -> set[str]:
    """What may be an example in a line of Markdown: a list item, a table cell, a quoted sentence.

    A quoted word or two is no example: guidelines must be able to talk about words.
    """
    if line.lstrip().startswith("#"):
        return set()
    plain = _MARK.sub("", _PREFIX.sub("", line))
    pieces = [piece for piece in plain.split("|") if tokens(piece)]
    quoted = [piece for piece in _QUOTED.findall(plain) if len(tokens(piece)) > SHORT]
    return {piece.strip() for piece in (*pieces, *quoted)}
