"""Clauses, their aspect, and the reach of negation.

Only what is said in the main clause decides a label; time, cause and purpose clauses are
background (guideline 2 and 4).
"""

from nlp.text.word import Clause, Word

# First word of a connector → clause kind; the second word, where one is needed, is checked apart.
_CONNECTORS = {
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
# Connectors that are one only before certain words, or never before others.
_NOT_BEFORE = {
    "saat": {"ini", "itu", "sekarang", "kini"},
    "hingga": {"saat", "kini", "sekarang", "hari", "ini"},
    "sampai": {"saat", "kini", "sekarang", "dengan", "hari", "ini", "jam", "pukul", "tanggal"},
    "selama": {"ini"},
    "begitu": {"juga", "pula", "baik"},
    "sebab": set(),
    "untuk": {"itu"},
    "asal": {"usul", "jadi"},
}
_ONLY_BEFORE = {"hanya": {"saja"}, "cuma": {"saja", "memang"}}
_SECOND_WORDS = {
    ("dalam", "rangka"): "purpose",
    ("akan", "tetapi"): "contrast",
    ("oleh", "karena"): "cause",
}
_MAIN_AGAIN = frozenset(
    "belum sudah telah masih akan tidak perlu harus sedang baru tinggal kini sekarang".split()
)
_COORDINATORS = frozenset("dan serta lalu kemudian selanjutnya".split())
_STOPS = frozenset(".!?;")

DONE = frozenset(["telah", "sudah", "usai", "pernah"])
OPEN = frozenset(("belum",))
FUTURE = frozenset("akan hendak bakal mau rencananya ingin".split())
ONGOING = frozenset(["sedang", "masih", "tengah", "baru"])
NEGATORS = frozenset("tidak tak bukan belum tanpa jangan nihil tiada bukanlah tidaklah".split())
_VERBAL = frozenset("me di ber ter memper diper member diber".split())
_BARE_VERBS = frozenset(
    (
        "ada selesai rampung tuntas terbit naik turun tiba hadir ikut masuk keluar datang pergi "
        "lulus mulai jadi aktif beres kelar lancar cair tayang usai berlangsung sampai kerja "
        "minta mohon tunggu dapat punya tahu kena gagal rusak hilang macet bocor"
    ).split()
)


def is_predicate(words: tuple[Word, ...], i: int) -> bool:
    """Whether word ``i`` looks like a verb: verbal affix, or a bare verb, and no -nya noun."""
    morph = words[i].morph
    if morph.clitic == "nya" and morph.prefix != "me":
        return False
    if morph.prefix in _VERBAL and morph.suffix != "an":
        return morph.known
    return words[i].norm in _BARE_VERBS


def clauses(words: tuple[Word, ...]) -> tuple[Clause, ...]:
    """Cut a text into clauses.

    In: words as meant. Out: clauses in order that cover every word once; each carries the aspect
    said by its own markers and the index of its predicate.
    """
    found: list[Clause] = []
    kind, first, seen, returns = "main", 0, False, "main"
    for i in range(len(words)):
        cut = _cut(words, i, kind, seen, returns)
        if cut is None:
            seen = seen or is_predicate(words, i)
            continue
        if i > first:
            found.append(_clause(words, kind, first, i - 1))
        if kind in ("main", "contrast"):
            returns = kind
        kind, first, seen = cut, i, False
        if words[i].norm in _STOPS:
            returns = "main"
    if first < len(words):
        found.append(_clause(words, kind, first, len(words) - 1))
    return tuple(found)


def _cut(words: tuple[Word, ...], i: int, kind: str, seen: bool, returns: str) -> str | None:
    """The kind of the clause that begins at word ``i``, or None when none does."""
    norm = words[i].norm
    if i and words[i - 1].norm in _STOPS | {":"} and words[i - 1].sentence != words[i].sentence:
        return _connector(words, i) or "main"
    if i and words[i - 1].norm == ";":
        return _connector(words, i) or "main"
    opened = _connector(words, i)
    if opened:
        return opened if i else (opened if opened != "relative" else None)
    if kind not in ("main", "contrast") and seen:
        if i and words[i - 1].norm == ",":
            return returns
        if kind == "relative" and norm in _MAIN_AGAIN:
            return returns
    if kind == "time" and i and words[i - 1].norm == ",":
        return returns
    if norm in _COORDINATORS and seen and i + 1 < len(words):
        if is_predicate(words, i + 1) or words[i + 1].norm in _MAIN_AGAIN:
            return kind
    if i and words[i - 1].norm == "," and kind in ("main", "contrast") and seen:
        ahead = words[i : i + 4]
        if any(is_predicate(words, i + k) or w.norm in _MAIN_AGAIN for k, w in enumerate(ahead)):
            return kind
    return None


def _connector(words: tuple[Word, ...], i: int) -> str | None:
    norm = words[i].norm
    following = words[i + 1].norm if i + 1 < len(words) else ""
    pair = _SECOND_WORDS.get((norm, following))
    if pair:
        return pair
    kind = _CONNECTORS.get(norm)
    if kind is None or following in _NOT_BEFORE.get(norm, ()):
        return None
    only = _ONLY_BEFORE.get(norm)
    if only is not None and following not in only:
        return None
    if norm == "sebab" and i and words[i - 1].norm == "oleh":
        return "cause"
    if norm in ("tetapi",) and i and words[i - 1].norm == "akan":
        return None
    if norm == "karena" and i and words[i - 1].norm == "oleh":
        return None
    return kind


def _clause(words: tuple[Word, ...], kind: str, first: int, last: int) -> Clause:
    aspect, predicate = "", -1
    for i in range(first, last + 1):
        norm = words[i].norm
        if norm in OPEN:
            aspect = "open"
        elif (
            norm in ONGOING and not aspect and not (norm == "baru" and i > first and predicate >= 0)
        ):
            aspect = "ongoing"
        elif norm in FUTURE and not aspect:
            aspect = "future"
        elif norm in DONE and not aspect:
            aspect = "done"
        if predicate < 0 and is_predicate(words, i):
            predicate = i
    return Clause(kind, first, last, aspect, predicate)


def negation(words: tuple[Word, ...], parts: tuple[Clause, ...]) -> tuple[int, ...]:
    """For every word the index of the negator that reaches it, or -1.

    A negator reaches to the end of its clause or the next comma; a second negator under the first
    lifts it ("tidak tanpa alasan"). "kurang" is a word of its own and no negator here.
    """
    reach = [-1] * len(words)
    for clause in parts:
        current = -1
        for i in range(clause.first, clause.last + 1):
            norm = words[i].norm
            if norm in NEGATORS:
                reach[i] = current
                current = -1 if current >= 0 and i - current <= 2 else i
                continue
            if norm in ",;:-–(" or (norm in ("dan", "serta") and _fresh_subject(words, i)):
                current = -1
            reach[i] = current
    return tuple(reach)


def _fresh_subject(words: tuple[Word, ...], i: int) -> bool:
    """After "dan" a word of aspect or another verb with its own marker starts anew."""
    return i + 1 < len(words) and words[i + 1].norm in _MAIN_AGAIN | {"selalu", "sangat", "mampu"}
