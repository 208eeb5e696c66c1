"""What proves that a step was taken: the measure that fits each kind of act."""

from collections.abc import Iterator

from nlp.morphology import attained, passive
from nlp.rewriting.noun import noun_phrase
from nlp.rewriting.parts import Parts, noun_of, rest_of, title
from nlp.rewriting.phrase import written

_ROOTS = {
    "learning": "ajar dalam paham baca kuasa simak hafal tahu kenal erti cerna telaah cermat selam "
    "resap",
    "training": "latih ikut mentor mentoring coaching magang kursus diklat bimtek webinar seminar",
    "meeting": "koordinasi rapat konsultasi diskusi bahas komunikasi temu dialog audiensi "
    "sinergi kolaborasi",
    "writing": "susun buat bikin rancang rumus tulis siap mutakhir revisi lengkap rekap kembang "
    "sempurna",
    "serving": "layan jawab tanggap",
    "watching": "pantau awas periksa cek monitor monitoring inspeksi evaluasi tinjau verifikasi "
    "kunjung reviu supervisi ukur uji",
    "sending": "kirim sampai surat usul aju serah lapor",
    "recording": "catat input entri unggah rekam arsip pindai data inventarisasi tata simpan",
    "telling": "damping fasilitasi bimbing sosialisasi suluh sebar publikasi",
    "lowering": "turun kurang tekan susut minim",
    "raising": "tingkat naik tambah cepat baik",
    "applying": "terap laksana pedoman guna pakai jalan",
}
KINDS = {root: kind for kind, roots in _ROOTS.items() for root in roots.split()}
"""Root of an act → its kind."""

_TRAININGS = frozenset(
    "pelatihan bimtek bimbingan diklat kursus webinar seminar workshop lokakarya mentoring "
    "coaching kelas sertifikasi".split()
)


def kind_of(parts: Parts) -> str:
    """The kind of act a text names; empty where it names none, or one of no known kind."""
    kind = KINDS.get(parts.root, "")
    if kind == "training" and parts.root == "latih" and parts.voice == "active":
        return "telling"
    if kind == "training" and parts.root == "ikut":
        return kind if set(parts.object.lower().split()[:2]) & _TRAININGS else ""
    return kind


def measures(parts: Parts, when: str) -> Iterator[str]:
    """Indikator sentences for the act of an RTL or of an indikator, best first.

    In: the parts of the text that names the act, and the deadline to use. Nothing where the act is
    of no known kind or has no object to speak of.
    """
    frame = _FRAMES.get(kind_of(parts))
    if frame is not None and rest_of(parts):
        yield from frame(parts, when)


def _learning(parts: Parts, when: str) -> Iterator[str]:
    topic = parts.object or parts.recipient
    yield f"Tersusun [jumlah] resume {topic} {when}"
    yield f"Tersedia [bukti] hasil praktik {topic} {when}"
    yield f"Nilai uji pemahaman {topic} minimal [nilai]"


def _training(parts: Parts, when: str) -> Iterator[str]:
    name = parts.object if parts.root == "ikut" else _course(parts)
    yield f"Tersedia sertifikat {name} dan [jumlah] laporan penerapannya {when}"
    yield f"Tersusun [jumlah] resume {name} {when}"


def _course(parts: Parts) -> str:
    """The course without the word that one takes it: "ikut pelatihan X" → pelatihan X."""
    words = parts.text.words
    first = next((i for i in range(parts.end + 1) if words[i].norm in _TRAININGS), 0)
    return noun_phrase(parts.text, first, parts.end) or parts.whole


def _meeting(parts: Parts, when: str) -> Iterator[str]:
    event = named(parts)
    yield f"Tersedia notula {event} yang memuat kesepakatan dan daftar hadir {when}"
    yield f"Tersusun [jumlah] laporan {event} {when}"


def _writing(parts: Parts, when: str) -> Iterator[str]:
    thing = parts.object or parts.recipient
    state = attained(parts.act) or passive(parts.act) or "tersusun"
    if parts.root in ("buat", "bikin", "siap"):
        state = "tersusun" if parts.evidence else "selesai dibuat"
    yield f"{thing} {state} dan disampaikan kepada [nama] {when}"
    yield f"{thing} {state} dan disetujui [nama] {when}"


def _serving(parts: Parts, when: str) -> Iterator[str]:
    noun = noun_of(parts) or "pelayanan"
    yield f"Rata-rata waktu {noun} {rest_of(parts)} maksimal [target]"
    yield f"Nilai indeks kepuasan {noun} {rest_of(parts)} minimal [nilai]"
    yield f"Tercatat [jumlah] {noun} {rest_of(parts)} {when}"


def _watching(parts: Parts, when: str) -> Iterator[str]:
    event = named(parts)
    yield f"Tersedia [jumlah] laporan berkala hasil {event} {when}"
    yield f"Tersusun [jumlah] laporan {event} {when}"


def _sending(parts: Parts, when: str) -> Iterator[str]:
    thing, state = parts.object, passive(parts.act)
    if thing and state:
        to = f"kepada {parts.recipient}" if parts.recipient else "kepada [nama]"
        yield f"{thing} {state} {to}, dibuktikan dengan tanda terima {when}"
    yield f"Tersedia tanda terima {named(parts)} {when}"


def _recording(parts: Parts, when: str) -> Iterator[str]:
    state = passive(parts.act)
    thing, often = parts.object, parts.quantity
    if thing and state and often and thing.endswith(f" {often}"):
        yield f"{thing.removesuffix(often)}{state} {often}, dibuktikan dengan [bukti] {when}"
    elif thing and state:
        yield f"[jumlah] {thing} {state}, dibuktikan dengan [bukti] {when}"
    yield f"Tersedia [bukti] hasil {named(parts)} {when}"


def _telling(parts: Parts, when: str) -> Iterator[str]:
    yield f"Tersedia notula dan daftar hadir {named(parts)} {when}"
    yield f"Nilai uji pemahaman peserta {named(parts)} minimal [nilai]"


def _falling(parts: Parts, when: str) -> Iterator[str]:
    yield f"{parts.object or parts.whole} turun dari [awal] menjadi [target]"


def _rising(parts: Parts, when: str) -> Iterator[str]:
    yield f"{parts.object or parts.whole} naik dari [awal] menjadi [target]"
    yield f"Nilai {parts.object or parts.whole} naik dari [awal] menjadi [target]"


def _applying(parts: Parts, when: str) -> Iterator[str]:
    state = passive(parts.act)
    if parts.object and state:
        yield f"{parts.object} {state}, dibuktikan dengan [bukti] {when}"
    yield f"Tersedia [jumlah] laporan {named(parts)} {when}"


def named(parts: Parts) -> str:
    """The act as an event with all that belongs to it: "koordinasi dengan Balai"."""
    if parts.voice == "noun" or not parts.act:
        return title(parts.text, 0, parts.end)
    noun = parts.root if parts.act.startswith("ber") else noun_of(parts)
    if not noun:
        return parts.whole
    if parts.voice in ("active", "command"):
        return f"{noun} {written(parts.text, parts.at + 1, parts.end)}"
    return f"{noun} {rest_of(parts)}"


_FRAMES = {
    "learning": _learning,
    "training": _training,
    "meeting": _meeting,
    "writing": _writing,
    "serving": _serving,
    "watching": _watching,
    "sending": _sending,
    "recording": _recording,
    "telling": _telling,
    "lowering": _falling,
    "raising": _rising,
    "applying": _applying,
}
