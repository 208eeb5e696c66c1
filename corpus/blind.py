"""The second, blind pass: sheets out, labels in, and what both passes disagree about.

``sheet`` shows a second annotator the text and its context only. ``merge`` folds the filled sheet
in: ``second`` gets its labels, ``gold`` what both passes agree on. ``adjudicate`` folds in the
decisions about the rest. Each changes a data file as a whole or, when any line is wrong, not at
all; lines it has nothing to say about keep their bytes.
"""

import json
import os
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from corpus.findings import PAIR_END, POINTERS, level_of, misplaced, rated
from corpus.rows import FOLDER, LABELS, BrokenFileError, Fault, Row, path_of, read, scan

Record = dict[str, Any]

_SEED = "lembar buta"
_SHEET_KEYS = {"id", "text", "context", "form", "labels", "items", "findings", "rating"}


def sheet(name: str, folder: Path = FOLDER) -> list[Record]:
    """The rows that still lack a second label, shuffled in an order that never changes.

    In: a stem of items or ``forms``. Out: ``{"id", "text", "context"}``, or ``{"id", "form"}``.
    Raises what ``corpus.rows.read`` raises, and ``ValueError`` on ``ambiguous``.
    """
    open_rows = [row.data for row in _rows(name, folder) if _is_open(row.data)]
    shown = ("id", "form") if name == "forms" else ("id", "text", "context")
    shuffled = sorted(open_rows, key=lambda row: sha256(f"{_SEED}:{row['id']}".encode()).digest())
    return [{key: row[key] for key in shown} for row in shuffled]


def merge(name: str, filled: Path, folder: Path = FOLDER) -> tuple[int, int, list[Record]]:
    """Fold a filled sheet in.

    In: the stem and the sheet: ``{"id", "labels": {…}}`` a line, for konseling with ``"items"``,
    for forms ``{"id", "findings": [[rule, pointer, pair]], "rating"}``; what ``sheet`` wrote may
    stand beside it. Out: how many rows were labelled, how many lines are still blank, and the
    disagreements of this sheet for ``adjudicate``. Folding in a sheet again changes nothing.
    Raises ``BrokenFileError`` with a sentence per wrong line; then nothing is written.
    """
    rows = {row.data["id"]: row for row in _rows(name, folder)}
    blank = 0

    def fold(given: Record) -> Row | None:
        nonlocal blank
        row = _known(rows, name, given)
        unknown = ", ".join(sorted(set(given) - _SHEET_KEYS))
        _refuse_unless(not unknown, f"Kunci yang tidak dikenal: {unknown}.")
        for key in ("text", "context", "form"):
            same = key not in given or given[key] == row.data.get(key)
            _refuse_unless(same, f"Isi {key} berbeda dari isi {given['id']} di korpus.")
        if given.get("findings" if name == "forms" else "labels") is None:
            blank += 1
            return None
        (_fold_form if name == "forms" else _fold_item)(name, row.data, given)
        return row

    changed = _folded(filled, fold)
    _rewrite(path_of(name, folder), changed)
    return len(changed), blank, [d for row in changed for d in _disagreements(name, row.data)]


def adjudicate(decisions: Path, folder: Path = FOLDER) -> tuple[int, int]:
    """Fold decided disagreements in: ``gold``, and the adjudicator's ``reason`` as the reason.

    In: the lines that ``merge`` gave, with ``gold`` (and ``items.gold``, ``rating.gold``) and
    ``reason`` filled. Out: how many were decided and how many lines are still blank. Raises
    ``BrokenFileError`` with a sentence per wrong line; then nothing is written.
    """
    files: dict[str, dict[str, Row]] = {}
    blank = 0

    def fold(given: Record) -> Row | None:
        nonlocal blank
        name = str(given.get("task"))
        _refuse_unless(name in (*LABELS, "forms"), f"Tidak ada berkas bernama {name}.")
        if name not in files:
            files[name] = {row.data["id"]: row for row in _rows(name, folder)}
        row = _known(files[name], name, given)
        if (_gold(given, "findings") if name == "forms" else given.get("gold")) is None:
            blank += 1
            return None
        reason = given.get("reason")
        _refuse_unless(isinstance(reason, str) and reason.strip(), "Alasan putusan belum ada.")
        (_decide_form if name == "forms" else _decide_item)(name, row.data, given)
        return row

    changed = _folded(decisions, fold)
    for name, rows in files.items():
        _rewrite(path_of(name, folder), [row for row in changed if row.data["id"] in rows])
    return len(changed), blank


