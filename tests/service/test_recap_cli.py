"""``cermat recap`` and copies in ``cermat review``: files in, tables and files out."""

import csv
import io
import json

import pytest
from rich.console import Console
from typer.testing import CliRunner

import nlp.review
from nlp.recap import Staff, recap, row_of
from service.cli import app
from service.recap.show import show_recap
from service.recap.staff import read_staff
from service.schemas import EXAMPLES, FormIn, to_form

run = CliRunner().invoke
TEXT = "Laporan debit dikirim lengkap setiap pekan"
FORMS = [
    {
        "id": f"F-{n}",
        "tahun": 2025,
        "triwulan": 3,
        "pegawai": {"nip": str(n), "unit_kerja": "=Arsip|[b]"},
        "topik": "Data debit terlambat dikirim",
        "tindak_lanjut": [{"rtl": "Menata arsip", "indikator": "Daftar arsip", "selesai": n > 1}],
        "umpan_balik": [{"ikon": "positif", "teks": TEXT}],
    }
    for n in range(4)
]
STAFF = """nip;Unit Kerja;Predikat;Pegawai baru;golongan
'0;=Arsip|[b];Baik;;III/a
7;=Arsip|[b];Sangat Kurang;ya;II/b
"""


@pytest.fixture
def write(tmp_path):
    def write(name: str, content: str) -> str:
        path = tmp_path / name
        path.write_text(content, "utf-8")
        return str(path)

    return write


@pytest.fixture
def forms(write):
    return write("f.jsonl", "\n".join(map(json.dumps, FORMS)))


def test_tables_are_printed(forms, write):
    said = run(app, ["recap", forms, "--pegawai", write("p.csv", STAFF)], env={"COLUMNS": "160"})
    assert said.exit_code == 0, said.output
    for words in ("Unit kerja", "=Arsip|[b]", "50 %", "2025 triwulan 3", "predikat di bawah baik",
                  "Umpan balik yang sama", "SE Menteri PUPR 8/2024"):  # fmt: skip
        assert words in said.stdout
    assert TEXT not in said.stdout
    assert said.stderr == ""


def test_json_is_the_answer_of_the_service(forms, write, tmp_path):
    out = tmp_path / "hasil.json"
    said = run(app, ["recap", forms, "--pegawai", write("p.csv", STAFF), "-o", str(out)])
    assert said.exit_code == 0
    assert "4 formulir direkap, 0 tidak terbaca; 2 pegawai, 0 tidak terbaca." in said.stderr
    answer = json.loads(out.read_text("utf-8"))
    assert answer["total"]["kuantitas"]["coached"] == 1
    assert answer["total"]["prioritas"]["missing"] == [{"pegawai": "7", "kind": "predikat"}]
    assert answer["total"]["indikator"] == {"total": 4, "completed": 2, "share": 0.5}
    assert answer["unlisted"] == 3


def test_csv_has_a_row_a_unit_and_runs_nothing(forms, tmp_path):
    out = tmp_path / "hasil.csv"
    assert run(app, ["recap", forms, "-o", str(out)]).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"))))
    assert [row["unit"] for row in rows] == ["Seluruhnya", "'=Arsip|[b]", "(tanpa nama unit)"]
    assert [row["formulir"] for row in rows] == ["4", "4", "4"]
    assert rows[0]["indikator_selesai"] == "2"


def test_markdown_has_every_table_and_obeys_nothing(forms, tmp_path):
    out = tmp_path / "hasil.md"
    assert run(app, ["recap", forms, "-o", str(out)]).exit_code == 0
    text = out.read_text("utf-8")
    assert "# Rekap pembinaan kinerja" in text
    assert r"| =Arsip\|\[b\] | 4 |" in text
    assert "| 4 | F-0, F-1, F-2, F-3 |" in text


def test_a_long_list_is_cut_and_says_so():
    staff = [Staff(id=f"P-{n:03}") for n in range(60)]
    out = io.StringIO()
    show_recap(recap([], staff), Console(file=out, width=120))
    assert "… dan 30 baris lagi" in out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("p.csv", "nama,unit\nA,B\n", ":1: Beri baris judul dengan kolom id atau nip."),
        ("p.csv", "", ":1: Beri baris judul"),
        ("p.csv", "nip,baru\n1,mungkin\n2,ya\n", ":2: /baru: Tulis ya atau tidak."),
        ("p.csv", "nip,predikat\n1,\n2,hebat\n", ":3: /predikat: Pilih salah satu"),
        ("p.csv", "nip,nama\n,Rahasia\n", ":2: Objek terluar: Isi id atau nip"),
        ("p.json", '[{"id": "1"}, {"nipp": "2"}]', ":1: /nipp: Ada kunci"),
        ("p.jsonl", '{"id": "1"}\n{', ":2: JSON tidak sah"),
    ],
)
def test_a_fault_of_the_staff_list_is_told_by_line(forms, write, name, content, said):
    path = write(name, content)
    ended = run(app, ["recap", forms, "--pegawai", path])
    assert ended.exit_code == 2
    assert path + said in ended.stderr
    assert "Rahasia" not in ended.output


def test_a_staff_list_is_read_from_each_kind_of_file(tmp_path):
    one = {"id": "1", "unit_kerja": "Arsip", "baru": True}
    contents = {
        "p.json": json.dumps([one]),
        "p.jsonl": json.dumps(one),
        "p.csv": "\ufeffID\tUnit\tBaru\n\n1\tArsip\tYa\n",
    }
    for name, content in contents.items():
        path = tmp_path / name
        path.write_text(content, "utf-8")
        found = [one for one in read_staff(path) if not isinstance(one, list)]
        assert [(s.id, s.unit_kerja, s.baru) for s in found] == [("1", "Arsip", True)]


def test_where_it_cannot_write_or_read_it_says_so(forms, tmp_path):
    for arguments, sentence in [
        (["--pegawai", str(tmp_path / "tiada.csv")], "daftar pegawai ini tidak dapat dibuka"),
        (["-o", str(tmp_path / "hasil.docx")], "akhiri nama berkasnya dengan .json, .csv, .md"),
        (["-o", str(tmp_path / "tiada" / "x.md")], "tidak dapat ditulis"),
    ]:
        said = run(app, ["recap", forms, *arguments])
        assert said.exit_code == 2
        assert sentence in said.stderr


def test_the_result_never_overwrites_what_was_read(write):
    forms, staff = write("f.json", "{}"), write("p.json", '[{"id": "1"}]')
    for taken in (forms, staff):
        said = run(app, ["recap", forms, "--pegawai", staff, "-o", taken])
        assert said.exit_code == 2
        assert "menimpa berkas masukannya" in said.stderr


def test_review_of_a_file_marks_every_copy_also_the_first(forms):
    said = run(app, ["review", forms, "-o", "-"])
    found = [json.loads(line)["findings"] for line in said.stdout.splitlines()]
    told = [[f["message"] for f in each if f["rule"] == "FEEDBACK_SALINAN"] for each in found]
    assert [len(each) for each in told] == [1, 1, 1, 1]
    assert "kepada 3 pegawai lain" in told[0][0]


def test_the_example_forms_give_the_same_recap_as_the_library():
    reviewer = nlp.review.load_reviewer()
    made = [to_form(FormIn.model_validate(each["value"])) for each in EXAMPLES.values()]
    rows = [row_of(form, nlp.review.review(reviewer, form), n) for n, form in enumerate(made, 1)]
    assert recap(rows, ()).total.kuantitas.forms == len(EXAMPLES)
