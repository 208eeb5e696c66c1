"""``cermat evaluate --rewrites``: which findings of the corpus get a proved suggestion."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from corpus.rows import LABELS, split_of
from nlp.review import load_reviewer
from training import cli
from training.rewrites import TARGETS, Share, placed, shares, table

GROUP = next(f"kelompok-{n}" for n in range(99) if split_of(f"kelompok-{n}") == "train")
HELD_OUT = next(f"kelompok-{n}" for n in range(99) if split_of(f"kelompok-{n}") == "test")
ROWS = {
    "indikator": [("Memahami SOP pengadaan", False, {}), ("Lancar", True, {})],
    "umpan_balik": [("Laporan debit sering terlambat dan keliru", False, {"ikon": "positif"})],
    "sinkron": [
        (
            "Menata foto pelantikan",
            False,
            {"pasangan": "topik-rtl", "sebelumnya": "Pompa air sering rusak"},
        )
    ],
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name in (*LABELS, "forms"):
        rows = [
            {"id": f"{name}-{n}", "group": group, "text": text, "hard": hard, "context": context}
            for n, (text, hard, context) in enumerate(ROWS.get(name, []))
            for group in (GROUP, HELD_OUT)
        ]
        if name == "forms":
            rows = [{"group": GROUP, "form": {"tindak_lanjut": [{"indikator": "Memahami SOP"}]}}]
        rows = rows or [{"group": HELD_OUT, "text": "Tidak dibaca", "hard": False, "context": {}}]
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (tmp_path / f"{name}.jsonl").write_text("".join(lines), "utf-8")
    return tmp_path


def test_items_stand_at_their_place_and_only_of_the_splits_asked_for(corpus: Path) -> None:
    found = list(placed(("train",), corpus))
    assert [pointer for _, pointer, _ in found] == [
        "/tindak_lanjut/0/indikator",
        "/tindak_lanjut/0/indikator",
        "/umpan_balik/0",
        "/tindak_lanjut/0/rtl",
        "",
    ]
    assert found[2][0].umpan_balik[0].ikon == "positif"
    assert found[3][0].topik == "Pompa air sering rusak"


def test_hard_items_are_counted_apart(corpus: Path) -> None:
    found, rejected = shares(load_reviewer(), ("train",), corpus)
    indikator = found["INDIKATOR_TIDAK_TERUKUR"]
    assert (indikator.found, indikator.hard_found) == (2, 1)
    assert indikator.mended == 2
    assert found["FEEDBACK_SALAH_IKON"].mended == 1
    assert rejected >= 0


def test_the_table_has_a_line_for_every_rule_with_a_target() -> None:
    lines = table({rule: Share(4, 3, 2, 0) for rule in TARGETS}, 7)
    assert len(lines) == len(TARGETS) + 4
    assert "| INDIKATOR_TIDAK_TERUKUR | 4 | 0.750 | 0.95 | 2 | 0.000 |" in lines
    assert lines[-1].startswith("7 rumusan")


def test_the_test_split_is_only_for_rewrites() -> None:
    app = typer.Typer()
    app.command()(cli.evaluate)
    ended = CliRunner().invoke(app, ["--test"])
    assert ended.exit_code == 2
    assert "--rewrites" in ended.output
