"""The noun phrase that opens at a word: what may stand behind "tentang", "hasil" or "kepada"."""

from nlp.morphology import verb_of
from nlp.rewriting.phrase import piece
from nlp.text import Text
from nlp.text.clause import CONNECTORS, DONE, FUTURE, NEGATORS, ONGOING, is_predicate

_SAID = DONE | FUTURE | ONGOING | NEGATORS | frozenset(
    "makin semakin kian lebih sangat secara agar supaya dapat bisa harus perlu wajib mau jangan "
    "rencananya katanya tinggal per seperti sekaligus sementara tolong mohon sanggup mampu "
    "berangkat pulang merasa lunas ada selalu sering kerap jarang senantiasa kian mulai lagi "
    "kedepannya kapan bagaimana kadang kadang-kadang".split()
)  # fmt: skip
_LEADING_ON = frozenset("per seperti sekaligus".split())
# After these an act goes on naming a thing: "tata cara menyusun", "untuk melayani".
_NAMED_BY_ACT = frozenset(
    "untuk guna cara teknik metode proses kemampuan keterampilan kecakapan rencana upaya alat "
    "aplikasi bahan jadwal pedoman panduan sop kiat usulan usul tentang dalam yang dan atau serta "
    "kunjungan kegiatan rapat waktu tugas permohonan permintaan keinginan kesanggupan kesediaan "
    "izin".split()
)
# Built like acts, but they say which.
_WHICH = frozenset(
    "berkala bersama berjenjang terpadu terbuka tertutup terbatas berizin berbasis "
    "bersubsidi bersertifikat berlaku".split()
)
_SELF = frozenset(("kami", "saya", "kita"))
_STAGES = frozenset("sampai hingga mencapai tahap sebatas di dari".split())
# Abilities that are things to speak of, not what is said of somebody.
_INNER_NOUNS = frozenset("kompetensi kapasitas kapabilitas motivasi disiplin integritas".split())
_LISTS = frozenset(("dan", "serta", "atau", "maupun", "&"))
_QUALITIES = frozenset(("mutu", "batin", "tren"))
_NOUN_MAKERS = frozenset(("pe", "per", "ke"))
_THINGS = frozenset(("peristiwa", "bukti", "benda"))
_HOPED_WITHIN = 20
_LEADS = frozenset("agar bahwa supaya ke depan depannya kiranya bisa ,".split())
_WISHES = frozenset("diharapkan diharap semoga mudah-mudahan berharap mohon".split())
_NEAR = 5
_SHORT = 3


def noun_phrase(text: Text, first: int, last: int) -> str:
    """The noun phrase that opens at word ``first``, as written; empty where none opens there.

    It ends before what is said of it: an act, an aspect, a negation, a judgement, a clause of its
    own, a mark that closes no list. ``last`` is the last word it may hold.
    """
    end = noun_end(text, first, last)
    return piece(text, first, end) if end >= first else ""


def whole_noun(text: Text, first: int, last: int) -> str:
    """The words ``first..last`` where they are one noun phrase and nothing else; else empty."""
    end = noun_end(text, first, last)
    return piece(text, first, last) if end == last else ""


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
    judged = word.norm not in _INNER_NOUNS and any(
        m.kind in _QUALITIES and m.first == i for m in text.marks
    )
    return not judged and not is_predicate(text.words, i)


