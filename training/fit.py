"""Fit, choose, calibrate: one task's linear model from its examples.

Every figure used for a choice comes from group-wise cross-validation: texts of one writer batch
never stand on both sides.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold
from sklearn.svm import LinearSVC

from nlp.classifier import Model
from training.matrix import Matrix

Array = NDArray[np.float64]
Fit = Callable[[csr_matrix, Array], tuple[Array, float]]

FOLDS = 6
_SEED = 0
# Signs are judged by linguistic analysis; counted double they are regularised less than words.
SIGNS = ("tanda:", "terakhir:")
_SIGNS_WEIGH = 2.0
# How much worse a missed label is than a false one (guideline 13: a call for help must not be
# missed, and a false alarm is the second worst error).
COSTS = {"konseling": (1.0, 1.5, 4.0)}
_WANTED_PRECISION = 0.97
# A weight below this moves no probability by a visible amount; leaving it out halves the file.
_SMALLEST = 0.01


def naive_bayes_ratio(values: csr_matrix, positive: Array) -> Array:
    """Log ratio of how often each feature goes with the label (Wang and Manning, 2012)."""
    yes = np.asarray(values[positive == 1].sum(0)).ravel() + 1.0
    no = np.asarray(values[positive == 0].sum(0)).ravel() + 1.0
    return np.asarray(np.log((yes / yes.sum()) / (no / no.sum())))


def _logistic(c: float) -> Fit:
    def fit(values: csr_matrix, positive: Array) -> tuple[Array, float]:
        model = LogisticRegression(C=c, solver="liblinear", max_iter=2000, random_state=_SEED)
        model.fit(values, positive)
        return model.coef_[0], float(model.intercept_[0])

    return fit


def _scaled(c: float) -> Fit:
    plain = _logistic(c)

    def fit(values: csr_matrix, positive: Array) -> tuple[Array, float]:
        ratio = naive_bayes_ratio(values, positive)
        weights, bias = plain(values @ diags(ratio), positive)
        return weights * ratio, bias

    return fit


def _margin(c: float) -> Fit:
    def fit(values: csr_matrix, positive: Array) -> tuple[Array, float]:
        model = LinearSVC(C=c, max_iter=5000, random_state=_SEED).fit(values, positive)
        return model.coef_[0], float(model.intercept_[0])

    return fit


CANDIDATES: dict[str, Fit] = {
    "regresi logistik, C=0,03": _logistic(0.03),
    "regresi logistik, C=0,1": _logistic(0.1),
    "SVM linear, C=0,003": _margin(0.003),
    "skala NB + regresi logistik, C=0,1": _scaled(0.1),
    "skala NB + regresi logistik, C=0,3": _scaled(0.3),
    "skala NB + regresi logistik, C=1": _scaled(1.0),
}


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fitted model with what its choice was based on.

    ``comparison``: macro-F1 of each candidate by cross-validation; ``held_out``: calibrated
    out-of-fold probabilities, one row an example, one column a label.
    """

    model: Model
    comparison: dict[str, float]
    held_out: Array


def targets(labels: list[tuple[str, ...]], order: tuple[str, ...]) -> Array:
    """One column a label: 1.0 where the example carries it."""
    return np.array([[float(label in given) for label in order] for given in labels])


def choose(
    task: str, matrix: Matrix, wanted: Array, order: tuple[str, ...], groups: list[str]
) -> Fitted:
    """Fit the candidate that cross-validates best.

    In: the matrix, the 0/1 targets (examples × labels), the labels' order, and each example's
    group. Out: the model fitted on everything, its out-of-fold probabilities and the comparison.
    """
    scale = np.array([_SIGNS_WEIGH if name.startswith(SIGNS) else 1.0 for name in matrix.names])
    values = csr_matrix(matrix.values @ diags(scale))
    margins = {name: _out_of_fold(fit, values, wanted, groups) for name, fit in CANDIDATES.items()}
    comparison = {name: _macro_f1(wanted, found) for name, found in margins.items()}
    best = max(comparison, key=comparison.__getitem__)
    calibration = [_platt(margins[best][:, k], wanted[:, k]) for k in range(wanted.shape[1])]
    held_out = _calibrated(margins[best], calibration)
    certain = 0.0 if task == "butir" else _certain(held_out, wanted)
    weights, bias = _fit_all(CANDIDATES[best], values, wanted)
    weights = weights * scale[:, None]
    kept = {
        name: tuple(round(float(w), 4) for w in row)
        for name, row in zip(matrix.names, weights, strict=True)
        if np.abs(row).max() >= _SMALLEST
    }
    model = Model(
        task,
        order,
        kept,
        tuple(round(float(b), 6) for b in bias),
        tuple((round(a, 6), round(b, 6)) for a, b in calibration),
        round(certain, 4),
        COSTS.get(task, (1.0,) * len(order)),
        {"algorithm": best},
    )
    return Fitted(model, comparison, held_out)


def _fit_all(fit: Fit, values: csr_matrix, wanted: Array) -> tuple[Array, Array]:
    """Weights (features × labels) and biases; two labels that exclude each other share one fit."""
    if _opposite(wanted):
        weights, bias = fit(values, wanted[:, 1])
        return np.column_stack([-weights, weights]), np.array([-bias, bias])
    columns = [fit(values, wanted[:, k]) for k in range(wanted.shape[1])]
    return np.column_stack([w for w, _ in columns]), np.array([b for _, b in columns])


def _opposite(wanted: Array) -> bool:
    return wanted.shape[1] == 2 and bool((wanted.sum(1) == 1).all())


def _out_of_fold(fit: Fit, values: csr_matrix, wanted: Array, groups: list[str]) -> Array:
    margins = np.zeros_like(wanted)
    for train, held in GroupKFold(FOLDS).split(values, groups=groups):
        weights, bias = _fit_all(fit, values[train], wanted[train])
        margins[held] = values[held] @ weights + bias
    return margins


def _macro_f1(wanted: Array, margins: Array) -> float:
    if (wanted.sum(1) == 1).all():
        return float(f1_score(wanted.argmax(1), margins.argmax(1), average="macro"))
    return float(f1_score(wanted, margins > 0, average="macro", zero_division=0))


def _platt(margins: Array, positive: Array) -> tuple[float, float]:
    """Slope and intercept of a logistic curve from margin to probability (Platt, 1999)."""
    model = LogisticRegression(C=1e6, solver="lbfgs").fit(margins.reshape(-1, 1), positive)
    return float(model.coef_[0][0]), float(model.intercept_[0])


def _calibrated(margins: Array, calibration: list[tuple[float, float]]) -> Array:
    slopes, intercepts = np.array(calibration).T
    raw = 1.0 / (1.0 + np.exp(-np.clip(margins * slopes + intercepts, -30, 30)))
    return raw if len(calibration) > 4 else raw / raw.sum(1, keepdims=True)


def _certain(held_out: Array, wanted: Array) -> float:
    """The least probability from which on answers are right often enough not to abstain."""
    best, right = held_out.max(1), held_out.argmax(1) == wanted.argmax(1)
    order = np.argsort(-best)
    precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(precision >= _WANTED_PRECISION)
    return float(best[order][enough[-1]]) if len(enough) else 1.0
