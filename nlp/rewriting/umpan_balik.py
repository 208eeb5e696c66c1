"""Ways out of a feedback that contradicts its icon, asks for nothing, or is about nothing."""

from collections.abc import Iterator

from nlp.finding import Suggestion
from nlp.rewriting.slot import suggestion
from nlp.text import Text

_ENDS = " .,;:!?…"


def change_icon(sentiment: str) -> Iterator[Suggestion]:
    """The icon that fits the text. In: the text's sentimen. Out: the new value of ``ikon``."""
    yield Suggestion(sentiment)


def add_request(text: Text) -> Iterator[Suggestion]:
    """The text with what is wanted after it; the wish itself is a slot for the superior."""
    said = text.raw.strip().rstrip(_ENDS)
    yield suggestion(f"{said}. Mohon [tindakan] paling lambat [tanggal].")
    yield suggestion(f"{said}. Ke depan, mohon [tindakan].")


def add_occasion(text: Text) -> Iterator[Suggestion]:
    """The text with the piece of work it is about; which one, is a slot for the superior."""
    said = text.raw.strip().rstrip(_ENDS)
    wish = "terutama" if text.find("minta") else "terlihat"
    yield suggestion(f"{said}, {wish} saat [peristiwa].")
    yield suggestion(f"{said}. Contohnya, saat [peristiwa].")
