"""A link of the chain written anew from the link before it (guidelines 10 and 14)."""

from collections.abc import Iterator

from nlp.morphology import verb_of
from nlp.rewriting.measure import measures, named
from nlp.rewriting.noun import noun_end, whole_noun
from nlp.rewriting.parts import Parts, parts_of
from nlp.rewriting.phrase import piece
from nlp.text import Text
from nlp.text.clause import is_predicate

_LONGEST = 16
_ACTIVE = frozenset(("me", "memper", "member"))
_GAPS = frozenset("masalah kendala hambatan persoalan kasus keluhan".split())
# Nouns that name a gap themselves: "keterlambatan", "kesenjangan", "rendahnya".
_GAP_KINDS = frozenset(("masalah", "belum"))
_STOPS = frozenset((",", ";", ".", "–", ":"))
_TURNS = frozenset("main contrast cause result concession condition".split())
_NOUN_MAKERS = frozenset(("pe", "per", "pember"))


def rewrite_link(link: str, earlier: Text, later: Text) -> Iterator[str]:
    """Candidates for the later end of a broken link, about what the earlier end is about.

    In: the link's name, its earlier and later text. Out: the gap mended, a step against the gap,
    or the measure that fits the step; the deadline of the later text stays. Nothing where the
    earlier end says nothing that can be named.
    """
    own, when = parts_of(earlier), parts_of(later).time
    if link == "rtl-indikator":
        yield from measures(own, when)
        yield f"Tersedia [bukti] hasil {named(own)} {when}"
        yield f"Tersusun [jumlah] laporan {named(own)} {when}"
        return
    work, gap = _work(earlier, own), _gap(earlier, own)
    if link == "topik-hasil":
        if work:
            yield f"Tersedia [bukti] hasil tindak lanjut {work}"
        elif gap:
            yield f"{gap} teratasi, ditunjukkan dengan [bukti]"
            yield f"Tersedia [bukti] yang menunjukkan {gap} sudah tertangani"
    elif work:
        yield f"Menyusun [bukti] tindak lanjut {work} bersama [nama] {when}"
        yield f"Menyusun [bukti] untuk mendukung {work} {when}"
    elif gap:
        yield f"Menyusun [bukti] untuk mengatasi {gap} {when}"
        yield f"Menyusun [bukti] tentang penyebab {gap} bersama [nama] {when}"


def _last(text: Text, own: Parts) -> int:
    """The last word of the first thing a topik says."""
    first = next((c for c in text.clauses if c.kind == "main"), None)
    stops = [
        c.first - 1 for c in text.clauses if first and c.first > first.last and c.kind in _TURNS
    ]
    last = min([own.end, *stops])
    marks = [i - 1 for i in range(1, last + 1) if text.words[i].norm in _STOPS]
    return min([last, *marks])


def _work(text: Text, own: Parts) -> str:
    """A topik that only names work: "pelatihan senam", "menyusun laporan" → penyusunan laporan."""
    last = _last(text, own)
    opener = text.words[0]
    if opener.morph.prefix in _ACTIVE and is_predicate(text.words, 0):
        noun = own.object and own.act and own.voice == "active"
        return piece(text, own.at + 1, last) if noun else ""
    foreign = opener.norm.endswith("isasi")
    if any(m.kind in _GAP_KINDS and foreign <= m.first <= last for m in text.marks):
        return ""
    if any(text.negated[i] >= 0 for i in range(last + 1)):
        return ""
    paper = any(m.first == 0 and m.kind == "bukti" for m in text.marks)
    if paper and not opener.norm.endswith("asi"):
        return ""
    said = verb_of(opener.norm)
    named = opener.morph.prefix in _NOUN_MAKERS and opener.morph.suffix == "an"
    event = any(m.first == 0 and m.kind in ("peristiwa", "upaya") for m in text.marks)
    if not named and not event and not foreign and not (said and said[1] == "noun"):
        return ""
    return whole_noun(text, 0, last)


def _gap(text: Text, own: Parts) -> str:
    """What is wrong, as a noun: "kasus X", "masalah surat masuk yang nyasar"."""
    last = _last(text, own)
    if last >= _LONGEST:
        return ""
    if any(m.first == 0 and m.kind in _GAP_KINDS for m in text.marks) or _lacks(text):
        return piece(text, 0, last)
    end = noun_end(text, 0, last)
    if end < 0:
        return ""
    thing = piece(text, 0, end)
    problem = thing if text.words[0].norm in _GAPS else f"masalah {thing}"
    if end == last:
        return problem
    following = text.words[end + 1]
    party = any(m.first == 0 and m.kind in ("aktor_luar", "aktor_diri") for m in text.marks)
    if party and is_predicate(text.words, end + 1) and following.morph.prefix in (*_ACTIVE, ""):
        return ""
    rest = piece(text, end + 1, last)
    if following.norm == "tanpa":
        return f"{problem} {rest}"
    return f"{problem} yang {rest}" if rest else ""


def _lacks(text: Text) -> bool:
    """A topik that opens with its gap: "belum optimalnya …", "rendahnya …", "kurangnya …"."""
    opener = text.words[0]
    return opener.norm in ("belum", "kurang") or opener.morph.clitic == "nya"
