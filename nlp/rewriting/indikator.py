"""Measurable forms of an unmeasurable indikator."""

from collections.abc import Iterator

from nlp.rewriting.measure import kind_of, measures, named
from nlp.rewriting.noun import (
    bare_thing,
    hoped,
    names_nothing,
    noun_end,
    noun_phrase,
    shown,
    whole_noun,
)
from nlp.rewriting.parts import Parts, noun_of, parts_of
from nlp.rewriting.phrase import lowered, piece, written
from nlp.text import Mark, Text
from nlp.text.clause import is_predicate
from nlp.text.lexicon import vocabulary

# What is learnt can be written down; an ability can be tested; an attitude only judged.
_LEARNING = frozenset(
    "paham erti tahu kuasa ajar kenal hafal dalam simak wawas cerna selam resap jiwa".split()
)
_NONE = frozenset(("tidak ada", "tak ada", "tiada lagi", "tanpa ada"))
_ABLE = frozenset("mampu sanggup bisa dapat".split())
_ABILITY = _ABLE | frozenset("mahir terampil cakap kompeten pandai lihai fasih".split())
_FALLING = frozenset("turun kurang susut tekan".split())
_MOVING = frozenset("tingkat naik tambah tumbuh".split()) | _FALLING
# Of these less is better.
_LESS = frozenset("waktu durasi lama lamanya selisih deviasi".split())
_OPENING, _LATEST_TREND = 2, 9
# How a number moves when there is more or less of it: "makin jarang", "lebih banyak".
_AMOUNTS = {"sedikit": "turun", "dikit": "turun", "jarang": "turun", "rendah": "turun",
            "banyak": "naik", "tinggi": "naik", "sering": "naik"}  # fmt: skip
_NEAR = 3
_SHORT = 3
_RUNNING = frozenset("mulai terus makin semakin kian sudah telah dapat bisa akan tidak".split())
_CARRIERS = frozenset("kegiatan proses pelaksanaan acara ikut mengikuti adanya hasil".split())
_MORE = frozenset("makin semakin lebih kian".split())


def rewrite_indikator(text: Text, rtl: Text | None = None) -> Iterator[str]:
    """Candidate rewrites of one indikator, in the order they are thought of.

    In: the analysed indikator and the RTL it belongs to, where there is one. Out: sentences:
    the measure that fits the kind of act of the RTL, then that of the indikator's own head (what is
    learnt becomes a resume, an ability a test, an event its report, a quality a score, a trend two
    points, a bare measure a target), at last the proof asked of the text as it is.
    """
    own, same = parts_of(text), False
    if rtl is not None:
        step = parts_of(rtl)
        alike = bool(own.object) and kind_of(own) == kind_of(step)
        vague = names_nothing(text, own.end)
        same = not alike and (vague or _share(own, step))
        if not vague:
            yield from _by_head(text, own)
        if same and kind_of(step) not in ("lowering", "raising"):
            yield from measures(step, own.time)
        if same:
            yield f"Tersedia [bukti] hasil {named(step)} {own.time}"
    yield from _by_head(text, own)
    if not any(mark.first == 0 for mark in text.find("ukuran")):
        yield from measures(own, own.time)
    yield from _proof(text, own)
    if rtl is not None and not same:
        yield from measures(step, own.time)
        yield f"Tersedia [bukti] hasil {named(step)} {own.time}"


def _share(own: Parts, step: Parts) -> bool:
    """Whether an indikator and its RTL have a word in common that names no party."""
    roots = []
    for parts in (own, step):
        parties = {
            i
            for m in parts.text.find("aktor_luar", "aktor_diri")
            for i in range(m.first, m.last + 1)
        }
        roots.append(
            {
                word.morph.root
                for i, word in enumerate(parts.text.words[: parts.end + 1])
                if word.norm.isalpha() and len(word.norm) > _SHORT and i not in parties
            }
        )
    return bool(roots[0] & roots[1])


