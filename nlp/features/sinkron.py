"""Names for a pair of linked fields: does the later link speak of what the earlier one says?

Words in common mislead both ways (guideline 10: other words for the same thing must pass, the same
words about another thing must not), so shared roots are read together with the subject matters
(``words/bidang``) both texts speak of.
"""

from collections.abc import Iterator

from nlp.text import Text
from nlp.text.lexicon import MATTERS

LINKS = ("topik-hasil", "topik-rtl", "rtl-indikator")
"""The links of the chain that are judged, as the contract names them."""

# Roots of any office work: sharing them says nothing of the matter.
_ANY_WORK = frozenset(
    (
        "kerja ada satu tahun bulan hari dua lapor tiap jalan selesai jadi terima lalu serta sama "
        "data hasil susun surat kirim kepala laksana baik tingkat tim ikut masuk pakai sedia "
        "pegawai isi tugas lewat tanggal daftar sesuai lama tetap waktu cara buat akhir ulang "
        "catat bagi teknis unit terbit jawab minggu lengkap setuju tiga tunggu seluruh beri atas "
        "makin ganti orang triwulan putus jam kelola rencana usul kali dinas soal tambah lapang "
        "ini hitung kembali serah minta penuh tulis dokumen turun lanjut bukti temu berkas siap "
        "terus sendiri kurang sejak naik persen semester acara lembar target guna tepat cek mulai "
        "capai depan kinerja tinggal bidang staf proses kegiatan giat butuh aspek maksimal minimal "
        "belum masih sering tidak sudah telah dengan untuk yang balai kantor satker"
    ).split()
)
# Any problem may be mended through these; they neither join nor part two texts.
_REMEDIES = frozenset(
    (
        "diklat_kompetensi sop_probis rapat_notula presentasi_pidato aplikasi_si "
        "analisis_visualisasi komunikasi_kerja kepemimpinan_perilaku laporan_kinerja kerja_sama "
        "peraturan_hukum penulisan_bahasa"
    ).split()
)
_FEW, _SEVERAL = 2, 5


def sinkron(link: str, earlier: Text, later: Text) -> Iterator[str]:
    """Yield the names of one link.

    In: one of :data:`LINKS` and both texts. Out: how many telling roots they share and how much of
    the later text those are, whether their matters meet, what the later text only remedies, how
    much it says at all, and these together.
    """
    first, second = _roots(earlier), _roots(later)
    shared = first & second
    roots = f"akar {min(len(shared), 3)}"
    share = len(shared) / len(second) if second else 0.0
    part = f"bagian {'nihil' if not shared else 'kecil' if share <= 0.3 else 'besar'}"
    matters = _meeting(_matters(earlier), _matters(later))
    size = "kosong" if not second else "sedikit" if len(second) <= _FEW else (
        "cukup" if len(second) <= _SEVERAL else "banyak"
    )  # fmt: skip
    any_work = "umum sama" if _words(earlier) & _words(later) & _ANY_WORK else "umum beda"
    single = (roots, part, matters, f"isi {size}", any_work)
    for name in single:
        yield f"sambung:{name}"
        yield f"sambung:{link}:{name}"
    for name in (f"{roots}, {matters}", f"{part}, {matters}", f"{matters}, isi {size}"):
        yield f"sambung:{name}"
        yield f"sambung:{link}:{name}"
    yield f"sambung:{roots}, {matters}, isi {size}"
    for name in sorted(_matters(earlier) & _matters(later)):
        yield f"arti:{name}"
    for a in sorted(_matters(earlier) - _matters(later)):
        for b in sorted(_matters(later) - _matters(earlier)):
            yield f"arti:{a} > {b}"


def _words(text: Text) -> set[str]:
    return {word.morph.root for word in text.words if word.norm[0].isalpha()}


def _roots(text: Text) -> set[str]:
    return {root for root in _words(text) if len(root) > 2} - _ANY_WORK


def _matters(text: Text) -> set[str]:
    return {
        mark.kind.partition(":")[2] for mark in text.marks if mark.kind.startswith(f"{MATTERS}:")
    }


def _meeting(first: set[str], second: set[str]) -> str:
    if (first & second) - _REMEDIES:
        return "bidang sama"
    if first & second:
        return "jalan sama"
    if not second - _REMEDIES:
        return "hanya jalan" if second else "tanpa bidang"
    return "bidang beda" if first - _REMEDIES else "bidang baru"
