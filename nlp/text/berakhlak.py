"""Copies of the official BerAKHLAK behaviour lines, of either sign (guideline 8).

A line says what every civil servant should be; repeated or denied, it says nothing of this one.
"""

import re
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from nlp.text.clause import NEGATORS
from nlp.text.lexicon import lexeme
from nlp.text.word import Text, Word

# Words that turn a line round, soften it or address somebody, and add no fact of their own.
_EMPTY = NEGATORS | frozenset(
    (
        "dan atau serta dengan yang untuk dalam pada kepada di ke dari secara oleh akan agar juga "
        "pernah selalu sering jarang kurang masih sudah telah lebih sangat amat cukup paling lagi "
        "mampu mau bisa dapat perlu harus mohon tolong tetap terus dalam ingin hendaknya sebaiknya "
        "saudara anda pegawai ybs bersangkutan dia ia beliau bapak ibu staf kamu "
        "adalah sebagai bahwa tiada setiap apa pun berbagai sekali "
        "terlihat tampak nampak dinilai merupakan orang yang sosok pribadi"
    ).split()
)
# Praise, blame and requests around a line are no facts either.
_TONE = frozenset(("puji", "kritik", "minta", "mutu", "pelunak"))
_LEAST_WORDS = 2
_LEAST_SHARE = 0.4
_LIKE = 0.84


class _Line(NamedTuple):
    text: str
    roots: frozenset[str]
    spelt: tuple[str, ...]


def copied_lines(text: Text) -> tuple[str, ...]:
    """The behaviour lines a text consists of, in official order; empty when it is no copy.

    In: an analysed feedback. Out: the lines as published. Word order, abbreviations, negation,
    softeners and small misspellings do not hide a copy; one word of the writer's own about a
    thing, a number or a place makes it none.
    """
    tones = {i for m in text.marks if m.kind in _TONE for i in range(m.first, m.last + 1)}
    own = {i: word for i, word in enumerate(text.words) if word.norm[0].isalnum()}
    own = {i: word for i, word in own.items() if word.norm not in _EMPTY}
    likely: list[tuple[_Line, set[int]]] = []
    for line in _lines():
        hits = {i: root for i, word in own.items() if (root := _root_in(word, line))}
        shared = len(set(hits.values()))
        if shared >= _LEAST_WORDS and shared >= _LEAST_SHARE * len(line.roots):
            likely.append((line, set(hits)))
    found: set[_Line] = set()
    covered: set[int] = set()
    # The fullest copy first; a line that only shares words with it is not named.
    for line, places in sorted(likely, key=lambda each: -len(each[1])):
        if not places <= covered:
            found.add(line)
            covered |= places
    if any(i not in covered and i not in tones for i in own):
        return ()
    return tuple(line.text for line in _lines() if line in found)


def _root_in(word: Word, line: _Line) -> str:
    """The root by which a word stands in a line, also misspelt; else empty."""
    if word.morph.root in line.roots:
        return word.morph.root
    if word.morph.known:
        return ""
    like = get_close_matches(word.norm, line.spelt, 1, _LIKE)
    return lexeme(like[0]).morph.root if like else ""


@cache
def _lines() -> tuple[_Line, ...]:
    raw = (files("nlp.text") / "berakhlak.txt").read_text("utf-8").splitlines()
    found = []
    for text in raw:
        if text and not text.startswith("#"):
            words = re.findall(r"[a-z0-9]+", text.lower())
            spelt = tuple(word for word in words if word not in _EMPTY)
            found.append(_Line(text, frozenset(lexeme(w).morph.root for w in spelt), spelt))
    return tuple(found)
