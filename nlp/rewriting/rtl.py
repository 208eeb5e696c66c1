"""The employee's own part in a step that somebody else decides."""

from collections.abc import Iterator

from nlp.morphology import active, nominal, verb_of
from nlp.rewriting.parts import Parts, noun_of, parts_of
from nlp.rewriting.phrase import piece
from nlp.text import Agent, Mark, Text
from nlp.text.clause import CONNECTORS, is_predicate

# A wish, or a step of the employee's own, cannot be wrapped into a letter to somebody else.
_PLEAS = frozenset("mohon memohon semoga harap mudah-mudahan dukungan saya kami".split())
# Words between the doer and the act that belong to neither.
_BETWEEN = frozenset(
    "sebaiknya hendaknya akan wajib harus lebih makin segera dapat bisa agar diharapkan".split()
)
# Those one proposes to, and prepares decisions for, rather than writes to.
_SUPERIORS = frozenset(
    "pimpinan atasan kepala direktur sekretaris menteri dirjen sekjen kasatker inspektur "
    "sesditjen bapak ibu pak bu kabalai".split()
)
_JOINS_IN = frozenset(
    "diikutkan diikutsertakan ditugaskan dilibatkan diundang dikirim diberi diberikan".split()
)
_LONGEST_PARTY = 6
_ASIDE = frozenset("kesempatan untuk mengikuti ikut dalam pada ke serta".split())


def rewrite_rtl(text: Text) -> Iterator[str]:
    """Candidate rewrites of an RTL out of control, in the order they are thought of.

    In: the analysed RTL. Out: sentences that keep the step and name what the employee does for
    it: material for the decision of a superior, a draft letter to others, a written reminder.
    """
    end = len(text.words) - 1
    if text.words[0].norm in _JOINS_IN:
        yield from _to_join(text, end)
    waiting = next((m for m in text.marks if m.kind in ("tunggu", "pantau")), None)
    if waiting is not None and waiting.first <= 2 and _active(text, waiting):
        yield from _instead_of_waiting(text, waiting, end)
    yield from _own_half(text)
    agent = next((a for a in text.agents if a.role == "subjek" and a.kind != "diri"), None)
    if agent is not None:
        yield from _to_doer(text, agent, end)
    done_by = next((a for a in text.agents if a.role != "subjek" and a.kind != "diri"), None)
    if done_by is not None:
        yield from _to_deciding(text, done_by, end)
    yield from _letter(text, end)


def _to_doer(text: Text, agent: Agent, end: int) -> Iterator[str]:
    """Of "Pimpinan menambah petugas": propose it, or prepare the decision, or write for it."""
    last = agent.last
    while last > agent.first and text.words[last].norm in _BETWEEN:
        last -= 1
    who, deed = piece(text, agent.first, last), _bidden(text, agent.last + 1, end)
    if not who or not deed:
        return
    letter = f"Menyiapkan draf surat kepada {who} agar {deed}"
    usulan = f"Mengusulkan kepada {who} agar {deed}"
    yield from (usulan, letter) if _superior(who) else (letter, usulan)
    yield f"Menyiapkan bahan usulan kepada {who} agar {deed}"
    yield f"Menindaklanjuti secara tertulis kepada {who} agar {deed}"


def _bidden(text: Text, first: int, end: int) -> str:
    """What somebody is asked to do, its first verb in full: "kumpulkan" → "mengumpulkan"."""
    while first <= end and text.words[first].norm in _BETWEEN - {"lebih", "makin"}:
        first += 1
    more = "lebih " if first <= end and text.words[first].norm in ("lebih", "makin") else ""
    phrase = piece(text, first, end)
    said = verb_of(text.words[first].norm) if first <= end else None
    if said and said[1] == "command":
        return f"{active(said[0])} {piece(text, first + 1, end)}".strip()
    return f"{more}{phrase}" if phrase else ""


def _to_deciding(text: Text, agent: Agent, end: int) -> Iterator[str]:
    """Of "Peta disusun Bagian X": ask Bagian X for the deed by its noun."""
    own = parts_of(text)
    who = piece(text, agent.first, agent.last)
    if agent.role == "oleh" and not own.act:
        cut = agent.first - 1
        while cut > 0 and text.words[cut].norm == "oleh":
            cut -= 1
        thing = piece(text, 0, cut)
    else:
        noun = nominal(own.act) if own.act and own.voice == "passive" else None
        thing = f"{noun} {own.object}".strip() if noun and own.object else ""
        if own.voice == "noun":
            thing = piece(text, 0, agent.first - 1 - (agent.role == "oleh"))
    if not who or not thing:
        return
    letter = f"Menyiapkan draf surat permintaan {thing} kepada {who}"
    material = f"Menyiapkan bahan {thing} dan menyampaikannya kepada {who}"
    decides = any(m.kind == "putusan" for m in text.marks) or _superior(who)
    yield from (material, letter) if decides else (letter, material)
    yield f"Mengusulkan {thing} kepada {who}"
    yield f"Menindaklanjuti {thing} secara tertulis kepada {who}"


