"""Clauses, their kind, and the aspect each says for itself (Alwi et al., ch. 9 and 4.5).

A text is written as its clauses, parted by ``/``: ``kind[aspect] words``. A comma closes the clause
before it.
"""

from collections.abc import Callable

import pytest

from nlp.text import Text

Analyse = Callable[[str], Text]


def shown(text: Text) -> str:
    found = []
    for clause in text.clauses:
        aspect = f"[{clause.aspect}]" if clause.aspect else ""
        found.append(f"{clause.kind}{aspect} {text.quote(clause.first, clause.last)}")
    return " / ".join(found)


@pytest.mark.parametrize(
    "expected",
    [
        # time
        "main[done] Laporan telah dikirim / time setelah atasan menyetujui draf",
        "time Setelah aplikasi diluncurkan, / main[ongoing] masih banyak pengguna bingung",
        "time[open] Sebelum SOP belum ditetapkan, / main petugas mencatat di buku",
        "main Data dicatat manual / time sejak server rusak",
        "time Ketika hujan turun, / main petugas menutup pintu air",
        "main Menyusun jadwal / time sambil menunggu arahan",
        "time Selama cuti, / main tugas dikerjakan rekan",
        "time Sejak Januari, / main petugas mencatat debit",
        # time words that open no clause
        "main Sampai saat ini laporan tertunda",
        "main[open] Hingga kini SOP belum ada",
        "main Saat ini data tersebar",
        "main Buka pukul 08.00 sampai pukul 16.00",
        # cause
        "main Laporan tertunda / cause karena data terlambat",
        "cause Karena data terlambat, / main laporan tertunda",
        "cause[open] Karena SK belum terbit, / main honor tertunda",
        "main Pekerjaan berhenti / cause akibat banjir",
        "main Rapat ditunda / cause oleh karena pimpinan berhalangan",
        "main Keterlambatan disebabkan oleh jaringan",
        # purpose
        "main Menyusun panduan / purpose agar petugas memahami alur",
        "main Membuat jadwal / purpose supaya laporan selesai tepat waktu",
        "main Menyiapkan draf surat / purpose untuk ditandatangani kepala balai",
        "main Menyusun bahan / purpose guna mempercepat reviu",
        "main Rapat digelar / purpose dalam rangka membahas SOP",
        "purpose Untuk mempercepat pelaporan, / main kami menyusun templat",
        "purpose Agar data lengkap, / main petugas mengisi formulir",
        # agar after a party alone is a bidding
        "main Pimpinan agar segera menambah personel",
        # another party's act of equal rank begins a clause
        "main Menyusun draf, / main lalu penyedia memperbaikinya",
        "main Menyusun daftar / main kemudian vendor memasang alat",
        "main Menyiapkan draf / main dan Bagian Umum menandatangani surat",
        "main Menyusun laporan bulan lalu dan bulan ini",
        "main Berkoordinasi dengan Bagian Umum dan Bagian Keuangan",
        # untuk before a plain noun is a preposition
        "main Menyusun panduan untuk petugas",
        "main Anggaran untuk triwulan ini tersedia",
        # result
        "main Berkas hilang / result sehingga laporan tertunda",
        "main[open] Data belum masuk, / result sehingga rekap tertunda",
        # relative
        "main Menindaklanjuti surat / relative[done] yang telah dikirim",
        "main Pegawai / relative yang terlambat / main perlu dibina",
        "main Laporan / relative[open] yang belum disetujui / main[future] akan diperbaiki",
        "main Pemohon / relative[done] yang telah melengkapi berkas / main dilayani",
        "main Pegawai / relative yang ditugaskan menyusun laporan / main[future] akan dilatih",
        "main Yang bersangkutan mengirim laporan",
        # content
        "main Atasan menyampaikan / content bahwa laporan kurang lengkap",
        # contrast
        "main[done] Laporan telah disusun / contrast[open] tetapi belum disetujui",
        "main[done] SOP sudah ada, / contrast[ongoing] namun masih sering dilanggar",
        "main Data lengkap / contrast sedangkan peta rusak",
        "main[done] Sudah rapi, / contrast hanya saja terlambat dikirim",
        "main[done] Aplikasi sudah dipasang. / contrast[open] Akan tetapi petugas belum memakainya",
        # hanya alone limits a word and opens nothing
        "main Hanya dua laporan dikirim",
        # concession
        "concession Meskipun jaringan bermasalah, / main data tetap dikirim",
        "main Data dikirim / concession walaupun jaringan bermasalah",
        "main Tidak pernah absen sekalipun",
        # condition
        "condition Jika data lengkap, / main laporan disusun",
        "main Laporan disusun / condition apabila data lengkap",
        # equal acts and sentences
        "main Menyusun draf / main lalu mengirimkannya kepada atasan",
        "main Menyusun draf / main dan mengirim surat",
        "main Laporan selesai. / main[open] SOP belum disusun.",
        "main Menyusun draf; / main mengirim surat",
        "main Menyusun draf dan notula",
        # a comma in a list parts nothing
        "main Menyusun draf, notula, dan daftar hadir",
    ],
)
def test_clauses(analysed: Analyse, expected: str) -> None:
    raw = " ".join(part.split(" ", 1)[1] for part in expected.split(" / "))
    assert shown(analysed(raw)) == expected


@pytest.mark.parametrize(
    ("raw", "aspect"),
    [
        ("Laporan telah disusun", "done"),
        ("Laporan sudah disusun", "done"),
        ("Pernah dilaksanakan rapat", "done"),
        ("Laporan akan disusun", "future"),
        ("Laporan hendak disusun", "future"),
        ("Laporan sedang disusun", "ongoing"),
        ("Laporan masih disusun", "ongoing"),
        ("Laporan baru disusun", "ongoing"),
        ("Laporan dalam proses reviu", "ongoing"),
        ("Laporan belum disusun", "open"),
        ("Laporan sudah dikirim, belum disetujui", "done"),
        ("Laporan masih belum disusun", "open"),
        ("Belum selesainya laporan", "open"),
        ("Tidak pernah terlambat", ""),
        ("Belum pernah dilaksanakan", "open"),
        ("Menyusun laporan", ""),
        # the same words as another part of speech
        ("Menyusun laporan baru", ""),
        ("Mengusulkan kebutuhan akan data", ""),
        ("Rapat dibuka di tengah hari", ""),
        ("Paham akan tugasnya", ""),
    ],
)
def test_aspect(analysed: Analyse, raw: str, aspect: str) -> None:
    assert analysed(raw).clauses[0].aspect == aspect


@pytest.mark.parametrize(
    ("raw", "predicate"),
    [
        ("Laporan telah disusun kemarin", "disusun"),
        ("Kepala balai menandatangani surat", "menandatangani"),
        ("SK terbit bulan Mei", "terbit"),
        ("Tersusunnya laporan kinerja", ""),
        ("Laporan tersebut disetujui", "disetujui"),
        ("Laporan terakhir rusak", "rusak"),
        ("Berdasarkan hasil rapat, draf diperbaiki", "diperbaiki"),
        ("Berbagai berkas hilang", "hilang"),
        ("Rapat bersama penyedia berlangsung", "berlangsung"),
        ("Penyusunan laporan", ""),
    ],
)
def test_predicates(analysed: Analyse, raw: str, predicate: str) -> None:
    text = analysed(raw)
    found = [text.words[c.predicate].norm for c in text.clauses if c.predicate >= 0]
    assert found == ([predicate] if predicate else [])
