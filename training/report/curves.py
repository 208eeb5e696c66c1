"""The figures of a report as plain numbers, from out-of-fold answers alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.candidates import LINEAR, Array, fit_all
from training.examples import Example
from training.fit import f1_of_margins, split
from training.held_out import HeldOut
from training.train import Run
from training.units import kind_of_unit

Points = list[tuple[float, float]]
Mask = NDArray[np.bool_]

_MOST_POINTS = 80
_PARTS = (0.25, 0.5, 0.75)
# A third of the folds tells the curve's shape at a third of the price.
_CURVE_FOLDS = 2
_ENOUGH = 20
_SHORT, _LONG = 5, 15
_Z = 1.96


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the texts: how many, the share answered right, and its 95 % interval."""

    kind: str
    name: str
    texts: int
    right: float
    interval: tuple[float, float]


def precision_recall(given: Array, positive: Array) -> tuple[Points, float]:
    """The curve of one label as (recall, precision), and its average precision.

    In: probabilities and 0/1 targets, one an example.
    """
    order = np.argsort(-given, kind="stable")
    hits = np.cumsum(positive[order])
    precision = hits / np.arange(1, len(order) + 1)
    recall = hits / max(hits[-1], 1.0)
    average = float((precision * positive[order]).sum() / max(hits[-1], 1.0))
    points = list(zip(recall.tolist(), precision.tolist(), strict=True))
    return _thinned(points), average


def coverage(best: Array, right: Array) -> Points:
    """(share of texts answered, share of those that are right) as the threshold falls."""
    order = np.argsort(-best, kind="stable")
    counted = np.arange(1, len(order) + 1)
    precision = np.cumsum(right[order]) / counted
    # The first few answers say nothing about a share.
    first = min(_ENOUGH, len(order)) - 1
    points = list(zip((counted / len(order)).tolist(), precision.tolist(), strict=True))
    return _thinned(points[first:])


def learning(run: Run, held: HeldOut) -> Points:
    """(mean texts learnt from, macro-F1) with 25, 50, 75 and 100 % of the groups.

    The chosen candidate only, on a third of the folds; the last point uses ``held``, the answers of
    whole folds. A share in which a label has no example gives no point.
    """
    groups = np.array([example.group for example in run.examples])
    folds = split(run.matrix.values, groups.tolist())[:_CURVE_FOLDS]
    asked = np.concatenate([test for _, test in folds])
    random = np.random.default_rng(0)
    orders = [random.permutation(np.unique(groups[train])) for train, _ in folds]
    found = []
    for part in _PARTS:
        margins, learnt = np.zeros_like(run.wanted), []
        for (train, test), order in zip(folds, orders, strict=True):
            few = train[np.isin(groups[train], order[: max(1, round(part * len(order)))])]
            answers = _answers(run, held, few, test)
            if answers is None:
                break
            margins[test] = answers
            learnt.append(len(few))
        else:
            score = f1_of_margins(run.wanted[asked], margins[asked])
            found.append((float(np.mean(learnt)), score))
    whole = f1_of_margins(run.wanted[asked], held.margins[asked])
    return [*found, (float(np.mean([len(train) for train, _ in folds])), whole)]


def slices(examples: Sequence[Example], right: Mask, traps: dict[str, str]) -> list[Slice]:
    """Hard and plain, short and long, kinds of office, and traps by example id.

    Parts of fewer than 20 texts are left out; kinds of office and traps come worst first.
    """
    found = [
        Slice(kind, name, int(part.sum()), share, _wilson(share, int(part.sum())))
        for kind, name, part in _parts(examples, traps)
        if part.sum() >= _ENOUGH
        for share in [float(right[part].mean())]
    ]
    kinds = list(dict.fromkeys(one.kind for one in found))
    ranked = {"jenis unit kerja", "jebakan"}
    return sorted(
        found,
        key=lambda one: (kinds.index(one.kind), one.right if one.kind in ranked else 0),
    )


def _answers(run: Run, held: HeldOut, few: Array, test: Array) -> Array | None:
    present = run.wanted[few].any(0)
    fit = LINEAR[run.card["algorithm"]]
    if not present.all() and run.task != "butir":
        return None
    # An item that was never seen is never said.
    margins = np.full((len(test), len(present)), -1.0)
    weights, bias = fit_all(run.task, fit, held.values[few], run.wanted[few][:, present])
    margins[:, present] = held.values[test] @ weights + bias
    return margins


def _parts(examples: Sequence[Example], traps: dict[str, str]) -> Iterator[tuple[str, str, Mask]]:
    hard = np.array([example.hard for example in examples])
    yield "kesulitan", "biasa", ~hard
    yield "kesulitan", "sulit", hard
    words = np.array([len(example.text.split()) for example in examples])
    yield "panjang", f"sampai {_SHORT} kata", words <= _SHORT
    yield "panjang", f"{_SHORT + 1}–{_LONG} kata", (words > _SHORT) & (words <= _LONG)
    yield "panjang", f"lebih dari {_LONG} kata", words > _LONG
    kinds = np.array([kind_of_unit(example.unit) for example in examples])
    for kind in sorted(set(kinds.tolist())):
        yield "jenis unit kerja", kind, kinds == kind
    named = np.array([traps.get(example.id, "") for example in examples])
    for trap in sorted(set(named.tolist()) - {""}):
        yield "jebakan", trap.replace("-", " "), named == trap


def _wilson(share: float, n: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson, 1927)."""
    middle = share + _Z**2 / (2 * n)
    spread = _Z * ((share * (1 - share) + _Z**2 / (4 * n)) / n) ** 0.5
    return (middle - spread) / (1 + _Z**2 / n), (middle + spread) / (1 + _Z**2 / n)


def _thinned(points: Points) -> Points:
    step = max(1, len(points) // _MOST_POINTS)
    return [*points[:-1:step], points[-1]] if points else []
