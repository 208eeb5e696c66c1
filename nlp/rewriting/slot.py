"""Slots: the gaps in a suggestion that only a person can fill."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from nlp.analysis import AnalyzedForm
from nlp.finding import Slot, SlotType, Suggestion
from nlp.form import value_at
from nlp.text.quantity import MONTHS

_SLOT = re.compile(r"\[([a-z]+)\]")

# name → (type, hint for the person, example that is put in when the suggestion is proved)
_SLOTS: dict[str, tuple[SlotType, str, str]] = {
    "jumlah": ("angka", "Berapa banyak?", "1"),
    "tanggal": ("tanggal", "Kapan paling lambat?", "30 September 2025"),
    "target": ("angka", "Berapa target yang dapat dihitung?", "90 persen"),
    "nilai": ("angka", "Berapa nilai atau skor yang diharapkan?", "80"),
    "awal": ("angka", "Berapa keadaan sekarang?", "60 persen"),
    "bukti": ("dokumen", "Dokumen apa yang dapat ditunjukkan?", "laporan hasil reviu"),
    "nama": ("orang", "Siapa yang dituju?", "atasan langsung"),
    "kendala": ("teks", "Apa yang masih menghambat?", "keterlambatan data dari lapangan"),
    "materi": ("teks", "Pokok apa yang dipelajari?", "tata cara penyusunan laporan kinerja"),
    "tindakan": (
        "teks",
        "Apa yang diminta dilakukan?",
        "melampirkan foto lapangan pada setiap laporan",
    ),
    "peristiwa": (
        "teks",
        "Pada pekerjaan atau kejadian yang mana?",
        "menyusun laporan debit bulan Juni",
    ),
    "dampak": ("teks", "Apa akibatnya bagi pekerjaan?", "rekap bulanan tertunda tiga hari"),
    "kebaikan": ("teks", "Apa yang sudah baik?", "menyusun laporan debit dengan rapi"),
    "kekurangan": ("teks", "Apa yang masih kurang?", "laporan bulan Juni masih terlambat"),
}


def suggestion(text: str) -> Suggestion:
    """A suggestion whose ``[name]`` marks have become slots.

    In: the rewritten text. Out: an unverified suggestion; a bracket of another name is the
    employee's own and stays text. (A text that already holds one of our marks is offered no
    rewrite at all, see :func:`unfilled`.)
    """
    slots = []
    for match in _SLOT.finditer(text):
        if match[1] in _SLOTS:
            kind, hint, example = _SLOTS[match[1]]
            slots.append(Slot(match[1], match.start(), match.end(), hint, example, kind))
    return Suggestion(text, tuple(slots))


def stated(form: AnalyzedForm, pointer: str) -> dict[str, str]:
    """What the form itself says for the slots of a text at ``pointer``: slot name → value.

    The step's ``tenggat`` is the date; a document named in the other text of the same step is the
    evidence.
    """
    found: dict[str, str] = {}
    step, _, name = pointer.rpartition("/")
    if name not in ("rtl", "indikator"):
        return found
    due = _date(value_at(form.form, f"{step}/tenggat"))
    if due:
        found["tanggal"] = due
    other = form.parts.get(f"{step}/{'indikator' if name == 'rtl' else 'rtl'}")
    document = next(iter(other.text.find("bukti")), None) if other else None
    if other and document:
        words = other.text.words[document.first : document.last + 1]
        if any(word.norm.isalpha() for word in words):
            found["bukti"] = other.text.quote(document.first, document.last)
    return found


def with_defaults(made: Suggestion, defaults: Mapping[str, str]) -> Suggestion:
    """The suggestion with what the form states as the value its slots begin with, and as example.

    A value stands for one gap: where a name stands twice, only its first gets it.
    """
    if not defaults or not made.slots:
        return made
    seen: set[str] = set()
    slots = []
    for slot in made.slots:
        value = defaults.get(slot.name) if slot.name not in seen else None
        seen.add(slot.name)
        slots.append(replace(slot, default=value, example=value) if value else slot)
    return replace(made, slots=tuple(slots))


def unfilled(text: str) -> bool:
    """Whether a text holds one of our marks: a suggestion taken over without filling its slots."""
    return any(match[1] in _SLOTS for match in _SLOT.finditer(text))


def filled(made: Suggestion) -> str:
    """The suggestion's text with every slot replaced by its example."""
    text = made.text
    for slot in sorted(made.slots, key=lambda slot: -slot.start):
        text = text[: slot.start] + slot.example + text[slot.end :]
    return text


def _date(written: str | None) -> str | None:
    """An ISO date in words ("2025-09-30" → "30 September 2025"); None for what is no date."""
    try:
        day = date.fromisoformat(written or "")
    except ValueError:
        return None
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"
