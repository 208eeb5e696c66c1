"""``cermat train`` and ``evaluate`` on a few annotations of one's own."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from corpus.rows import split_of
from training import cli
from training.kit import REPORT, train_bundle

ROWS = [
    (text.format(n=g + 2), label, f"k{g}")
    for g in range(16)
    for text, label in (
        ("Tersusun {n} notula rapat", "TERUKUR"),
        ("Tercetak {n} peta sumur", "TERUKUR"),
        ("Memahami aturan ke-{n}", "TIDAK_TERUKUR"),
        ("Mampu bekerja lebih baik pada hari {n}", "TIDAK_TERUKUR"),
    )
]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("anotasi") / "sendiri.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([("indikator", "terukur", "kelompok"), *ROWS])
    return path


def evaluate(*asked: str) -> str:
    app = typer.Typer()
    app.command()(cli.evaluate)
    ended = CliRunner().invoke(app, list(asked))
    assert ended.exit_code == 0, ended.output
    return ended.output


def test_a_bundle_gets_a_report_that_quotes_no_held_out_group(own: Path, tmp_path: Path) -> None:
    train_bundle([own], [], tmp_path, with_corpus=False)
    page = (tmp_path / REPORT).read_text("utf-8")
    kept = sum(split_of(group) != "test" for _, _, group in ROWS)
    assert 0 < kept < len(ROWS)
    assert f"{kept} teks dari" in page


@pytest.mark.parametrize("whole", [True, False])
def test_own_annotations_are_measured(own: Path, whole: bool) -> None:
    texts = sum(whole or split_of(group) == "test" for _, _, group in ROWS)
    said = evaluate("--data", str(own), *(["--semua"] if whole else []))
    assert f"| terukur | {texts} |" in said
    assert "| konkret |" not in said


def test_the_behaviour_table_is_printed(make_bundle: Callable[..., Path], tmp_path: Path) -> None:
    folder = make_bundle(tmp_path / "satu", "terukur")
    said = evaluate("--behaviour", "--models", str(folder))
    assert "| uji | tugas | jenis | gagal |" in said
    assert "makro-F1" not in said


def test_all_groups_are_asked_for_own_data_only() -> None:
    app = typer.Typer()
    app.command()(cli.evaluate)
    ended = CliRunner().invoke(app, ["--semua"])
    assert (ended.exit_code, "--data" in ended.output) == (2, True)
