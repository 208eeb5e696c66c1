"""The runner says which cases fail, and finds a fault that was put there."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.checklist import read_tests
from nlp.classifier.model import load_models
from training.behaviour import Outcome, run, summary, table

FLAT = replace(
    load_models()["terukur"],
    labels=("TERUKUR", "TIDAK_TERUKUR"),
    weights={"kata:peta": (4.0, -4.0), "kata:wawasan": (-4.0, 4.0), "kata:rapi": (-1.0, 1.0)},
    bias=(0.0, 0.0),
    costs=(1.0, 1.0),
)
"""A model that reads three words: what it answers can be seen without running it."""


def written(folder: Path, kind: str, *cases: dict[str, Any]) -> Path:
    test = {"id": "uji-contoh", "task": "terukur", "kind": kind, "what": "…", "guideline": "1"}
    line = json.dumps({**test, "cases": [{"context": {}, **case} for case in cases]})
    (folder / "terukur.jsonl").write_text(f"{line}\n", "utf-8")
    return folder


KINDS: dict[str, tuple[list[dict[str, str]], tuple[int, ...]]] = {
    "minimum": (
        [
            {"text": "Peta sumur", "label": "TERUKUR"},
            {"text": "Wawasan", "label": "TERUKUR"},
            {"text": "Wawasan sumur", "label": "TIDAK_TERUKUR"},
            {"text": "Peta", "label": "TIDAK_TERUKUR"},
        ],
        (1, 3),
    ),
    "invariance": (
        [
            {"text": "Peta sumur", "changed": "PETA SUMUR"},
            {"text": "Peta sumur", "changed": "Wawasan sumur"},
            {"text": "Wawasan", "changed": "Wawasan baru"},
        ],
        (1,),
    ),
    "direction": (
        [
            {"text": "Wawasan", "changed": "Peta", "label": "TERUKUR"},
            {"text": "Peta", "changed": "Wawasan", "label": "TERUKUR"},
            {"text": "Peta", "changed": "Peta baru", "not_less": "TERUKUR"},
            {"text": "Sumur", "changed": "Sumur rapi", "not_less": "TERUKUR"},
            {"text": "Sumur", "changed": "Sumur rapi", "not_less": "TIDAK_TERUKUR"},
        ],
        (1, 3),
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_names_the_cases_that_fail(kind: str, tmp_path: Path) -> None:
    cases, failures = KINDS[kind]
    folder = written(tmp_path, kind, *cases)
    assert run({"terukur": FLAT}, folder) == [
        Outcome("uji-contoh", "terukur", kind, "…", len(cases), failures)
    ]


def test_a_changed_context_is_read(tmp_path: Path) -> None:
    blind = replace(
        FLAT, task="kendali", weights={"jabatan:kepala": (4.0, -4.0), "jabatan:juru": (-4.0, 4.0)}
    )
    test = {"id": "a-b", "task": "kendali", "kind": "invariance", "what": "…", "guideline": "4"}
    text = "Menghitung stok"
    case = {"text": text, "changed": text, "context": {"jabatan": "Kepala Balai"}}
    moved = case | {"changed_context": {"jabatan": "Juru Ukur"}}
    line = json.dumps({**test, "cases": [case, moved]})
    (tmp_path / "rtl.jsonl").write_text(line, "utf-8")
    (outcome,) = run({"kendali": blind}, tmp_path)
    assert outcome.failures == (1,)


def test_a_model_turned_upside_down_fails_what_the_committed_one_holds() -> None:
    model = load_models()["arahan"]
    turned = replace(
        model,
        weights={name: (b, a) for name, (a, b) in model.weights.items()},
        bias=model.bias[::-1],
    )
    for sound, broken in zip(run({"arahan": model}), run({"arahan": turned}), strict=True):
        if sound.kind == "minimum":
            every = set(range(sound.cases))
            assert set(broken.failures) == every - set(sound.failures)
        if sound.kind == "invariance":
            assert broken.failures == sound.failures


def test_every_committed_test_has_an_outcome() -> None:
    outcomes = run(load_models())
    assert [(o.id, o.cases) for o in outcomes] == [
        (row.data["id"], len(row.data["cases"])) for row in read_tests()
    ]


def test_a_task_without_a_model_is_left_out() -> None:
    assert {outcome.task for outcome in run({"masalah": load_models()["masalah"]})} == {"masalah"}


FOUND = [
    Outcome("a-satu", "terukur", "minimum", "Satu.", 10, ()),
    Outcome("a-dua", "terukur", "direction", "Dua.", 8, (0, 7)),
    Outcome("b-tiga", "konkret", "invariance", "Tiga.", 10, (3, 4, 5)),
]


def test_the_table_puts_the_worst_first() -> None:
    assert table(FOUND)[2:] == [
        "| b-tiga | konkret | invariance | 3/10 | Tiga. |",
        "| a-dua | terukur | direction | 2/8 | Dua. |",
        "| a-satu | terukur | minimum | 0/10 | Satu. |",
    ]


def test_the_summary_counts_tests_and_cases() -> None:
    assert summary(FOUND)[2:] == [
        "| terukur | 1/2 | 2/18 (11 %) |",
        "| konkret | 0/1 | 3/10 (30 %) |",
        "| semua | 1/3 | 5/28 (18 %) |",
    ]
