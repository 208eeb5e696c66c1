"""Train every task: examples → model files, bit for bit the same from the same input."""

import json
import os
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import joblib
import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

import nlp
from corpus.rows import FOLDER
from nlp.bundle import MINIMUM, write_manifest
from nlp.classifier import Model
from nlp.classifier.model import alone, model_files
from training.card import card_of
from training.examples import Example, data_hash, examples
from training.fit import Array, Fitted, choose, targets
from training.matrix import Matrix, feature_names, signs_of, to_matrix
from training.measure import by_kind_of_unit

MODELS = Path(nlp.__file__).parent / "models"
CASES = FOLDER / "minimum" / MINIMUM
"""What a model of each task must never miss, one case a line."""

# Test is read by evaluation only.
SPLITS = ("train", "dev")
_PROBES = 6
# The order in which a model lists its labels: the finding's label last where there is one.
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
    "sinkron": ("SINKRON", "TIDAK_SINKRON"),
}


@dataclass(frozen=True, slots=True)
class Run:
    """One task after training: all that its files, card and report are written from.

    ``rows`` are the feature names of each example, ``wanted`` its 0/1 targets (examples × labels);
    ``unseen`` holds for each kind of office its texts and the macro-F1 of a model without them.
    """

    task: str
    examples: list[Example]
    rows: list[frozenset[str]]
    matrix: Matrix
    wanted: Array
    fitted: Fitted
    unseen: list[tuple[str, int, float]]
    card: dict[str, Any]


def fit(task: str, found: list[Example], trained_at: date) -> Run:
    """Fit one task.

    In: a task of :data:`LABELS`, the examples to learn from, the date for the card. Raises
    ``ValueError`` that says what is missing when the examples cannot be learnt from.
    """
    _refuse_unless_enough(task, found)
    rows = feature_names(task, found)
    matrix = to_matrix(rows)
    wanted = targets([example.labels for example in found], LABELS[task])
    fitted = choose(task, matrix, wanted, LABELS[task], [example.group for example in found])
    chosen = {row.name: round(row.macro_f1, 3) for row in fitted.comparison}
    card: dict[str, Any] = {
        **fitted.model.card,
        "version": _version(fitted.model),
        "signs": signs_of(task),
        "data_hash": data_hash(found),
        "trained_at": trained_at.isoformat(),
        "metrics": {"examples": len(found), "cross_validation": chosen},
        "probes": _probes(task, fitted.model),
    }
    unseen = by_kind_of_unit(task, found, matrix, wanted, fitted.model.card["algorithm"])
    return Run(task, found, rows, matrix, wanted, fitted, unseen, card)


def fit_each(learnt: dict[str, list[Example]], trained_at: date, jobs: int = 2) -> Iterator[Run]:
    """Fit several tasks beside each other, yielded as they are done, in the order given."""
    parallel = joblib.Parallel(jobs, return_as="generator")
    yield from parallel(
        joblib.delayed(fit)(task, found, trained_at) for task, found in learnt.items()
    )


def corpus_examples(tasks: Iterable[str]) -> dict[str, list[Example]]:
    """What the corpus holds to learn from, by task. Raises ``KeyError`` on an unknown task."""
    return {task: examples(task, SPLITS) for task in tasks}


def write(run: Run, folder: Path, estimators: bool = True) -> None:
    """Write ``folder/task.json``, its card ``task.md`` and ``estimators/task.joblib``.

    The estimator is for researchers who go on from it with scikit-learn; the service reads the
    JSON alone. Leave it out where a folder is committed.
    """
    _write_model(run.fitted.model, run.card, folder / f"{run.task}.json")
    (folder / f"{run.task}.md").write_text(card_of(run), "utf-8")
    if estimators:
        (folder / "estimators").mkdir(exist_ok=True)
        joblib.dump(estimator(run.fitted.model), folder / "estimators" / f"{run.task}.joblib")


def estimator(model: Model) -> Pipeline:
    """The model as a scikit-learn pipeline over ``{feature name: 1.0}`` mappings.

    Its ``decision_function`` equals :func:`nlp.classifier.model.margins`; a model of two labels
    gives the margin of the second, as scikit-learn does.
    """
    names = DictVectorizer().fit([dict.fromkeys(model.weights, 1.0)])
    columns = [model.weights[name] for name in names.get_feature_names_out()]
    first = 1 if len(model.labels) == 2 else 0
    linear = LogisticRegression()
    linear.classes_ = np.array(model.labels)
    linear.coef_ = np.array([[row[k] for row in columns] for k in range(first, len(model.labels))])
    linear.intercept_ = np.array(model.bias[first:])
    return Pipeline([("names", names), ("linear", linear)])


def today() -> date:
    """The date for cards: ``SOURCE_DATE_EPOCH`` if set, so that a rebuild is bit for bit equal."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


def _refuse_unless_enough(task: str, found: list[Example]) -> None:
    seen = {label for example in found for label in example.labels}
    missing = [label for label in LABELS[task] if label not in seen]
    if missing and task != "butir":
        raise ValueError(f"{task}: tidak ada contoh berlabel {', '.join(missing)}.")


def seal(folder: Path, cases: Path = CASES) -> str:
    """Make a folder of models a bundle: its tasks' minimum cases, then the manifest.

    Models of other tasks that the folder already holds stay part of it. Out: the version.
    """
    write_minimum(folder, cases)
    return write_manifest(folder)


def write_minimum(folder: Path, cases: Path = CASES) -> None:
    """Put beside the models of a folder the minimum cases of their tasks."""
    tasks = {path.stem for path in model_files(folder)}
    lines = cases.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if json.loads(line)["task"] in tasks]
    (folder / MINIMUM).write_text("".join(kept), "utf-8")


def _version(model: Model) -> str:
    content = json.dumps([model.labels, model.weights, model.bias])
    return sha256(content.encode()).hexdigest()[:12]


def _probes(task: str, model: Model) -> list[dict[str, Any]]:
    """A few corpus sentences with the answers they get now; checked at every load.

    They come from the public corpus whatever the model was trained on: a bundle must not carry
    the texts of a researcher's forms.
    """
    chosen = random.Random(0).sample(examples(task, SPLITS), _PROBES)
    rows = feature_names(task, chosen)
    return [
        {
            "text": example.text,
            "context": example.context,
            "answer": [round(p, 6) for p in alone(model, names)],
        }
        for example, names in zip(chosen, rows, strict=True)
    ]


def _write_model(model: Model, card: dict[str, Any], path: Path) -> None:
    head = {
        "task": model.task,
        "labels": model.labels,
        "bias": model.bias,
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
