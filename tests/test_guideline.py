"""Every sentence the guideline and the ministry's deck quote gets the verdict written there."""

import pytest

from nlp.form import Form, Pegawai
from nlp.review import check_text, load_reviewer

REVIEWER = load_reviewer()

TERUKUR = [
    "resume", "prototipe", "laporan", "notula", "sertifikat", "dasbor", "berkas", "draf SOP",
    "tangkapan layar", "aplikasi terpasang", "SK ditandatangani", "usulan terkirim melalui sistem",
    "akun aktif", "Notula", "Sertifikat", "SK terbit Mei", "Laporan tersusun dengan baik",
    "Nilai post-test minimal 80", "95% surat dibalas dalam 2 hari",
    "Memahami SOP, dibuktikan dengan resume 2 halaman",
    "Laporan diselesaikan maksimal 5 hari kerja",
]  # fmt: skip
TIDAK_TERUKUR = [
    "memahami", "mengetahui", "menguasai", "meningkatnya pemahaman", "meningkatnya kualitas",
    "lebih baik", "optimal", "lancar", "maksimal", "sesuai harapan", "hasil maksimal",
    "Terlaksananya sosialisasi", "Koordinasi berjalan baik", "Pemahaman", "Disiplin",
    "Rapat digelar sebelum tanggal 5", "Memahami 12 pasal", "Menjadi teladan bagi 3 CPNS",
    "Keputusan sesuai harapan", "Kualitas laporan membaik", "Jumlah pengunjung naik",
    "Selesai 100%", "Target tercapai", "Persentase penyerapan anggaran", "Jumlah peserta",
    "Memahami PP Nomor 30 Tahun 2019", "Memahami SOP sebelum 30 September",
    "Kualitas kerja meningkat 100%", "Memahami laporan keuangan",
]  # fmt: skip
SELESAI = [
    "Telah dilaksanakan sosialisasi SOP", "Laporan tahunan 2023 sudah rampung",
    "Pelaksanaan survei bulan Januari sudah selesai 100%", "Penyusunan renstra tahun lalu",
]  # fmt: skip
BERJALAN = [
    "Laporan telah disusun tetapi belum disetujui", "Belum selesainya laporan tahunan",
    "Penyelesaian laporan", "Tindak lanjut hasil pelatihan yang telah diikuti",
    "Sering terlambat mengirim laporan",
    "Setelah aplikasi diluncurkan, masih banyak pengguna yang bertanya", "Sosialisasi",
    "Pelatihan Excel", "Kurangnya petugas lapangan", "Keterlambatan penyampaian laporan",
    "Rendahnya kehadiran", "Potensi keterlambatan pembayaran", "Kesulitan membaca data",
    "Peningkatan kompetensi",
]  # fmt: skip
DI_LUAR_KENDALI = [
    ("Setiap bagian menyusun SOP", None), ("Menunggu penetapan anggaran", None),
    ("Pimpinan menambah personel", None), ("SK diterbitkan Menteri", None),
    ("Menetapkan tarif nasional", "Staf"), ("Mendapatkan persetujuan DPR", None),
    ("SOP disusun oleh Bagian Keuangan", None), ("Bendahara menyusun laporan", None),
    ("Memantau terbitnya SK", None), ("Diikutkan pelatihan", None),
    ("Ditugaskan mengikuti pelatihan", None), ("Mohon Bapak dapat menambah personel", None),
]  # fmt: skip
DALAM_KENDALI = [
    ("Menyiapkan draf surat permintaan SOP tiap bagian", None),
    ("Menindaklanjuti surat permintaan SOP", None), ("Melakukan follow up surat", None),
    ("Menyelenggarakan fasilitasi penyusunan SOP", None),
    ("Mengusulkan penambahan personel", None), ("Berkoordinasi dengan Bagian Keuangan", None),
    ("Meminta arahan pimpinan", None), ("Mengikuti pelatihan penyusunan SOP", None),
    ("Belajar dari rekan tentang pengolahan data", None), ("Penyusunan draf laporan", None),
    ("SOP disusun oleh saya", None), ("SOP disusun oleh kami", None),
    ("Menyiapkan surat keputusan untuk ditandatangani Kasatker", None),
    ("Memutus kontrak", "PPK"), ("Menugaskan staf menyusun laporan", "Kepala Seksi"),
    ("Bendahara menyusun laporan", "Bendahara Pengeluaran"),
    ("Mentoring penyusunan laporan bersama atasan setiap Senin", None),
]  # fmt: skip
SENTIMEN = [
    ("tidak pernah terlambat", "positif"), ("tanpa kendala", "positif"),
    ("Tidak pernah melakukan perbaikan", "negatif"), ("perlu dipertahankan", "positif"),
    ("perlu ditingkatkan", "negatif"), ("jangan pernah lelah berinovasi", "positif"),
    ("Hebat, tiga kali rapat tidak hadir", "negatif"), ("Tingkatkan lagi", "negatif"),
    ("OK", "netral"), ("terima kasih", "netral"), ("cukup", "netral"),
    ("sesuai ekspektasi", "netral"), ("terima kasih atas laporannya", "positif"),
    ("semangat", "positif"), ("Bagus", "positif"),
    ("Tidak melaksanakan tugas dengan kualitas terbaik", "negatif"),
    ("Tidak mau bertindak proaktif", "negatif"), ("Bagus, tingkatkan lagi", "positif"),
]  # fmt: skip

