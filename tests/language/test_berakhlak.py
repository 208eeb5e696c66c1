"""Copies of the BerAKHLAK behaviour lines are known in any dress; own facts are none."""

from importlib.resources import files

import pytest

from nlp.text import copied_lines

LINES = [
    line
    for line in (files("nlp.text") / "berakhlak.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
PERBAIKAN = "melakukan perbaikan tiada henti"
KUALITAS = "melaksanakan tugas dengan kualitas terbaik"


def test_there_are_21_lines() -> None:
    assert len(LINES) == len(set(LINES)) == 21


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("dress", ["{}", "Tidak {}", "TIDAK PERNAH {}!", "Saudara selalu {}."])
def test_every_line_is_known_as_it_stands_and_denied(analysed, line: str, dress: str) -> None:
    raw = dress.format(line)
    assert copied_lines(analysed(raw.upper() if "TIDAK" in dress else raw)) == (line,)


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        ("Tidak pernah melakukan perbaikan", (PERBAIKAN,)),
        ("tdk melakukan perbaikan", (PERBAIKAN,)),
        ("Tdk melaksanakan tugas dgn kualitas terbaik", (KUALITAS,)),
        ("Tugas tidak dilaksanakan dengan kualitas terbaik", (KUALITAS,)),
        ("Cekatan, solutif, dan ramah", (LINES[1],)),
        ("Cepat menyesuaikn diri mengahadapi perubahan", (LINES[15],)),
        ("Orang lain dibantu belajar", (LINES[7],)),
        ("Suka menolong orang lain dan bertindak proaktif", (LINES[10], LINES[17])),
        ("Tidak menjaga nama baik sesama ASN, pimpinan, instansi, dan negara", (LINES[13],)),
    ],
)
def test_a_copy_is_named_by_its_lines(analysed, raw: str, lines: tuple[str, ...]) -> None:
    assert copied_lines(analysed(raw)) == lines


@pytest.mark.parametrize(
    "raw",
    [
        "Suka menolong orang lain memperbaiki alat ukur",
        "Melakukan perbaikan pintu air sebelum musim hujan",
        "Melaksanakan tugas jaga pos tiga malam berturut-turut",
        "Tidak menjaga rahasia jabatan: daftar calon operator tersebar di grup",
        "Cepat mengganti logger yang rusak",
        "Membantu petugas baru belajar membaca papan duga",
        "Bertindak proaktif dengan 3 usulan jadwal kuras",
        "Bagus",
        "Proaktif",
        "",
        "!!!",
    ],
)
def test_an_own_fact_or_a_lone_word_is_no_copy(analysed, raw: str) -> None:
    assert copied_lines(analysed(raw)) == ()
