"""The loader gives a DatasetDict with every row in the split of its group."""

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.rows import SPLITS, split_of

datasets = pytest.importorskip("datasets")

import corpus  # noqa: E402


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the loader must not open a connection")

    monkeypatch.setattr("socket.socket.connect", refuse)


def test_items(folder: Path, write: Any, item: Any) -> None:
    groups = [f"a{n:02}" for n in range(12)]
    second = {"selesai": "BERJALAN"}
    write("topik", *(item("topik", 1, f"Arsip {g}", group=g, second=second) for g in groups))
    loaded = corpus.load("topik", folder)
    assert isinstance(loaded, datasets.DatasetDict)
    assert tuple(loaded) == SPLITS
    assert sum(map(len, loaded.values())) == 12
    assert all(split_of(row["group"]) == split for split in SPLITS for row in loaded[split])
    row = loaded["train"][0]
    assert (row["selesai"], row["selesai_writer"], row["selesai_second"]) == ("BERJALAN",) * 3
    assert (row["masalah"], row["masalah_writer"]) == (None, "BUKAN_MASALAH")
    assert (row["tahun"], row["triwulan"], row["hard"]) == (2025, 2, False)
    assert loaded.cache_files == {split: [] for split in SPLITS}


def test_every_split_has_the_columns_even_when_empty(folder: Path, write: Any, item: Any) -> None:
    write("konseling", item("konseling", 1, "Contoh", konseling="RUJUKAN", items=[12, 17]))
    loaded = corpus.load("konseling", folder)
    assert len({tuple(loaded[split].column_names) for split in SPLITS}) == 1
    (row,) = [row for split in SPLITS for row in loaded[split]]
    assert (row["konseling_items"], row["konseling_items_writer"]) == (None, [12, 17])


def test_forms(folder: Path, write: Any, form: Any) -> None:
    decided = form(1, ("RTL_TIDAK_SPESIFIK", "/tindak_lanjut/1/rtl"))
    decided["findings"]["gold"] = decided["findings"]["writer"]
    write("forms", decided, form(2), form(3, form={"id": "BK-3", "topik": "Arsip"}))
    loaded = corpus.load("forms", folder)
    first, second, bare = (row for split in SPLITS for row in loaded[split])
    assert json.loads(first["form"]) == decided["form"]
    assert first["rtl"] == ["Memilah map pensiun per tahun", "Belajar lagi"]
    assert first["findings"] == decided["findings"]["gold"]
    assert first["rules"] == ["RTL_TIDAK_SPESIFIK"]
    assert (first["rating"], first["rating_writer"]) == (None, 3)
    assert (second["findings"], second["rules"]) == (None, None)
    assert (bare["topik"], bare["hasil"], bare["rtl"]) == ("Arsip", None, [])
    assert bare["jenis"] == "bimbingan"


def test_ambiguous(folder: Path, write: Any, item: Any) -> None:
    row = item("rtl", 1, "Contoh", task="rtl", question="siapa pelakunya?")
    del row["labels"]
    write("ambiguous", row)
    (found,) = [row for part in corpus.load("ambiguous", folder).values() for row in part]
    assert (found["task"], found["question"], found["context"]) == ("rtl", "siapa pelakunya?", "{}")


def test_an_unknown_name_lists_the_known(folder: Path) -> None:
    with pytest.raises(ValueError, match="yang ada: indikator, hasil, topik, rtl, umpan_balik"):
        corpus.load("topic")
    with pytest.raises(FileNotFoundError, match=r"rtl\.jsonl"):
        corpus.load("rtl", folder)
