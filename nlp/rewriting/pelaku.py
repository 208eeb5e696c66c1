"""Whom a step speaks of instead of the employee, and what it would have them do."""

import re
from typing import NamedTuple

from nlp.morphology import active, verb_of, with_ber
from nlp.rewriting.phrase import piece
from nlp.text import Text
from nlp.text.clause import CONNECTORS, NEGATORS, is_predicate

# Words between the doer and the act that belong to neither.
_BETWEEN = frozenset(
    "sebaiknya hendaknya akan wajib harus segera dapat bisa agar supaya diharapkan diharap mohon "
    "kiranya tolong dong perlu mau semoga dimohon saling berkenan bersedia sudah telah".split()
)
_KEPT = frozenset(("saling", "mau"))
_MORE = frozenset(("lebih", "makin", "semakin", "kian"))
# Those one proposes to, and prepares decisions for, rather than writes to.
_SUPERIORS = frozenset(
    "pimpinan atasan kepala direktur sekretaris menteri dirjen sekjen kasatker inspektur "
    "sesditjen bapak ibu pak bu kabalai kabag karo kapus kasubdit kasubbag kabid bos "
    "bos-bos".split()
)
_SPOKEN = re.compile(r"ng\w+|ny\w+|\w+in$|me-")
_PLEAS = frozenset("semoga mohon harap tolong kiranya agar supaya".split())
_NOT_PARTIES = frozenset(
    "aktor_diri bukti benda peristiwa upaya pokok_mutu ukuran masalah batin mutu puji".split()
)
_STATES = frozenset("mutu batin tren puji".split())
_THINGS = frozenset("bukti benda peristiwa pokok_mutu ukuran aktor_luar".split())
_ACTIVE = frozenset(("me", "memper", "member", "ber"))
_ADVERBS = frozenset(
    "mulai terus dengan hormat lebih tetap rutin langsung sering selalu senantiasa".split()
)
_NO_PARTY = _BETWEEN | _MORE | _ADVERBS | NEGATORS | CONNECTORS.keys()
_HANGS_ON = frozenset("yang kapan minggu pekan bulan setiap pada".split())
_WORK = "kerja"
_OF_WORK = frozenset("rekan satuan tim kelompok mitra unit tenaga".split())
_LONGEST = 9
_SOON = 5


class Wish(NamedTuple):
    """Who is wished to do what: "setiap bidang", "mengirim data".

    ``stance`` where the deed is no act but how somebody is to be ("lebih kooperatif").
    """

    who: str
    deed: str
    stance: bool


def opening_wish(text: Text, end: int) -> Wish | None:
    """The wish of a text that opens with a party the analysis does not know ("Taspen bayar …")."""
    start = 0
    while start < end and text.words[start].norm in _PLEAS:
        start += 1
    head = start + 1 if text.words[start].norm.isdigit() and start < end else start
    opener = text.words[head]
    if opener.norm in _ADVERBS:
        return None
    said = verb_of(opener.norm)
    verbal = said is not None and said[1] != "noun"
    person = opener.morph.prefix == "pe" and not opener.morph.suffix
    named = not verbal and (opener.morph.prefix == "" or person)
    if not opener.norm[0].isalpha() or not (named or _is_party(text, head)):
        return None
    return wish_at(text, start, end)


def wish_at(text: Text, start: int, end: int) -> Wish | None:
    """The wish whose doer begins at word ``start``, up to word ``end``; None where it is none."""
    if not _is_party(text, start):
        kinds = {m.kind for m in text.marks if m.first == start}
        taken = text.words[start].norm in _NO_PARTY or is_predicate(text.words, start)
        if taken or kinds & _NOT_PARTIES:
            return None
    first = _deed_at(text, start, end)
    if first < 0:
        return None
    selves = any(start < m.first < first for m in text.find("aktor_diri"))
    if selves or any(loose(text, i) for i in range(start, first)):
        return None
    who, deed = piece(text, start, first - 1), bidden(text, first, end)
    return Wish(who, deed, _is_stance(text, first, end)) if who and deed else None


