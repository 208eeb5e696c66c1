"""Who does the act of a clause (guideline 4: "siapa yang menentukan langkah ini terjadi?")."""

from nlp.text.clause import is_predicate
from nlp.text.word import Agent, Clause, Mark, Word

_QUANTIFIERS = frozenset(
    (
        "setiap tiap tiap-tiap semua seluruh para masing-masing pihak bapak ibu beberapa sebagian "
        "salah satu oleh agar pak bu"
    ).split()
)
_MODALS = frozenset(
    (
        "akan telah sudah harus perlu dapat bisa agar segera wajib belum juga tidak mau bersedia "
        "kembali sedang masih langsung mohon ikut"
    ).split()
)
_BARE_ACTS = frozenset(
    "minta mohon ikut hadir setuju wajib harus dapat bisa lebih tidak makin".split()
)
_NO_SUBJECT = frozenset(
    (
        "tidak belum jangan agar supaya untuk segera lebih terus tetap lalu kemudian mohon minta "
        "harap semoga cara tugas langkah rencana hasil target tahap jika bila apabila setelah "
        "sebelum sambil adanya mampu dapat harus akan ingin mau perlu siap ikut"
    ).split()
)
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
        subject = _subject(words, clause, number, actors)
        if subject:
            found.append(subject)
        found += _after_passive(words, clause, number, actors)
    return tuple(found)


def _by_oleh(
    words: tuple[Word, ...], clause: Clause, number: int, actors: dict[int, Mark]
) -> list[Agent]:
    found = []
    for i in range(clause.first, clause.last):
        if words[i].norm != "oleh":
            continue
        start = i + 1
        while start < clause.last and words[start].norm in _QUANTIFIERS:
            start += 1
        mark = actors.get(start)
        last = _phrase_end(words, mark.last if mark else start, clause.last)
        found.append(Agent(i + 1, last, "oleh", _kind(mark), number))
    return found


def _subject(
    words: tuple[Word, ...], clause: Clause, number: int, actors: dict[int, Mark]
) -> Agent | None:
    start = clause.first
    while start <= clause.last and (
        words[start].norm in _QUANTIFIERS or not words[start].norm[0].isalpha()
        or words[start].norm in ("dan", "serta", "lalu", "kemudian", "tetapi", "namun", "yang")
    ):  # fmt: skip
        start += 1
    mark = actors.get(start)
    if mark is None and not _nominal(words, start, clause.last):
        return None
    i = mark.last + 1 if mark else start + 1
    steps = 0
    while i <= clause.last and steps < 8:
        norm = words[i].norm
        morph = words[i].morph
        if norm in _PREPOSITIONS and steps == 0 and norm not in ("dari", "di", "pada", "bersama"):
            return None
        if mark is None and (
            norm in _PREPOSITIONS or not norm.isalpha() or norm in ("yang", "dan")
        ):
            return None
        active = morph.prefix in ("me", "memper", "member") and is_predicate(words, i)
        active = active or (mark is not None and morph.prefix == "ber" and is_predicate(words, i))
        bare = mark is not None and (norm in _BARE_ACTS or norm in _MODALS or _bare_act(words, i))
        if active or bare:
            return Agent(clause.first, i - 1, "subjek", _kind(mark), number)
        if morph.prefix in ("di", "diper") and is_predicate(words, i):
            return None
        i += 1
        steps += 1
    return None


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
        passive = words[i].morph.prefix in ("di", "diper", "diber") and is_predicate(words, i)
        mark = actors.get(i + 1)
        if passive and mark:
            found.append(Agent(i + 1, mark.last, "pelengkap", _kind(mark), number))
    return found


def _kind(mark: Mark | None) -> str:
    if mark is None:
        return "unknown"
    return "diri" if mark.kind == "aktor_diri" else "luar"


def _phrase_end(words: tuple[Word, ...], i: int, limit: int) -> int:
    """The end of the noun phrase that begins before word ``i`` ("Bagian Keuangan")."""
    while i + 1 <= limit and words[i + 1].norm.isalpha() and not is_predicate(words, i + 1):
        if words[i + 1].norm in _PREPOSITIONS or words[i + 1].norm in _MODALS | {"dan", "serta"}:
            break
        i += 1
    return i
