"""Two bundles on the same held-out texts: is the difference more than chance?

Paired throughout: both models answer the same texts. The interval is a bootstrap over groups (texts
of one writer are alike, so writers are drawn, not texts; Efron and Tibshirani, 1993), the p-value
McNemar's exact test on right and wrong (Dietterich, 1998). The test split holds few writers, which
makes the interval too narrow: one model is called better only when both agree.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest

from nlp.bundle import Bundle
from nlp.classifier import Model
from training.examples import SOURCES, Example, examples
from training.fit import targets
from training.matrix import feature_names
from training.measure import answers, decided, macro_f1

Labels = NDArray[np.int64]

_DRAWS = 2000
_CHANCE = 0.05
# Fewer texts than this say nothing about a slice.
_ENOUGH = 20
_SHORT, _LONG = 5, 15


@dataclass(frozen=True, slots=True)
class Slice:
    """Macro-F1 of both models on a part of the texts; ``b - a`` speaks for B."""

    name: str
    texts: int
    a: float
    b: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """One task: macro-F1 of A and B, B minus A with its 95 % interval, and McNemar's test.

    ``only_a`` and ``only_b`` count the texts that one of them alone gets right.
    """

    task: str
    texts: int
    a: float
    b: float
    difference: float
    interval: tuple[float, float]
    only_a: int
    only_b: int
    p: float
    slices: tuple[Slice, ...]
    verdict: str


def held_out(task: str) -> list[Example]:
    """The test split of a task; nothing for a task the corpus does not know."""
    return examples(task, ("test",)) if task in SOURCES else []


def compare(
    a: Bundle, b: Bundle, texts: Callable[[str], list[Example]] = held_out
) -> list[Comparison]:
    """Compare two bundles task by task.

    In: two bundles and the labelled texts of a task, which neither may have seen. Out: one
    comparison for each task that both hold and that has texts, by name. Raises ``ValueError`` when
    the two have other labels for one task.
    """
    shared = sorted(a.models.keys() & b.models.keys())
    return [
        _compared(a.models[task], b.models[task], found)
        for task in shared
        for found in [texts(task)]
        if found
    ]


def _compared(a: Model, b: Model, found: list[Example]) -> Comparison:
    if set(a.labels) != set(b.labels):
        raise ValueError(f"{a.task}: label A dan B berlainan, jadi tidak dapat dibandingkan.")
    rows = feature_names(a.task, found)
    truth, said_a = _answered(a, found, rows)
    # Labels may stand in another order in B: both are brought into A's.
    _, said_b = _answered(b, found, rows)
    if a.labels != b.labels:
        order = [a.labels.index(label) for label in b.labels]
        said_b = np.array(order)[said_b] if said_b.ndim == 1 else said_b[:, np.argsort(order)]
    right_a, right_b = _right(truth, said_a), _right(truth, said_b)
    only_a, only_b = int((right_a & ~right_b).sum()), int((right_b & ~right_a).sum())
    p = binomtest(only_a, only_a + only_b).pvalue if only_a + only_b else 1.0
    interval = _interval(truth, said_a, said_b, [example.group for example in found])
    return Comparison(
        a.task,
        len(found),
        macro_f1(truth, said_a),
        macro_f1(truth, said_b),
        macro_f1(truth, said_b) - macro_f1(truth, said_a),
        interval,
        only_a,
        only_b,
        float(p),
        tuple(
            Slice(name, int(part.sum()), macro_f1(truth[part], said_a[part]),
                  macro_f1(truth[part], said_b[part]))
            for name, part in _parts(found)
            if part.sum() >= _ENOUGH
        ),
        _verdict(a.task, interval, float(p), bool((said_a == said_b).all())),
    )  # fmt: skip


def _answered(
    model: Model, found: list[Example], rows: list[frozenset[str]]
) -> tuple[Labels, Labels]:
    wanted = targets([example.labels for example in found], model.labels)
    return decided(model, wanted, answers(model, rows))


def _right(truth: Labels, said: Labels) -> NDArray[np.bool_]:
    same = truth == said
    return same if same.ndim == 1 else same.all(1)


def _interval(
    truth: Labels, said_a: Labels, said_b: Labels, groups: list[str]
) -> tuple[float, float]:
    """The 95 % interval of B's macro-F1 minus A's when groups are drawn again."""
    names, member = np.unique(groups, return_inverse=True)
    random = np.random.default_rng(0)
    times = random.multinomial(len(names), np.full(len(names), 1 / len(names)), _DRAWS)
    drawn_a, drawn_b = (
        _drawn_f1(times, _counts(truth, said, member, len(names))) for said in (said_a, said_b)
    )
    low, high = np.percentile(drawn_b - drawn_a, [2.5, 97.5])
    return float(low), float(high)


def _counts(truth: Labels, said: Labels, member: Labels, groups: int) -> NDArray[np.float64]:
    """Hits and both kinds of misses: groups × labels × (true positive, either error)."""
    if truth.ndim == 1:
        size = int(max(truth.max(), said.max())) + 1
        truth, said = np.eye(size, dtype=int)[truth], np.eye(size, dtype=int)[said]
    counts = np.zeros((groups, truth.shape[1], 2))
    np.add.at(counts[:, :, 0], member, truth & said)
    np.add.at(counts[:, :, 1], member, truth ^ said)
    return counts


def _drawn_f1(times: Labels, counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Macro-F1 of every draw, over the labels that occur in it."""
    hits, misses = np.moveaxis(np.tensordot(times, counts, 1), 2, 0)
    occurs = hits + misses > 0
    f1 = np.where(occurs, 2 * hits / np.maximum(2 * hits + misses, 1), 0.0)
    return np.asarray(f1.sum(1) / np.maximum(occurs.sum(1), 1))


def _parts(found: list[Example]) -> Iterator[tuple[str, NDArray[np.bool_]]]:
    hard = np.array([example.hard for example in found])
    yield "sulit", hard
    yield "tidak sulit", ~hard
    words = np.array([len(example.text.split()) for example in found])
    yield f"pendek (sampai {_SHORT} kata)", words <= _SHORT
    yield f"sedang ({_SHORT + 1}–{_LONG} kata)", (words > _SHORT) & (words <= _LONG)
    yield f"panjang (lebih dari {_LONG} kata)", words > _LONG
    units = np.array([example.unit for example in found])
    for unit in sorted(set(units.tolist())):
        yield f"unit: {unit}", units == unit


def _verdict(task: str, interval: tuple[float, float], p: float, same: bool) -> str:
    low, high = interval
    if same:
        return f"{task}: jawaban A dan B sama persis."
    if low <= 0 <= high:
        return f"{task}: belum dapat diputuskan; selang selisihnya memuat nol."
    if p > _CHANCE:
        return f"{task}: belum dapat diputuskan; selisihnya masih mungkin kebetulan (uji McNemar)."
    return f"{task}: {'B' if low > 0 else 'A'} lebih baik menurut selang selisih dan uji McNemar."
