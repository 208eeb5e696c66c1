"""What the employee can do instead of waiting for it."""

from collections.abc import Iterator

from nlp.morphology import nominal, verb_of
from nlp.rewriting.noun import noun_end
from nlp.rewriting.pelaku import party
from nlp.rewriting.phrase import piece
from nlp.text import Mark, Text
from nlp.text.clause import DONE, is_predicate

_ACTED_ON = frozenset(("di", "diper", "diber"))
# Words between the wait and what is awaited.
_LEADS = frozenset(
    "hingga sampai kapan apakah apa bahwa adanya soal tentang dulu dulunya saja kalau agar "
    "terus dari harian mingguan bulanan "
    "terbitnya keluarnya turunnya datangnya cairnya".split()
)
# What one asks for, rather than follows up.
_TOLD = frozenset(
    "info informasi kabar arahan petunjuk jawaban data penjelasan balasan masukan disposisi "
    "instruksi hasil laporan jadwal tanggapan konfirmasi kepastian pembagian angka".split()
)
_ASKED = frozenset("izin rekomendasi persetujuan dispensasi dukungan bantuan".split())
_SAYS = _TOLD | frozenset("keputusan putusan persetujuan izin rapat tangan restu".split())
_NATURE = frozenset("musim hujan cuaca kemarau".split())
_AGAIN = frozenset(("kembali", "lagi"))
_SOON = 4
_FROM = frozenset(("dari", "oleh"))


def waits(text: Text) -> Iterator[Mark]:
    """The waits of a text: the employee waits or watches, and is not the one acted on."""
    for mark in text.marks:
        word = text.words[mark.first]
        received = word.morph.prefix in _ACTED_ON and word.morph.root == "terima"
        own = word.morph.prefix in ("", "me") or mark.first == 0 or received
        passive = word.morph.prefix in _ACTED_ON and not received
        if mark.kind not in ("tunggu", "pantau") or not own or passive:
            continue
        if text.negated[mark.first] < 0:
            yield mark
    if text.words[0].morph.root == "pasti" or text.words[0].norm == "pantau":
        yield Mark("tunggu", 0, 0)


def rewrite_wait(text: Text, waiting: Mark, end: int) -> Iterator[str]:
    """Sentences that ask for what is awaited, prepare it or follow it up; none where it is not
    named. ``end`` is the last word of the step.
    """
    first = _awaited_at(text, waiting, end)
    last = noun_end(text, first, end)
    said = verb_of(text.words[min(first, end)].norm)
    bare = text.words[min(first, end)].morph.prefix == ""
    if last < first or text.words[first].norm in _NATURE:
        return
    if said and bare and said[1] == "command" and not _thing(text, first):
        return
    if any(m.kind == "aktor_luar" and m.first == first for m in text.marks):
        yield f"Menyusun [bukti] dan menyampaikannya kepada {piece(text, first, last)}"
        return
    cut, who = _whom(text, first, last, end)
    open_end = "apakah" in text.norms(waiting.last, first) or _left_open(text, end)
    awaited = ("" if open_end else _happened(text, first, cut)) or piece(text, first, cut)
    if not awaited:
        return
    head = text.words[first].norm
    decision = not open_end and any(
        m.kind == "putusan" and m.first in (first, first + 1) for m in text.marks
    )
    decides = any(m.kind == "putusan" and m.first == first for m in text.marks)
    received = text.words[waiting.first].morph.root == "terima" and not decides
    if received or head in _TOLD:
        yield f"Meminta {awaited} kepada {who} secara tertulis"
    if head in _ASKED:
        yield f"Menyiapkan draf surat permohonan {awaited} kepada {who}"
    following = text.words[last].norm in _AGAIN or (last < end and _states(text, last + 1))
    if following and not open_end and not received and awaited == piece(text, first, cut):
        yield f"Menindaklanjuti secara tertulis kepada {who} agar {piece(text, first, end)}"
        if text.words[last].norm in _AGAIN:
            return
    if decision and not received:
        yield f"Menyiapkan bahan {awaited} dan menyampaikannya kepada {who}"
    yield f"Menindaklanjuti {awaited} secara tertulis kepada {who}"
    yield f"Menyiapkan draf surat kepada {who} tentang {awaited}"


def _awaited_at(text: Text, waiting: Mark, end: int) -> int:
    """Where what is awaited begins: before a passive, behind "apakah", or behind the wait."""
    if text.words[waiting.first].morph.prefix in _ACTED_ON:
        return 0
    first = waiting.last + 1
    asked = [i for i in range(first, end) if text.words[i].norm == "apakah"]
    commas = [i for i in range(first, end) if text.words[i].norm == ","]
    if asked:
        first = asked[0]
    elif _left_open(text, end) and commas:
        first = commas[-1] + 1
    while first < end and text.words[first].norm in _LEADS:
        first += 1
    return first


def _left_open(text: Text, end: int) -> bool:
    """Whether a text ends on "… atau belum"."""
    return text.words[end].norm in ("belum", "tidak") and text.words[end - 1].norm == "atau"


def _whom(text: Text, first: int, last: int, end: int) -> tuple[int, str]:
    """The last word of what is awaited, and from whom: "info | dari biro", "arahan | pimpinan"."""
    for mark in text.find("aktor_luar"):
        before = text.words[mark.first - 1].norm if mark.first else ""
        if not first < mark.first <= last:
            continue
        if before in _FROM and mark.first - 1 > first:
            return mark.first - 2, party(text, mark.first, last)
        if before in _SAYS:
            return mark.first - 1, party(text, mark.first, last)
    far = min(last + _SOON, end)
    for i in range(first + 1, far):
        if i > last and text.words[i].norm == "dari" and i + 1 < far + 1:
            named = noun_end(text, i + 1, far)
            if named > i and _named(text, i + 1):
                return last, piece(text, i + 1, named)
        if i < last and text.words[i].norm == "dari" and _named(text, i + 1):
            return i - 1, party(text, i + 1, last)
    return last, "[nama]"


def _named(text: Text, i: int) -> bool:
    """Whether a party by name or by its work stands at word ``i``: "BRIN", "penyelenggara"."""
    morph = text.words[i].morph
    works = morph.prefix == "pe" and not morph.suffix
    return works or text.raw[text.words[i].start].isupper()


def _thing(text: Text, i: int) -> bool:
    return any(m.first == i and m.kind in ("bukti", "benda", "putusan") for m in text.marks)


def _happened(text: Text, first: int, last: int) -> str:
    """A thing and what is to be done with it as one noun: "TUP disetujui" → persetujuan TUP."""
    after = last + 1
    while after < len(text.words) and text.words[after].norm in DONE:
        after += 1
    said = verb_of(text.words[after].norm) if after < len(text.words) else None
    noun = nominal(said[0]) if said and said[1] == "passive" else None
    if noun is None or text.words[after].morph.root == "terima":
        return ""
    return f"{noun} {piece(text, first, last)}"


def _states(text: Text, i: int) -> bool:
    quality = any(m.first == i and m.kind in ("mutu", "tren") for m in text.marks)
    return quality or is_predicate(text.words, i)
