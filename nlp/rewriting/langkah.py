"""Steps that can be put into a calendar, from an RTL that names none."""

from collections.abc import Iterator

from nlp.morphology import nominal
from nlp.rewriting.noun import noun_end, noun_phrase
from nlp.rewriting.parts import Parts, noun_of, parts_of
from nlp.rewriting.pelaku import bidden, opening_wish
from nlp.rewriting.phrase import piece
from nlp.rewriting.rtl import SENT, rewrite_rtl
from nlp.rewriting.tunggu import waits
from nlp.text import Text
from nlp.text.clause import is_predicate

_LEARNING = frozenset("ajar mentor mentori latih mentoring coaching coach bimbing bimtek".split())
_GUIDED = frozenset(
    "mentoring coaching bimbingan pelatihan diklat kursus webinar bimtek sharing".split()
)
_COMPANY = frozenset("dengan bersama".split())
# What a text about learning names no subject by.
_NO_SUBJECT = frozenset(
    "lagi terus banyak lebih mandiri sendiri rutin pelan pelan-pelan dengan bersama supaya agar "
    "sebanyak-banyaknya untuk biar giat rajin sungguh-sungguh mau dan mentor senior "
    "rekan tekun".split()
)
_SPOKEN = frozenset(("soal", "tentang", "mengenai"))
_BEHIND = frozenset("supaya agar biar untuk demi guna".split())
_AIMS = frozenset("tingkat jadi terima ajar maksimal optimal baik tambah jaga".split())
_PLEAS = frozenset(("mohon", "memohon", "semoga", "harap"))
_MODAL = frozenset(
    "ke depan akan perlu harus agar supaya ingin bisa dapat saya kami kita selalu senantiasa "
    "berusaha berupaya berkomitmen terus usaha upaya".split()
)
_MORE = frozenset(("lebih", "makin", "semakin"))
# What somebody has in mind or at heart: one reads up on it, and hands in what was learnt.
_ATTITUDES = frozenset(
    "visioner inisiatif proaktif inovatif kreatif sabar ramah senyum sapa salam semangat ilmu "
    "wawasan teladan jujur amanah ikhlas loyal santun sopan inspiratif profesional wawas "
    "sigap cekatan disiplin percaya motivasi integritas tahu paham kompetensi".split()
)
_MEETINGS = frozenset("temu koordinasi konsultasi diskusi rapat kumpul".split())
_CARRIED = frozenset("bikin buat laku laksana harap guna upaya".split())
_EMPTY = frozenset("tugas kegiatan pekerjaan apa arahan perintah".split())
_LONGEST = 12


def rewrite_step(text: Text) -> Iterator[str]:
    """Candidate rewrites of an RTL that is no step, in the order they are thought of.

    In: the analysed RTL. Out: sentences with an act, its object, with whom and by when: a wait
    becomes a reminder, learning gets its subject and its teacher, an aim a piece of work for it.
    A time the text states itself is not set a second time.
    """
    own = parts_of(text)
    if not own.whole:
        return
    own_time = _dated(text, own.end) if "[" in own.time else ""
    bound = own_time if own_time.startswith(("sebelum", "hingga")) else ""
    by_others = _by_others(text, own)
    wait = any(waits(text))
    steps: list[str] = []
    if wait or by_others or text.words[0].norm in SENT:
        steps += rewrite_rtl(text)
    settled = text.words[0].norm in SENT or wait
    settled = settled and (bool(steps) or bool(text.find("tunggu")))
    if not (text.words[0].norm in _PLEAS or by_others or settled):
        steps += _steps(text, own)
    for step in steps:
        timed = "paling lambat" in step or (own_time and own_time in step.lower())
        yield step if timed else _by(bound or own.time, step)


def _by(time: str, step: str) -> str:
    """The step with its time, which stands before what the step is to bring about."""
    act, agar, aim = step.partition(" agar ")
    return f"{step} {time}" if ", lalu " in aim else f"{act} {time}{agar}{aim}"


