"""Rewrites as a specification: what a reviewer would have written, and nothing invented."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.rows import read, split_of
from nlp.analysis import AnalyzedForm, analyse_form
from nlp.form import (
    Atasan,
    Form,
    Pegawai,
    TindakLanjut,
    UmpanBalik,
    pointer_of,
    value_at,
    with_value,
)
from nlp.review import load_reviewer, review
from nlp.rewriting import (
    add_occasion,
    add_request,
    filled,
    matter,
    rewrite_activity,
    rewrite_topik,
)
from nlp.rewriting.facts import invented, known_words
from nlp.rewriting.measure import kind_of
from nlp.rewriting.noun import noun_phrase
from nlp.rewriting.parts import parts_of
from nlp.rewriting.phrase import capitalised, corrected, mistakes
from nlp.rewriting.slot import stated, suggestion, with_defaults
from nlp.text import analyse_text

REVIEWER = load_reviewer()
STEP = "/tindak_lanjut/0"


def analysed(form: Form) -> AnalyzedForm:
    with REVIEWER.pipeline.memory_zone():
        return analyse_form(REVIEWER.pipeline, REVIEWER.models, form)


def offered(form: Form, rule: str) -> list[str]:
    """What is proposed for the only finding of a rule, proved or not."""
    loaded = next(one for one in REVIEWER.rules if one.rule.id == rule)
    with REVIEWER.pipeline.memory_zone():
        answer = review(REVIEWER, form)
    finding = next(f for f in answer.findings if f.rule == rule)
    assert loaded.rewrite is not None
    return [made.text for made in loaded.rewrite(analysed(form), finding)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mengirim data debit kepada Balai melalui surel sebelum tanggal 5",
            {"act": "kirim", "voice": "active", "object": "data debit", "recipient": "Balai",
             "means": "melalui surel", "time": "paling lambat tanggal 5"},
        ),
        (
            "Peta risiko disusun oleh Bagian Perencanaan",
            {"act": "susun", "voice": "passive", "object": "peta risiko",
             "agent": "Bagian Perencanaan", "time": "paling lambat [tanggal]"},
        ),
        (
            "Memantau serapan 90 persen apabila turun hujan",
            {"act": "pantau", "quantity": "90 persen", "condition": "apabila turun hujan"},
        ),
        ("Rapat evaluasi digelar", {"voice": "noun", "object": "evaluasi"}),
        ("Pemahaman petugas meningkat", {"voice": "noun", "object": "petugas"}),
        ("Disiplin", {"act": "", "object": "", "whole": "disiplin"}),
    ],
)  # fmt: skip
def test_a_sentence_is_taken_into_its_parts(text: str, expected: dict[str, str]) -> None:
    parts = parts_of(analyse_text(REVIEWER.pipeline, text))
    assert {name: getattr(parts, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("rtl", "kind"),
    [
        ("Mempelajari visualisasi data", "learning"),
        ("Menyusun SOP peminjaman alat", "writing"),
        ("Berkoordinasi dengan Bagian Umum", "meeting"),
        ("Mengikuti pelatihan hidrometri", "training"),
        ("Mengikuti arahan", ""),
        ("Melatih juru pintu membaca papan duga", "telling"),
        ("Melayani pemohon izin", "serving"),
        ("Memantau pengisian buku debit", "watching"),
        ("Menurunkan jumlah berkas yang dikembalikan", "lowering"),
        ("Bernyanyi", ""),
    ],
)
def test_every_step_has_its_kind_of_act(rtl: str, kind: str) -> None:
    assert kind_of(parts_of(analyse_text(REVIEWER.pipeline, rtl))) == kind


@pytest.mark.parametrize(
    ("rtl", "indikator", "expected"),
    [
        (
            "Mempelajari visualisasi data", "Pemahaman",
            "Tersusun [jumlah] resume visualisasi data paling lambat [tanggal]",
        ),
        (
            "Menyusun SOP peminjaman alat", "Lebih baik",
            "SOP peminjaman alat tersusun dan disampaikan kepada [nama] paling lambat [tanggal]",
        ),
        (
            "Berkoordinasi dengan Bagian Umum", "Lancar",
            "Tersedia notula koordinasi dengan Bagian Umum yang memuat kesepakatan dan daftar "
            "hadir paling lambat [tanggal]",
        ),
        (
            "Mengikuti pelatihan hidrometri", "Pemahaman meningkat",
            "Tersedia sertifikat pelatihan hidrometri dan [jumlah] laporan penerapannya paling "
            "lambat [tanggal]",
        ),
        (
            "Memantau pengisian buku debit", "Optimal",
            "Tersedia [jumlah] laporan berkala hasil pemantauan pengisian buku debit paling "
            "lambat [tanggal]",
        ),
        (
            "Melayani pemohon izin", "Kepuasan meningkat",
            "Nilai indeks kepuasan pelayanan pemohon izin minimal [nilai]",
        ),
    ],
)  # fmt: skip
def test_a_vague_indikator_gets_the_measure_of_its_step(
    rtl: str, indikator: str, expected: str
) -> None:
    form = Form(tindak_lanjut=(TindakLanjut(rtl, indikator),))
    assert expected in offered(form, "INDIKATOR_TIDAK_TERUKUR")


@pytest.mark.parametrize(
    ("rule", "field", "text", "expected"),
    [
        (
            "INDIKATOR_TIDAK_TERUKUR", "indikator", "Jumlah berkas yang salah",
            "Jumlah berkas yang salah maksimal [target]",
        ),
        (
            "INDIKATOR_TIDAK_TERUKUR", "indikator", "Kesalahan hitung makin jarang",
            "Jumlah kesalahan hitung turun dari [awal] menjadi [target]",
        ),
        (
            "INDIKATOR_TIDAK_TERUKUR", "indikator", "MEMAHAMI TATA CARA PENGISIAN SOP DI BMN",
            "Tersusun [jumlah] resume tata cara pengisian SOP di BMN paling lambat [tanggal]",
        ),
        (
            "RTL_DI_LUAR_KENDALI", "rtl", "Surat izin diterbitkan Menteri",
            "Menyiapkan bahan penerbitan surat izin dan menyampaikannya kepada Menteri",
        ),
        (
            "RTL_DI_LUAR_KENDALI", "rtl", "Kepala Balai menambah petugas pintu air",
            "Mengusulkan kepada Kepala Balai agar menambah petugas pintu air",
        ),
        (
            "RTL_DI_LUAR_KENDALI", "rtl", "Diikutkan dalam pelatihan hidrometri",
            "Mengusulkan keikutsertaan dalam pelatihan hidrometri kepada [nama]",
        ),
        (
            "TOPIK_SUDAH_SELESAI", "topik", "Keterlambatan laporan debit sudah teratasi",
            "Keterlambatan laporan debit berpotensi terulang kembali karena [kendala]",
        ),
        (
            "TOPIK_BUKAN_MASALAH", "topik", "Peningkatan kompetensi pengelola arsip",
            "Kompetensi pengelola arsip belum optimal karena [kendala]",
        ),
        (
            "FEEDBACK_TANPA_ARAHAN", "umpan_balik", "Data telemetri tidak pernah diperbarui",
            "Data telemetri tidak pernah diperbarui. Mohon data telemetri diperbarui paling lambat "
            "[tanggal].",
        ),
    ],
)  # fmt: skip
def test_a_sentence_is_rebuilt_as_a_reviewer_would(
    rule: str, field: str, text: str, expected: str
) -> None:
    form = Form(umpan_balik=(UmpanBalik("negatif"),))
    form = with_value(form, pointer_of(field), text)  # type: ignore[arg-type]
    assert expected in offered(form, rule)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Timbangan truk sudah dibersihkan dan disegel",
         "Tindak lanjut pembersihan timbangan truk masih terkendala [kendala]"),
        ("Alat uji slump sudah dikalibrasi",
         "Hasil kalibrasi alat uji slump belum dimanfaatkan sepenuhnya karena [kendala]"),
        ("Undangan bimtek sudah dikirim kepada semua balai",
         "Tindak lanjut pengiriman undangan bimtek masih terkendala [kendala]"),
        ("Telah dipasang rambu di tikungan Km 12",
         "Rambu di tikungan Km 12 belum dimanfaatkan sepenuhnya karena [kendala]"),
        ("Kebocoran pipa di ruang arsip sudah ditutup",
         "Kebocoran pipa di ruang arsip berpotensi terulang kembali karena [kendala]"),
        ("Genset kosong solar sudah ditangani", "berpotensi terulang kembali"),
        ("Target kunjungan perpustakaan sudah terlampaui",
         "Target kunjungan perpustakaan berpotensi tidak tercapai lagi karena [kendala]"),
        ("Seluruh staf gudang telah mengikuti pelatihan K3",
         "Hasil pelatihan K3 belum dimanfaatkan sepenuhnya karena [kendala]"),
        ("Monitoring lalu lintas jembatan sudah selesai",
         "Hasil monitoring lalu lintas jembatan belum dimanfaatkan sepenuhnya karena [kendala]"),
        ("Ganti lampu selasar beres",
         "Tindak lanjut penggantian lampu selasar masih terkendala [kendala]"),
    ],
)  # fmt: skip
def test_finished_work_leaves_a_gap_behind_the_act_that_was_done(text: str, expected: str) -> None:
    made = [capitalised(one) for one in rewrite_topik(analyse_text(REVIEWER.pipeline, text))]
    assert expected in " | ".join(made)


@pytest.mark.parametrize("text", ["", ".", "Sudah", "Sudah selesai", "Tim pulang dari Palu"])
def test_where_no_work_is_named_nothing_is_said(text: str) -> None:
    assert list(rewrite_topik(analyse_text(REVIEWER.pipeline, text))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meningkatnya kompetensi juru ukur secara berkelanjutan",
         "Kompetensi juru ukur secara berkelanjutan belum optimal karena [kendala]"),
        ("Optimalisasi layanan loket", "Layanan loket belum optimal karena [kendala]"),
        ("Tersusunnya pedoman kearsipan",
         "Penyusunan pedoman kearsipan masih terkendala [kendala]"),
        ("Naskah modul sedang saya ketik, bab 1 sampai 3 sudah",
         "Penyelesaian naskah modul masih terkendala [kendala]"),
        ("Beton uji sudah siap, tinggal uji tekan hari Kamis",
         "Uji tekan hari Kamis untuk beton uji berpotensi terkendala [kendala]"),
        ("Spanduk sudah dicetak, tinggal dipasang",
         "Pemasangan spanduk berpotensi terkendala [kendala]"),
        ("Pendataan pompa, tiap hari 20 sampai 30 unit",
         "Pendataan pompa masih terkendala [kendala]"),
        ("Telaah kontrak yang masih berjalan di Papua",
         "Penyelesaian telaah kontrak yang masih berjalan di Papua masih terkendala [kendala]"),
        ("Persentase jalan mantap",
         "Pencapaian persentase jalan mantap masih terkendala [kendala]"),
    ],
)  # fmt: skip
def test_a_named_work_becomes_a_gap(text: str, expected: str) -> None:
    made = [capitalised(one) for one in rewrite_activity(analyse_text(REVIEWER.pipeline, text))]
    assert expected in made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Menyusun laporan debit", "laporan debit"),
        ("Cat jembatan sudah mengelupas lagi di panel 3", "cat jembatan"),
        ("Berkas izin yang semula belum lengkap sudah dilengkapi", "berkas izin"),
        ("Agenda rapat pimpinan, tiap hari 50 surat", "agenda rapat pimpinan"),
        ("Batimetri", ""),
    ],
)
def test_a_question_asks_about_the_thing_of_the_topik(text: str, expected: str) -> None:
    assert matter(analyse_text(REVIEWER.pipeline, text)) == expected


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("topik", "Mohon tambah rak arsip, 200 berkas tergeletak di lantai",
         "Kebutuhan penambahan rak arsip belum terpenuhi, padahal 200 berkas tergeletak di lantai"),
        ("topik", "Mohon disediakan mesin potong rumput, rencana dua hari kerja",
         "Kebutuhan mesin potong rumput belum terpenuhi karena [kendala]"),
        ("topik", "Mohon izin mengikuti seminar bendungan",
         "Keikutsertaan dalam seminar bendungan masih terkendala [kendala]"),
        ("topik", "Mohon persetujuan pembelian tinta",
         "Persetujuan pembelian tinta belum diperoleh karena [kendala]"),
        ("topik", "Mohon solusi bu, genset cadangan sering rusak", "Genset cadangan sering rusak"),
        ("rtl", "mohon pak kabag tunjuk pengganti operator",
         "Mengusulkan dalam dialog agar Pak Kabag menunjuk pengganti operator"),
        ("rtl", "mohon tambahan dua petugas loket pak kabalai",
         "Mengusulkan tambahan dua petugas loket kepada Pak Kabalai dalam dialog"),
        ("rtl", "Mohon persetujuan Ibu Kepala untuk membeli dua laptop",
         "Meminta persetujuan Ibu Kepala untuk membeli dua laptop dalam dialog"),
    ],
)  # fmt: skip
def test_a_plea_goes_into_the_dialog_with_its_reason(field: str, text: str, expected: str) -> None:
    form = with_value(Form(), pointer_of(field), text)  # type: ignore[arg-type]
    assert expected in offered(form, "PERMOHONAN_TERTULIS")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Perahu karet edisi baru sudah datang", "perahu karet edisi baru"),
        ("Drainase baru 60 persen", "drainase"),
        ("Kurang lebih 6 km saluran", "kurang lebih 6 km saluran"),
        ("Kawasan tertata yang lama dihitung", "kawasan tertata yang lama dihitung"),
        ("Usulan yang kurang lengkap sudah diperbaiki", "usulan yang kurang lengkap"),
        ("Kapasitas operator menurun", "kapasitas operator"),
        ("Rapor - sudah dicetak", "rapor"),
        ("Surat Menteri kami jawab", "surat Menteri"),
    ],
)
def test_a_noun_phrase_ends_where_something_is_said_of_it(text: str, expected: str) -> None:
    analysed_text = analyse_text(REVIEWER.pipeline, text)
    assert noun_phrase(analysed_text, 0, len(analysed_text.words) - 1) == expected


def test_a_wrong_icon_has_two_ways_out() -> None:
    form = Form(umpan_balik=(UmpanBalik("positif", "Laporan debit sering terlambat dan keliru"),))
    finding = next(f for f in review(REVIEWER, form).findings if f.rule == "FEEDBACK_SALAH_IKON")
    icon, text = finding.suggestions[:2]
    assert (icon.text, icon.pointer) == ("negatif", None)
    assert text.pointer == "/umpan_balik/0/teks"
    assert "laporan debit sering terlambat dan keliru" in text.text


@pytest.mark.parametrize(
    ("said", "tone", "expected"),
    [
        ("Terima kasih, Bu", "positif", "Terima kasih bu, terutama karena sudah [kebaikan]."),
        ("Bagus", "positif", "Bagus, terutama saat [peristiwa]."),
        ("Pekerjaan rapi dan selesai tepat waktu", "positif",
         "Pekerjaan rapi dan selesai tepat waktu. Hal ini terlihat saat [peristiwa]."),
        ("Kerjanya lambat", "negatif",
         "Kerjanya lambat. Hal ini terlihat saat [peristiwa]. Ke depan, mohon [tindakan]."),
        ("Mohon ditingkatkan", "netral",
         "Mohon ditingkatkan dengan [tindakan], terutama saat [peristiwa]."),
        # A greeting or a cheer shows nothing: what was seen is told beside it.
        ("Semangat ya", "positif", "Semangat ya. Saat [peristiwa], Saudara sudah [kebaikan]."),
        ("Sudah dibaca", "netral", "Sudah dibaca. Saat [peristiwa], Saudara sudah [kebaikan]."),
    ],
)  # fmt: skip
def test_feedback_is_tied_to_an_occasion_by_what_it_says(
    said: str, tone: str, expected: str
) -> None:
    assert next(add_occasion(analyse_text(REVIEWER.pipeline, said), tone)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Data debit belum dikirim", "Data debit belum dikirim. Mohon data debit dikirim paling "
         "lambat [tanggal]."),
        ("Mohon ketelitian ditingkatkan", "Mohon ketelitian ditingkatkan dengan [tindakan] paling "
         "lambat [tanggal]."),
        # What is denied but is no act left undone is not asked for.
        ("Bukan bermaksud menyalahkan, laporannya keliru", "Bukan bermaksud menyalahkan, "
         "laporannya keliru. Ke depan, mohon [tindakan] paling lambat [tanggal]."),
    ],
)  # fmt: skip
def test_criticism_gets_the_request_it_lacks(said: str, expected: str) -> None:
    assert next(add_request(analyse_text(REVIEWER.pipeline, said))) == expected


def test_what_the_form_states_is_where_a_slot_begins() -> None:
    form = Form(
        tindak_lanjut=(TindakLanjut("Menyusun berita acara", "Memahami alur", "2025-11-05"),)
    )
    made = with_defaults(
        suggestion("Tersedia [bukti] dan [nilai] paling lambat [tanggal], lalu [tanggal]"),
        stated(analysed(form), f"{STEP}/indikator"),
    )
    assert [(s.name, s.type, s.default) for s in made.slots] == [
        ("bukti", "dokumen", "berita acara"),
        ("nilai", "angka", None),
        ("tanggal", "tanggal", "5 November 2025"),
        ("tanggal", "tanggal", None),
    ]
    assert filled(made).startswith("Tersedia berita acara dan 80 paling lambat 5 November 2025")


@pytest.mark.parametrize("due", [None, "", "akhir tahun", "2025-13-40"])
def test_a_deadline_that_is_no_date_is_no_default(due: str | None) -> None:
    form = Form(tindak_lanjut=(TindakLanjut("Bekerja", "Baik", due),))
    assert "tanggal" not in stated(analysed(form), f"{STEP}/indikator")


@pytest.mark.parametrize(
    ("made", "found"),
    [
        ("Tersusun [jumlah] resume tata cara pengisian paling lambat [tanggal]", ()),
        ("Penyusunan tata cara", ()),
        ("Tersusun 3 resume tata cara", ("3",)),
        ("Tersusun resume tata cara oleh Budi", ("budi",)),
        ("Sertifikat tata cara dari BNSP", ("bnsp",)),
    ],
)
def test_a_word_from_nowhere_is_seen(made: str, found: tuple[str, ...]) -> None:
    form = Form(topik="Menyusun tata cara pengisian")
    assert invented(suggestion(made), known_words(analysed(form))) == found


def _corpus() -> list[Form]:
    """Every form and every twelfth item of train and dev."""
    forms = []
    for name in ("indikator", "hasil", "topik", "rtl", "umpan_balik"):
        rows = [r for r in read(name) if split_of(r.data["group"]) != "test"][::12]
        for row in rows:
            form = Form(umpan_balik=(UmpanBalik(row.data["context"].get("ikon") or "netral"),))
            forms.append(with_value(form, pointer_of(name), row.data["text"]))  # type: ignore[arg-type]
    return forms


CORPUS = _corpus()


def _check(form: Form) -> None:
    answer = review(REVIEWER, form)
    known = known_words(analysed(form))
    for finding in answer.findings:
        if finding.rule in ("EJAAN", "DATA_PRIBADI"):
            continue
        for made in finding.suggestions:
            if finding.pointer.endswith("/ikon") and made.pointer is None:
                continue
            raw = value_at(form, made.pointer or finding.pointer)
            with REVIEWER.pipeline.memory_zone():
                meant = corrected(raw, mistakes(analyse_text(REVIEWER.pipeline, raw)))
            assert invented(made, known | set(re.findall(r"\w+", meant.lower()))) == ()
            assert made.verified
            assert made.text[0] == made.text[0].upper()
            assert "  " not in made.text
            assert not re.search(r"\b(untuk|kepada|dan|yang|agar|dengan) \1\b", made.text)
            assert not re.search(r"\b(yang|agar|untuk|kepada|dan)[ .,]*$", made.text)
        assert len(finding.suggestions) <= 3
        assert len({made.text for made in finding.suggestions}) == len(finding.suggestions)


@pytest.mark.parametrize("start", range(8))
def test_nothing_is_invented_on_the_corpus(start: int) -> None:
    for form in CORPUS[start::8]:
        _check(form)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_nothing_is_invented_however_texts_are_mixed(data: st.DataObject) -> None:
    pick = [data.draw(st.sampled_from(CORPUS)) for _ in range(3)]
    raws = [raw for form in pick for raw in (form.topik, form.hasil) if raw] or ["Memahami SOP"]
    words = " ".join(raws).split()
    cut = data.draw(st.integers(1, max(1, len(words))))
    form = Form(
        pegawai=Pegawai(jabatan="Pengolah Data"),
        atasan=Atasan(),
        topik=" ".join(words[:cut]),
        tindak_lanjut=(TindakLanjut(raws[0], " ".join(words[cut - 1 :])),),
    )
    _check(form)
