"""The review as a user meets it: order, primary findings, brackets, calls for help."""

from dataclasses import replace

import pytest

from nlp.finding import Triage
from nlp.form import Dialog, Form, Pegawai, TindakLanjut, UmpanBalik
from nlp.review import check_text, load_reviewer, models, review

REVIEWER = load_reviewer()
POOR = Form(
    topik="Telah dilaksanakan rapat",
    tindak_lanjut=(
        TindakLanjut("Menunggu penetapan pagu", "Memahami alur lelang"),
        TindakLanjut("", ""),
        TindakLanjut("Pimpinan menambah personel", "-"),
    ),
)
HELP = "Pegawai bercerita ingin bunuh diri"


def test_findings_come_in_the_order_to_mend_them() -> None:
    findings = review(REVIEWER, POOR).findings
    lifts = [finding.lift for finding in findings if finding.severity != "info"]
    assert lifts == sorted(lifts, reverse=True)
    assert findings[0].pointer == "/hasil"
    assert findings[-1].pointer != "/hasil"


def test_the_first_three_findings_are_primary_and_none_of_them_is_a_trifle() -> None:
    findings = review(REVIEWER, POOR).findings
    assert [finding.primary for finding in findings[:4]] == [True, True, True, False]
    assert {finding.severity for finding in findings if finding.primary} == {"error"}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("indikator", "Memahami [draft] SOP pelayanan"),
        ("indikator", "Memahami SOP pelayanan (2025)"),
        ("rtl", "Menunggu SK [bkn] terbit"),
        ("topik", "Telah dilaksanakan sosialisasi [siasn] di kantor"),
        ("indikator", "Memahami [] dan [[SOP]]"),
    ],
)
def test_the_brackets_of_the_employee_stay_text(field: str, text: str) -> None:
    for finding in check_text(REVIEWER, field, text, Form()).findings:
        for made in finding.suggestions:
            assert made.text.count("[") == made.text.count("]")
            assert made.text.count("(") == made.text.count(")")
            for slot in made.slots:
                assert made.text[slot.start : slot.end] == f"[{slot.name}]"


def test_a_suggestion_taken_over_unfilled_is_not_rewritten_again() -> None:
    text = "Memahami [jumlah] resume paling lambat [tanggal]"
    for finding in check_text(REVIEWER, "indikator", text, Form()).findings:
        assert finding.suggestions == ()


@pytest.mark.parametrize("field", ["topik", "hasil", "rtl", "indikator", "umpan_balik", "catatan"])
def test_a_call_for_help_is_seen_in_every_field_and_not_corrected(field: str) -> None:
    answer = check_text(REVIEWER, field, HELP, Form())
    assert answer.labels["konseling"].label == "RUJUKAN"
    assert 14 in answer.labels["konseling"].items
    assert all(finding.span is None for finding in answer.findings)


def test_a_form_with_a_call_for_help_gets_no_score_and_no_word_about_its_wording() -> None:
    form = Form(topik=HELP, hasil="Menjadi lebih baik", tindak_lanjut=POOR.tindak_lanjut)
    result = review(REVIEWER, form)
    assert result.triage.level == "rujukan"
    assert result.score is None
    assert result.grade is None
    assert set(result.aspects.values()) == {None}
    assert all(finding.span is None for finding in result.findings)


def test_a_form_that_asks_for_help_is_told_so_first_and_nothing_of_it_is_repeated() -> None:
    form = replace(
        POOR,
        topik=HELP,
        dialog=Dialog("2025-07-10", "Pegawai membentak rekan satu ruangan di depan tamu"),
    )
    result = review(REVIEWER, form)
    care = {f.rule: f for f in result.findings if f.rule.startswith("PERLU_")}
    assert care.keys() == {"PERLU_KONSELING", "PERLU_RUJUKAN_PROFESIONAL"}
    for finding in care.values():
        assert finding.primary
        assert finding.needs_review
        assert (finding.span, finding.quote, finding.evidence) == (None, None, ())
    assert "bunuh diri" not in " ".join(f.message + f.why for f in care.values())
    assert result.format is not None
    assert result.format.name == "A.4"


def test_the_format_for_counselling_names_the_items_and_leaves_everything_else_open() -> None:
    result = review(REVIEWER, Form(topik="Pegawai membentak rekan satu ruangan di depan tamu"))
    assert result.triage == Triage("konseling", (4,))
    assert result.format is not None
    assert result.format.name == "A.3"
    lines = {entry.label: entry for entry in result.format.entries}
    assert lines["Butir yang perlu dipastikan"].text == "4. kekerasan verbal"
    for entry in result.format.entries:
        for slot in entry.slots:
            assert entry.text[slot.start : slot.end] == f"[{slot.name}]"
    assert all(entry.slots for label, entry in lines.items() if not label.startswith("Butir"))


