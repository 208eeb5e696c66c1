"""The work a topik speaks of, as a noun: what was done, or is to be done, to what."""

from typing import NamedTuple

from nlp.morphology import analyse, nominal, verb_of
from nlp.morphology.inflect import VERBS
from nlp.rewriting.noun import noun_end, noun_phrase
from nlp.rewriting.phrase import piece, written
from nlp.text import Text, Word
from nlp.text.clause import DONE, FUTURE, NEGATORS, ONGOING, is_predicate

# Words that say that work took place, and nothing of what was done.
_CARRIERS = frozenset(
    "laksana selenggara langsung ada laku gelar jalan ikut hadir jalani kerja lalui "
    "realisasi jadwal".split()
)
_FINISHED = frozenset(
    "selesai rampung tuntas beres kelar usai final lengkap komplit datang jalan terbit akhir lunas "
    "sukses habis jadi aman normal hasil".split()
)
_PAST = frozenset(
    "lalu lagi kemarin lampau kini semua semuanya nanti seluruhnya udah udh alhamdulillah".split()
)
_PERIODS = frozenset(
    "akhir awal tahun bulan minggu pekan triwulan semester senin selasa rabu kamis".split()
)
_ASPECT = DONE | FUTURE | ONGOING | NEGATORS
_OPENING = (
    DONE
    | FUTURE
    | ONGOING
    | frozenset(
        "sementara udah ada dulu saya kami kita alhamdulillah done tadi semua , : -".split()
    )
)
_SELF = frozenset(("kami", "saya", "kita"))
_PREPOSITIONS = frozenset("di ke dari pada dalam dengan".split())
_TROUBLES = frozenset("minus rembesan rembes perselisihan blokir cacat sumbatan".split())
# What is done to a trouble only.
_MENDING = frozenset(("tangani", "atasi"))
# What is broken, lacking or late, said of the thing before it.
_BROKEN = frozenset(
    "minus rusak bocor macet kosong hilang retak mati putus eror error lambat telat".split()
)
# Words that open the setting of what follows: "sesuai surat tugas, …".
_SETTING = frozenset(
    "sesuai sejauh sebelum setelah pada per bulan tahun sejak untuk dalam berdasarkan".split()
)
_COUNTED = frozenset("realisasi capaian progres sudah sekitar baru".split())
# Bare verbs that are nouns as they stand.
_BARE_NOUNS = frozenset("uji kaji tes telaah rekap tindak kerja serah alih tanda input".split())
_TARGETS = frozenset(("target", "sasaran"))
_KINDS = ("masalah", "peristiwa", "ukuran", "bukti", "benda", "pokok_mutu", "batin")
_STOPS = frozenset(".,;:!?")
_DASHES = frozenset("–—-")
_SOFT = frozenset("secara sekaligus per pada pasca selama sampai hingga sepanjang sejak".split())
_LONGEST = 16
_ALL = frozenset("seluruh semua para setiap tiap segenap dua tiga".split())
_PARTIES = frozenset(("aktor_luar", "aktor_diri"))
_WITH_OBJECT = frozenset(("me", "memper", "member"))


class Work(NamedTuple):
    """Work as a phrase.

    ``thing`` is what it is about, ``deed`` the noun of the act done to it ("kalibrasi"), empty
    where the thing is the act itself; ``root`` the root of the act; ``head`` the class of the
    thing: masalah, peristiwa, kerja (a named act), ukuran, target, bukti, benda or empty;
    ``opening`` its first word.
    ``aim`` is what is to become better where the act is an aim ("peningkatan disiplin");
    ``whole`` is the sentence where a gap can be hung behind it, ``left`` what it says is left.
    """

    thing: str
    deed: str
    root: str
    head: str
    opening: str
    aim: str = ""
    whole: str = ""
    left: str = ""

    @property
    def said(self) -> str:
        """The work as one noun phrase: "kalibrasi mesin tekan"."""
        return f"{self.deed} {self.thing}".strip()

    @property
    def acts(self) -> bool:
        """Whether the phrase names something that is done, and no mere thing."""
        return bool(self.deed) or self.head in ("peristiwa", "kerja")


def finished_work(text: Text) -> Work | None:
    """The work a topik says is over; None where none of its sentences names any.

    In: an analysed topik. Out: the work of the first part that has one: of "Mesin tekan sudah
    dikalibrasi" the thing "mesin tekan" and the deed "kalibrasi".
    """
    found = _first_part(text)
    return found[0] if found else None


def _first_part(text: Text) -> tuple[Work, int, int, int] | None:
    """The first part that names work: it, the part's first word, its thing's last, the part's."""
    first = 0
    while first < len(text.words):
        end = _segment_end(text, first)
        found = None if text.words[first].norm in _SETTING else _work(text, first, end)
        if found is not None:
            return found[0], first, found[1], end
        first = end + 2
    return None


