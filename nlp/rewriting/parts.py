"""A sentence of the form taken into its parts: who does what to what, with whom, how, by when."""

from dataclasses import dataclass

from nlp.morphology import Voice, nominal, verb_of
from nlp.morphology.inflect import VERBS
from nlp.rewriting.noun import noun_end
from nlp.rewriting.phrase import deadline, piece
from nlp.text import Text
from nlp.text.clause import is_predicate

_OPENERS = frozenset(
    (
        "saya kami akan agar untuk dapat bisa mampu harus perlu segera lebih sudah telah ikut "
        "serta makin semakin sering aktif berupaya berusaha rutin langsung , sdh"
    ).split()
)
# Offices named by what looks like a command.
_NAMES = frozenset(("bina marga", "cipta karya", "bina konstruksi"))
_RECIPIENT = frozenset(("kepada", "ke"))
_COMPANY = frozenset(("dengan", "bersama"))
_MEANS = frozenset("melalui menggunakan memakai lewat via".split())
# Words that open what is said of a thing.
_SAID = frozenset("secara semakin makin lebih sangat yang agar . ;".split())
_MANNER = frozenset("secara dengan lebih makin semakin sangat".split())
_MEASURES = frozenset("count percent duration frequency money score".split())


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one text, each a phrase that can stand in another sentence, or empty.

    ``act`` is the base of its verb ("susun", see ``nlp.morphology.inflect``), ``voice`` its form
    in the text, ``at`` its word, -1 for none; ``root`` the bare root; ``whole`` is all of it but
    the deadline; ``time`` the deadline ("paling lambat …"), the slot ``[tanggal]`` where it has
    none.
    """

    text: Text
    at: int
    end: int
    whole: str
    act: str
    voice: Voice | None
    root: str
    object: str
    recipient: str
    agent: str
    means: str
    quantity: str
    time: str
    evidence: str
    condition: str


def parts_of(text: Text) -> Parts:
    """Take an analysed text into parts. Never raises; what is not there is empty."""
    end, when = deadline(text)
    at, act, voice = _act(text, end)
    root = text.words[at].morph.root if at >= 0 else ""
    found = _segments(text, at, end, voice == "noun") if at >= 0 else {}
    if voice in ("passive", "attained") and at > 0 and text.words[0].norm not in _OPENERS:
        found["object"] = piece(text, 0, at - 1)
    outside = next((a for a in text.agents if a.kind != "diri" and a.last <= end), None)
    agent = found.get("agent") or (piece(text, outside.first, outside.last) if outside else "")
    measure = next((q for q in text.quantities if q.kind in _MEASURES and q.last <= end), None)
    shown = next((m for m in text.find("bukti") if m.last <= end), None)
    bound = next((c for c in text.clauses if c.kind in ("condition", "time", "cause")), None)
    return Parts(
        text, at, end, piece(text, 0, end), act, voice, root,
        found.get("object", ""), found.get("recipient", ""), agent, found.get("means", ""),
        piece(text, measure.first, measure.last) if measure else "",
        when,
        piece(text, shown.first, shown.last) if shown else "",
        piece(text, bound.first, min(bound.last, end)) if bound else "",
    )  # fmt: skip


def _act(text: Text, end: int) -> tuple[int, str, Voice | None]:
    """The word that names the act, its base and voice; -1 where none is found."""
    i = 0
    while i < end and (text.words[i].norm in _OPENERS or not text.words[i].norm[0].isalnum()):
        i += 1
    things = {m.first for m in text.find("bukti", "benda", "peristiwa", "pokok_mutu", "ukuran")}
    named = text.norms(i, min(i + 1, end)) in _NAMES
    verb = verb_of(text.words[i].norm) if i <= end and not named else None
    event = any(m.first == i for m in text.find("peristiwa")) and not text.words[i].morph.prefix
    if verb and event:
        return i, verb[0], "noun"
    if verb and not (verb[1] == "command" and (i in things or i == end)):
        return i, *verb
    for k in range(i + 1, end + 1):
        said = verb_of(text.words[k].norm)
        if said and said[1] in ("passive", "attained") and is_predicate(text.words, k):
            return k, *said
        if is_predicate(text.words, k):
            break
    return -1, "", None


def _segments(text: Text, at: int, end: int, named: bool) -> dict[str, str]:
    """What stands behind the act, by part, up to the next clause or sentence.

    Behind a ``named`` act ("pemahaman pegawai meningkat") what is said of it ends it too.
    """
    stops = {c.first for c in text.clauses if c.first > at and c.kind != "relative"}
    parties = {m.first for m in text.find("aktor_luar", "aktor_diri")}
    found: dict[str, str] = {}
    said_of = noun_end(text, at, end) if named else end
    name, first = "object", at + 1
    while first <= end and text.words[first].norm in ("ulang", "kembali", "secara"):
        first += 1 + (text.words[first].norm == "secara")
    for i in range(at + 1, end + 2):
        word = text.words[i].norm if i <= end else "."
        over = i > end or i in stops or word in ".;:" or (word == "," and i + 1 in stops)
        over = over or (named and i > said_of >= at and _turns_to(text, i, end, parties) is None)
        turn = None if over else _turns_to(text, i, end, parties)
        if not over and turn is None:
            continue
        phrase = piece(text, first, i - 1)
        if phrase:
            found.setdefault(name, phrase)
        if over:
            break
        name, first = turn or "object", i + (turn in ("agent", "recipient"))
    return found


def _turns_to(text: Text, i: int, end: int, parties: set[int]) -> str | None:
    """The part that begins at word ``i``, or None while the one before it goes on."""
    word = text.words[i].norm
    following = i + 1 if i < end else -1
    if word == "oleh":
        return "agent"
    if word in _RECIPIENT:
        return "recipient"
    if word in _MEANS:
        return "means"
    if word in _COMPANY and following > 0:
        named = text.words[following]
        capital = text.raw[named.start].isupper() and not text.raw.isupper()
        return "recipient" if following in parties or capital else "means"
    return "means" if word in _MANNER and following > 0 else None


def title(text: Text, first: int, end: int) -> str:
    """A name that begins at ``first``, up to what is said of it: "rapat evaluasi" (digelar …)."""
    for i in range(first + 1, end + 1):
        if is_predicate(text.words, i) or text.words[i].norm in _SAID:
            return piece(text, first, i - 1)
    return piece(text, first, end)


def noun_of(parts: Parts) -> str:
    """The noun of the act ("penyusunan"); empty where its verb is not one the tables know."""
    return (nominal(parts.act) or "") if parts.act in VERBS else ""


def rest_of(parts: Parts) -> str:
    """Object and those it is done with, as one phrase: "data debit bersama Balai"."""
    if parts.recipient and parts.object:
        return f"{parts.object} kepada {parts.recipient}"
    return parts.object or parts.recipient
