"""Misspelt words and what was meant; better silent than wrong.

Sources: KBBI and EYD V by the table ``words/ejaan.txt``; EYD V, II.F (kata depan) and II.A
(awalan) for *di*; typing slips by edit distance one from the Indonesian word list that the package
wordfreq carries (Exquisite Corpus, CC BY-SA 4.0, read through the package, not copied).
"""

import gzip
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import msgpack

from nlp.morphology import analyse
from nlp.morphology.analyse import ROOTS
from nlp.text.lexicon import READINGS, WORDS, lexeme, read_table, vocabulary
from nlp.text.word import Text, Word

_LEAST_LETTERS = 5
# Frequencies on the Zipf scale (powers of ten a billion words): a slip is rare, its word common.
# English words double letters where ours do not ("pillar"): there the word must be an everyday one.
_EVERYDAY, _COMMON, _FREQUENT = 4.3, 4.0, 3.5
_CLEARLY = 0.9
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = frozenset("aiueo")
# Short forms that are official or usual in print (EYD V, III.B) and words of everyday speech.
_USUAL = frozenset(
    (
        "jan feb mar apr jun jul agt agu ags sep sept okt nov des kec kab prov kota bag bid dit no "
        "hal hlm maks min dr an sd rp ket exp jt rb ta th ok oke lap dok keg pek peg pel tapi kasi "
        "keu tlg kw takkan temen hrg respon max bagu perth jangn wa tw subbag subag"
    ).split()
)
_SHOWING = frozenset("materi paparan slide ppt powerpoint bahan ruang depan".split())
_PASSIVE = frozenset(("di", "diper", "diber"))
_PLACES = frozenset(("aktor_luar",))
_ACTS = frozenset(("upaya", "jejak"))


class Misspelling(NamedTuple):
    """A stretch ``[start, end)`` of the text as sent and how it is spelt."""

    start: int
    end: int
    meant: str


def misspellings(text: Text) -> tuple[Misspelling, ...]:
    """The misspelt words of an analysed text, left to right.

    In: the text. Out: each stretch with its replacement in the writer's own capitals. Names,
    acronyms, codes and unknown words with a capital are never touched.
    """
    words = text.words
    shouted = _shouted(text.raw)
    found: list[Misspelling] = []
    i = 0
    while i < len(words):
        taken, meant = _at(text, i, shouted)
        if meant is not None:
            start, end = text.span(i, i + taken - 1)
            found.append(Misspelling(start, end, _cased(text.raw[start:end], meant)))
        i += taken
    return tuple(found)


def _at(text: Text, i: int, shouted: bool) -> tuple[int, str | None]:
    """How many words are read at ``i``, and what they should have been."""
    words = text.words
    run = _shared(words, i)
    raw = text.quote(i, i)
    lower = raw.lower()
    for length in range(_entry_starts().get(lower.partition(" ")[0], 0), 0, -1):
        last = _end_of(words, i, length)
        if last is None:
            continue
        written = text.quote(i, last).lower()
        meant = _table().get(" ".join(written.split()))
        if meant and not _is_name(text, i, last, shouted) and not _shows(words, i, written):
            return last - i + 1, meant
    if raw.isalpha():
        meant = _spelt(lower, words[i].norm if run == 1 else "")
    else:
        meant = _joined(words, i, lower) if " " in raw else None
    # A capital may make it a name, but not at the head of a sentence where it is short for a word.
    capital = raw != lower and not shouted and not (_opens(text, i) and words[i].norm != lower)
    if meant is None or capital or _is_name(text, i, i, shouted):
        return run, None
    return run, meant


def _shared(words: tuple[Word, ...], i: int) -> int:
    """How many words from ``i`` on are read from the same token."""
    last = i
    while last + 1 < len(words) and words[last + 1].start == words[i].start:
        last += 1
    return last - i + 1


def _end_of(words: tuple[Word, ...], i: int, length: int) -> int | None:
    """The last word of the next ``length`` tokens, or None where the text ends."""
    last = i - 1
    for _ in range(length):
        if last + 1 >= len(words):
            return None
        last += _shared(words, last + 1)
    return last


def _shows(words: tuple[Word, ...], i: int, written: str) -> bool:
    """Whether "presentase" means a talk (presentasi), not a share."""
    near = {word.norm for word in words[max(0, i - 2) : i + 4]}
    return written in ("presentase", "presentasenya") and bool(near & _SHOWING)


def _is_name(text: Text, first: int, last: int, shouted: bool) -> bool:
    """Whether capitals or signs make the words a name, an acronym or a code."""
    start, end = text.span(first, last)
    raw = text.raw
    if shouted:
        return False
    around = raw[max(0, start - 1) : start] + raw[end : end + 1]
    if any(c in "@_/\\#" or c.isdigit() for c in around):
        return True
    written = raw[start:end]
    if written[1:] != written[1:].lower():
        return True
    return written[0].isupper() and not _opens(text, first)


def _opens(text: Text, i: int) -> bool:
    """Whether a capital at word ``i`` is only that of a sentence."""
    return i == 0 or text.words[i - 1].sentence != text.words[i].sentence


def _shouted(raw: str) -> bool:
    letters = [c for c in raw if c.isalpha()]
    return len(letters) > 8 and all(c.isupper() for c in letters)