def _to_join(text: Text, end: int) -> Iterator[str]:
    """Of "Diikutkan dalam pelatihan X": propose to take part in it."""
    first = 1
    while first <= end and text.words[first].norm in _ASIDE:
        first += 1
    event = piece(text, first, end)
    if event:
        yield f"Mengusulkan keikutsertaan dalam {event} kepada [nama]"
        yield f"Menyiapkan draf surat usulan keikutsertaan dalam {event} kepada [nama]"


def _instead_of_waiting(text: Text, waiting: Mark, end: int) -> Iterator[str]:
    last = end
    for i in range(waiting.last + 2, end + 1):
        if text.words[i].norm in CONNECTORS or text.words[i].norm in ("apakah", ",", "apa"):
            last = i - 1
            break
    awaited = _as_noun(text, waiting.last + 1, last)
    if not awaited:
        return
    from_whom = _from_whom(text, waiting.last + 2, last)
    who = "[nama]"
    if from_whom:
        who = piece(text, from_whom + 1, last)
        awaited = _as_noun(text, waiting.last + 1, from_whom - 1) or awaited
    decision = any(
        m.kind == "putusan" and m.first in (waiting.last + 1, waiting.last + 2) for m in text.marks
    )
    if text.words[waiting.first].morph.root == "terima" and not decision:
        yield f"Meminta {awaited} kepada {who} secara tertulis"
    event = any(is_predicate(text.words, i) for i in range(waiting.last + 2, last + 1))
    if event:
        yield f"Menindaklanjuti secara tertulis kepada {who} agar {awaited}"
    if decision and not event:
        yield f"Menyiapkan bahan {awaited} dan menyampaikannya kepada {who}"
    yield f"Menindaklanjuti {awaited} secara tertulis kepada {who}"
    yield f"Menyiapkan draf surat kepada {who} tentang {awaited}"
    if not decision:
        yield f"Menyiapkan bahan {awaited} dan menyampaikannya kepada {who}"


def _from_whom(text: Text, first: int, last: int) -> int:
    """Where "dari Biro Hukum" begins, if it ends what is awaited; 0 where it does not."""
    parties = {m.first for m in text.find("aktor_luar")}
    found = [
        i for i in range(first, last) if text.words[i].norm in ("dari", "oleh") and i + 1 in parties
    ]
    return found[-1] if found and last - found[-1] <= _LONGEST_PARTY else 0


def _as_noun(text: Text, first: int, last: int) -> str:
    """What is awaited: "SK terbit" stays, "disetujui" turns into its noun."""
    if first > last:
        return ""
    said = verb_of(text.words[first].norm)
    noun = nominal(said[0]) if said and said[1] == "passive" else None
    return f"{noun} {piece(text, first + 1, last)}".strip() if noun else piece(text, first, last)


def _own_half(text: Text) -> Iterator[str]:
    """Of "Saya rekap data dan Pengamat memutuskan" the half that is the employee's own."""
    selves = next((a for a in text.agents if a.kind == "diri" and a.role == "subjek"), None)
    other = next((a for a in text.agents if a.kind == "luar" and a.role == "subjek"), None)
    if selves is None or other is None or selves.last >= other.first:
        return
    first, last = selves.last + 1, other.first - 1
    while last > first and text.words[last].norm in ("dan", "lalu", "kemudian", ",", "agar"):
        last -= 1
    deed, who = _bidden(text, first, last), piece(text, other.first, other.last)
    if deed and who:
        yield f"{deed} dan menyampaikannya secara tertulis kepada {who}"


def _letter(text: Text, end: int) -> Iterator[str]:
    """The letter about the step as it is written, where nobody is named to write to."""
    plea = text.words[0].norm in _PLEAS or any(a.kind == "diri" for a in text.agents)
    own: Parts = parts_of(text)
    if not own.whole:
        return
    whole = piece(text, 0, end)
    joins = text.words[0].norm in _JOINS_IN
    if own.object and own.voice in ("active", "command", "attained", "passive") and not joins:
        noun = noun_of(own)
        if noun:
            yield f"Menyiapkan bahan {noun} {own.object} dan menyampaikannya kepada [nama]"
            yield f"Mengusulkan {noun} {own.object} kepada [nama]"
    if not plea and not own.act and any(is_predicate(text.words, i) for i in range(end + 1)):
        yield f"Menyiapkan draf surat kepada [nama] agar {whole}"
        yield f"Mengusulkan kepada [nama] agar {whole}"
    elif own.voice == "noun" or not own.act:
        yield f"Mengusulkan {whole} kepada [nama]"
        yield f"Menyiapkan bahan {whole} dan menyampaikannya kepada [nama]"
    if not plea:
        yield f"Menyiapkan draf surat kepada [nama] tentang {whole}"


def _superior(who: str) -> bool:
    return bool(set(who.lower().split()[:3]) & _SUPERIORS)


def _active(text: Text, mark: Mark) -> bool:
    """Whether the employee waits ("menunggu") and is not the one acted on ("diikutkan")."""
    return text.words[mark.first].morph.prefix not in ("di", "diper", "diber")
