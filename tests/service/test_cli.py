"""The command ``cermat``: Indonesian, calm, and honest about what it could not read."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

import nlp.review
from service.cli import app
from service.schemas import EXAMPLES

GOOD = EXAMPLES["baik"]["value"]
run = CliRunner().invoke


@pytest.fixture
def write(tmp_path):
    def write(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return write


@pytest.mark.parametrize(
    "arguments", [[], ["--help"], ["review", "--help"], ["serve", "--help"], ["recap", "--help"]]
)
def test_help_is_indonesian(arguments):
    said = run(app, arguments)
    assert said.exit_code == 0
    assert "Pemakaian:" in said.output
    for english in (
        "Usage",
        "Options",
        "Commands",
        "Arguments",
        "Show this",
        "default",
        "required",
    ):
        assert english not in said.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["review"], "cermat review --help"),
        (["periksa"], "cermat --help"),
        (["review", "a.json", "b.json"], "cermat review --help"),
        (["review", "--cepat", "a.json"], "Pilihan --cepat tidak dikenal"),
        (["serve", "--port", "banyak"], "'--port'"),
    ],
)
def test_a_wrong_call_is_told_where_to_look(arguments, said):
    ended = run(app, arguments, prog_name="cermat")
    assert ended.exit_code == 2
    assert said in ended.output
    assert "Usage" not in ended.output


def test_a_review_is_printed_and_findings_are_no_failure(write):
    said = run(app, ["review", write("f.json", json.dumps(EXAMPLES["perlu_perbaikan"]["value"]))])
    assert said.exit_code == 0
    assert "BK-2025-0001" in said.stdout
    assert "Skor" in said.stdout
    assert "JP: belum berhak" in said.stdout
    assert said.stderr == ""


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(GOOD),
        json.dumps(GOOD, indent=2),
        json.dumps([GOOD]),
        "\n\n" + json.dumps(GOOD) + "\n\n",
        "\ufeff" + json.dumps(GOOD, indent=1),
    ],
)
def test_json_is_read_however_it_is_laid_out(write, content):
    for name in ("f.json", "f"):
        said = run(app, ["review", write(name, content), "-o", "-"])
        assert said.exit_code == 0
        assert json.loads(said.stdout)["form_id"] == GOOD["id"]


@pytest.mark.parametrize("name", ["f.jsonl", "f.ndjson", "f.txt"])
def test_jsonl_gives_a_review_a_line(write, tmp_path, name):
    out = tmp_path / "out.jsonl"
    lines = "\n".join(json.dumps({"id": str(number)}) for number in range(3))
    said = run(app, ["review", write(name, lines), "-o", str(out)])
    assert said.exit_code == 0
    assert [json.loads(line)["form_id"] for line in out.read_text().splitlines()] == list("012")
    assert "3 formulir diperiksa, 0 tidak terbaca." in said.stderr


def test_standard_input_is_a_dash():
    said = run(app, ["review", "-", "-o", "-"], input=json.dumps(GOOD))
    assert json.loads(said.stdout)["form_id"] == GOOD["id"]


def test_a_bad_line_is_named_and_the_rest_goes_on(write):
    path = write("f.jsonl", '{"id": "a"}\n\n{"topikk": 1}\n{rusak\n{"id": "b"}\n')
    said = run(app, ["review", path, "-o", "-"])
    assert said.exit_code == 2
    assert [json.loads(line)["form_id"] for line in said.stdout.splitlines()] == ["a", "b"]
    assert (
        f"{path}:3: /topikk: Ada kunci yang tidak dikenal; mungkin maksudnya “topik”."
        in said.stderr
    )
    assert f"{path}:4: JSON tidak sah di baris 4" in said.stderr


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("", ":1: Berkasnya kosong"),
        ('{\n "topik": "a",\n "jenis": "x"\n}', ":3: /jenis: Pilih salah satu"),
        (
            '{\n "tindak_lanjut": [\n  {},\n  {"rtll": 1}\n ]\n}',
            ":4: /tindak_lanjut/1/rtll: Ada kunci",
        ),
        ('[\n {},\n {"hasil": 1}\n]', ":3: /hasil: Isinya harus teks"),
        ('\n\n{\n "topik": "a"\n "hasil": "b"\n}', ":5: JSON tidak sah di baris 5"),
        ('\n{\n "topik": "a",\n "topik": "b"\n}', ":4: Ada kunci yang ditulis dua kali"),
        (b'{\n "topik": "\xff"\n}', ":2: Baris 2 bukan teks UTF-8"),
        ("[1]", ":1: Objek terluar: Isinya harus objek JSON"),
        ("topik,hasil\na,b\n", ":1: JSON tidak sah"),
        (b"PK\x03\x04\x00\xff", ":1: Baris 1 bukan teks UTF-8"),
    ],
)
def test_bad_input_is_told_by_file_line_and_what_to_do(write, content, place):
    path = write("f.json", content)
    said = run(app, ["review", path])
    assert said.exit_code == 2
    assert path + place in said.stderr
    assert "Traceback" not in said.output


def test_files_that_cannot_be_used_are_told(write, tmp_path):
    path = write("f.jsonl", "{}")
    for arguments, sentence in [
        ([str(tmp_path / "tiada.json")], "tidak dapat dibuka"),
        ([str(tmp_path)], "ini folder"),
        ([path, "-o", path], "menimpa berkas masukannya"),
        ([path, "-o", str(tmp_path / "tiada" / "x")], "tidak dapat ditulis"),
    ]:
        said = run(app, ["review", *arguments])
        assert said.exit_code == 2
        assert sentence in said.stderr


def test_our_own_fault_shows_no_text_and_no_trace(write, monkeypatch):
    def broken(*_: object) -> None:
        raise ValueError("rahasia")

    monkeypatch.setattr(nlp.review, "review", broken)
    said = run(app, ["review", write("f.json", '{"topik": "rahasia"}')])
    assert said.exit_code == 1
    assert "Terjadi galat yang tidak terduga (ValueError" in said.stderr
    assert "rahasia" not in said.output


def test_rules_are_listed_and_shown():
    listed = run(app, ["rules"])
    assert listed.exit_code == 0
    for page in nlp.review.catalogue():
        assert page.id in listed.stdout
        assert page.title.split()[0] in run(app, ["rules", page.id.lower()]).stdout


def test_an_unknown_rule_is_met_with_a_near_one():
    said = run(app, ["rules", "BELUM_DISETUJU"])
    assert said.exit_code == 2
    assert "Tidak ada aturan dengan id itu." in said.stderr


def test_a_taken_port_is_told(server):
    said = run(app, ["serve", "--port", str(server.port)])
    assert said.exit_code == 2
    assert "mungkin sedang dipakai" in said.stderr


def test_serve_says_one_line_and_ends_on_interrupt():
    command = [sys.executable, "-c", "from service.cli import app; app()", "serve", "--port=0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("cermat siap: buka http://127.0.0.1:")
        process.send_signal(2)
        assert process.stdout.read() == ""
    assert process.returncode in (0, 130)
