"""Candidates on their way to the proof: spelt right, nothing invented, distinct, best first."""

import re
from collections.abc import Iterable, Iterator

from nlp.analysis import AnalyzedForm
from nlp.finding import Suggestion
from nlp.morphology import analyse
from nlp.rewriting.facts import FRAME_WORDS, invented, known_words
from nlp.rewriting.fluency import joins, surprise
from nlp.rewriting.phrase import corrected, mistakes
from nlp.rewriting.slot import stated, suggestion, with_defaults
from nlp.text import Text

_MOST = 7
_TOKEN = re.compile(r"\w+")
# What a rewrite loses by: its place among those its frame offers, a lost word of the original, a
# gap to fill, a word more than a field usually holds, an unusual join (in nats).
_LATER, _LOST, _GAP, _LONG, _ODD = 0.2, 0.5, 0.05, 0.01, 0.1
_USUAL_LENGTH = 18


def offered(
    form: AnalyzedForm, pointer: str, written: Iterable[str], *others: Text
) -> Iterator[Suggestion]:
    """The candidates worth proving, best first, at most seven.

    In: the form, the pointer of the text to be replaced, candidate sentences in their writer's own
    order, and the other texts they draw on. Out: unverified suggestions in standard spelling that
    differ from the text and from each other; one that holds a word from nowhere is dropped.
    """
    own = form.parts[pointer].text
    known = defaults = None
    wrong = mistakes(own, *others)
    before = own.raw.strip(" .").lower()
    seen = {before}
    ranked: list[tuple[float, int, Suggestion]] = []
    for place, sentence in enumerate(written):
        said = corrected(sentence, wrong)
        same = said.strip(" .").lower()
        if same in seen:
            continue
        seen.add(same)
        if known is None or defaults is None:
            meant = [_words(corrected(text.raw, wrong)) for text in (own, *others)]
            known = known_words(form, others).union(*meant)
            defaults = stated(form, pointer)
        made = suggestion(said)
        if invented(made, known):
            continue
        ranked.append((_worth(own, made, place), place, with_defaults(made, defaults)))
    ranked.sort(key=lambda one: (-one[0], one[1]))
    yield from (made for _, _, made in ranked[:_MOST])


def _worth(own: Text, made: Suggestion, place: int) -> float:
    """How much a candidate is worth beside the others for the same text."""
    content = {word.morph.root for word in own.words if word.norm[0].isalnum()} - FRAME_WORDS
    lost = len(content - {analyse(word).root for word in _words(made.text)})
    length = len(_TOKEN.findall(made.text))
    return (
        -_LATER * place
        - _LOST * lost / max(1, len(content))
        - _GAP * len(made.slots)
        - _LONG * max(0, length - _USUAL_LENGTH)
        - _ODD * surprise(made.text, frozenset(joins(own.raw)))
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(_TOKEN.findall(text.lower()))
