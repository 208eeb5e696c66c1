"""Recognisable forms of a vague hasil."""

from collections.abc import Iterator

from nlp.morphology import attained, nominal, passive
from nlp.rewriting.indikator import moved
from nlp.rewriting.measure import kind_of
from nlp.rewriting.noun import bare_thing, hoped, names_nothing, noun_end, noun_phrase, shown
from nlp.rewriting.parts import Parts, noun_of, parts_of
from nlp.rewriting.phrase import piece
from nlp.rewriting.rantai import rewrite_link
from nlp.text import Mark, Text

_OPENING, _LATEST_TREND = 2, 9
_FALLING = frozenset("turun kurang susut tekan".split())
_MOVING = frozenset("tingkat naik tambah tumbuh".split()) | _FALLING
_ABILITY = frozenset("mampu mahir terampil cakap kompeten pandai lihai fasih bisa dapat".split())


def rewrite_hasil(text: Text, topik: Text | None = None) -> Iterator[str]:
    """Candidate rewrites of one hasil, in the order they are thought of.

    In: the analysed hasil and the topik of its form, where there is one. Out: sentences: what is
    made is known by its being there, an event by what it leaves behind, learning by its resume, an
    ability by its work, a trend by its two points, a quality by its value; a bare judgement takes
    its subject from the topik; anything else is known by its proof.
    """
    own = parts_of(text)
    if not own.whole:
        return
    if topik is not None and names_nothing(text, own.end):
        yield from rewrite_link("topik-hasil", topik, text)
    yield from _by_act(own)
    for head in text.marks:
        if head.first > (_LATEST_TREND if head.kind == "tren" else _OPENING):
            continue
        found = list(_by_head(text, head, own))
        if found:
            yield from found
            break
    start = hoped(text)
    whole = piece(text, start, len(text.words) - 1)
    single = own.end == 0 or (start == 0 and " " not in whole)
    if not single and (noun_end(text, start, own.end) >= start or not names_nothing(text, own.end)):
        yield f"{whole}, ditunjukkan dengan [bukti]"
    opens_aside = text.words[0].norm in ("dengan", "setelah", "melalui")
    what = shown(text, len(text.words) - 1) if not start and not opens_aside else ""
    if what:
        yield f"Tersedia [bukti] {what}"
    thing = _about(text, own)
    if " " in thing and not start:
        yield f"Tersusun [bukti] tentang {thing} yang disetujui [nama]"


def _about(text: Text, own: Parts) -> str:
    """What the hasil is about: of what comes to be its noun ("peningkatan disiplin pegawai")."""
    noun = noun_of(own) if own.voice in ("active", "attained") and own.at == 0 else ""
    if noun:
        thing = noun_phrase(text, 1, own.end)
        return f"{noun} {thing}" if thing else ""
    return bare_thing(text, own.end)


def _by_act(own: Parts) -> Iterator[str]:
    kind = kind_of(own)
    judged = own.voice == "noun" and noun_end(own.text, own.at, own.end) < own.end
    if not own.object or judged:
        return
    if kind == "writing":
        state = attained(own.act) or passive(own.act)
        yield f"{own.object} {state} dan disetujui [nama]"
        yield f"{own.object} {state} dan disampaikan kepada [nama]"
    elif kind == "learning":
        yield f"Tersusun resume {_learnt(own.object)} yang disampaikan kepada [nama]"
    elif kind == "training":
        yield f"Tersedia sertifikat {own.object} dan [bukti] penerapannya"
    elif kind in ("watching", "serving", "telling", "meeting") and own.voice == "active":
        noun = nominal(own.act)
        if noun:
            yield f"Tersedia [bukti] hasil {noun} {own.object}"


def _learnt(thing: str) -> str:
    """What is learnt, without who learns it: "6 petugas terhadap SOP siaga" → SOP siaga."""
    for word in (" terhadap ", " tentang ", " mengenai ", " atas "):
        thing = thing.rpartition(word)[2]
    return thing


def _by_head(text: Text, head: Mark, own: Parts) -> Iterator[str]:
    name = bare_thing(text, own.end, head.first)
    root = text.words[head.first].morph.root
    carried = head.first == 1 and text.words[0].morph.clitic == "nya"
    if head.kind == "peristiwa" and (head.first == 0 or carried) and " " in name:
        yield f"Tersedia [bukti] hasil {name}"
    elif head.kind == "pokok_mutu" and head.first == 0 and name:
        yield f"Nilai {name} mencapai [nilai] berdasarkan [bukti]"
    elif head.kind == "ukuran" and head.first == 0 and name:
        yield f"{name} mencapai [target]"
        yield f"{name} mencapai [target] berdasarkan [bukti]"
    elif head.kind == "tren" and root in _MOVING:
        thing = moved(text, head, own.end)
        movement = "turun" if root in _FALLING else "naik"
        if thing:
            yield f"{thing} {movement} dari [awal] menjadi [target]"
            if thing.split(" ")[0] in ("mutu", "kualitas", "kinerja", "kepuasan", "kepatuhan"):
                yield f"Nilai {thing} {movement} dari [awal] menjadi [target]"
            yield f"Nilai {thing} mencapai [target] berdasarkan [bukti]"
    elif head.kind == "batin" and text.words[head.first].norm in _ABILITY:
        work = piece(text, head.last + 1, own.end)
        if work:
            yield f"Tersedia [bukti] hasil praktik {work}"