OTHERS = [
    ("topik", "masalah", "MASALAH", [
        "Belum tersedianya SOP persuratan", "Kurangnya petugas lapangan",
        "Rendahnya kehadiran", "Keterlambatan penyampaian laporan",
        "Potensi keterlambatan pembayaran", "Kesulitan membaca data",
        "Peningkatan ketelitian karena masih sering salah input",
    ]),
    ("topik", "masalah", "BUKAN_MASALAH", [
        "Sosialisasi", "Pelatihan Excel", "Peningkatan kompetensi",
        "Telah dilaksanakan sosialisasi SOP", "Monitoring dan supervisi",
    ]),
    ("rtl", "spesifik", "TIDAK_SPESIFIK", [
        "Meningkatkan kinerja", "Lebih giat", "Belajar lagi",
        "Melaksanakan tugas sebaik-baiknya",
    ]),
    ("hasil", "konkret", "TIDAK_KONKRET", [
        "Menjadi lebih baik", "Kinerja meningkat", "Pemahaman", "Terlaksananya sosialisasi",
        "Mahir Excel", "Arsip rapi",
    ]),
    ("umpan_balik", "arahan", "TIDAK_ADA", [
        "Tingkatkan lagi", "tingkatkan kedisiplinan", "pertahankan",
    ]),
    ("umpan_balik", "spesifik", "TIDAK_SPESIFIK", [
        "Bagus", "OK", "loyal", "berdedikasi", "Tidak pernah melakukan perbaikan",
        "Tidak melaksanakan tugas dengan kualitas terbaik", "Tidak mau bertindak proaktif",
    ]),
    ("topik", "konseling", "NONE", [
        "sosialisasi pencegahan bunuh diri", "sosialisasi pencegahan narkoba",
        "menangani laporan pelecehan", "mencuri perhatian", "aplikasi mati", "membunuh waktu",
        "tidak pernah berbohong",
    ]),
]  # fmt: skip

CASES = (
    [("indikator", "terukur", text, None, "TERUKUR") for text in TERUKUR]
    + [("indikator", "terukur", text, None, "TIDAK_TERUKUR") for text in TIDAK_TERUKUR]
    + [("topik", "selesai", text, None, "SELESAI") for text in SELESAI]
    + [("topik", "selesai", text, None, "BERJALAN") for text in BERJALAN]
    + [("rtl", "kendali", text, jabatan, "DI_LUAR_KENDALI") for text, jabatan in DI_LUAR_KENDALI]
    + [("rtl", "kendali", text, jabatan, "DALAM_KENDALI") for text, jabatan in DALAM_KENDALI]
    + [("umpan_balik", "sentimen", text, None, label) for text, label in SENTIMEN]
    + [(field, task, text, None, label) for field, task, label, texts in OTHERS for text in texts]
)


@pytest.mark.parametrize(
    ("field", "task", "text", "jabatan", "label"),
    CASES,
    ids=[f"{c[1]}: {c[2][:50]}" + (f" ({c[3]})" if c[3] else "") for c in CASES],
)
def test_verdict(field: str, task: str, text: str, jabatan: str | None, label: str) -> None:
    context = Form(tahun=2025, triwulan=3, pegawai=Pegawai(jabatan=jabatan))
    assert check_text(REVIEWER, field, text, context).labels[task].label == label
