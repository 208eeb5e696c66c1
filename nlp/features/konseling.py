"""Signs of a call for help or of troubling behaviour, and of what only looks like it."""

from collections.abc import Iterator

from nlp.features.feature import Feature
from nlp.text import Text

_SELF = frozenset("saya aku sy gue awak kami".split())
_OTHER = frozenset("ia dia beliau ybs yang-bersangkutan saudara sdr pegawai staf anak-buah".split())


def konseling(text: Text) -> Iterator[Feature]:
    """Yield the signs of one text of any field.

    ``butirNN`` words around that item, ``butirNN disangkal`` the same denied, ``pekerjaan``,
    ``kiasan`` and ``korban`` what speaks against, ``aku`` / ``dia`` whom the text is about.
    """
    for mark in text.marks:
        if mark.kind.startswith("butir"):
            denied = " disangkal" if text.negated[mark.first] >= 0 else ""
            yield Feature(mark.kind + denied, mark.first, mark.last)
            if int(mark.kind[-2:]) >= 12:
                yield Feature("rujukan" + denied, mark.first, mark.last)
        elif mark.kind in ("pekerjaan", "kiasan", "korban"):
            yield Feature(mark.kind, mark.first, mark.last)
    for i, word in enumerate(text.words):
        if word.norm in _SELF:
            yield Feature("aku", i, i)
        elif word.norm in _OTHER:
            yield Feature("dia", i, i)