def _ends(text: Text, i: int, last: int, starts: set[int], related: bool) -> bool:
    word, before = text.words[i], text.words[i - 1].norm
    if word.norm in ("yang", "untuk", "guna"):
        return i == last
    if word.norm == ",":
        return not _goes_on(text, i, last, starts)
    if word.norm == "-" and text.raw[word.start - 1 : word.start] == " ":
        return True
    if not word.norm[0].isalnum():
        return word.norm not in ("(", ")", "/", "-", "–", "&", '"', "“", "”", "%")
    if word.norm in _SELF and i < last:
        said = verb_of(text.words[i + 1].norm)
        if said and said[1] == "command":
            return True
    if word.norm == "secara":
        return True
    if related and word.norm in DONE and before not in NEGATORS | {"yang"}:
        return text.words[i - 1].morph.clitic != "nya"
    if related:
        return i in starts or (before not in _NAMED_BY_ACT and _acts_on(text, i, last))
    if i in starts or (word.norm in _SAID and not _says_which(text, i, last)):
        return True
    if word.norm == "dengan":
        return any(m.first == i + 1 and m.kind in _QUALITIES for m in text.marks)
    if any(q.first == i and q.kind == "percent" for q in text.quantities):
        return True
    state = word.morph.prefix == "ter" and i < last and text.words[i + 1].norm == "yang"
    if before in _NAMED_BY_ACT or word.norm in _WHICH or state:
        return False
    return is_predicate(text.words, i)


def _says_which(text: Text, i: int, last: int) -> bool:
    """Whether a word of aspect or degree only says which: "edisi baru", "kurang lebih 6 km"."""
    word, before = text.words[i].norm, text.words[i - 1].norm
    if word == "baru":
        following = text.words[i + 1] if i < last else None
        return following is None or not (
            following.norm[0].isdigit()
            or following.norm in _STAGES
            or is_predicate(text.words, i + 1)
        )
    return word == "lebih" and before == "kurang"


def _acts_on(text: Text, i: int, last: int) -> bool:
    """Whether "dan" leads from a relative clause to another act, and not to another name."""
    if text.words[i].norm not in ("dan", "lalu"):
        return False
    return any(
        is_predicate(text.words, k) or text.words[k].norm in _SAID for k in range(i + 1, last + 1)
    )


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


def names_nothing(text: Text, end: int) -> bool:
    """Whether a text names nothing but a judgement, so that only its neighbour has a subject."""
    judged = {
        i
        for m in text.find("batin", "mutu", "tren", "pokok_mutu", "usai", "ukuran")
        for i in range(m.first, m.last + 1)
    }
    plain = [i for i in range(end + 1) if len(text.words[i].norm) > _SHORT and i not in judged]
    return not plain


def shown(text: Text, end: int) -> str:
    """What a proof is asked of, behind "Tersedia [bukti]": a thing, its coming to be, or a saying.

    Empty where the text is neither an event or thing nor says something of one: a bare adjective
    cannot be told from a name.
    """
    whole, last = piece(text, 0, end), noun_end(text, 0, end)
    if last < 0 or not whole:
        return ""
    if text.words[0].morph.clitic == "nya" and text.words[0].lex.morph.prefix:
        return f"yang menunjukkan {whole}"
    said = last < end and text.words[last + 1].norm in _SAID - _LEADING_ON
    if said or any(is_predicate(text.words, i) for i in range(last + 1, end + 1)):
        return f"yang menunjukkan bahwa {whole}"
    named = any(m.kind in _THINGS and m.first == 0 for m in text.marks)
    return f"tentang {whole}" if named else ""


def bare_thing(text: Text, end: int, first: int = 0) -> str:
    """What a text is about without the judgement tied to it: "layanan yang prima" → layanan."""
    last = noun_end(text, first, end)
    judged = {m.first for m in text.find(*_QUALITIES)}
    for i in range(first + 1, last):
        if text.words[i].norm == "yang" and (i + 1 in judged or text.words[i + 1].norm in _SAID):
            last = i - 1
            break
    while last > first and last in judged:
        last -= 1
    return piece(text, first, last) if last >= first else ""


def hoped(text: Text) -> int:
    """Where what is hoped for begins: behind "diharapkan", "semoga"; 0 where nothing is hoped."""
    last = min(_HOPED_WITHIN, len(text.words) - 1)
    for i in range(last):
        if text.words[i].norm in _WISHES or text.norms(i, i + 1) == "kalau bisa":
            i += 1 + (text.words[i].norm == "kalau")
            while i < last and text.words[i].norm in _LEADS:
                i += 1
            return i
    return 0
