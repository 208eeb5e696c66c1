"""Names every task can use: what the analysis floor says of a text."""

from collections.abc import Iterator

from nlp.text import Text
from nlp.text.lexicon import MATTERS

_MAIN = ("main", "contrast")


def structure(text: Text) -> Iterator[str]:
    """Yield classes with clause and negation, quantities, clauses, agents, and the opening.

    How long a text is says much in a corpus and nothing in the guideline, so it is left out.
    """
    yield from _classes(text)
    for quantity in text.quantities:
        yield f"angka:{quantity.kind}"
        yield f"angka:{quantity.kind}:{quantity.comparator}"
    if not text.quantities:
        yield "angka:tidak ada"
    for clause in text.clauses:
        yield f"anak:{clause.kind}"
        yield f"anak:{clause.kind}:{clause.aspect}"
        if clause.kind in _MAIN:
            yield f"aspek:{clause.aspect}"
        if clause.predicate >= 0:
            prefix = text.words[clause.predicate].morph.prefix
            yield f"predikat:{clause.kind}:{prefix}"
    if text.clauses:
        last = text.clauses[-1]
        yield f"akhir:{last.kind}:{last.aspect}"
    for agent in text.agents:
        yield f"pelaku:{agent.role}:{agent.kind}"
    if not text.agents:
        yield "pelaku:tidak ada"
    yield from _opening(text)


def _classes(text: Text) -> Iterator[str]:
    for mark in text.marks:
        if mark.kind.startswith(MATTERS):
            continue
        clause = text.clauses[text.clause_at(mark.first)].kind
        denied = "¬" if text.negated[mark.first] >= 0 else ""
        where = "main" if clause in _MAIN else clause
        yield f"kelas:{denied}{mark.kind}"
        yield f"kelas:{denied}{mark.kind}@{where}"


def _opening(text: Text) -> Iterator[str]:
    said = [i for i, word in enumerate(text.words) if word.norm[0].isalnum()]
    kinds: dict[int, set[str]] = {}
    for mark in text.marks:
        if not mark.kind.startswith(MATTERS):
            kinds.setdefault(mark.first, set()).add(mark.kind)
    for position, i in enumerate(said[:3]):
        morph = text.words[i].morph
        yield f"awal{position}:{morph.prefix}-{morph.suffix}-{morph.clitic}"
        for kind in kinds.get(i, ()):
            yield f"awal{position}:{kind}"
    if said:
        first = text.words[said[0]]
        yield f"pembuka:{first.norm}"
        yield f"pembuka√{first.morph.root}"
        for kind in kinds.get(said[-1], ()):
            yield f"penutup:{kind}"
