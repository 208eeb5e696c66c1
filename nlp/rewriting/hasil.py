"""Recognisable forms of a vague hasil."""

from collections.abc import Iterator

from nlp.finding import Suggestion
from nlp.rewriting.phrase import capitalised, piece
from nlp.rewriting.slot import suggestion
from nlp.text import Mark, Text
from nlp.text.clause import is_predicate

_OPENING = 2
# Words that open what is said of a thing.
_SAID = frozenset("dengan secara semakin makin lebih sangat yang agar untuk , . ;".split())


def rewrite_hasil(text: Text) -> Iterator[Suggestion]:
    """Candidate rewrites of one hasil, best first.

    In: the analysed hasil. Out: unverified suggestions: an event is known by what it leaves
    behind, a trend by its two points, a quality by its value; anything else by its proof.
    """
    end = len(text.words) - 1
    whole = piece(text, 0, end)
    if not whole:
        return
    for head in text.marks:
        if head.first > _OPENING:
            break
        if head.kind in ("peristiwa", "pokok_mutu"):
            name = piece(text, head.first, _name_end(text, head, end))
            event = head.kind == "peristiwa"
            yield suggestion(f"Tersedia [bukti] dari {name}" if event else f"Nilai {name} [nilai]")
            break
    yield suggestion(capitalised(f"{whole}, ditunjukkan dengan [bukti]"))
    yield suggestion(f"Tersedia [bukti] tentang {whole}")


def _name_end(text: Text, head: Mark, end: int) -> int:
    """The last word of what is named: before what is said of it, or how well it is to go."""
    for i in range(head.last + 1, end + 1):
        if is_predicate(text.words, i) or text.words[i].norm in _SAID:
            return i - 1
    return end
