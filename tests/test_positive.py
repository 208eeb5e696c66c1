"""Positive models: the file is what the command writes, and the nearest one is about the same."""

import itertools
import time
from collections.abc import Iterator

import pytest
from spacy.language import Language

from nlp.bundle import BUILT_IN
from nlp.form import Form, UmpanBalik
from nlp.morphology import analyse
from nlp.positive import FOLDER, ModelField, Positive, nearest, read_models, unit_kind
from nlp.review import Reviewer, check_text, load_reviewer, positive_models
from nlp.text import analyse_text
from training.positive import FIELDS, as_lines, positives

MODELS = {field: read_models(field) for field in FIELDS}


@pytest.fixture(scope="module")
def reviewer() -> Reviewer:
    return load_reviewer(BUILT_IN)


@pytest.fixture
def pipeline(reviewer: Reviewer) -> Iterator[Language]:
    with reviewer.pipeline.memory_zone():
        yield reviewer.pipeline


def ask(
    pipeline: Language, field: ModelField, text: str, unit: str = "", count: int = 5
) -> list[Positive]:
    return list(nearest(field, analyse_text(pipeline, text), unit, count))


@pytest.fixture(scope="module")
def written(reviewer: Reviewer) -> dict[ModelField, list[Positive]]:
    return positives(reviewer)


@pytest.mark.parametrize("field", FIELDS)
def test_the_file_is_what_the_command_writes(field, written):
    said = "Tulis ulang dengan: python -m training.positive"
    assert (FOLDER / f"{field}.jsonl").read_text("utf-8") == as_lines(written[field]), said


@pytest.mark.parametrize("field", FIELDS)
def test_there_are_models_to_choose_from(field):
    assert 100 <= len(MODELS[field]) <= 400
    assert len({model.text.lower() for model in MODELS[field]}) == len(MODELS[field])
    assert len({model.unit for model in MODELS[field]}) >= 15


@pytest.mark.parametrize("field", FIELDS)
def test_every_quote_of_a_reason_stands_in_its_text(field):
    for model in MODELS[field]:
        quotes = [part.partition("”")[0] for part in model.why.split("“")[1:]]
        assert quotes
        assert all(quote in model.text for quote in quotes), model.id
        assert model.why.endswith(".")


@pytest.mark.parametrize("field", FIELDS)
def test_no_rule_finds_anything_in_a_model(field, reviewer):
    for model in MODELS[field][::7]:
        given = (UmpanBalik("netral", model.text),) if field == "umpan_balik" else ()
        assert check_text(reviewer, field, model.text, Form(umpan_balik=given)).findings == ()


def test_no_model_comes_from_the_test_split():
    from corpus.rows import read, split_of

    kept = {
        row.data["id"]
        for name in (*FIELDS, "forms")
        for row in read(name)
        if split_of(row.data["group"]) == "test"
    }
    shown = {model.id.partition("/")[0] for models in MODELS.values() for model in models}
    assert not shown & kept


@pytest.mark.parametrize(
    ("field", "text", "act", "about"),
    [
        ("rtl", "Menyusun surat", "susun", "surat"),
        ("rtl", "Penyusunan modul pelatihan", "susun", "modul"),
        ("rtl", "Belajar membaca grafik", "ajar", ""),
        ("rtl", "Mengikuti bimtek aplikasi", "ikut", ""),
        ("rtl", "Mengunggah berkas", "unggah", "berkas"),
        ("indikator", "Undangan dikirim ke peserta", "kirim", "undang"),
        ("indikator", "Surat diterbitkan", "terbit", ""),
        ("hasil", "Tersusunnya tabel", "susun", "tabel"),
        ("topik", "Laporan terlambat dikirim", "lambat", "lapor"),
    ],
)
def test_the_first_model_does_the_same(pipeline, field, text, act, about):
    first = ask(pipeline, field, text)[0]
    roots = {analyse(word.strip(".,;:").lower()).root for word in first.text.split()}
    assert act in roots, first.text
    assert not about or about in roots, first.text


@pytest.mark.parametrize(
    ("field", "text", "about"),
    [
        ("topik", "Penyerapan anggaran", "anggar"),
        ("topik", "Pegawai dan SKP", "skp"),
        ("indikator", "Memahami berita acara", "acara"),
        ("hasil", "Pengelolaan laporan menjadi lebih baik", "lapor"),
        ("umpan_balik", "Peta kurang bagus", "peta"),
    ],
)
def test_a_faulty_text_finds_a_model_of_its_own_subject(pipeline, field, text, about):
    first = ask(pipeline, field, text)[0]
    assert about in {analyse(word.strip(".,;:").lower()).root for word in first.text.split()}


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("text", ["", "Laporan", "Menyusun laporan kegiatan tiap bulan", "🙂 …"])
def test_models_differ_in_their_opening_and_come_in_one_order(pipeline, field, text):
    found = ask(pipeline, field, text, count=10)
    assert len(found) == 10
    openings = [tuple(model.text.lower().split()[:2]) for model in found]
    assert len(set(openings)) == 10
    assert found == ask(pipeline, field, text, count=10)
    assert found[:3] == ask(pipeline, field, text, count=3)


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("Balai Besar Wilayah Sungai Citarum", "sungai"),
        ("BBPJN Jawa Tengah–DIY", "jalan"),
        ("Satker Pelaksanaan Jalan Nasional Wilayah I", "jalan"),
        ("Bagian Keuangan dan BMN", "keuangan"),
        ("Balai Jasa Konstruksi Wilayah III", "konstruksi"),
        ("Balai Air Tanah", "irigasi"),
        ("PUSDATIN", "informasi"),
        ("Seksi Sungaian", ""),
        ("", ""),
    ],
)
def test_a_units_name_tells_its_kind(unit, kind):
    assert unit_kind(unit) == kind


def test_a_unit_decides_where_nothing_else_does(pipeline):
    for unit, field in itertools.product(("jalan", "keuangan"), FIELDS):
        found = ask(pipeline, field, "", unit, count=3)
        assert [model.unit for model in found] == [unit] * 3


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Pegawai bercerita ingin bunuh diri", "rujukan"),
        ("Pegawai memukul rekan kerjanya di ruang rapat", "konseling"),
    ],
)
def test_a_call_for_help_gets_no_models(reviewer, field, text, level):
    found = positive_models(reviewer, field, text, "", 3)
    assert found.models == ()
    assert found.triage.level == level
    assert {finding.rule for finding in found.findings} <= {
        "PERLU_KONSELING",
        "PERLU_RUJUKAN_PROFESIONAL",
    }
    assert found.findings


def test_looking_up_is_quick(pipeline):
    text = analyse_text(pipeline, "Menyusun laporan hasil rapat dan mengirimkannya ke balai")
    nearest("indikator", text, "Balai Wilayah Sungai", 3)
    times = []
    for _ in range(50):
        started = time.perf_counter()
        nearest("indikator", text, "Balai Wilayah Sungai", 3)
        times.append(time.perf_counter() - started)
    assert min(times) < 0.003
