"""From spaCy tokens to words as they are meant.

Abbreviations, loan words and common misspellings are read by the table ``words/bacaan.txt``;
offsets stay those of the text as sent.
"""

import re
import unicodedata
from typing import NamedTuple

from spacy.language import Language

from nlp.text.lexicon import (
    ABBREVIATIONS,
    CAPITALS,
    READING_STARTS,
    READINGS,
    Lexeme,
    lexeme,
)
from nlp.text.word import Word

# "5hari", "5-7hari", "120m2": a number typed onto its unit; "tw3": a unit typed onto its number.
_GLUED = re.compile(r"(\d+x\d+|\d[\d.,–-]*)([a-z]{1,8}[23]?)|(tw|smt|no|pasal|tahap)(\d{1,4})")
# Soft hyphens, zero-width, direction and variation marks say nothing about the word. NFKC writes
# "½" with a slash of its own; a curly apostrophe inside a word is a straight one.
_INVISIBLE = "\u00ad\u061c\u180e\ufeff\ufe0e\ufe0f" + "".join(
    chr(code)
    for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F))
    for code in range(first, last + 1)
)
_PLAIN = str.maketrans("\u2044\u2019", "/'", _INVISIBLE)
# "di laksanakan": a prefix typed apart from its verb.
_LOOSE_PREFIXES = ("di", "ter", "me", "ber")
_ACTS = frozenset(("upaya", "jejak"))
_THINGS = frozenset("aktor_luar alat_ukur benda bukti peristiwa satuan ukuran".split())


class _Token(NamedTuple):
    start: int
    end: int
    lower: str
    sentence: int


def read_words(pipeline: Language, raw: str) -> tuple[Word, ...]:
    """Words of a text, normalised.

    In: a pipeline of :func:`nlp.text.pipeline.load_pipeline` and the text as sent (any Unicode,
    lone surrogates excepted). Out: words in order, offsets in code points.
    """
    tokens = _tokens(pipeline, raw)
    words: list[Word] = []
    position = 0
    while position < len(tokens):
        taken, meant = _reading(tokens, position)
        if meant is None:
            words += _one(tokens[position])
        else:
            words += _meant(tokens[position : position + taken], meant)
        position += taken
    return tuple(words)


def _meant(written: list[_Token], meant: tuple[str, ...]) -> list[Word]:
    """The words meant, each at its own token where there are as many, else all at the whole."""
    start, end, sentence = written[0].start, written[-1].end, written[0].sentence
    if len(written) == len(meant):
        return [
            Word(t.start, t.end, lexeme(m), sentence) for t, m in zip(written, meant, strict=True)
        ]
    return [Word(start, end, lexeme(m), sentence) for m in meant]


def _tokens(pipeline: Language, raw: str) -> list[_Token]:
    tokens: list[_Token] = []
    sentence = -1
    for token in pipeline(raw):
        if token.is_sent_start and not _goes_on(tokens):
            sentence += 1
        text = token.text
        if text.isspace():
            continue
        lower = text if text in CAPITALS else text.lower()
        if not lower.isascii():
            lower = unicodedata.normalize("NFKC", lower).translate(_PLAIN).strip() or text
        if lower.endswith(".") and lower not in READING_STARTS and lower[:-1] in READING_STARTS:
            lower = lower[:-1]
        tokens.append(_Token(token.idx, token.idx + len(text), lower, max(sentence, 0)))
    return tokens


def _goes_on(tokens: list[_Token]) -> bool:
    """Whether the last full stop ends no sentence: "lap. keuangan", and "1." before a list item."""
    if len(tokens) < 2 or tokens[-1].lower != ".":
        return False
    before = tokens[-2]
    opens = len(tokens) == 2 or tokens[-3].sentence != before.sentence or tokens[-3].lower in ";:"
    item = opens and (before.lower.isdigit() or len(before.lower) == 1)
    return item or before.lower in ABBREVIATIONS


def _reading(tokens: list[_Token], position: int) -> tuple[int, tuple[str, ...] | None]:
    """How many tokens the longest table entry takes here, and what they mean."""
    first = tokens[position].lower
    longest = READING_STARTS.get(first, 0)
    for length in range(min(longest, len(tokens) - position), 0, -1):
        written = tuple(token.lower for token in tokens[position : position + length])
        if written in READINGS:
            return length, READINGS[written]
    if position + 1 < len(tokens):
        following = tokens[position + 1].lower
        if following == "nya" and first.isalpha():
            return 2, (first + following,)
        joined = _joined(first, following) if first in _LOOSE_PREFIXES else None
        if joined:
            return 2, (joined,)
    return 1, None


def _joined(prefix: str, following: str) -> str | None:
    """ "di" + "laksanakan" is one verb; "di" + "kantor" is a place."""
    if not following.isalpha():
        return None
    stem = lexeme(following)
    if not stem.morph.known or stem.morph.prefix:
        return None
    if prefix == "di":
        return prefix + following if _verbal(stem) else None
    whole = lexeme(prefix + following).morph
    fits = whole.known and whole.prefix == prefix and whole.root == stem.morph.root
    return prefix + following if fits else None


def _verbal(stem: Lexeme) -> bool:
    """Whether a stem is a verb's: -kan, -i, or a root that names an act and no thing or place."""
    if stem.morph.suffix:
        return stem.morph.suffix in ("kan", "i")
    kinds = {kind for kind, _ in stem.kinds}
    return bool(kinds & _ACTS) and not kinds & _THINGS


def _one(token: _Token) -> list[Word]:
    glued = _GLUED.fullmatch(token.lower)
    if glued is None:
        return [Word(token.start, token.end, lexeme(token.lower), token.sentence)]
    left, right = (part for part in glued.groups() if part)
    middle = token.start + len(left)
    pieces = ((token.start, middle, left), (middle, token.end, right))
    return [
        Word(start, end, lexeme(meant), token.sentence)
        for start, end, written in pieces
        for meant in READINGS.get((written,), (written,))
    ]
