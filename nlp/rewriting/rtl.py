"""The employee's own part in a step that somebody else decides."""

from collections.abc import Iterator

from nlp.morphology import nominal
from nlp.rewriting.noun import noun_end, noun_phrase
from nlp.rewriting.parts import Parts, noun_of, parts_of
from nlp.rewriting.pelaku import bidden, loose, opening_wish, party, superior, wish_at
from nlp.rewriting.phrase import piece, written
from nlp.rewriting.tunggu import rewrite_wait, waits
from nlp.text import Agent, Text

SENT = frozenset(
    "diikutkan diikutsertakan ditugaskan dilibatkan diundang dikirim disertakan dimasukkan diberi "
    "diberikan".split()
)
_LEADS = frozenset("agar supaya semoga saya kami mohon ingin".split())
_GIVEN = frozenset(("diberi", "diberikan"))
_ASIDE = frozenset("kesempatan untuk mengikuti ikut dalam pada ke serta sebagai".split())
_JOINERS = frozenset("dan lalu kemudian terus , agar supaya selanjutnya".split())
_PLACES = frozenset("di ke dari untuk pada dalam sebagai".split())
_GETS = frozenset(("dapat", "oleh"))
_HOPES = "harap"
_ASKS = frozenset(("minta", "meminta", "menanyakan"))
_HANDS_ON = frozenset(("kirim", "serah", "sampai", "aju", "ajukan"))


def rewrite_rtl(text: Text) -> Iterator[str]:
    """Candidate rewrites of an RTL out of control, in the order they are thought of.

    In: the analysed RTL. Out: sentences that keep the step and name what the employee does for
    it: material for the decision of a superior, a draft letter to others, a written reminder. A
    deadline of the text stays.
    """
    own = parts_of(text)
    due = "" if "[" in own.time else f" {own.time}"
    for said in _own_part(text, own):
        yield f"{said}{due}"


def _own_part(text: Text, own: Parts) -> Iterator[str]:
    end = own.end
    sent = 1 if end and text.words[0].norm in _LEADS else 0
    if text.words[sent].norm in SENT:
        yield from _to_join(text, sent, end)
        return
    waited = False
    for waiting in waits(text):
        for said in rewrite_wait(text, waiting, end):
            waited = True
            yield said
    if waited:
        return
    others = [a for a in text.agents if a.kind != "diri" and a.first <= end]
    subject = next(
        (a for a in others if a.role == "subjek" and (a.kind == "luar" or a.first == 0)), None
    )
    yield from _own_half(text, end)
    done_by = next((a for a in others if a.role != "subjek"), None)
    passive = own.voice in ("passive", "attained") and own.root != _HOPES
    if subject is not None or (done_by is None and not passive):
        yield from _to_doer(text, subject, end)
    if done_by is not None:
        yield from _to_deciding(text, own, done_by)
    yield from _unaddressed(text, own)


def _to_doer(text: Text, agent: Agent | None, end: int) -> Iterator[str]:
    """Of "Pimpinan menambah petugas": propose it, or prepare the decision, or write for it."""
    wish = (wish_at(text, agent.first, end) if agent else None) or opening_wish(text, end)
    if wish is None:
        return
    who, deed, stance = wish
    if deed.split(" ")[0] in _ASKS:
        matter = deed.partition(" ")[2]
        yield f"Menyiapkan bahan {matter} dan menyampaikannya kepada {who}"
        return
    letter = f"Menyiapkan draf surat kepada {who} agar {deed}"
    usulan = f"Mengusulkan kepada {who} agar {deed}"
    if stance and superior(who):
        yield f"Menyusun [bukti] dan menyampaikannya kepada {who} agar {deed}"
        yield f"Menyiapkan bahan dialog dengan {who} agar {deed}"
    elif stance:
        yield f"Menyusun kesepakatan tertulis bersama {who} agar {deed}"
        yield letter
        yield f"Menyusun [bukti] bersama {who} agar {deed}"
        yield f"Menyusun kesepakatan tertulis bersama {who} untuk [tindakan]"
    else:
        yield from (usulan, letter) if superior(who) else (letter, usulan)
        yield f"Menyiapkan draf surat kepada [nama] agar {who} {deed}"
        yield f"Menindaklanjuti secara tertulis kepada {who} agar {deed}"


def _to_deciding(text: Text, own: Parts, agent: Agent) -> Iterator[str]:
    """Of "Peta disusun Bagian X": ask Bagian X for the deed by its noun."""
    who = party(text, agent.first, agent.last)
    if own.act and own.voice in ("passive", "attained") and own.at < agent.first:
        thing = _named(text, own, agent.first - 1 - (agent.role == "oleh"))
        rest = written(text, agent.last + 1, own.end)
        if thing and rest.split(" ")[0] in _PLACES and not rest[-1].isdigit():
            thing = f"{thing} {rest}"
    else:
        cut = agent.first - 1 - (agent.role == "oleh")
        thing = noun_phrase(text, 0, cut)
    if not who or not thing:
        return
    letter = f"Menyiapkan draf surat permintaan {thing} kepada {who}"
    material = f"Menyiapkan bahan {thing} dan menyampaikannya kepada {who}"
    decides = any(m.kind == "putusan" for m in text.marks) or superior(who)
    yield from (material, letter) if decides else (letter, material)
    yield f"Mengusulkan {thing} kepada {who}"
    yield f"Menindaklanjuti {thing} secara tertulis kepada {who}"


