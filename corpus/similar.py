"""Which texts say the same thing in the same words, and which share a skeleton."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

SHORT = 3
"""Texts of at most so many tokens are alike only when they are equal."""

FRAMES = (0.004, 0.01, 0.02)
"""A word in at least this share of the texts belongs to a sentence's frame, not to its matter. A
template of few members shows at the low share, one whose slots hold everyday words at the high."""

_FUNCTION = frozenset(
    "yang yg dan atau di ke dari untuk utk dengan dgn pada dalam dlm oleh agar karena krn ini itu"
    " tsb para serta sebagai bagi tidak tdk belum blm sudah sdh telah akan masih juga".split()
)
"""Words every sentence shares; a skeleton of these alone is no template."""

_TOKEN = re.compile(r"\w+")
_NUMBER = re.compile(r"\d")


def tokens(text: str) -> list[str]:
    """The words and numbers of a text, without case, width or punctuation."""
    return _TOKEN.findall(unicodedata.normalize("NFKC", text).casefold())


def alike(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """All pairs of near-duplicates as ``(earlier index, later index, token Jaccard)``.

    Near-duplicates share more than 0.6 of their distinct tokens, or are equal when one of them is
    short. Prefix filtering keeps it near linear: with the tokens sorted from rare to common, two
    sets that overlap by so much must already share one of the first few.
    """
    folded = [tokens(text) for text in texts]
    yield from _equal_short(folded)
    common = Counter(token for words in folded for token in set(words))
    ordered = [sorted(set(words), key=lambda word: (common[word], word)) for words in folded]
    sets = [set(words) for words in ordered]
    holders: dict[str, list[int]] = defaultdict(list)
    for later, words in enumerate(ordered):
        if len(folded[later]) <= SHORT:
            continue
        prefix = words[: len(words) - (3 * len(words) + 4) // 5 + 1]
        candidates = {earlier for word in prefix for earlier in holders[word]}
        for earlier in sorted(candidates):
            shared = len(sets[earlier] & sets[later])
            union = len(sets[earlier]) + len(sets[later]) - shared
            if 5 * shared > 3 * union:
                yield earlier, later, shared / union
        for word in prefix:
            holders[word].append(later)


def _equal_short(folded: Sequence[list[str]]) -> Iterator[tuple[int, int, float]]:
    seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for later, words in enumerate(folded):
        if 0 < len(words) <= SHORT:
            for earlier in seen[tuple(words)]:
                yield earlier, later, 1.0
            seen[tuple(words)].append(later)


def skeletons(texts: Sequence[str], members: int = 5) -> dict[str, list[int]]:
    """Skeletons that at least ``members`` texts share, with the texts' indices, most shared first.

    Words of many texts stay, numbers become ``#`` and the rest, the matter a template would fill
    in, becomes ``…``. Of skeletons with the same members only one is given.
    """
    folded = [tokens(text) for text in texts]
    spread = Counter(word for words in folded for word in set(words))
    found: dict[tuple[int, ...], str] = {}
    for share in FRAMES:
        least = max(members, share * len(texts))
        holders: dict[str, list[int]] = defaultdict(list)
        for index, words in enumerate(folded):
            holders[_skeleton(words, spread, least)].append(index)
        for skeleton, sharers in holders.items():
            if skeleton and len(sharers) >= members:
                found.setdefault(tuple(sharers), skeleton)
    shared: dict[str, list[int]] = {}
    for where, skeleton in sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[1])):
        shared.setdefault(skeleton, list(where))
    return shared


def _skeleton(words: Sequence[str], spread: Counter[str], least: float) -> str:
    """The masked text; empty when nothing is masked or only function words stay."""
    masks: list[str] = []
    for word in words:
        mask = "#" if _NUMBER.search(word) else word if spread[word] >= least else "…"
        if mask != "…" or masks[-1:] != ["…"]:
            masks.append(mask)
    kept = {mask for mask in masks if mask not in "#…"}
    return " ".join(masks) if len(kept) >= 2 and kept - _FUNCTION and len(masks) > len(kept) else ""