def _by_others(text: Text, own: Parts) -> bool:
    """Whether the text wishes something of others, and so leaves the employee no act."""
    if own.root == "harap" or text.words[0].norm == "adanya":
        return True
    if any(a.kind == "luar" and a.last <= own.end for a in text.agents):
        return True
    wish = opening_wish(text, own.end)
    named = any(m.first <= 1 for m in text.find("aktor_luar"))
    return wish is not None and (named or not wish.stance)


def _steps(text: Text, own: Parts) -> Iterator[str]:
    words = text.words[: own.end + 1]
    if any(word.morph.root in _LEARNING or word.norm in _GUIDED for word in words):
        yield from _learning(text, own)
        return
    if own.root in _MEETINGS and own.at == 0:
        yield f"{own.whole} dan menyusun resumenya"
        return
    if (
        own.voice == "passive"
        and own.at > 0
        and own.root not in _CARRIED
        and nominal(own.act)
        and text.negated[own.at] < 0
    ):
        thing = noun_phrase(text, 0, own.at - 1)
        if thing:
            yield f"Menyusun [bukti] {nominal(own.act)} {thing} bersama [nama]"
            yield f"Menyusun [bukti] {nominal(own.act)} {thing}"
            return
    opener = text.words[0]
    if opener.norm == "belum":
        return
    event = opener.morph.prefix in ("pe", "per") and opener.morph.suffix == "an"
    party = any(m.first == 0 for m in text.find("aktor_luar"))
    if (event or opener.norm.endswith("asi")) and not party:
        work = noun_phrase(text, 0, own.end)
        if len(work.split()) > 1:
            yield f"Menyusun [bukti] {work} bersama [nama]"
    aim = _aim(text, own.end)
    idle = own.voice in ("active", "command") and own.object in ("lagi", "terus")
    if not aim or idle or own.root == "lihat":
        yield "Mempelajari [materi] bersama [nama] dan menyusun resumenya"
        return
    if _minds(text, own):
        yield f"Mempelajari [materi] bersama [nama] {aim}, lalu menyusun resumenya"
    yield f"Menyusun [bukti] bersama [nama] {aim}"
    for more in _MORE:
        if aim.startswith(f"agar {more} "):
            yield f"Menyusun [bukti] bersama [nama] agar {aim.removeprefix(f'agar {more} ')}"
    noun = noun_of(own) if own.voice == "active" and own.at == 0 else ""
    thing = noun_phrase(text, own.at + 1, own.end) if noun else ""
    if thing and own.root not in _AIMS and thing.split(" ")[0] not in _EMPTY:
        yield f"Menyusun [bukti] {noun} {thing} bersama [nama]"
    yield f"Menyusun [bukti] {aim}"
    yield "Mempelajari [materi] bersama [nama] dan menyusun resumenya"


def _aim(text: Text, end: int) -> str:
    """What the step is to bring, behind "untuk" where it acts and "agar" where it is a state."""
    first = 0
    while first < end and text.words[first].norm in _MODAL:
        first += 1
    opener = text.words[first]
    if opener.norm == "dalam" and first < end and text.words[first + 1].norm == "rangka":
        first += 2
        opener = text.words[min(first, end)]
    if not opener.morph.known and opener.norm.endswith("in"):
        return ""
    last = _aim_end(text, first, end)
    phrase = bidden(text, first, last) if first <= last else ""
    if not phrase:
        return ""
    denied = opener.norm in _MORE or phrase.startswith("tidak ")
    acts = is_predicate(text.words, first) or (
        not opener.morph.prefix and phrase.split(" ")[0] != piece(text, first, last).split(" ")[0]
    )
    return f"{'untuk' if acts and not denied else 'agar'} {phrase}"


def _aim_end(text: Text, first: int, end: int) -> int:
    """Where an aim ends: before how it is to be reached, and where it grows long at a mark."""
    for i in range(first + 2, end + 1):
        word = text.words[i].norm
        vague = any(m.first in (i + 1, i + 2, i + 3) and m.kind == "mutu" for m in text.marks)
        more = any(text.words[k].norm in _MORE for k in range(i, min(i + 5, end + 1)))
        if word == "dengan" and (vague or more) and i > first + 2:
            return i - 1
        late = i - first > _LONGEST
        if word == ";" or (late and (word == "," or word in _BEHIND)):
            return i - 1
    return end


