"""Steps that can be put into a calendar, from an RTL that names none."""

from collections.abc import Iterator

from nlp.rewriting.parts import noun_of, parts_of
from nlp.rewriting.phrase import piece
from nlp.rewriting.rtl import rewrite_rtl
from nlp.text import Text
from nlp.text.clause import is_predicate

_LEARNING = frozenset(("ajar", "mentor", "latih", "mentoring", "coaching", "bimbing"))
_GUIDED = frozenset("mentoring coaching bimbingan pelatihan diklat kursus webinar".split())
_DIALOGUES = frozenset("mentoring coaching bimbingan".split())
# Up to so many words after the first a text names no subject to be learnt.
_BARE = 1
_OPENING = 2
_AIMS = frozenset("tingkat jadi terima ajar maksimal optimal baik tambah jaga".split())
_PLEAS = frozenset(("mohon", "memohon", "semoga", "harap"))
_MODAL = frozenset(
    "ke depan akan perlu harus lebih makin semakin agar ingin bisa dapat lagi".split()
)


def rewrite_step(text: Text) -> Iterator[str]:
    """Candidate rewrites of an RTL that is no step, in the order they are thought of.

    In: the analysed RTL. Out: sentences with an act, its object, with whom and by when: a wait
    becomes a reminder, learning gets its subject and its teacher, an aim a piece of work for it.
    """
    own = parts_of(text)
    end, when, whole = own.end, own.time, own.whole
    if not whole:
        return
    if text.find("tunggu", "putusan") or any(a.kind == "luar" for a in text.agents):
        for step in rewrite_rtl(text):
            yield step if "paling lambat" in step else f"{step} {when}"
    if text.words[0].norm in _PLEAS:
        return
    if any(word.morph.root in _LEARNING for word in text.words[: end + 1]):
        yield from _learning(text, end, whole, when)
    first = 0
    while first < end and text.words[first].norm in _MODAL:
        first += 1
    serves = "untuk" if _acts(text, first) else "agar"
    aim = piece(text, first, end)
    more = "lebih " if first and text.words[first - 1].norm == "lebih" else ""
    yield f"Menyusun [bukti] bersama [nama] {serves} {more}{aim} {when}"
    yield f"Menyusun [bukti] bersama [nama] {serves} {aim} {when}"
    noun = noun_of(own) if own.voice == "active" else ""
    if noun and own.object and own.root not in _AIMS:
        yield f"Menyusun [bukti] {noun} {own.object} bersama [nama] {when}"
    yield f"Menyusun [bukti] {serves} {aim} {when}"
    yield f"Menyusun [bukti] tentang {aim} {when}"
    party = next((m for m in text.find("aktor_luar") if m.first <= _OPENING), None)
    if party is not None:
        yield f"Mengusulkan [tindakan] kepada {piece(text, 0, party.last)} {when}"
    elif not any(a.kind == "luar" for a in text.agents):
        yield f"Mempelajari [materi] bersama [nama] dan menyusun resumenya {when}"


def _acts(text: Text, first: int) -> bool:
    return is_predicate(text.words, first) or bool(text.words[first].morph.suffix)


def _learning(text: Text, end: int, whole: str, when: str) -> Iterator[str]:
    opener = text.words[0].norm
    if end > _BARE:
        said = f"Mengikuti {whole}" if opener in _GUIDED else whole
        yield f"{said} bersama [nama] dan menyusun resumenya {when}"
        return
    if any(word.norm in _DIALOGUES for word in text.words[: end + 1]):
        said = f"Mengikuti {whole}" if opener in _GUIDED else whole
        yield f"{said} [materi] bersama [nama] {when}"
        yield f"{said} bersama [nama] dan menyusun resume [materi] {when}"
        return
    yield f"Mempelajari [materi] bersama [nama] dan menyusun resumenya {when}"
    yield f"Menyusun resume [materi] yang dipelajari bersama [nama] {when}"
    yield f"{whole} bersama [nama] dan menyusun resume [materi] {when}"
