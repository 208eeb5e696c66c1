"""The gap behind a topik that speaks of finished work, or only of work."""

from collections.abc import Iterator

from nlp.finding import Suggestion
from nlp.rewriting.phrase import capitalised, piece
from nlp.rewriting.slot import suggestion
from nlp.text import Text
from nlp.text.clause import DONE, is_predicate

_FINISHED = frozenset("selesai rampung tuntas beres kelar usai final lengkap".split())
_PAST = frozenset("lalu kemarin lampau".split())
_PLEAS = frozenset("mohon memohon tolong harap minta".split())
_LONGEST = 12


def rewrite_topik(text: Text) -> Iterator[Suggestion]:
    """Candidate rewrites of a finished topik, best first.

    In: the analysed topik. Out: unverified suggestions that name the same work as a gap with a
    ``[kendala]`` only the employee knows; none where the work cannot be named in one phrase.
    """
    work = _work(text)
    if work:
        unused = f"Hasil {work} belum dimanfaatkan sepenuhnya karena [kendala]"
        yield suggestion(capitalised(unused))
        yield suggestion(capitalised(f"Tindak lanjut {work} masih terkendala [kendala]"))


def rewrite_activity(text: Text) -> Iterator[Suggestion]:
    """Candidate rewrites of a topik that names work without its gap, best first.

    In: the analysed topik. Out: unverified suggestions that keep the work and leave what hinders
    it to the employee; none for a plea, which belongs into the dialog.
    """
    last = text.clauses[0].last if text.clauses else -1
    while last > 0 and not text.words[last].norm[0].isalnum():
        last -= 1
    first = 1 if last > 0 and _carries(text, 0) else 0
    work = piece(text, first, last)
    if not work or text.words[0].norm in _PLEAS or last >= _LONGEST:
        return
    if any(is_predicate(text.words, i) for i in range(first + 1, last + 1)):
        yield suggestion(capitalised(f"{work}, tetapi masih terkendala [kendala]"))
        return
    yield suggestion(capitalised(f"{work} masih terkendala [kendala]"))
    yield suggestion(capitalised(f"{work} belum berjalan sesuai rencana karena [kendala]"))


def _work(text: Text) -> str:
    """The noun phrase that names the work, without the words that say it is over; else empty."""
    words = text.words
    first = 0
    while first < len(words) and (words[first].norm in DONE or _carries(text, first)):
        first += 1
    last = first
    while last < len(words) and not _ends(text, last):
        last += 1
    if last < len(words) and words[last].norm == "lalu":
        last -= 1
    selves = any(m.kind == "aktor_diri" and m.first == first for m in text.marks)
    gap = any(m.kind == "masalah" and first <= m.first < last for m in text.marks)
    if gap or selves or not 1 < last - first <= _LONGEST:
        return ""
    return piece(text, first, last - 1)


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
