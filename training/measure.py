"""Figures on held-out data: F1 with intervals, calibration, abstention, errors."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import f1_score, precision_score, recall_score

from nlp.classifier import Model
from nlp.classifier.model import alone, probabilities
from training.candidates import LINEAR, fit_all
from training.examples import Example
from training.fit import f1_of_margins, scaled, targets
from training.matrix import Matrix, feature_names
from training.units import kind_of_unit

_DRAWS = 1000
_BINS = 10
# Fewer texts of one kind of office say nothing about it.
_FEWEST = 20


@dataclass(frozen=True, slots=True)
class Figures:
    """A task's figures on one set of examples; intervals are 95 % bootstrap over examples."""

    task: str
    examples: int
    macro_f1: float
    interval: tuple[float, float]
    per_label: dict[str, dict[str, float]]
    calibration_error: float
    kept: float
    kept_precision: float
    hard_f1: float


@dataclass(frozen=True, slots=True)
class Bin:
    """One bar of a reliability plot: mean probability said, share that was right, texts."""

    said: float
    right: float
    texts: int


def answers(model: Model, rows: list[frozenset[str]]) -> NDArray[np.float64]:
    """The model's probabilities as the service computes them: examples × labels.

    In: the feature names of each example.
    """
    rule = alone if model.task == "butir" else probabilities
    return np.array([rule(model, names) for names in rows])


def figures(model: Model, found: list[Example]) -> Figures:
    """Measure a model on examples it has not seen."""
    given = answers(model, feature_names(model.task, found))
    wanted = targets([example.labels for example in found], model.labels)
    truth, said = decided(model, wanted, given)
    hard = np.array([example.hard for example in found])
    best = given.max(1)
    sure = best >= model.certain
    right = given.argmax(1) == wanted.argmax(1)
    return Figures(
        model.task,
        len(found),
        macro_f1(truth, said),
        _interval(truth, said),
        {
            label: {
                "precision": float(precision_score(wanted[:, k], said_k, zero_division=0)),
                "recall": float(recall_score(wanted[:, k], said_k, zero_division=0)),
                "support": int(wanted[:, k].sum()),
            }
            for k, label in enumerate(model.labels)
            for said_k in [(said == k) if said.ndim == 1 else said[:, k]]
        },
        reliability(best, right.astype(float))[1],
        float(sure.mean()),
        float(right[sure].mean()) if sure.any() else 0.0,
        macro_f1(truth[hard], said[hard]),
    )


def by_kind_of_unit(
    task: str, found: list[Example], matrix: Matrix, wanted: NDArray[np.float64], algorithm: str
) -> list[tuple[str, int, float]]:
    """Leave one kind of office out: its name, its texts, macro-F1 of a model that never read it.

    The candidate of that name is fitted again without each kind in turn.
    """
    kinds = np.array([kind_of_unit(example.unit) for example in found])
    values, listed = scaled(matrix), []
    for kind in sorted(set(kinds)):
        held = kinds == kind
        if held.sum() < _FEWEST or not wanted[~held].any(0).all():
            continue
        weights, bias = fit_all(task, LINEAR[algorithm], values[~held], wanted[~held])
        margins = values[held] @ weights + bias
        listed.append((str(kind), int(held.sum()), f1_of_margins(wanted[held], margins)))
    return listed


def worst(
    model: Model, found: list[Example], most: int
) -> list[tuple[Example, str, float, list[tuple[str, float]]]]:
    """The surest wrong answers: example, label said, its probability, the weights behind it."""
    rows = feature_names(model.task, found)
    given = answers(model, rows)
    wanted = targets([example.labels for example in found], model.labels)
    wrong = np.flatnonzero(given.argmax(1) != wanted.argmax(1))
    listed = []
    for i in sorted(wrong, key=lambda i: -given[i].max())[:most]:
        label = int(given[i].argmax())
        pulls = [(name, model.weights[name][label]) for name in rows[i] if name in model.weights]
        pulls.sort(key=lambda pull: -pull[1])
        listed.append((found[i], model.labels[label], float(given[i].max()), pulls[:5]))
    return listed


def decided(
    model: Model, wanted: NDArray[np.float64], given: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Truth and decision as the service decides.

    In: 0/1 targets and probabilities, both examples × labels. Out: one label index an example
    each; for ``butir`` 0/1, examples × labels.
    """
    if model.task == "butir":
        return wanted.astype(np.int64), (given >= 0.5).astype(np.int64)
    return wanted.argmax(1), (given * np.array(model.costs)).argmax(1)


def reliability(said: NDArray[np.float64], right: NDArray[np.float64]) -> tuple[list[Bin], float]:
    """Bars over ten equal-width bins, and the expected calibration error (Guo et al., 2017)."""
    bins = np.minimum((said * _BINS).astype(int), _BINS - 1)
    found = [
        Bin(float(said[bins == b].mean()), float(right[bins == b].mean()), int((bins == b).sum()))
        for b in range(_BINS)
        if (bins == b).any()
    ]
    error = sum(abs(one.said - one.right) * one.texts for one in found) / len(said)
    return found, float(error)


def macro_f1(truth: NDArray[np.int64], said: NDArray[np.int64]) -> float:
    """Macro-F1 of what :func:`decided` gives; 0 without examples."""
    return float(f1_score(truth, said, average="macro", zero_division=0)) if len(truth) else 0.0


def _interval(truth: NDArray[np.int64], said: NDArray[np.int64]) -> tuple[float, float]:
    random = np.random.default_rng(0)
    several, n = truth.ndim == 2, len(truth)
    if not several:
        size = int(max(truth.max(), said.max())) + 1
        truth, said = np.eye(size, dtype=np.int64)[truth], np.eye(size, dtype=np.int64)[said]
    times = np.array([np.bincount(random.integers(0, n, n), minlength=n) for _ in range(_DRAWS)])
    hits, misses = times @ (truth & said), times @ (truth ^ said)
    f1 = 2 * hits / np.maximum(2 * hits + misses, 1)
    # As scikit-learn has it: a label that a draw does not hold counts among several ones only.
    counted = f1.shape[1] if several else (hits + misses > 0).sum(1)
    low, high = np.percentile(f1.sum(1) / counted, [2.5, 97.5])
    return float(low), float(high)
