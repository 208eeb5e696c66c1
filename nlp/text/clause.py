"""Clauses, their aspect, and the reach of negation.

Only what is said in the main clause decides a label; time, cause and purpose clauses are
background (guideline 2 and 4).
"""

from typing import NamedTuple

from nlp.text.word import Clause, Word

# First word of a connector → clause kind; the second word, where one is needed, is checked apart.
CONNECTORS = {
    "sejak": "time", "semenjak": "time", "setelah": "time", "sesudah": "time", "seusai": "time",
    "sebelum": "time", "ketika": "time", "saat": "time", "sewaktu": "time", "selama": "time",
    "sambil": "time", "pasca": "time", "begitu": "time", "hingga": "time", "sampai": "time",
    "karena": "cause", "sebab": "cause", "lantaran": "cause", "akibat": "cause",
    "disebabkan": "cause", "dikarenakan": "cause", "mengingat": "cause", "gara-gara": "cause",
    "agar": "purpose", "supaya": "purpose", "untuk": "purpose", "guna": "purpose",
    "demi": "purpose", "biar": "purpose",
    "sehingga": "result", "maka": "result", "alhasil": "result", "akibatnya": "result",
    "tetapi": "contrast", "namun": "contrast", "sedangkan": "contrast", "padahal": "contrast",
    "melainkan": "contrast", "hanya": "contrast", "cuma": "contrast", "sayangnya": "contrast",
    "meskipun": "concession", "walaupun": "concession", "meski": "concession",
    "walau": "concession", "kendati": "concession", "kendatipun": "concession",
    "biarpun": "concession", "sekalipun": "concession",
    "jika": "condition", "apabila": "condition", "bila": "condition", "kalau": "condition",
    "bilamana": "condition", "asalkan": "condition", "asal": "condition",
    "seandainya": "condition", "manakala": "condition",
    "yang": "relative", "bahwa": "content",
}  # fmt: skip
# Connectors that are none before certain words.
_NOT_BEFORE = {
    "saat": {"ini", "itu", "sekarang", "kini"},
    "hingga": {"saat", "kini", "sekarang", "hari", "ini"},
    "sampai": {"saat", "kini", "sekarang", "dengan", "hari", "ini", "jam", "pukul", "tanggal"},
    "selama": {"ini"},
    "begitu": {"juga", "pula", "baik"},
    "asal": {"usul", "jadi"},
    "yang": {"bersangkutan"},
}
_ONLY_BEFORE = {"hanya": {"saja"}, "cuma": {"saja", "memang"}}
_SECOND_WORDS = {
    ("dalam", "rangka"): "purpose",
    ("akan", "tetapi"): "contrast",
    ("oleh", "karena"): "cause",
    ("oleh", "sebab"): "cause",
}
_FIRST_HALVES = frozenset(first for first, _ in _SECOND_WORDS)
_SECOND_HALVES = {"tetapi": "akan", "karena": "oleh", "sebab": "oleh"}
# Prepositions that open a clause only before an act: "untuk menyusun", not "untuk petugas".
_ONLY_WITH_ACT = frozenset(("untuk", "guna", "demi"))
# Passives that open a clause once its main act is said, else they are the act: "X disebabkan Y".
_ONLY_AFTER_ACT = frozenset(("disebabkan", "dikarenakan"))
_ADVERBS = frozenset(
    (
        "segera tidak dapat bisa lebih tetap terus selalu saling cepat mulai kembali langsung juga "
        "sangat mampu ikut lagi dengan sekadar menjadi makin semakin"
    ).split()
)
_MAIN_AGAIN = frozenset(
    "belum sudah telah masih akan tidak perlu harus sedang baru tinggal kini sekarang".split()
)
_COORDINATORS = frozenset("dan serta lalu kemudian selanjutnya".split())
_STOPS = frozenset(".!?;")
_FINITE = frozenset(("me", "memper", "member", "di", "diper", "diber"))
_NO_NOUN = _ADVERBS | _MAIN_AGAIN | _COORDINATORS | {
    "yang", "untuk", "atau", "oleh", "di", "ke", "dari", "pada", "dalam", "secara", "agar", "wajib",
    "harus", "pernah", "hendak", "ingin", "mau",
}  # fmt: skip
_EVERY = frozenset("setiap tiap semua seluruh para masing-masing".split())
_MAIN = frozenset(("main", "contrast"))
_PARTIES = frozenset(("aktor_luar", "aktor_diri"))

