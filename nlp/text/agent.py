"""Who does the act of a clause (guideline 4: "siapa yang menentukan langkah ini terjadi?")."""

from nlp.text.clause import CONNECTORS, NEGATORS, is_predicate
from nlp.text.word import Agent, Clause, Mark, Word

_ACTIVE = frozenset(("me", "memper", "member"))
_PASSIVE = frozenset(("di", "diper", "diber"))
_PLEAS = frozenset("mohon semoga harap kiranya dimohon diharapkan diharap".split())
_QUANTIFIERS = frozenset(
    (
        "setiap tiap tiap-tiap semua seluruh para masing-masing pihak bapak ibu beberapa sebagian "
        "salah satu pak bu kedua"
    ).split()
)
_LINKS = CONNECTORS.keys() | {"dan", "serta", "lalu", "kemudian", "oleh", "saja"}
_MODALS = frozenset(
    (
        "akan telah sudah harus perlu dapat bisa agar segera wajib belum juga tidak mau bersedia "
        "kembali sedang masih langsung mohon ikut lebih makin semakin"
    ).split()
)
_BARE_ACTS = frozenset("minta mohon ikut hadir setuju".split())
# Classes of a bare word that make it a state or a thing, no act.
_STATES = frozenset("mutu puji kritik batin bukti satuan benda peristiwa masalah putusan".split())
_NO_SUBJECT = frozenset(
    (
        "tidak belum jangan agar supaya untuk segera lebih terus tetap lalu kemudian mohon minta "
        "harap semoga cara tugas langkah rencana hasil target tahap jika bila apabila setelah "
        "sebelum sambil adanya mampu dapat harus akan ingin mau perlu siap ikut"
    ).split()
)
# What joins others to "saya": "saya dan Kepala Seksi", "kami bersama tim".
_COMPANY = frozenset(("dan", "bersama", "serta", "sendiri"))
_ATTRIBUTIVE = frozenset(("dari", "di", "pada", "bersama"))
# A preposition before a party makes it an addressee or a place, never the doer.
_PREPOSITIONS = frozenset(
    (
        "kepada ke dari dengan di untuk bagi pada terhadap bersama antara melalui atas dalam kpd "
        "via tentang milik mengenai"
    ).split()
)


def agents(
    words: tuple[Word, ...], parts: tuple[Clause, ...], marks: tuple[Mark, ...]
) -> tuple[Agent, ...]:
    """Doers named in the text.

    In: words, clauses and word-class marks. Out: agents after "oleh", before an active verb, and
    right after a passive verb, each with its class: luar (a party that is not the employee), diri
    (saya, kami, …) or unknown.
    """
    actors = {mark.first: mark for mark in marks if mark.kind in ("aktor_luar", "aktor_diri")}
    found: list[Agent] = []
    for number, clause in enumerate(parts):
        found += _by_oleh(words, clause, number, actors)
        subject = _subject(words, clause, number, actors) or _resumed(words, parts, number, actors)
        if subject:
            found.append(subject)
        found += _after_passive(words, clause, number, actors)
        found += _before_stem(words, clause, number, actors)
    return tuple(found)


def _by_oleh(
    words: tuple[Word, ...], clause: Clause, number: int, actors: dict[int, Mark]
) -> list[Agent]:
    found = []
    for i in range(clause.first, clause.last):
        if words[i].norm != "oleh" or words[i + 1].norm in ("karena", "sebab"):
            continue
        start = _named(words, i + 1, clause.last, actors)
        mark = actors.get(start)
        last = _phrase_end(words, mark.last if mark else start, clause.last)
        found.append(Agent(i + 1, last, "oleh", _kind(mark), number))
    return found


def _subject(
    words: tuple[Word, ...], clause: Clause, number: int, actors: dict[int, Mark]
) -> Agent | None:
    """The party before an active verb, behind a fronted phrase too ("Pada Mei, kami menyusun")."""
    first = _opening(words, clause.first, clause.last, actors)
    found = _doing(words, first, clause.last, number, actors)
    if found or clause.predicate < 0:
        return found
    for i in range(first + 1, clause.predicate):
        if words[i].norm == ",":
            first = _opening(words, i + 1, clause.last, actors)
            return _doing(words, first, clause.last, number, actors) if first in actors else None
    return None


def _doing(
    words: tuple[Word, ...], first: int, last: int, number: int, actors: dict[int, Mark]
) -> Agent | None:
    """The party that begins at ``first``, if an act of its own follows within a few words."""
    start = _named(words, first, last + 1, actors)
    mark = actors.get(start)
    if mark is None and not _nominal(words, start, last):
        return None
    after = mark.last + 1 if mark else start + 1
    modal = -1
    for i in range(after, min(after + 8, last + 1)):
        norm = words[i].norm
        if mark is None and _ends_noun(norm):
            return None
        if mark and i == after and norm in _PREPOSITIONS and norm not in _ATTRIBUTIVE:
            return None
        if _acts(words, i, mark):
            own = mark and mark.kind == "aktor_diri" and words[after].norm not in _COMPANY
            last_named = after - 1 if own else _party_end(words, i - 1, start)
            return Agent(first, last_named, "subjek", _kind(mark), number)
        if words[i].morph.prefix in _PASSIVE and is_predicate(words, i):
            return None
        if mark and modal < 0 and norm in _MODALS:
            modal = i
    if mark is None or modal < 0:
        return None
    return Agent(first, _party_end(words, modal - 1, start), "subjek", _kind(mark), number)


