"""Annotations that cross-validation finds improbable: the first to look at again.

Confident learning (Northcutt, Jiang and Chuang, 2021, "Confident Learning: Estimating Uncertainty
in Dataset Labels"): a probability is held against how sure a model usually is of that label, so
that a label it finds hard does not fill the list. The suspicion of an annotation is the out-of-fold
probability of the label given, divided by the mean such probability of all texts that carry this
label. ``confident`` says that the model's own label is as probable as it usually is for texts
annotated so: these are the off-diagonal cells of the paper's confident joint.
"""

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from nlp.classifier import load_models
from training.candidates import Array
from training.examples import Example
from training.fit import calibrated, targets
from training.held_out import HeldOut, hold_out, reasons, towards_label
from training.matrix import feature_names, to_matrix
from training.readable import readable
from training.train import LABELS

_REASONS = 3
_COLUMNS = "id tugas label menurut_model peluang_label skor yakin ciri teks".split()


@dataclass(frozen=True, slots=True)
class Suspect:
    """One doubtful annotation.

    ``probability`` is that of the label given, ``score`` the same over the label's mean: the
    lower, the more doubtful. For ``butir`` labels are item numbers with "bukan " where one is
    given but not seen, or the other way round.
    """

    id: str
    task: str
    given: str
    said: str
    probability: float
    score: float
    confident: bool
    reasons: tuple[str, ...]
    text: str


def suspects(task: str, found: Sequence[Example], own: Sequence[Example]) -> list[Suspect]:
    """The annotations of ``own`` for which another label is likelier, most doubtful first.

    In: a task, all examples to learn from, and those of them to judge. The candidate is the one
    that the built-in model of the task was chosen as. Raises ``ValueError`` with a sentence when
    there is too little to learn from.
    """
    labels = LABELS[task]
    wanted = targets([example.labels for example in found], labels)
    missing = [label for label, n in zip(labels, wanted.sum(0), strict=True) if not n]
    if missing:
        raise ValueError(f"{task}: tidak ada contoh berlabel {', '.join(missing)}.")
    matrix = to_matrix(feature_names(task, list(found)))
    algorithm = load_models()[task].card["algorithm"]
    held = hold_out(task, algorithm, matrix, wanted, [example.group for example in found])
    given, *_ = calibrated(held.margins, wanted)
    judge = _several if task == "butir" else _one
    judged = {id(example) for example in own}
    listed = [
        one for one in judge(task, found, held, wanted, given, labels) if id(one[0]) in judged
    ]
    return sorted((one for _, one in listed), key=lambda one: (one.score, one.id))


def write_suspects(path: Path, found: Sequence[Suspect]) -> None:
    """Write CSV where the name ends in ``.csv``, else JSON Lines. Raises ``OSError``."""
    rows = [_row(one) for one in found]
    with path.open("w", encoding="utf-8", newline="") as file:
        if path.suffix.lower() == ".csv":
            writer = csv.DictWriter(file, _COLUMNS)
            writer.writeheader()
            for one, row in zip(found, rows, strict=True):
                said = {"ciri": "; ".join(one.reasons), "yakin": "ya" if one.confident else "tidak"}
                writer.writerow({**row, **said})
        else:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _one(
    task: str, found: Sequence[Example], held: HeldOut, wanted: Array, given: Array,
    labels: tuple[str, ...],
) -> Iterator[tuple[Example, Suspect]]:  # fmt: skip
    truth, said = wanted.argmax(1), given.argmax(1)
    usual = np.array([given[truth == k, k].mean() for k in range(len(labels))])
    for i in np.flatnonzero(truth != said):
        k, j = int(truth[i]), int(said[i])
        pulls = reasons(held, int(i), towards_label(j, k, len(labels)), _REASONS)
        yield found[i], Suspect(
            found[i].id, task, labels[k], labels[j], round(float(given[i, k]), 4),
            round(float(given[i, k] / usual[k]), 4), bool(given[i, j] >= usual[j]),
            tuple(readable(name) for name, _ in pulls), found[i].text,
        )  # fmt: skip


def _several(
    task: str, found: Sequence[Example], held: HeldOut, wanted: Array, given: Array,
    labels: tuple[str, ...],
) -> Iterator[tuple[Example, Suspect]]:  # fmt: skip
    """Each item alone is a yes or a no; of several doubtful items of a text, the worst."""
    yes = wanted == 1
    own = np.where(yes, given, 1 - given)
    usual_yes = np.array([given[yes[:, k], k].mean() for k in range(len(labels))])
    usual_no = np.array([1 - given[~yes[:, k], k].mean() for k in range(len(labels))])
    score = own / np.where(yes, usual_yes, usual_no)
    for i in np.flatnonzero((own < 0.5).any(1)):
        k = int(np.where(own[i] < 0.5, score[i], np.inf).argmin())
        other = usual_no[k] if yes[i, k] else usual_yes[k]
        towards = np.zeros(len(labels))
        towards[k] = -1.0 if yes[i, k] else 1.0
        names = (labels[k], f"bukan {labels[k]}")
        first, second = names if yes[i, k] else names[::-1]
        pulls = reasons(held, int(i), towards, _REASONS)
        yield found[i], Suspect(
            found[i].id, task, first, second, round(float(own[i, k]), 4),
            round(float(score[i, k]), 4), bool(1 - own[i, k] >= other),
            tuple(readable(name) for name, _ in pulls), found[i].text,
        )  # fmt: skip


def _row(one: Suspect) -> dict[str, Any]:
    cells = (
        one.id, one.task, one.given, one.said, one.probability, one.score, one.confident,
        list(one.reasons), one.text,
    )  # fmt: skip
    return dict(zip(_COLUMNS, cells, strict=True))
