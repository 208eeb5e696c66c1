"""Train every task: corpus → model JSON and card, bit for bit the same from the same input."""

import json
import random
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import joblib

import nlp
from corpus.rows import FOLDER
from nlp.bundle import MINIMUM, write_manifest
from nlp.classifier import Model
from nlp.classifier.model import alone, model_files
from training.card import write_card
from training.examples import SOURCES, Example, data_hash, examples
from training.fit import choose, targets
from training.matrix import feature_names, signs_of, to_matrix

MODELS = Path(nlp.__file__).parent / "models"
CASES = FOLDER / "behaviour" / MINIMUM
"""What a model of each task must never miss, one case a line."""

# Test is read by evaluation only.
_SPLITS = ("train", "dev")
_PROBES = 6
# The order in which a model lists its labels: the finding's label first where there is one.
LABELS = {
    "terukur": ("TERUKUR", "TIDAK_TERUKUR"),
    "konkret": ("KONKRET", "TIDAK_KONKRET"),
    "selesai": ("BERJALAN", "SELESAI"),
    "masalah": ("MASALAH", "BUKAN_MASALAH"),
    "kendali": ("DALAM_KENDALI", "DI_LUAR_KENDALI"),
    "rtl_spesifik": ("SPESIFIK", "TIDAK_SPESIFIK"),
    "sentimen": ("positif", "negatif", "campuran", "netral"),
    "arahan": ("ADA", "TIDAK_ADA"),
    "umpan_balik_spesifik": ("SPESIFIK", "TIDAK_SPESIFIK"),
    "konseling": ("NONE", "KONSELING", "RUJUKAN"),
    "butir": tuple(str(number) for number in range(1, 18)),
}


def train(task: str, folder: Path, trained_at: date) -> str:
    """Train one task and write ``folder/task.json`` and ``folder/task.md``.

    In: a task of :data:`training.examples.SOURCES`, the folder, the date for the card. Out: the
    model's version, a hash of its weights. Raises ``KeyError`` on an unknown task.
    """
    found = examples(task, _SPLITS)
    rows = feature_names(task, found)
    matrix = to_matrix(rows)
    wanted = targets([example.labels for example in found], LABELS[task])
    fitted = choose(task, matrix, wanted, LABELS[task], [example.group for example in found])
    card: dict[str, Any] = {
        **fitted.model.card,
        "version": _version(fitted.model),
        "signs": signs_of(task),
        "data_hash": data_hash(found),
        "trained_at": trained_at.isoformat(),
        "metrics": {
            "examples": len(found),
            "cross_validation": {k: round(v, 3) for k, v in fitted.comparison.items()},
        },
        "probes": _probes(fitted.model, found, rows),
    }
    _write(fitted.model, card, folder / f"{task}.json")
    write_card(fitted, card, wanted, found, folder / f"{task}.md")
    return str(card["version"])


def train_all(tasks: list[str], folder: Path, trained_at: date, jobs: int = 2) -> dict[str, str]:
    """Train several tasks beside each other and seal the folder as a bundle.

    Models of other tasks that the folder already holds stay part of it. Out: the version of each
    trained task. Raises ``KeyError`` on an unknown task.
    """
    folder.mkdir(parents=True, exist_ok=True)
    unknown = [task for task in tasks if task not in SOURCES]
    if unknown:
        raise KeyError(unknown[0])
    versions = joblib.Parallel(jobs)(
        joblib.delayed(train)(task, folder, trained_at) for task in tasks
    )
    write_minimum(folder)
    write_manifest(folder)
    return dict(zip(tasks, versions, strict=True))


def write_minimum(folder: Path, cases: Path = CASES) -> None:
    """Put beside the models of a folder the minimum cases of their tasks."""
    tasks = {path.stem for path in model_files(folder)}
    lines = cases.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if json.loads(line)["task"] in tasks]
    (folder / MINIMUM).write_text("".join(kept), "utf-8")


def _version(model: Model) -> str:
    content = json.dumps([model.labels, model.weights, model.bias, model.calibration])
    return sha256(content.encode()).hexdigest()[:12]


def _probes(model: Model, found: list[Example], rows: list[frozenset[str]]) -> list[dict[str, Any]]:
    """A few training sentences with the answers they get now; checked at every load."""
    chosen = random.Random(0).sample(range(len(found)), _PROBES)
    return [
        {
            "text": found[i].text,
            "context": found[i].context,
            "answer": [round(p, 6) for p in alone(model, rows[i])],
        }
        for i in chosen
    ]


def _write(model: Model, card: dict[str, Any], path: Path) -> None:
    head = {
        "task": model.task,
        "labels": model.labels,
        "bias": model.bias,
        "calibration": model.calibration,
        "certain": model.certain,
        "costs": model.costs,
        "card": card,
    }
    # One weight a line, by name: a new training run shows as a diff one can read.
    weights = ",\n".join(
        f"{json.dumps(name, ensure_ascii=False)}:{json.dumps(model.weights[name])}"
        for name in sorted(model.weights)
    )
    body = json.dumps(head, ensure_ascii=False, indent=1)
    path.write_text(f'{body[:-2]},\n "weights": {{\n{weights}\n}}\n}}\n', "utf-8")
