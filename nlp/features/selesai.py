"""Signs that the work a topik names is over, or still open (guideline 2)."""

from collections.abc import Iterator

from nlp.features.feature import Context, Feature
from nlp.text import Clause, Quantity, Text, Word
from nlp.text.clause import DONE
from nlp.text.quantity import MONTHS

_PAST = frozenset(["lalu", "kemarin", "lampau", "sebelumnya"])
_PAST_UNITS = frozenset("tahun bulan minggu pekan triwulan semester kuartal periode".split())
_ORDER = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4} | {
    word: number for number, word in enumerate("satu dua tiga empat".split(), 1)
}
_FINISHED = frozenset("selesai rampung tuntas beres kelar usai final purna".split())
_SOLVED = frozenset(
    "atasi tangani tangan selesai pulih hilang perbaiki baik tutup lunas tuntas".split()
)
_NEARLY = frozenset("hampir nyaris segera setengah separuh sebagian kunjung".split())
_EXCEPT = frozenset("kecuali tinggal tersisa menyisakan dikembalikan ditolak".split())
_PARTLY = frozenset("mulai berjalan lama sering banyak ada beberapa".split())


def selesai(text: Text, context: Context) -> Iterator[Feature]:
    """Yield the signs of one topik.

    ``tuntas`` the main clause states its work as finished; ``lampau`` only a past time says so;
    ``terbuka`` something is still to do; ``masalah`` a gap is named; ``teratasi`` a gap that is
    stated as closed; ``akan`` the work lies ahead; ``kecuali`` part of it is not done.
    """
    solved = _solved(text)
    for clause in text.clauses:
        yield from _aspect(text, clause)
    for mark in text.marks:
        if mark.kind == "masalah":
            if text.words[mark.first].norm in ("tidak", "tanpa", "nihil"):
                continue
            if solved or _denied(text, mark.first):
                yield Feature("teratasi", mark.first, mark.last)
            else:
                yield Feature("masalah", mark.first, mark.last)
        elif mark.kind == "belum" and text.negated[mark.first] < 0:
            yield Feature("terbuka", mark.first, mark.last)
    for i, word in enumerate(text.words):
        if word.norm in _EXCEPT:
            yield Feature("kecuali", i, i)
    yield from _past(text, context)


def _aspect(text: Text, clause: Clause) -> Iterator[Feature]:
    if clause.kind not in ("main", "contrast"):
        return
    if clause.aspect == "future":
        yield Feature("akan", clause.first, clause.last)
    for i in range(clause.first, clause.last + 1):
        word = text.words[i]
        if text.negated[i] >= 0:
            continue
        if i and text.words[i - 1].norm in _NEARLY and _finished(word):
            yield Feature("terbuka", i - 1, i)
            continue
        following = text.words[i + 1].norm if i + 1 <= clause.last else ""
        if word.norm in DONE and following not in _PARTLY and clause.aspect == "done":
            if following and not following[0].isdigit():
                yield Feature("tuntas", i, min(i + 1, clause.last))
        elif (i == clause.predicate and _completed(text, clause, i)) or (
            _finished(word) and clause.aspect in ("", "done")
        ):
            yield Feature("tuntas", i, i)


def _finished(word: Word) -> bool:
    """ "selesai", "diselesaikan"; not the noun "selesainya"."""
    morph = word.morph
    return morph.root in _FINISHED and morph.prefix in ("", "di", "ter") and morph.clitic != "nya"


def _completed(text: Text, clause: Clause, i: int) -> bool:
    """A perfective predicate with nothing habitual or planned about it: "disetujui DJKN"."""
    morph = text.words[i].morph
    bare = text.words[i].norm in ("terbit", "cair", "lulus", "tiba", "tayang", "lunas", "rampung")
    if not bare and morph.prefix not in ("di", "ter", "diper", "diber"):
        return False
    if clause.aspect not in ("", "done"):
        return False
    habitual = {"setiap", "selalu", "sering", "harus", "perlu", "dapat", "bisa", "agar", "akan"}
    return not habitual & {w.norm for w in text.words[clause.first : clause.last + 1]}


def _solved(text: Text) -> bool:
    """A gap stated as closed: "sudah teratasi", "telah ditangani"."""
    for i, word in enumerate(text.words):
        if word.norm in DONE and i + 1 < len(text.words) and text.negated[i] < 0:
            following = text.words[i + 1].morph
            if following.root in _SOLVED and following.prefix in ("di", "ter", ""):
                return True
        if word.morph.root == "atas" and word.morph.prefix == "ter" and word.morph.suffix == "i":
            return text.negated[i] < 0
    return False


def _denied(text: Text, index: int) -> bool:
    negator = text.negated[index]
    return negator >= 0 and text.words[negator].norm in ("tidak", "tanpa", "nihil", "tak", "bukan")


def _past(text: Text, context: Context) -> Iterator[Feature]:
    for i, word in enumerate(text.words):
        before = text.words[i - 1].norm if i else ""
        if word.norm == "kemarin" or (word.norm in _PAST and before in _PAST_UNITS):
            yield Feature("lampau", max(i - 1, 0), i)
    if context.tahun:
        for quantity in text.quantities:
            if quantity.kind in ("period", "date"):
                name = _when(text, quantity, context)
                if name:
                    yield Feature(name, quantity.first, quantity.last)


def _when(text: Text, quantity: Quantity, context: Context) -> str:
    """Whether a named period lies before the form's own, in it, or after it; "" if unsaid.

    ``lampau`` a year that is over, ``lampau_dekat`` an earlier quarter of the same year, ``kini``
    the form's own quarter, ``nanti`` a later time.
    """
    norms = [word.norm for word in text.words[quantity.first : quantity.last + 1]]
    years = [int(norm) for norm in norms if len(norm) == 4 and norm.isdigit()]
    if years and context.tahun and years[-1] != context.tahun:
        return "lampau" if years[-1] < context.tahun else "nanti"
    quarter = _quarter(norms)
    if quarter is None or context.triwulan is None:
        return ""
    if quarter == context.triwulan:
        return "kini"
    return "lampau_dekat" if quarter < context.triwulan else "nanti"


def _quarter(norms: list[str]) -> int | None:
    """The last quarter that a month, quarter or half-year names."""
    for position, norm in enumerate(norms):
        if norm in MONTHS:
            return MONTHS.index(norm) // 3 + 1
        number = _ORDER.get(norms[position + 1]) if position + 1 < len(norms) else None
        if number and norm in ("triwulan", "kuartal"):
            return number
        if number and norm == "semester":
            return 2 * number
    return None
