"""Copies of the official BerAKHLAK behaviour lines, of either sign (guideline 8).

A line says what every civil servant should be; repeated or denied, it says nothing of this one.
"""

import re
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from nlp.text.clause import NEGATORS
from nlp.text.lexicon import lexeme
from nlp.text.word import Text, Word

# Words that turn a line round, soften it or address somebody, and add no fact of their own.
_EMPTY = NEGATORS | frozenset(
    (
        "dan atau serta dengan yang untuk dalam pada kepada di ke dari secara oleh akan agar juga "
        "pernah selalu sering jarang kurang masih sudah telah lebih sangat amat cukup paling lagi "
        "mampu mau bisa dapat perlu harus mohon tolong tetap terus ingin hendaknya sebaiknya "
        "saudara anda pegawai ybs bersangkutan dia ia beliau bapak ibu staf kamu "
        "adalah sebagai bahwa tiada setiap apa pun berbagai sekali "
        "terlihat tampak nampak dinilai merupakan orang sosok pribadi saya kami kita itu ini nya "
        "namun tetapi tapi apapun scr adapun yakni yaitu menurut pengamatan catatan selama saja "
        "sepenuhnya apalagi ikut hal perilaku panduan berakhlak sebagaimana demikian kiranya "
        "begitu pokoknya harap maklum menjadi semuanya"
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


def copied_lines(text: Text) -> tuple[str, ...]:
    """The behaviour lines a text consists of, in official order; empty when it is no copy.

    In: an analysed feedback. Out: the lines as published. Word order, abbreviations, negation,
    softeners and small misspellings do not hide a copy; one word of the writer's own about a
    thing, a number or a place makes it none.
    """
    tones = {i for m in text.marks if m.kind in _TONE for i in range(m.first, m.last + 1)}
    roots: dict[int, str] = {}
    for i, word in enumerate(text.words):
        if not word.norm[0].isalnum() or word.norm in _EMPTY:
            continue
        root = _root(word)
        if root:
            roots[i] = root
        elif i not in tones:
            return ()
    likely: list[tuple[_Line, set[int]]] = []
    for line in _lines():
        places = {i for i, root in roots.items() if root in line.roots}
        shared = len({roots[i] for i in places})
        if shared >= _LEAST_WORDS and shared >= _LEAST_SHARE * len(line.roots):
            likely.append((line, places))
    found: set[_Line] = set()
    covered: set[int] = set()
    # The fullest copy first; a line that only shares words with it is not named.
    for line, places in sorted(likely, key=lambda each: -len(each[1])):
        if not places <= covered:
            found.add(line)
            covered |= places
    # Crumbs of further lines are no fact either, while they stay crumbs.
    if len(roots.keys() - covered - tones) * 3 > len(roots):
        return ()
    return tuple(line.text for line in _lines() if line in found)


def _root(word: Word) -> str:
    """The root by which a word stands in the lines, also misspelt; else empty."""
    known = _vocabulary()
    if word.morph.root in known.values():
        return word.morph.root
    if word.morph.known:
        return ""
    like = get_close_matches(word.norm, known, 1, _LIKE)
    return known[like[0]] if like else ""


@cache
def _lines() -> tuple[_Line, ...]:
    raw = (files("nlp.text") / "berakhlak.txt").read_text("utf-8").splitlines()
    lines = [line for line in raw if line and not line.startswith("#")]
    return tuple(_Line(line, frozenset(_roots(line).values())) for line in lines)


@cache
def _vocabulary() -> dict[str, str]:
    """Every word of the lines that says something, with its root."""
    return {word: root for line in _lines() for word, root in _roots(line.text).items()}


def _roots(line: str) -> dict[str, str]:
    words = [word for word in re.findall(r"[a-z0-9]+", line.lower()) if word not in _EMPTY]
    roots = {word: lexeme(word).morph.root for word in words}
    # "bertanggungjawab": two words of a line written as one.
    return {a + b: roots[a] for a, b in pairwise(words)} | roots
