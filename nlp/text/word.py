"""The analysed text as plain data. All offsets are code points of the text as sent."""

from typing import NamedTuple

from nlp.finding import Span
from nlp.morphology import Morph
from nlp.text.lexicon import Lexeme


class Word(NamedTuple):
    """One word as it is meant: ``norm`` may differ from what stands at ``[start, end)``.

    A token may be read as two words ("diluar") or two tokens as one ("di laksanakan"); words
    read from one token share its span. Punctuation is a word whose ``norm`` is the mark itself.
    """

    start: int
    end: int
    lex: Lexeme
    sentence: int

    @property
    def norm(self) -> str:
        """The word as it is meant, in lower case."""
        return self.lex.norm

    @property
    def morph(self) -> Morph:
        """The word taken apart."""
        return self.lex.morph


class Mark(NamedTuple):
    """A word class found over the words ``[first, last]``, both included."""

    kind: str
    first: int
    last: int


class Quantity(NamedTuple):
    """A number with what it counts.

    ``kind``: count, percent, duration, frequency, money, score, date, period, legal, ordinal or
    bare. ``value`` is None where the number only names something (date, period, legal).
    ``comparator``: min, max or "".
    """

    kind: str
    first: int
    last: int
    value: float | None
    unit: str
    comparator: str


class Clause(NamedTuple):
    """Words ``[first, last]`` with one predicate.

    ``kind``: main, contrast, time, cause, purpose, result, concession, condition, relative or
    content. ``aspect``: done, open (belum), ongoing, future or "". ``predicate``: word index or -1.
    """

    kind: str
    first: int
    last: int
    aspect: str
    predicate: int


class Agent(NamedTuple):
    """Who does a clause's act: the words ``[first, last]`` and how they are marked.

    ``role``: oleh, subjek or pelengkap ("diterbitkan Menteri", "kami kirim"); ``kind``: luar, diri
    or unknown.
    """

    first: int
    last: int
    role: str
    kind: str
    clause: int


_MANNER = frozenset(("dengan", "secara", "yang"))


def says_how(words: tuple[Word, ...], i: int) -> bool:
    """Whether word ``i`` stands as manner or attribute: "dengan rapi", "yang baik"."""
    return i > 0 and words[i - 1].norm in _MANNER


class Text(NamedTuple):
    """A text after analysis. ``negated[i]`` is the negator that reaches word i, or -1."""

    raw: str
    words: tuple[Word, ...]
    marks: tuple[Mark, ...]
    quantities: tuple[Quantity, ...]
    clauses: tuple[Clause, ...]
    negated: tuple[int, ...]
    agents: tuple[Agent, ...]

    def span(self, first: int, last: int) -> Span:
        """Code points from word ``first`` to word ``last``, both included."""
        return Span(self.words[first].start, self.words[last].end)

    def quote(self, first: int, last: int) -> str:
        """The text as sent, from word ``first`` to word ``last``."""
        return self.raw[self.words[first].start : self.words[last].end]

    def norms(self, first: int, last: int) -> str:
        """The words as meant, from ``first`` to ``last``, joined by blanks."""
        return " ".join(word.norm for word in self.words[first : last + 1])

    def clause_at(self, index: int) -> int:
        """The number of the clause that holds word ``index``, or -1."""
        for number, clause in enumerate(self.clauses):
            if clause.first <= index <= clause.last:
                return number
        return -1

    def find(self, *kinds: str) -> list[Mark]:
        """All marks of these classes, in text order."""
        return [mark for mark in self.marks if mark.kind in kinds]
