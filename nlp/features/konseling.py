"""Signs of a call for help or of troubling behaviour, and of what only looks like it."""

from collections.abc import Iterator

from nlp.features.feature import Feature
from nlp.text import Mark, Text

_SELF = frozenset("saya aku sy gue awak kami".split())
_PERSON = frozenset(
    "ia dia beliau ybs yang-bersangkutan saudara sdr pegawai staf anak-buah".split()
)
# Whoever of these does or suffers it, it is not the employee who is coached (guideline 13).
_OTHERS = frozenset(
    (
        "anak istri suami ibu ayah bapak orang-tua mertua kakak adik sepupu keponakan tetangga "
        "keluarga warga masyarakat pengendara mandor tukang penyedia kontraktor konsultan tamu "
        "pengunjung pelaku oknum siswa mahasiswa peserta kucing anjing burung ikan sapi kambing"
    ).split()
)
_AGAIN = frozenset(
    (
        "sering kerap selalu berulang berulang-ulang berkali-kali kembali lagi terus terus-menerus "
        "kebiasaan gemar suka setiap tiap acap seringkali"
    ).split()
)
_ONCE = frozenset("sekali pernah sempat tadi kemarin".split())
_CHANGED = frozenset("dulu dulunya semula biasanya kini sekarang belakangan berubah sejak".split())
# A word of work this close before the item's word takes it as its object.
_REACH = 5


def konseling(text: Text) -> Iterator[Feature]:
    """Yield the signs of one text of any field.

    ``butirNN`` words around that item, and how they stand: ``disangkal`` denied, ``kerja`` the
    object of work about it, ``lain`` done or suffered by somebody else, ``bebas`` none of these;
    ``rujukan`` likewise for items 12–17 together. ``kiasan`` and ``korban`` speak against,
    ``aku`` / ``dia`` say whom the text is about, ``berulang`` / ``sekali`` how often,
    ``perubahan`` that it was otherwise before.
    """
    for mark in text.marks:
        if mark.kind.startswith("butir"):
            stands = _stands(text, mark)
            yield Feature(mark.kind, mark.first, mark.last)
            yield Feature(f"{mark.kind} {stands}", mark.first, mark.last)
            if int(mark.kind[-2:]) >= 12:
                yield Feature(f"rujukan {stands}", mark.first, mark.last)
        elif mark.kind in ("kiasan", "korban"):
            yield Feature(mark.kind, mark.first, mark.last)
    for i, word in enumerate(text.words):
        for name, known in _ABOUT:
            if word.norm in known:
                yield Feature(name, i, i)


_ABOUT = (
    ("aku", _SELF), ("dia", _PERSON), ("berulang", _AGAIN), ("sekali", _ONCE),
    ("perubahan", _CHANGED),
)  # fmt: skip


def _stands(text: Text, mark: Mark) -> str:
    """How an item's word stands in its clause."""
    if text.negated[mark.first] >= 0:
        return "disangkal"
    clause = text.clauses[text.clause_at(mark.first)]
    nearest = max(clause.first, mark.first - _REACH)
    for other in text.marks:
        if other.kind == "pekerjaan" and nearest <= other.first and other.last < mark.first:
            return "kerja"
    if any(w.norm in _OTHERS for w in text.words[clause.first : mark.first]):
        return "lain"
    return "bebas"