def named_work(text: Text) -> Work | None:
    """The work a topik names, planned or under way; None where it can be cut out of nothing."""
    found = _first_part(text)
    if found is None:
        return None
    work, first, last, end = found
    said = any(_acts_at(text, i) for i in range(last + 1, end + 1))
    single = end >= len(text.words) - 2 and not any(w.norm in ",:" for w in text.words)
    whole = piece(text, first, end) if said and single and not work.deed else ""
    still = next((i for i, word in enumerate(text.words) if word.norm == "tinggal"), None)
    left = _left(text, still + 1, work.thing) if still is not None else ""
    return work._replace(whole=whole, left=left)


def _left(text: Text, first: int, thing: str) -> str:
    """What a text says is left to do: "tinggal uji aliran", "tinggal dibagikan"."""
    if first >= len(text.words):
        return ""
    said = verb_of(text.words[first].norm)
    if said and said[1] == "passive":
        deed = nominal(said[0])
        return f"{deed} {thing}" if deed else ""
    shown = _kinds(text, first) & {"bukti", "ukuran", "peristiwa"}
    if said and said[1] == "command" and not shown and text.words[first].norm not in _BARE_NOUNS:
        return f"{nominal(said[0]) or ''} {written(text, first + 1, len(text.words) - 1)}".strip()
    return noun_phrase(text, first, len(text.words) - 1)


def _segment_end(text: Text, first: int) -> int:
    """The last word of the part that begins at ``first``: up to a stop or a comma of no list."""
    last = len(text.words) - 1
    for i in range(max(first, noun_end(text, first, last)) + 1, last + 1):
        if text.words[i].norm in _STOPS or _dash(text, i):
            return i - 1
    return last


def _dash(text: Text, i: int) -> bool:
    spaced = text.raw[text.words[i].start - 1 : text.words[i].start] == " "
    return spaced and text.words[i].norm in _DASHES


def _work(text: Text, first: int, last: int) -> tuple[Work, int] | None:
    """The work of one part, and where its thing ends."""
    base, first = _opening(text, first, last)
    end = _thing_end(text, first, last)
    if end < first or text.words[first].norm in _PREPOSITIONS:
        return None
    kinds = _kinds(text, first)
    verb = _verb(text, end, last)
    said = verb_of(text.words[verb].norm) if verb >= 0 and not base else None
    party = _party(text, first, end)
    own = verb > 0 and text.words[verb - 1].norm in _SELF
    moved = verb < last and text.words[verb + 1].norm in _PREPOSITIONS
    takes = text.words[verb].morph.prefix in _WITH_OBJECT and not moved
    if said and said[1] == "active" and takes and party:
        first, base = verb + 1, said[0]
        end, kinds = _thing_end(text, first, last), _kinds(text, first)
    elif party and end < last:
        return None
    elif said and (said[1] in ("passive", "attained") or (said[1] == "command" and own)):
        base = said[0]
    if end < first or "aktor_diri" in kinds or end - first >= _LONGEST:
        return None
    made = _made(text, first, end, base)
    return (made, end) if made else None


def _party(text: Text, first: int, end: int) -> bool:
    """Whether people are spoken of: "seluruh staf subbagian", "12 pegawai", "tim"."""
    while first < end and (text.words[first].norm in _ALL or text.words[first].norm.isdigit()):
        first += 1
    return bool(_kinds(text, first) & _PARTIES) or text.words[first].norm in ("tim", "warga")


def _verb(text: Text, end: int, last: int) -> int:
    """The act said of a thing that ends at ``end``; -1 where none is before the next one."""
    if end + 2 <= last and text.words[end + 1].norm in _SELF:
        return end + 2
    for i in range(end + 1, last + 1):
        if text.words[i].norm in ("dan", "serta", ","):
            return -1
        if is_predicate(text.words, i):
            return i
    return -1


def _opening(text: Text, first: int, last: int) -> tuple[str, int]:
    """The act a part opens with ("telah disusun", "menyusun"), and where what follows begins."""
    base = ""
    if first + 2 < last and text.words[first].norm in NEGATORS:
        none = text.words[first + 1].norm in ("ada", "ditemukan", "terdapat", "terjadi")
        first += (2 + (text.words[first + 2].norm == "lagi")) if none else 0
    while first < last:
        word = text.words[first]
        over = _over(text, first) and word.norm not in ("hasil", "jalan", "jadi")
        said = verb_of(word.norm)
        passive = word.morph.prefix == "di"
        acts = (passive or (said and said[1] != "noun")) and is_predicate(text.words, first)
        state = word.morph.prefix == "ter" and word.morph.clitic == "nya"
        joins = word.norm in ("dan", "serta") and is_predicate(text.words, first + 1)
        if not (word.norm in _OPENING or joins or over or acts or state) or _troubled(text, first):
            break
        if (acts or state) and said and not over:
            base = said[0]
        first += 1
    return base, first


