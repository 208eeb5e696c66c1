"""Recognisable forms of a vague hasil."""

from collections.abc import Iterator

from nlp.morphology import attained, nominal, passive
from nlp.rewriting.measure import kind_of
from nlp.rewriting.parts import Parts, parts_of, title
from nlp.rewriting.phrase import piece
from nlp.text import Mark, Text

_OPENING = 2
_FALLING = frozenset("turun kurang susut tekan".split())
_MOVING = frozenset("tingkat naik tambah tumbuh".split()) | _FALLING
_ABILITY = frozenset("mampu mahir terampil cakap kompeten pandai lihai fasih bisa dapat".split())


def rewrite_hasil(text: Text) -> Iterator[str]:
    """Candidate rewrites of one hasil, in the order they are thought of.

    In: the analysed hasil. Out: sentences: what is made is known by its being there, an event by
    what it leaves behind, learning by its resume, an ability by its work, a trend by its two
    points, a quality by its value; anything else by its proof.
    """
    own = parts_of(text)
    if not own.whole:
        return
    yield from _by_act(own)
    for head in text.marks:
        if head.first > _OPENING:
            break
        found = list(_by_head(text, head, own))
        if found:
            yield from found
            break
    yield f"{own.whole}, ditunjukkan dengan [bukti]"
    yield f"Tersedia [bukti] tentang {own.whole}"
    yield f"Tersedia [bukti] yang menunjukkan {own.whole}"


def _by_act(own: Parts) -> Iterator[str]:
    kind = kind_of(own)
    if not own.object:
        return
    if kind == "writing":
        state = attained(own.act) or passive(own.act)
        yield f"{own.object} {state} dan disetujui [nama]"
        yield f"{own.object} {state} dan disampaikan kepada [nama]"
    elif kind == "learning":
        yield f"Tersusun resume {own.object} yang disampaikan kepada [nama]"
        yield f"Tersedia [bukti] hasil praktik {own.object}"
    elif kind == "training":
        yield f"Tersedia sertifikat {own.object} dan [bukti] penerapannya"
    elif kind in ("watching", "serving", "telling", "meeting") and own.voice == "active":
        noun = nominal(own.act)
        if noun:
            yield f"Tersedia [bukti] hasil {noun} {own.object}"


def _by_head(text: Text, head: Mark, own: Parts) -> Iterator[str]:
    name = title(text, head.first, own.end)
    root = text.words[head.first].morph.root
    if head.kind == "peristiwa":
        yield f"Tersedia [bukti] hasil {name}"
        yield f"Tersedia [bukti] dari {name}"
    elif head.kind == "pokok_mutu":
        yield f"Nilai {name} mencapai [nilai] berdasarkan [bukti]"
    elif head.kind == "tren" and root in _MOVING:
        after = piece(text, head.last + 1, own.end)
        thing = after if head.first == 0 else piece(text, 0, head.first - 1)
        movement = "turun" if root in _FALLING else "naik"
        if thing:
            yield f"Nilai {thing} {movement} dari [awal] menjadi [target]"
            yield f"Nilai {thing} mencapai [target] berdasarkan [bukti]"
    elif head.kind == "batin" and text.words[head.first].norm in _ABILITY:
        work = piece(text, head.last + 1, own.end)
        if work:
            yield f"Tersedia [bukti] hasil praktik {work}"