def _cased(written: str, meant: str) -> str:
    if len(written) > 1 and written.isupper():
        return meant.upper()
    return meant[0].upper() + meant[1:] if written[0].isupper() else meant


@lru_cache(maxsize=16_384)
def _spelt(word: str, norm: str) -> str | None:
    """What a lone lower-case word should have been, or None."""
    if norm and norm != word and _abbreviates(word, norm):
        return norm
    if (word,) in READINGS:
        return None
    return _preposition(word) or _slip(word)


def _abbreviates(word: str, norm: str) -> bool:
    """ "yg", "dgn", "blm": letters left out of one known word, and no word itself."""
    if word in _USUAL or word in ROOTS or not norm.isalpha() or word[0] != norm[0]:
        return False
    rest = iter(norm)
    return len(word) < len(norm) and all(c in rest for c in word)


def _joined(words: tuple[Word, ...], i: int, written: str) -> str | None:
    """ "di kirim" as one verb; after a verb a bare stem is a place ("tercatat di rekap")."""
    joined = "".join(written.split(" "))
    morph = words[i].morph
    if joined != words[i].norm or morph.prefix not in _PASSIVE or not morph.known or morph.clitic:
        return None
    located = i > 0 and words[i - 1].lex.verb and not morph.suffix
    return None if located else joined


def _preposition(word: str) -> str | None:
    """ "dibalai", "dipelatihan": di- before a place or a noun in -an is the preposition *di*."""
    rest = word.removeprefix("di")
    if rest == word or len(rest) < 4 or word in _frequent():
        return None
    stem = lexeme(rest)
    kinds = {kind for kind, _ in stem.kinds}
    place = bool(kinds & _PLACES) and not kinds & _ACTS and not stem.verb and not stem.morph.suffix
    noun = stem.morph.known and stem.morph.suffix == "an" and not analyse(word).known
    return f"di {rest}" if place or (noun and _rate(rest) >= _FREQUENT) else None


def _slip(word: str) -> str | None:
    """The one common word a slip of the fingers away from an unknown one."""
    if len(word) < _LEAST_LETTERS or word in _frequent() or word in _known():
        return None
    if analyse(word).known:
        return None
    found = sorted({(_rate(near), near) for near in _slips(word) if _rate(near) >= _FREQUENT})
    if not found or (len(found) > 1 and found[-1][0] - found[-2][0] < _CLEARLY):
        return None
    return found[-1][1]


def _slips(word: str) -> Iterator[str]:
    """Words that a left-out vowel, a doubled letter, a swap, or one letter of many makes this."""
    for i in range(1, len(word)):
        if word[i] == word[i - 1]:
            yield from _if_common(word[:i] + word[i + 1 :], _EVERYDAY)
        if len(word) > _LEAST_LETTERS and i + 1 < len(word):
            yield from _if_common(word[:i] + word[i + 1] + word[i] + word[i + 2 :])
        if word[i] not in _VOWELS and word[i - 1] not in _VOWELS:
            for vowel in _VOWELS:
                yield from _if_common(word[:i] + vowel + word[i:])
    if word[-1] not in _VOWELS:
        yield from (n for v in _VOWELS for n in _if_common(word[:-1] + v + word[-1]))
    if len(word) > 7 and not word.endswith("in"):
        yield from (near for near in _one_letter(word) if _is_long_form(near))


def _if_common(near: str, least: float = _COMMON) -> Iterator[str]:
    if _rate(near) >= least and analyse(near).known:
        yield near


def _one_letter(word: str) -> Iterator[str]:
    for i in range(1, len(word) + 1):
        yield word[:i] + word[i + 1 :]
        for letter in _LETTERS:
            yield word[:i] + letter + word[i:]
            yield word[:i] + letter + word[i + 1 :]


def _is_long_form(near: str) -> bool:
    """Whether a word is built with a prefix: loan words are too near to one another to guess."""
    return _rate(near) >= _FREQUENT and bool(analyse(near).prefix) and analyse(near).known


@cache
def _table() -> dict[str, str]:
    return {" ".join(w): " ".join(m) for w, m in read_table(WORDS / "ejaan.txt").items()}


@cache
def _entry_starts() -> dict[str, int]:
    """The first words of the table's entries, with the most words one of them has."""
    starts: dict[str, int] = {}
    for entry in _table():
        first, *rest = entry.split()
        starts[first] = max(starts.get(first, 0), len(rest) + 1)
    return starts


@cache
def _known() -> frozenset[str]:
    """Words of our own tables, the meanings of readings among them."""
    return vocabulary() | {word for meant in READINGS.values() for word in meant}


def _rate(word: str) -> float:
    return _frequent().get(word, 0.0)


@cache
def _frequent() -> dict[str, float]:
    """The word list of wordfreq with Zipf frequencies.

    Its file is read without importing the package, which would bring 14 MB of language data along.
    Raises ``ModuleNotFoundError`` when wordfreq is not installed.
    """
    spec = find_spec("wordfreq")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("wordfreq")
    path = Path(spec.submodule_search_locations[0]) / "data" / "small_id.msgpack.gz"
    # A header, then for each hundredth of a power of ten the words that are so frequent.
    _, *ranks = msgpack.loads(gzip.decompress(path.read_bytes()))
    return {word: 9 - rank / 100 for rank, words in enumerate(ranks) for word in words}