def write_lines(path: Path, records: list[Record]) -> None:
    """Write records as JSON Lines to a new file.

    Raises ``FileExistsError`` when it exists: an annotator's work may be in it.
    """
    with path.open("x", encoding="utf-8") as stream:
        stream.writelines(_line(record) + "\n" for record in records)


def _rows(name: str, folder: Path) -> list[Row]:
    if name == "ambiguous":
        raise ValueError("Butir ambiguous tidak dianotasi ulang; pedomannya yang dijawab dahulu.")
    return read(name, folder)


def _folded(path: Path, fold: Callable[[Record], Row | None]) -> list[Row]:
    """The rows that ``fold`` changed. Raises ``BrokenFileError`` with all refusals."""
    changed: dict[str, Row] = {}
    faults: list[Fault] = []
    seen: set[tuple[Any, ...]] = set()
    for found in scan(path):
        if isinstance(found, Fault):
            faults.append(found)
            continue
        identity = tuple(str(found.data.get(key)) for key in ("task", "id", "label"))
        try:
            _refuse_unless(identity not in seen, f"Id {identity[1]} tertulis dua kali.")
            row = fold(found.data)
        except _RefusedError as error:
            faults.append(Fault(found.file, found.line, str(error)))
        else:
            if row:
                changed[row.data["id"]] = row
        seen.add(identity)
    if faults:
        raise BrokenFileError("\n".join(map(str, faults)))
    return list(changed.values())


class _RefusedError(ValueError):
    """A line that cannot be folded in, as an Indonesian sentence."""


def _refuse_unless(fine: object, sentence: str) -> None:
    if not fine:
        raise _RefusedError(sentence)


def _known(rows: dict[str, Row], name: str, given: Record) -> Row:
    identity = str(given.get("id"))
    _refuse_unless(identity in rows, f"Id {identity} tidak ada di {name}.jsonl.")
    return rows[identity]


def _gold(given: Record, key: str) -> Any:
    part = given.get(key)
    return part.get("gold") if isinstance(part, dict) else None


def _is_open(data: Record) -> bool:
    parts = data["labels"].values() if "labels" in data else [data["findings"]]
    return any(part["second"] is None for part in parts)


def _fold_item(name: str, data: Record, given: Record) -> None:
    said = given["labels"]
    keys = isinstance(said, dict) and set(said) == set(LABELS[name])
    _refuse_unless(keys, f"Label yang diminta: {', '.join(LABELS[name])}.")
    for key, label in data["labels"].items():
        _refuse_unknown(name, key, said[key])
        items = _items(said[key], given.get("items")) if "items" in label else None
        if label["second"] is not None:
            same = label["second"] == said[key]
            same = same and (items is None or set(items) == set(label["items"]["second"]))
            _refuse_unless(same, f"Butir {data['id']} sudah berlabel kedua yang lain.")
            continue
        agreed = label["writer"] == said[key]
        if items is not None:
            agreed = agreed and set(label["items"]["writer"]) == set(items)
            label["items"] |= {
                "second": items,
                "gold": label["items"]["writer"] if agreed else None,
            }
        label |= {"second": said[key], "gold": said[key] if agreed else None}


def _fold_form(name: str, data: Record, given: Record) -> None:
    said, stars = _findings(data["form"], given["findings"]), given.get("rating")
    _refuse_rating(data["form"], said, stars)
    findings, rating = data["findings"], data["rating"]
    if findings["second"] is not None:
        same = _places(findings["second"]) == _places(said) and rating["second"] == stars
        _refuse_unless(same, f"Formulir {data['id']} sudah dianotasi kedua kali dengan isi lain.")
        return
    agreed = _places(findings["writer"]) == _places(said)
    findings |= {"second": said, "gold": findings["writer"] if agreed else None}
    rating |= {"second": stars, "gold": stars if rating["writer"] == stars else None}


