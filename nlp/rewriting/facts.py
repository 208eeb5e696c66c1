"""Nothing invented: every word of a suggestion is the form's own, a slot, or a frame word.

Guideline 14 (c): a number, a date, a name or a piece of evidence that does not stand in the form
may only be a slot.
"""

import re
from collections.abc import Iterable

from nlp.analysis import AnalyzedForm
from nlp.finding import Suggestion
from nlp.morphology import analyse
from nlp.text import Text

_TOKEN = re.compile(r"\w+")

# What our frames are made of. None of these is a fact: each says what a form, a measure or a
# request is, not what happened, who did it or how much of it there is.
FRAME_WORDS = frozenset(
    (
        # function words
        "yang dan atau serta dari dengan untuk agar kepada oleh pada dalam di ke atas bagi tentang "
        "sebagai karena sehingga bahwa hal ini itu tersebut nya namun tetapi akan telah sudah "
        "masih belum saat bila secara antara hingga sampai mohon harap berharap saya saudara "
        "siap membantu memerlukan bantuan ke depan ya lagi contohnya terlihat terutama dampaknya "
        "berdampak sepenuhnya perlu diperbaiki "
        # evidence and measure
        "tersedia tersusun tersampaikan terkirim tercatat terdokumentasi tersimpan disusun "
        "disampaikan diterima disepakati disetujui dibuktikan ditunjukkan menunjukkan memuat "
        "berdasarkan hasil bukti resume laporan notula daftar hadir sertifikat prototipe praktik "
        "penerapan penerapannya kesepakatan berkala tanda terima dokumentasi nilai skor uji "
        "pemahaman kemampuan indeks kepuasan rata rata waktu jumlah persentase minimal maksimal "
        "mencapai naik turun menjadi target ditandatangani peserta "
        # deadlines
        "paling lambat tanggal setiap "
        # the employee's own part
        "menyiapkan draf surat permintaan permohonan menindaklanjuti tertulis mengusulkan "
        "memfasilitasi menyampaikan menyampaikannya menindaklanjutinya bahan keputusan usulan "
        "dialog keikutsertaan menyusun mempelajari mengikuti melakukan bersama resumenya "
        "meminta membahas kebutuhan data pertimbangan perihal tidak mendukung lalu "
        # gaps
        "terkendala berjalan sesuai rencana optimal dimanfaatkan pemanfaatan tindak lanjut "
        "berpotensi terulang kembali terpenuhi masalah teratasi tertangani mengatasi menangani "
        "penyebab selesai dibuat lagi padahal capaian pencapaian tercapai berlanjut "
        "diperoleh terlaksana pemenuhan penyelesaian"
    ).split()
)


def known_words(form: AnalyzedForm, others: Iterable[Text] = ()) -> frozenset[str]:
    """Every word the form holds: as written, as meant, and its root, in lower case."""
    texts = [part.text for part in form.parts.values()]
    found: set[str] = set()
    for text in (*texts, *others, *((form.jabatan,) if form.jabatan else ())):
        found.update(_TOKEN.findall(text.raw.lower()))
        for word in text.words:
            found.update((word.norm, word.morph.base, word.morph.root))
    return frozenset(found)


def invented(made: Suggestion, known: frozenset[str]) -> tuple[str, ...]:
    """The words of a suggestion that come from nowhere; empty for a sound one.

    In: the suggestion and :func:`known_words` of its form. A word built of a known root is known
    ("penyusunan" beside "menyusun"); a number is known only as written.
    """
    said = made.text
    for slot in sorted(made.slots, key=lambda slot: -slot.start):
        said = f"{said[: slot.start]} {said[slot.end :]}"
    found = []
    for token in _TOKEN.findall(said.lower()):
        if token in known or token in FRAME_WORDS:
            continue
        if token.isalpha() and (analyse(token).root in known or analyse(token).base in known):
            continue
        found.append(token)
    return tuple(found)
