"""Whether a dialog is still to come, and whether a text pleads with the superior."""

from collections.abc import Callable

import pytest

from nlp.text import Text
from nlp.text.meeting import asks_to_meet, not_yet_met
from nlp.text.plea import find_plea, for_guidance

Analyse = Callable[[str], Text]


@pytest.mark.parametrize(
    ("raw", "marked"),
    [
        ("akan dilakukan dialog", "akan dilakukan dialog"),
        ("Dialog belum terlaksana", "Dialog belum"),
        ("Bimbingan dijadwalkan pekan depan", "Bimbingan dijadwalkan"),
        ("blm sempat ketemu pak kabag", "blm sempat ketemu"),
        ("Menunggu jadwal dialog dari atasan", "Menunggu jadwal dialog"),
        ("Coaching batal karena rapat", "Coaching batal"),
        ("Dialog menyusul", "Dialog menyusul"),
        ("Bapak belum bisa ditemui", "belum bisa ditemui"),
        ("Belum dilakukan", "Belum dilakukan"),
        ("Akan dijadwalkan kembali karena rapat", "Akan dijadwalkan"),
    ],
)
def test_still_to_come(analysed: Analyse, raw: str, marked: str) -> None:
    text = analysed(raw)
    found = not_yet_met(text)
    assert found is not None
    assert text.quote(found.first, found.last) == marked


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "Sudah dialog, akan dilanjutkan minggu depan",
        "Dialog tanggal 5, sepakat akan menyusun jadwal",
        "Dibahas penyebabnya, dialog berikutnya dijadwalkan Mei",
        "Pegawai akan bertemu dengan penyedia",
        "Bertemu lagi pekan depan",
        "Akan mengikuti bimbingan teknis",
        "Dialog belum menyepakati jadwal",
        "Asal selisih tidak ketemu, kuitansi diminta ulang",
        "Nihil temuan pada kunjungan ini",
        "Ngobrol di pos jaga",
        "Akan disusun jadwal pencatatan",
        "Akan dilakukan pengukuran ulang",
        "Belum dilakukan kalibrasi, disepakati pekan depan",
    ],
)
def test_took_place_or_is_about_something_else(analysed: Analyse, raw: str) -> None:
    assert not_yet_met(analysed(raw)) is None


@pytest.mark.parametrize(
    ("raw", "asked"),
    [
        ("Mohon dijadwalkan dialog dengan atasan", True),
        ("Belum semua pegawai mengisi bimbingan kinerja", False),
        ("Dialog dengan petani belum dijadwalkan", False),
        ("Asal selisih tidak ketemu", False),
    ],
)
def test_a_topik_counts_only_where_it_asks_for_the_dialog(
    analysed: Analyse, raw: str, asked: bool
) -> None:
    assert (asks_to_meet(analysed(raw)) is not None) is asked


@pytest.mark.parametrize(
    ("raw", "marked"),
    [
        ("Mohon Bapak dapat menambah personel", "Mohon Bapak"),
        ("Kiranya pimpinan berkenan hadir", "Kiranya pimpinan"),
        ("minta tolong Bu Kabag setujui", "minta tolong Bu Kabag"),
        ("Dengan hormat, mohon perkenan Ibu Kepala menegur", "mohon perkenan Ibu Kepala"),
        ("mohon disediakan ruang arsip pak", "mohon"),
        ("Alat rusak, mohon diganti", "mohon"),
        ("Memohon Bapak Direktur membentuk tim", "Memohon Bapak Direktur"),
        ("Permohonan kepada Bapak Kepala agar ditambah petugas", "Permohonan kepada Bapak Kepala"),
        ("Pak Karo, mohon ditambah staf", "mohon"),
        ("Bapak Kepala tolong setujui pembelian pompa", "tolong"),
    ],
)  # fmt: skip
def test_plea(analysed: Analyse, raw: str, marked: str) -> None:
    text = analysed(raw)
    found = find_plea(text)
    assert found is not None
    assert text.quote(found.first, found.last) == marked


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "Permohonan data dari balai belum dijawab",
        "Menyusun surat permohonan alat",
        "Memohon arahan atasan",
        "Meminta arahan pimpinan tentang format",
        "Warga mohon pembagian air malam",
        "Mohon maaf, laporan terlambat",
        "Tolong-menolong antarpetugas",
        "Kepala Balai memohon dukungan pemda",
        "Penyedia memohon perpanjangan waktu",
        "Rekan dosen tolong saling pengertian",
        "Berkas pemohon dan permohonan izin menumpuk",
        "Minta jadwal ukur ke kantor pertanahan",
    ],
)
def test_no_plea(analysed: Analyse, raw: str) -> None:
    assert find_plea(analysed(raw)) is None


@pytest.mark.parametrize(
    ("raw", "guidance"),
    [
        ("Mohon arahan Kepala Balai tentang format", True),
        ("Mohon koreksi Bapak atas draf", True),
        ("Mohon arahan dan persetujuan Ibu Kepala", False),
        ("Mohon Bapak menambah staf", False),
    ],
)
def test_a_plea_for_guidance(analysed: Analyse, raw: str, guidance: bool) -> None:
    text = analysed(raw)
    plea = find_plea(text)
    assert plea is not None
    assert for_guidance(text, plea) is guidance
