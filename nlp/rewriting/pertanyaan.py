"""Coaching questions that lead from an activity to the problem behind it."""

from nlp.rewriting.noun import noun_end
from nlp.rewriting.phrase import piece
from nlp.text import Text
from nlp.text.clause import DONE, is_predicate

_PLEAS = frozenset("mohon memohon minta meminta tolong harap bapak ibu pimpinan agar dapat".split())
_WITH_OBJECT = frozenset(("me", "memper", "member"))
_LONGEST = 10


def whys(text: Text) -> tuple[str, ...]:
    """Questions towards the why of a topik, after the five whys.

    In: the analysed topik. Out: questions in the order to ask them, about the topik's own object;
    each next one digs under the answer before. The source is the deck's remark "temukan why".
    """
    about = matter(text) or "topik ini"
    return (
        f"Apa yang saat ini belum tercapai atau terancam tidak tercapai dalam {about}?",
        f"Apa buktinya, dan sejak kapan hal itu tampak pada {about}?",
        "Mengapa hal itu terjadi?",
        "Mengapa sebab itu muncul, dan mengapa sampai sekarang belum teratasi?",
        f"Apa akibatnya bagi RHK bila {about} tetap seperti sekarang?",
    )


def matter(text: Text) -> str:
    """What a topik is about, in its own words; empty where no short noun phrase can be cut out.

    Of an act it is the object ("Menyusun laporan debit" → laporan debit), of what is said of a
    thing the thing, of a title the title itself, up to the next clause or mark.
    """
    found = matter_at(text)
    return piece(text, *found) if found else ""


def matter_at(text: Text) -> tuple[int, int] | None:
    """Where :func:`matter` stands: its first and last word, both included."""
    clause = next((c for c in text.clauses if c.kind == "main"), None)
    if clause is None:
        return None
    first, last = clause.first, clause.last
    while first < last and (text.words[first].norm in _PLEAS | DONE or _carried(text, first)):
        first += 1
    acts = is_predicate(text.words, first) and text.words[first].morph.prefix in _WITH_OBJECT
    if acts and first < last:
        first += 1
    end = noun_end(text, first, last)
    return (first, end) if first < end < first + _LONGEST else None


def _carried(text: Text, i: int) -> bool:
    """A word that only says the work takes place: "terlaksananya"."""
    morph = text.words[i].morph
    return morph.prefix == "ter" and morph.clitic == "nya"
