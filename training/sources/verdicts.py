"""What the annotators of one item said: for each task the label, or why there is none."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from training.sources.item import Item, is_blank
from training.sources.labels import FIELDS, LABELS, as_items, as_label, listing, tasks_of
from training.sources.names import Role, role_of
from training.sources.record import Answer

ANY_TEXT = ("konseling", "butir", "sinkron")
"""Tasks that do not belong to one field."""

_SPESIFIK = ("rtl_spesifik", "umpan_balik_spesifik")
_UNKNOWN_TASK = f"Tugas pada baris ini tidak dikenal; isi salah satu dari: {', '.join(LABELS)}."
_AMBIGUOUS = (
    "SPESIFIK berlaku untuk rtl dan umpan balik; tambahkan kolom bidang, atau tulis tugasnya: "
    "rtl_spesifik atau umpan_balik_spesifik."
)

Verdict = tuple[str, tuple[str, ...], Answer]


def verdicts(
    item: Item,
    answers: Collection[Answer],
    questions: Mapping[str, Role | None],
    hints: Collection[str],
) -> tuple[list[Verdict], list[str]]:
    """What holds for each task, and one sentence for each thing that does not.

    In: the item, its answers, the roles of the questions, and the fields that other columns of
    the file speak of. Annotators who agree give one verdict; those who do not, none.
    """
    said: dict[tuple[str, str], dict[tuple[str, ...], list[Answer]]] = defaultdict(dict)
    wrong: list[str] = []
    for answer in answers:
        role = questions[answer.question]
        for value in _values(answer.value, role) if role else ():
            found = _verdict(item, answer, role, value, hints) if role else ""
            if isinstance(found, str):
                wrong.append(found)
            else:
                task, labels = found
                link = role_of_link(answer.question) if task == "sinkron" else ""
                said[task, link].setdefault(labels, []).append(answer)
    agreed: list[Verdict] = []
    for (task, _), by_label in said.items():
        given = [answer for group in by_label.values() for answer in group]
        if len(by_label) == 1:
            agreed.append((task, next(iter(by_label)), given[0]))
        elif len({answer.annotator for answer in given}) > 1:
            wrong.append(f"Para penilai tidak sepakat tentang {task}; putuskan satu label.")
        else:
            wrong.append(f"Label untuk {task} saling bertentangan; sisakan satu.")
    return agreed, list(dict.fromkeys(wrong))


def role_of_link(question: str) -> str:
    """A column for each link ("sinkron topik rtl", "sinkron rtl indikator") is its own question."""
    return question if role_of(question) else ""


def parts(value: Any) -> list[Any]:
    """The single values of an answer: choices, a list, or several words in one cell."""
    if isinstance(value, dict):
        value = value.get("choices", ())
    if isinstance(value, list | tuple):
        return [part for one in value for part in parts(one)]
    if is_blank(value):
        return []
    if isinstance(value, str) and not tasks_of(value):
        return [part.strip() for part in re.split(r"[#;|]", value) if part.strip()]
    return [value]


def _values(value: Any, role: Role) -> Iterator[Any]:
    if role.value == "konseling" and _are_items(value):
        yield value
    elif role.value != "butir":
        yield from parts(value)
    # An empty list is an answer: none of the guideline's numbers.
    elif isinstance(value, list | tuple) or not is_blank(value):
        yield value


def _verdict(
    item: Item, answer: Answer, role: Role, value: Any, hints: Collection[str]
) -> tuple[str, tuple[str, ...]] | str:
    question = answer.question
    if role.kind == "label" and item.task:
        named = role_of(item.task)
        if named is None or named.kind != "task":
            return _UNKNOWN_TASK
        role, question = named, item.task
    fields = _fields(item, answer)
    if role.kind == "label":
        return _by_value(value, fields, hints)
    tasks = [role.value]
    if role.value == "spesifik":
        tasks = _narrow(_SPESIFIK, fields, hints)
        if len(tasks) != 1:
            return _AMBIGUOUS
    task = tasks[0]
    if task == "butir" or (task == "konseling" and _are_items(value)):
        items = as_items(value)
        return ("butir", items) if items is not None else _unfit(["butir"])
    label = as_label(task, value, question)
    return (task, (label,)) if label else _unfit(tasks)


def _by_value(
    value: Any, fields: Collection[str], hints: Collection[str]
) -> tuple[str, tuple[str, ...]] | str:
    able = tasks_of(value)
    if not able:
        return _unfit([task for task in LABELS if not fields or _fits(task, fields)])
    tasks = _narrow(able, fields, hints)
    if len(tasks) > 1:
        return _AMBIGUOUS
    if not tasks:
        return "Label ini bukan untuk bidang teksnya; periksa bidang atau labelnya."
    label = as_label(tasks[0], value)
    return (tasks[0], (label,)) if label else _unfit(tasks)


def _fields(item: Item, answer: Answer) -> Collection[str]:
    """The fields that may have been judged; none when the file does not name them."""
    about = item.columns.get(answer.about)
    fields = {about} if about else set(item.texts)
    return () if "" in fields else fields


def _narrow(tasks: Collection[str], fields: Collection[str], hints: Collection[str]) -> list[str]:
    fitting = [task for task in tasks if not fields or _fits(task, fields)]
    if len(fitting) > 1:
        return [task for task in fitting if FIELDS[task] in hints] or fitting
    return fitting


def _fits(task: str, fields: Collection[str]) -> bool:
    return task in ANY_TEXT or FIELDS[task] in fields


def _are_items(value: Any) -> bool:
    """Numbers in a column "konseling" are items; a lone 0 or 1 could be no or yes."""
    items = as_items(value)
    return bool(items) and items != ("1",)


def _unfit(tasks: Collection[str]) -> str:
    return f"Label ini tidak dikenal; yang dapat dipakai: {listing(tasks)}."
