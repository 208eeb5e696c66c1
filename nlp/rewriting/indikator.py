"""Measurable forms of an unmeasurable indikator."""

from collections.abc import Iterator

from nlp.finding import Suggestion
from nlp.rewriting.phrase import capitalised, deadline, lowered, piece
from nlp.rewriting.slot import suggestion
from nlp.text import Mark, Text

# What is learnt can be written down; an ability can be tested; an attitude only witnessed.
_LEARNING = frozenset("paham erti tahu kuasa ajar kenal hafal dalam simak wawas cerna".split())
_ABILITY = frozenset("mampu mahir terampil cakap kompeten pandai lihai fasih".split())
_FALLING = frozenset("turun kurang susut tekan".split())
_MOVING = frozenset("tingkat naik tambah tumbuh".split()) | _FALLING
_OPENING = 2


def rewrite_indikator(text: Text) -> Iterator[Suggestion]:
    """Candidate rewrites of one indikator, best first.

    In: the analysed indikator. Out: unverified suggestions: what is learnt becomes a resume, an
    ability a test, an event its report, a quality a score, a trend two points, a bare measure a
    target. Only a head that opens the text decides; otherwise proof is asked of the text as it is.
    """
    end, when = deadline(text)
    for head in text.marks:
        frame = _FRAMES.get(head.kind)
        if frame is not None and head.first <= _OPENING and head.first <= end:
            found = list(frame(text, head, end, when))
            if found:
                yield from found
                break
    whole = piece(text, 0, end)
    if whole:
        yield suggestion(capitalised(f"{whole}, dibuktikan dengan [bukti] {when}"))


def _mind(text: Text, head: Mark, end: int, when: str) -> Iterator[Suggestion]:
    topic = _object(text, head, end)
    root = text.words[head.first].morph.root
    if not topic:
        noun = lowered(text.quote(head.first, head.last), text.raw)
        yield suggestion(f"Tersedia [bukti] tentang {noun} {when}")
    elif root in _LEARNING:
        yield suggestion(f"Tersusun [jumlah] resume {topic} {when}")
        yield suggestion(f"Nilai uji pemahaman {topic} minimal [nilai]")
    elif root in _ABILITY:
        yield suggestion(f"Nilai uji kemampuan {topic} minimal [nilai]")


def _object(text: Text, head: Mark, end: int) -> str:
    first = head.last + 1
    for i in range(first, end + 1):
        if text.words[i].norm in ("terhadap", "tentang", "mengenai", "akan", "atas"):
            first = i + 1
            break
    return piece(text, first, _before(text, first, end, ("tren", "mutu")))


def _before(text: Text, first: int, end: int, kinds: tuple[str, ...]) -> int:
    """The last word of the phrase: before an old judgement, a further act, a new sentence."""
    stops = [m.first - 1 for m in text.marks if m.kind in kinds and first < m.first <= end]
    stops += [c.first - 1 for c in text.clauses if first < c.first <= end and c.kind != "relative"]
    return min(stops, default=end)


def _event(text: Text, head: Mark, end: int, when: str) -> Iterator[Suggestion]:
    name = piece(text, head.first, _before(text, head.first, end, ("mutu",)))
    yield suggestion(f"Tersusun [jumlah] laporan {name} {when}")
    yield suggestion(f"Tersedia notula dan daftar hadir {name} {when}")


def _quality(text: Text, head: Mark, end: int, when: str) -> Iterator[Suggestion]:
    last = _before(text, head.last, end, ("tren", "mutu"))
    name = piece(text, head.first, max(last, head.last))
    yield suggestion(f"Nilai {name} minimal [nilai], dibuktikan dengan [bukti]")


def _trend(text: Text, head: Mark, end: int, when: str) -> Iterator[Suggestion]:
    root = text.words[head.first].morph.root
    if root not in _MOVING:
        return
    opens = head.first == 0
    name = piece(text, head.last + 1, end) if opens else piece(text, 0, head.first - 1)
    if name:
        movement = "turun" if root in _FALLING else "naik"
        yield suggestion(capitalised(f"{name} {movement} dari [awal] menjadi [target]"))


def _measure(text: Text, head: Mark, end: int, when: str) -> Iterator[Suggestion]:
    yield suggestion(capitalised(f"{piece(text, 0, end)} minimal [target]"))


_FRAMES = {
    "pokok_mutu": _quality,
    "tren": _trend,
    "ukuran": _measure,
    "batin": _mind,
    "peristiwa": _event,
}
