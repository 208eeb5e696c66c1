"""The rules' measured figures: one entry a rule, told in Indonesian, lent as confidence."""

import json
from pathlib import Path

import pytest

from corpus.findings import POINTERS
from nlp.measured import FILE, Measure, read_measured
from nlp.review import catalogue, load_reviewer

KEYS = {"precision", "recall", "support"}


def test_every_rule_of_the_catalogue_has_an_entry_of_the_same_shape() -> None:
    data = json.loads(FILE.read_text("utf-8"))
    assert data.keys() == {"measured_at", "bundle", "data_hash", "forms", "rules"}
    assert data["forms"].keys() == {"test", "train_dev"}
    assert data["rules"].keys() == {page.id for page in catalogue()}
    for rule, own in data["rules"].items():
        assert (own is None) == (rule not in POINTERS)
        if own is None:
            continue
        assert own.keys() == {"test", "train_dev", "confidence"}
        for part in ("test", "train_dev"):
            assert own[part].keys() == KEYS
            for share in ("precision", "recall"):
                assert own[part][share] is None or 0 <= own[part][share] <= 1
        assert own["confidence"] is None or 0 < own["confidence"] < 1


@pytest.fixture
def file(tmp_path: Path) -> Path:
    some = {"precision": 0.925, "recall": 1.0, "support": 37}
    few = {"precision": None, "recall": 0.0, "support": 3}
    none = {"precision": None, "recall": None, "support": 0}
    rules = {
        "A": {"test": some, "train_dev": some, "confidence": 0.9},
        "B": {"test": few, "train_dev": some, "confidence": None},
        "C": {"test": none, "train_dev": none, "confidence": None},
        "D": None,
    }
    data = {"measured_at": "2026-01-02", "forms": {"test": 70, "train_dev": 290}, "rules": rules}
    path = tmp_path / "ukuran.json"
    path.write_text(json.dumps(data), "utf-8")
    return path


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("A", "presisi 0,93, perolehan 1,00, n = 37, pada 70 formulir uji."),
        ("B", "presisi –, perolehan 0,00, n = 3, pada 70 formulir uji."),
        ("B", "masih mudah berubah"),
        ("C", "korpus tidak memuat kasusnya"),
        ("D", "korpus tidak menganotasi aturan ini"),
        ("ATURAN_BARU", "korpus tidak menganotasi aturan ini"),
    ],
)
def test_figures_are_told_with_what_they_stand_on(file: Path, rule: str, said: str) -> None:
    assert said in read_measured(rule, file).said


def test_figures_are_read(file: Path) -> None:
    own = read_measured("A", file)
    assert own.test == Measure(0.925, 1.0, 37, 70)
    assert (own.confidence, own.measured_at) == (0.9, "2026-01-02")


@pytest.mark.parametrize("content", ["", "[]", '{"rules": {"A": {"test": {}}}}'])
def test_a_broken_file_is_refused_with_what_to_do(tmp_path: Path, content: str) -> None:
    path = tmp_path / "ukuran.json"
    path.write_text(content, "utf-8")
    with pytest.raises(ValueError, match="cermat evaluate --rules --write"):
        read_measured("A", path)


def test_a_rule_without_probabilities_lends_its_precision() -> None:
    from nlp.form import Form
    from nlp.review import review

    reviewer = load_reviewer()
    form = Form(tindak_lanjut=(), topik="Mohon Bapak menambah petugas pintu air")
    found = next(f for f in review(reviewer, form).findings if f.rule == "PERMOHONAN_TERTULIS")
    assert found.confidence == reviewer.precision.get("PERMOHONAN_TERTULIS")
