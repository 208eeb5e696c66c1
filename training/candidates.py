"""What is compared for each task: linear models that can ship, and others as their measure.

A linear fit returns weights and bias, which ship as JSON. Gradient boosting over the dense signs
and stacking are fitted to know what linearity costs (the card prints it); they would need a
format of their own and would earn it by more than two standard errors only.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

Array = NDArray[np.float64]
Fit = Callable[[csr_matrix, Array], tuple[Array, float]]

_SEED = 0
# Names that hold what analysis found, not which words stood there.
_DENSE = (
    "tanda:", "terakhir:", "kelas:", "aspek:", "angka:", "anak:", "akhir:", "pelaku:",
    "predikat:", "penutup:", "awal", "arti:", "sambung:",
)  # fmt: skip
_DENSE_RAREST = 10
# Labels that cross two questions: each label is a yes or a no to each of them. What one question
# learns from two labels together helps both (praise? blame? of feedback; is help needed?).
AXES: dict[str, tuple[tuple[int, ...], ...]] = {
    "sentimen": ((1, -1, 1, -1), (-1, 1, 1, -1)),
    "konseling": ((-1, 1, 1),),
}
_AXES_WEIGH = 0.5


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


LINEAR: dict[str, Fit] = {
    "regresi logistik, C=0,1": _logistic(0.1),
    "SVM linear, C=0,003": _margin(0.003),
    "skala NB + regresi logistik, C=0,3": _scaled(0.3),
    "skala NB + regresi logistik, C=1": _scaled(1.0),
    "skala NB + regresi logistik, C=3": _scaled(3.0),
}


def fit_all(task: str, fit: Fit, values: csr_matrix, wanted: Array) -> tuple[Array, Array]:
    """Weights (features × labels) and biases of one linear candidate.

    In: the task, the candidate, the scaled matrix and the 0/1 targets (examples × labels). Two
    labels that exclude each other share one fit; labels that cross two questions (:data:`AXES`)
    also learn from each question.
    """
    if _opposite(wanted):
        weights, bias = fit(values, wanted[:, 1])
        return np.column_stack([-weights, weights]), np.array([-bias, bias])
    columns = [fit(values, wanted[:, k]) for k in range(wanted.shape[1])]
    weights, bias = np.column_stack([w for w, _ in columns]), np.array([b for _, b in columns])
    for axis in AXES.get(task, ()):
        sides = np.array(axis, dtype=float)
        shared, offset = fit(values, (wanted @ (sides > 0)).astype(float))
        weights = weights + _AXES_WEIGH * np.outer(shared, sides)
        bias = bias + _AXES_WEIGH * offset * sides
    return weights, bias


def dense_columns(values: csr_matrix, names: list[str]) -> list[int]:
    """The columns of signs and structure that occur often enough to split on."""
    counts = np.asarray((values > 0).sum(0)).ravel()
    return [
        column
        for column, name in enumerate(names)
        if name.startswith(_DENSE) and counts[column] >= _DENSE_RAREST
    ]


def boosted(values: Array, wanted: Array, held: Array) -> Array:
    """Log probabilities (held × labels) by gradient boosting over dense signs."""
    model = GradientBoostingClassifier(
        n_estimators=60, learning_rate=0.2, max_depth=4, subsample=0.7, max_features=0.2,
        random_state=_SEED,
    ).fit(values, wanted.argmax(1))  # fmt: skip
    return np.asarray(np.log(np.clip(model.predict_proba(held), 1e-6, 1.0)))


def stacked(linear: Array, boosting: Array, wanted: Array, held: Array) -> Array:
    """Log probabilities of a second model that reads both first ones' out-of-fold answers.

    In: margins and log probabilities (examples × labels), targets, and which examples to answer
    for (their indices); the others are learnt from.
    """
    both = np.column_stack([linear, boosting])
    rest = np.setdiff1d(np.arange(len(both)), held)
    model = LogisticRegression(C=1.0, max_iter=500).fit(both[rest], wanted[rest].argmax(1))
    return np.asarray(model.predict_log_proba(both[held]))


def _opposite(wanted: Array) -> bool:
    return wanted.shape[1] == 2 and bool((wanted.sum(1) == 1).all())
