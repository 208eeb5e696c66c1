"""The opening line: brief praise that is earned, or none."""

from dataclasses import replace

import pytest

from nlp.form import Dialog, Form, TindakLanjut
from nlp.praise import opening
from nlp.review import load_reviewer, review

REVIEWER = load_reviewer()
COMPLETE = Form(
    topik="Pencatatan debit di bendung masih sering terlambat",
    hasil="Buku debit bendung terisi lengkap sampai hari berjalan",
    tindak_lanjut=(
        TindakLanjut(
            "Mencatat debit tiga kali sehari", "Foto buku debit terkirim tiga kali sehari"
        ),
    ),
    dialog=Dialog("2025-07-10", "Dibahas penyebab keterlambatan dan jadwal pencatatan"),
    disetujui_atasan=True,
)


def said(form: Form) -> str:
    return review(REVIEWER, form).opening or ""


def test_what_has_full_points_is_praised() -> None:
    assert said(COMPLETE)
    assert said(replace(COMPLETE, hasil="Menjadi lebih baik")).startswith("Topik sudah menyebut")


@pytest.mark.parametrize(
    ("change", "praise"),
    [
        ({"topik": "Pelatihan"}, "topik sudah"),
        ({"hasil": "Menjadi lebih baik"}, "hasil yang diharapkan sudah"),
        ({"dialog": Dialog()}, "dialog sudah"),
        ({"topik": ""}, "semua bagian"),
        ({"disetujui_atasan": False}, "semua bagian"),
    ],
)
def test_what_has_not_is_not(change: dict[str, object], praise: str) -> None:
    assert praise not in said(replace(COMPLETE, **change)).lower()


@pytest.mark.parametrize(
    "form",
    [
        Form(),
        Form(topik="-", hasil="...", tindak_lanjut=(TindakLanjut("xxx", "n/a"),)),
        Form(topik="Pelatihan", hasil="Menjadi lebih baik"),
        replace(COMPLETE, jenis="konseling"),
        replace(COMPLETE, jenis="rujukan"),
        replace(COMPLETE, dialog=Dialog("2025-07-10", "Pegawai bercerita ingin bunuh diri")),
        replace(
            COMPLETE,
            dialog=Dialog("2025-07-10", "Pegawai membentak rekan satu ruangan di depan tamu"),
        ),
    ],
)
def test_nothing_good_or_something_grave_is_not_flattered(form: Form) -> None:
    assert review(REVIEWER, form).opening is None


def test_a_text_the_classifiers_doubt_is_not_praised() -> None:
    from nlp.analysis import analyse_form

    with REVIEWER.pipeline.memory_zone():
        analyzed = analyse_form(REVIEWER.pipeline, REVIEWER.models, COMPLETE)
        topik = analyzed.parts["/topik"]
        doubted = {**topik.labels, "masalah": replace(topik.labels["masalah"], abstain=True)}
        parts = {**analyzed.parts, "/topik": replace(topik, labels=doubted)}
        aspects = dict.fromkeys(
            "topik hasil rtl indikator sinkron dialog administrasi umpan_balik".split(), 100.0
        )
        line = opening(replace(analyzed, parts=parts), aspects)
    assert line is not None
    assert "topik" not in line.lower()
    assert "semua bagian" not in line
