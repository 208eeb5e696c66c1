"""Build the forms of an Indonesian verb: the way back from :func:`analyse`.

A verb is named by its base, which is what a command says and what follows di-: "susun",
"serahkan", "perbaiki", "tindak lanjuti"; verbs that know no di- are named by themselves:
"berkoordinasi", "hadir". So the bare imperative is the base.

Source: Alwi et al., *Tata Bahasa Baku Bahasa Indonesia* (ch. 4 and 7, nasal assimilation); KBBI
for what is lexical, which stands in ``verbs.txt``; EYD V (I.B) for compounds, which join only
between a prefix and a suffix: "menindaklanjuti", but "bekerja sama".
"""

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Literal

from nlp.morphology.analyse import analyse

Voice = Literal["active", "passive", "attained", "noun", "command"]

_VOWELS = frozenset("aiueo")
_NASAL = {
    **dict.fromkeys("bfpv", "m"),
    **dict.fromkeys("cdjtz", "n"),
    **dict.fromkeys("aiueoghkqx", "ng"),
    "s": "ny",
}
_SWALLOWED = frozenset("kpts")
# Inherited roots whose first syllable ends in -er; loans keep the r: "bersertifikat".
_BE_ROOTS = frozenset("kerja ternak terbang serta pergi".split())
_SHORTEST_SI_LOAN = 6
# Prepositions and quantifiers that look like verbs in me- and ber-.
_NO_VERBS = frozenset("mengenai menurut melalui bersama berikut berbagai berupa berkat".split())


def _load_verbs() -> dict[str, dict[str, str]]:
    """Base → its lexical forms; the format is told at the head of ``verbs.txt``."""
    verbs = {}
    for line in (files("nlp.morphology") / "verbs.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            base, *fields = line.split(" ; ")
            verbs[base] = {key: form for key, _, form in (f.partition(" ") for f in fields)}
    return verbs


VERBS = _load_verbs()


def active(base: str) -> str:
    """The active: "menyusun", "mengoordinasikan", "memperbaiki", "berkoordinasi", "hadir".

    In: a base, lower case. A base that is not listed is taken to be regular. Never raises.
    """
    return _lexical(base, "me") or (base if _stands(base) else _nasal("me", _solid(base), base))


def passive(base: str) -> str | None:
    """The di- passive: "disusun", "ditindaklanjuti"; None for a verb without object."""
    return None if _stands(base) else "di" + _solid(base)


def attained(base: str) -> str | None:
    """The state reached: "tersusun", "terevisi", "meningkat"; None where KBBI knows none in use.

    Verbs in per- take none but the listed ("terperbaiki").
    """
    if "ter" in VERBS.get(base, {}):
        return _lexical(base, "ter")
    if _stands(base) or _is_per(base):
        return None
    return ("te" if base.startswith("r") else "ter") + _solid(base)


def nominal(base: str) -> str | None:
    """The noun of the deed: "penyusunan", "perbaikan", "verifikasi", "keterlambatan".

    Loans in -si are such nouns already. None where the language has no noun for it ("mendapatkan").
    """
    if "noun" in VERBS.get(base, {}):
        return _lexical(base, "noun")
    if _stands(base):
        return None
    stem = _stem(base)
    if stem.endswith("si") and len(stem) >= _SHORTEST_SI_LOAN:
        return stem
    return f"{stem}an" if _is_per(base) else _nasal("pe", f"{stem}an", base)


def with_ber(root: str) -> str:
    """A root with ber-: "berkoordinasi"; be- before r and in "bekerja"; "belajar"."""
    if root == "ajar":
        return "belajar"
    short = root.startswith("r") or root.partition(" ")[0] in _BE_ROOTS
    return ("be" if short else "ber") + root


def verb_of(word: str) -> tuple[str, Voice] | None:
    """The base a word of a text belongs to, and which form of it the word is.

    In: a word as written in lower case, or a listed phrase: "menyusun", "penyusunannya", "kerja
    sama". Out: ("susun", "active"), ("susun", "noun"), …; "command" is the bare base. Where two
    verbs share a form the first in ``verbs.txt`` wins. None for what is no form of a verb; an
    unlisted noun or ter- is none either: "pengasahan" may be of asah or asahkan, "terbaik" is a
    superlative. Never raises.
    """
    morph = analyse(word)
    found = _forms().get(word) or _forms().get(morph.base)
    if found or word in _NO_VERBS or not morph.known or morph.suffix == "an":
        return found
    stem = morph.root + morph.suffix
    verbs: dict[str, tuple[str, Voice]] = {
        "me": (stem, "active"), "memper": (f"per{stem}", "active"),
        "di": (stem, "passive"), "diper": (f"per{stem}", "passive"),
        "ber": (morph.base, "active"),
    }  # fmt: skip
    return verbs.get(morph.prefix)


@cache
def _forms() -> dict[str, tuple[str, Voice]]:
    """Every form of every listed verb → base and voice."""
    voices: tuple[tuple[Voice, Callable[[str], str | None]], ...] = (
        ("active", active),
        ("passive", passive),
        ("attained", attained),
        ("noun", nominal),
        ("command", str),
    )
    forms: dict[str, tuple[str, Voice]] = {}
    for voice, form_of in voices:
        for base in VERBS:
            form = form_of(base)
            if form:
                forms.setdefault(form, (base, voice))
    return forms


def _lexical(base: str, form: str) -> str | None:
    """What ``verbs.txt`` says of a form; None where it says nothing, or that there is none."""
    listed = VERBS.get(base, {}).get(form)
    return None if listed == "-" else listed


def _stands(base: str) -> bool:
    """Whether a verb is used as it stands: listed as such, or in ber-/me- ("berinovasi")."""
    if base in VERBS:
        return "stands" in VERBS[base]
    morph = analyse(base.split(" ")[0])
    return morph.prefix in ("ber", "me") and morph.suffix == ""


def _suffix(base: str) -> str:
    """-kan or -i at the end of a base; "verifikasi" has none."""
    suffix = analyse(base.split(" ")[-1]).suffix
    return suffix if suffix in ("kan", "i") else ""


def _solid(base: str) -> str:
    """The base as a prefix finds it: a compound closes up only when a suffix holds it too."""
    return base.replace(" ", "") if _suffix(base) else base


def _stem(base: str) -> str:
    """The base without its suffix, closed up, as pe-…-an finds it."""
    return base.replace(" ", "").removesuffix(_suffix(base))


def _is_per(base: str) -> bool:
    """Whether a base begins with the prefix per- (pel- in "pelajari"), not with a root in p."""
    return analyse(base).prefix in ("per", "pe")


def _nasal(prefix: str, word: str, base: str) -> str:
    """me- or pe- before a word: "menyusun", "penyusunan"; k, p, t, s go before a vowel."""
    if sum(letter in _VOWELS for letter in _stem(base)) == 1:
        return f"{prefix}nge{word}"
    first, cluster = word[:1], word[1:2] not in _VOWELS
    if first == "s" and cluster:
        return f"{prefix}n{word}"
    # KBBI: the p of pr- stays in "memproses" and goes in "pemrosesan".
    goes = word.startswith("pr") if prefix == "pe" and cluster else not cluster
    kept = _is_per(base) or first not in _SWALLOWED or not goes
    return prefix + _NASAL.get(first, "") + (word if kept else word[1:])