def _ends_noun(norm: str) -> bool:
    return norm in _PREPOSITIONS or norm in ("yang", "dan") or not norm.isalpha()


def _acts(words: tuple[Word, ...], i: int, mark: Mark | None) -> bool:
    """Whether word ``i`` is an act of the party before it: meN-, and for a known party more."""
    prefix = words[i].morph.prefix
    if prefix in _ACTIVE and is_predicate(words, i):
        return True
    if mark is None:
        return False
    if prefix == "ber" and is_predicate(words, i):
        return True
    return words[i].norm in _BARE_ACTS or _bare_act(words, i)


def _resumed(
    words: tuple[Word, ...], parts: tuple[Clause, ...], number: int, actors: dict[int, Mark]
) -> Agent | None:
    """The subject before a relative clause: "Petugas, yang telah dilatih, mengisi data"."""
    if number < 2 or parts[number - 1].kind != "relative" or parts[number - 2].predicate >= 0:
        return None
    clause, host = parts[number], parts[number - 2]
    first = _opening(words, host.first, host.last, actors)
    mark = actors.get(_named(words, first, host.last + 1, actors))
    acts = clause.predicate >= 0 and words[clause.predicate].morph.prefix in _ACTIVE
    if mark is None or not acts or clause.kind != host.kind:
        return None
    return Agent(first, mark.last, "subjek", _kind(mark), number)


def _opening(words: tuple[Word, ...], first: int, last: int, actors: dict[int, Mark]) -> int:
    """The first word behind conjunctions, marks, and a plea to a party ("semoga pimpinan …")."""
    while first <= last and first not in actors:
        norm = words[first].norm
        pleads = norm in _PLEAS and _named(words, first + 1, last, actors) in actors
        if norm not in _LINKS and norm[0].isalpha() and not pleads:
            break
        first += 1
    return first


def _party_end(words: tuple[Word, ...], last: int, start: int) -> int:
    """The last word of the party itself, without "belum", "akan", … before its act."""
    while last > start and (
        words[last].norm in _MODALS or words[last].norm in NEGATORS
        or not words[last].norm[-1].isalnum()
    ):  # fmt: skip
        last -= 1
    return last


def _named(words: tuple[Word, ...], i: int, limit: int, actors: dict[int, Mark]) -> int:
    """The first word of the party itself, behind "setiap", "para", "pihak", …"""
    while i < limit and i not in actors and words[i].norm in _QUANTIFIERS:
        i += 1
    return i


def _nominal(words: tuple[Word, ...], start: int, last: int) -> bool:
    """Whether a plain noun opens the clause: no verb, no name of an act (penyusunan), no adverb."""
    if start >= last:
        return False
    word = words[start]
    if not word.norm.isalpha() or word.norm in _NO_SUBJECT | _PREPOSITIONS | _MODALS:
        return False
    acts = {"upaya", "putusan", "tunggu", "pantau", "peristiwa", "bukti", "belum", "batin", "tren"}
    return not word.morph.prefix and not {kind for kind, _ in word.lex.kinds} & acts


def _bare_act(words: tuple[Word, ...], i: int) -> bool:
    """A verb without its prefix, as people type ("bendahara bayar honor", "saya kirim")."""
    morph = words[i].morph
    acts = {"upaya", "putusan", "tunggu", "jejak"}
    return (
        not morph.prefix
        and morph.suffix != "an"
        and bool(acts & {k for k, _ in words[i].lex.kinds})
    )


def _after_passive(
    words: tuple[Word, ...], clause: Clause, number: int, actors: dict[int, Mark]
) -> list[Agent]:
    found = []
    for i in range(clause.first, clause.last):
        passive = words[i].morph.prefix in _PASSIVE and is_predicate(words, i)
        mark = actors.get(i + 1)
        if passive and mark and words[i].norm not in _PLEAS:
            found.append(Agent(i + 1, mark.last, "pelengkap", _kind(mark), number))
    return found


def _before_stem(
    words: tuple[Word, ...], clause: Clause, number: int, actors: dict[int, Mark]
) -> list[Agent]:
    """The pronoun of a passive without di-: "laporan akan kami kirim"."""
    found = []
    for i in range(clause.first + 1, clause.last):
        mark = actors.get(i)
        if mark is None or mark.kind != "aktor_diri" or words[i - 1].norm in _PREPOSITIONS | _LINKS:
            continue
        if mark.last == i and _is_stem(words, i + 1):
            found.append(Agent(i, i, "pelengkap", "diri", number))
    return found


def _is_stem(words: tuple[Word, ...], i: int) -> bool:
    """Whether a word is a verb without its prefix, and no state or thing ("kami lengkap")."""
    morph = words[i].morph
    if morph.prefix:
        return False
    if morph.suffix in ("kan", "i"):
        return True
    kinds = {kind for kind, _ in words[i].lex.kinds}
    return _bare_act(words, i) and not kinds & _STATES and not words[i].lex.verb


def _kind(mark: Mark | None) -> str:
    if mark is None:
        return "unknown"
    return "diri" if mark.kind == "aktor_diri" else "luar"


def _phrase_end(words: tuple[Word, ...], i: int, limit: int) -> int:
    """The end of the noun phrase that begins before word ``i`` ("Bagian Keuangan")."""
    while i + 1 <= limit and not is_predicate(words, i + 1):
        if not words[i + 1].norm.isalpha() and words[i + 1].norm != "/":
            break
        if words[i + 1].norm in _PREPOSITIONS or words[i + 1].norm in _MODALS | {"dan", "serta"}:
            break
        i += 1
    return i
