"""The gap behind a topik that speaks of finished work, or only of work."""

from collections.abc import Iterator

from nlp.rewriting.kerja import Work, finished_work, named_work
from nlp.rewriting.permohonan import need
from nlp.rewriting.phrase import piece
from nlp.text import Text
from nlp.text.clause import FUTURE
from nlp.text.plea import find_plea

_AIMS = frozenset("tingkat optimal optimalisasi cepat kuat kembang".split())
# Acts that leave something to use, and such that leave a finding to act on.
_MAKING = frozenset(
    "susun buat cetak bangun pasang terbit rancang gambar kembang rekam sedia beli ada tulis jadi "
    "rakit tanam luncur rilis oleh dapat milik".split()
)
_SEEKING = frozenset(
    "kaji survei evaluasi periksa uji ukur analisis pantau inventarisasi identifikasi verifikasi "
    "kalibrasi reviu telaah latih hitung validasi data peta teliti audit rekonsiliasi mutakhir "
    "monitor tinjau ajar inspeksi simulasi".split()
)
# Acts that keep a thing as it is.
_KEEPING = frozenset("pelihara rawat lapor layan".split())
# Events that are their own end.
_CEREMONIES = frozenset("acara upacara apel senam piket gathering".split())
# Papers that are sent and answered, not used.
_LETTERS = frozenset(
    "undangan surat nota memo disposisi tanda berita izin jawaban tagihan usul usulan "
    "permohonan".split()
)
_STAGES = frozenset("sampai hingga mencapai tahap sebatas".split())
_PLANNED = frozenset(("rencana", "persiapan"))


def rewrite_topik(text: Text) -> Iterator[str]:
    """Candidate rewrites of a finished topik, in the order they are thought of.

    In: the analysed topik. Out: sentences that name the same work as a gap with a ``[kendala]``
    only the employee knows: a problem that is over may come again, a target may be missed next
    time, a thing that is there may lie unused, of an act its results or what follows from it.
    """
    work = finished_work(text)
    if work is None:
        return
    if work.head == "masalah":
        yield f"{work.thing} berpotensi terulang kembali karena [kendala]"
        yield f"{work.thing} masih berpotensi terulang karena [kendala]"
        yield f"Tindak lanjut {work.thing} masih terkendala [kendala]"
    elif work.head == "ukuran":
        yield f"Capaian {work.thing} berpotensi tidak berlanjut karena [kendala]"
        yield f"Pencapaian {work.thing} ke depan berpotensi terkendala [kendala]"
    elif work.head == "target":
        yield f"{work.thing} berpotensi tidak tercapai lagi karena [kendala]"
        yield f"Pencapaian {work.thing} ke depan berpotensi terkendala [kendala]"
    else:
        yield from _left_by(work)


def _left_by(work: Work) -> Iterator[str]:
    """What is still open behind an act or a thing that is there."""
    made = work.root in _MAKING and bool(work.deed) and work.head != "peristiwa"
    thing = work.head in ("bukti", "benda") and work.opening not in _LETTERS
    if made or (thing and not work.deed):
        yield f"{work.thing} belum dimanfaatkan sepenuhnya karena [kendala]"
        yield f"Pemanfaatan {work.thing} masih terkendala [kendala]"
        yield f"Tindak lanjut {work.said} masih terkendala [kendala]"
        return
    event = work.head == "peristiwa" and work.root not in _KEEPING
    event = event and work.opening not in _CEREMONIES
    used = event or work.root in _SEEKING | _MAKING
    if work.root in _SEEKING or (used and not work.deed):
        yield f"Hasil {work.said} belum dimanfaatkan sepenuhnya karena [kendala]"
    yield f"Tindak lanjut {work.said} masih terkendala [kendala]"
    yield f"Tindak lanjut {work.said} belum berjalan sesuai rencana karena [kendala]"


def rewrite_activity(text: Text) -> Iterator[str]:
    """Candidate rewrites of a topik that names work without its gap, in the order thought of.

    In: the analysed topik. Out: sentences that keep the work and leave what hinders it to the
    employee; of a plea what is needed, so that the plea itself goes into the dialog.
    """
    if find_plea(text) is not None:
        yield from need(text)
        return
    stuck = _stuck(text)
    if stuck:
        yield f"{stuck} karena [kendala]"
    work = named_work(text)
    if work is None or stuck:
        return
    planned = text.words[0].norm in _PLANNED or any(w.norm in FUTURE for w in text.words)
    hindered = "berpotensi terkendala" if planned else "masih terkendala"
    if work.left:
        yield from _remaining(work)
        return
    aims = bool(work.aim) and (work.root in _AIMS or work.opening in _AIMS)
    if aims:
        yield f"{work.aim} belum optimal karena [kendala]"
    elif work.head in ("pokok_mutu", "batin") and not work.deed:
        yield f"{work.thing} belum optimal karena [kendala]"
    if work.whole:
        yield f"{work.whole}, tetapi masih terkendala [kendala]"
    named = work.said
    if work.head in ("ukuran", "target"):
        named = f"Pencapaian {work.thing}"
    elif work.head == "bukti" and not work.deed and work.opening not in _LETTERS:
        named = f"Penyelesaian {work.thing}"
    yield f"{named} {hindered} [kendala]"
    if work.acts or named != work.said:
        yield f"{named} belum berjalan sesuai rencana karena [kendala]"
    else:
        yield f"Tindak lanjut {named} {hindered} [kendala]"


def _stuck(text: Text) -> str:
    """A first clause that says how far things are: "baru 3 dari 11 yang …" is a gap by itself."""
    said = next((c for c in text.clauses if c.kind == "main"), None)
    if said is None:
        return ""
    counted = {q.first for q in text.quantities}
    for i in range(said.first, said.last):
        after = i + 1 in counted or text.words[i + 1].norm in _STAGES
        if text.words[i].norm == "baru" and after:
            marks = (k for k in range(i, said.last + 1) if text.words[k].norm in ",;:")
            return piece(text, said.first, next(marks, said.last + 1) - 1)
    return ""


def _remaining(work: Work) -> Iterator[str]:
    """What is left to do is where the gap can still be."""
    if work.thing not in work.left:
        yield f"{work.left} untuk {work.thing} berpotensi terkendala [kendala]"
    yield f"{work.left} berpotensi terkendala [kendala]"
    yield f"{work.left} berpotensi tidak berjalan sesuai rencana karena [kendala]"
