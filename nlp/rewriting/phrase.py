"""Pieces of the employee's own sentence, ready to stand in another one."""

from nlp.text import Text

_EDGE = frozenset(
    (
        "terhadap tentang mengenai akan dalam atas kepada bagi untuk di pada ke dari dengan yang "
        "dan serta agar bahwa oleh secara lebih makin semakin telah sudah"
    ).split()
)
_CLOSERS = {")": "(", "]": "[", "}": "{", "”": "“", "’": "‘", '"': '"', "'": "'"}
_OPENERS = {opener: closer for closer, opener in _CLOSERS.items()}
_TIME_WORDS = frozenset("sebelum sampai hingga pada tanggal bulan".split())
_MARKS = frozenset(".,;:!?-–—…()[]\"'“”•*")


def piece(text: Text, first: int, last: int) -> str:
    """Words ``first..last`` as written, without dangling prepositions and marks at the edges.

    What opened the sentence loses its capital, as it stands inside another one now; names and
    abbreviations further on keep theirs. Empty when nothing is left.
    """
    while first <= last and text.words[first].norm in _EDGE | _MARKS:
        if text.words[first].norm in _OPENERS and _closed(text, first, last):
            break
        first += 1
    while last >= first and text.words[last].norm in _EDGE | _MARKS:
        if text.words[last].norm in _CLOSERS and _opened(text, first, last):
            break
        last -= 1
    if first > last:
        return ""
    phrase = text.quote(first, last)
    return lowered(phrase, text.raw) if first == 0 or text.raw.isupper() else phrase


def _closed(text: Text, first: int, last: int) -> bool:
    """Whether the opening mark at ``first`` has its closing one inside the piece."""
    closer = _OPENERS[text.words[first].norm]
    return any(word.norm == closer for word in text.words[first + 1 : last + 1])


def _opened(text: Text, first: int, last: int) -> bool:
    """Whether the closing mark at ``last`` has its opening one inside the piece."""
    openers = _CLOSERS[text.words[last].norm]
    return any(word.norm in openers for word in text.words[first:last])


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


def deadline(text: Text) -> tuple[int, str]:
    """Where the content of a text ends, and its deadline.

    Out: the index of the last word before the deadline, and the deadline as the text has it
    ("paling lambat minggu ketiga Mei"); a slot where it has none.
    """
    last = len(text.words) - 1
    while last > 0 and text.words[last].norm in ".,;:!?…":
        last -= 1
    for mark in text.find("batas"):
        if text.norms(mark.first, mark.last) == "paling lambat" and mark.first > 0:
            return mark.first - 1, text.quote(mark.first, last)
    for quantity in text.quantities:
        if quantity.kind == "date" and quantity.last >= last - 1 and quantity.first > 0:
            end = quantity.first - 1
            while end > 0 and text.words[end].norm in _TIME_WORDS:
                end -= 1
            begun = "tanggal " if text.words[quantity.first - 1].norm == "tanggal" else ""
            return end, f"paling lambat {begun}{text.quote(quantity.first, quantity.last)}"
    return last, "paling lambat [tanggal]"
