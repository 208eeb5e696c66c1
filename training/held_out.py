"""Out-of-fold answers of one candidate, with the weights that gave each of them.

An answer is explained by the weights of the fold that had not seen its text: the final model has
read the text with its label and may no longer make the error.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from training.candidates import LINEAR, Array
from training.fit import Fitted, Folds, out_of_fold, scaled, split
from training.matrix import Matrix


@dataclass(frozen=True, slots=True)
class HeldOut:
    """``margins`` (examples × labels); ``fold`` of each example; ``weights`` of each fold.

    ``values`` is the scaled matrix that the weights (features × labels) were fitted on.
    """

    margins: Array
    fold: NDArray[np.int64]
    weights: tuple[Array, ...]
    values: csr_matrix
    names: list[str]


def hold_out(
    task: str, algorithm: str, matrix: Matrix, wanted: Array, groups: list[str]
) -> HeldOut:
    """Fit one candidate of :data:`training.candidates.LINEAR` without each fold in turn.

    In: as :func:`training.fit.choose`. Raises ``ValueError`` with a sentence when there are fewer
    groups than folds, or when all texts of a label lie in one fold.
    """
    values, folds = scaled(matrix), split(matrix.values, groups)
    if not all(wanted[train].any(0).all() for train, _ in folds):
        raise ValueError(
            f"{task}: semua contoh satu label berasal dari terlalu sedikit kelompok; "
            "tambahkan anotasi dari formulir lain."
        )
    margins, weights = out_of_fold(task, LINEAR[algorithm], values, wanted, folds)
    return HeldOut(margins, _numbers(folds, len(wanted)), weights, values, matrix.names)


def held_out_of(fitted: Fitted, matrix: Matrix, groups: list[str]) -> HeldOut:
    """The same of a fit that has already been made from this matrix and these groups."""
    numbers = _numbers(split(matrix.values, groups), len(groups))
    return HeldOut(fitted.margins, numbers, fitted.fold_weights, scaled(matrix), matrix.names)


def _numbers(folds: Folds, examples: int) -> NDArray[np.int64]:
    fold = np.zeros(examples, dtype=np.int64)
    for number, (_, held) in enumerate(folds):
        fold[held] = number
    return fold


def reasons(held: HeldOut, index: int, towards: Array, most: int = 5) -> list[tuple[str, float]]:
    """What pulled one answer: feature names with their pull, strongest first.

    In: the example's index and a direction over the labels, such as +1 for the label said and −1
    for the one given. Out: only pulls in that direction.
    """
    row = held.values[[index]]
    pulls = row.data * (held.weights[held.fold[index]][row.indices] @ towards)
    order = np.argsort(-pulls)[:most]
    return [(held.names[row.indices[i]], float(pulls[i])) for i in order if pulls[i] > 0]


def towards_label(said: int, given: int, labels: int) -> Array:
    """The direction from the label given to the label said, for :func:`reasons`."""
    direction = np.zeros(labels)
    direction[said], direction[given] = 1.0, -1.0
    # Two labels share one fit with opposite signs; counting both would double every pull.
    return direction / 2 if labels == 2 else direction