def _by_head(text: Text, own: Parts) -> Iterator[str]:
    if own.end > 1 and text.norms(0, 1) in _NONE:
        fault = noun_phrase(text, 2, own.end)
        if fault:
            yield f"Jumlah {fault} maksimal [target]"
    if text.words[0].norm in _ABLE and own.end > 0:
        yield from _able(text, 0, own)
        return
    for head in text.marks:
        frame = _FRAMES.get(head.kind)
        says = head.kind == "tren" or is_predicate(text.words, head.first)
        near = head.first <= (_LATEST_TREND if says else _OPENING)
        if frame is not None and near and head.first <= own.end:
            found = list(frame(text, head, own))
            if found:
                yield from found
                return


def _proof(text: Text, own: Parts) -> Iterator[str]:
    """The proof asked of the text as it is."""
    if not own.whole or hoped(text):
        return
    dated = own.time if text.find("batas") == [] or "[" not in own.time else ""
    if " " in own.whole:
        yield f"{own.whole}, dibuktikan dengan [bukti] {dated}"
    what = shown(text, own.end)
    if what:
        yield f"Tersedia [bukti] {what} {dated}"
    name = _plain(text, own)
    if " " in name:
        yield f"Tersedia [bukti] tentang {name} {dated}"
        yield f"Tersusun [jumlah] laporan tentang {name} {dated}"


def _plain(text: Text, own: Parts) -> str:
    """What the text is about without its judgement: a noun phrase, or empty."""
    if own.act and own.voice in ("active", "command"):
        noun = noun_of(own)
        return f"{noun} {written(text, own.at + 1, own.end)}" if noun and own.object else ""
    return bare_thing(text, own.end)


def _mind(text: Text, head: Mark, own: Parts) -> Iterator[str]:
    topic = _object(text, head, own.end)
    root = text.words[head.first].morph.root
    if text.words[head.first].norm.startswith("kese"):
        return
    if not topic:
        noun = _as_noun(lowered(text.quote(head.first, head.last), text.raw), root)
        if noun:
            yield f"Nilai {noun} minimal [nilai] berdasarkan [bukti]"
            yield f"Tersedia [bukti] tentang {noun} {own.time}"
    elif root in _LEARNING:
        yield f"Tersusun [jumlah] resume {topic} {own.time}"
        yield f"Nilai uji pemahaman {topic} minimal [nilai]"
    elif root in _ABILITY:
        yield from _able(text, head.last, own)


def _able(text: Text, at: int, own: Parts) -> Iterator[str]:
    """Of an ability that is named at word ``at``: what it is an ability to do, tried or shown."""
    work = piece(text, at + 1, _before(text, at + 1, own.end, ("tren", "mutu")))
    if work:
        yield f"Nilai uji kemampuan {work} minimal [nilai]"
        yield f"Tersedia [bukti] hasil praktik {work} {own.time}"


def _as_noun(word: str, root: str) -> str:
    """A quality as a noun: "ramah" → keramahan; empty where office language knows none."""
    if word != root:
        return word
    noun = f"ke{root}an"
    return noun if noun in vocabulary() else ""


def _object(text: Text, head: Mark, end: int) -> str:
    first = head.last + 1
    for i in range(first, min(first + _NEAR, end) + 1):
        if any(c.isdigit() for c in text.words[i].norm):
            break
        if text.words[i].norm in ("terhadap", "tentang", "mengenai", "akan", "atas"):
            first = i + 1
            break
    return piece(text, first, _before(text, first, end, ("tren", "mutu")))


def _before(text: Text, first: int, end: int, kinds: tuple[str, ...]) -> int:
    """The last word of the phrase: before an old judgement, a further act, a new sentence."""
    stops = [
        m.first - 1
        for m in text.marks
        if m.kind in kinds and first < m.first <= end and _judges(text, m)
    ]
    stops += [c.first - 1 for c in text.clauses if first < c.first <= end and c.kind != "relative"]
    stops += [i - 1 for i in range(first + 1, end + 1) if _says_how(text, i)]
    return min(stops, default=end)


def _judges(text: Text, mark: Mark) -> bool:
    """A noun in pe-…-an or -an names a thing even where its root says how it goes: "tekanan"."""
    morph = text.words[mark.first].morph
    return mark.kind != "tren" or morph.suffix != "an"


