"""A wrong label among clear ones is found, and told with what speaks against it."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from training import cli
from training.examples import Example
from training.suspects import suspects, write_suspects

CLEAR = {
    "TERUKUR": ("Tersusun {n} notula rapat", "Terkirim {n} surat", "Tercetak {n} peta sumur"),
    "TIDAK_TERUKUR": ("Memahami aturan baru", "Menambah wawasan staf", "Mampu bekerja lebih baik"),
}
NOUNS = "gudang embung kantor kebun bengkel dapur taman loket".split()


def clear() -> list[Example]:
    return [
        Example(
            f"{label}-{g}-{i}", f"g{g}", "", False, f"{text.format(n=g + 2)} {noun}", {}, (label,)
        )
        for g, noun in enumerate(NOUNS)
        for label, listed in CLEAR.items()
        for i, text in enumerate(listed)
    ]


@pytest.mark.parametrize("at", [0, 4, 20, 45])
def test_a_flipped_label_comes_first(at: int) -> None:
    found = clear()
    (right,) = found[at].labels
    (wrong,) = set(CLEAR) - {right}
    found[at] = replace(found[at], labels=(wrong,))
    first = suspects("terukur", found, found)[0]
    assert (first.id, first.given, first.said) == (found[at].id, wrong, right)
    assert first.confident
    assert first.probability < 0.5
    assert first.reasons


def test_clear_labels_are_no_suspects() -> None:
    assert suspects("terukur", clear(), clear()) == []


def test_only_the_asked_annotations_are_judged() -> None:
    found = clear()
    found[0] = replace(found[0], labels=("TIDAK_TERUKUR",))
    assert suspects("terukur", found, found[1:]) == []


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (lambda e: e.group in ("g0", "g1"), "2 kelompok"),
        (lambda e: e.labels == ("TERUKUR",), "tidak ada contoh berlabel TIDAK_TERUKUR"),
        (lambda e: e.labels == ("TERUKUR",) or e.group == "g0", "terlalu sedikit kelompok"),
    ],
)
def test_too_little_to_learn_from_is_said(kept, said: str) -> None:
    found = [example for example in clear() if kept(example)]
    with pytest.raises(ValueError, match=said):
        suspects("terukur", found, found)


def items() -> list[Example]:
    """Each item has its own word; no text shows two."""
    return [
        Example(f"b-{g}-{k}", f"g{g}", "", False, f"{word} di {noun}", {}, (str(k),))
        for g, noun in enumerate(NOUNS)
        for k, word in enumerate(
            "alfa bravo coklat delima empang fosil gamelan hulubalang indekos jerami kelapa "
            "lumbung mangkok nangka onde papaya rebung".split(),
            1,
        )
    ]


def test_an_item_left_out_is_found() -> None:
    found = items()
    found[20] = replace(found[20], labels=())
    first = suspects("butir", found, found)[0]
    assert (first.id, first.given, first.said) == (found[20].id, "bukan 4", "4")


def flipped(folder: Path) -> Path:
    path = folder / "anotasi.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("indikator", "terukur", "kelompok"))
        for number, one in enumerate(clear()):
            label = (
                "TERUKUR" if one.text.startswith("Memahami aturan baru loket") else one.labels[0]
            )
            writer.writerow((one.text, label, f"k{number % 8}"))
    return path


def commands() -> typer.Typer:
    app = typer.Typer()
    app.command()(cli.suspects)
    return app


@pytest.mark.parametrize("name", ["ragu.jsonl", "ragu.csv"])
def test_the_command_writes_what_it_found(name: str, tmp_path: Path) -> None:
    out = tmp_path / name
    asked = ["--data", str(flipped(tmp_path)), "--tanpa-korpus", "--most", "1", "-o", str(out)]
    ended = CliRunner().invoke(commands(), asked)
    assert ended.exit_code == 0, ended.output
    if name.endswith(".csv"):
        (row,) = csv.DictReader(out.open(newline=""))
        assert row["yakin"] == "ya"
    else:
        (row,) = map(json.loads, out.read_text("utf-8").splitlines())
        assert row["yakin"] is True
    assert row["teks"] == "Memahami aturan baru loket"
    assert (row["label"], row["menurut_model"]) == ("TERUKUR", "TIDAK_TERUKUR")


def test_the_command_shows_a_table(tmp_path: Path) -> None:
    ended = CliRunner().invoke(commands(), ["--data", str(flipped(tmp_path)), "--tanpa-korpus"])
    assert ended.exit_code == 0, ended.output
    assert "TERUKUR → TIDAK_TERUKUR" in " ".join(ended.output.replace("│", " ").split())


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--tanpa-korpus"], "memerlukan --data"),
        (["--task", "rapi"], "Tidak ada tugas rapi"),
        (["--data", "tidak-ada.csv"], "tidak-ada.csv"),
    ],
)
def test_what_cannot_be_done_is_said(asked: list[str], said: str) -> None:
    ended = CliRunner().invoke(commands(), asked)
    assert ended.exit_code == 2
    assert said in ended.output


def test_a_text_without_any_suspect_gives_an_empty_table(tmp_path: Path) -> None:
    write_suspects(tmp_path / "kosong.csv", [])
    assert (tmp_path / "kosong.csv").read_text().startswith("id,tugas,label")
