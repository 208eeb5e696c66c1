"""Bundles: sealed, checked before they count, promoted and taken back as a whole."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console
from typer.testing import CliRunner

from corpus.rows import FOLDER, LABELS, read, split_of
from nlp.analysis import StaleModelError
from nlp.bundle import (
    BUILT_IN,
    MINIMUM,
    Bundle,
    Case,
    MinimumTestError,
    check_bundle,
    complete,
    missed_cases,
    read_bundle,
    write_manifest,
)
from nlp.classifier.model import MANIFEST
from nlp.registry import ALIASES, champion, promote, read_aliases, resolve, rollback
from nlp.review import load_reviewer
from nlp.text import load_pipeline
from service.cli import app
from training.compare import compare
from training.examples import SOURCES, Example
from training.measure import macro_f1
from training.show import show_comparison
from training.train import write_minimum

PIPELINE = load_pipeline()
Make = Callable[..., Path]
run = CliRunner().invoke


@pytest.fixture(scope="module")
def built_in() -> Bundle:
    return read_bundle(BUILT_IN)


@pytest.fixture
def bundle(tmp_path: Path, make_bundle: Make) -> Path:
    return make_bundle(tmp_path / "himpunan", "terukur")


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_built_in_bundle_is_whole(built_in: Bundle) -> None:
    check_bundle(PIPELINE, built_in)
    assert set(built_in.models) == set(SOURCES)


@pytest.mark.parametrize("task", SOURCES)
def test_every_task_has_minimum_cases_on_every_side(built_in: Bundle, task: str) -> None:
    labels = [case.label for case in built_in.minimum if case.task == task]
    assert len(labels) >= 12
    if task != "butir":
        assert set(labels) == set(built_in.models[task].labels)


@pytest.mark.parametrize("name", [MINIMUM, "open.jsonl"])
def test_no_minimum_case_stands_in_the_test_split(name: str) -> None:
    rows = (row.data for file in LABELS for row in read(file))
    known = {row["text"].casefold() for row in rows if split_of(row["group"]) == "test"}
    lines = (FOLDER / "minimum" / name).read_text("utf-8").splitlines()
    assert not known & {json.loads(line)["text"].casefold() for line in lines}


def test_the_shipped_minimum_cases_are_those_of_the_corpus(tmp_path: Path) -> None:
    for task in SOURCES:
        (tmp_path / f"{task}.json").touch()
    write_minimum(tmp_path)
    assert (tmp_path / MINIMUM).read_bytes() == (BUILT_IN / MINIMUM).read_bytes()


def test_a_case_the_models_now_get_is_no_longer_open(built_in: Bundle) -> None:
    lines = (FOLDER / "minimum" / "open.jsonl").read_text("utf-8").splitlines()
    cases = tuple(Case(**json.loads(line)) for line in lines)
    mended = set(map(repr, cases)) - set(
        map(repr, missed_cases(PIPELINE, replace(built_in, minimum=cases)))
    )
    assert not mended, "move these to minimum.jsonl"


def test_the_same_files_have_the_same_version_and_reports_do_not_count(bundle: Path) -> None:
    version = read_bundle(bundle).version
    (bundle / "report.html").write_text("<p>laporan</p>")
    (bundle / "estimators").mkdir()
    (bundle / "estimators" / "terukur.joblib").write_bytes(b"x")
    assert write_manifest(bundle) == version
    case = {"task": "terukur", "text": "Notula", "context": {}, "label": "TERUKUR"}
    with (bundle / MINIMUM).open("a") as file:
        file.write(json.dumps(case) + "\n")
    assert write_manifest(bundle) != version


def _edit(name: str, old: str, new: str):
    def edit(folder: Path) -> None:
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def _sealed(*edits):
    def edit(folder: Path) -> None:
        for one in edits:
            one(folder)
        write_manifest(folder)

    return edit


def _without_minimum(folder: Path) -> None:
    (folder / MINIMUM).unlink()


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        (_edit("terukur.json", '"certain"', '"certain" '), "terukur.json"),
        (_edit(MINIMUM, "TERUKUR", "TIDAK_TERUKUR"), MINIMUM),
        (lambda folder: (folder / "terukur.json").unlink(), "terukur.json"),
        (_without_minimum, MINIMUM),
        (lambda folder: (folder / MANIFEST).unlink(), MANIFEST),
        (lambda folder: (folder / MANIFEST).write_text("[]"), MANIFEST),
        (_edit(MANIFEST, '"version": "', '"version": "0'), MANIFEST),
        (_edit(MANIFEST, '"terukur.json"', '"../terukur.json"'), MANIFEST),
        (lambda f: shutil.copy(BUILT_IN / "konkret.json", f / "konkret.json"), "konkret.json"),
        (_sealed(lambda f: (f / "terukur.json").rename(f / "lain.json")), "lain.json"),
        (_sealed(_edit("terukur.json", '"probes"', '"probe"')), "terukur.json"),
        (_sealed(_edit("terukur.json", '"bias": [', '"bias": [0.0,')), "terukur.json"),
        (_sealed(_edit("terukur.json", '"certain": ', '"certain": "x", "y": ')), "terukur.json"),
        (_sealed(_edit("terukur.json", '"bias": [', '"bias": ["x"], "y": [')), "terukur.json"),
        (_sealed(_edit(MINIMUM, '"terukur"', '"konkret"')), f"{MINIMUM}:1"),
        (_sealed(_edit(MINIMUM, '"label": "', '"label": "X')), f"{MINIMUM}:1"),
        (_sealed(_without_minimum), "belum ada kasus minimum untuk tugas terukur"),
    ],
)
def test_a_damaged_bundle_is_refused_by_name_and_changes_nothing(
    bundle: Path, tmp_path: Path, damage, named: str
) -> None:
    damage(bundle)
    with pytest.raises(ValueError, match=r"\.") as refused:
        promote(tmp_path / "r", bundle)
    assert named in str(refused.value)
    assert set(tree(tmp_path / "r")) <= {".kunci"}


def test_a_bundle_that_misses_a_minimum_case_is_refused_without_its_text(
    bundle: Path, tmp_path: Path
) -> None:
    text = "Memahami peraturan rahasia"
    case = {"task": "terukur", "text": text, "context": {}, "label": "TERUKUR"}
    with (bundle / MINIMUM).open("a") as file:
        file.write(json.dumps(case) + "\n")
    write_manifest(bundle)
    with pytest.raises(MinimumTestError, match="terukur 1 dari") as refused:
        promote(tmp_path / "r", bundle)
    assert "rahasia" not in str(refused.value)
    assert champion(tmp_path / "r") is None


def test_a_stale_bundle_is_refused(tmp_path: Path, make_bundle: Make) -> None:
    stale = make_bundle(tmp_path / "basi", "terukur", moved=1.0, probes=False)
    with pytest.raises(StaleModelError, match="terukur"):
        promote(tmp_path / "r", stale)


def test_promote_and_rollback_walk_the_history(tmp_path: Path, make_bundle: Make) -> None:
    root, folders = tmp_path / "r", []
    for number in range(2):
        folders.append(make_bundle(tmp_path / str(number), "terukur", moved=0.001 * (number + 1)))
    first, second = (read_bundle(folder).version for folder in folders)
    assert first != second
    assert champion(root) is None
    assert promote(root, folders[0]).changed
    assert promote(root, folders[1], "challenger").version == second
    assert read_aliases(root).champion == first
    assert promote(root, root / second).changed
    assert not promote(root, folders[1]).changed
    assert read_aliases(root).challenger is None
    assert champion(root) == root / second
    assert tree(root / second) == tree(folders[1])
    assert all(path.stat().st_mode & 0o222 == 0 for path in (root / second).iterdir())
    assert rollback(root) == first
    assert rollback(root) is None
    assert champion(root) is None
    with pytest.raises(ValueError, match="bawaan"):
        rollback(root)


def test_rollback_passes_over_what_is_no_longer_sound(tmp_path: Path, make_bundle: Make) -> None:
    root = tmp_path / "r"
    versions = [
        promote(root, make_bundle(tmp_path / str(n), "terukur", moved=0.001 * n)).version
        for n in (1, 2, 3)
    ]
    (root / versions[1] / "terukur.json").unlink()
    assert rollback(root) == versions[0]


def test_an_interrupted_promote_leaves_nothing_and_the_next_one_cleans_up(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "r"
    (root / ".baru-mati").mkdir(parents=True)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("nlp.registry._seal", stop)
        with pytest.raises(KeyboardInterrupt):
            promote(root, bundle)
    assert [path.name for path in root.iterdir()] == [".kunci"]
    with monkeypatch.context() as patched:
        patched.setattr("os.replace", stop)
        with pytest.raises(KeyboardInterrupt):
            promote(root, bundle)
    assert champion(root) is None
    assert promote(root, bundle).changed


def test_names_are_resolved(bundle: Path, tmp_path: Path) -> None:
    root = tmp_path / "r"
    assert resolve(root, "champion") == resolve(root, "bawaan") == BUILT_IN
    version = promote(root, bundle).version
    for name in ("champion", version, version[:5]):
        assert resolve(root, name) == root / version
    assert resolve(root, str(bundle)) == bundle
    for unknown in ("challenger", "zzz", "../tidak-ada", ".kunci"):
        with pytest.raises(ValueError, match="penantang" if unknown == "challenger" else unknown):
            resolve(root, unknown)


@pytest.mark.parametrize("content", ["", "[]", '{"champion": "../x"}', "{"])
def test_broken_aliases_are_named(tmp_path: Path, content: str) -> None:
    (tmp_path / ALIASES).write_text(content)
    with pytest.raises(ValueError, match=ALIASES):
        champion(tmp_path)


def test_the_reviewer_takes_the_champion_and_fills_what_it_lacks(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, built_in: Bundle
) -> None:
    monkeypatch.setenv("CERMAT_BUNDLES", str(tmp_path / "r"))
    assert load_reviewer().versions["bundle"] == built_in.version
    version = promote(tmp_path / "r", bundle).version
    reviewer = load_reviewer()
    assert reviewer.versions["bundle"] == version
    assert set(reviewer.models) == set(built_in.models)
    assert reviewer.models["terukur"] != built_in.models["terukur"]


def test_the_commands_say_what_they_did(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CERMAT_BUNDLES", str(tmp_path / "r"))
    version = read_bundle(bundle).version
    for arguments, code, said in (
        (["rollback"], 2, "model bawaan sedang dipakai"),
        (["promote", str(bundle)], 0, f"Versi {version} kini champion."),
        (["promote", version[:6]], 0, "sudah menjadi champion"),
        (["promote", "tidak-ada"], 2, "bukan folder dan bukan versi"),
        (["promote", str(tmp_path)], 2, MANIFEST),
        (["rollback"], 0, "Kembali ke model bawaan."),
    ):
        ended = run(app, arguments)
        assert (ended.exit_code, said in ended.output) == (code, True), (arguments, ended.output)


def _example(number: int, text: str, label: str) -> Example:
    return Example(str(number), f"g{number % 12}", "unit", number % 2 == 0, text, {}, (label,))


def test_compare_tells_a_worse_model_from_the_same_one(built_in: Bundle) -> None:
    texts = [
        _example(number, f"{text} {number}", label)
        for number in range(48)
        for text, label in [
            ("Laporan bulan ke-", "TERUKUR") if number % 3 else ("Memahami pasal", "TIDAK_TERUKUR")
        ]
    ]
    model = built_in.models["terukur"]
    turned = {name: tuple(-weight for weight in row) for name, row in model.weights.items()}
    other = replace(built_in, models={"terukur": replace(model, weights=turned)})
    (same,) = compare(built_in, built_in, _only("terukur", texts))
    assert same.difference == 0
    assert same.interval == (0, 0)
    assert same.p == 1
    assert "sama persis" in same.verdict
    (found,) = compare(built_in, other, _only("terukur", texts))
    assert found.difference < 0
    assert found.interval[1] < 0
    assert found.p < 0.001
    assert found.only_a > found.only_b
    assert "A lebih baik" in found.verdict
    assert {"sulit", "tidak sulit", "unit: unit"} <= {part.name for part in found.slices}


def test_a_comparison_is_read_as_a_table_with_a_sentence_a_task(built_in: Bundle) -> None:
    texts = [_example(n, "Notula rapat", "TERUKUR") for n in range(20)]
    found = compare(built_in, built_in, _only("terukur", texts))
    console = Console(record=True, width=100, file=StringIO())
    show_comparison(found, ("lama", "baru"), console)
    said = console.export_text()
    for part in ("A: lama", "B: baru", "terukur", "+0,000; +0,000", "sama persis", "McNemar"):
        assert part in said


def _only(task: str, texts: list[Example]):
    return lambda asked: texts if asked == task else []


def test_the_drawn_f1_is_the_macro_f1() -> None:
    from training.compare import _counts, _drawn_f1

    random = np.random.default_rng(0)
    truth, said = random.integers(0, 3, 90), random.integers(0, 3, 90)
    member = random.integers(0, 5, 90)
    drawn = _drawn_f1(np.ones((1, 5), dtype=int), _counts(truth, said, member, 5))
    assert drawn[0] == pytest.approx(macro_f1(truth, said))


def test_completing_takes_only_what_is_missing(bundle: Path, built_in: Bundle) -> None:
    own = read_bundle(bundle)
    whole = complete(own, built_in)
    assert whole.version == own.version
    assert whole.models == {**built_in.models, **own.models}
    assert len(whole.minimum) == len(built_in.minimum)