def _minds(text: Text, own: Parts) -> bool:
    """Whether the aim is an attitude or knowledge, and no work has been named that it serves."""
    if own.voice in ("active", "command") and own.object and own.root not in ("tambah", "jadi"):
        return bool(set(own.object.lower().split()[:2]) & _ATTITUDES)
    if opening_wish(text, own.end):
        return False
    for i, word in enumerate(text.words[: own.end + 1]):
        if word.norm in _ATTITUDES or word.morph.root in _ATTITUDES:
            return True
        if i > 0 and is_predicate(text.words, i) and word.morph.prefix == "me":
            return False
    return False


def _learning(text: Text, own: Parts) -> Iterator[str]:
    """Learning with its subject, its teacher and what is written about it."""
    end = own.end
    dialog = next((i for i in range(end + 1) if text.words[i].norm in _GUIDED), -1)
    if dialog < 0:
        yield from _alone(text, own)
        return
    first = dialog
    if dialog < end and text.words[dialog + 1].norm == "teknis":
        dialog += 1
    topic = noun_end(text, dialog + 1, end) if dialog < end else dialog
    skip = 1 if dialog < end and text.words[dialog + 1].norm in _SPOKEN else 0
    if skip:
        topic = noun_end(text, dialog + 2, end)
    company = next((i for i in range(dialog, end + 1) if text.words[i].norm in _COMPANY), end + 1)
    often = next((q for q in text.quantities if dialog < q.first <= end), None)
    clause = next((c for c in text.clauses if c.kind == "time" and c.first > dialog), None)
    if often and clause and often.first > clause.first:
        often = None
    last = min(topic, company - 1, often.first - 1 if often else end)
    while last > dialog and text.words[last].norm in ("setiap", "tiap", "selama"):
        last -= 1
    bare = last <= dialog + skip or text.words[dialog + 1].norm in _NO_SUBJECT
    said = f"{piece(text, first, dialog)} [materi]" if bare else piece(text, first, last)
    rate = piece(text, last + 1, often.last) if often and often.last > last and not bare else ""
    if often and bare:
        rate = piece(text, max(dialog + 1, often.first), often.last)
    whom = noun_phrase(text, company + 1, end) if company < end else ""
    who = whom if whom and whom not in ("mentor", "senior", "rekan") else "[nama]"
    rate = f" {rate}" if rate and company > end else ""
    yield f"Mengikuti {said}{rate} bersama {who} dan menyusun resumenya"
    yield f"Mengikuti {said}{rate} bersama {who}"


def _alone(text: Text, own: Parts) -> Iterator[str]:
    """Learning by oneself: its subject where it has one, else the gap for it, and its aim."""
    end = own.end
    at = next((i for i in range(end + 1) if text.words[i].morph.root in _LEARNING), 0)
    first = at + 1
    while first <= end and text.words[first].norm in ("lagi", "terus", "soal", "tentang"):
        first += 1
    taught = first <= end and text.words[first].norm not in _NO_SUBJECT
    subject = noun_phrase(text, first, end) if taught else ""
    verb = text.words[at].morph.root == "ajar" and text.words[at].morph.prefix in ("be", "ber", "")
    if subject and (verb or text.words[at].norm == "mempelajari"):
        yield f"Mempelajari {subject} bersama [nama] dan menyusun resumenya"
    yield "Mempelajari [materi] bersama [nama] dan menyusun resumenya"
    yield "Menyusun resume [materi] yang dipelajari bersama [nama]"


def _dated(text: Text, end: int) -> str:
    """By when a text itself says: "sebelum triwulan 4 berakhir", "Juli 2025"; else empty."""
    for clause in text.clauses:
        if clause.kind == "time" and text.words[clause.first].norm in ("sebelum", "hingga"):
            return text.quote(clause.first, min(clause.last, end)).lower()
    for quantity in text.quantities:
        if quantity.kind in ("date", "period") and quantity.last >= end - 1:
            return text.quote(quantity.first, quantity.last).lower()
    return ""
