"""Measurable forms of an unmeasurable indikator."""

from collections.abc import Iterator

from nlp.finding import Suggestion
from nlp.rewriting.phrase import capitalised, lowered, piece, when
from nlp.rewriting.slot import suggestion
from nlp.text import Mark, Text

_TIME_WORDS = frozenset("sebelum sampai hingga pada tanggal paling lambat".split())


def rewrite_indikator(text: Text) -> Iterator[Suggestion]:
    """Candidate rewrites of one indikator, best first.

    In: the analysed indikator. Out: unverified suggestions: what is learnt becomes a resume, an
    event its record, a quality a score, a trend two points, a bare measure a target.
    """
    end = _content_end(text)
    head = next((m for m in text.marks if m.kind in _FRAMES), None)
    if head is not None:
        yield from _FRAMES[head.kind](text, head, end)
    whole = piece(text, 0, end)
    if whole:
        yield suggestion(capitalised(f"{whole}, dibuktikan dengan [bukti] {when(text)}"))


def _content_end(text: Text) -> int:
    """The last word before a trailing date, which the rewrite says again at its own end."""
    end = len(text.words) - 1
    for quantity in text.quantities:
        if quantity.kind == "date" and quantity.last >= end - 1:
            end = quantity.first - 1
            while end > 0 and text.words[end].norm in _TIME_WORDS:
                end -= 1
    return end


def _learnt(text: Text, head: Mark, end: int) -> Iterator[Suggestion]:
    topic = _object(text, head, end)
    if topic:
        yield suggestion(f"Tersusun [jumlah] resume {topic} {when(text)}")
        yield suggestion(f"Nilai uji pemahaman {topic} minimal [nilai]")
    else:
        noun = lowered(text.quote(head.first, head.last), text.raw)
        yield suggestion(f"Tersedia [bukti] tentang {noun} {when(text)}")


def _object(text: Text, head: Mark, end: int) -> str:
    first = head.last + 1
    for i in range(first, end + 1):
        if text.words[i].norm in ("terhadap", "tentang", "mengenai", "akan", "atas"):
            first = i + 1
            break
    last = end
    for mark in text.marks:
        if mark.kind in ("tren", "mutu") and first < mark.first <= last:
            last = mark.first - 1
            break
    return piece(text, first, last)


def _event(text: Text, head: Mark, end: int) -> Iterator[Suggestion]:
    last = end
    for mark in text.marks:
        if mark.kind == "mutu" and mark.first > head.first:
            last = mark.first - 1
            break
    name = piece(text, head.first, last)
    yield suggestion(f"Tersusun [jumlah] laporan {name} {when(text)}")
    yield suggestion(f"Tersedia notula dan daftar hadir {name} {when(text)}")


def _quality(text: Text, head: Mark, end: int) -> Iterator[Suggestion]:
    last = end
    for mark in text.marks:
        if mark.kind in ("tren", "mutu") and mark.first > head.first:
            last = mark.first - 1
            break
    name = piece(text, head.first, max(last, head.last))
    yield suggestion(f"Nilai {name} minimal [nilai], dibuktikan dengan [bukti]")


def _trend(text: Text, head: Mark, end: int) -> Iterator[Suggestion]:
    first = head.last + 1 if head.first == 0 else 0
    last = end if head.first == 0 else head.first - 1
    name = piece(text, first, last)
    if name:
        movement = (
            "turun" if text.words[head.first].morph.root in ("turun", "kurang", "susut") else "naik"
        )
        yield suggestion(capitalised(f"{name} {movement} dari [awal] menjadi [target]"))


def _measure(text: Text, head: Mark, end: int) -> Iterator[Suggestion]:
    name = piece(text, 0, end)
    yield suggestion(capitalised(f"{name} minimal [target]"))


_FRAMES = {
    "batin": _learnt,
    "peristiwa": _event,
    "pokok_mutu": _quality,
    "tren": _trend,
    "ukuran": _measure,
}
