"""Sentence patterns: runs of word classes instead of words ("batin bukti", "peristiwa mutu").

They carry what was learnt on one vocabulary to another.
"""

from collections.abc import Iterator

from nlp.text import Text
from nlp.text.word import says_how

# The first class that fits names the word.
_CLASSES = (
    "tunggu", "putusan", "batin", "peristiwa", "pokok_mutu", "tren", "bukti", "ukuran",
    "alat_ukur", "jejak", "aktor_diri", "aktor_luar", "pantau", "upaya", "wujud", "usai",
    "masalah", "belum", "mutu", "benda", "satuan", "kritik", "puji", "minta",
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_CLASSES)}
_FUNCTION_WORDS = frozenset(
    (
        "di ke dari pada untuk dengan oleh dan atau yang tidak belum sudah telah akan masih agar "
        "supaya karena tetapi namun sehingga setelah sebelum jika saat lebih sangat paling kurang "
        "semua setiap para saya kami lagi juga saja hanya baru dalam terhadap tentang kepada bagi "
        "sebagai tanpa jangan perlu harus bisa dapat mohon sampai hingga minimal maksimal per"
    ).split()
)
_LONGEST = 4


def pattern(text: Text) -> Iterator[str]:
    """Yield runs of one to four class names over the text, its edges included."""
    names = _names(text)
    for length in range(1, _LONGEST + 1):
        for start in range(len(names) - length + 1):
            yield "pola:" + " ".join(names[start : start + length])


def _names(text: Text) -> list[str]:
    """The class name of each word; neighbours of one class are one."""
    kinds: dict[int, str] = {}
    for mark in text.marks:
        if mark.kind in _RANK:
            for i in range(mark.first, mark.last + 1):
                if i not in kinds or _RANK[mark.kind] < _RANK[kinds[i]]:
                    kinds[i] = mark.kind
    numbers = {i: q.kind for q in text.quantities for i in range(q.first, q.last + 1)}
    found = ["^"]
    for i, word in enumerate(text.words):
        morph = word.morph
        if word.norm in _FUNCTION_WORDS:
            name = word.norm
        elif i in numbers:
            name = f"#{numbers[i]}"
        elif not word.norm[0].isalnum():
            name = "." if word.norm in ".;!?" else ","
        elif i in kinds:
            kind = "cara" if kinds[i] == "mutu" and says_how(text.words, i) else kinds[i]
            name = f"{kind}:{morph.prefix}" if morph.prefix else kind
        elif morph.prefix or morph.suffix:
            name = f"{morph.prefix}+{morph.suffix}"
        else:
            name = "akar" if morph.known else "asing"
        if found[-1] != name:
            found.append(name)
    found.append("$")
    return found
