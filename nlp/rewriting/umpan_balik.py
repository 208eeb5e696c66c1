"""Ways out of a feedback that contradicts its icon, asks for nothing, or is about nothing.

The good model of the ministry's deck: behaviour, impact, expectation, support.
"""

import re
from collections.abc import Iterator

from nlp.rewriting.noun import noun_end, noun_phrase
from nlp.rewriting.phrase import lowered, piece
from nlp.text import Text, copied_lines
from nlp.text.clause import DONE, ONGOING, is_predicate

_ENDS = " .,;:!?…"
_PASSIVE = frozenset(("di", "diper", "diber"))
_ACTIVE = frozenset(("me", "memper", "member", "ber"))
_IDLE = frozenset(
    "saudara anda kamu dia ybs beliau masih sering hampir selalu juga tetapi namun tapi hanya "
    "sayang sayangnya yang".split()
)
_UNWANTED = frozenset("ada bisa dapat mau mampu perlu bermaksud".split())
_LEFT_UNDONE = frozenset("tidak tak belum".split())
_EXCLAIMED = 4
_SENTENCE = re.compile(r"(?:^|[.!?]\s+)[a-z]")
_PLAIN = 14
_THANKS, _SHORT_THANKS = "terima kasih", 5
# What cheers on or greets, and judges nothing.
_CHEERS = frozenset("semangat selamat semoga jangan pertahankan lanjutkan keep ayo yuk".split())
_MENDS = frozenset("tingkat baik benah kokoh kuat optimal maksimal perhati teliti".split())
_NOT_AT_ALL = ("sama sekali", "sedikit pun", "satu pun")
_SUPPORT = "Bila memerlukan bantuan, saya siap membantu."


def match_text(text: Text, ikon: str) -> Iterator[str]:
    """The text brought to what its icon says, every fact kept; the other half is a slot.

    In: the feedback and its icon, positif or negatif. Out: sentences for ``teks``: praise before a
    criticism under a positive icon, a request after praise under a negative one.
    """
    said = _said(text)
    asks, turns = bool(text.find("minta")), any(c.kind == "contrast" for c in text.clauses)
    if ikon != "positif":
        if not asks:
            yield f"{said}. Namun, [kekurangan]. Ke depan, mohon [tindakan]."
        yield f"{said}. Yang masih perlu diperbaiki: [kekurangan]. Ke depan, mohon [tindakan]."
        return
    plain = not turns and len(text.words) <= _PLAIN and text.words[-1].sentence == 0
    if not asks and plain:
        yield f"Saudara sudah [kebaikan]. Namun, {_inside(text, said)}. Ke depan, mohon [tindakan]."
    wrong = f"Saudara sudah [kebaikan]. Yang masih perlu diperbaiki: {_inside(text, said)}."
    yield from (wrong, f"{wrong} Ke depan, mohon [tindakan].")[:: 1 if asks else -1]


def add_request(text: Text) -> Iterator[str]:
    """The text with what is wanted after it, from its own words where it denies an act.

    In: the feedback. Out: sentences that keep what was observed and add expectation, impact where
    the text names none, and support; what only the superior knows is a slot. A wish the text
    already has ("tingkatkan ketelitian") is told how.
    """
    said = _said(text)
    wanted = _wanted(text)
    if wanted:
        yield f"{said}. Mohon {wanted} paling lambat [tanggal]."
    if _asks_last(text) and _mends_last(text):
        yield f"{said} dengan [tindakan] paling lambat [tanggal]."
    ahead = "Mohon" if "depan" in said else "Ke depan, mohon"
    yield f"{said}. {ahead} [tindakan] paling lambat [tanggal]."
    impact = any(c.kind == "result" for c in text.clauses)
    if not impact and not text.find("minta") and text.words[-1].sentence == 0:
        yield f"{said}. Dampaknya, [dampak]. Ke depan, mohon [tindakan]. {_SUPPORT}"
    yield f"{said}. Ke depan, saya berharap Saudara [tindakan]. {_SUPPORT}"
    yield f"{said}. Mohon [tindakan] paling lambat [tanggal]."


