"""The corpus: annotated items and whole forms, and the one loader that others use.

``load("indikator")`` reads a local file into a Hugging Face ``DatasetDict``; nothing is fetched
from a hub and nothing is cached on disk. ``corpus.rows`` reads the same files without datasets.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.rows import CONTEXT, FOLDER, LABELS, SPLITS, Row, read, split_of

if TYPE_CHECKING:
    from datasets import DatasetDict

__all__ = ["load"]

_FINDING = {"rule": "string", "pointer": "string", "pair": "string"}
_COMMON = {"id": "string", "group": "string", "unit": "string"}
_ITEM = {"style": "string", "text": "string", "pair": "string", "trap": "string", "hard": "bool"}
_FORM: dict[str, Any] = {
    **_COMMON,
    "form": "string",
    "jenis": "string",
    "tahun": "int32",
    "triwulan": "int32",
    "jabatan": "string",
    "topik": "string",
    "hasil": "string",
    "rtl": ["string"],
    "indikator": ["string"],
    "umpan_balik": ["string"],
    "ikon": ["string"],
    "findings": [_FINDING],
    "findings_writer": [_FINDING],
    "findings_second": [_FINDING],
    "rules": ["string"],
    "rating": "int32",
    "rating_writer": "int32",
    "rating_second": "int32",
    "notes": "string",
    "reason": "string",
}
_AMBIGUOUS = _COMMON | dict.fromkeys(("task", "text", "context", "question"), "string")


def load(name: str, folder: Path = FOLDER) -> DatasetDict:
    """One file of the corpus as ``DatasetDict`` with the splits train, dev and test.

    In: a file stem: ``indikator``, ``hasil``, ``topik``, ``rtl``, ``umpan_balik``, ``konseling``,
    ``sinkron``, ``forms`` or ``ambiguous``. Out: one record per row, in file order within its
    split.

    - Items: every label is a column of its own with the gold value (None while undecided), beside
      ``…_writer``, ``…_second`` and ``…_reason``; context keys are columns (None when absent);
      ``konseling_items`` holds the guideline's numbers.
    - Forms: ``form`` is the whole form as JSON; its texts are columns beside it, lists for the
      repeated parts; ``findings`` are gold and ``rules`` their distinct ids (None while undecided).

    Raises ``ValueError`` that lists the names when there is no such file, ``FileNotFoundError``
    when it is missing and ``BrokenFileError`` when it holds lines that are no rows.
    """
    rows = read(name, folder)
    from datasets import Dataset, DatasetDict

    features = _features(_columns(name))
    parts: dict[str, list[dict[str, Any]]] = {split: [] for split in SPLITS}
    for row in rows:
        parts[split_of(row.data["group"])].append(_record(name, row))
    return DatasetDict(
        {
            split: Dataset.from_dict({key: [r[key] for r in part] for key in features}, features)
            for split, part in parts.items()
        }
    )


def _columns(name: str) -> dict[str, Any]:
    if name in ("forms", "ambiguous"):
        return _FORM if name == "forms" else _AMBIGUOUS
    columns: dict[str, Any] = {**_COMMON, **_ITEM}
    columns |= {key: "int32" if key in ("tahun", "triwulan") else "string" for key in CONTEXT[name]}
    for label in LABELS[name]:
        columns |= {
            f"{label}{suffix}": "string" for suffix in ("", "_writer", "_second", "_reason")
        }
    if name == "konseling":
        columns |= {f"konseling_items{suffix}": ["int32"] for suffix in ("", "_writer", "_second")}
    return columns


def _features(columns: dict[str, Any]) -> Any:
    from datasets import Features, Value

    def feature(kind: Any) -> Any:
        if isinstance(kind, list):
            return [feature(kind[0])]
        if isinstance(kind, dict):
            return {key: feature(value) for key, value in kind.items()}
        return Value(kind)

    return Features({key: feature(kind) for key, kind in columns.items()})


def _record(name: str, row: Row) -> dict[str, Any]:
    data = row.data
    if name == "forms":
        return _form_record(data)
    if name == "ambiguous":
        return {**data, "context": json.dumps(data["context"], ensure_ascii=False)}
    record = {key: data[key] for key in (*_COMMON, *_ITEM)}
    record |= {key: data["context"].get(key) for key in CONTEXT[name]}
    for key, label in data["labels"].items():
        record[key] = label["gold"]
        record |= {f"{key}_{side}": label[side] for side in ("writer", "second", "reason")}
    if name == "konseling":
        items = data["labels"]["konseling"]["items"]
        record["konseling_items"] = items["gold"]
        record |= {f"konseling_items_{side}": items[side] for side in ("writer", "second")}
    return record


def _form_record(data: dict[str, Any]) -> dict[str, Any]:
    form, findings, rating = data["form"], data["findings"], data["rating"]
    steps, feedbacks = form.get("tindak_lanjut") or [], form.get("umpan_balik") or []
    gold = findings["gold"]
    return {
        **{key: data[key] for key in ("id", "group", "unit", "notes", "reason")},
        **{key: form.get(key) for key in ("tahun", "triwulan", "topik", "hasil")},
        "form": json.dumps(form, ensure_ascii=False),
        "jenis": form.get("jenis", "bimbingan"),
        "jabatan": (form.get("pegawai") or {}).get("jabatan"),
        **{key: [step.get(key) for step in steps] for key in ("rtl", "indikator")},
        "umpan_balik": [feedback.get("teks") for feedback in feedbacks],
        "ikon": [feedback.get("ikon") for feedback in feedbacks],
        "findings": gold,
        **{f"findings_{side}": findings[side] for side in ("writer", "second")},
        "rules": None if gold is None else sorted({finding["rule"] for finding in gold}),
        "rating": rating["gold"],
        **{f"rating_{side}": rating[side] for side in ("writer", "second")},
    }
