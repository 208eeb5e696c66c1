"""Numbers in digits and words, and what they count.

A quantity is written ``words: kind value unit comparator``. A count's place is the number alone
(its unit is a noun of the sentence); percentages, durations, frequencies and sums include their
unit. A range has its upper end as value. Numbers that only name something have no value.
"""

from collections.abc import Callable

import pytest

from nlp.text import Text

Analyse = Callable[[str], Text]


def shown(text: Text) -> list[str]:
    found = []
    for q in text.quantities:
        value = "" if q.value is None else f"{q.value:g}"
        parts = [q.kind, value, q.unit, q.comparator]
        found.append(f"{text.quote(q.first, q.last)}: " + " ".join(p for p in parts if p))
    return found


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Tersusun 3 laporan", ["3: count 3 laporan"]),
        ("Tersusun tiga laporan", ["tiga: count 3 laporan"]),
        ("2 (dua) draf", ["2 (dua): count 2 draf"]),
        (
            "1 (satu) dokumen per bulan",
            ["1 (satu): count 1 dokumen", "per bulan: frequency 1 bulan"],
        ),
        ("sebuah modul", ["sebuah: count 1 buah"]),
        ("selembar foto", ["selembar: count 1 lembar"]),
        ("1.250 m2 tanah", ["1.250: count 1250 m2"]),
        ("120m2", ["120: count 120 m2"]),
        ("2,5 km saluran", ["2,5: count 2.5 km"]),
        ("1.234,56 meter", ["1.234,56: count 1234.56 meter"]),
        ("dua puluh lima berkas", ["dua puluh lima: count 25 berkas"]),
        ("dua belas orang", ["dua belas: count 12 orang"]),
        ("sebelas titik", ["sebelas: count 11 titik"]),
        ("seratus dua puluh data", ["seratus dua puluh: count 120 data"]),
        ("tiga ratus lima puluh unit", ["tiga ratus lima puluh: count 350 unit"]),
        ("seribu lima ratus lembar", ["seribu lima ratus: count 1500 lembar"]),
        ("dua ribu tiga ratus lima arsip", ["dua ribu tiga ratus lima: count 2305 arsip"]),
        ("0 temuan", ["0: count 0 temuan"]),
        ("Nilai 80 dan 90", ["80: score 80", "90: score 90"]),
        ("Tersusun 3", ["3: bare 3"]),
        # What follows a bare number need not be its unit.
        ("Menjawab 5 dari 7 surat", ["5: bare 5", "7: count 7 surat"]),
        ("target 3 yang dikirim", ["3: bare 3"]),
    ],
)
def test_counts(analysed: Analyse, raw: str, expected: list[str]) -> None:
    assert shown(analysed(raw)) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("95% surat dibalas", ["95%: percent 95 persen"]),
        ("95 % surat", ["95 %: percent 95 persen"]),
        ("95 persen surat", ["95 persen: percent 95 persen"]),
        ("lima puluh persen", ["lima puluh persen: percent 50 persen"]),
        ("12,5% selesai", ["12,5%: percent 12.5 persen"]),
        ("100 (seratus) persen", ["100 (seratus) persen: percent 100 persen"]),
        ("naik dari 60% menjadi 80%", ["60%: percent 60 persen", "80%: percent 80 persen"]),
        ("80-90%", ["80-90%: percent 90 persen"]),
        ("80% sampai 90%", ["80% sampai 90%: percent 90 persen"]),
        ("Rp5.000.000", ["Rp5.000.000: money 5e+06 rupiah"]),
        ("Rp. 2.500.000,-", ["Rp. 2.500.000: money 2.5e+06 rupiah"]),
        ("Rp 5 juta", ["Rp 5 juta: money 5e+06 rupiah"]),
        ("Rp1,2 miliar", ["Rp1,2 miliar: money 1.2e+09 rupiah"]),
        ("Rp1,5 M", ["Rp1,5 M: money 1.5e+09 rupiah"]),
        ("2,5 juta rupiah", ["2,5 juta rupiah: money 2.5e+06 rupiah"]),
        ("tiga triliun rupiah", ["tiga triliun rupiah: money 3e+12 rupiah"]),
        ("Nilai post test 80", ["80: score 80"]),
        ("Indeks kepuasan 3,5", ["3,5: score 3.5"]),
    ],
)
def test_percentages_money_and_scores(analysed: Analyse, raw: str, expected: list[str]) -> None:
    assert shown(analysed(raw)) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("5 hari", ["5 hari: duration 5 hari"]),
        ("5hari", ["5hari: duration 5 hari"]),
        ("5 hari kerja", ["5 hari kerja: duration 5 hari"]),
        ("5 (lima) hari kerja", ["5 (lima) hari kerja: duration 5 hari"]),
        ("5-7 hari", ["5-7 hari: duration 7 hari"]),
        ("5 - 7 hari", ["5 - 7 hari: duration 7 hari"]),
        ("5 s.d. 7 hari", ["5 s.d. 7 hari: duration 7 hari"]),
        ("dua sampai tiga hari", ["dua sampai tiga hari: duration 3 hari"]),
        ("dua-tiga hari", ["dua-tiga hari: duration 3 hari"]),
        ("½ jam", ["½ jam: duration 0.5 jam"]),
        ("1½ jam", ["1½ jam: duration 1.5 jam"]),
        ("1/2 hari", ["1/2 hari: duration 0.5 hari"]),
        ("setengah jam", ["setengah jam: duration 0.5 jam"]),
        ("satu setengah jam", ["satu setengah jam: duration 1.5 jam"]),
        ("tiga perempat jam", ["tiga perempat jam: duration 0.75 jam"]),
        ("seminggu", ["seminggu: duration 1 minggu"]),
        ("2x24 jam", ["2x24 jam: duration 48 jam"]),
        ("2 x 24 jam", ["2 x 24 jam: duration 48 jam"]),
        ("1 jam 30 menit", ["1 jam: duration 1 jam", "30 menit: duration 30 menit"]),
    ],
)
def test_durations_ranges_and_fractions(analysed: Analyse, raw: str, expected: list[str]) -> None:
    assert shown(analysed(raw)) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("dua kali", ["dua kali: frequency 2 kali"]),
        ("3x", ["3x: frequency 3 kali"]),
        ("3 × seminggu", ["3 × seminggu: frequency 3 kali"]),
        ("dua kali sebulan", ["dua kali sebulan: frequency 2 kali"]),
        ("2 kali per triwulan", ["2 kali per triwulan: frequency 2 kali"]),
        ("dua kali dalam seminggu", ["dua kali dalam seminggu: frequency 2 kali"]),
        ("sekali seminggu", ["sekali seminggu: frequency 1 kali"]),
        ("seminggu sekali", ["seminggu sekali: frequency 1 kali"]),
        ("2 minggu sekali", ["2 minggu sekali: frequency 1 kali"]),
        ("dikirim sekali", ["sekali: frequency 1 kali"]),
        ("setiap hari", ["setiap hari: frequency 1 hari"]),
        ("setiap bulannya", ["setiap bulannya: frequency 1 bulan"]),
        ("tiap Senin", ["tiap Senin: frequency 1 senin"]),
        ("setiap 2 minggu", ["setiap 2 minggu: frequency 1 minggu"]),
        ("laporan bulanan", ["bulanan: frequency 1 bulanan"]),
        # "sekali" after a quality is a degree, not a count.
        ("bagus sekali", []),
        ("sangat membantu sekali", []),
        ("jarang sekali", []),
    ],
)
def test_frequencies(analysed: Analyse, raw: str, expected: list[str]) -> None:
    assert shown(analysed(raw)) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("minimal 80", ["80: bare 80 min"]),
        ("paling sedikit 3 draf", ["3: count 3 draf min"]),
        ("sekurang-kurangnya dua draf", ["dua: count 2 draf min"]),
        ("setidaknya 2 kali", ["2 kali: frequency 2 kali min"]),
        ("lebih dari 5 hari", ["5 hari: duration 5 hari min"]),
        ("tidak kurang dari 5 draf", ["5: count 5 draf min"]),
        ("paling tidak 4 foto", ["4: count 4 foto min"]),
        ("≥ 80%", ["80%: percent 80 persen min"]),
        ("≥80%", ["80%: percent 80 persen min"]),
        ("di atas 75 persen", ["75 persen: percent 75 persen min"]),
        ("maksimal 5 hari kerja", ["5 hari kerja: duration 5 hari max"]),
        ("paling lambat 2 hari", ["2 hari: duration 2 hari max"]),
        ("paling lama dalam 2 hari", ["2 hari: duration 2 hari max"]),
        ("selambat-lambatnya 3 hari", ["3 hari: duration 3 hari max"]),
        ("tidak lebih dari 3 hari", ["3 hari: duration 3 hari max"]),
        ("kurang dari 5%", ["5%: percent 5 persen max"]),
        ("di bawah 5 persen", ["5 persen: percent 5 persen max"]),
        ("dalam 2 hari", ["2 hari: duration 2 hari max"]),
        ("< 3 hari", ["3 hari: duration 3 hari max"]),
        ("minimal sebanyak 3 foto", ["3: count 3 foto min"]),
        ("minimal nilai 80", ["80: score 80 min"]),
        # A limit belongs to its own number; roughly is no limit.
        ("kurang lengkap 3 berkas", ["3: count 3 berkas"]),
        ("kurang lebih 5 hari", ["5 hari: duration 5 hari"]),
        ("sekitar 5 hari", ["5 hari: duration 5 hari"]),
        ("maksimal 5 hari untuk 3 draf", ["5 hari: duration 5 hari max", "3: count 3 draf"]),
        ("dalam penyusunan 3 draf", ["3: count 3 draf"]),
    ],
)
def test_comparators(analysed: Analyse, raw: str, expected: list[str]) -> None:
    assert shown(analysed(raw)) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("30 September 2025", ["30 September 2025: date"]),
        ("tanggal 5", ["5: date"]),
        ("tgl 5 Mei", ["5 Mei: date"]),
        ("30/09/2025", ["30/09/2025: date"]),
        ("30-09-2025", ["30-09-2025: date"]),
        ("2025-09-30", ["2025-09-30: date"]),
        ("Mei 2025", ["Mei 2025: date"]),
        ("bulan Mei", ["Mei: date"]),
        ("Senin, 5 Mei 2025", ["5 Mei 2025: date"]),
        ("5-7 Mei 2025", ["5-7 Mei 2025: date"]),
        ("5 s.d. 7 Mei 2025", ["5 s.d. 7 Mei 2025: date"]),
        ("tanggal 5 sampai 7 Mei", ["5 sampai 7 Mei: date"]),
        ("Triwulan III", ["Triwulan III: period triwulan"]),
        ("TW 3", ["TW 3: period triwulan"]),
        ("TW II 2025", ["TW II 2025: period triwulan"]),
        ("semester I", ["semester I: period semester"]),
        ("tahun 2025", ["tahun 2025: period tahun"]),
        ("TA 2025", ["TA 2025: period tahun"]),
        ("Laporan 2024", ["2024: period tahun"]),
        ("tahun 2024/2025", ["tahun 2024/2025: period tahun"]),
        ("triwulan ketiga", ["triwulan ketiga: period triwulan"]),
        ("tahap 2", ["tahap 2: period tahap"]),
        ("pukul 09.00", ["09.00: date jam"]),
        ("jam 10.00 WIB", ["10.00: date jam"]),
        ("jam 9 pagi", ["9: date jam"]),
        ("pukul 08.00-10.00", ["08.00-10.00: date jam"]),
        ("pukul 08.00 s.d. 10.00 WIB", ["08.00 s.d. 10.00: date jam"]),
        ("jam 06.00, 12.00, dan 18.00", ["06.00: date jam", "12.00: date jam", "18.00: date jam"]),
        ("2000 lembar", ["2000: count 2000 lembar"]),
    ],
)
def test_dates_periods_and_clock_times(analysed: Analyse, raw: str, expected: list[str]) -> None:
    assert shown(analysed(raw)) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("PP Nomor 30 Tahun 2019", ["30: legal nomor", "Tahun 2019: period tahun"]),
        ("Permen PUPR No. 9 Tahun 2018", ["9: legal nomor", "Tahun 2018: period tahun"]),
        ("Perpres 16 Tahun 2018", ["16: legal perpres", "Tahun 2018: period tahun"]),
        ("SE Menteri 8/2024", ["8/2024: legal"]),
        ("Pasal 12 ayat (2)", ["12: legal pasal", "2: legal ayat"]),
        ("UU 27/2022", ["27/2022: legal uu"]),
        ("surat nomor 027/KPTS/2025", ["027/KPTS/2025: legal nomor"]),
        ("SNI 2453", ["2453: legal sni"]),
        ("ISO 9001", ["9001: legal iso"]),
        ("NIP 198701012010011001", ["198701012010011001: legal nip"]),
        ("Covid-19", []),
        ("K3", []),
        # A number before the same noun counts it.
        ("Memahami 12 pasal", ["12: count 12 pasal"]),
        ("5 km jalan", ["5: count 5 km"]),
        # List numbers and places in a row.
        ("1. Menyusun draf", ["1: ordinal 1"]),
        ("2) Mengirim surat", ["2: ordinal 2"]),
        ("Hasil: (1) draf, (2) peta", ["1: ordinal 1", "2: ordinal 2"]),
        ("Menyusun draf; 2. mengirim surat", ["2: ordinal 2"]),
        ("rapat ke-3", ["ke-3: ordinal 3"]),
        ("minggu kedua", ["kedua: ordinal 2"]),
        ("kedua draf dikirim", ["kedua: count 2 draf"]),
        # Number words that count nothing.
        ("salah satu staf", []),
        ("satu-satunya kendala", []),
        ("satu per satu diperiksa", []),
        ("beberapa dokumen", []),
        ("pihak ketiga", []),
    ],
)
def test_numbers_that_name_and_do_not_measure(
    analysed: Analyse, raw: str, expected: list[str]
) -> None:
    assert shown(analysed(raw)) == expected
