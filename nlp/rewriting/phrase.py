"""Pieces of the employee's own sentence, ready to stand in another one."""

from nlp.text import Text

_EDGE = frozenset(
    (
        "terhadap tentang mengenai akan dalam atas kepada bagi untuk di pada ke dari dengan yang "
        "dan serta agar bahwa oleh secara lebih makin semakin telah sudah"
    ).split()
)
_MARKS = frozenset(".,;:!?-–—…()[]\"'“”•*")


def piece(text: Text, first: int, last: int) -> str:
    """Words ``first..last`` as written, without dangling prepositions and marks at the edges.

    What opened the sentence loses its capital, as it stands inside another one now; names and
    abbreviations further on keep theirs. Empty when nothing is left.
    """
    while first <= last and text.words[first].norm in _EDGE | _MARKS:
        first += 1
    while last >= first and text.words[last].norm in _EDGE | _MARKS:
        last -= 1
    if first > last:
        return ""
    phrase = text.quote(first, last)
    return lowered(phrase, text.raw) if first == 0 or text.raw.isupper() else phrase


def lowered(phrase: str, raw: str) -> str:
    """The phrase as it stands inside a sentence: capitals of the opening or of all are lowered."""
    letters = [c for c in raw if c.isalpha()]
    if len(letters) > 8 and all(c.isupper() for c in letters):
        return phrase.lower()
    head = phrase.split(maxsplit=1)[0]
    if head[1:].islower():
        return phrase[0].lower() + phrase[1:]
    return phrase


def capitalised(sentence: str) -> str:
    """The sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]


def when(text: Text) -> str:
    """The deadline as the text has it, else a slot: "sebelum 30 September" or a limit to fill."""
    for quantity in text.quantities:
        if quantity.kind == "date":
            before = text.words[quantity.first - 1].norm if quantity.first else ""
            date = text.quote(quantity.first, quantity.last)
            if before == "tanggal":
                date = f"tanggal {date}"
            return f"paling lambat {date}"
    return "paling lambat [tanggal]"
