"""Laws of the score: earned, bounded, and never lower for a mended fault."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.analysis import analyse_form
from nlp.finding import Finding, Severity, Span
from nlp.form import Dialog, Form, Pegawai, TindakLanjut, UmpanBalik, with_value
from nlp.review import load_reviewer, review
from nlp.rewriting import filled
from nlp.scoring import lifts

REVIEWER = load_reviewer()

TOPICS = [
    "",
    "-",
    "Pegawai membentak rekan di depan tamu",
    "Telah dilaksanakan rapat",
    "Pencatatan debit sering terlambat",
    "Pelatihan",
]
STEPS = [
    "",
    "Meningkatkan kinerja",
    "Menunggu pagu",
    "Menyusun draf surat",
    "Setiap bagian menyusun SOP",
    "x",
]
MEASURES = ["", "...", "Memahami SOP", "Draf surat terkirim", "Disiplin", "2 laporan tersusun"]
FEEDBACK = [
    "",
    "OK",
    "Tidak mau bertindak proaktif",
    "Bagus sekali",
    "Sering terlambat",
    "Rapi, namun sering terlambat",
]

steps = st.builds(
    TindakLanjut,
    st.sampled_from(STEPS),
    st.sampled_from(MEASURES),
    selesai=st.booleans(),
    disetujui=st.booleans(),
)
feedback = st.builds(
    UmpanBalik, st.sampled_from(["positif", "netral", "negatif"]), st.sampled_from(FEEDBACK)
)
forms = st.builds(
    Form,
    pegawai=st.builds(Pegawai, jabatan=st.sampled_from([None, "Bendahara", "Kepala Seksi"])),
    topik=st.sampled_from(TOPICS) | st.text(max_size=60),
    hasil=st.sampled_from(["", "Buku debit terisi lengkap", "Menjadi lebih baik"]),
    tindak_lanjut=st.lists(steps, max_size=4).map(tuple),
    dialog=st.builds(
        Dialog, st.sampled_from([None, "2025-07-10"]), st.sampled_from([None, "Dibahas jadwal"])
    ),
    disetujui_atasan=st.booleans(),
    umpan_balik=st.lists(feedback, max_size=2).map(tuple),
)
laws = settings(max_examples=80, deadline=None)


@laws
@given(forms)
def test_score_and_aspects_stay_between_0_and_100(form: Form) -> None:
    result = review(REVIEWER, form)
    values = [result.score, *result.aspects.values()]
    assert all(value is None or 0 <= value <= 100 for value in values)


def test_an_empty_form_earns_nothing() -> None:
    result = review(REVIEWER, Form())
    assert result.score == 0
    assert result.grade == "belum_sesuai"
    assert not result.jp.eligible


@laws
@given(forms)
def test_a_mended_fault_never_lowers_the_score(form: Form) -> None:
    before = review(REVIEWER, form)
    for finding in before.findings:
        for made in finding.suggestions[:1]:
            mended = with_value(form, made.pointer or finding.pointer, filled(made))
            after = review(REVIEWER, mended)
            assert after.score >= before.score
            assert len(after.findings) < len(before.findings)


@laws
@given(forms, st.data())
def test_filling_an_empty_field_never_lowers_the_score(form: Form, data: st.DataObject) -> None:
    before = review(REVIEWER, form)
    missing = [f for f in before.findings if f.rule in ("FORM_TIDAK_LENGKAP", "INDIKATOR_KURANG")]
    for finding in missing:
        if finding.pointer == "/tindak_lanjut":
            continue
        text = data.draw(st.sampled_from(["Draf surat terkirim", "Memahami SOP", "Menunggu pagu"]))
        assert review(REVIEWER, with_value(form, finding.pointer, text)).score >= before.score


@laws
@given(forms, st.randoms(use_true_random=False))
def test_the_order_of_rtl_does_not_matter(form: Form, random: object) -> None:
    shuffled = list(form.tindak_lanjut)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other = review(REVIEWER, replace(form, tindak_lanjut=tuple(shuffled)))
    first = review(REVIEWER, form)
    assert other.score == first.score
    assert other.aspects == first.aspects
    assert sorted(f.rule for f in other.findings) == sorted(f.rule for f in first.findings)


@laws
@given(forms)
def test_the_same_form_gets_the_same_answer(form: Form) -> None:
    assert review(REVIEWER, form) == review(REVIEWER, form)


@pytest.mark.parametrize(
    ("change", "aspect"),
    [
        ({"topik": "Pelatihan"}, "topik"),
        ({"hasil": "Menjadi lebih baik"}, "hasil"),
        ({"tindak_lanjut": (TindakLanjut("Lebih giat", "Foto buku debit"),)}, "rtl"),
        ({"umpan_balik": (UmpanBalik("positif", "Bagus"),)}, "umpan_balik"),
        ({"umpan_balik": (UmpanBalik("negatif", "Laporan sering keliru"),)}, "umpan_balik"),
    ],
)
def test_a_fault_costs_its_own_aspect_only(change: dict[str, object], aspect: str) -> None:
    parts = review(REVIEWER, replace(COMPLETE, **change)).aspects
    assert [name for name, value in parts.items() if value not in (100, None)] == [aspect]


def test_what_asks_for_counselling_costs_nothing() -> None:
    said = Dialog("2025-07-10", "Pegawai membentak rekan satu ruangan di depan tamu")
    result = review(REVIEWER, replace(COMPLETE, dialog=said))
    assert "PERLU_KONSELING" in {finding.rule for finding in result.findings}
    assert result.score == review(REVIEWER, COMPLETE).score


@pytest.mark.parametrize("jenis", ["konseling", "rujukan"])
def test_other_kinds_of_form_are_not_scored(jenis: str) -> None:
    result = review(REVIEWER, Form(jenis=jenis, topik="Telah dilaksanakan rapat"))
    assert result.score is None
    assert result.grade is None
    assert set(result.aspects.values()) == {None}


COMPLETE = Form(
    topik="Pencatatan debit sering terlambat",
    hasil="Buku debit terisi lengkap",
    tindak_lanjut=(TindakLanjut("Mencatat debit", "Foto buku debit", selesai=True),),
    dialog=Dialog("2025-07-10", "Dibahas jadwal"),
    disetujui_atasan=True,
)


@pytest.mark.parametrize(
    ("change", "reasons"),
    [
        ({}, ()),
        ({"topik": "-"}, ("FORM_TIDAK_LENGKAP",)),
        ({"dialog": Dialog("2025-07-10", None)}, ("DIALOG_BELUM_DILAKUKAN",)),
        ({"disetujui_atasan": False}, ("BELUM_DISETUJUI",)),
        (
            {"tindak_lanjut": (TindakLanjut("Mencatat debit", "", selesai=True),)},
            ("INDIKATOR_KURANG",),
        ),
        (
            {"tindak_lanjut": (TindakLanjut("Mencatat debit", "Foto buku debit"),)},
            ("INDIKATOR_BELUM_SELESAI",),
        ),
        # Quality findings do not cost the hours (guideline 12).
        ({"topik": "Telah dilaksanakan rapat"}, ()),
    ],
)
def test_jp_names_what_is_missing(change: dict[str, object], reasons: tuple[str, ...]) -> None:
    hours = review(REVIEWER, replace(COMPLETE, **change)).jp
    assert hours.reasons == reasons
    assert hours.eligible == (not reasons)
    assert hours.hours == (0 if reasons else 2)


@pytest.mark.parametrize(
    "change",
    [
        {"topik": "Pelatihan"},
        {"topik": "-"},
        {"hasil": ""},
        {"hasil": "Menjadi lebih baik"},
        {"tindak_lanjut": (TindakLanjut("", "Foto buku debit"),)},
        {"tindak_lanjut": (TindakLanjut("Mencatat debit", "..."),)},
        {"tindak_lanjut": (TindakLanjut("Lebih giat", "Foto buku debit"),)},
        {"dialog": Dialog()},
        {"disetujui_atasan": False},
        {"umpan_balik": (UmpanBalik("positif", "Bagus"),)},
    ],
)
def test_the_lift_of_the_only_fault_is_all_that_is_missing(change: dict[str, object]) -> None:
    result = review(REVIEWER, replace(COMPLETE, **change))
    assert [f.lift for f in result.findings] == [pytest.approx(100 - (result.score or 0))]


@pytest.mark.parametrize(
    ("severities", "shares"),
    [
        (("error",), [12.0]),
        (("error", "error"), [6.0, 6.0]),
        (("error", "warning"), [6.0, 0.0]),
        (("warning", "warning", "warning"), [2.0, 2.0, 2.0]),
        (("info",), [0.0]),
    ],
)
def test_faults_at_one_place_share_its_lift_and_a_graver_one_hides_the_others(
    severities: tuple[Severity, ...], shares: list[float]
) -> None:
    full = replace(COMPLETE, umpan_balik=(UmpanBalik("positif", "Buku debit terisi rapi"),))
    with REVIEWER.pipeline.memory_zone():
        analyzed = analyse_form(REVIEWER.pipeline, REVIEWER.models, full)
        faults = [
            Finding(f"ATURAN_{n}", "/topik", Span(0, 10), "Pencatatan", severity, "", "", "2")
            for n, severity in enumerate(severities)
        ]
        found = lifts(analyzed, faults)
    # The topik earns 20 of 110 points; an error leaves it 40 %, a warning 70 %.
    assert found == pytest.approx([share / 1.1 for share in shares], abs=0.06)


@laws
@given(forms)
def test_no_mending_lifts_a_score_above_100(form: Form) -> None:
    result = review(REVIEWER, form)
    for finding in result.findings:
        if result.score is None:
            assert finding.lift is None
        else:
            assert 0 <= (finding.lift or 0) <= 100 - result.score + 0.05


def test_a_form_without_score_has_no_lifts() -> None:
    result = review(REVIEWER, Form(jenis="konseling"))
    assert {finding.lift for finding in result.findings} == {None}