def bidden(text: Text, first: int, end: int) -> str:
    """What somebody is asked to do, its first verb in full: "kumpulkan" → "mengumpulkan"."""
    while first <= end and text.words[first].norm in _BETWEEN - _KEPT:
        first += 1
    if first > end:
        return ""
    if text.words[first].norm == "jangan":
        return f"tidak {piece(text, first + 1, end)}"
    if text.words[first].norm == _WORK:
        return with_ber(piece(text, first, end))
    more = text.words[first].norm if text.words[first].norm in _MORE else ""
    said = verb_of(text.words[first].norm)
    bare = not text.words[first].morph.prefix and said is not None and said[1] == "command"
    if said and bare and not (first == end and not text.words[first].lex.verb):
        return f"{active(said[0])} {piece(text, first + 1, end)}".strip()
    phrase = piece(text, first, end)
    return f"{more} {phrase}".strip() if phrase else ""


def party(text: Text, first: int, last: int) -> str:
    """The name of a party, without the time or the clause that hangs on it."""
    for i in range(first + 1, last + 1):
        if text.words[i].norm in _HANGS_ON:
            return piece(text, first, i - 1)
    return piece(text, first, last)


def superior(who: str) -> bool:
    """Whether one proposes to them, and does not write to them as to others."""
    return bool(set(who.lower().split()[:3]) & _SUPERIORS)


def _deed_at(text: Text, start: int, end: int) -> int:
    """The first word of the deed, or of what stands between it and its doer; -1 for none."""
    related = False
    for i in range(start + 1, end + 1):
        word, before = text.words[i], text.words[i - 1].norm
        if word.norm in _BETWEEN | _MORE | NEGATORS and before != "yang":
            return i
        party_before = any(m.last == i - 1 for m in text.find("aktor_luar"))
        if word.norm == _WORK and party_before and before not in _OF_WORK:
            return i
        if word.norm == "yang":
            related = True
        if related:
            continue
        if word.norm != "&" and not word.norm[0].isalnum() and word.norm not in "()/-–":
            return -1
        if word.norm in CONNECTORS or i - start > _LONGEST:
            return -1
        if _acts(text, i, end) or _states(text, i):
            return i
    return -1


def _acts(text: Text, i: int, end: int) -> bool:
    word = text.words[i]
    if is_predicate(text.words, i) and word.morph.prefix in _ACTIVE:
        return True
    if any(m.first <= i <= m.last for m in text.find(*_THINGS)) or i == end:
        return False
    said = verb_of(word.norm)
    if said is None or said[1] != "command" or word.morph.prefix:
        return False
    later = range(i + 1, min(i + _SOON, end) + 1)
    return not any(
        is_predicate(text.words, k) and text.words[k].morph.prefix in _ACTIVE for k in later
    )


def _is_party(text: Text, i: int) -> bool:
    return any(m.first == i and m.kind == "aktor_luar" for m in text.marks)


def loose(text: Text, i: int) -> bool:
    """Whether a word is an act as people say it, and no part of a name: "laporin", "ngetes"."""
    word = text.words[i]
    return not word.morph.known and bool(_SPOKEN.match(word.norm))


def _states(text: Text, i: int) -> bool:
    named = text.raw[text.words[i].start].isupper() and not text.raw.isupper()
    return not named and any(m.first == i and m.kind in _STATES for m in text.marks)


def _is_stance(text: Text, first: int, end: int) -> bool:
    while first < end and text.words[first].norm in _BETWEEN:
        first += 1
    word = text.words[first]
    if word.norm in _MORE | NEGATORS or (word.morph.prefix == "ber" and word.lex.verb):
        return True
    if is_predicate(text.words, first) and word.morph.prefix:
        return False
    quality = any(m.first == first and m.kind in _STATES for m in text.marks)
    return quality or not (is_predicate(text.words, first) or verb_of(word.norm))
