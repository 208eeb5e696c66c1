"""Prodigy's JSON Lines: choices, single labels (accepted or not) and marked spans."""

from collections.abc import Iterator
from typing import Any

from training.sources.label_studio import marks_of
from training.sources.labels import tasks_of
from training.sources.record import Answer, Record, Refusal

_SKIPPED = {
    "reject": "Jawaban ini ditolak penilai; beri label yang benar atau hapus.",
    "ignore": "Jawaban ini dilewati penilai; selesaikan atau hapus.",
}


def is_example(row: dict[str, Any]) -> bool:
    """Whether a row is an answered example."""
    marks = {"_input_hash", "_task_hash", "accept", "spans"}
    return isinstance(row.get("text"), str) and "answer" in row and bool(marks & row.keys())


def read_example(line: int, row: dict[str, Any]) -> Iterator[Record | Refusal]:
    """One example; what ``meta`` holds stands beside the text."""
    if row["answer"] != "accept":
        yield Refusal(line, _SKIPPED.get(row["answer"], "Contoh ini belum dijawab."))
        return
    options = {str(one.get("id")): one.get("text") for one in row.get("options") or ()}
    who = str(row.get("_annotator_id") or row.get("_session_id") or "")
    chosen = row.get("accept")
    given = [row["label"]] if chosen is None and row.get("label") else chosen or []
    if not given and not row.get("spans"):
        yield Refusal(line, "Tidak ada pilihan yang ditandai; pilih satu label.")
        return
    # The id of an option may be a number whose meaning only its text tells.
    named = [one if tasks_of(one) else options.get(str(one)) or one for one in given]
    meta = row.get("meta") or {}
    answers = tuple(Answer("", one, who) for one in named)
    yield Record(
        line, {**meta, "text": row["text"]}, answers, tuple(marks_of(row.get("spans") or []))
    )
