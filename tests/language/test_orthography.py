"""How built words and phrases are written (EYD V)."""

import pytest

from nlp.morphology import listed, measured, undoubled, with_di, with_nya


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("luar", "di luar"),
        ("dalam", "di dalam"),
        ("sini", "di sini"),
        ("Bandung", "di Bandung"),
        ("BKN", "di BKN"),
        ("PHK-kan", "di-PHK-kan"),
        ("susun", "disusun"),
        ("luaskan", "diluaskan"),
        ("dalami", "didalami"),
    ],
)
def test_di_stands_apart_before_a_place(word: str, expected: str) -> None:
    assert with_di(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("laporan", "laporannya"),
        ("Laporan", "Laporannya"),
        ("SOP", "SOP-nya"),
        ("RKA-K/L", "RKA-K/L-nya"),
        ("PPh", "PPh-nya"),
        ("2025", "2025-nya"),
        ("draf SOP", "draf SOP-nya"),
        ("SOP lama", "SOP lamanya"),
        ("butir A", "butir A-nya"),
    ],
)
def test_nya_takes_a_hyphen_after_capitals_and_digits(word: str, expected: str) -> None:
    assert with_nya(word) == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((), ""),
        (("notula",), "notula"),
        (("notula", "daftar hadir"), "notula dan daftar hadir"),
        (("notula", "foto", "daftar hadir"), "notula, foto, dan daftar hadir"),
    ],
)
def test_a_list_has_commas_and_dan(items: tuple[str, ...], expected: str) -> None:
    assert listed(items) == expected


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        ("5", "hari kerja", "5 hari kerja"),
        ("10", "kg", "10 kg"),
        ("80", "%", "80%"),
        ("80", "persen", "80 persen"),
        ("50.000", "Rp", "Rp50.000"),
        ("30", "°", "30°"),
    ],
)
def test_a_unit_stands_apart_and_a_sign_does_not(number: str, unit: str, expected: str) -> None:
    assert measured(number, unit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("draf untuk untuk SOP", "draf untuk SOP"),
        ("Untuk untuk untuk reviu", "Untuk reviu"),
        ("sebelum  sebelum Mei", "sebelum Mei"),
        ("data pada padanan", "data pada padanan"),
        ("rata rata nilai", "rata rata nilai"),
        ("hal yang yang-nya", "hal yang yang-nya"),
        ("yang, yang", "yang, yang"),
    ],
)
def test_no_function_word_is_said_twice(text: str, expected: str) -> None:
    assert undoubled(text) == expected
