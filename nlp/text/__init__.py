"""The analysis floor: a text → words, word classes, quantities, clauses, negation, agents."""

from spacy.language import Language

from nlp.text.agent import agents
from nlp.text.berakhlak import copied_lines
from nlp.text.clause import clauses, negation
from nlp.text.marking import marks
from nlp.text.pipeline import load_pipeline
from nlp.text.quantity import quantities
from nlp.text.reading import read_words
from nlp.text.word import Agent, Clause, Mark, Quantity, Text, Word

__all__ = [
    "Agent", "Clause", "Mark", "Quantity", "Text", "Word", "analyse_text", "copied_lines",
    "load_pipeline",
]  # fmt: skip


def analyse_text(pipeline: Language, raw: str) -> Text:
    """Analyse one text.

    In: a pipeline of :func:`load_pipeline` and the text as sent. Out: :class:`Text`; all offsets
    are code points of ``raw``. An empty text gives an empty analysis.
    """
    words = read_words(pipeline, raw)
    marked = marks(words)
    parts = clauses(words)
    return Text(
        raw,
        words,
        marked,
        quantities(words),
        parts,
        negation(words, parts),
        agents(words, parts, marked),
    )
