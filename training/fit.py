"""Choose and calibrate one task's linear model from its examples.

Every figure used for a choice comes from group-wise cross-validation: texts of one writer batch
never stand on both sides.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from nlp.classifier import Model
from training.candidates import (
    LINEAR,
    Array,
    Fit,
    boosted,
    dense_columns,
    fit_all,
    stacked,
)
from training.matrix import Matrix

FOLDS = 6
# Signs are judged by linguistic analysis; counted double they are regularised less than words.
SIGNS = ("tanda:", "terakhir:")
_SIGNS_WEIGH = 2.0
# How much worse a missed label is than a false one (guideline 13: a call for help must not be
# missed, and a false alarm is the second worst error).
COSTS = {"konseling": (1.0, 1.5, 4.0)}
# Seventeen labels at once are slow to fit: items try only what has won before.
_FOR_ITEMS = ("skala NB + regresi logistik, C=1", "skala NB + regresi logistik, C=3")
_WANTED_PRECISION = 0.97
# A weight below this moves no probability by a visible amount; leaving it out halves the file.
_SMALLEST = 0.01

Folds = list[tuple[Array, Array]]


@dataclass(frozen=True, slots=True)
class Compared:
    """One candidate: macro-F1 out of fold, and how far it is from the chosen one.

    ``difference`` is the mean over folds of this candidate less the chosen one, ``error`` its
    standard error. Only ``linear`` candidates can ship as JSON weights.
    """

    name: str
    macro_f1: float
    difference: float
    error: float
    linear: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fitted model with what its choice was based on.

    ``held_out``: calibrated out-of-fold probabilities, one row an example, one column a label;
    ``margins``: what they were calibrated from; ``fold_weights``: of each fold of :func:`split`,
    the weights (features × labels) that gave them.
    """

    model: Model
    comparison: tuple[Compared, ...]
    held_out: Array
    margins: Array
    fold_weights: tuple[Array, ...]


def targets(labels: list[tuple[str, ...]], order: tuple[str, ...]) -> Array:
    """One column a label: 1.0 where the example carries it."""
    return np.array([[float(label in given) for label in order] for given in labels])


def scaled(matrix: Matrix) -> csr_matrix:
    """The matrix with signs counted double, as every linear candidate reads it."""
    return csr_matrix(matrix.values @ diags(_scale(matrix)))


def choose(
    task: str, matrix: Matrix, wanted: Array, order: tuple[str, ...], groups: list[str]
) -> Fitted:
    """Fit the candidate that cross-validates best.

    In: the matrix, the 0/1 targets (examples × labels), the labels' order, and each example's
    group. Out: the model fitted on everything, its out-of-fold probabilities and the comparison.
    Raises ``ValueError`` when there are fewer groups than folds or a label has no example.
    """
    values, folds = scaled(matrix), split(matrix.values, groups)
    tried = _FOR_ITEMS if task == "butir" else tuple(LINEAR)
    found = {name: out_of_fold(task, LINEAR[name], values, wanted, folds) for name in tried}
    margins = {name: answers for name, (answers, _) in found.items()}
    best = max(margins, key=lambda name: f1_of_margins(wanted, margins[name]))
    held_out, matrix_of, offset = calibrated(margins[best], wanted)
    certain = 0.0 if task == "butir" else _certain(held_out, wanted)
    weights, bias = fit_all(task, LINEAR[best], values, wanted)
    # Calibration is linear in the margins, so it is folded into the weights that ship.
    weights = (weights * _scale(matrix)[:, None]) @ matrix_of.T
    bias = matrix_of @ bias + offset
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
        round(certain, 4),
        COSTS.get(task, (1.0,) * len(order)),
        {"algorithm": best},
    )
    others = {} if task == "butir" else _others(matrix, margins[best], wanted, folds)
    comparison = _compared({**margins, **others}, best, wanted, folds)
    return Fitted(model, comparison, held_out, *found[best])


def split(values: csr_matrix, groups: list[str]) -> Folds:
    """Group-wise folds as pairs of row indices (to learn from, held out).

    Raises ``ValueError`` when there are fewer groups than folds.
    """
    if len(set(groups)) < FOLDS:
        raise ValueError(f"{len(set(groups))} kelompok; perlu paling sedikit {FOLDS}")
    return list(GroupKFold(FOLDS).split(values, groups=groups))


