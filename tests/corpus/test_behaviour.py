"""Behavioural tests are data like any other: each broken line is named by place."""

import copy
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.check import check
from corpus.checklist import read_tests, texts_of
from corpus.rows import LABELS, BrokenFileError
from training.examples import SOURCES

MINIMUM: dict[str, Any] = {
    "id": "terukur-contoh",
    "task": "terukur",
    "kind": "minimum",
    "what": "Satu benda bukti sudah cukup.",
    "guideline": "1",
    "cases": [
        {"text": f"Gambar pintu air nomor {n}", "context": {}, "label": "TERUKUR"}
        for n in range(10)
    ],
}
DIRECTION: dict[str, Any] = {
    **MINIMUM,
    "id": "selesai-contoh",
    "task": "selesai",
    "kind": "direction",
    "guideline": "2",
    "cases": [
        {
            "text": f"Sumur {n} sudah dibor",
            "context": {"tahun": 2025},
            "changed": f"Sumur {n} sudah dibor tetapi kering",
            "label": "BERJALAN",
        }
        for n in range(8)
    ],
}


@pytest.fixture
def tests(folder: Path, write: Callable[..., Path]) -> Callable[..., Path]:
    """``tests(row, row)``: these lines as the only file of behavioural tests."""
    (folder / "behaviour").mkdir()
    return lambda *rows: write("behaviour/terukur", *rows)


def said(folder: Path) -> list[str]:
    return [str(fault) for fault in check(folder)[0] if fault.line and not fault.warning]


def with_case(row: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """The test with changes to its first case; None takes a key away."""
    changed = copy.deepcopy(row)
    case = changed["cases"][0] | changes
    changed["cases"][0] = {key: value for key, value in case.items() if value is not None}
    return changed


def test_sound_tests_are_silent(folder: Path, tests: Callable[..., Path]) -> None:
    tests(MINIMUM, DIRECTION)
    assert said(folder) == []


BROKEN: dict[str, tuple[Any, str]] = {
    "no JSON": ("{", "Baris ini bukan JSON yang sah (kolom 2)."),
    "key missing": (
        {key: value for key, value in DIRECTION.items() if key != "what"},
        "Kunci yang belum ada: what.",
    ),
    "task unknown": (
        DIRECTION | {"task": "butir"},
        'task: "butir" bukan salah satu dari terukur, konkret, selesai, masalah, kendali,'
        " rtl_spesifik, sentimen, arahan, umpan_balik_spesifik, konseling, sinkron.",
    ),
    "too few cases": (
        DIRECTION | {"cases": DIRECTION["cases"][:7]},
        "cases: Baru 7 isi; paling sedikit 8.",
    ),
    "label of another task": (
        with_case(DIRECTION, label="TERUKUR"),
        'cases[0].label: "TERUKUR" bukan salah satu dari SELESAI, BERJALAN.',
    ),
    "nothing expected": (
        with_case(DIRECTION, label=None),
        "cases[0]: Kunci yang belum ada: label.",
    ),
    "nothing changed": (
        with_case(DIRECTION, changed=None),
        "cases[0]: Kunci yang belum ada: changed.",
    ),
    "context of another field": (
        with_case(DIRECTION, context={"jabatan": "Juru Ukur"}),
        "cases[0].context: Kunci yang tidak dikenal: jabatan.",
    ),
    "id twice": (
        DIRECTION | {"id": "terukur-contoh"},
        "Id terukur-contoh sudah dipakai di {folder}/behaviour/terukur.jsonl:1.",
    ),
    "personal data": (
        with_case(DIRECTION, text="Sumur milik 0812-3456-7890 sudah dibor"),
        "Baris ini memuat data pribadi (nomor telepon).",
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_test_is_named(kind: str, folder: Path, tests: Callable[..., Path]) -> None:
    broken, sentence = BROKEN[kind]
    tests(MINIMUM, broken)
    expected = f"{folder}/behaviour/terukur.jsonl:2: {sentence}"
    assert said(folder) == [expected.format(folder=folder)]


def test_a_probability_that_must_not_fall_needs_no_label(
    folder: Path, tests: Callable[..., Path]
) -> None:
    tests(with_case(DIRECTION, label=None, not_less="BERJALAN"))
    assert said(folder) == []


COPY = "Gambar pintu air hulu terpasang di papan"


def test_a_copy_of_a_corpus_text_is_no_test(
    folder: Path, tests: Callable[..., Path], write: Any, item: Any
) -> None:
    write("indikator", item("indikator", 1, COPY))
    tests(with_case(MINIMUM, text=f"{COPY} itu"))
    assert said(folder) == [
        f"{folder}/behaviour/terukur.jsonl:1: Teks uji ini hampir sama dengan"
        f" {folder}/indikator.jsonl:1 (kemiripan 0,88)."
    ]


def test_a_copy_of_a_page_is_no_test(folder: Path, tests: Callable[..., Path]) -> None:
    (folder / "PEDOMAN.md").write_text(f"| {COPY} | TERUKUR | tampak |\n", "utf-8")
    tests(with_case(MINIMUM, text=COPY))
    assert said(folder) == [
        f"{folder}/behaviour/terukur.jsonl:1: Teks uji ini hampir sama dengan PEDOMAN.md:1"
        " (kemiripan 1,00)."
    ]


def test_no_broken_line_is_skipped(folder: Path, tests: Callable[..., Path]) -> None:
    tests(MINIMUM, "{")
    with pytest.raises(BrokenFileError, match=r"terukur\.jsonl:2"):
        read_tests(folder / "behaviour")


def test_a_folder_without_tests_is_named(folder: Path) -> None:
    with pytest.raises(FileNotFoundError, match="behaviour"):
        read_tests(folder / "behaviour")


def test_every_task_is_tested_on_both_sides_of_each_label() -> None:
    asked: dict[str, Counter[str]] = {}
    for row in read_tests():
        found = asked.setdefault(row.data["task"], Counter())
        found.update(case["label"] for case in row.data["cases"] if "label" in case)
    assert set(asked) == set(SOURCES) - {"butir"}
    for task, labels in asked.items():
        file, label = SOURCES[task]
        assert set(labels) == set(LABELS[file][label]), task


def test_a_changed_text_differs_or_its_context_does() -> None:
    for row in read_tests():
        for case in row.data["cases"]:
            same = case.get("changed") == case["text"]
            assert not same or case["changed_context"] != case["context"], row.data["id"]
        assert len(texts_of(row)) >= 8
