"""A plea to the superior as a gap, as the employee's own step, or as brought to the dialog."""

from collections.abc import Iterator
from typing import NamedTuple

from nlp.morphology import active, analyse, nominal, verb_of
from nlp.rewriting.noun import noun_end
from nlp.rewriting.phrase import capitalised, piece
from nlp.text import Text
from nlp.text.clause import is_predicate
from nlp.text.plea import Plea, find_plea

# A title that names nobody without a name or an office behind it.
_BARE_TITLES = frozenset(("pak", "bu"))
_TITLES = frozenset(("bapak", "ibu", "pak", "bu"))
_OFFICES = frozenset(
    (
        "pimpinan atasan kepala direktur sekretaris dirjen sekjen sesditjen menteri inspektur "
        "kabalai kasatker kabag kasubbag kasi kabid kapus karo wadir rektor"
    ).split()
)
_POLITE = frozenset(
    (
        "kiranya dapat bisa berkenan agar supaya untuk bapak ibu pak bu dengan sangat hormat ya "
        "lah dong nih sih deh kak mbak mas lebih "
        "perkenan kesediaan bantu tolong"
    ).split()
)
# Acts of giving: what is needed is the thing, not its giving.
_GIVING = frozenset("sedia beri beli belanja ada bantu kasih".split())
# What is asked for and cannot be a need: an answer of the superior.
_ANSWERS = frozenset("persetujuan izin arahan petunjuk bimbingan keputusan dukungan".split())
_PRIVATE = frozenset("erti maklum sabar solusi".split())
_SHORTAGES = frozenset("cuma hanya habis penuh sendiri sendirian keteteran tergeletak".split())
_TROUBLE = ("masalah", "kesulitan")
# What the superior gives while the employee acts: "persetujuan Ibu untuk membeli".
_CONSENTS = frozenset(("persetujuan", "dukungan"))
_JOINING = frozenset(("ikut", "ikutserta", "ikut serta", "serta"))
_PASSIVES = ("di", "diper", "diber")


class _Asked(NamedTuple):
    """What is asked for: who is asked, the words of the deed, the reason given for it."""

    who: str
    first: int
    last: int
    reason: str


def need(text: Text) -> Iterator[str]:
    """What a plea is about, as a gap: sentences for a topik, none where nothing is asked for."""
    plea = find_plea(text)
    if plea is None:
        return
    asked = _asked(text, plea)
    thing = needed(text, asked.first, asked.last)
    if not thing or thing in _ANSWERS:
        if asked.reason:
            yield asked.reason
        elif asked.first < asked.last and not thing:
            deed = piece(text, asked.first, asked.last)
            yield f"Kebutuhan agar {deed} belum terpenuhi karena [kendala]"
        return
    opening = thing.split(" ")[0]
    named = verb_of(opening)
    answer = opening in _ANSWERS
    built = analyse(opening)
    act = opening == "keikutsertaan" or (
        bool(named)
        and (built.prefix in ("pe", "per") or opening.endswith("si"))
        and built.root not in ("tambah", "ada")
    )
    if answer:
        gap = f"{thing} belum diperoleh"
    else:
        gap = f"{thing} belum terlaksana" if act else f"Kebutuhan {thing} belum terpenuhi"
    if asked.reason:
        yield f"{gap}, padahal {asked.reason}"
        yield asked.reason
    if act:
        yield f"{thing} masih terkendala [kendala]"
    yield f"{gap} karena [kendala]"
    if not act and not answer:
        yield f"{thing} belum tersedia karena [kendala]"
    yield f"Pemenuhan kebutuhan {thing} masih terkendala [kendala]"


def rewrite_plea(text: Text, plea: Plea) -> Iterator[str]:
    """Candidate rewrites of an RTL that pleads, in the order they are thought of.

    In: the analysed RTL and its plea. Out: sentences that bring the same thing, and what speaks
    for it, to the dialog.
    """
    asked = _asked(text, plea)
    who = asked.who or "[nama]"
    opener = text.words[asked.first] if asked.first <= asked.last else None
    thing = needed(text, asked.first, asked.last)
    if opener is None or not thing:
        if asked.reason:
            yield f"Menyampaikan kepada {who} dalam dialog bahwa {asked.reason}"
        return
    sought = text.words[plea.first + 1].norm
    if plea.superior and plea.superior[0] > plea.first + 1 and sought in _CONSENTS:
        yield f"Meminta {piece(text, plea.first + 1, asked.last)} dalam dialog"
        return
    for_it = f" karena {asked.reason}" if asked.reason else ""
    deed = f"{opener.norm} {piece(text, asked.first + 1, asked.last)}".strip()
    said = verb_of(opener.norm)
    if said and said[1] == "active":
        deed = f"{active(said[0])} {piece(text, asked.first + 1, asked.last)}".strip()
    if said and said[1] == "command" and thing.split(" ")[0] != opener.norm:
        deed = f"{active(said[0])} {piece(text, asked.first + 1, asked.last)}"
        yield f"Mengusulkan dalam dialog agar {who} {deed}{for_it}"
    elif opener.lex.verb and opener.morph.prefix not in _PASSIVES:
        yield f"Mengusulkan dalam dialog agar {who} {deed}{for_it}"
    elif opener.lex.verb:
        yield f"Mengusulkan kepada {who} dalam dialog agar {deed}{for_it}"
    if thing.split(" ")[0] in _ANSWERS and not said:
        named = any(text.words[i].norm in _TITLES for i in range(asked.first, asked.last + 1))
        to = "" if named and not asked.who else f" kepada {who}"
        yield f"Meminta {thing}{to} dalam dialog{for_it}"
        yield f"Menyiapkan bahan permintaan {thing}{to}"
        return
    yield f"Mengusulkan {thing} kepada {who} dalam dialog{for_it}"
    yield f"Menyiapkan data kebutuhan {thing} sebagai bahan dialog dengan {who}"
    if opener.lex.verb:
        yield f"Menyiapkan bahan usulan kepada {who} agar {deed}"


