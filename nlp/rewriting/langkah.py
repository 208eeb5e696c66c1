"""Steps that can be put into a calendar, from an RTL that names none."""

from collections.abc import Iterator

from nlp.finding import Suggestion
from nlp.rewriting.phrase import capitalised, deadline, piece
from nlp.rewriting.rtl import rewrite_rtl
from nlp.rewriting.slot import suggestion
from nlp.text import Text
from nlp.text.clause import is_predicate

_LEARNING = frozenset(("ajar", "mentor", "latih", "mentoring", "coaching", "bimbing"))
# Up to so many words after the first a text names no subject to be learnt.
_BARE = 1
_PLEAS = frozenset(("mohon", "memohon", "semoga", "harap"))


def rewrite_step(text: Text) -> Iterator[Suggestion]:
    """Candidate rewrites of an RTL that is no step, best first.

    In: the analysed RTL. Out: unverified suggestions: a wait becomes a reminder, learning gets
    its subject and its teacher, an aim gets a piece of work that serves it.
    """
    end, when = deadline(text)
    whole = piece(text, 0, end)
    if not whole or text.words[0].norm in _PLEAS:
        return
    if text.find("tunggu"):
        yield from rewrite_rtl(text)
    if any(word.morph.root in _LEARNING for word in text.words[: end + 1]):
        notes = "resumenya" if end > _BARE else "resume [materi]"
        yield suggestion(capitalised(f"{whole} bersama [nama] dan menyusun {notes} {when}"))
        if end <= _BARE:
            yield suggestion(f"Menyusun resume [materi] yang dipelajari bersama [nama] {when}")
    serves = "untuk" if is_predicate(text.words, 0) or text.words[0].morph.suffix else "agar"
    yield suggestion(f"Menyusun [bukti] {serves} {whole} {when}")