def _named(text: Text, own: Parts, end: int) -> str:
    """A passive as its noun: "peta disusun" → penyusunan peta. It ends before word ``end + 1``."""
    noun, thing = nominal(own.act), noun_phrase(text, 0, own.at - 1)
    if not noun or own.root == "minta" or text.negated[own.at] >= 0 or (own.at and not thing):
        return ""
    if thing:
        return f"{noun} {thing}"
    rest = written(text, own.at + 1, noun_end(text, own.at + 2, end))
    return f"{noun} {rest}" if rest.split(" ")[0] in _PLACES else ""


def _to_join(text: Text, sent: int, end: int) -> Iterator[str]:
    """Of "Diikutkan dalam pelatihan X": propose to take part in it."""
    who, stop, first = "[nama]", end, sent + 1
    for agent in text.agents:
        if agent.role != "subjek" and agent.kind != "diri" and agent.first > sent:
            who = party(text, agent.first, agent.last) or who
            if agent.first > first + 1:
                stop = agent.first - 1 - (agent.role == "oleh")
            else:
                first = agent.last + 1
            break
    if text.words[sent].norm in _GIVEN:
        given = piece(text, first, stop)
        if given:
            yield f"Mengusulkan {given} kepada {who}"
            yield f"Mengusulkan keikutsertaan dalam [peristiwa] kepada {who}"
        return
    while first <= stop and text.words[first].norm in _ASIDE:
        first += 1
    event = noun_phrase(text, first, stop) or "[peristiwa]"
    yield f"Mengusulkan keikutsertaan dalam {event} kepada {who}"
    yield f"Menyiapkan draf surat usulan keikutsertaan dalam {event} kepada {who}"


def _own_half(text: Text, end: int) -> Iterator[str]:
    """Of "Saya rekap data dan Pengamat memutuskan" the half that is the employee's own."""
    selves = next((m for m in text.find("aktor_diri")), None)
    others = (m for m in text.find("aktor_luar") if selves and m.first > selves.last + 1)
    other = next((m for m in others if text.words[m.first - 1].norm in _JOINERS), None)
    if selves is None or other is None or other.first > end:
        return
    starts = [c.first for c in text.clauses if c.kind in ("time", "condition")]
    if selves.first > 0 and any(first < selves.first for first in starts):
        return
    first, last = selves.last + 1, other.first - 1
    while last > first and text.words[last].norm in _JOINERS:
        last -= 1
    deed, wish = bidden(text, first, last), wish_at(text, other.first, end)
    if not deed or wish is None:
        return
    if text.words[first].morph.root in _HANDS_ON:
        yield f"{deed} kepada {wish.who} secara tertulis agar {wish.deed}"
    if superior(wish.who):
        yield f"{deed} dan mengusulkan kepada {wish.who} agar {wish.deed}"
    yield f"{deed} dan menyiapkan draf surat kepada {wish.who} agar {wish.deed}"
    yield f"{deed} dan menyampaikannya secara tertulis kepada {wish.who}"


def _unaddressed(text: Text, own: Parts) -> Iterator[str]:
    """The step as a noun, for a decision or a letter, where nobody is named to write to."""
    end = own.end
    party_first = any(m.first == 0 for m in text.find("aktor_luar"))
    if own.voice in ("active", "command") and own.at == 0 and not party_first:
        yield from _of_act(text, own)
        return
    if own.voice in ("passive", "attained") and own.at > 0 and own.root != _HOPES:
        thing = _named(text, own, end)
        if thing:
            yield f"Menyiapkan draf surat permintaan {thing} kepada [nama]"
            yield f"Menindaklanjuti {thing} secara tertulis kepada [nama]"
        return
    if any(m.first == 0 for m in text.find("aktor_diri")):
        return
    nya = text.words[0].morph.clitic == "nya" and text.words[0].morph.prefix in ("ter", "")
    first = 1 if nya and end > 0 else 0
    if noun_end(text, first, end) < end or any(loose(text, i) for i in range(end + 1)):
        return
    thing = piece(text, first, end)
    if first == 0 and any(m.first == 0 and m.last < end for m in text.find("aktor_luar")):
        yield f"Menyiapkan draf surat kepada [nama] agar {thing}"
        return
    yield f"Mengusulkan {thing} kepada [nama]"
    yield f"Menyiapkan bahan {thing} dan menyampaikannya kepada [nama]"
    yield f"Menyiapkan draf surat kepada [nama] tentang {thing}"


def _of_act(text: Text, own: Parts) -> Iterator[str]:
    """Of "Menetapkan tarif": material for the decision, by the noun of the act."""
    noun, first = noun_of(own), own.at + 1
    while first < own.end and text.words[first].norm in ("ulang", "kembali"):
        noun = f"{noun} {text.words[first].norm}" if noun else ""
        first += 1
    thing = noun_phrase(text, first, own.end)
    if not thing:
        return
    if own.root in _GETS:
        yield f"Menyiapkan draf surat permohonan {thing} kepada [nama]"
    elif noun:
        yield f"Menyiapkan bahan {noun} {thing} dan menyampaikannya kepada [nama]"
        yield f"Mengusulkan {noun} {thing} kepada [nama]"
        yield f"Menyiapkan draf surat kepada [nama] tentang {noun} {thing}"
    elif noun_end(text, first, own.end) == own.end:
        yield f"Menyiapkan bahan {thing} dan menyampaikannya kepada [nama]"
