"""doccano's JSON Lines: document classification, sequence labelling (with or without relations),
and intent detection with slots.
"""

from collections.abc import Iterator
from typing import Any

from training.sources.record import Answer, Mark, Record, Refusal

_OWN = ("label", "labels", "cats", "entities", "relations", "Comments", "comments", "text")


def is_document(row: dict[str, Any]) -> bool:
    """Whether a row is a document with labels, categories or entities."""
    lists = (row.get(key) for key in ("label", "labels", "cats", "entities"))
    return isinstance(row.get("text"), str) and any(isinstance(one, list) for one in lists)


def read_document(line: int, row: dict[str, Any]) -> Iterator[Record | Refusal]:
    """One document; further columns of the import stand beside the text."""
    given = [*(row.get("label") or ()), *(row.get("labels") or ()), *(row.get("cats") or ())]
    classes = [one for one in given if not isinstance(one, list | dict)]
    marked = [one for one in given if isinstance(one, list | dict)] + (row.get("entities") or [])
    if not given and not marked:
        yield Refusal(line, "Dokumen ini belum dianotasi; selesaikan anotasinya.")
        return
    answers = tuple(Answer("", one) for one in classes)
    data = {key: value for key, value in row.items() if key not in _OWN}
    yield Record(line, {**data, "text": row["text"]}, answers, tuple(_mark(one) for one in marked))


def _mark(one: Any) -> Mark:
    if isinstance(one, dict):
        return Mark(int(one["start_offset"]), int(one["end_offset"]), str(one.get("label", "")))
    start, end, label = one
    return Mark(int(start), int(end), str(label))
