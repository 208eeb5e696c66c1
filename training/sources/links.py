"""A link of the chain topik → hasil → RTL → indikator (guideline 10) as it stands in a record."""

from dataclasses import dataclass

from training.sources.item import Item
from training.sources.names import plain

PAIRS = {
    "topik-hasil": ("topik", "hasil"),
    "topik-rtl": ("topik", "rtl"),
    "rtl-indikator": ("rtl", "indikator"),
}
"""Each pair with its earlier and later field."""


@dataclass(frozen=True, slots=True)
class Link:
    """``text`` is the later text of the pair, whose field is ``later``; "" when not named."""

    pair: str
    earlier: str
    later: str
    text: str


def link_of(item: Item, question: str) -> Link | str:
    """The pair that was judged, or the sentence that says what is missing.

    The pair is told by a column "pasangan", by the question ("sinkron topik rtl"), or by the
    only pair whose two texts are there.
    """
    told = plain(item.cells.get("pasangan", "")) or plain(question)
    pairs = [pair for pair in PAIRS if plain(pair) in told] or [
        pair for pair in PAIRS if _texts(item, pair)
    ]
    if len(pairs) != 1:
        return f"Pasangan teks tidak jelas; isi kolom pasangan: {', '.join(PAIRS)}."
    texts = _texts(item, pairs[0])
    if not texts:
        return "Pasangan teks tidak lengkap; isi kedua teksnya, atau teks dan sebelumnya."
    earlier, later, text = texts
    return Link(pairs[0], earlier, later, text)


def _texts(item: Item, pair: str) -> tuple[str, str, str] | None:
    first, second = PAIRS[pair]
    earlier = item.cells.get("sebelumnya") or item.texts.get(first)
    later = second if second in item.texts else ""
    text = item.texts.get(later)
    return (str(earlier), later, text) if earlier and text else None
