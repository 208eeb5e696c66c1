"""Take an Indonesian word apart: root, affixes, clitics, reduplication."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

PARTICLES = ("lah", "kah", "tah", "pun")
CLITICS = ("nya", "ku", "mu")
SUFFIXES = ("kan", "an", "i")

# What may follow the second half of a reduplication: "mudah-mudahan", "sebaik-baiknya".
_AFTER_DOUBLE = ("", "nya", "an", "annya", "kan", "kannya", "i", "lah", "ku", "mu")
# Prefixes as they stand before a hyphen, with the underlying one.
_WRITTEN_PREFIXES = {
    "di": "di", "ter": "ter", "ber": "ber", "ke": "ke", "se": "se", "per": "per",
    "me": "me", "mem": "me", "men": "me", "meng": "me", "menge": "me",
    "pe": "pe", "pem": "pe", "pen": "pe", "peng": "pe", "penge": "pe",
}  # fmt: skip

# Which suffixes a prefix can close with (Alwi et al., ch. 5 and 7).
_CIRCUMFIX = {
    "me": ("", "kan", "i"),
    "di": ("", "kan", "i"),
    "ter": ("", "kan", "i"),
    "ber": ("", "kan", "an"),
    "pe": ("", "an"),
    "per": ("", "an", "kan", "i"),
    "ke": ("", "an"),
    "ketidak": ("an",),
    "ketidakter": ("an",),
    "ketidakber": ("an",),
    "berke": ("an",),
    "kepe": ("an",),
    "se": ("", "an"),
    "memper": ("", "kan", "i"),
    "diper": ("", "kan", "i"),
    "member": ("kan",),
    "diber": ("kan",),
    "keber": ("an",),
    "keter": ("an",),
    "kese": ("an",),
    "pember": ("an",),
    "penye": ("an",),
    "": ("", "kan", "an", "i"),
}

_NASAL_PREFIXES = ("me", "pe", "kepe")
# Every other prefix with the shapes it is written in; pe- without a nasal makes doers (petugas).
_SHAPES = (
    *((name, name) for name in _CIRCUMFIX if name and name not in _NASAL_PREFIXES),
    ("ter", "te"), ("ber", "be"), ("ber", "bel"), ("pe", "pe"), ("pe", "pel"),
    ("memper", "mempel"), ("diper", "dipel"), ("me", "ng"),
)  # fmt: skip

_SHAPES_BY_LETTER = {
    letter: tuple(pair for pair in _SHAPES if pair[1].startswith(letter)) for letter in "bdkmnpst"
}

# Written shapes of a nasal prefix, with what may have been swallowed from the root.
_NASAL = (
    ("nge", ("",)),
    ("ng", ("", "k")),
    ("ny", ("s",)),
    ("m", ("", "p")),
    ("n", ("", "t")),
    ("", ("",)),
)
_NASAL_BEFORE = {
    "nge": frozenset("bcdfghjklprst"),
    "ng": frozenset("aiueokghqx"),
    "ny": frozenset("aiueo"),
    "m": frozenset("bfvpaiueo"),
    "n": frozenset("cdjztsyaiueo"),
    "": frozenset("lrwymn"),
}
_VOWELS = frozenset("aiueo")

# Words whose parse no rule below can know: grammatical words, and ajar and tahu with their quirks.
_FIXED = {
    "setelah": ("setelah", "", ""),
    "sebelum": ("sebelum", "", ""),
    "terhadap": ("terhadap", "", ""),
    "terkait": ("terkait", "", ""),
    "meskipun": ("meskipun", "", ""),
    "sekalipun": ("sekalipun", "", ""),
    "biarpun": ("biarpun", "", ""),
    "pemerintah": ("pemerintah", "", ""),
    "pelajari": ("ajar", "pe", "i"),
    "pembelajaran": ("ajar", "pe", "an"),
    "diketahui": ("tahu", "di", "i"),
}


@dataclass(frozen=True, slots=True)
class Morph:
    """A word taken apart.

    ``prefix`` is the underlying one (``me`` for meng-, mem-, …), ``suffix`` one of ``kan``, ``an``,
    ``i`` or empty, ``clitic`` -nya/-ku/-mu, ``particle`` -lah/-kah/-pun. ``base`` is the word
    without clitic, particle and reduplication. ``known`` says whether the root is in the list.
    """

    root: str
    base: str
    prefix: str = ""
    suffix: str = ""
    clitic: str = ""
    particle: str = ""
    reduplicated: bool = False
    known: bool = True


def _load_roots() -> tuple[frozenset[str], frozenset[str]]:
    """All roots, and among them the common ones of office language."""
    general = (files("Sastrawi") / "Stemmer" / "data" / "kata-dasar.txt").read_text("utf-8")
    own = (files("nlp.morphology") / "roots.txt").read_text("utf-8")
    common = frozenset(line for line in own.splitlines() if line and not line.startswith("#"))
    words = {line.strip().lower() for line in general.splitlines()}
    return frozenset(words - {""}) | common, common


ROOTS, COMMON = _load_roots()


@lru_cache(maxsize=32_768)
def analyse(word: str) -> Morph:
    """Analyse one lower-case word.

    In: a word as written, lower case, hyphens kept ("laporan-laporan", "sop-nya", "target2").
    Out: its :class:`Morph`; a word that cannot be taken apart is its own root with
    ``known=False``. Never raises.
    """
    single = _undouble(word)
    if single:
        return replace(analyse(single), reduplicated=True)
    if "-" in word and word not in ROOTS:
        return _hyphenated(word) or Morph(word, word, known=False)
    return _best(word)


def _undouble(word: str) -> str | None:
    """The word said once, or None.

    "laporan-laporan", "target2", "sebaik-baiknya", "menunda-nunda", "surat-menyurat".
    """
    letters, two, ending = word.replace("²", "2").partition("2")
    if two and len(letters) > 2 and letters.isalpha() and ending in _AFTER_DOUBLE:
        return letters + ending
    first, dash, second = word.partition("-")
    if not dash or len(first) < 3 or "-" in second:
        return None
    for ending in _AFTER_DOUBLE:
        core = second.removesuffix(ending)
        if second.endswith(ending) and len(core) > 2 and first.endswith(core):
            return first + ending
    rhyme = second.startswith("me") and first in ROOTS and analyse(second).root == first
    return first if rhyme else None


def _hyphenated(word: str) -> Morph | None:
    """An affix joined by a hyphen, as EYD V asks for beside capitals: "sop-nya", "di-approve"."""
    head, _, tail = word.rpartition("-")
    if not head or not tail:
        return None
    if tail in CLITICS:
        return replace(analyse(head), clitic=tail)
    if tail in PARTICLES:
        return replace(analyse(head), particle=tail)
    if tail in ("kan", "an", "i"):
        inner = analyse(head)
        return replace(inner, base=inner.base + tail, suffix=tail)
    prefix, _, stem = word.partition("-")
    if prefix in _WRITTEN_PREFIXES and stem.isalpha():
        inner = analyse(stem)
        return replace(inner, base=prefix + inner.base, prefix=_WRITTEN_PREFIXES[prefix])
    return None


def _best(word: str) -> Morph:
    if word not in _FIXED and word in ROOTS:
        return Morph(word, word)
    readings: list[Morph] = []
    for core, clitic, particle in _endings(word):
        if core in _FIXED:
            root, prefix, suffix = _FIXED[core]
            return Morph(root, core, prefix, suffix, clitic, particle)
        if core in ROOTS:
            readings.append(Morph(core, core, "", "", clitic, particle))
        readings += [
            Morph(root, core, prefix, suffix, clitic, particle)
            for root, prefix, suffix in _affixed(core)
        ]
    return max(readings, key=_likelihood, default=_unknown(word))


def _unknown(word: str) -> Morph:
    """A word no root explains; -nya still comes off ("kinerjanya", "webinarnya")."""
    core = word.removesuffix("nya")
    if core != word and len(core) > 2:
        return Morph(core, core, clitic="nya", known=False)
    return Morph(word, word, known=False)


def _likelihood(reading: Morph) -> tuple[bool, int, int]:
    """A common root beats a rare one, a long root a short one, an ending a cut-off clitic."""
    hung_on = len(reading.clitic) + len(reading.particle)
    return reading.root in COMMON, len(reading.root), -hung_on


def _endings(word: str) -> Iterator[tuple[str, str, str]]:
    """The word with clitic and particle cut off in every possible way: (core, clitic, particle)."""
    yield word, "", ""
    stems = [(word, "")]
    for particle in PARTICLES:
        if word.endswith(particle) and len(word) > len(particle) + 2:
            stems.append((word[: -len(particle)], particle))
            yield stems[-1][0], "", particle
    for stem, particle in stems:
        for clitic in CLITICS:
            if stem.endswith(clitic) and len(stem) > len(clitic) + 2:
                yield stem[: -len(clitic)], clitic, particle


def _affixed(word: str) -> Iterator[tuple[str, str, str]]:
    """Every (root, prefix, suffix) that builds the word from a listed root."""
    for suffix in ("", *SUFFIXES):
        if suffix and not word.endswith(suffix):
            continue
        stem = word[: len(word) - len(suffix)]
        if len(stem) < 2:
            continue
        if suffix and stem in ROOTS:
            yield stem, "", suffix
        for prefix, rest in _unprefix(stem):
            if len(rest) >= 2 and suffix in _CIRCUMFIX[prefix] and rest in ROOTS:
                yield rest, prefix, suffix


def _unprefix(stem: str) -> Iterator[tuple[str, str]]:
    """Every (prefix, remainder) a stem can begin with, assimilation undone."""
    for prefix in _NASAL_PREFIXES:
        if stem.startswith(prefix):
            yield from ((prefix, rest) for rest in _denasal(stem[len(prefix) :]))
    for prefix, shape in _SHAPES_BY_LETTER.get(stem[0], ()):
        if not stem.startswith(shape):
            continue
        rest = stem[len(shape) :]
        # be- and te- stand only before r or a first syllable in -er (bekerja, terekam).
        if shape in ("be", "te") and not (rest[1:3] == "er" or rest.startswith("r")):
            continue
        yield prefix, rest


def _denasal(rest: str) -> Iterator[str]:
    for nasal, swallowed in _NASAL:
        if not rest.startswith(nasal):
            continue
        tail = rest[len(nasal) :]
        if not tail:
            continue
        for letter in swallowed:
            if letter and tail[0] not in _VOWELS:
                continue
            if not letter and nasal == "m" and tail[0] in _VOWELS:
                continue
            if not letter and nasal == "n" and tail[0] in _VOWELS:
                continue
            if letter or tail[0] in _NASAL_BEFORE[nasal]:
                yield letter + tail
    # Loan words and slips keep p, t, k, s: "mempengaruhi", "mentaati", "mensosialisasikan".
    for nasal, kept in (("m", "p"), ("n", "ts"), ("ng", "k")):
        if rest.startswith(nasal) and rest[len(nasal) : len(nasal) + 1] in tuple(kept):
            yield rest[len(nasal) :]
