"""Blind sheet → filled sheet → merged → adjudicated; and nothing written when a line is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from corpus.blind import adjudicate, merge, sheet, write_lines
from corpus.check import check
from corpus.cli import app
from corpus.rows import BrokenFileError, read

TEXTS = ["Notula rapat", "Paham arsip", "Rapat berjalan baik", "Peta bidang tercetak"]
VAGUE = ["RTL_TIDAK_SPESIFIK", "/tindak_lanjut/1/rtl"]


def filled(path: Path, *lines: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def label(folder: Path, identity: str, key: str) -> dict[str, Any]:
    rows = read(identity.partition("-")[0], folder)
    found: dict[str, Any] = next(r.data for r in rows if r.data["id"] == identity)["labels"][key]
    return found


@pytest.fixture
def items(folder: Path, write: Any, item: Any) -> Path:
    write(
        "indikator",
        *(item("indikator", n, text, terukur="TERUKUR") for n, text in enumerate(TEXTS, 1)),
    )
    return folder


def test_the_sheet_is_blind_and_always_in_the_same_order(
    items: Path, write: Any, item: Any
) -> None:
    first = sheet("indikator", items)
    assert sorted(row["text"] for row in first) == sorted(TEXTS)
    assert all(set(row) == {"id", "text", "context"} for row in first)
    assert [row["text"] for row in first] != TEXTS
    rows = [row.data for row in read("indikator", items)]
    write("indikator", *reversed(rows), item("indikator", 9, "Daftar hadir"))
    assert [row for row in sheet("indikator", items) if not row["id"].endswith("09")] == first


def test_items_go_round(items: Path, tmp_path: Path) -> None:
    run = CliRunner()
    out = tmp_path / "lembar.jsonl"
    at = ["--folder", str(items)]
    assert run.invoke(app, ["blind", "indikator", str(out), *at]).exit_code == 0
    rows = records(out)
    for row in rows:
        row["labels"] = {
            "terukur": "TIDAK_TERUKUR" if row["id"].endswith(("02", "03")) else "TERUKUR"
        }
    filled(out, *rows)

    merged = run.invoke(app, ["merge", "indikator", str(out), *at])
    assert merged.exit_code == 0
    assert merged.output.startswith("4 baris berlabel kedua, 0 masih kosong, 2 selisih.")
    agreed = label(items, "indikator-a01-01", "terukur")
    assert (agreed["second"], agreed["gold"]) == ("TERUKUR", "TERUKUR")
    assert label(items, "indikator-a01-02", "terukur")["gold"] is None
    assert sheet("indikator", items) == []

    target = tmp_path / "lembar.selisih.jsonl"
    open_ones = records(target)
    assert {row["id"] for row in open_ones} == {"indikator-a01-02", "indikator-a01-03"}
    assert (open_ones[0]["writer"], open_ones[0]["second"]) == ("TERUKUR", "TIDAK_TERUKUR")
    open_ones[0] |= {"gold": "TIDAK_TERUKUR", "reason": "keadaan batin"}
    filled(target, *open_ones)
    decided = run.invoke(app, ["adjudicate", str(target), *at])
    assert (decided.exit_code, decided.output) == (0, "1 baris diputus, 1 belum.\n")
    now = label(items, open_ones[0]["id"], "terukur")
    assert now == {
        "writer": "TERUKUR",
        "second": "TIDAK_TERUKUR",
        "gold": "TIDAK_TERUKUR",
        "reason": "keadaan batin",
    }


def test_merging_again_changes_nothing(items: Path, tmp_path: Path) -> None:
    lines = [
        {"id": "indikator-a01-01", "labels": {"terukur": "TERUKUR"}},
        {"id": "indikator-a01-02", "labels": {"terukur": "TIDAK_TERUKUR"}},
    ]
    first = merge("indikator", filled(tmp_path / "l.jsonl", *lines), items)
    before = (items / "indikator.jsonl").read_bytes()
    assert merge("indikator", tmp_path / "l.jsonl", items) == first
    assert (items / "indikator.jsonl").read_bytes() == before
    assert first[0] == 2
    assert [row["id"] for row in first[2]] == ["indikator-a01-02"]


def test_other_lines_keep_their_bytes(items: Path, tmp_path: Path) -> None:
    path = items / "indikator.jsonl"
    spaced = path.read_text("utf-8").replace(
        '{"id": "indikator-a01-03"', '{ "id":"indikator-a01-03"'
    )
    path.write_text(spaced, "utf-8")
    merge(
        "indikator",
        filled(tmp_path / "l.jsonl", {"id": "indikator-a01-01", "labels": {"terukur": "TERUKUR"}}),
        items,
    )
    assert path.read_text("utf-8").splitlines()[1:] == spaced.splitlines()[1:]
    assert path.read_text("utf-8").endswith("}\n")


GIVEN = {"id": "indikator-a01-01", "labels": {"terukur": "TERUKUR"}}
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "unknown id": (GIVEN | {"id": "indikator-z99-01"}, "Id indikator-z99-01 tidak ada di"),
    "unknown key": (GIVEN | {"label": "TERUKUR"}, "Kunci yang tidak dikenal: label."),
    "another text": (GIVEN | {"text": "Notula"}, "Isi text berbeda dari isi indikator-a01-01"),
    "unknown value": (GIVEN | {"labels": {"terukur": "YA"}}, "Label terukur 'YA' bukan TERUKUR /"),
    "label missing": (GIVEN | {"labels": {}}, "Label yang diminta: terukur."),
    "label too many": (
        GIVEN | {"labels": {"terukur": "TERUKUR", "konkret": "KONKRET"}},
        "Label yang diminta: terukur.",
    ),
    "labelled otherwise before": (
        GIVEN | {"id": "indikator-a01-04"},
        "Butir indikator-a01-04 sudah berlabel kedua yang lain.",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_wrong_line_is_named_and_nothing_is_written(
    kind: str, items: Path, tmp_path: Path
) -> None:
    other = {"id": "indikator-a01-04", "labels": {"terukur": "TIDAK_TERUKUR"}}
    merge("indikator", filled(tmp_path / "0.jsonl", other), items)
    before = (items / "indikator.jsonl").read_bytes()
    line, sentence = REFUSED[kind]
    good = {"id": "indikator-a01-02", "labels": {"terukur": "TERUKUR"}}
    with pytest.raises(BrokenFileError) as caught:
        merge("indikator", filled(tmp_path / "l.jsonl", good, line), items)
    assert str(caught.value).startswith(f"{tmp_path}/l.jsonl:2: {sentence}")
    assert (items / "indikator.jsonl").read_bytes() == before


def test_an_id_twice_is_refused(items: Path, tmp_path: Path) -> None:
    with pytest.raises(BrokenFileError, match=r":2: Id indikator-a01-01 tertulis dua kali\."):
        merge("indikator", filled(tmp_path / "l.jsonl", GIVEN, GIVEN), items)


def test_blank_lines_are_counted(items: Path, tmp_path: Path) -> None:
    path = filled(tmp_path / "l.jsonl", *sheet("indikator", items)[:3])
    assert merge("indikator", path, items) == (0, 3, [])


def test_counselling_goes_round(folder: Path, write: Any, item: Any, tmp_path: Path) -> None:
    write(
        "konseling",
        item("konseling", 1, "Contoh satu", konseling="RUJUKAN", items=[17]),
        item("konseling", 2, "Contoh dua", konseling="RUJUKAN", items=[14]),
        item("konseling", 3, "Contoh tiga", konseling="NONE"),
    )
    lines = [
        {"id": f"konseling-a01-0{n}", "labels": {"konseling": level}, "items": items}
        for n, level, items in [(1, "RUJUKAN", [17]), (2, "RUJUKAN", [17, 14]), (3, "NONE", [])]
    ]
    done, _, open_ones = merge("konseling", filled(tmp_path / "l.jsonl", *lines), folder)
    assert (done, [row["id"] for row in open_ones]) == (3, ["konseling-a01-02"])
    assert label(folder, "konseling-a01-01", "konseling")["items"]["gold"] == [17]
    assert open_ones[0]["items"] == {"writer": [14], "second": [14, 17], "gold": None}

    open_ones[0] |= {"gold": "RUJUKAN", "reason": "keduanya tersurat"}
    path = filled(tmp_path / "s.jsonl", *open_ones)
    with pytest.raises(BrokenFileError, match="Nomor butir konseling"):
        adjudicate(path, folder)
    open_ones[0]["items"]["gold"] = [14, 17]
    assert adjudicate(filled(path, *open_ones), folder) == (1, 0)
    assert label(folder, "konseling-a01-02", "konseling")["items"]["gold"] == [14, 17]
    assert not [fault for fault in check(folder, complete=True)[0] if fault.line]

    wrong = lines[0] | {"items": [3]}
    with pytest.raises(BrokenFileError, match=r"Label RUJUKAN tidak cocok dengan butir \[3\]"):
        merge("konseling", filled(tmp_path / "w.jsonl", wrong), folder)


def test_forms_go_round(folder: Path, write: Any, form: Any, tmp_path: Path) -> None:
    write("forms", *(form(n, tuple(VAGUE)) for n in (1, 2, 3)))
    assert all(set(row) == {"id", "form"} for row in sheet("forms", folder))
    lines = [
        {"id": "forms-a01-1", "findings": [[*VAGUE, None]], "rating": 3},
        {"id": "forms-a01-2", "findings": [], "rating": 3},
        {"id": "forms-a01-3", "findings": [VAGUE], "rating": 4},
    ]
    done, blank, open_ones = merge("forms", filled(tmp_path / "l.jsonl", *lines), folder)
    assert (done, blank) == (3, 0)
    by_id = {row["id"]: row for row in open_ones}
    assert set(by_id) == {"forms-a01-2", "forms-a01-3"}
    assert by_id["forms-a01-2"]["findings"] == {
        "writer": [[*VAGUE, None]],
        "second": [],
        "gold": None,
    }
    assert by_id["forms-a01-3"]["rating"] == {"writer": 3, "second": 4, "gold": None}

    by_id["forms-a01-2"]["findings"]["gold"] = []
    by_id["forms-a01-3"]["rating"]["gold"] = 4
    for row in open_ones:
        row["reason"] = "langkahnya dapat dijadwalkan"
    assert adjudicate(filled(tmp_path / "s.jsonl", *open_ones), folder) == (2, 0)
    rows = {row.data["id"]: row.data for row in read("forms", folder)}
    assert rows["forms-a01-1"]["findings"]["gold"] == rows["forms-a01-1"]["findings"]["writer"]
    assert rows["forms-a01-1"]["rating"]["gold"] == 3
    assert rows["forms-a01-2"]["findings"]["gold"] == []
    assert rows["forms-a01-3"]["rating"]["gold"] == 4
    assert rows["forms-a01-3"]["reason"] == "langkahnya dapat dijadwalkan"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"findings": [["HASIL_TIDAK_KONKRET", "/topik"]], "rating": 3}, "tidak dapat menunjuk"),
        ({"findings": [["SALAH", "/topik"]], "rating": 3}, "Temuan ditulis"),
        ({"findings": "tidak ada", "rating": 3}, "Temuan ditulis"),
        ({"findings": [], "rating": 6}, r"Nilai formulir \(1–5\)"),
        ({"findings": []}, r"Nilai formulir \(1–5\)"),
        (
            {"findings": [["PERLU_RUJUKAN_PROFESIONAL", "/topik"]], "rating": 3},
            "tidak diberi nilai",
        ),
    ],
)
def test_a_wrong_form_line_is_refused(
    given: dict[str, Any], sentence: str, folder: Path, write: Any, form: Any, tmp_path: Path
) -> None:
    write("forms", form(1))
    with pytest.raises(BrokenFileError, match=sentence):
        merge("forms", filled(tmp_path / "l.jsonl", {"id": "forms-a01-1"} | given), folder)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ({"gold": "TERUKUR", "reason": "x"}, r"Label kedua indikator-a01-01 belum ada\."),
        ({"gold": "TERUKUR", "reason": ""}, r"Alasan putusan belum ada\."),
        ({"label": "konkret", "gold": "KONKRET", "reason": "x"}, r"Label yang ada: terukur\."),
        ({"task": "topic", "gold": "TERUKUR", "reason": "x"}, "Tidak ada berkas bernama topic"),
    ],
)
def test_a_wrong_decision_is_refused(
    line: dict[str, Any], sentence: str, items: Path, tmp_path: Path
) -> None:
    whole = {"task": "indikator", "id": "indikator-a01-01", "label": "terukur"} | line
    with pytest.raises(BrokenFileError, match=sentence):
        adjudicate(filled(tmp_path / "s.jsonl", whole), items)


def test_no_sheet_is_overwritten(items: Path, tmp_path: Path) -> None:
    out = tmp_path / "lembar.jsonl"
    write_lines(out, [{"id": 1}])
    run = CliRunner().invoke(app, ["blind", "indikator", str(out), "--folder", str(items)])
    assert (run.exit_code, run.stderr) == (2, f"{out}: berkas ini sudah ada; pilih nama lain.\n")
    assert records(out) == [{"id": 1}]


def test_ambiguous_items_are_not_annotated_again(items: Path) -> None:
    run = CliRunner().invoke(app, ["blind", "ambiguous", "x.jsonl", "--folder", str(items)])
    assert run.exit_code == 2
    assert "pedomannya yang dijawab dahulu" in run.stderr