def _decide_item(name: str, data: Record, given: Record) -> None:
    key = str(given.get("label"))
    _refuse_unless(key in LABELS[name], f"Label yang ada: {', '.join(LABELS[name])}.")
    label = data["labels"][key]
    _refuse_unless(label["second"] is not None, f"Label kedua {data['id']} belum ada.")
    _refuse_unknown(name, key, given["gold"])
    if "items" in label:
        label["items"]["gold"] = _items(given["gold"], _gold(given, "items"))
    label |= {"gold": given["gold"], "reason": given["reason"]}


def _decide_form(name: str, data: Record, given: Record) -> None:
    _refuse_unless(data["findings"]["second"] is not None, f"Label kedua {data['id']} belum ada.")
    said = _findings(data["form"], given["findings"]["gold"])
    stars = _gold(given, "rating")
    _refuse_rating(data["form"], said, stars)
    data["findings"]["gold"] = said
    data["rating"]["gold"] = stars
    data["reason"] = given["reason"]


def _refuse_unknown(name: str, key: str, value: Any) -> None:
    allowed = LABELS[name][key]
    _refuse_unless(value in allowed, f"Label {key} {value!r} bukan {' / '.join(allowed)}.")


def _items(level: str, items: Any) -> list[int]:
    numbers = isinstance(items, list) and all(type(i) is int and 1 <= i <= 17 for i in items)
    _refuse_unless(numbers, "Nomor butir konseling (1–17) belum ada atau tidak sah.")
    _refuse_unless(level_of(items) == level, f"Label {level} tidak cocok dengan butir {items}.")
    return sorted(set(items))


def _findings(form: Record, said: Any) -> list[Record]:
    """Triples of a sheet (the pair may be left out) as findings."""
    shaped = isinstance(said, list) and all(
        isinstance(it, list)
        and len(it) in (2, 3)
        and it[0] in tuple(POINTERS)
        and isinstance(it[1], str)
        and it[2:] in ([], [None], *([pair] for pair in PAIR_END))
        for it in said
    )
    _refuse_unless(shaped, "Temuan ditulis [aturan, penunjuk, pasangan] dengan aturan yang ada.")
    found = [{"rule": r, "pointer": p, "pair": pair[0] if pair else None} for r, p, *pair in said]
    wrong = " ".join(misplaced(form, found))
    _refuse_unless(not wrong, wrong)
    return found


def _refuse_rating(form: Record, findings: list[Record], stars: Any) -> None:
    if rated(form, findings):
        given = type(stars) is int and 1 <= stars <= 5
        _refuse_unless(given, "Nilai formulir (1–5) belum ada atau tidak sah.")
    else:
        _refuse_unless(stars is None, "Formulir konseling atau rujukan tidak diberi nilai.")


def _places(findings: list[Record]) -> set[tuple[str, str]]:
    return {(finding["rule"], finding["pointer"]) for finding in findings}


def _disagreements(name: str, data: Record) -> Iterator[Record]:
    """What the two passes of one row disagree about, with blanks for the adjudicator."""
    if name == "forms":
        findings, rating = data["findings"], data["rating"]
        stars_open = rating["gold"] is None and rating["writer"] != rating["second"]
        if findings["gold"] is None or stars_open:
            triples = {
                side: said and [[f["rule"], f["pointer"], f["pair"]] for f in said]
                for side, said in findings.items()
            }
            shown = {"task": name, "id": data["id"], "form": data["form"], "findings": triples}
            yield {**shown, "rating": rating, "notes": data["notes"], "reason": ""}
        return
    for key, label in data["labels"].items():
        if label["gold"] is None:
            shown = {"task": name, **{k: data[k] for k in ("id", "text", "context")}, "label": key}
            shown |= {side: label[side] for side in ("writer", "second")}
            if "items" in label:
                shown["items"] = label["items"]
            yield {**shown, "writer_reason": label["reason"], "gold": None, "reason": ""}


def _rewrite(path: Path, changed: list[Row]) -> None:
    """Put changed rows back at their lines, all or none."""
    if not changed:
        return
    lines = path.read_bytes().split(b"\n")
    for row in changed:
        lines[row.line - 1] = _line(row.data).encode()
    beside = path.with_suffix(".tmp")
    beside.write_bytes(b"\n".join(lines))
    os.replace(beside, path)


def _line(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False)