def out_of_fold(
    task: str, fit: Fit, values: csr_matrix, wanted: Array, folds: Folds
) -> tuple[Array, tuple[Array, ...]]:
    """Margins (examples × labels), each from a fit that has not seen the example's group.

    Out: the margins, and the weights (features × labels) of each fold.
    """
    margins, kept = np.zeros_like(wanted), []
    for train, held in folds:
        weights, bias = fit_all(task, fit, values[train], wanted[train])
        margins[held] = values[held] @ weights + bias
        kept.append(weights)
    return margins, tuple(kept)


def f1_of_margins(wanted: Array, margins: Array) -> float:
    """Macro-F1 of the highest margin, or of each positive one where labels go together."""
    if (wanted.sum(1) == 1).all():
        return float(f1_score(wanted.argmax(1), margins.argmax(1), average="macro"))
    return float(f1_score(wanted, margins > 0, average="macro", zero_division=0))


def calibrated(margins: Array, wanted: Array) -> tuple[Array, Array, Array]:
    """Probabilities (examples × labels) from margins, and the linear map that leads to them.

    Where one label holds, one multinomial logistic regression over all margins: the margins of
    the other labels say something too (matrix scaling; Guo et al., 2017). Where several can hold,
    one logistic curve a label (Platt, 1999). Out: probabilities, matrix A and offset c of
    ``A m + c``.
    """
    if (wanted.sum(1) == 1).all():
        model = LogisticRegression(max_iter=1000).fit(margins, wanted.argmax(1))
        matrix_of, offset = model.coef_, model.intercept_
        if wanted.shape[1] == 2:
            matrix_of, offset = np.vstack([-matrix_of, matrix_of]) / 2, np.r_[-offset, offset] / 2
        return model.predict_proba(margins), matrix_of, offset
    curves = [_platt(margins[:, k], wanted[:, k]) for k in range(wanted.shape[1])]
    slopes, intercepts = np.array(curves).T
    raw = 1.0 / (1.0 + np.exp(-np.clip(margins * slopes + intercepts, -30, 30)))
    return raw, np.diag(slopes), intercepts


def _scale(matrix: Matrix) -> Array:
    return np.array([_SIGNS_WEIGH if name.startswith(SIGNS) else 1.0 for name in matrix.names])


def _others(matrix: Matrix, linear: Array, wanted: Array, folds: Folds) -> dict[str, Array]:
    """Out-of-fold answers of the non-linear candidates."""
    dense = matrix.values[:, dense_columns(matrix.values, matrix.names)].toarray()
    trees, both = np.zeros_like(wanted), np.zeros_like(wanted)
    for train, held in folds:
        trees[held] = boosted(dense[train], wanted[train], dense[held])
    for _, held in folds:
        both[held] = stacked(linear, trees, wanted, held)
    return {"gradient boosting, tanda saja": trees, "bertumpuk (linear + boosting)": both}


def _compared(
    margins: dict[str, Array], best: str, wanted: Array, folds: Folds
) -> tuple[Compared, ...]:
    def by_fold(name: str) -> Array:
        return np.array([f1_of_margins(wanted[held], margins[name][held]) for _, held in folds])

    chosen, rows = by_fold(best), []
    for name, found in margins.items():
        gap = by_fold(name) - chosen
        rows.append(
            Compared(
                name,
                f1_of_margins(wanted, found),
                float(gap.mean()),
                float(gap.std(ddof=1) / np.sqrt(len(gap))),
                name in LINEAR,
            )
        )
    return tuple(rows)


def _platt(margins: Array, positive: Array) -> tuple[float, float]:
    """Slope and intercept of a logistic curve from margin to probability (Platt, 1999)."""
    model = LogisticRegression(C=1e6, solver="lbfgs").fit(margins.reshape(-1, 1), positive)
    return float(model.coef_[0][0]), float(model.intercept_[0])


def _certain(held_out: Array, wanted: Array) -> float:
    """The least probability from which on answers are right often enough not to abstain."""
    best, right = held_out.max(1), held_out.argmax(1) == wanted.argmax(1)
    order = np.argsort(-best)
    precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(precision >= _WANTED_PRECISION)
    return float(best[order][enough[-1]]) if len(enough) else 1.0
