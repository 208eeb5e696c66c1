"""Forms sent twice: the same employee, the same quarter, the same or nearly the same text.

Of a text only a fingerprint is kept: 32-bit hashes of its word pairs.
"""

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from nlp.copies import plain_words
from nlp.form import Form, texts

ALIKE = 0.8
"""From this share of common word pairs on, two forms are nearly the same."""

# Nobody has more different forms in a quarter; beyond it only equal ones are found, because
# comparing every two would cost too much.
_MOST_COMPARED = 40
_MASK = 0xFFFFFFFF


class Fingerprint(NamedTuple):
    """What stands for a text: a hash of the whole, and the sorted hashes of its word pairs."""

    whole: int
    pairs: bytes


class Twins(NamedTuple):
    """Forms, by their position among those given, that say the same; ``exact``: word by word."""

    positions: tuple[int, ...]
    exact: bool


def fingerprint(form: Form) -> Fingerprint | None:
    """The fingerprint of what a form says from topik to dialog; None when it says nothing."""
    said = [plain_words(text) for _, field, text in texts(form) if field != "umpan_balik"]
    if not any(said):
        return None
    pairs = sorted({hash(pair) & _MASK for words in said for pair in pairwise(words)})
    return Fingerprint(hash(tuple(map(tuple, said))), array("I", pairs).tobytes())


def twins(marks: Sequence[tuple[Hashable, Fingerprint | None]]) -> tuple[Twins, ...]:
    """Groups of forms that say the same.

    In: for each form whose and when it is (forms are only compared where that is equal), and its
    fingerprint. Out: groups of two and more, in the order of their first form. A group of nearly
    equal forms holds everything that a chain of likenesses joins.
    """
    owners: dict[Hashable, dict[Fingerprint, list[int]]] = defaultdict(lambda: defaultdict(list))
    for position, (owner, mark) in enumerate(marks):
        if mark is not None:
            owners[owner][mark].append(position)
    groups = [
        Twins(tuple(sorted(p for mark in chain for p in found[mark])), len(chain) == 1)
        for found in owners.values()
        for chain in _chains(list(found))
    ]
    return tuple(sorted(group for group in groups if len(group.positions) > 1))


def _chains(marks: list[Fingerprint]) -> Iterable[list[Fingerprint]]:
    if len(marks) > _MOST_COMPARED:
        return [[mark] for mark in marks]
    chain_of = {mark: [mark] for mark in marks}
    sets = {mark: frozenset(array("I", mark.pairs)) for mark in marks}
    for one, other in combinations(marks, 2):
        left, right = chain_of[one], chain_of[other]
        if left is not right and _alike(sets[one], sets[other]):
            left += right
            for mark in right:
                chain_of[mark] = left
    return {id(chain): chain for chain in chain_of.values()}.values()


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    common = len(one & other)
    return common > 0 and common >= ALIKE * (len(one) + len(other) - common)
