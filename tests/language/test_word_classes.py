"""Word classes in a text: the longest entry of a family wins, √ takes every form, ~ only verbs."""

from collections.abc import Callable

import pytest

from nlp.text import Text
from nlp.text.lexicon import lexeme, vocabulary

Analyse = Callable[[str], Text]

# Classes by family, as the folders have them.
HAL = frozenset(
    (
        "aktor_diri aktor_luar alat_ukur batas batin belum benda bukti jejak masalah mutu pantau "
        "peristiwa pokok_mutu putusan satuan tren tunggu ukuran upaya usai wujud"
    ).split()
)


@pytest.mark.parametrize(
    ("raw", "kind", "expected"),
    [
        # the longest entry wins and swallows the words it covers
        ("surat", "bukti", ["surat"]),
        ("surat tugas", "bukti", ["surat tugas"]),
        ("surat tugas", "peristiwa", []),
        ("tugas pokok", "peristiwa", ["tugas"]),
        ("rapat koordinasi", "peristiwa", ["rapat koordinasi"]),
        ("rapat koordinasi", "upaya", []),
        ("berita acara", "bukti", ["berita acara"]),
        ("kepala satuan kerja", "aktor_luar", ["kepala satuan kerja"]),
        ("Bagian Keuangan", "aktor_luar", ["Bagian"]),
        ("tindak lanjut", "upaya", ["tindak lanjut"]),
        ("lebih baik", "mutu", ["lebih baik"]),
        ("lebih dari 5 hari", "tren", []),
        ("lebih dari 5 hari", "batas", ["lebih dari"]),
        ("tepat waktu", "puji", ["tepat waktu"]),
        ("waktu", "ukuran", ["waktu"]),
        ("yang bersangkutan", "aktor_diri", ["yang bersangkutan"]),
        # √ takes every form of its root
        ("pemahaman", "batin", ["pemahaman"]),
        ("memahami", "batin", ["memahami"]),
        ("dipahaminya", "batin", ["dipahaminya"]),
        ("peningkatan", "tren", ["peningkatan"]),
        ("meningkatnya", "tren", ["meningkatnya"]),
        # ~ takes the verbs of a root or stem, no nouns
        ("ditandatangani", "jejak", ["ditandatangani"]),
        ("tertandatangani", "jejak", ["tertandatangani"]),
        ("penandatanganan", "jejak", []),
        ("tersusunnya", "wujud", ["tersusunnya"]),
        ("penyusunan", "wujud", []),
        ("susunan", "wujud", []),
        ("diajukan", "jejak", ["diajukan"]),
        ("pengajuan", "jejak", []),
        ("diperbarui", "jejak", ["diperbarui"]),
        ("baru", "jejak", []),
        # a class looks through -nya, reduplication, abbreviation, misspelling and loan words
        ("laporannya", "bukti", ["laporannya"]),
        ("laporan2", "bukti", ["laporan2"]),
        ("dokumen-dokumen", "bukti", ["dokumen-dokumen"]),
        ("Lap blm jadi", "bukti", ["Lap"]),
        ("sertipikat", "bukti", ["sertipikat"]),
        ("Kasatker", "aktor_luar", ["Kasatker"]),
        ("di upload", "jejak", ["di upload"]),
        ("kinerjanya", "pokok_mutu", ["kinerjanya"]),
        # a word may stand in classes of both families
        ("tepat waktu dan rapi", "mutu", ["rapi"]),
        ("tepat waktu dan rapi", "puji", ["tepat waktu", "rapi"]),
        # words of no class
        ("kucing", "bukti", []),
        ("hari", "bukti", []),
    ],
)
def test_marks(analysed: Analyse, raw: str, kind: str, expected: list[str]) -> None:
    text = analysed(raw)
    found = [text.quote(mark.first, mark.last) for mark in text.find(kind)]
    assert list(dict.fromkeys(found)) == expected


def test_every_folder_file_is_a_class() -> None:
    known = [lexeme(word) for word in vocabulary()]
    kinds = {kind for lex in known for kind, _ in lex.kinds}
    assert kinds | {phrase.kind for lex in known for phrase in lex.phrases} >= HAL


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("menyusun", {"menyusun", "√susun", "~susun"}),
        ("tersusunnya", {"tersusunnya", "tersusun", "√susun", "~susun"}),
        ("penyusunan", {"penyusunan", "√susun"}),
        ("diajukan", {"diajukan", "√aju", "~aju", "~ajukan"}),
        ("memperbaiki", {"memperbaiki", "√baik", "~baik", "~perbaiki"}),
        ("perbaikan", {"perbaikan", "√baik"}),
    ],
)
def test_the_keys_of_a_word(word: str, keys: set[str]) -> None:
    assert set(lexeme(word).keys) == keys
