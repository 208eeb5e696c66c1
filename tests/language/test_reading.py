"""What written forms mean, with offsets of the text as sent.

A reading is written ``as sent>as meant`` where the two differ, words apart by blanks and ``|``;
two tokens read as one word stand together before the ``>``, one token read as several words
gives the same place several times.
"""

from collections.abc import Callable

import pytest

from nlp.text import Text

Analyse = Callable[[str], Text]


def reading(text: Text) -> str:
    shown = []
    for i, word in enumerate(text.words):
        sent = text.quote(i, i)
        shown.append(sent if sent == word.norm else f"{sent}>{word.norm}")
    return " | ".join(shown)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("yg utk dgn dlm", "yg>yang | utk>untuk | dgn>dengan | dlm>dalam"),
        ("krn tdk blm sdh", "krn>karena | tdk>tidak | blm>belum | sdh>sudah"),
        ("Lap blm lengkap", "Lap>laporan | blm>belum | lengkap"),
        ("dok keg TL", "dok>dokumen | keg>kegiatan | TL>tindak | TL>lanjut"),
        ("monev TW II", "monev>monitoring | monev>evaluasi | TW>triwulan | II>ii"),
        (
            "Satker dan Kasubbag",
            "Satker>satuan | Satker>kerja | dan | Kasubbag>kepala | Kasubbag>subbagian",
        ),
        ("tgl 5 bln ini", "tgl>tanggal | 5 | bln>bulan | ini"),
        (
            "bimtek dan bangkom",
            "bimtek>bimbingan | bimtek>teknis | dan | bangkom>pengembangan | bangkom>kompetensi",
        ),
        ("Sdr. Andi", "Sdr.>saudara | Andi>andi"),
        ("min. 80 maks. 90", "min.>minimal | 80 | maks.>maksimal | 90"),
        ("tgl. 5 Jan. 2025", "tgl.>tanggal | 5 | Jan.>januari | 2025"),
        ("No. 12 dan nomor 13", "No.>nomor | 12 | dan | nomor | 13"),
        ("rapat, diskusi, dll.", "rapat | , | diskusi | , | dll.>dan | dll.>lain-lain"),
        ("a.n. Kepala Balai", "a.n.>atas | a.n.>nama | Kepala>kepala | Balai>balai"),
        ("Januari s.d. Maret", "Januari>januari | s.d.>sampai | s.d.>dengan | Maret>maret"),
        ("Januari s/d Maret", "Januari>januari | s/d>sampai | s/d>dengan | Maret>maret"),
        ("Bpk/Ibu", "Bpk>bapak | / | Ibu>ibu"),
        # Capitals tell the audit board from the gentleman.
        ("temuan BPK", "temuan | BPK>bpk"),
        ("Bpk Andi", "Bpk>bapak | Andi>andi"),
        # Not every short word is an abbreviation.
        ("dalam hal ini", "dalam | hal | ini"),
        ("lapor kepada atasan", "lapor | kepada | atasan"),
        ("terima kasih", "terima | kasih"),
    ],
)
def test_abbreviations(analysed: Analyse, raw: str, expected: str) -> None:
    assert reading(analysed(raw)) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("presentase", "presentase>persentase"),
        ("resiko ijin kwalitas", "resiko>risiko | ijin>izin | kwalitas>kualitas"),
        ("Efektifitas aktifitas", "Efektifitas>efektivitas | aktifitas>aktivitas"),
        ("konkrit dan praktek", "konkrit>konkret | dan | praktek>praktik"),
        ("pelaksaan sosialiasi", "pelaksaan>pelaksanaan | sosialiasi>sosialisasi"),
        ("terlaksanya", "terlaksanya>terlaksananya"),
        ("menganalisa data", "menganalisa>menganalisis | data"),
        ("merubah jadual", "merubah>mengubah | jadual>jadwal"),
        ("standarisasi", "standarisasi>standardisasi"),
        ("improve skill", "improve>tingkatkan | skill>keterampilan"),
        ("follow up surat", "follow>tindak | up>lanjut | surat"),
        ("masih on progress", "masih | on>dalam | progress>proses"),
        ("di approve atasan", "di approve>disetujui | atasan"),
        ("approveoleh", "approveoleh>disetujui | approveoleh>oleh"),
        ("upload dan download", "upload>unggah | dan | download>unduh"),
        ("BELUM SELSAI", "BELUM>belum | SELSAI>selesai"),
        ("makasih, bagus bgt", "makasih>terima | makasih>kasih | , | bagus | bgt>sangat"),
    ],
)
def test_misspellings_and_borrowings(analysed: Analyse, raw: str, expected: str) -> None:
    assert reading(analysed(raw)) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("di laksanakan", "di laksanakan>dilaksanakan"),
        ("di tindak lanjuti", "di tindak lanjuti>ditindaklanjuti"),
        ("tindak lanjuti", "tindak lanjuti>tindaklanjuti"),
        ("ter laksana", "ter laksana>terlaksana"),
        ("di sampaikan ke bagian", "di sampaikan>disampaikan | ke | bagian"),
        ("di evaluasi", "di evaluasi>dievaluasi"),
        ("ber koordinasi", "ber koordinasi>berkoordinasi"),
        # di as a preposition stays apart, and typed together it is taken apart.
        ("di kantor", "di | kantor"),
        ("di lapangan", "di | lapangan"),
        ("di bagian umum", "di | bagian | umum"),
        ("di data center", "di | data | center"),
        ("di kegiatan ini", "di | kegiatan | ini"),
        ("diluar kendali", "diluar>di | diluar>luar | kendali"),
        ("dikantor", "dikantor>di | dikantor>kantor"),
        ("kedepannya", "kedepannya>ke | kedepannya>depannya"),
        ("tanggungjawab", "tanggungjawab>tanggung | tanggungjawab>jawab"),
        ("kerjasama", "kerjasama>kerja | kerjasama>sama"),
        ("rata rata", "rata rata>rata-rata"),
        ("laporan nya", "laporan nya>laporannya"),
        # A number typed onto its unit is two words, each with its own place.
        ("5hari", "5 | hari"),
        ("3x seminggu", "3 | x | seminggu"),
        ("2dok", "2 | dok>dokumen"),
        ("5-7hari", "5-7 | hari"),
        ("TW3", "TW>triwulan | 3"),
        ("1.Menyusun draf", "1 | . | Menyusun>menyusun | draf"),
        ("120m2", "120 | m2"),
        ("80%", "80 | %"),
        ("≥80%", "≥ | 80 | %"),
        (">90 persen", "> | 90 | persen"),
        ("Rp5.000.000,-", "Rp>rp | 5.000.000 | , | -"),
        ("Rp.2.500.000", "Rp.>rp | 2.500.000"),
        ("Rp. 2.500.000", "Rp.>rp | 2.500.000"),
        # Words run together at a mark are taken apart; reduplication and affix hyphens stay whole.
        ("rapat,notula", "rapat | , | notula"),
        ("selesai.Laporan", "selesai | . | Laporan>laporan"),
        ("foto/video", "foto | / | video"),
        ("laporan-laporan", "laporan-laporan"),
        ("SOP-nya", "SOP-nya>sop-nya"),
        ("(draf)", "( | draf | )"),
        ("“baik”", "“ | baik | ”"),
    ],
)
def test_split_and_joined_words(analysed: Analyse, raw: str, expected: str) -> None:
    assert reading(analysed(raw)) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # soft hyphen, zero-width space, joiner, direction mark, byte order mark
        ("la\u00adporan", "la\u00adporan>laporan"),
        ("lap\u200boran", "lap\u200boran>laporan"),
        ("\ufefflaporan", "\ufefflaporan>laporan"),
        ("\u200fbelum\u200e selesai", "\u200fbelum\u200e>belum | selesai"),
        ("sudah\u2060 ada", "sudah\u2060>sudah | ada"),
        ("y\u200dg", "y\u200dg>yang"),
        # no-break space, tabs and line ends part words and are none
        ("belum\u00a0ada\t\tdraf\n\nSOP", "belum | ada | draf | SOP>sop"),
        # full-width, ligature, decomposed and superscript letters
        ("ＳＯＰ", "ＳＯＰ>sop"),
        ("ﬁnal", "ﬁnal>final"),
        ("résumé".replace("é", "e\u0301"), "re\u0301sume\u0301>résumé"),
        ("target²", "target²>target2"),
        ("½ jam", "½>1/2 | jam"),
        ("1½ jam", "1 | ½>1/2 | jam"),
        ("jum’at", "jum’at>jumat"),
    ],
)
def test_hidden_and_unusual_characters(analysed: Analyse, raw: str, expected: str) -> None:
    assert reading(analysed(raw)) == expected


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("😀 Telah selesai", ["😀", "Telah", "selesai"]),
        ("Bagus 👍🏽👍🏽 sekali", ["Bagus", "👍🏽👍🏽", "sekali"]),
        ("kerja👨‍👩‍👧tim", ["kerja👨‍👩‍👧tim"]),
        ("🇮🇩 laporan", ["🇮🇩", "laporan"]),
        ("𝐋aporan selesai", ["𝐋aporan", "selesai"]),
    ],
)
def test_offsets_count_code_points_around_emoji(
    analysed: Analyse, raw: str, words: list[str]
) -> None:
    text = analysed(raw)
    assert [text.quote(i, i) for i in range(len(text.words))] == words


@pytest.mark.parametrize("raw", ["", " ", "\n\t", "\u00a0"])
def test_a_text_without_words_is_an_empty_analysis(analysed: Analyse, raw: str) -> None:
    text = analysed(raw)
    assert text.words == text.marks == text.clauses == text.negated == text.agents == ()


@pytest.mark.parametrize(
    ("raw", "sentences"),
    [
        ("Laporan selesai. SOP belum.", [0, 0, 0, 1, 1, 1]),
        ("Permen No. 9 berlaku", [0, 0, 0, 0]),
        ("Hasil: 1.250 data", [0, 0, 0, 0]),
        ("Menyusun draf\nMengirim surat", [0, 0, 1, 1]),
        ("s.d. Mei", [0, 0, 0]),
        ("Lap. Keg. Monev", [0, 0, 0, 0, 0, 0]),
        ("1. Menyusun draf\n2. Mengirim", [0, 0, 0, 0, 1, 1, 1]),
    ],
)
def test_sentences(analysed: Analyse, raw: str, sentences: list[int]) -> None:
    assert [word.sentence for word in analysed(raw).words] == sentences