DONE = frozenset(["telah", "sudah", "usai", "pernah"])
OPEN = frozenset(("belum",))
FUTURE = frozenset("akan hendak bakal mau rencananya ingin".split())
ONGOING = frozenset(["sedang", "masih", "tengah", "baru"])
_ASPECTS = (
    dict.fromkeys(OPEN, "open") | dict.fromkeys(DONE, "done") | dict.fromkeys(FUTURE, "future")
    | dict.fromkeys(ONGOING, "ongoing") | {"proses": "ongoing"}
)  # fmt: skip
NEGATORS = frozenset(
    (
        "tidak tak bukan belum tanpa jangan nihil tiada tidaklah bukanlah bukannya belumlah "
        "janganlah"
    ).split()
)
# "tidak hanya" and "bukan main" affirm; negation ends at a mark, and "dan" may begin anew.
_NOT_ONLY = frozenset("hanya saja cuma sekadar semata lain".split())
_AFFIRMED = {"tidak": _NOT_ONLY, "tak": _NOT_ONLY, "bukan": _NOT_ONLY | {"main"}}
_MARKS = frozenset(",;:-–(.!?…")
_FRESH = _MAIN_AGAIN | {"selalu", "sangat", "mampu"}
_HOW = frozenset(("dengan", "secara", "oleh", "pada"))
# Bare verbs that are the second half of a name: "daftar hadir", "surat masuk".
_NAMED_BY = {
    "hadir": {"daftar", "absen"},
    "masuk": {"surat", "barang", "pintu", "dana", "jalan"},
    "keluar": {"surat", "barang", "pintu", "dana", "jalan"},
    "terima": {"tanda", "serah"},
    "jadi": {"hari", "barang"},
    "naik": {"jalan"},
}


class _Open(NamedTuple):
    """The clause being read: its kind, first word, and what it returns to at its end.

    ``acted`` whether its predicate has come, ``host_acted`` that of the clause it hangs on;
    ``opens`` whether it stands first in its sentence.
    """

    kind: str
    first: int
    returns: str
    acted: bool
    host_acted: bool
    opens: bool


def is_predicate(words: tuple[Word, ...], i: int) -> bool:
    """Whether word ``i`` looks like a verb: verbal affix, or a bare verb, and no -nya noun."""
    lex = words[i].lex
    if not lex.verb:
        return False
    return lex.norm not in _NAMED_BY or i == 0 or words[i - 1].norm not in _NAMED_BY[lex.norm]


def clauses(words: tuple[Word, ...]) -> tuple[Clause, ...]:
    """Cut a text into clauses.

    In: words as meant. Out: clauses in order that cover every word once; each carries the aspect
    said by its own markers and the index of its predicate.
    """
    found: list[Clause] = []
    now = _Open("main", 0, "main", False, False, True)
    for i, word in enumerate(words):
        kind = _cut(words, i, now)
        if kind is None:
            if not now.acted and is_predicate(words, i):
                now = now._replace(acted=True)
            continue
        if i > now.first:
            found.append(_clause(words, now.kind, now.first, i - 1))
        opens = i == 0 or words[i - 1].norm in _STOPS
        returns = now.kind if now.kind in _MAIN else now.returns
        acted = word.lex.norm not in CONNECTORS and is_predicate(words, i)
        host_acted = now.acted if now.kind in _MAIN else now.host_acted
        now = _Open(kind, i, "main" if opens else returns, acted, host_acted, opens)
    if now.first < len(words):
        found.append(_clause(words, now.kind, now.first, len(words) - 1))
    return tuple(found)


