"""Slots: the gaps in a suggestion that only a person can fill."""

import re

from nlp.finding import Slot, Suggestion

_SLOT = re.compile(r"\[([a-z]+)\]")

# name → (hint for the person, example that is put in when the suggestion is proved)
_SLOTS = {
    "jumlah": ("Berapa banyak?", "1"),
    "tanggal": ("Kapan paling lambat?", "30 September 2025"),
    "target": ("Berapa target yang dapat dihitung?", "90 persen"),
    "nilai": ("Berapa nilai atau skor yang diharapkan?", "80"),
    "bukti": ("Dokumen apa yang dapat ditunjukkan?", "laporan hasil reviu"),
    "kendala": ("Apa yang masih menghambat?", "keterlambatan data dari lapangan"),
    "nama": ("Siapa yang dituju?", "atasan langsung"),
    "materi": ("Pokok apa yang dipelajari?", "tata cara penyusunan laporan kinerja"),
    "tindakan": ("Apa yang diminta dilakukan?", "melampirkan foto lapangan pada setiap laporan"),
    "peristiwa": ("Pada pekerjaan atau kejadian yang mana?", "menyusun laporan debit bulan Juni"),
    "awal": ("Berapa keadaan sekarang?", "60 persen"),
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
            hint, example = _SLOTS[match[1]]
            slots.append(Slot(match[1], match.start(), match.end(), hint, example))
    return Suggestion(text, tuple(slots))


def unfilled(text: str) -> bool:
    """Whether a text holds one of our marks: a suggestion taken over without filling its slots."""
    return any(match[1] in _SLOTS for match in _SLOT.finditer(text))


def filled(made: Suggestion) -> str:
    """The suggestion's text with every slot replaced by its example."""
    text = made.text
    for slot in sorted(made.slots, key=lambda slot: -slot.start):
        text = text[: slot.start] + slot.example + text[slot.end :]
    return text
