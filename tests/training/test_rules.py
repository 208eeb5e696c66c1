"""Rules measured on forms whose gold findings are known."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from corpus.rows import Row
from nlp.finding import Finding, Severity, Span
from nlp.measured import read_measured
from nlp.review import load_reviewer
from training import cli
from training.rule_files import snapshot, table, write_figures
from training.rules import Figures, Judged, RuleFigures, judge, measure

TOPIK, PLEA = "TOPIK_BUKAN_MASALAH", "PERMOHONAN_TERTULIS"


def finding(
    rule: str, pointer: str = "/topik", severity: Severity = "error", **more: object
) -> Finding:
    return Finding(rule, pointer, Span(0, 4), "kata", severity, "", "", "1", **more)  # type: ignore[arg-type]


JUDGED = [
    Judged("f1", frozenset({(TOPIK, "/topik")}), (finding(TOPIK, confidence=0.9),), 40.0, 2),
    Judged("f2", frozenset({(TOPIK, "/topik")}), (), 90.0, 4),
    Judged("f3", frozenset(), (finding(TOPIK, needs_review=True),), 60.0, 3),
    Judged("f4", frozenset(), (finding("EJAAN", severity="info"),), 100.0, 5),
    Judged("f5", frozenset({(PLEA, "/hasil")}), (finding(PLEA, "/topik", "warning"),), None, None),
]


def of(figures: Figures, rule: str) -> RuleFigures:
    return next(one for one in figures.rules if one.rule == rule)


def test_a_finding_is_right_where_gold_has_the_same_rule_at_the_same_pointer() -> None:
    figures = measure(JUDGED)
    topik = of(figures, TOPIK)
    assert (topik.support, topik.found, topik.doubted) == (2, 2, 1)
    assert (topik.precision.value, topik.recall.value, topik.f1.value) == (0.5, 0.5, 0.5)
    assert of(figures, PLEA).precision.value == 0
    assert of(figures, "DATA_PRIBADI").recall.value is None
    assert figures.all.f1.value == pytest.approx(2 / 6)
    assert figures.sure == 0.5


def test_findings_without_a_probability_are_counted_apart() -> None:
    topik = of(measure(JUDGED), TOPIK)
    assert (topik.unrated, topik.unrated_right) == (1, 0)


def test_intervals_hold_the_value() -> None:
    for one in measure(JUDGED).rules:
        for ratio in (one.precision, one.recall, one.f1):
            if ratio.value is not None and ratio.interval:
                assert ratio.interval[0] <= ratio.value <= ratio.interval[1]


def test_faultless_forms_and_ratings() -> None:
    figures = measure(JUDGED)
    assert (figures.faultless, figures.spared.value) == (2, 0.5)
    assert figures.rated == 4
    assert figures.spearman == pytest.approx(1.0)


def test_a_rule_the_corpus_does_not_annotate_is_not_in_the_table() -> None:
    lines = table(measure(JUDGED))
    assert not any(line.startswith("| EJAAN") for line in lines)
    assert sum(line.startswith(f"| {TOPIK} | 2 | 0.500 [") for line in lines) == 1


def test_no_forms_are_no_measurement() -> None:
    with pytest.raises(ValueError, match="formulir"):
        measure([])


def test_a_snapshot_line_names_the_place_and_quotes_nothing() -> None:
    assert snapshot(JUDGED[:1]) == [f"f1 /topik {TOPIK} error 0-4"]
    assert all("kata" not in line for line in snapshot(JUDGED))


def test_forms_are_judged_without_the_precision_lent_before() -> None:
    data = {
        "id": "f1",
        "form": {"topik": "Mohon Bapak menambah petugas pintu air"},
        "findings": {"gold": [{"rule": PLEA, "pointer": "/topik", "pair": None}]},
        "rating": {"gold": 2},
    }
    reviewer = load_reviewer()
    reviewer.precision[PLEA] = 0.5
    (judged,) = judge(reviewer, [Row("x", 1, data)])
    assert (PLEA, "/topik") in judged.gold
    assert [f.confidence for f in judged.findings if f.rule == PLEA] == [None]


def test_written_figures_are_read_by_the_catalogue(tmp_path: Path) -> None:
    rows = [Row("x", 1, {"id": "f", "form": {}, "findings": {"gold": []}})]
    many = [
        Judged(str(n), frozenset({(PLEA, "/topik")}), (finding(PLEA),), n, n % 5) for n in range(20)
    ]
    parts = {"test": (measure(JUDGED), rows), "train_dev": (measure(many), rows)}
    path = tmp_path / "ukuran.json"
    write_figures(parts, [TOPIK, PLEA, "EJAAN"], "v1", "2026-01-02", path)
    plea = read_measured(PLEA, path)
    assert plea.test is not None
    assert (plea.test.support, plea.test.forms) == (1, 5)
    assert plea.confidence == pytest.approx(21 / 22, abs=1e-4)
    assert read_measured(TOPIK, path).confidence is None
    assert json.loads(path.read_text("utf-8"))["rules"]["EJAAN"] is None


def test_writing_and_snapshots_are_for_rules() -> None:
    app = typer.Typer()
    app.command()(cli.evaluate)
    ended = CliRunner().invoke(app, ["--write"])
    assert (ended.exit_code, "--rules" in ended.output) == (2, True)
