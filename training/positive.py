"""Choose the positive models the service shows, from the corpus's train and dev splits.

``python -m training.positive`` writes ``nlp/examples/<field>.jsonl``. A model is faultless by its
gold labels, by every rule of the reviewer, and as writing: formal words, ordinary capitals, no
place names. The same corpus and built-in models write the same bytes; run it after either changes.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from corpus.rows import FOLDER as CORPUS
from corpus.rows import read, split_of
from nlp.bundle import BUILT_IN
from nlp.features import Context, signs
from nlp.finding import FieldCheck
from nlp.form import Form, UmpanBalik, form_from_dict, texts
from nlp.positive import FOLDER, ModelField, Positive, unit_kind
from nlp.praise import GOOD
from nlp.review import Reviewer, check_text, load_reviewer
from nlp.text import Text, analyse_text
from training.wording import reads_well
from training.worth import worth

FIELDS: tuple[ModelField, ...] = ("topik", "hasil", "rtl", "indikator", "umpan_balik")
_TASK = {
    "topik": "masalah", "hasil": "konkret", "rtl": "kendali", "indikator": "terukur",
    "umpan_balik": "sentimen",
}  # fmt: skip
# Signs that leave a doubt, however the text was judged in the end: a model must leave none.
_DOUBTS = frozenset(
    (
        "batin mutu pokok_mutu tren peristiwa bukti_batal cara "
        "lampau teratasi pelaku_luar permohonan tunggu putusan pantau_putusan "
        "sindiran puji_batal"
    ).split()
)
# Words of counselling, whatever they speak of: nobody is to meet them in a model.
_HARM = "butir"
_LEAST_RATING = 3
# What only the employee's own position makes good is no model for others; irony is none at all.
_TRAPS = frozenset(
    "wewenang-jabatan menugaskan-bawahan pelaku-jabatan-sendiri sindiran kemunduran".split()
)


class _Candidate(NamedTuple):
    id: str
    field: ModelField
    text: str
    unit: str
    gold: dict[str, str]


def positives(reviewer: Reviewer, folder: Path = CORPUS) -> dict[ModelField, list[Positive]]:
    """The models of each field, by id.

    In: a reviewer and the corpus's folder. Out: the models; a text stands among them once.
    """
    found: dict[ModelField, dict[str, Positive]] = {field: {} for field in FIELDS}
    for one in (*_items(folder), *_parts_of_forms(folder)):
        with reviewer.pipeline.memory_zone():
            text = analyse_text(reviewer.pipeline, one.text)
        if not reads_well(one.field, text) or _is_doubtful(one.field, text):
            continue
        reason = worth(one.field, text, one.gold)
        if reason and _is_faultless(one, check_text(reviewer, one.field, one.text, _around(one))):
            model = Positive(one.id, one.field, one.text, unit_kind(one.unit), reason)
            found[one.field].setdefault(one.text.lower(), model)
    return {
        field: sorted(models.values(), key=lambda model: model.id)
        for field, models in found.items()
    }


def write(folder: Path = FOLDER) -> dict[ModelField, int]:
    """Write every field's file. Out: how many models each holds. Raises ``OSError``."""
    counts = {}
    for field, models in positives(load_reviewer(BUILT_IN)).items():
        (folder / f"{field}.jsonl").write_text(as_lines(models), "utf-8")
        counts[field] = len(models)
    return counts


def as_lines(models: list[Positive]) -> str:
    """JSON Lines as they stand in the files."""
    return "".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in models)


def _items(folder: Path) -> Iterator[_Candidate]:
    for field in FIELDS:
        for row in read(field, folder):
            data = row.data
            gold = {label: said["gold"] for label, said in data["labels"].items()}
            shown = split_of(data["group"]) != "test" and data["trap"] not in _TRAPS
            if shown and _is_good(field, gold):
                yield _Candidate(data["id"], field, data["text"], data["unit"], gold)


def _is_good(field: ModelField, gold: dict[str, str]) -> bool:
    if field != "umpan_balik":
        return gold == GOOD[field]
    asks = gold["sentimen"] in ("negatif", "campuran") and gold["arahan"] == "ADA"
    return gold["spesifik"] == "SPESIFIK" and (gold["sentimen"] == "positif" or asks)


def _parts_of_forms(folder: Path) -> Iterator[_Candidate]:
    """The chain's texts of good forms where no finding points; feedback there has no label."""
    for row in read("forms", folder):
        data = row.data
        findings, rating = data["findings"]["gold"], data["rating"]["gold"]
        if split_of(data["group"]) == "test" or findings is None or (rating or 0) < _LEAST_RATING:
            continue
        faulty = {finding["pointer"] for finding in findings}
        for pointer, field, text in texts(form_from_dict(data["form"])):
            if field in ("topik", "hasil", "rtl", "indikator") and pointer not in faulty:
                name = f"{data['id']}{pointer}"
                yield _Candidate(name, field, text, data["unit"], GOOD[field])


def _is_doubtful(field: ModelField, text: Text) -> bool:
    if any(mark.kind.startswith(_HARM) for mark in text.marks):
        return True
    return bool({sign.name for sign in signs(_TASK[field], text, Context())} & _DOUBTS)


def _around(one: _Candidate) -> Form:
    icons = {"positif": "positif", "negatif": "negatif"}
    ikon = icons.get(one.gold.get("sentimen", ""), "netral")
    return Form(umpan_balik=(UmpanBalik(ikon, one.text),) if one.field == "umpan_balik" else ())


def _is_faultless(one: _Candidate, check: FieldCheck) -> bool:
    """Whether no rule finds anything and every label is gold's; of counselling not a doubt.

    The text is judged without the position and the year its annotators saw: so it is shown.
    """
    care = check.labels["konseling"]
    if check.findings or care.label != "NONE" or care.abstain:
        return False
    return all(check.labels[label].label == said for label, said in one.gold.items())


if __name__ == "__main__":
    for name, count in write().items():
        print(f"{name}: {count}")
