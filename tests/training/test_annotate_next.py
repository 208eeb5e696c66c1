"""What to annotate next: doubtful forms first, no two alike, and never a label that nobody gave."""

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import typer
from openpyxl import Workbook
from typer.testing import CliRunner

from nlp.classifier.model import load_models
from training import cli
from training.annotate_next import annotate_next, label_studio_tasks, plain_rows, write_next
from training.sources import read_sources
from training.sources.unlabelled import Open, read_unlabelled

MODEL = replace(
    load_models()["terukur"],
    weights={"kata:peta": (4.0, -4.0), "kata:wawasan": (-4.0, 4.0), "kata:sumur": (1.0, -1.0)},
    bias=(0.0, 0.0),
)
"""A model that reads three words: what it doubts can be seen without running it."""
MODELS = {"terukur": MODEL}


def open_text(form: str, text: str, field: str = "indikator") -> Open:
    return Open(form, field, "", text, {})


def order(*found: Open, most: int = 9, **asked: Any) -> list[str]:
    return [one.form for one in annotate_next(found, MODELS, most, **asked)]


def test_the_most_doubtful_form_comes_first() -> None:
    found = open_text("yakin", "Peta"), open_text("bimbang", "Kolam"), open_text("agak", "Sumur")
    assert order(*found) == ["bimbang", "agak", "yakin"]
    assert order(*found, most=2) == ["bimbang", "agak"]


def test_a_form_counts_by_its_worst_and_its_average_text() -> None:
    mixed = open_text("campur", "Kolam ikan"), open_text("campur", "Peta")
    (one,) = annotate_next(mixed, MODELS, 1)
    assert one.greatest == pytest.approx(1.0)
    assert one.mean < one.doubt < one.greatest
    assert order(*mixed, open_text("penuh", "Pagar besi")) == ["penuh", "campur"]


def test_near_copies_do_not_fill_the_list() -> None:
    text = "Kolam ikan di belakang balai dikuras tiga kali dan airnya diganti"
    found = [open_text(str(n), f"{text} {n}") for n in range(5)]
    assert order(*found, open_text("lain", "Pagar besi")) == ["0", "lain"]


def test_only_the_asked_fields_are_judged() -> None:
    found = open_text("a", "Kolam"), open_text("b", "Kolam", "topik")
    assert order(*found, fields=["topik"]) == []
    assert order(*found, fields=["indikator"]) == ["a"]


FORM = {
    "id": "BK-1", "tahun": 2025, "triwulan": 3, "pegawai": {"jabatan": "Juru Ukur"},
    "topik": "Data sumur belum lengkap", "hasil": "-",
    "tindak_lanjut": [{"rtl": "Mengukur sumur", "indikator": "Peta sumur"}],
    "umpan_balik": [{"ikon": "positif", "teks": "Bagus"}],
}  # fmt: skip


@pytest.mark.parametrize("name", ["form.json", "forms.json", "form.jsonl"])
def test_forms_are_read_with_what_an_annotator_may_see(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(json.dumps([FORM] if name == "forms.json" else FORM))
    assert read_unlabelled(path) == [
        Open("BK-1", "topik", "/topik", FORM["topik"], {"tahun": 2025, "triwulan": 3}),
        Open("BK-1", "rtl", "/tindak_lanjut/0/rtl", "Mengukur sumur", {"jabatan": "Juru Ukur"}),
        Open("BK-1", "indikator", "/tindak_lanjut/0/indikator", "Peta sumur", {}),
        Open("BK-1", "umpan_balik", "/umpan_balik/0/teks", "Bagus", {"ikon": "positif"}),
    ]


ROWS = [("Nomor Formulir", "Topik", "Indikator Keberhasilan"), ("F1", "Sumur kering", "Peta")]


@pytest.mark.parametrize("name", ["tabel.csv", "tabel.xlsx", "tabel.jsonl"])
def test_tables_without_labels_are_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name.endswith("xlsx"):
        book = Workbook()
        for row in ROWS:
            book.active.append(row)
        book.save(path)
    elif name.endswith("csv"):
        with path.open("w", newline="") as file:
            csv.writer(file, delimiter=";").writerows(ROWS)
    else:
        path.write_text(json.dumps(dict(zip(*ROWS, strict=True))))
    assert read_unlabelled(path) == [
        Open("F1", "topik", "", "Sumur kering", {}), Open("F1", "indikator", "", "Peta", {})
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"tindak_lanjut": [{"langkah": "x"}]}', ":1: bukan formulir"),
        ('{"tindak_lanjut": []}\n{"topikk": "rahasia"}', ":2: bukan formulir"),
        ('{"dialog": {}}\n{"topik"', ":2: bukan formulir"),
        ('{"warna": "rahasia"}', "tidak memuat kolom"),
        ("", "kosong"),
    ],
)
def test_what_cannot_be_read_is_named_without_its_text(
    content: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "salah.jsonl"
    path.write_text(content)
    with pytest.raises(ValueError, match=said) as refused:
        read_unlabelled(path)
    assert str(path) in str(refused.value)
    assert "rahasia" not in str(refused.value)


def chosen() -> list[Any]:
    return annotate_next([open_text("F1", "Kolam ikan"), open_text("F2", "Sumur")], MODELS, 9)


def test_a_guess_never_becomes_a_label(tmp_path: Path) -> None:
    path = tmp_path / "berikut.jsonl"
    write_next(path, chosen())
    assert not any(read_sources([path]).examples.values())
    tasks = label_studio_tasks(chosen())
    for task in tasks:
        assert "predictions" not in task
        choice = {"choices": ["TERUKUR"]}
        task["annotations"] = [
            {"result": [{"from_name": "terukur", "to_name": "teks", "value": choice}]}
        ]
    path = tmp_path / "berikut.json"
    path.write_text(json.dumps(tasks))
    assert {e.labels for e in read_sources([path]).examples["terukur"]} == {("TERUKUR",)}


def test_filled_in_rows_are_training_data(tmp_path: Path) -> None:
    rows = [{**row, "terukur": "TIDAK_TERUKUR"} for row in plain_rows(chosen())]
    assert {"prelabel", "ragu", "penunjuk"} <= rows[0].keys()
    path = tmp_path / "terisi.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    found = read_sources([path]).examples
    assert [(e.group, e.text, e.labels) for e in found["terukur"]] == [
        ("F1", "Kolam ikan", ("TIDAK_TERUKUR",)),
        ("F2", "Sumur", ("TIDAK_TERUKUR",)),
    ]


def test_the_command(tmp_path: Path) -> None:
    app = typer.Typer()
    app.command()(cli.annotate_next)
    path, out = tmp_path / "form.json", tmp_path / "berikut.json"
    path.write_text(json.dumps(FORM))
    ended = CliRunner().invoke(app, [str(path), "--field", "rtl", "-o", str(out)])
    assert ended.exit_code == 0, ended.output
    assert "BK-1" in ended.output
    (task,) = json.loads(out.read_text("utf-8"))
    assert task["data"]["teks"] == "Mengukur sumur"
    assert {"prelabel_kendali", "prelabel_rtl_spesifik"} <= task["data"].keys()
    for asked, said in (([str(path), "--field", "warna"], "warna"), (["x.json"], "x.json")):
        ended = CliRunner().invoke(app, asked)
        assert (ended.exit_code, said in ended.output) == (2, True), ended.output
