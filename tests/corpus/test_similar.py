"""Near-duplicates are found exactly, only faster than by comparing all with all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.similar import SHORT, alike, skeletons, tokens

TEXTS = st.lists(
    st.lists(
        st.sampled_from("arsip map boks peta notula SPM di yang 12 rapi".split()), max_size=9
    ).map(" ".join),
    max_size=25,
)


@given(TEXTS)
def test_as_comparing_all_with_all(texts: list[str]) -> None:
    expected = set()
    for later, text in enumerate(texts):
        for earlier in range(later):
            one, other = tokens(texts[earlier]), tokens(text)
            if min(len(one), len(other)) <= SHORT:
                near = bool(one) and one == other
            else:
                near = 5 * len(set(one) & set(other)) > 3 * len(set(one) | set(other))
            if near:
                expected.add((earlier, later))
    assert {(earlier, later) for earlier, later, _ in alike(texts)} == expected


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Notula", "NOTULA.", True),
        ("Notula rapat", "Rapat notula", False),
        ("Notula rapat tim", "Notula rapat tim arsip", False),
        ("Map A sampai D dipilah", "map a sampai d,  dipilah", True),
        ("Map A sampai D dipilah", "Map E sampai H dibakar", False),
        ("- …", "- …", False),
    ],
)
def test_what_counts_as_near(one: str, other: str, near: bool) -> None:
    assert bool(list(alike([one, other]))) is near


def test_a_template_shows_however_its_slots_are_filled() -> None:
    fillings = ["arsip", "peta bidang", "kartu stok", "SPM", "buku tamu"]
    texts = [f"Melakukan pendataan {filling} di {n} ruang" for n, filling in enumerate(fillings)]
    assert skeletons([*texts, "Arsip rapi", "Peta bidang dicetak"]) == {
        "melakukan pendataan … di # ruang": [0, 1, 2, 3, 4]
    }


def test_function_words_alone_are_no_template() -> None:
    pairs = ["arsip map", "boks peta", "notula SPM", "denah tamu", "kartu stok"]
    assert skeletons([f"{pair.split()[0]} yang di {pair.split()[1]}" for pair in pairs]) == {}
