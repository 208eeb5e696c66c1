"""Rules against the corpus forms: what each finds, what it misses, and how the score ranks.

A finding is right when the gold findings of its form hold the same rule at the same pointer.
Intervals are 95 % bootstrap over forms: findings of one form stand or fall together.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import kendalltau, spearmanr

from corpus.findings import POINTERS
from corpus.rows import FOLDER, Row, decided, read, split_of
from nlp.finding import Finding
from nlp.form import form_from_dict
from nlp.review import Reviewer, review

ANNOTATED = tuple(sorted(POINTERS))
"""The rules whose findings the corpus holds; EJAAN and what shows only in a batch it does not."""

_DRAWS = 1000
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Judged:
    """A corpus form with its gold findings as (rule, pointer), and what the reviewer says."""

    id: str
    gold: frozenset[tuple[str, str]]
    findings: tuple[Finding, ...]
    score: float | None
    rating: int | None


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share with its 95 % interval; None where there is nothing to divide by."""

    value: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """One rule, or all together: ``support`` gold findings, ``found`` by the reviewer.

    ``doubted`` of the found ask for a human look. ``unrated`` of the found carry no probability of
    their own, and ``unrated_right`` of those are right.
    """

    rule: str
    support: int
    found: int
    doubted: int
    unrated: int
    unrated_right: int
    precision: Ratio
    recall: Ratio
    f1: Ratio


@dataclass(frozen=True, slots=True)
class Figures:
    """All rules on some forms.

    ``sure`` is the precision of the findings without doubt; ``spared`` the share of the
    ``faultless`` forms without any finding of severity error; ``spearman`` and ``kendall`` (τ-b)
    hold the score against the rating over the ``rated`` forms.
    """

    forms: int
    rules: tuple[RuleFigures, ...]
    all: RuleFigures
    sure: float | None
    faultless: int
    spared: Ratio
    rated: int
    spearman: float
    kendall: float


def form_rows(splits: Sequence[str], folder: Path = FOLDER) -> list[Row]:
    """The corpus forms of these splits, in file order."""
    return [row for row in read("forms", folder) if split_of(row.data["group"]) in splits]


def judge(reviewer: Reviewer, rows: Iterable[Row]) -> Iterator[Judged]:
    """Review each form, without the precision that an earlier measurement lent to its findings."""
    bare = replace(reviewer, precision={})
    for row in rows:
        data = row.data
        answer = review(bare, form_from_dict(data["form"]))
        gold = frozenset((f["rule"], f["pointer"]) for f in decided(data["findings"]))
        yield Judged(data["id"], gold, answer.findings, answer.score, decided(data["rating"]))


def measure(judged: Sequence[Judged]) -> Figures:
    """All figures of these forms. Raises ``ValueError`` without forms."""
    if not judged:
        raise ValueError("Tidak ada formulir untuk diukur.")
    random = np.random.default_rng(0)
    n = len(judged)
    draws = np.array([np.bincount(random.integers(0, n, n), minlength=n) for _ in range(_DRAWS)])
    counts = {rule: _counts(judged, (rule,)) for rule in ANNOTATED}
    whole = _counts(judged, ANNOTATED)
    certain = _counts(judged, ANNOTATED, doubted=False)[:, :2].sum(0)
    faultless = np.array([not one.gold for one in judged])
    spared = np.array([all(f.severity != "error" for f in one.findings) for one in judged])
    rated = [(one.score, one.rating) for one in judged if None not in (one.score, one.rating)]
    scores, ratings = zip(*rated, strict=True) if len(rated) > 1 else ((), ())
    return Figures(
        n,
        tuple(_figures(rule, counts[rule], draws) for rule in ANNOTATED),
        _figures("semua", whole, draws),
        float(certain[0] / certain.sum()) if certain.sum() else None,
        int(faultless.sum()),
        _ratio(faultless & spared, faultless, draws),
        len(rated),
        float(spearmanr(scores, ratings).statistic) if scores else 0.0,
        float(kendalltau(scores, ratings).statistic) if scores else 0.0,
    )


def _counts(
    judged: Sequence[Judged], rules: Sequence[str], doubted: bool = True
) -> NDArray[np.int64]:
    """Forms × (right, wrong, missed, doubted, unrated, unrated and right)."""
    rows = []
    for one in judged:
        own = [f for f in one.findings if f.rule in rules and (doubted or not f.needs_review)]
        found = {(f.rule, f.pointer) for f in own}
        gold = {place for place in one.gold if place[0] in rules}
        doubts = {(f.rule, f.pointer) for f in own if f.needs_review}
        bare = {(f.rule, f.pointer) for f in own if f.confidence is None}
        parts = (found & gold, found - gold, gold - found, doubts, bare, bare & gold)
        rows.append([len(part) for part in parts])
    return np.array(rows, dtype=np.int64)


def _figures(rule: str, counts: NDArray[np.int64], draws: NDArray[np.int64]) -> RuleFigures:
    right, wrong, missed, doubted, unrated, unrated_right = counts.T
    return RuleFigures(
        rule,
        int((right + missed).sum()),
        int((right + wrong).sum()),
        int(doubted.sum()),
        int(unrated.sum()),
        int(unrated_right.sum()),
        _ratio(right, right + wrong, draws),
        _ratio(right, right + missed, draws),
        _ratio(2 * right, 2 * right + wrong + missed, draws),
    )


def _ratio(
    part: NDArray[np.int64] | NDArray[np.bool_],
    whole: NDArray[np.int64] | NDArray[np.bool_],
    draws: NDArray[np.int64],
) -> Ratio:
    if not whole.sum():
        return Ratio(None, None)
    over = draws @ whole.astype(np.int64)
    drawn = (draws @ part.astype(np.int64))[over > 0] / over[over > 0]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Ratio(float(part.sum() / whole.sum()), (float(low), float(high)))