def _cut(words: tuple[Word, ...], i: int, now: _Open) -> str | None:
    """The kind of the clause that begins at word ``i``, or None when none does."""
    opened = _connector(words, i, now)
    if i == 0:
        return None if opened == "relative" else opened
    before = words[i - 1].lex.norm
    if before == ";" or (before in ".!?:" and words[i - 1].sentence != words[i].sentence):
        return opened or "main"
    if opened:
        return opened
    norm = words[i].lex.norm
    if before == ",":
        return _after_comma(words, i, now)
    if not now.acted:
        return None
    if now.kind == "relative" and not now.host_acted and _acts_anew(words, i):
        return now.returns
    if norm in _MAIN_AGAIN and now.kind not in _MAIN:
        fresh = now.opens and before not in _MAIN_AGAIN and before not in _COORDINATORS
        return now.returns if fresh or now.kind == "relative" else None
    if norm in _COORDINATORS and i + 1 < len(words):
        next_acts = is_predicate(words, i + 1) or words[i + 1].lex.norm in _MAIN_AGAIN
        return now.kind if next_acts or _party_acts(words, i + 1) else None
    return None


def _party_acts(words: tuple[Word, ...], i: int) -> bool:
    """Whether a party stands at word ``i`` and acts soon: "dan Bagian Umum menandatangani"."""
    lex = words[i].lex
    named = [kind for kind, _ in lex.kinds] + [phrase.kind for phrase in lex.phrases]
    return bool(_PARTIES & set(named)) and _acts_soon(words, i + 1)


def _acts_anew(words: tuple[Word, ...], i: int) -> bool:
    """After the noun that ends a relative clause, the act its host still waits for.

    "Pemohon yang melengkapi berkas dilayani", not "pegawai yang ditugaskan menyusun laporan".
    """
    before = words[i - 1].lex
    if words[i].morph.prefix not in _FINITE or not is_predicate(words, i):
        return False
    return before.norm.isalpha() and not before.verb and before.norm not in _NO_NOUN


def _after_comma(words: tuple[Word, ...], i: int, now: _Open) -> str | None:
    """After a comma an act begins a clause of its own; what only goes on listing does not."""
    acts = _acts_soon(words, i)
    if now.kind in _MAIN:
        return now.kind if acts and now.acted else None
    if now.opens and not acts:
        return None if _comma_later(words, i) else now.returns
    return now.returns if acts else None


def _acts_soon(words: tuple[Word, ...], i: int) -> bool:
    """Whether one of the next four words, up to a mark, is an act or its aspect."""
    for k in range(i, min(i + 4, len(words))):
        norm = words[k].lex.norm
        if norm == "," or norm in _STOPS or norm == "yang":
            return False
        if norm in _MAIN_AGAIN or is_predicate(words, k):
            return True
    return False


def _comma_later(words: tuple[Word, ...], i: int) -> bool:
    for k in range(i, len(words)):
        if words[k].lex.norm in _STOPS:
            return False
        if words[k].lex.norm == ",":
            return True
    return False


def _connector(words: tuple[Word, ...], i: int, now: _Open) -> str | None:
    """The kind of clause word ``i`` opens as a conjunction, or None."""
    norm = words[i].lex.norm
    kind = CONNECTORS.get(norm)
    if kind is None and norm not in _FIRST_HALVES:
        return None
    following = words[i + 1].lex.norm if i + 1 < len(words) else "."
    if not following[0].isalnum() and following[0] not in "(\"“'":
        return None
    pair = _SECOND_WORDS.get((norm, following))
    if pair or kind is None:
        return pair
    if norm in _SECOND_HALVES and i and words[i - 1].lex.norm == _SECOND_HALVES[norm]:
        return None
    if following in _NOT_BEFORE.get(norm, ()):
        return None
    if norm in _ONLY_BEFORE and following not in _ONLY_BEFORE[norm]:
        return None
    if norm in ("agar", "supaya") and _bids(words, i, now):
        return None
    if norm in _ONLY_WITH_ACT and not _governs_act(words, i, now):
        return None
    return None if norm in _ONLY_AFTER_ACT and not now.acted else kind


def _bids(words: tuple[Word, ...], i: int, now: _Open) -> bool:
    """ "Pimpinan agar menambah personel": a bidding, agar is no conjunction here."""
    if now.acted or now.kind not in _MAIN:
        return False
    first = now.first
    while first < i and words[first].lex.norm in _EVERY:
        first += 1
    lex = words[first].lex
    named = [kind for kind, _ in lex.kinds] + [phrase.kind for phrase in lex.phrases]
    return first < i and bool(_PARTIES & set(named))


