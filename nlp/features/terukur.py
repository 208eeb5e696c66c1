"""Signs that an indikator can, or cannot, be decided by a third person (guideline 1)."""

from collections.abc import Iterator

from nlp.features.feature import Feature
from nlp.text import Mark, Quantity, Text
from nlp.text.word import says_how

# After these a thing named is offered as proof, whatever stood before.
_OFFERS = frozenset(
    (
        "dibuktikan ditandai ditunjukkan tercatat dicatat dituangkan tertuang berupa melalui "
        "lewat sebagaimana sesuai dengan terdokumentasi dilampiri dilampirkan disertai tercantum "
        "dalam bentuk termuat lampiran terlampir menghasilkan hasil membuat menulis menyerahkan "
        "keluaran tampak terlihat lulus"
    ).split()
)
_VAGUE_HEADS = frozenset("target progres hasil capaian kinerja".split())
_WEAK_NUMBERS = frozenset(("legal", "date", "period", "ordinal"))
_EMPTY = frozenset(
    (
        "dan yang dengan pada dari untuk dalam tepat sudah telah secara oleh tahun bulan hari "
        "akhir sebelum sesudah setelah jadi capai menjadi hingga sampai serta atau"
    ).split()
)
_PEOPLE = frozenset(
    "orang pegawai peserta personel karyawan asn pns cpns pppk staf jiwa pasal".split()
)
_NOTHING = frozenset(["nihil", "nol"])
_UNDECIDED = frozenset(("peristiwa", "batin", "pokok_mutu", "tren", "ukuran"))


def terukur(text: Text) -> Iterator[Feature]:
    """Yield the signs of one indikator.

    ``besaran`` a number that measures; ``bukti`` evidence nothing cancels; ``jejak`` a state that
    leaves a trace; ``nihil`` a counted absence; and the reasons for doubt: ``batin``, ``mutu``,
    ``pokok_mutu``, ``tren``, ``peristiwa``, ``nama_ukuran``, ``angka_semu``, ``bukti_batal``.
    ``peristiwa_tercatat`` an event that only names its record ("notula rapat");
    ``cara`` is quality that only says how ("dengan rapi"), ``jejak_aktif`` a trace in the active
    ("menerbitkan SPMK").
    """
    instrument = bool(text.find("alat_ukur"))
    strong = {q.first for q in text.quantities if _measures(text, q, instrument)}
    for quantity in text.quantities:
        name = "besaran" if quantity.first in strong else "angka_semu"
        yield Feature(name, quantity.first, quantity.last)
    # A bare measure ("Persentase laporan terkirim") names things without showing them.
    bare = not strong and any(m.kind == "ukuran" and m.first <= 1 for m in text.marks)
    papers = {mark.last for mark in text.find("bukti")}
    for mark in text.marks:
        if mark.kind == "bukti":
            name = "bukti_batal" if bare else _evidence(text, mark)
            yield Feature(name, mark.first, mark.last)
        elif mark.kind == "jejak":
            if not bare and _leaves_trace(text, mark):
                yield Feature("jejak", mark.first, mark.last)
            elif text.words[mark.first].morph.prefix == "me" and text.negated[mark.first] < 0:
                yield Feature("jejak_aktif", mark.first, mark.last)
        elif mark.kind == "mutu" and says_how(text.words, mark.first):
            yield Feature("cara", mark.first, mark.last)
        elif mark.kind == "peristiwa" and mark.first - 1 in papers:
            yield Feature("peristiwa_tercatat", mark.first, mark.last)
        elif mark.kind in ("batin", "mutu", "pokok_mutu", "tren", "peristiwa"):
            yield Feature(mark.kind, mark.first, mark.last)
        elif mark.kind == "ukuran":
            yield Feature("nama_ukuran", mark.first, mark.last)
    for i, word in enumerate(text.words):
        if word.norm in _NOTHING or (word.norm == "tidak" and text.norms(i + 1, i + 1) == "ada"):
            yield Feature("nihil", i, i)


def _measures(text: Text, quantity: Quantity, instrument: bool) -> bool:
    """Whether a number measures something that can be counted."""
    if quantity.kind in _WEAK_NUMBERS:
        return False
    if instrument and quantity.kind in ("percent", "score", "bare", "count"):
        return True
    head = _governor(text, quantity.first)
    if any(m.kind == "batin" for m in text.marks) and not quantity.comparator:
        return False
    if quantity.kind in ("duration", "bare") and head == "peristiwa":
        return bool(quantity.comparator)
    if quantity.kind == "percent":
        subject = {m.kind for m in text.marks if m.first < quantity.first}
        if head == "tren" and subject & {"pokok_mutu"}:
            return False
        return head not in ("batin", "pokok_mutu") and _names_a_thing(text, quantity)
    if head == "batin":
        return False
    return not (quantity.kind == "count" and quantity.unit in _PEOPLE and head == "peristiwa")


def _names_a_thing(text: Text, quantity: Quantity) -> bool:
    """Whether a percentage says of what: a noun beside progress, quality and time words."""
    vague = {"mutu", "pokok_mutu", "tren", "batin", "usai", "peristiwa"}
    kinds: dict[int, set[str]] = {}
    for mark in text.marks:
        for i in range(mark.first, mark.last + 1):
            kinds.setdefault(i, set()).add(mark.kind)
    for i, word in enumerate(text.words):
        if quantity.first <= i <= quantity.last or len(word.norm) < 3 or not word.norm.isalpha():
            continue
        found = kinds.get(i, set())
        if word.norm in _VAGUE_HEADS or word.norm in _EMPTY or (found and found <= vague):
            continue
        if found & {"bukti", "benda", "satuan", "ukuran"} or (not found and not word.morph.prefix):
            return True
    return False


def _evidence(text: Text, mark: Mark) -> str:
    """``bukti`` when the thing is shown, ``bukti_batal`` when something takes it back."""
    if _governor(text, mark.first) in _UNDECIDED:
        return "bukti_batal"
    after = _predicate_after(text, mark)
    if after in ("mutu", "tren"):
        return "bukti_batal"
    return "bukti"


def _governor(text: Text, index: int) -> str:
    """The class of the head that governs word ``index``, looking left as Indonesian heads stand."""
    heads = {m.first: m.kind for m in text.marks if m.kind in _UNDECIDED}
    for i in range(index - 1, -1, -1):
        norm = text.words[i].norm
        if norm in _OFFERS or norm in ";.:+":
            return ""
        if i in heads:
            return heads[i]
        morph = text.words[i].morph
        if morph.prefix in ("me", "di", "ter", "memper") and morph.suffix != "an" and i > 0:
            before = heads.get(i - 1, "")
            return "batin" if before == "batin" else ""
    return ""


def _predicate_after(text: Text, mark: Mark) -> str:
    """The class of what is said of a thing that stands as subject, when it is only quality."""
    for i in range(mark.last + 1, len(text.words)):
        norm = text.words[i].norm
        if norm in (".", ";", ",", "yang", "dengan", "secara"):
            return ""
        kinds = {m.kind for m in text.marks if m.first == i}
        if kinds & {"jejak", "wujud", "bukti"}:
            return ""
        if "tren" in kinds:
            return "tren"
        if "mutu" in kinds:
            return "mutu"
    return ""


def _leaves_trace(text: Text, mark: Mark) -> bool:
    if text.negated[mark.first] >= 0:
        return False
    morph = text.words[mark.first].morph
    if morph.prefix == "me":
        return False
    return not any(m.kind in ("batin", "pokok_mutu") and m.first < mark.first for m in text.marks)
