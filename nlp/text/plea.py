"""Pleas to the superior: what should be said in the dialog, not written down (guideline 11)."""

from typing import NamedTuple

from nlp.text.clause import is_predicate
from nlp.text.word import Text

_ASKING = frozenset("mohon dimohon tolong kiranya sekiranya".split())
# Own steps, unless the superior is asked to act: "memohon arahan", "minta tolong Bu Kabag".
_OWN = frozenset(("memohon", "minta", "permohonan"))
_TITLES = frozenset(("bapak", "ibu", "pak", "bu", "beliau"))
_OFFICES = frozenset(
    (
        "pimpinan atasan kepala direktur sekretaris dirjen sekjen sesditjen menteri inspektur "
        "kabalai kasatker kabag kasubbag kasi kabid kapus karo wadir rektor"
    ).split()
)
_SUPERIOR = _TITLES | _OFFICES
# What may stand before the plea itself in its clause, beside the superior's name.
_POLITE = frozenset(
    (
        "dengan hormat kami saya besar harapan harap nyuwun izin maaf permisi kepada yth dapat ya "
        "untuk itu"
    ).split()
)
# Between the plea and the superior.
_LIGHT = frozenset(
    (
        "kiranya sekiranya dengan sangat hormat kepada perkenan kesediaan dukungan izin tolong "
        "bantuan persetujuan agar supaya bila berkenan yth"
    ).split()
)
_TO_ACT = frozenset("kiranya agar supaya untuk berkenan dapat bisa bersedia sudi".split())
_MORE = frozenset("tambah ada beli sedia beri ganti bantu kasih setuju".split())
_LONGEST_NAME, _LONGEST_OPENING = 6, 12
_AGREEMENT = frozenset(("setuju", "kenan", "putus", "izin"))


class Plea(NamedTuple):
    """A plea: its words ``[first, last]``, who is asked, and what is asked for.

    ``superior`` and ``deed`` are word ranges, None where the text does not name them.
    """

    first: int
    last: int
    superior: tuple[int, int] | None
    deed: tuple[int, int] | None


def find_plea(text: Text) -> Plea | None:
    """The first plea to a superior, or None.

    In: an analysed text. Out: None also for work on other people's pleas ("permohonan data dari
    balai"), for steps of one's own ("memohon arahan") and for pleas to others.
    """
    for i, word in enumerate(text.words):
        if word.norm not in _ASKING and word.norm not in _OWN:
            continue
        # "Mohon maaf" and "tolong menolong" ask for nothing.
        following = text.words[i + 1].morph.root if i + 1 < len(text.words) else ""
        if following in ("maaf", word.norm) or not _opens(text, i):
            continue
        superior = _superior_after(text, i)
        if word.norm in _OWN:
            if not _asks_to_act(text, i, superior):
                continue
        else:
            superior = superior or _superior_before(text, i)
        if superior is None and _asks_others(text, i):
            continue
        return _plea(text, i, superior)
    return None


def for_guidance(text: Text, plea: Plea) -> bool:
    """Whether only guidance is asked for, a step of one's own: "mohon arahan", "mohon koreksi"."""
    following = [
        word for word in text.words[plea.first + 1 : plea.first + 8] if word.norm.isalpha()
    ]
    asked = next((w for w in following if w.norm not in _LIGHT), None)
    agreement = any(word.morph.root in _AGREEMENT for word in following)
    guidance = ("arah", "tunjuk", "bimbing", "masuk", "koreksi", "saran", "reviu", "ajar")
    return asked is not None and not agreement and asked.morph.root in guidance


def _opens(text: Text, i: int) -> bool:
    """Whether nothing but politeness and a superior's name stands before the plea."""
    first = i
    while (
        i - first <= _LONGEST_OPENING and first > 0 and text.words[first - 1].norm not in ".!?;:,–-"
    ):
        first -= 1
    before = text.words[first:i]
    if all(word.norm in _POLITE for word in before):
        return True
    start = next((k for k, word in enumerate(before) if word.norm not in _POLITE), 0)
    return before[start].norm in _SUPERIOR and len(before) - start <= _LONGEST_NAME


def _superior_after(text: Text, i: int) -> tuple[int, int] | None:
    k = i + 1
    while k < len(text.words) and text.words[k].norm in _LIGHT:
        k += 1
    if k >= len(text.words) or text.words[k].norm not in _SUPERIOR:
        return None
    return k, _name_end(text, k)


def _superior_before(text: Text, i: int) -> tuple[int, int] | None:
    for k in range(i - 1, max(-1, i - _LONGEST_NAME - 1), -1):
        starts = text.words[k].norm in _SUPERIOR
        if starts and (k == 0 or text.words[k - 1].norm not in _SUPERIOR):
            last = i - 1
            while last > k and (text.words[last].norm in _POLITE | {","}):
                last -= 1
            return k, last
    return None


def _name_end(text: Text, k: int) -> int:
    """The last word of the superior's name: up to the act, a mark or a connector."""
    last = k
    while last + 1 < len(text.words) and last - k < _LONGEST_NAME:
        word = text.words[last + 1]
        mark = not word.norm[0].isalpha() and word.norm != "/"
        ends = mark or word.norm in _TO_ACT or word.norm == "terkait"
        if ends or is_predicate(text.words, last + 1) or _is_act(text, last + 1):
            break
        last += 1
    return last


def _is_act(text: Text, k: int) -> bool:
    """A bare verb, as people type to their superior: "pak kasatker tambah satu staf"."""
    word = text.words[k]
    acts = any(kind in ("upaya", "putusan") for kind, _ in word.lex.kinds)
    return (
        (acts or word.morph.root in _MORE) and not word.morph.prefix and word.morph.suffix != "an"
    )


def _asks_to_act(text: Text, i: int, superior: tuple[int, int] | None) -> bool:
    """Whether "memohon", "minta", "permohonan" is a plea that somebody act, or for more means."""
    following = text.words[i + 1] if i + 1 < len(text.words) else None
    if following is None:
        return False
    if text.words[i].norm == "minta":
        helped = following.norm == "tolong" and superior is not None
        passive = following.morph.prefix == "di" and following.morph.root in _MORE
        more = following.morph.root == "tambah"
        return i == 0 and (helped or passive or more)
    if superior is None:
        return False
    after = superior[1] + 1
    if after >= len(text.words):
        return False
    acts = is_predicate(text.words, after) or _is_act(text, after)
    return acts or text.words[after].norm in _TO_ACT


def _asks_others(text: Text, i: int) -> bool:
    """Whether a party that is no superior is asked: "mohon penyedia mengirim jadwal"."""
    near = range(i - 4, i + 3)
    return any(
        mark.kind == "aktor_luar" and mark.first in near and _doer(text, mark.first, i)
        for mark in text.marks
    )


def _doer(text: Text, at: int, plea: int) -> bool:
    return at == plea + 1 or (at < plea and text.clause_at(at) == text.clause_at(plea))


def _plea(text: Text, i: int, superior: tuple[int, int] | None) -> Plea:
    last = superior[1] if superior and superior[1] > i else i
    first_deed = last + 1
    while first_deed < len(text.words) and text.words[first_deed].norm in _TO_ACT | _POLITE:
        first_deed += 1
    end = len(text.words) - 1
    while end > first_deed and (
        text.words[end].norm in _TITLES | {"ya"} or not text.words[end].norm[0].isalnum()
    ):
        end -= 1
    deed = (first_deed, end) if first_deed <= end else None
    return Plea(i, max(i, last), superior, deed)
