"""How built words and phrases are written (EYD V)."""

import pytest

from nlp.morphology import listed, undoubled


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
