"""Label Studio's JSON export: tasks with annotations. JSON_MIN and CSV are tables.

Predictions are a model's own words and teach nothing. Where an annotation is marked as ground
truth, it decides alone.
"""

from collections.abc import Iterator
from typing import Any

from training.sources.record import Answer, Mark, Record, Refusal


def is_task(row: dict[str, Any]) -> bool:
    """Whether a row is a task with its annotations."""
    return isinstance(row.get("data"), dict) and isinstance(row.get("annotations"), list)


def read_task(line: int, row: dict[str, Any]) -> Iterator[Record | Refusal]:
    """One task: the answers of all its annotators, and one refusal for each that gave none."""
    annotations = [one for one in row["annotations"] if isinstance(one, dict)]
    if not annotations:
        yield Refusal(line, "Tugas ini belum dianotasi; selesaikan anotasinya.")
    kept = []
    for one in annotations:
        if one.get("was_cancelled"):
            yield Refusal(line, "Anotasi ini dilewati penilai; selesaikan atau hapus.")
        elif not one.get("result"):
            yield Refusal(line, "Anotasi ini kosong; beri label atau hapus.")
        else:
            kept.append(one)
    decisive = [one for one in kept if one.get("ground_truth")] or kept
    answers: list[Answer] = []
    marks: list[Mark] = []
    for number, one in enumerate(decisive):
        who = one.get("completed_by")
        who = str(who.get("id", number) if isinstance(who, dict) else who or number)
        for result in one["result"]:
            value, about = result.get("value") or {}, str(result.get("to_name", ""))
            if "choices" in value:
                question = str(result.get("from_name", ""))
                answers.append(Answer(question, value["choices"], who, about))
            elif "labels" in value and "start" in value:
                marks += marks_of([value], about)
    if decisive:
        yield Record(line, row["data"], tuple(answers), tuple(marks))


def marks_of(values: list[dict[str, Any]], about: str = "") -> list[Mark]:
    """Marks as Label Studio writes them: ``{"start", "end", "text", "labels"}``.

    Argilla, doccano and Prodigy name one ``label`` and may leave the quote out.
    """
    return [
        Mark(int(one["start"]), int(one["end"]), str(label), one.get("text"), about)
        for one in values
        for label in (one.get("labels") or [one.get("label", "")])
    ]


def is_marks(value: Any) -> bool:
    """Whether a value is a list of marked passages."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(one, dict) and {"start", "end"} <= one.keys() for one in value)
    )
