"""What a feedback says of its target, and how its unit is to be read."""

from collections.abc import Callable

import pytest

from nlp.text import Text
from nlp.text.achievement import explains_time, is_time, lower_is_better, says_reached, says_short

Analyse = Callable[[str], Text]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ("Target tercapai", "tercapai"),
        ("Capaian melampaui target", "tercapai"),
        ("Sudah sesuai rencana", "tercapai"),
        ("Seluruh laporan sudah diperiksa", "tercapai"),
        ("Semua pos selesai didatangi", "tercapai"),
        ("Pekerjaan selesai 100%", "tercapai"),
        ("Target belum tercapai", "belum"),
        ("Masih jauh dari target", "belum"),
        ("Hasilnya di bawah target", "belum"),
        ("Belum satu pun laporan jadi", "belum"),
        ("Belum ada satu pun yang diserahkan", "belum"),
        ("Baru enam kamar terdata", "belum"),
        ("", ""),
        ("Tambah kunjungan agar target tercapai", ""),
        ("Tidak pernah meleset dari jadwal", ""),
        ("Buku debit rapi", ""),
        ("Belum semua pos diperiksa", ""),
        ("Semua pos akan diperiksa", ""),
        ("Target semester tercapai, lanjutkan sampai Desember", ""),
    ],
)
def test_says(analysed: Analyse, raw: str, says: str) -> None:
    text = analysed(raw)
    assert (says_reached(text) is not None) == (says == "tercapai")
    assert (says_short(text) is not None) == (says == "belum")


@pytest.mark.parametrize(
    ("raw", "explained"),
    [
        ("Rampung dua minggu lebih cepat", True),
        ("Selesai lebih awal dari rencana", True),
        ("Baru berjalan, dilanjutkan bulan depan", True),
        ("Tertunda karena banjir", True),
        ("Waktu tunggu turun banyak", True),
        ("Sejak Maret sudah 3 bulan berjalan", True),
        ("Penyusunan manual operasi", False),
        ("Buku debit terisi rapi", False),
        ("Cara kerjanya baik, pertahankan", False),
    ],
)
def test_explains_less_time(analysed: Analyse, raw: str, explained: bool) -> None:
    assert explains_time(analysed(raw)) is explained


@pytest.mark.parametrize(
    ("unit", "time"),
    [
        ("bulan", True), ("Minggu", True), ("hari kerja", True), ("triwulan", True),
        ("laporan bulanan", False), ("laporan", False), ("bulan laporan", False), ("", False),
    ],
)  # fmt: skip
def test_units_of_time(unit: str, time: bool) -> None:
    assert is_time(unit) is time


@pytest.mark.parametrize(
    ("unit", "raw", "lower"),
    [
        ("temuan", "Pemeriksaan lapangan", True),
        ("keluhan", "Pelayanan loket", True),
        ("hari terlambat", "Pengiriman laporan", True),
        ("kesalahan", "Pengetikan surat", True),
        ("temuan", "Temuan ditindaklanjuti", False),
        ("pengaduan selesai", "Pelayanan loket", False),
        ("laporan", "Pengiriman laporan", False),
    ],
)
def test_where_less_is_better(analysed: Analyse, unit: str, raw: str, lower: bool) -> None:
    assert lower_is_better(unit, analysed(raw)) is lower
