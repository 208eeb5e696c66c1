"""From passages to forms: labelled fields become one form and explain each other."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from nlp.form import Dialog, Form, TindakLanjut, UmpanBalik, pointer_of
from service.languagetool.passage import LISTED, Passage
from service.settings import settings

_LISTS = {
    "rtl": ("/tindak_lanjut/{}/rtl", settings.max_rtl),
    "indikator": ("/tindak_lanjut/{}/indikator", settings.max_rtl),
    "umpan_balik": ("/umpan_balik/{}/teks", settings.max_umpan_balik),
}
_UNLABELLED = "/dialog/catatan"
# One review cannot be cut short, and its time grows with the square of the steps in the form.
_TOGETHER = 10


@dataclass(frozen=True, slots=True)
class Section:
    """What is reviewed together: passages by the pointer where each stands in the form.

    ``labelled`` is false for a lone passage whose field nobody knows.
    """

    labelled: bool
    passages: dict[str, Passage] = field(default_factory=dict)


def sections(found: Iterable[Passage]) -> list[Section]:
    """The passages sorted into forms, in the order of the text.

    A field that a form holds once begins another form when it comes again, as does a list that is
    full. A passage without a field stands alone. A form with more than ten steps is reviewed ten
    steps at a time.
    """
    result: list[Section] = []
    form: Section | None = None
    for passage in found:
        if passage.field is None:
            result.append(Section(False, {_UNLABELLED: passage}))
            continue
        pointer = _free(passage, form.passages) if form else None
        if form is None or pointer is None:
            form = Section(True)
            result.append(form)
            pointer = _free(passage, {})
        form.passages[pointer or ""] = passage
    return [part for section in result for part in _parts(section)]


def form_of(section: Section, text: str) -> Form:
    """The form to review.

    A passage without a field is read as a note, the field that says least about itself; what is
    found there that is not true of any text must be left out.
    """
    texts = {
        pointer: text[passage.start : passage.end] for pointer, passage in section.passages.items()
    }
    steps = _count(texts, "tindak_lanjut")
    return Form(
        topik=texts.get("/topik"),
        hasil=texts.get("/hasil"),
        tindak_lanjut=tuple(
            TindakLanjut(
                texts.get(f"/tindak_lanjut/{n}/rtl"), texts.get(f"/tindak_lanjut/{n}/indikator")
            )
            for n in range(steps)
        ),
        dialog=Dialog(catatan=texts.get("/dialog/catatan")),
        umpan_balik=tuple(
            UmpanBalik(teks=texts.get(f"/umpan_balik/{n}/teks"))
            for n in range(_count(texts, "umpan_balik"))
        ),
    )


def _parts(section: Section) -> list[Section]:
    parts: dict[int, Section] = {}
    for pointer, passage in section.passages.items():
        names = pointer.split("/")
        part = 0
        if names[1] in ("tindak_lanjut", "umpan_balik"):
            part, place = divmod(int(names[2]), _TOGETHER)
            names[2] = str(place)
        own = parts.setdefault(part, Section(section.labelled))
        own.passages["/".join(names)] = passage
    return list(parts.values())


def _free(passage: Passage, taken: dict[str, Passage]) -> str | None:
    """Where in a form the passage stands; None when the form has no place left for it."""
    if passage.field is None or passage.field not in LISTED:
        pointer = pointer_of(passage.field or "catatan")
        return None if pointer in taken else pointer
    shape, limit = _LISTS[passage.field]
    wanted = (passage.number or 1) - 1
    places = [wanted, *range(limit)] if wanted in range(limit) else range(limit)
    return next((shape.format(n) for n in places if shape.format(n) not in taken), None)


def _count(texts: dict[str, str], name: str) -> int:
    return max((int(p.split("/")[2]) + 1 for p in texts if p.split("/")[1] == name), default=0)
