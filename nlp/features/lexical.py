"""Words, roots and word pairs, marked where a negator reaches them."""

from collections.abc import Iterator

from nlp.text import Text

_NAMED = frozenset(("date", "period", "legal"))


def lexical(text: Text) -> Iterator[str]:
    """Yield every word and root (``¬`` when negated) and every pair of neighbours.

    Which number, date or regulation stands there says nothing about the label: numbers are one
    word, ``0``, and a date, period or legal reference is its kind.
    """
    named = {
        i: f"#{quantity.kind}"
        for quantity in text.quantities
        if quantity.kind in _NAMED
        for i in range(quantity.first, quantity.last + 1)
    }
    before = "^"
    for i, word in enumerate(text.words):
        number = word.norm[0].isdigit()
        norm = named.get(i) or ("0" if number else word.norm)
        if norm == before:
            continue
        denied = "¬" if text.negated[i] >= 0 else ""
        yield f"kata:{denied}{norm}"
        if i not in named and not number:
            yield f"akar:{denied}{word.morph.root}"
        yield f"pasangan:{before} {norm}"
        before = norm
    yield f"pasangan:{before} $"
