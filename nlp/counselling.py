"""A skeleton for the record that a counselling or a referral asks for (guideline 13).

PermenPANRB 6/2022 names a Format A.3 (konseling kinerja) and a Format A.4 (rujukan). Their layout
could not be read, so the entries here are ours, in neutral order, and not the regulation's.
"""

import re

from nlp.finding import Entry, Format, Slot, Triage

ITEMS = {
    1: "mengulang kesalahan yang sama walau berulang kali diberi tahu",
    2: "perubahan tingkah laku yang drastis dan menimbulkan konflik",
    3: "menarik diri dari pergaulan kantor",
    4: "kekerasan verbal",
    5: "kekerasan fisik",
    6: "pelecehan seksual",
    7: "merusak barang rekan atau barang milik negara",
    8: "kesulitan mengontrol amarah",
    9: "sikap diskriminatif atau rasis",
    10: "sering berbohong",
    11: "sering mencuri",
    12: "menyakiti diri sendiri",
    13: "menyakiti hewan",
    14: "pikiran atau percobaan bunuh diri",
    15: "delusi, paranoia, atau halusinasi",
    16: "ketergantungan alkohol atau narkoba",
    17: "kesedihan yang terus-menerus",
}
"""The guideline's items, as the record names them: what was seen, never a diagnosis."""

_SLOT = re.compile(r"\[([a-z]+)\]")
_HINTS = {
    "nama": "Nama lengkap",
    "nip": "Nomor induk pegawai",
    "jabatan": "Jabatan saat ini",
    "unit": "Unit kerja",
    "tanggal": "Tanggal pertemuan",
    "uraian": "Apa yang terjadi, sebagaimana disampaikan atau dilihat",
    "upaya": "Apa yang sudah dilakukan dan bagaimana hasilnya",
    "rencana": "Apa yang disepakati, oleh siapa, dan kapan",
    "tujuan": "Siapa yang akan mendampingi: KORPRI, psikolog, dokter, atau layanan lain",
}
_WHO = (
    ("Pegawai", "[nama], NIP [nip], [jabatan], [unit]"),
    ("Atasan langsung", "[nama], NIP [nip], [jabatan]"),
    ("Tanggal", "[tanggal]"),
    ("Permasalahan", "[uraian]"),
)
_TRIED = ("Upaya yang telah dilakukan", "[upaya]")
_PLAN = ("Rencana", "[rencana]")
_REFERRED = ("Rujukan kepada", "[tujuan]")
_KINDS = {
    "konseling": ("A.3", "Catatan konseling kinerja", (_PLAN,)),
    "rujukan": ("A.4", "Catatan rujukan profesional", (_REFERRED, _PLAN)),
}


def format_for(triage: Triage) -> Format | None:
    """The skeleton for what triage found.

    In: the triage of a form. Out: Format A.3 for konseling, A.4 for rujukan, None for none. Of the
    form it holds only the item numbers, to be confirmed by a person; everything else is a slot.
    """
    if triage.level == "none":
        return None
    shown = "; ".join(f"{number}. {ITEMS[number]}" for number in triage.items)
    items = ("Butir yang perlu dipastikan", shown)
    name, title, then = _KINDS[triage.level]
    lines = (*_WHO, items, _TRIED, *then)
    return Format(name, title, tuple(_entry(*line) for line in lines))


def _entry(label: str, text: str) -> Entry:
    slots = (
        Slot(match[1], match.start(), match.end(), _HINTS[match[1]], "")
        for match in _SLOT.finditer(text)
    )
    return Entry(label, text, tuple(slots))
