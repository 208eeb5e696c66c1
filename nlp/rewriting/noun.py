"""The noun phrase that opens at a word: what may stand behind "tentang", "hasil" or "kepada"."""

from nlp.rewriting.phrase import piece
from nlp.text import Text
from nlp.text.clause import CONNECTORS, DONE, FUTURE, NEGATORS, ONGOING, is_predicate

_SAID = DONE | FUTURE | ONGOING | NEGATORS | frozenset(
    "makin semakin kian lebih sangat secara agar supaya dapat bisa harus perlu wajib mau jangan "
    "rencananya katanya tinggal per seperti sekaligus sementara tolong mohon sanggup mampu "
    "berangkat pulang merasa lunas ada kapan bagaimana sering kadang "
    "kadang-kadang kerap jarang selalu".split()
)  # fmt: skip
# After these an act goes on naming a thing: "tata cara menyusun", "untuk melayani".
_NAMED_BY_ACT = frozenset(
    "untuk guna cara teknik metode proses kemampuan keterampilan kecakapan rencana upaya alat "
    "aplikasi bahan jadwal pedoman panduan sop kiat usulan usul "
    "kesanggupan kesediaan permintaan permohonan izin tentang dalam yang dan atau serta".split()
)
# Built like acts, but they say which.
_WHICH = frozenset(
    "berkala bersama berjenjang terpadu terbuka tertutup terbatas berizin berlaku".split()
)
_LISTS = frozenset(("dan", "serta", "atau", "maupun", "&"))
_QUALITIES = frozenset(("mutu", "batin", "tren"))
_NOUN_MAKERS = frozenset(("pe", "per", "ke"))
_NEAR = 5


def noun_phrase(text: Text, first: int, last: int) -> str:
    """The noun phrase that opens at word ``first``, as written; empty where none opens there.

    It ends before what is said of it: an act, an aspect, a negation, a judgement, a clause of its
    own, a mark that closes no list. ``last`` is the last word it may hold.
    """
    end = noun_end(text, first, last)
    return piece(text, first, end) if end >= first else ""


def noun_end(text: Text, first: int, last: int) -> int:
    """Where :func:`noun_phrase` ends: its last word, ``first - 1`` where no noun opens."""
    if first > last or not _opens(text, first):
        return first - 1
    starts = {c.first for c in text.clauses if c.first > first}
    end, related = first, False
    while end < last and not _ends(text, end + 1, last, starts, related):
        end += 1
        related = related or text.words[end].norm == "yang"
    return end


def _opens(text: Text, i: int) -> bool:
    word = text.words[i]
    if not word.norm[0].isalnum() or word.norm in _SAID or word.norm in CONNECTORS:
        return False
    made = word.morph.prefix in _NOUN_MAKERS or word.morph.suffix == "an"
    if made:
        return not is_predicate(text.words, i) or word.morph.prefix in _NOUN_MAKERS
    judged = any(m.kind in _QUALITIES and m.first == i for m in text.marks)
    return not judged and not is_predicate(text.words, i)


def _ends(text: Text, i: int, last: int, starts: set[int], related: bool) -> bool:
    word, before = text.words[i], text.words[i - 1].norm
    if word.norm in ("yang", "untuk", "guna"):
        return i == last
    if word.norm == ",":
        return not _goes_on(text, i, last, starts)
    if not word.norm[0].isalnum():
        return word.norm not in ("(", ")", "/", "-", "–", "&", '"', "“", "”", "%")
    if word.norm == "secara":
        return True
    if related:
        return i in starts or (before not in _NAMED_BY_ACT and word.norm in ("dan", "lalu"))
    if word.norm in _SAID or i in starts:
        return True
    if word.norm == "dengan":
        return any(m.first == i + 1 and m.kind in _QUALITIES for m in text.marks)
    if any(q.first == i and q.kind == "percent" for q in text.quantities):
        return True
    return is_predicate(text.words, i) and before not in _NAMED_BY_ACT and word.norm not in _WHICH


def _goes_on(text: Text, comma: int, last: int, starts: set[int]) -> bool:
    """Whether a comma goes on with a list: nouns up to an "dan" soon after, and nothing said."""
    if comma + 1 in starts:
        return False
    for i in range(comma + 1, last + 1):
        word = text.words[i]
        if word.norm in _LISTS:
            return i > comma + 1 or i < last
        if i in starts or word.norm in _SAID or is_predicate(text.words, i):
            return False
        if i - comma > _NEAR and word.norm != ",":
            return False
    return False
