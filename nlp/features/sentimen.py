"""Signs of praise and blame in an umpan balik, with their reach (guideline 7)."""

from collections.abc import Iterator

from nlp.features.feature import Feature
from nlp.morphology import verb_of
from nlp.text import Text
from nlp.text.clause import is_predicate

_OPENERS = frozenset(", . ; : ! tolong mohon harap coba segera silakan lalu dan".split())
_WEAKENERS = frozenset(("kurang", "jarang", "minim", "rendah"))


def sentimen(text: Text) -> Iterator[Feature]:
    """Yield the signs of one feedback.

    ``puji`` praise that holds, ``puji_batal`` praise denied ("belum rapi"), ``kritik`` blame that
    holds, ``kritik_batal`` blame denied ("tidak pernah terlambat"), ``minta`` a request,
    ``pelunak`` a softener, ``kontras`` a turn of the text, ``lalai`` an expected act denied,
    ``sindiran`` praise that mocks, ``panduan`` / ``panduan_batal`` a copy of an official behaviour
    line or of its denial, ``perintah`` a bare command, ``larangan`` a ban.
    """
    for mark in text.marks:
        if mark.kind not in ("puji", "kritik", "minta", "pelunak", "kesulitan", "panduan"):
            continue
        clause = text.clauses[text.clause_at(mark.first)]
        negator = text.negated[mark.first]
        denied = negator >= 0 and mark.first - negator <= 5
        # "belum" and "jangan" ask for more; they never turn blame into praise.
        cleared = denied and text.words[negator].norm not in ("belum", "jangan")
        weakened = mark.first > 0 and text.words[mark.first - 1].norm in _WEAKENERS
        if mark.kind == "puji":
            if denied or weakened:
                yield Feature("puji_batal", negator if denied else mark.first - 1, mark.last)
            elif clause.kind not in ("purpose", "condition"):
                yield Feature("puji", mark.first, mark.last)
        elif mark.kind == "kritik":
            if text.words[mark.first].norm == "jangan" and _encourages(text, mark.first):
                yield Feature("puji", mark.first, mark.last)
            elif cleared:
                yield Feature("kritik_batal", negator, mark.last)
            elif clause.kind == "concession":
                yield Feature("kritik_latar", mark.first, mark.last)
            else:
                yield Feature("kritik", mark.first, mark.last)
        elif mark.kind == "panduan":
            yield Feature("panduan_batal" if denied else "panduan", mark.first, mark.last)
        elif mark.kind == "kesulitan":
            if cleared and not text.find("kritik"):
                yield Feature("kritik_batal", negator, mark.last)
        else:
            yield Feature(mark.kind, mark.first, mark.last)
    yield from _neglect(text)
    for clause in text.clauses:
        if clause.kind == "contrast":
            yield Feature("kontras", clause.first, clause.first)
    yield from _mockery(text)
    yield from _commands(text)


def _commands(text: Text) -> Iterator[Feature]:
    """A bare verb that opens a clause or follows a mark bids: "susun map menurut nomor"."""
    things = {m.first for m in text.marks if m.kind in ("bukti", "benda", "satuan", "ukuran")}
    for i, word in enumerate(text.words[:-1]):
        opens = i == 0 or text.words[i - 1].norm in _OPENERS
        if word.norm == "jangan" and is_predicate(text.words, i + 1):
            yield Feature("larangan", i, i + 1)
        elif opens and word.morph.prefix == "" and i not in things:
            verb = verb_of(word.norm)
            derived = word.morph.known and word.morph.suffix in ("kan", "i")
            bids = derived or (verb is not None and verb[1] == "command")
            if bids and text.words[i + 1].norm[0].isalnum():
                yield Feature("perintah", i, i)


def _neglect(text: Text) -> Iterator[Feature]:
    """A denied act that was expected is blame: "tidak hadir", "tidak pernah melapor"."""
    judged = {m.first for m in text.marks if m.kind in ("puji", "kritik", "kesulitan")}
    # A negator that already denied a fault ("tidak pernah terlambat mengirim") denies no act.
    spent = {-1} | {text.negated[index] for index in judged}
    for i in range(len(text.words)):
        negator = text.negated[i]
        if negator in spent or i - negator > 3 or i in judged or not is_predicate(text.words, i):
            continue
        clause = text.clauses[text.clause_at(i)]
        denied = text.words[negator].norm in ("tidak", "belum", "tak")
        if denied and clause.kind in ("main", "contrast", "content", "relative"):
            yield Feature("lalai", negator, i)
            return


def _mockery(text: Text) -> Iterator[Feature]:
    """Praise as an interjection over nothing but neglect: "Hebat, tiga kali rapat tidak hadir"."""
    opening = [m for m in text.marks if m.kind == "puji" and m.first == 0]
    if not opening or len(text.words) <= opening[0].last + 1:
        return
    alone = text.words[opening[0].last + 1].norm in (",", "!", ".", "…", "...")
    turned = any(clause.kind == "contrast" for clause in text.clauses)
    others = [m for m in text.marks if m.kind == "puji" and m.first > 0]
    if alone and not turned and not others and any(True for _ in _neglect(text)):
        yield Feature("sindiran", opening[0].first, opening[0].last)


def _encourages(text: Text, index: int) -> bool:
    """ "jangan pernah lelah berinovasi": the thing warned against is only weariness."""
    return bool(
        {w.norm for w in text.words[index : index + 4]} & {"lelah", "bosan", "berhenti", "puas"}
    )
