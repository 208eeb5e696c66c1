"""Whether a text says that a dialog has not taken place yet (guideline 11)."""

from nlp.text.clause import DONE, is_predicate
from nlp.text.quantity import MONTHS
from nlp.text.word import Mark, Text

# A dialog by name; a meeting or a talk is one only where nobody else is met.
_DIALOG = frozenset("dialog bimbingan coaching mentoring konseling".split())
_MEETING = frozenset("temu ketemu bicara bincang diskusi konsultasi jumpa".split())
# Acts that only say that a dialog takes place, or when.
_HOLDING = frozenset(
    (
        "laku laksana ada atur jadwal susul selenggara langsung rencana tunda undur batal agenda "
        "jalan mulai wujud gelar adakan sempat dapat bisa jadi tunggu minta mohon"
    ).split()
)
# What is planned, put off or asked for has not happened.
_PLANNED = frozenset(
    "rencana jadwal tunda undur batal agenda tunggu minta mohon nanti susul".split()
)
# What only a talk that took place can have brought.
_OUTCOME = frozenset(
    (
        "bahas sepakat simpul arah jelas terang telusur ulas rumus putus setuju tanya cerita saran "
        "tunjuk ajak dorong sampai ingat"
    ).split()
)
_NEXT = frozenset("lagi kembali lanjutan lanjut berikut berikutnya kedua ketiga ulang".split())
_SUPERIOR = frozenset(
    (
        "bapak ibu pak bu beliau atasan pimpinan kepala direktur ketua saya kami kinerja langsung "
        "sekretaris koordinator karena setelah sesudah sebelum sampai hingga pada di minggu pekan "
        "bulan hari senin selasa rabu kamis jumat akan belum tidak nanti dulu ini itu"
    ).split()
) | set(MONTHS)
_YET = frozenset("belum akan masih segera bisa dapat sempat pernah".split())
_REACH = 16
_WITH = frozenset(("dengan", "sama", "bersama"))
_TO = frozenset(("kepada", "bagi", "untuk", "terhadap", "teknis"))
_BACKGROUND = frozenset(("time", "cause", "purpose", "condition", "relative", "concession"))


def not_yet_met(text: Text) -> Mark | None:
    """The words of a note that say that its dialog is still to come, or None.

    In: the analysed note. Out: a mark ``belum_dialog`` from the word that opens it up to the
    dialog; None where no dialog is spoken of, where it took place, or where only the next one is
    planned.
    """
    for i in range(len(text.words)):
        first = _open_before(text, i) if _is_dialog(text, i) else None
        if first is not None:
            return None if _took_place(text) else Mark("belum_dialog", *sorted((first, i)))
    return _unnamed(text)


def _unnamed(text: Text) -> Mark | None:
    """A note that denies or plans an act without a name, which can only be the dialog's.

    "Belum dilakukan", "Akan dijadwalkan kembali karena …".
    """
    act = text.clauses[0].predicate if text.clauses else -1
    if act < 1 or text.words[act].morph.root not in _HOLDING or _took_place(text):
        return None
    before = {word.norm for word in text.words[:act]}
    after = text.words[act + 1].norm if act + 1 < len(text.words) else "."
    ends = after in _SUPERIOR or after == "kembali" or not after[0].isalnum()
    if not before <= _YET or not before & {"belum", "akan"} or not ends:
        return None
    return Mark("belum_dialog", 0, act)


def asks_to_meet(text: Text) -> Mark | None:
    """The words of any other text that ask for the dialog or plan it by its name, or None."""
    found = not_yet_met(text)
    if found is None or not any(text.words[i].norm in _DIALOG for i in (found.first, found.last)):
        return None
    planned = any(text.words[i].morph.root in _PLANNED for i in (found.first, found.last))
    return found if planned else None


def _is_dialog(text: Text, i: int) -> bool:
    """Whether word ``i`` is the dialog of this form: no training, and no talk with others."""
    word = text.words[i]
    by_name = word.norm in _DIALOG or word.morph.root in ("dialog", "coaching", "mentoring")
    met = word.morph.root in _MEETING and word.morph.suffix in ("", "i")
    if not by_name and not met:
        return False
    following = text.words[i + 1].norm if i + 1 < len(text.words) else "."
    after = text.words[i + 2].norm if i + 2 < len(text.words) else "."
    if following in _NEXT or after in _NEXT:
        return False
    if following in _WITH:
        return after in _SUPERIOR
    if following in _TO:
        return False
    return by_name or following in _SUPERIOR or not following[0].isalpha()


def _open_before(text: Text, i: int) -> int | None:
    """The word that puts the dialog at ``i`` into the future or denies it, or None."""
    clause = text.clauses[text.clause_at(i)]
    words = range(max(clause.first, i - _REACH), min(clause.last, i + _REACH) + 1)
    # A dialog that does something other than take place is over; one that is dealt with is work.
    for k in words:
        acts = k != i and is_predicate(text.words, k)
        if acts and text.words[k].morph.root not in _HOLDING | _MEETING:
            return None
    negator = text.negated[i]
    if negator >= 0 and (text.words[negator].norm == "belum" or text.words[i].norm in _DIALOG):
        return negator
    for k in words:
        word = text.words[k]
        if word.norm in ("belum", "akan", "nanti", "hendak", "batal"):
            return k
        if word.morph.root in _PLANNED and word.morph.prefix != "pe":
            return k
    return None


def _took_place(text: Text) -> bool:
    """Whether a main clause tells what a talk has brought, or that it is over."""
    for clause in text.clauses:
        if clause.kind in _BACKGROUND or clause.aspect in ("open", "future"):
            continue
        for i in range(clause.first, clause.last + 1):
            word = text.words[i]
            if word.norm in DONE:
                return True
            brought = word.morph.root in _OUTCOME and word.morph.prefix in ("", "me", "di", "ber")
            if brought and text.negated[i] < 0 and word.lex.norm not in ("sampai", "langsung"):
                return True
    return False
