"""How usual it is that a frame goes on as it does: statistics of neighbouring words in the corpus.

A frame meets the employee's words where a frame word stands before one of theirs: "tentang
penyusunan" is usual, "tentang menjatuhkan" is not. Content words are too many to count, so the
second word counts as its build and class ("pe-an", "me-", mutu). The table ``fluency.json`` is
counted by ``python -m training.fluency`` over the texts of the corpus's train split. It is a weak
sign: of 425 rewrites that were read, the acceptable ones are told apart with an AUC of 0.54.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import log

from nlp.morphology import analyse
from nlp.rewriting.facts import FRAME_WORDS
from nlp.text.lexicon import lexeme

# Classes of the word lists that behave alike behind other words.
_CLASSES = ("mutu", "batin", "tren", "masalah", "bukti", "peristiwa", "aktor_luar", "aktor_diri")
_SAME_PREFIX = {"memper": "me", "member": "me", "diper": "di", "diber": "di", "keter": "ke"}
_MARKS = ".,;:!?()\"'“”"
# Behind a word seen rarely what is usual anywhere says more: so many sightings weigh alike.
_PRIOR = 5.0


def surprise(sentence: str, known: frozenset[tuple[str, str]]) -> float:
    """How unusual the joins of a sentence are that do not stand in the text it rewrites.

    In: a sentence and the :func:`joins` of that text. Out: the mean over its new joins of how much
    rarer the second word's class is there than anywhere, in nats; 0 where it has none.
    """
    new = [join for join in joins(sentence) if join not in known]
    return sum(_surprise(first, second) for first, second in new) / len(new) if new else 0.0


def joins(sentence: str) -> list[tuple[str, str]]:
    """Frame words with the word behind them, in lower case; none across a mark or a slot."""
    tokens = sentence.lower().split()
    found = []
    for first, second in pairwise(tokens):
        bare = second.strip(_MARKS)
        if first in FRAME_WORDS and bare and "[" not in second:
            found.append((first, bare))
    return found


@lru_cache(maxsize=16_384)
def kind(word: str) -> str:
    """The build or class that a lower-case word is counted as."""
    if any(c.isdigit() for c in word):
        return "#"
    morph = analyse(word)
    if morph.prefix or morph.suffix == "an" or morph.clitic:
        prefix = _SAME_PREFIX.get(morph.prefix, morph.prefix)
        return f"{prefix}-{'an' if morph.suffix == 'an' else ''}{morph.clitic}"
    named = [name for name, _ in lexeme(word).kinds]
    return next((name for name in _CLASSES if name in named), "kata")


def counted(texts: Iterable[str]) -> dict[str, dict[str, int]]:
    """The table of a corpus: frame word → kind of the word behind it → how often."""
    found: dict[str, dict[str, int]] = {}
    for text in texts:
        for first, second in joins(text):
            row = found.setdefault(first, {})
            row[kind(second)] = row.get(kind(second), 0) + 1
    return found


@cache
def _table() -> tuple[Mapping[str, Mapping[str, int]], dict[str, float]]:
    """The table, and the share of each kind behind any frame word."""
    rows: dict[str, dict[str, int]] = json.loads(
        (files("nlp.rewriting") / "fluency.json").read_text("utf-8")
    )
    whole: dict[str, int] = {}
    for row in rows.values():
        for name, count in row.items():
            whole[name] = whole.get(name, 0) + count
    size = sum(whole.values()) + 1
    return rows, {name: count / size for name, count in whole.items()} | {"": 1 / size}


def _surprise(first: str, second: str) -> float:
    rows, share = _table()
    row, name = rows.get(first, {}), kind(second)
    usual = share.get(name, share[""])
    chance = (row.get(name, 0) + _PRIOR * usual) / (sum(row.values()) + _PRIOR)
    return log(usual / chance)
