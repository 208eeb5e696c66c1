"""Rows, their places, their splits; and that the tables in code and the schema agree."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.findings import PAIR_END, POINTERS
from corpus.rows import (
    CONTEXT,
    FOLDER,
    LABELS,
    SPLITS,
    BrokenFileError,
    form_texts,
    path_of,
    read,
    split_of,
)

DEFINITIONS = json.loads((FOLDER / "schema.json").read_text("utf-8"))["$defs"]
GROUPS = st.lists(st.from_regex(r"(indikator|forms)-[a-z][0-9]{2}", fullmatch=True), unique=True)


@given(GROUPS, GROUPS)
def test_adding_groups_moves_none(before: list[str], added: list[str]) -> None:
    split = {group: split_of(group) for group in before}
    grown = {group: split_of(group) for group in [*added, *before]}
    assert {group: grown[group] for group in before} == split
    assert set(grown.values()) <= set(SPLITS)


def test_the_splits_of_known_groups_stay() -> None:
    """A changed hash would move test items into training."""
    known = "train test train train test test train dev".split()
    assert [split_of(f"indikator-a0{n}") for n in range(1, 9)] == known


def test_the_splits_have_the_promised_shares() -> None:
    counts = [split_of(f"g{n}") for n in range(5000)]
    shares = {split: counts.count(split) / 5000 for split in SPLITS}
    assert shares == pytest.approx({"train": 0.60, "dev": 0.18, "test": 0.22}, abs=0.02)


def test_an_unknown_name_lists_the_known() -> None:
    with pytest.raises(ValueError, match=r"'topic'.*indikator, hasil, topik, rtl"):
        path_of("topic")


def test_reading_refuses_a_file_with_a_broken_line(write: Any, folder: Path) -> None:
    write("hasil", '{"id": 1}', "{", '{"id": 3}', "")
    with pytest.raises(BrokenFileError) as caught:
        read("hasil", folder)
    assert str(caught.value).splitlines() == [
        f"{folder}/hasil.jsonl:2: Baris ini bukan JSON yang sah (kolom 2).",
        f"{folder}/hasil.jsonl:4: Baris ini kosong.",
    ]


def test_a_line_that_is_not_utf_8(folder: Path) -> None:
    (folder / "hasil.jsonl").write_bytes(b'{"id": "\xff"}\n')
    with pytest.raises(BrokenFileError, match=r"hasil\.jsonl:1: Baris ini bukan UTF-8\."):
        read("hasil", folder)


def test_form_texts_follow_the_printed_order(form: Any) -> None:
    assert [pointer for pointer, _ in form_texts(form(1)["form"])] == [
        "/topik",
        "/hasil",
        "/tindak_lanjut/0/rtl",
        "/tindak_lanjut/0/indikator",
        "/tindak_lanjut/1/rtl",
        "/tindak_lanjut/1/indikator",
        "/dialog/catatan",
        "/umpan_balik/0/teks",
    ]
    assert list(form_texts({"id": "BK-2"})) == []


@pytest.mark.parametrize("name", LABELS)
def test_the_schema_knows_the_same_labels(name: str) -> None:
    definition = DEFINITIONS[name]["properties"]
    assert tuple(definition["labels"]["properties"]) == tuple(LABELS[name])
    for label, values in LABELS[name].items():
        sides = DEFINITIONS[f"label_{label}"]["properties"]
        assert tuple(sides["writer"]["enum"]) == values
        assert tuple(sides["second"]["enum"]) == tuple(sides["gold"]["enum"]) == (*values, None)
    assert tuple(DEFINITIONS[f"context_{name}"]["properties"]) == CONTEXT[name]


def test_the_schema_knows_the_same_rules() -> None:
    finding = DEFINITIONS["finding"]["properties"]
    assert set(finding["rule"]["enum"]) == set(POINTERS)
    assert set(finding["pair"]["enum"]) == {*PAIR_END, None}
