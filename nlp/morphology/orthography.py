"""How lists are written, and words not said twice (EYD V)."""

import re
from collections.abc import Sequence

# Words no sentence says twice running; others may be a plural without its hyphen ("rata rata").
_FUNCTION_WORDS = (
    "untuk|dari|pada|kepada|dengan|dan|atau|yang|di|ke|oleh|dalam|agar|serta|telah|sudah|akan|"
    "belum|tentang|terhadap|bagi|secara|sebagai|karena|sampai|sebelum|setelah"
)
_TWICE = re.compile(rf"\b({_FUNCTION_WORDS})(?:\s+\1\b(?!-))+", re.IGNORECASE)


def listed(items: Sequence[str]) -> str:
    """A list in a sentence: "a", "a dan b", "a, b, dan c". EYD V, II.B. Empty for no items."""
    if len(items) < 3:
        return " dan ".join(items)
    return f"{', '.join(items[:-1])}, dan {items[-1]}"


def undoubled(text: str) -> str:
    """The text without a function word said twice running: "untuk untuk" becomes "untuk".

    The first one stays, with its capital. Other doubled words stay: they may be a plural.
    """
    return _TWICE.sub(r"\1", text)
