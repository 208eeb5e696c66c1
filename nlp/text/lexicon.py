"""Word classes from the folder ``words/``: one file a class, one entry a line.

``words/bacaan.txt`` says what written forms mean ("yg = yang"). Every other file names a class by
its stem. An entry is one or several words; ``√`` before a root takes every form of it, ``~``
before a root or stem only its verbs (~susun: menyusun, disusun, tersusunnya, not penyusunan,
susunan; ~ajukan: mengajukan, diajukan).
Classes of one subfolder are one family: inside a family the longest entry wins, so "surat tugas"
is a document and no task.
"""

from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from nlp.morphology import Morph, analyse

VERB_PREFIXES = frozenset(("me", "di", "ter", "ber", "memper", "diper", "member", "diber"))
# Verbs that need no affix, and words built like verbs that are none.
_BARE_VERBS = frozenset(
    (
        "ada selesai rampung tuntas terbit naik turun tiba hadir ikut masuk keluar datang pergi "
        "lulus mulai jadi aktif beres kelar lancar cair tayang usai "
        "minta mohon tunggu dapat punya tahu kena gagal rusak hilang macet bocor"
    ).split()
)
_NO_VERBS = frozenset(
    (
        "tersebut terlalu terutama ternyata terakhir tertentu terbaik terbaru terlebih terdahulu "
        "terkini terbesar tertinggi terendah berbagai beberapa berikut berikutnya berdasarkan "
        "bersama mengenai melalui menurut mengingat terhadap terkait berhubung berkenaan "
        "bersangkutan"
    ).split()
)
WORDS = files("nlp.text") / "words"
MATTERS = "bidang"
"""The family of subject matters; their marks are ``bidang:<matter>`` and say nothing of form."""


class Phrase(NamedTuple):
    """An entry of several words: the keys that must follow the first, its class and family."""

    rest: tuple[str, ...]
    kind: str
    family: str


class Lexeme(NamedTuple):
    """What the dictionary knows of one normalised word, out of context."""

    norm: str
    morph: Morph
    verb: bool
    keys: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]
    phrases: tuple[Phrase, ...]


def _lines(text: str) -> list[str]:
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _load() -> tuple[dict[str, set[tuple[str, str]]], dict[str, list[Phrase]]]:
    single: dict[str, set[tuple[str, str]]] = {}
    several: dict[str, list[Phrase]] = {}
    for family in sorted(WORDS.iterdir(), key=lambda entry: entry.name):
        if not family.is_dir():
            continue
        for file in sorted(family.iterdir(), key=lambda entry: entry.name):
            if not file.name.endswith(".txt"):
                continue
            kind = file.name.removesuffix(".txt")
            if family.name == MATTERS:
                kind = f"{MATTERS}:{kind}"
            for entry in _lines(file.read_text("utf-8")):
                first, *rest = entry.lower().split()
                if rest:
                    several.setdefault(first, []).append(Phrase(tuple(rest), kind, family.name))
                else:
                    single.setdefault(first, set()).add((kind, family.name))
    return single, several


def read_table(file: Traversable) -> dict[tuple[str, ...], tuple[str, ...]]:
    """A table of ``written = meant`` lines, both sides as words."""
    table = {}
    for line in _lines(file.read_text("utf-8")):
        written, _, meant = line.partition(" = ")
        table[tuple(written.split())] = tuple(meant.split())
    return table


def _shortens(written: tuple[str, ...], meant: tuple[str, ...]) -> bool:
    """Whether a reading is an abbreviation, which a full stop does not end a sentence after."""
    short, full = written[0], meant[0]
    return len(written) == 1 and len(short) <= 4 and short[0] == full[0] and len(full) > len(short)


_SINGLE, _SEVERAL = _load()
READINGS = read_table(WORDS / "bacaan.txt")
READING_STARTS: dict[str, int] = {}
for _written in READINGS:
    READING_STARTS[_written[0]] = max(READING_STARTS.get(_written[0], 0), len(_written))


# Written in capitals in the table: read so only where the text has the same capitals.
CAPITALS = frozenset(word for word in READING_STARTS if word != word.lower())
ABBREVIATIONS = frozenset(w[0] for w, meant in READINGS.items() if _shortens(w, meant))


@lru_cache(maxsize=32_768)
def lexeme(norm: str) -> Lexeme:
    """Look one normalised lower-case word up.

    Out: its :class:`Lexeme`; unknown words have no kinds.
    """
    morph = analyse(norm)
    keys = _keys(norm, morph)
    kinds: set[tuple[str, str]] = set()
    phrases: list[Phrase] = []
    for key in keys:
        kinds |= _SINGLE.get(key, set())
        phrases += _SEVERAL.get(key, [])
    phrases.sort(key=lambda phrase: -len(phrase.rest))
    return Lexeme(norm, morph, _is_verb(norm, morph), keys, tuple(sorted(kinds)), tuple(phrases))


def _keys(norm: str, morph: Morph) -> tuple[str, ...]:
    """The entries that can name a word: itself, its base, √root, and ~root or ~stem of a verb."""
    keys = [norm, morph.base, f"√{morph.root}"]
    if morph.suffix != "an" and morph.prefix in VERB_PREFIXES | {"", "per"}:
        keys.append(f"~{morph.root}")
        keys.append(f"~{'per' * morph.prefix.endswith('per')}{morph.root}{morph.suffix}")
    return tuple(dict.fromkeys(keys))


def _is_verb(norm: str, morph: Morph) -> bool:
    """Whether a word can be a predicate: a verbal affix or a bare verb, and no -nya noun."""
    if norm in _BARE_VERBS:
        return True
    if norm in _NO_VERBS or (morph.clitic == "nya" and morph.prefix not in ("me", "memper")):
        return False
    return morph.prefix in VERB_PREFIXES and morph.suffix != "an" and morph.known


@cache
def vocabulary() -> frozenset[str]:
    """Every single written word the tables hold."""
    words = {word for written in READINGS for word in written}
    words |= {
        word for first, several in _SEVERAL.items() for p in several for word in (first, *p.rest)
    }
    words |= set(_SINGLE)
    return frozenset(word.lstrip("√~") for word in words)
