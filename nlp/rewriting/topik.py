"""The gap behind a topik that speaks of finished work, or only of work."""

from collections.abc import Iterator

from nlp.morphology import nominal, verb_of
from nlp.rewriting.parts import noun_of, parts_of
from nlp.rewriting.pertanyaan import matter
from nlp.rewriting.phrase import piece
from nlp.text import Text
from nlp.text.clause import DONE, is_predicate
from nlp.text.plea import find_plea

_FINISHED = frozenset(
    "selesai rampung tuntas beres kelar usai final lengkap komplit datang jalan terbit".split()
)
_PAST = frozenset("lalu kemarin lampau kini semua seluruhnya udah".split())
_AIMS = frozenset("tingkat optimal percepat cepat kuat kembang perbaik baik wujud".split())
_CARRIERS = frozenset("laksana selenggara wujud langsung ada".split())
_LONGEST = 16


def rewrite_topik(text: Text) -> Iterator[str]:
    """Candidate rewrites of a finished topik, in the order they are thought of.

    In: the analysed topik. Out: sentences that name the same work as a gap with a ``[kendala]``
    only the employee knows: a problem that is over may come again, a paper or thing that is there
    may lie unused, of work done the results.
    """
    work, head = _work(text)
    own = parts_of(text)
    if not work and own.object:
        work, head = own.object, "benda"
    work = work or matter(text)
    if not work:
        return
    if head == "masalah":
        yield f"{work} berpotensi terulang kembali karena [kendala]"
        yield f"{work} masih berpotensi terulang karena [kendala]"
    elif head in ("bukti", "benda"):
        yield f"{work} belum dimanfaatkan sepenuhnya karena [kendala]"
        yield f"Pemanfaatan {work} masih terkendala [kendala]"
    else:
        yield f"Hasil {work} belum dimanfaatkan sepenuhnya karena [kendala]"
    yield f"Tindak lanjut {work} masih terkendala [kendala]"
    yield f"Pemanfaatan hasil {work} masih terkendala [kendala]"


def rewrite_activity(text: Text) -> Iterator[str]:
    """Candidate rewrites of a topik that names work without its gap, in the order thought of.

    In: the analysed topik. Out: sentences that keep the work and leave what hinders it to the
    employee; of a plea what is needed, so that the plea itself goes into the dialog.
    """
    if find_plea(text) is not None:
        yield from need(text)
        return
    own = parts_of(text)
    last = text.clauses[0].last if text.clauses else -1
    while last > 0 and not text.words[last].norm[0].isalnum():
        last -= 1
    aim = own.root in _AIMS and own.voice in ("noun", "active", "attained")
    if aim and own.object:
        yield f"{own.object} belum optimal karena [kendala]"
    noun = noun_of(own) if own.voice in ("active", "attained") and not aim else ""
    if noun and own.object and own.root not in _CARRIERS:
        yield f"{noun} {own.object} masih terkendala [kendala]"
    first = 1 if last > 0 and _carries(text, 0) else 0
    work = piece(text, first, last)
    if not work:
        return
    if not any(is_predicate(text.words, i) for i in range(first + 1, last + 1)):
        yield f"{work} masih terkendala [kendala]"
        yield f"{work} belum berjalan sesuai rencana karena [kendala]"
    said = next((c for c in text.clauses if c.kind == "main"), None)
    if said is not None and said.predicate > 0:
        yield f"{own.whole}, tetapi masih terkendala [kendala]"
    about = matter(text)
    if about:
        yield f"Tindak lanjut {about} masih terkendala [kendala]"


def need(text: Text) -> Iterator[str]:
    """What a plea is about, as a gap: sentences for a topik, none where nothing is asked for."""
    plea = find_plea(text)
    if plea is None:
        return
    yield from _reasons(text, plea.last)
    first, last = plea.deed or (plea.last + 1, len(text.words) - 1)
    stop = [c.first - 1 for c in text.clauses if first < c.first <= last and c.kind != "relative"]
    comma = [i - 1 for i in range(first + 1, last + 1) if text.words[i].norm in ",.;:"]
    deed = needed(text, first, min([*stop, *comma, last]))
    if deed:
        yield f"Kebutuhan {deed} belum terpenuhi karena [kendala]"
        yield f"Belum terpenuhinya kebutuhan {deed} karena [kendala]"


def _reasons(text: Text, after: int) -> Iterator[str]:
    """What a plea gives as its reason is the topik itself: "…, karena jadwal sering lewat"."""
    end = len(text.words) - 1
    for clause in text.clauses:
        if clause.kind == "cause" and clause.first > after:
            yield piece(text, clause.first + 1, end)
    comma = next((i for i in range(after + 1, end) if text.words[i].norm in ",;."), None)
    if comma is not None:
        yield piece(text, comma + 1, end)


def needed(text: Text, first: int, last: int) -> str:
    """What is asked for as a noun: "menambah petugas" and "ditambah petugas" → penambahan …"""
    while first <= last and text.words[first].norm in _POLITE:
        first += 1
    if first > last:
        return ""
    said = verb_of(text.words[first].norm)
    noun = nominal(said[0]) if said and said[1] in ("active", "passive", "command") else None
    if noun is None:
        for i in range(first + 1, last + 1):
            later = verb_of(text.words[i].norm)
            if later and later[1] == "passive" and nominal(later[0]):
                return f"{nominal(later[0])} {piece(text, first, i - 1)}"
        return piece(text, first, last)
    return f"{noun} {piece(text, first + 1, last)}".strip()


_POLITE = frozenset(
    "kiranya dapat bisa berkenan agar supaya untuk bapak ibu pak bu dengan sangat hormat".split()
)


def _work(text: Text) -> tuple[str, str]:
    """The noun phrase that names the work, without the words that say it is over, and its head.

    The head is the class of its first words: masalah, bukti, benda, or empty.
    """
    words = text.words
    first = 0
    while first < len(words) and (words[first].norm in _OPENING or _carries(text, first)):
        first += 1
    last = first
    while last < len(words) and not _ends(text, last):
        last += 1
    past = last < len(words) and words[last].norm in ("lalu", "kemarin")
    while last > first and (words[last - 1].norm in _PAST or (past and _dates(text, last - 1))):
        last -= 1
    kinds = {m.kind for m in text.marks if m.first == first}
    if "aktor_diri" in kinds or not 0 < last - first <= _LONGEST:
        return "", ""
    head = next((kind for kind in ("masalah", "peristiwa", "bukti", "benda") if kind in kinds), "")
    return piece(text, first, last - 1), head


def _dates(text: Text, i: int) -> bool:
    return text.words[i].norm in ("tahun", "bulan", "minggu", "pekan", "triwulan", "semester")


_OPENING = DONE | {"udah", "ada", "dulu", ",", ":"}


def _carries(text: Text, i: int) -> bool:
    """A passive that only says the work took place: "dilaksanakan", "terlaksananya"."""
    return text.words[i].morph.prefix in ("di", "ter")


def _ends(text: Text, i: int) -> bool:
    """Whether the phrase stops before word ``i``: a mark, a connector, "sudah", a predicate."""
    word = text.words[i]
    opens = any(clause.first == i and clause.kind != "purpose" for clause in text.clauses[1:])
    finished = word.morph.root in _FINISHED and word.morph.prefix in ("", "di", "ter")
    percent = any(q.kind == "percent" and q.first == i for q in text.quantities)
    quality = any(m.kind == "mutu" and m.first == i for m in text.marks)
    return (
        opens
        or quality
        or finished
        or percent
        or word.norm in DONE | _PAST
        or not word.norm[0].isalnum()
        or is_predicate(text.words, i)
    )
