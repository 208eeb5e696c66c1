"""How built words and phrases are written (EYD V; its sections stand with each function)."""

import re
from collections.abc import Sequence

# What di is a preposition before; names are known by their capital.
_PLACES = frozenset(
    (
        "atas bawah dalam luar depan belakang samping sebelah tengah antara sekitar seputar "
        "sekeliling seluruh seberang sini situ sana mana tempat ruang kantor lapangan lokasi "
        "tingkat lingkungan bidang bagian unit rumah pusat daerah wilayah hadapan sela akhir awal"
    ).split()
)
# Words no sentence says twice running; others may be a plural without its hyphen ("rata rata").
_FUNCTION_WORDS = (
    "untuk|dari|pada|kepada|dengan|dan|atau|yang|di|ke|oleh|dalam|agar|serta|telah|sudah|akan|"
    "belum|tentang|terhadap|bagi|secara|sebagai|karena|sampai|sebelum|setelah"
)
_TWICE = re.compile(rf"\b({_FUNCTION_WORDS})(?:\s+\1\b(?!-))+", re.IGNORECASE)
_CURRENCIES = frozenset(("Rp", "US$", "$", "€", "£", "¥"))


def with_di(word: str) -> str:
    """di before a word: "di luar", "di Jakarta" apart, "disusun" joined, "di-SK-kan" hyphened.

    In: a place word or name, or what the passive is made of; an acronym takes the hyphen only with
    a suffix behind it, else it is a place ("di BKN"). EYD V, I.G and II.E.
    """
    if word in _PLACES:
        return f"di {word}"
    if word[:1].isupper():
        return f"di-{word}" if re.search(r"-(?:kan|i)$", word) else f"di {word}"
    return f"di{word}"


def with_nya(word: str) -> str:
    """-nya after a word: "laporannya", "SOP-nya", "PPh-nya", "2025-nya". EYD V, II.E.

    A capital that only opens the word is that of the sentence: "Laporannya".
    """
    last = word.split()[-1] if word.split() else ""
    apart = (
        last[-1:].isdigit() or last[1:] != last[1:].lower() or (len(last) == 1 and last.isupper())
    )
    return f"{word}-nya" if apart else f"{word}nya"


def listed(items: Sequence[str]) -> str:
    """A list in a sentence: "a", "a dan b", "a, b, dan c". EYD V, II.B. Empty for no items."""
    if len(items) < 3:
        return " dan ".join(items)
    return f"{', '.join(items[:-1])}, dan {items[-1]}"


def measured(number: str, unit: str) -> str:
    """A number with its unit: "5 hari", "10 kg" apart; "80%", "Rp50.000" joined. EYD V, I.F."""
    if unit in _CURRENCIES:
        return f"{unit}{number}"
    return f"{number}{unit}" if unit in ("%", "‰", "°") else f"{number} {unit}"


def undoubled(text: str) -> str:
    """The text without a function word said twice running: "untuk untuk" becomes "untuk".

    The first one stays, with its capital. Other doubled words stay: they may be a plural.
    """
    return _TWICE.sub(r"\1", text)
