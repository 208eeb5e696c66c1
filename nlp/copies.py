"""The same feedback for many people in one batch (guideline 8), told without keeping a text.

Only hashes are remembered, and they mean nothing outside this process.
"""

import re
import unicodedata
from collections.abc import Iterator

from nlp.form import Form
from nlp.morphology import analyse
from nlp.text.lexicon import READINGS

LEAST_PEOPLE = 3
"""Guideline 8: two colleagues may have done the same piece of work; from so many people on, one
sentence is a copy."""

LEAST_WORDS = 4
"""A shorter text is a stock phrase: FEEDBACK_TIDAK_SPESIFIK asks whether it says anything."""

# Who is spoken to changes from copy to copy, and nothing else does.
_ADDRESS = frozenset(
    (
        "saudara saudari bapak ibu pak bu mas mbak kak kakak adik dik ananda anda kamu engkau kau "
        "beliau ia dia yth"
    ).split()
)
_POSSESSIVE = frozenset(("nya", "mu"))
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


class Copies:
    """What a batch remembers of its feedback: by text, whom it was given to.

    ``limit`` bounds how many pairs of text and person are kept; a batch that is longer still finds
    copies of the texts it knows by then. Texts of konseling and rujukan are not remembered.
    """

    def __init__(self, limit: int | None = None) -> None:
        self._people: dict[int, int | set[int]] = {}
        self._room = limit

    def add(self, form: Form, number: int) -> None:
        """Remember the feedback of the ``number``-th form of the batch."""
        person = person_of(form, number)
        for _, key in feedback_keys(form):
            known = self._people.get(key)
            if known == person or (isinstance(known, set) and person in known):
                continue
            if self._room is not None:
                if not self._room:
                    return
                self._room -= 1
            if known is None:
                self._people[key] = person
            elif isinstance(known, set):
                known.add(person)
            else:
                self._people[key] = {known, person}

    def others(self, form: Form, number: int) -> dict[str, int]:
        """How many other people were given the same text so far, by the feedback's pointer.

        In: a form and its number in the batch, added before or not. Out: only pointers with at
        least one other.
        """
        person = person_of(form, number)
        found = {}
        for pointer, key in feedback_keys(form):
            known = self._people.get(key)
            people = known if isinstance(known, set) else {known} - {None}
            if count := len(people - {person}):
                found[pointer] = count
        return found


def feedback_keys(form: Form) -> Iterator[tuple[str, int]]:
    """Every feedback long enough to be a copy: its pointer, and a number equal for equal texts.

    Case, punctuation, abbreviations, forms of address and the names of the form do not matter.
    """
    if form.jenis != "bimbingan":
        return
    names = [form.pegawai.nama, form.atasan.nama]
    own = frozenset(word for name in names if name for word in _split(name.casefold()))
    for position, given in enumerate(form.umpan_balik):
        words = _meant(given.teks, own) if given.teks else []
        if len(words) >= LEAST_WORDS:
            yield f"/umpan_balik/{position}/teks", hash(" ".join(words))


def person_of(form: Form, number: int) -> int:
    """A number for the employee: by NIP, else by name, else by the form's id.

    A form that says nothing of the kind, the ``number``-th of the batch, is somebody of its own.
    """
    given = ((key, getattr(form.pegawai, key)) for key in ("nip", "nama"))
    for key, value in (*given, ("id", form.id)):
        if value and (said := identity(value)):
            return hash((key, said))
    return hash(("form", number))


def identity(value: str) -> str:
    """A NIP, name or unit as it is compared: letters and digits alone, in lower case."""
    return " ".join(_split(unicodedata.normalize("NFKC", value).casefold()))


def plain_words(text: str) -> list[str]:
    """The words of a text as they are meant: lower case, abbreviations written out."""
    return [
        meant
        for written in _split(unicodedata.normalize("NFKC", text).casefold())
        for meant in READINGS.get((written,), (written,))
    ]


def _split(text: str) -> list[str]:
    return _WORD.findall(text)


def _meant(text: str, own: frozenset[str]) -> list[str]:
    """The words of a feedback without those that only say whom it is for."""
    written = _split(unicodedata.normalize("NFKC", text))
    # Where every word is capitalised, capitals name nobody.
    mixed = any(word[0].islower() for word in written)
    words: list[str] = []
    addressed = False
    for word in written:
        capital = word[0].isupper()
        lower = word.casefold()
        read = READINGS.get((lower,), (lower,))
        if _ADDRESS.issuperset(read) or read == ("yang", "bersangkutan"):
            addressed = True
        elif not (capital and (lower in own or (addressed and mixed))):
            addressed = False
            words += (_without_possessive(one) for one in read)
    return words


def _without_possessive(word: str) -> str:
    """ "kinerjanya", "kinerjamu" and "kinerja Anda" are one word to a copy."""
    clitic = analyse(word).clitic
    return word.removesuffix(clitic) if clitic in _POSSESSIVE else word