def rewrite_pleading_hasil(text: Text, plea: Plea) -> Iterator[str]:
    """A hasil that pleads, as what is there once the dialog has been held."""
    asked = _asked(text, plea)
    thing = needed(text, asked.first, asked.last)
    if thing:
        yield f"Tersedia [bukti] tentang {thing} yang disepakati dalam dialog"
        yield f"Kebutuhan {thing} terpenuhi, ditunjukkan dengan [bukti]"


def needed(text: Text, first: int, last: int) -> str:
    """What is asked for as a noun: "menambah petugas" and "ditambah petugas" → penambahan …"""
    if first > last or text.words[first].morph.root in _PRIVATE:
        return ""
    if text.words[first].morph.root in _JOINING:
        rest = piece(text, first + 1, last)
        return f"keikutsertaan dalam {rest}" if rest else ""
    said = verb_of(text.words[first].norm)
    noun = nominal(said[0]) if said and said[1] in ("active", "passive", "command") else None
    if noun is not None:
        if first < last and is_predicate(text.words, first + 1):
            return needed(text, first + 1, last)
        given = text.words[first].morph.root in _GIVING
        thing = piece(text, first + 1, last)
        return thing if given and thing else f"{noun} {thing}".strip()
    if is_predicate(text.words, first):
        return ""
    end = noun_end(text, first, last)
    for i in range(first + 1, last + 1):
        if text.words[i].morph.prefix not in _PASSIVES or not is_predicate(text.words, i):
            continue
        if text.words[i].morph.root in _JOINING and i < last:
            return f"keikutsertaan dalam {piece(text, i + 1, last)}"
        later = verb_of(text.words[i].norm)
        given = text.words[i].morph.root in _GIVING
        if i <= end or not (given or (later and nominal(later[0]))):
            continue
        done = "" if given or not later else nominal(later[0])
        return f"{done} {piece(text, first, i - 1)}".strip()
    told = any(is_predicate(text.words, i) for i in range(end + 1, last + 1))
    return "" if told and end < last else piece(text, first, last)


def _asked(text: Text, plea: Plea) -> _Asked:
    first, last = plea.deed or (plea.last + 1, len(text.words) - 1)
    while first <= last and text.words[first].norm in _POLITE | {","}:
        first += 1
    stop = [
        c.first - 1
        for c in text.clauses
        if first < c.first <= last and c.kind not in ("relative", "purpose", "time")
    ]
    listed = noun_end(text, first, last)
    mark = [
        i - 1
        for i in range(first + 1, last + 1)
        if text.words[i].norm in ".;:"
        or (text.words[i].norm == "," and (i > listed or _hurts(text, i + 1, listed)))
    ]
    end = min([*stop, *mark, last])
    superior, end = _addressee(text, plea, first, end)
    who = _name(text, *superior) if superior else ""
    return _Asked(who, first, end, _reason(text, end))


def _addressee(text: Text, plea: Plea, first: int, last: int) -> tuple[tuple[int, int] | None, int]:
    """Who is asked, and where what is asked for ends without a call at its end ("…, pak")."""
    while last > first and text.words[last].norm in _POLITE:
        last -= 1
    call = last
    while call > first and _title(text, call):
        call -= 1
    called = call < last and text.words[call + 1].norm in _TITLES
    if called:
        return plea.superior or (call + 1, last), call
    return plea.superior, last


def _title(text: Text, i: int) -> bool:
    word = text.words[i]
    written = text.raw[word.start : word.end].lower()
    return bool({word.norm, written} & (_OFFICES | _TITLES))


def _name(text: Text, first: int, last: int) -> str:
    """The superior as written, the form of address with its capital; empty for a bare title."""
    if first == last and text.words[first].norm in _BARE_TITLES:
        return ""
    if text.words[first].norm not in _TITLES:
        return piece(text, first, last)
    spans: dict[tuple[int, int], str] = {}
    for word in text.words[first : last + 1]:
        said = text.raw[word.start : word.end]
        title = word.norm if word.norm in _TITLES else said
        spans.setdefault((word.start, word.end), title if said == "/" else capitalised(title))
    return " ".join(spans.values()).replace(" / ", "/")


def _reason(text: Text, after: int) -> str:
    """The trouble a plea gives as its reason: "…, karena jadwal sering lewat"; else empty."""
    end = len(text.words) - 1
    for clause in text.clauses:
        if clause.kind == "cause" and clause.first > after:
            told = _told(text, clause.first + 1, end)
            weighed = text.words[clause.first].norm == "mengingat"
            return told if not weighed or _hurts(text, clause.first + 1, end) else ""
    comma = next((i for i in range(after + 1, end) if text.words[i].norm in ",;."), None)
    if comma is None:
        return ""
    return _told(text, comma + 1, end) if _hurts(text, comma + 1, end) else ""


def _told(text: Text, first: int, last: int) -> str:
    """What is told from word ``first``; empty where it only goes on with the thing asked for."""
    opener = text.words[first].norm
    return "" if opener in ("yang", "agar", "untuk") else piece(text, first, last)


def _hurts(text: Text, first: int, last: int) -> bool:
    """Whether a trouble is told: one that is named, a lack, a denial, a shortage."""
    named = any(m.kind in _TROUBLE and first <= m.first <= last for m in text.marks)
    words = text.words[first : last + 1]
    return (
        named
        or any(text.negated[i] >= 0 for i in range(first, last + 1))
        or any(word.norm in _SHORTAGES for word in words)
    )