def add_occasion(text: Text, tone: str) -> Iterator[str]:
    """The text with the piece of work it is about; which one, is a slot for the superior.

    In: the feedback and the label of its tone. Out: sentences: thanks are told for what, a wish how
    and when, a judgement what shows it; a text that neither judges nor asks is kept before what was
    seen.
    """
    said = _said(text)
    if _THANKS in text.norms(0, len(text.words) - 1):
        if len(text.words) <= _SHORT_THANKS:
            words = (word.norm for word in text.words if word.norm[0].isalnum())
            said = " ".join(words).capitalize()
            yield f"{said}, terutama karena sudah [kebaikan]."
        yield f"{said}. Saat [peristiwa], Saudara sudah [kebaikan]."
        return
    if _asks_last(text):
        yield f"{said} dengan [tindakan], terutama saat [peristiwa]."
        yield f"{said}, terutama saat [peristiwa]."
        yield f"{said}. Saat [peristiwa], [kekurangan]. Ke depan, mohon [tindakan]."
        return
    if tone in ("negatif", "campuran"):
        yield f"{said}. Hal ini terlihat saat [peristiwa]. Ke depan, mohon [tindakan]."
        yield f"{said}. Hal ini terlihat saat [peristiwa]."
        return
    cheers = any(word.norm in _CHEERS for word in text.words)
    if (text.find("puji") or copied_lines(text)) and not cheers:
        if len(text.words) <= _EXCLAIMED:
            yield f"{said}, terutama saat [peristiwa]."
        yield f"{said}. Hal ini terlihat saat [peristiwa]."
        yield f"{said}. Hal ini terlihat saat [peristiwa] dan berdampak pada [dampak]."
        return
    yield f"{said}. Saat [peristiwa], Saudara sudah [kebaikan]."
    yield f"{said}. Saat [peristiwa], Saudara sudah [kebaikan]. Ke depan, mohon [tindakan]."


def _mends_last(text: Text) -> bool:
    """Whether the last act is to mend or raise something, so that one may say by what."""
    acts = [word for i, word in enumerate(text.words) if is_predicate(text.words, i)]
    return bool(acts) and acts[-1].morph.root in _MENDS


def _asks_last(text: Text) -> bool:
    """Whether the last clause asks for something: "…, mohon ditingkatkan"."""
    asked = text.find("minta")
    return bool(asked) and bool(text.clauses) and asked[-1].last >= text.clauses[-1].first


def _said(text: Text) -> str:
    raw = text.raw.strip().rstrip(_ENDS)
    if not raw.isupper():
        return raw[:1].upper() + raw[1:]
    return _SENTENCE.sub(lambda opening: opening[0].upper(), lowered(raw, text.raw))


def _inside(text: Text, said: str) -> str:
    """The text as it goes on after another sentence: its own opening capital lowered."""
    return lowered(said, text.raw)


def _wanted(text: Text) -> str:
    """The denied act as a request: "data tidak pernah diperbarui" → "data diperbarui".

    Empty where nothing that can be done is denied, or its clause is long or denied twice.
    """
    for clause in text.clauses:
        for i in range(clause.first, clause.last + 1):
            negator = text.negated[i]
            if negator >= 0 and text.words[negator].norm not in _LEFT_UNDONE:
                continue
            word = text.words[i]
            prefix = word.morph.prefix
            if negator < clause.first or not is_predicate(text.words, i):
                continue
            if prefix not in _PASSIVE | _ACTIVE or word.norm in _UNWANTED:
                continue
            last = i
            while last < clause.last and text.words[last + 1].norm[0].isalnum():
                last += 1
            deed = piece(text, i, last)
            for words in _NOT_AT_ALL:
                deed = deed.partition(f" {words}")[0]
            first, end = _after_mark(text, clause.first, negator), negator - 1
            while first <= end and text.words[first].norm in _IDLE | DONE | ONGOING:
                first += 1
            while end >= first and text.words[end].norm in _IDLE | DONE | ONGOING:
                end -= 1
            subject = noun_phrase(text, first, end)
            if end >= first and noun_end(text, first, end) < end:
                return ""
            if prefix in _PASSIVE:
                return f"{subject} {deed}" if subject else ""
            return deed if not subject else ""
    return ""


def _after_mark(text: Text, first: int, end: int) -> int:
    """Where the last stretch between commas begins before word ``end``."""
    return max((i + 1 for i in range(first, end) if text.words[i].norm in ",;:"), default=first)
