"""What is still improvable in a topik that speaks of finished work."""

from collections.abc import Iterator

from nlp.finding import Suggestion
from nlp.rewriting.phrase import capitalised, piece
from nlp.rewriting.slot import suggestion
from nlp.text import Text
from nlp.text.clause import DONE

_CARRIERS = frozenset(("laksana", "laku", "selenggara", "gelar", "ada", "kerja", "selesai"))
_FINISHED = frozenset("selesai rampung tuntas beres kelar usai final".split())
_PAST = frozenset(["lalu", "kemarin", "lampau"])


def rewrite_topik(text: Text) -> Iterator[Suggestion]:
    """Candidate rewrites of a finished topik, best first.

    In: the analysed topik. Out: unverified suggestions that name the same work as a gap with a
    ``[kendala]`` only the employee knows.
    """
    work = _work(text)
    if work:
        yield suggestion(
            capitalised(f"Hasil {work} belum dimanfaatkan sepenuhnya karena [kendala]")
        )
        yield suggestion(capitalised(f"Tindak lanjut {work} masih terkendala [kendala]"))


def _work(text: Text) -> str:
    """The work itself: the first clause without the words that say it is over."""
    first, last = 0, text.clauses[0].last if text.clauses else -1
    while first <= last and (
        text.words[first].norm in DONE
        or (
            text.words[first].morph.root in _CARRIERS
            and text.words[first].morph.prefix in ("di", "ter")
        )
    ):
        first += 1
    for i in range(first, last + 1):
        word = text.words[i]
        over = word.norm in DONE or (
            word.morph.root in _FINISHED and word.morph.prefix in ("", "di")
        )
        if over and i > first:
            last = i - 1
            break
        if word.norm in _PAST and i > first:
            last = i - 2
            break
    return piece(text, first, last)
