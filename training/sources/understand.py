"""From a record to labelled examples: which text was judged, and where its marks stand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from training.examples import Example, Span
from training.sources.item import Item, context_of, item_of
from training.sources.labels import FIELDS, tasks_of
from training.sources.links import Link, link_of
from training.sources.names import Role, meaning, plain, role_of
from training.sources.record import MARKS, Mark, Record, Refusal, Sheet
from training.sources.spans import anchor
from training.sources.verdicts import ANY_TEXT, Verdict, parts, verdicts


@dataclass(frozen=True, slots=True)
class Labelled:
    """An example of a task and the line it came from."""

    line: int
    task: str
    example: Example


def understand(sheet: Sheet, stem: str) -> tuple[list[Labelled | Refusal], dict[str, str]]:
    """The examples of a sheet, and which column was read as what.

    In: a sheet, the stem of its examples' ids. Out: examples and refusals in the order of the
    records; the columns by name. A question that the file names itself ("masalah_topik") counts
    when one of its values is a label of ours, otherwise it is ignored (ratings, free text).
    """
    records = [record for record in sheet.records if isinstance(record, Record)]
    roles = _roles({name: None for record in records for name in record.data})
    questions = _questions(records)
    hints = {FIELDS[r.value] for r in questions.values() if r and r.value in FIELDS}
    found: list[Labelled | Refusal] = []
    for record in sheet.records:
        if isinstance(record, Refusal):
            found.append(record)
        else:
            found += _examples(record, stem, roles, questions, hints - set(ANY_TEXT))
    named = roles | {name: role for name, role in questions.items() if name}
    columns = sheet.columns | {name: meaning(role) for name, role in named.items()}
    return found, columns | {name: MARKS for name in sheet.columns if sheet.columns[name] == MARKS}


def _roles(names: Iterable[str]) -> dict[str, Role | None]:
    """Each column with its role; of two columns for one thing, the one that bears its own name."""
    found: dict[str, Role | None] = {}
    taken: set[Role] = set()
    for name in sorted(names, key=_is_synonym):
        role = role_of(name)
        found[name] = None if role in taken else role
        if role:
            taken.add(role)
    return found


def _is_synonym(name: str) -> bool:
    role = role_of(name)
    return role is not None and plain(name) != plain(role.value)


def _questions(records: list[Record]) -> dict[str, Role | None]:
    """Each question with its role; None for one whose values are no labels."""
    values: dict[str, list[Any]] = defaultdict(list)
    for record in records:
        for answer in record.answers:
            values[answer.question] += parts(answer.value)
    found: dict[str, Role | None] = {}
    for name, given in values.items():
        role = role_of(name) if name else Role("label")
        if role is None or role.kind not in ("task", "label"):
            role = Role("label") if any(tasks_of(value) for value in given) else None
        found[name] = role
    return found


def _examples(
    record: Record,
    stem: str,
    roles: dict[str, Role | None],
    questions: dict[str, Role | None],
    hints: set[str],
) -> Iterator[Labelled | Refusal]:
    item = item_of(record, roles)
    if isinstance(item, str):
        yield Refusal(record.line, item)
        return
    agreed, wrong = verdicts(item, record.answers, questions, hints)
    spans, lost = _spans(item, record.marks)
    if record.marks and not agreed and not wrong:
        wrong = ["Baris ini hanya berisi rentang; tambahkan label untuk teksnya."]
    yield from (Refusal(record.line, reason) for reason in (*wrong, *lost))
    for verdict in agreed:
        example = _example(record, item, verdict, spans, stem)
        if isinstance(example, str):
            yield Refusal(record.line, example)
        else:
            yield Labelled(record.line, verdict[0], example)


def _example(
    record: Record, item: Item, verdict: Verdict, spans: dict[str, list[Span]], stem: str
) -> Example | str:
    task, labels, answer = verdict
    name = f"{stem}-{record.line}{record.part}"
    link: Link | str | None = None
    if task == "sinkron":
        link = link_of(item, answer.question)
        if isinstance(link, str):
            return link
        name += f"-{link.later}" if "sinkron " in answer.question.replace("_", " ") else ""
        field, text = link.later, link.text
        context: dict[str, object] = {"pasangan": link.pair, "sebelumnya": link.earlier}
    else:
        chosen = _judged(task, item, item.columns.get(answer.about))
        if chosen not in item.texts:
            return chosen
        field, text, context = chosen, item.texts[chosen], context_of(FIELDS[task], item.cells)
    if any("\ud800" <= char <= "\udfff" for char in text):
        return "Teksnya memuat tanda yang rusak; ekspor ulang sebagai UTF-8."
    group = item.cells.get("group") or item.cells.get("form")
    return Example(
        name,
        str(group or f"teks-{sha256(text.encode()).hexdigest()[:12]}"),
        str(item.cells.get("unit", "")),
        record.hard,
        text,
        context,
        labels,
        tuple(spans.get(field, ())),
    )


def _judged(task: str, item: Item, about: str | None) -> str:
    """The field whose text the label judges, or the sentence that says why there is none."""
    if not item.texts:
        return "Teksnya kosong; isi teks atau hapus labelnya."
    if task in ANY_TEXT:
        if about is not None and about in item.texts:
            return about
        if len(item.texts) == 1:
            return next(iter(item.texts))
        for field in ("", "konseling", "catatan"):
            if field in item.texts:
                return field
        return f"Ada beberapa teks; tulis satu teks per baris untuk {task}, dengan kolom bidang."
    for field in (FIELDS[task], ""):
        if field in item.texts:
            return field
    return f"Label {task} menilai teks {FIELDS[task]}, tetapi teks itu tidak ada pada baris ini."


def _spans(item: Item, marks: tuple[Mark, ...]) -> tuple[dict[str, list[Span]], list[str]]:
    """The marks by field, and a sentence for each that has lost its place."""
    found: dict[str, list[Span]] = defaultdict(list)
    lost: list[str] = []
    for mark in marks:
        about = item.columns.get(mark.about)
        texts = {about: item.texts[about]} if about in item.texts else item.texts
        asked = (mark.start, mark.end)
        places = {f: anchor(text, mark.start, mark.end, mark.quote) for f, text in texts.items()}
        held = {field: place for field, place in places.items() if place}
        if len(held) > 1:
            # Without a quote, a passage of whole words is likelier than one that cuts words.
            likely = {
                field: place
                for field, place in held.items()
                if (_cuts_no_word(texts[field], place) if mark.quote is None else place == asked)
            }
            held = likely or held
        if len(held) == 1:
            field, (start, end) = next(iter(held.items()))
            found[field].append(Span(start, end, mark.label))
        else:
            lost.append(
                "Rentang tidak dapat ditempatkan pada teksnya; tandai ulang. Label teks tetap "
                "dipakai."
            )
    return found, list(dict.fromkeys(lost))


def _cuts_no_word(text: str, place: tuple[int, int]) -> bool:
    return not any(text[at - 1 : at].isalnum() and text[at : at + 1].isalnum() for at in place)
