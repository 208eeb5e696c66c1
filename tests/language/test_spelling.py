"""Which words are misspelt, what was meant, and what stays as it is.

A case is the text as sent and every replacement, ``as sent>as meant`` joined by blanks and ``|``.
"""

from collections.abc import Callable

import pytest

from nlp.text import Text
from nlp.text.lexicon import WORDS, read_table
from nlp.text.spelling import misspellings

Analyse = Callable[[str], Text]


def mended(text: Text) -> str:
    return " | ".join(
        f"{text.raw[wrong.start : wrong.end]}>{wrong.meant}" for wrong in misspellings(text)
    )


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # Non-standard forms, in the writer's own capitals.
        ("resiko dan Aktifitas", "resiko>risiko"),
        ("Aktifitas belum tercatat", "Aktifitas>Aktivitas"),
        ("ANALISA RESIKO BANJIR", "ANALISA>ANALISIS | RESIKO>RISIKO"),
        ("Tdk dikirim. Yg lain menyusul", "Tdk>Tidak | Yg>Yang"),  # a capital of the sentence
        ("bulan nopember", "nopember>november"),
        ("sub bagian umum", "sub bagian>subbagian"),
        ("bertanggungjawab penuh", "bertanggungjawab>bertanggung jawab"),
        ("mempengaruhi hasil", "mempengaruhi>memengaruhi"),
        # A share is persentase; a talk is presentasi.
        ("presentase kehadiran rendah", "presentase>persentase"),
        ("presentase hasil paparan", ""),
        ("presentasi hasil kajian", ""),
        # Abbreviations of conversation.
        ("yg blm lengkap krn sakit", "yg>yang | blm>belum | krn>karena"),
        ("tgl 5 bln ini", "tgl>tanggal | bln>bulan"),
        # Prefix or preposition.
        ("di laksanakan kemarin", "di laksanakan>dilaksanakan"),
        ("sudah di kirim", "di kirim>dikirim"),
        ("tercatat di rekap", ""),
        ("di kantor dan di lapangan", ""),
        ("dirumah dan diluar", "dirumah>di rumah | diluar>di luar"),
        ("tertera dilampiran surat", "dilampiran>di lampiran"),
        ("dilaporkan, disusun, dibimbing", ""),
        # Slips of the fingers.
        ("kegaitan rutin", "kegaitan>kegiatan"),
        ("dipertahankn dan prnah", "dipertahankn>dipertahankan | prnah>pernah"),
        ("kerenn sekali", "kerenn>keren"),
    ],
)  # fmt: skip
def test_misspelt(analysed: Analyse, raw: str, expected: str) -> None:
    assert mended(analysed(raw)) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "Pencatatan debit di bendung masih sering terlambat",
        "SOP, SAKTI, SIMAK-BMN, AWLR, RTL dan TL",  # acronyms
        "Bapak Resiko dari Kwalitasari",  # names
        "bertemu Yg dan Dgn",  # a capital that no sentence gives
        "surel ke resiko@contoh.id dan berkas resiko_2025.xlsx",  # codes
        "follow up dashboard dan review dokumen on progress",  # English in office use
        "uji sondir, refluks, nitrit, trase, pasut, akrual",  # the trade's own words
        "ngobrol sambil ngopi, dibales besok, lampirin fotonya",  # everyday speech
        "tindak lanjuti dan tanda tangani sendiri",  # written apart without a prefix
        "laporan-laporan, mudah-mudahan, dua-duanya",
        "kemarin keluar menuju kedua desa",
    ],
)
def test_left_alone(analysed: Analyse, raw: str) -> None:
    assert mended(analysed(raw)) == ""


def test_no_replacement_is_itself_misspelt(analysed: Analyse) -> None:
    for written, meant in read_table(WORDS / "ejaan.txt").items():
        assert written != meant
        assert mended(analysed(" ".join(meant))) == "", written
