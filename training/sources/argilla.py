"""Argilla's records, nested (``to_json``) and flat (``to_list(flatten=True)``).

Suggestions are a model's own words and teach nothing. A response counts unless its own status
says that it is a draft or was discarded: a record may still be pending for want of a second
response.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from training.sources.label_studio import is_marks, marks_of
from training.sources.record import Answer, Mark, Record, Refusal

Response = tuple[str, Any, str, str]
"""Question, value, annotator, status ("" when the file does not say)."""


def is_nested(row: dict[str, Any]) -> bool:
    """Whether a row is a record with its fields and responses apart."""
    return isinstance(row.get("fields"), dict) and isinstance(row.get("responses"), dict)


def is_flat(row: dict[str, Any]) -> bool:
    """Whether a row is a record with dotted columns."""
    return any(key.endswith((".responses", ".suggestion")) for key in row)


def read_nested(line: int, row: dict[str, Any]) -> Iterator[Record | Refusal]:
    """One nested record."""
    responses = [
        (question, one.get("value"), str(one.get("user_id", "")), str(one.get("status") or ""))
        for question, given in row["responses"].items()
        for one in given or ()
    ]
    metadata = row.get("metadata") or {}
    return _record(line, {**metadata, **row["fields"]}, responses, row.get("status"))


def read_flat(line: int, row: dict[str, Any]) -> Iterator[Record | Refusal]:
    """One flat record."""
    responses: list[Response] = []
    for key, values in row.items():
        if key.endswith(".responses"):
            users, statuses = row.get(f"{key}.users") or (), row.get(f"{key}.status") or ()
            for number, value in enumerate(values or ()):
                who = str(users[number]) if number < len(users) else ""
                status = str(statuses[number] or "") if number < len(statuses) else ""
                responses.append((key.removesuffix(".responses"), value, who, status))
    data = {key: v for key, v in row.items() if "." not in key and key not in _OWN}
    return _record(line, data, responses, row.get("status"))


_OWN = ("id", "status", "_server_id")


def _record(
    line: int, data: dict[str, Any], responses: list[Response], status: Any
) -> Iterator[Record | Refusal]:
    if status == "discarded":
        yield Refusal(line, "Rekaman ini dibuang penilai; beri label atau hapus.")
        return
    if not responses:
        yield Refusal(line, "Rekaman ini belum dijawab; selesaikan anotasinya.")
        return
    answers: list[Answer] = []
    marks: list[Mark] = []
    unfinished: dict[str, str] = defaultdict(str)
    for question, value, who, own in responses:
        if own not in ("", "submitted"):
            unfinished[question] = own
        elif is_marks(value):
            marks += marks_of(value)
        # Ratings and rankings are no labels.
        elif isinstance(value, str) or (
            isinstance(value, list) and all(isinstance(one, str) for one in value)
        ):
            answers.append(Answer(question, value, who))
    for own in sorted(set(unfinished.values())):
        said = "dibuang" if own == "discarded" else "masih konsep"
        yield Refusal(line, f"Jawaban penilai {said}; kirimkan dahulu atau hapus.")
    if answers or marks:
        yield Record(line, data, tuple(answers), tuple(marks))