def test_a_form_that_shows_nothing_of_the_kind_gets_no_format() -> None:
    assert review(REVIEWER, POOR).format is None


@pytest.mark.parametrize("jenis", ["konseling", "rujukan"])
def test_other_kinds_of_form_are_triaged_too(jenis: str) -> None:
    assert review(REVIEWER, Form(jenis=jenis, topik=HELP)).triage.level == "rujukan"


def test_a_finished_topik_is_told_only_that_it_is_finished() -> None:
    rules = {f.rule for f in review(REVIEWER, POOR).findings if f.pointer == "/topik"}
    assert rules == {"TOPIK_SUDAH_SELESAI"}


@pytest.mark.parametrize(
    ("topik", "about"),
    [
        ("Sosialisasi tata tertib gudang", "sosialisasi tata tertib gudang"),
        ("Menyusun laporan debit bulanan", "laporan debit bulanan"),
        ("Terlaksananya pelayanan perizinan", "pelayanan perizinan"),
        ("Inventarisasi jaringan irigasi baru berjalan 80 persen", "jaringan irigasi?"),
        ("Mohon Bapak menambah petugas pintu air", "petugas pintu air"),
        ("PENGELOLAAN ARSIP KEPEGAWAIAN", "pengelolaan arsip kepegawaian"),
        ("Pelatihan Excel bagi petugas pos agar laporan lebih rapi", "pelatihan Excel bagi"),
    ],
)
def test_the_questions_are_about_the_topik_of_the_form(topik: str, about: str) -> None:
    answer = check_text(REVIEWER, "topik", topik, Form())
    found = next(f for f in answer.findings if f.rule == "TOPIK_BUKAN_MASALAH")
    assert len(found.questions) == 5
    assert about in found.questions[0]
    assert found.questions[0] in found.message
    assert all(question.endswith("?") for question in found.questions)


@pytest.mark.parametrize(
    ("own", "employee", "fires"),
    [
        ("kurang", None, True),
        (None, "sangat_kurang", True),
        ("baik", "butuh_perbaikan", False),
        (None, "baik", False),
        (None, None, False),
    ],
)
def test_the_predikat_nearest_to_the_feedback_asks_for_a_request(
    own: str | None, employee: str | None, fires: bool
) -> None:
    given = UmpanBalik("positif", "Buku debit terisi rapi, pertahankan", predikat=own)
    form = Form(pegawai=Pegawai(predikat=employee), umpan_balik=(given,))
    rules = {f.rule for f in review(REVIEWER, form).findings}
    assert ("FEEDBACK_TANPA_ARAHAN" in rules) == fires


def test_the_models_are_shown_without_their_probe_texts() -> None:
    assert not any("probes" in card for card in models(REVIEWER))


def test_work_about_the_matter_is_no_call_for_help() -> None:
    form = Form(topik="Sosialisasi pencegahan narkoba belum menjangkau pegawai lapangan")
    assert review(REVIEWER, form).triage.level == "none"


def test_the_jabatan_decides_who_is_outside() -> None:
    text = "Bendahara membayar honor narasumber"
    own = Form(pegawai=Pegawai(jabatan="Bendahara Pengeluaran"))
    assert check_text(REVIEWER, "rtl", text, own).labels["kendali"].label == "DALAM_KENDALI"
    assert check_text(REVIEWER, "rtl", text, Form()).labels["kendali"].label == "DI_LUAR_KENDALI"


def test_hints_are_never_among_the_first_to_mend() -> None:
    findings = review(REVIEWER, Form(topik="Resiko banjir yg blm dipetakan")).findings
    hints = [finding for finding in findings if finding.rule == "EJAAN"]
    assert len(hints) == 3
    assert not any(finding.primary for finding in hints)


def test_each_misspelt_word_is_mended_alone() -> None:
    findings = review(REVIEWER, Form(topik="Resiko banjir yg blm dipetakan")).findings
    assert [f.suggestions[0].text for f in findings if f.rule == "EJAAN"] == [
        "Risiko banjir yg blm dipetakan",
        "Resiko banjir yang blm dipetakan",
        "Resiko banjir yg belum dipetakan",
    ]


def test_a_dialog_that_is_still_to_come_earns_no_jp() -> None:
    dialog = Dialog("2025-07-10", "Akan dilakukan dialog pekan depan")
    found = review(REVIEWER, Form(dialog=dialog))
    assert "DIALOG_BELUM_DILAKUKAN" in found.jp.reasons
    assert 0 < (found.aspects["dialog"] or 0) < 100