def _thing_end(text: Text, first: int, last: int) -> int:
    """Where the thing that opens at ``first`` ends, without what says that it is over."""
    if first > last:
        return first - 1
    end = noun_end(text, first, last)
    if end < first and _troubled(text, first):
        end = next(
            (i - 1 for i in range(first + 1, last + 1) if _says(text, i) or _comma(text, i)), last
        )
    soft = end < last and text.words[end + 1].norm in _SOFT
    if soft and not any(_says(text, i) for i in range(end + 1, last + 1)):
        end = next((i - 1 for i in range(end + 1, last + 1) if _comma(text, i)), last)
    stop = next((i for i in range(first + 1, end + 1) if _over(text, i)), end + 1)
    counted = stop <= last and not _troubled(text, first) and text.words[stop].norm[0].isdigit()
    while counted and stop > first + 1 and text.words[stop - 1].norm in _COUNTED:
        stop -= 1
    past = stop <= last and text.words[stop].norm in ("lalu", "kemarin")
    while stop > first + 1 and past and text.words[stop - 1].norm in _PERIODS:
        stop -= 1
    return stop - 1


def _comma(text: Text, i: int) -> bool:
    return text.words[i].norm == ","


def _acts_at(text: Text, i: int) -> bool:
    return text.words[i].norm in _ASPECT or is_predicate(text.words, i)


def _says(text: Text, i: int) -> bool:
    """Whether something is said at word ``i`` outside the clauses that only add to a noun."""
    clause = text.clauses[text.clause_at(i)]
    if clause.kind in ("relative", "purpose"):
        return False
    return _acts_at(text, i) or _over(text, i)


def _over(text: Text, i: int) -> bool:
    """Whether word ``i`` says of the work that it is over, or how it turned out."""
    word = text.words[i]
    if text.clauses[text.clause_at(i)].kind == "relative":
        return False
    bare = word.morph.prefix in ("", "di", "ter", "ber") and word.morph.suffix != "an"
    finished = bare and word.morph.root in _FINISHED and _meant_so(text, i)
    judged = any(m.kind == "mutu" and m.first == i for m in text.marks)
    quality = judged and i > 0 and text.words[i - 1].norm in _ASPECT | {"dengan"}
    percent = any(q.kind == "percent" and q.first == i for q in text.quantities)
    traffic = text.norms(i, i + 1) == "lalu lintas"
    return finished or quality or percent or (word.norm in _PAST and not traffic)


def _meant_so(text: Text, i: int) -> bool:
    """ "Leger jalan ruas …", "daftar hadir": bare words of two meanings that go on naming."""
    if text.words[i].norm not in ("jalan", "jadi", "hasil", "akhir", "aman", "normal", "terbit"):
        return True
    before = text.words[i - 1].norm if i else ""
    return before in _ASPECT or i == len(text.words) - 1


def _troubled(text: Text, i: int) -> bool:
    named = any(m.kind == "masalah" and m.first == i for m in text.marks)
    return named or text.words[i].norm in _TROUBLES


def _kinds(text: Text, first: int) -> set[str]:
    return {m.kind for m in text.marks if m.first == first}


def _acts(word: Word, voice: str, head: str) -> bool:
    """Whether a noun names an act ("penyusunan", "uji"), no thing ("tagihan", "kebutuhan")."""
    thing = word.morph.suffix == "an" and word.morph.prefix in ("", "ke")
    if voice == "command":
        return head not in ("bukti", "benda")
    return voice == "noun" and not thing


def _made(text: Text, first: int, end: int, base: str) -> Work | None:
    thing, kinds = piece(text, first, end), _kinds(text, first)
    if not thing:
        return None
    root = analyse(base.split(" ")[-1]).root if base else ""
    regular = base in VERBS or base.endswith("kan")
    deed = (nominal(base) or "") if regular and root not in _CARRIERS | _FINISHED else ""
    opening = text.words[first]
    named = verb_of(opening.norm)
    head = next((kind for kind in _KINDS if kind in kinds), "")
    broken = first < end and text.words[first + 1].norm in _BROKEN
    mended = base in _MENDING and head != "peristiwa"
    if opening.norm in ("potensi", "risiko"):
        head = ""
    elif _troubled(text, first) or mended or (broken and head in ("", "benda", "ukuran")):
        head = "masalah"
    elif opening.norm in _TARGETS:
        head = "target"
    elif not deed and named and _acts(opening, named[1], head):
        root, head = opening.morph.root, head if head == "peristiwa" else "kerja"
    if named and named[1] == "command" and not deed and head in ("", "kerja") and first < end:
        noun = nominal(named[0]) or ""
        if noun.startswith("pe") and opening.norm not in _BARE_NOUNS:
            deed, thing, root = noun, piece(text, first + 1, end), opening.morph.root
    if deed and root and opening.morph.root == root and first < end:
        thing = piece(text, first + 1, end)
    if thing.startswith(deed):
        deed = ""
    better = first if deed else first + 1
    things = any(m.first == better and m.kind == "benda" for m in text.marks)
    aim = "" if things or better > end else piece(text, better, end)
    return Work(thing, deed, root, head, opening.norm, aim)