def _governs_act(words: tuple[Word, ...], i: int, now: _Open) -> bool:
    """Whether "untuk" has an act under it, and if a subject stands between, after the main act."""
    k = i + 1
    while k < len(words) and words[k].lex.norm in _ADVERBS:
        k += 1
    if k >= len(words):
        return False
    morph = words[k].morph
    named_act = morph.prefix in ("pe", "per", "pember") and morph.suffix == "an"
    return named_act or is_predicate(words, k) or (now.acted and _acts_soon(words, k))


def _clause(words: tuple[Word, ...], kind: str, first: int, last: int) -> Clause:
    aspect, predicate = "", -1
    for i in range(first, last + 1):
        if words[i].lex.norm in _ASPECTS:
            said = _aspect(words, i, last, predicate >= 0)
            if said == "open" or (said and not aspect):
                aspect = said
        if predicate < 0 and is_predicate(words, i):
            predicate = i
    return Clause(kind, first, last, aspect, predicate)


def _aspect(words: tuple[Word, ...], i: int, last: int, acted: bool) -> str:
    """What word ``i`` says of the aspect; the same words can be adjectives and prepositions."""
    norm = words[i].lex.norm
    before = words[i - 1] if i else None
    if norm == "pernah" and before is not None and before.lex.norm in NEGATORS:
        return ""
    verb_next = i < last and is_predicate(words, i + 1)
    if norm == "baru" and acted:
        return ""
    if norm == "proses" and (before is None or before.lex.norm != "dalam"):
        return ""
    if norm == "tengah" and not verb_next:
        return ""
    if norm == "akan" and before is not None and not verb_next and _takes_akan(before):
        following = words[i + 1].lex.norm if i < last else ""
        return "future" if following in _ADVERBS else ""
    return _ASPECTS[norm]


def _takes_akan(word: Word) -> bool:
    """ "kebutuhan akan data", "paham akan tugasnya": here akan is a preposition."""
    return word.morph.prefix == "ke" or any(kind == "batin" for kind, _ in word.lex.kinds)


def negation(words: tuple[Word, ...], parts: tuple[Clause, ...]) -> tuple[int, ...]:
    """For every word the index of the negator that reaches it, or -1.

    A negator reaches to the end of its clause or the next mark; that there is none ("tidak ada
    laporan yang …") reaches into the relative clause too. A second negator under the first lifts it
    ("tidak tanpa alasan"). "kurang" is a word of its own and no negator here.
    """
    reach = [-1] * len(words)
    if not any(_negates(words, i) for i in range(len(words))):
        return tuple(reach)
    current = -1
    for clause in parts:
        inherited = current if clause.kind == "relative" and _none_exists(words, current) else -1
        current = inherited
        for i in range(clause.first, clause.last + 1):
            if _negates(words, i):
                reach[i] = current
                lifted = current >= 0 and (current == inherited or i - current <= 2)
                current = -1 if lifted else i
                continue
            if current >= 0 and _ends_reach(words, i, current):
                current = -1
            reach[i] = current
    return tuple(reach)


def _negates(words: tuple[Word, ...], i: int) -> bool:
    """Whether word ``i`` denies what follows: "tidak hanya" and "bukan main" affirm it."""
    norm = words[i].lex.norm
    if norm not in NEGATORS:
        return False
    return i + 1 == len(words) or words[i + 1].lex.norm not in _AFFIRMED.get(norm, ())


def _none_exists(words: tuple[Word, ...], negator: int) -> bool:
    if negator < 0:
        return False
    return words[negator].lex.norm == "tiada" or (
        negator + 1 < len(words) and words[negator + 1].lex.norm == "ada"
    )


def _ends_reach(words: tuple[Word, ...], i: int, negator: int) -> bool:
    """At a mark, at "dan" before a fresh start, and for "tanpa" where its own noun ends."""
    norm = words[i].lex.norm
    if not norm[0].isalnum():
        return norm in _MARKS
    if norm in ("dan", "serta"):
        return i + 1 < len(words) and words[i + 1].lex.norm in _FRESH
    return norm in _HOW and words[negator].lex.norm == "tanpa"
