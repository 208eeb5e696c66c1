"""How well one cheap cue alone predicts a label.

Where a single cue does, a classifier learns the cue and not the guideline. Every accuracy is
cross-validated by group: a cue's rule is learnt on four fifths of the groups and counted on the
rest, so that rare words of one writer do not look wise. All splits are used; this measures the
corpus, not a model.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from corpus.similar import tokens

FOLDS = 5
TOO_GOOD = 0.70
_SUPPORT = 3  # a word must stand in so many training texts to be tried

Predictor = Callable[[str], str]
Learner = Callable[[Sequence[str], Sequence[str]], tuple[Predictor, str]]


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: its name, its accuracy, and what it was most often (a word, a length)."""

    name: str
    accuracy: float
    detail: str = ""

    @property
    def too_good(self) -> bool:
        """Whether the cue alone decides more than the corpus allows."""
        return self.accuracy > TOO_GOOD


def cues(texts: Sequence[str], labels: Sequence[str], groups: Sequence[str]) -> list[Cue]:
    """Every cue's accuracy for one label. Needs at least two groups, else the list is empty."""
    if len(set(groups)) < 2:
        return []
    majority = Counter(labels).most_common(1)[0]
    found = [Cue("kelas terbanyak", majority[1] / len(labels), majority[0])]
    for name, learn in _LEARNERS.items():
        found.append(Cue(name, *_cross_validated(learn, texts, labels, groups)))
    return found


def _cross_validated(
    learn: Learner, texts: Sequence[str], labels: Sequence[str], groups: Sequence[str]
) -> tuple[float, str]:
    hits, details = 0, Counter[str]()
    for inside, outside in _folds(groups):
        predict, detail = learn([texts[i] for i in inside], [labels[i] for i in inside])
        hits += sum(predict(texts[i]) == labels[i] for i in outside)
        details[detail] += 1
    return hits / len(texts), max(details, key=lambda detail: (details[detail], detail))


def _folds(groups: Sequence[str]) -> Iterator[tuple[list[int], list[int]]]:
    """Indices to learn on and to count on; the groups are dealt out in the order of their hash."""
    dealt = sorted(set(groups), key=lambda group: sha256(group.encode()).digest())
    fold_of = {group: place % FOLDS for place, group in enumerate(dealt)}
    for fold in sorted(set(fold_of.values())):
        inside = [i for i, group in enumerate(groups) if fold_of[group] != fold]
        outside = [i for i, group in enumerate(groups) if fold_of[group] == fold]
        yield inside, outside


def _by_value(value_of: Callable[[str], Hashable]) -> Learner:
    """A cue with few values: each value predicts its most common label, a new one the overall."""

    def learn(texts: Sequence[str], labels: Sequence[str]) -> tuple[Predictor, str]:
        counts: dict[Hashable, Counter[str]] = defaultdict(Counter)
        for text, label in zip(texts, labels, strict=True):
            counts[value_of(text)][label] += 1
        usual = _top(Counter(labels))
        best = {value: _top(count) for value, count in counts.items()}
        return lambda text: best.get(value_of(text), usual), ""

    return learn


def _by_length(texts: Sequence[str], labels: Sequence[str]) -> tuple[Predictor, str]:
    """The one number of words that best parts the labels."""
    lengths = [_length(text) for text in texts]
    below: Counter[str] = Counter()
    above = Counter(labels)
    best = (max(above.values()), 0, _top(above), _top(above))
    pending: dict[int, list[str]] = defaultdict(list)
    for length, label in zip(lengths, labels, strict=True):
        pending[length].append(label)
    for length in sorted(pending)[:-1]:
        below.update(pending[length])
        above.subtract(pending[length])
        hits = max(below.values()) + max(above.values())
        if hits > best[0]:
            best = (hits, length, _top(below), _top(above))
    _, limit, short, long = best
    return lambda text: short if _length(text) <= limit else long, f"≤ {limit}" if limit else ""


def _by_word(texts: Sequence[str], labels: Sequence[str]) -> tuple[Predictor, str]:
    """The one word whose presence best parts the labels."""
    total, holding = Counter(labels), defaultdict[str, Counter[str]](Counter)
    for text, label in zip(texts, labels, strict=True):
        for word in set(tokens(text)):
            holding[word][label] += 1
    usual = _top(total)
    best = (total[usual], "", usual, usual)
    for word in sorted(holding):
        present = holding[word]
        if present.total() >= _SUPPORT:
            absent = total - present
            hits = max(present.values()) + max(absent.values(), default=0)
            if hits > best[0]:
                best = (hits, word, _top(present), _top(absent) if absent else usual)
    _, word, with_it, without = best
    return lambda text: with_it if word and word in tokens(text) else without, word


def _top(counts: Counter[str]) -> str:
    return max(counts, key=lambda label: (counts[label], label))


def _length(text: str) -> int:
    return len(text.split())


def _first_word(text: str) -> str:
    return next(iter(tokens(text)), "")


_LEARNERS: dict[str, Learner] = {
    "panjang (kata)": _by_length,
    "memuat angka": _by_value(lambda text: any(character.isdigit() for character in text)),
    "huruf besar semua": _by_value(str.isupper),
    "kata pertama": _by_value(_first_word),
    "satu kata": _by_word,
    "banyaknya koma": _by_value(lambda text: min(text.count(","), 5)),
}