def _says_how(text: Text, i: int) -> bool:
    """Whether a manner begins at word ``i``: "secara mandiri", "dengan sungguh-sungguh"."""
    word = text.words[i].norm
    judged = {m.first for m in text.find("mutu", "batin", "upaya")}
    doubled = i + 1 < len(text.words) and "-" in text.words[i + 1].norm
    return word == "secara" or (word == "dengan" and (i + 1 in judged or doubled))


def _event(text: Text, head: Mark, own: Parts) -> Iterator[str]:
    name = bare_thing(text, own.end, head.first)
    if not name or not _opens(text, head):
        return
    kind = kind_of(own)
    if kind in ("training", "meeting", "serving", "watching"):
        yield from measures(own, own.time)
    yield f"Tersusun [jumlah] laporan {name} {own.time}"
    if kind in ("training", "meeting", "telling"):
        yield f"Tersedia notula dan daftar hadir {name} {own.time}"


def _opens(text: Text, head: Mark) -> bool:
    """Whether nothing but a judgement or a carrier stands before: "lancarnya", "kegiatan"."""
    judged = {m.first for m in text.find("mutu", "tren", "ukuran", "jejak")}
    return all(i in judged or text.words[i].norm in _CARRIERS for i in range(head.first))


def _quality(text: Text, head: Mark, own: Parts) -> Iterator[str]:
    last = noun_end(text, head.last, own.end)
    if last < head.last or not _opens(text, head):
        return
    name = piece(text, head.first, last)
    yield f"Nilai {name} minimal [nilai] berdasarkan [bukti]"
    yield f"Nilai {name} minimal [nilai], dibuktikan dengan [bukti]"


def _trend(text: Text, head: Mark, own: Parts) -> Iterator[str]:
    root = text.words[head.first].morph.root
    following = text.words[head.last + 1].norm if head.last < own.end else ""
    if text.words[head.first].norm in _MORE and following in _AMOUNTS and head.first:
        thing = piece(text, 0, head.first - 1)
        yield f"Jumlah {thing} {_AMOUNTS[following]} dari [awal] menjadi [target]"
        return
    if root not in _MOVING or (head.first > _OPENING and not is_predicate(text.words, head.first)):
        return
    name = moved(text, head, own.end)
    if name:
        movement = "turun" if root in _FALLING else "naik"
        if name in ("ilmu", "wawasan", "pengetahuan"):
            return
        yield f"{name} {movement} dari [awal] menjadi [target]"
        yield f"Nilai {name} {movement} dari [awal] menjadi [target] berdasarkan [bukti]"


def moved(text: Text, head: Mark, end: int) -> str:
    """What rises or falls: behind a trend that opens the text, else the subject before it."""
    if head.first == 0 or (head.first == 1 and text.words[0].norm in _CARRIERS):
        return noun_phrase(text, head.last + 1, end)
    first = max((i + 1 for i in range(head.first) if text.words[i].norm in ",;:."), default=0)
    last = head.first - 1
    while last > first and text.words[last].norm in _RUNNING:
        last -= 1
    return whole_noun(text, first, last)


def _measure(text: Text, head: Mark, own: Parts) -> Iterator[str]:
    if any(q.kind in ("percent", "count", "score") and q.last <= own.end for q in text.quantities):
        return
    trend = next((m for m in text.find("tren") if m.first > head.last), None)
    root = text.words[trend.first].morph.root if trend else ""
    if trend and root in _MOVING:
        movement = "turun" if root in _FALLING else "naik"
        yield f"{piece(text, 0, trend.first - 1)} {movement} dari [awal] menjadi [target]"
    faults = any(m.first > head.last for m in text.find("masalah"))
    less = text.words[head.first].norm in _LESS or faults
    limit = "maksimal" if less else "minimal"
    yield f"{piece(text, 0, _before(text, head.last, own.end, ('tren', 'mutu')))} {limit} [target]"
    yield f"{own.whole} {limit} [target]"


_FRAMES = {
    "pokok_mutu": _quality,
    "tren": _trend,
    "ukuran": _measure,
    "batin": _mind,
    "peristiwa": _event,
}
