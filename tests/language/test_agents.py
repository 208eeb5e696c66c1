"""Who does the act: after "oleh", before an active verb, right after a passive one.

Agents are written ``words (role, kind)``. A party after a preposition is an addressee, a place or
a companion, never the doer.
"""

from collections.abc import Callable

import pytest

from nlp.text import Text

Analyse = Callable[[str], Text]


def shown(text: Text) -> str:
    return "; ".join(
        f"{text.quote(agent.first, agent.last)} ({agent.role}, {agent.kind})"
        for agent in text.agents
    )


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # after oleh
        ("Laporan disusun oleh Bagian Keuangan", "Bagian Keuangan (oleh, luar)"),
        ("Laporan disusun oleh saya", "saya (oleh, diri)"),
        ("Draf direviu oleh kami sendiri", "kami sendiri (oleh, diri)"),
        ("Data diisi oleh para petugas lapangan", "para petugas lapangan (oleh, luar)"),
        ("Data diisi oleh setiap unit kerja", "setiap unit kerja (oleh, luar)"),
        ("Penetapan SK oleh Menteri", "Menteri (oleh, luar)"),
        ("Penyusunan SOP oleh tim teknis akan dimulai", "tim teknis (oleh, luar)"),
        ("Peta dicetak oleh percetakan", "percetakan (oleh, unknown)"),
        ("SK ditetapkan oleh Kepala Balai pada bulan Mei", "Kepala Balai (oleh, luar)"),
        (
            "Pompa diperbaiki oleh penyedia jasa dan diuji petugas",
            "penyedia jasa (oleh, luar); petugas (pelengkap, luar)",
        ),
        ("Data dikirim oleh kab/kota", "kab/kota (oleh, luar)"),
        # oleh karena gives a reason, no doer
        ("Rapat ditunda oleh karena banjir", ""),
        # the subject before an active verb
        ("Pimpinan menambah personel", "Pimpinan (subjek, luar)"),
        ("Bendahara membayar honor", "Bendahara (subjek, luar)"),
        ("Setiap bidang mengirim data", "Setiap bidang (subjek, luar)"),
        ("Seluruh unit kerja menyusun SOP", "Seluruh unit kerja (subjek, luar)"),
        ("Kepala Balai akan menandatangani SK", "Kepala Balai (subjek, luar)"),
        ("Penyedia wajib memperbaiki pompa", "Penyedia (subjek, luar)"),
        ("Saya menyusun draf laporan", "Saya (subjek, diri)"),
        ("Kami akan berkoordinasi dengan penyedia", "Kami (subjek, diri)"),
        ("Pihak ketiga menyelesaikan pekerjaan", "Pihak ketiga (subjek, luar)"),
        ("Vendor belum mengirim modul", "Vendor (subjek, luar)"),
        ("Bendahara bayar honor", "Bendahara (subjek, luar)"),
        (
            "Saya sudah menyusun draf, tetapi bendahara belum membayar",
            "Saya (subjek, diri); bendahara (subjek, luar)",
        ),
        ("Pegawai yang bersangkutan mengirim laporan", "Pegawai yang bersangkutan (subjek, luar)"),
        ("Yang bersangkutan menyusun laporan", "Yang bersangkutan (subjek, diri)"),
        ("Saudara sudah menyiapkan bahan rapat", "Saudara (subjek, diri)"),
        ("Saya dan Kepala Seksi membahas draf", "Saya dan Kepala Seksi (subjek, diri)"),
        ("Bapak Menteri meresmikan gedung", "Bapak Menteri (subjek, luar)"),
        ("Pimpinan agar menambah personel", "Pimpinan (subjek, luar)"),
        ("Petugas yang telah mengikuti pelatihan mengisi data", "Petugas (subjek, luar)"),
        ("Laporan tertunda karena petugas tidak mengisi data", "petugas (subjek, luar)"),
        ("Pada triwulan III, Bagian Umum menyusun SOP", "Bagian Umum (subjek, luar)"),
        ("Dengan bantuan rekan, saya menyusun dasbor", "saya (subjek, diri)"),
        ("Semoga pimpinan menyetujui usulan", "pimpinan (subjek, luar)"),
        ("Diharapkan Kepala Balai segera menerbitkan SK", "Kepala Balai (subjek, luar)"),
        # right after a passive
        ("SK diterbitkan Menteri", "Menteri (pelengkap, luar)"),
        ("Draf disetujui Kepala Seksi", "Kepala Seksi (pelengkap, luar)"),
        ("Laporan akan saya susun", "saya (pelengkap, diri)"),
        ("Laporan kami kirim setiap bulan", "kami (pelengkap, diri)"),
        ("Data kami lengkap", ""),
        # addressees, places and companions do nothing
        ("Menyampaikan laporan kepada atasan", ""),
        ("Berkoordinasi dengan Bagian Keuangan", ""),
        ("Meminta data dari unit kerja", ""),
        ("Mengusulkan kepada pimpinan untuk menambah personel", ""),
        ("Mengikuti pelatihan di balai", ""),
        ("Menyiapkan surat untuk bendahara", ""),
        ("Rapat bersama penyedia", ""),
        ("Mengingatkan petugas", ""),
        ("Atas arahan atasan, menyusun notula", ""),
        ("Meminta Bagian Keuangan mencairkan honor", ""),
        ("Mohon arahan pimpinan", ""),
        ("Kepada Kepala Seksi disampaikan laporan", ""),
        # what is acted upon is no doer
        ("Pegawai dilatih", ""),
        ("Pegawai baru belum dilatih", ""),
        ("Kepala Seksi akan dimintai arahan", ""),
        ("Laporan disusun", ""),
        ("Dokumen kontrak diserahkan", ""),
        # sentences without a doer are the writer's own
        ("Menyusun draf laporan", ""),
        ("Penyusunan laporan unit kerja", ""),
        ("Laporan unit kerja lengkap", ""),
    ],
)
def test_agents(analysed: Analyse, raw: str, expected: str) -> None:
    assert shown(analysed(raw)) == expected
