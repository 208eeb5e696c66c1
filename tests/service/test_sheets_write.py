"""Reviewed workbooks and CSV: the user's file untouched, the right cells marked, nothing run."""

import csv
import hashlib
import io
import json
import signal
import subprocess
import sys
import time

import openpyxl
import pytest
from typer.testing import CliRunner

from nlp.finding import Finding, Jp, Review, Slot, Span, Suggestion, Triage
from service.cli import app
from service.output import whole_file
from service.reviewed import Entry, Reviewed, lines
from service.schemas import EXAMPLES, FormIn, to_form
from service.sheets.flat import TITLES, write_csv
from service.sheets.forms import NOT_COPIED
from service.sheets.read import read_workbook
from service.sheets.safe import MAX_CELL, cell_text, csv_text, sheet_title
from service.sheets.table import open_workbook
from service.sheets.write import FILLS, write_workbook
from service.summary import summarise

run = CliRunner().invoke
ATTACKS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1"]


def finding(pointer: str, **more: object) -> Finding:
    values: dict[str, object] = {
        "rule": "INDIKATOR_TIDAK_TERUKUR",
        "pointer": pointer,
        "span": Span(0, 8),
        "quote": "Memahami",
        "severity": "error",
        "message": "“Memahami” belum terukur.",
        "why": "Mengapa.",
        "guideline": "1",
        "suggestions": (Suggestion("Tersusun [jumlah]", (Slot("jumlah", 9, 17, "?", "1"),), True),),
    }
    return Finding(**{**values, **more})  # type: ignore[arg-type]


def reviewed(entry: Entry, *findings: Finding, level: str = "none") -> Reviewed:
    form = to_form(entry.form)
    return Reviewed(
        entry,
        form,
        Review(
            form.id, 72.5, "perlu_perbaikan", {}, findings, Jp(False, 0, ()), Triage(level)  # type: ignore[arg-type]
        ),
    )  # fmt: skip


def entry(**form: object) -> Entry:
    return Entry(FormIn.model_validate({"id": "BK-1", **form}))


@pytest.fixture
def original(tmp_path):
    """A workbook with a heading, a format, a formula, a comment, merges and a second sheet."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Data 'Q'"
    for row in (
        ["REKAP"],
        ["Nomor formulir", "Topik", "RTL", "Indikator", "Jumlah huruf"],
        ["A", "Data belum padan", "Menyusun data", "Memahami SOP", "=LEN(D3)"],
        [None, None, "Memaparkan data", None],
        ["B", "Data hilang", "Menyusun data", "1 data tersusun"],
    ):
        page.append(row)
    page.merge_cells("B3:B4")
    page["B3"].font = openpyxl.styles.Font(bold=True)
    page["D3"].comment = openpyxl.comments.Comment("catatan lama", "Ani")
    book.create_sheet("Lain")["A1"] = "tetap"
    path = tmp_path / "asal.xlsx"
    book.save(path)
    return path


def marked(original, tmp_path, *findings, level="none"):
    """The workbook after a review with these findings at its first form."""
    source = open_workbook(original)
    entries = [one for one in read_workbook(original, source) if isinstance(one, Entry)]
    every = [reviewed(entries[0], *findings, level=level), reviewed(entries[1])]
    path = tmp_path / "hasil.xlsx"
    write_workbook(path, every, summarise(every, {}), source)
    return openpyxl.load_workbook(path)


def test_the_original_is_untouched_and_its_copy_keeps_everything(original, tmp_path):
    before = hashlib.sha256(original.read_bytes()).hexdigest()
    book = marked(original, tmp_path, finding("/tindak_lanjut/0/indikator"))
    assert hashlib.sha256(original.read_bytes()).hexdigest() == before
    assert book.sheetnames == ["Data 'Q'", "Lain", "Ringkasan", "Rekap unit", "Temuan"]
    page = book["Data 'Q'"]
    assert page["E3"].value == "=LEN(D3)"
    assert page["B3"].font.bold
    assert str(page.merged_cells) == "B3:B4"
    assert book["Lain"]["A1"].value == "tetap"


def test_the_right_cells_are_marked_by_the_gravest_finding(original, tmp_path):
    book = marked(
        original,
        tmp_path,
        finding("/topik", severity="info", suggestions=()),
        finding("/tindak_lanjut/0/indikator", severity="warning", message="Ringan."),
        finding("/tindak_lanjut/0/indikator"),
        finding("/tindak_lanjut/1/indikator", severity="warning", span=None, quote=None),
        finding("/dialog"),
    )
    page = book["Data 'Q'"]
    fills = {
        cell.coordinate: cell.fill.fgColor.rgb[2:]
        for row in page.iter_rows()
        for cell in row
        if cell.fill.fill_type == "solid"
    }
    assert fills == {"B3": FILLS["info"], "D3": FILLS["error"], "D4": FILLS["warning"]}
    said = page["D3"].comment.text
    assert said.startswith("catatan lama")
    assert "Perlu diperbaiki: “Memahami” belum terukur.\nTulis misalnya: Tersusun [jumlah]" in said
    assert "Ringan." in said
    assert page["D5"].comment is None


def test_every_finding_has_a_row_that_links_to_its_cell(original, tmp_path):
    book = marked(
        original,
        tmp_path,
        finding("/tindak_lanjut/1/indikator", confidence=0.9),
        finding("/dialog"),
    )
    rows = list(book["Temuan"].iter_rows(min_row=2, max_col=11))
    assert [row[2].value for row in rows] == ["D4", "baris 3"]
    assert [row[2].hyperlink.location for row in rows] == ["'Data ''Q'''!D4", "'Data ''Q'''!A3"]
    assert [cell.value for cell in rows[0][3:]] == [
        "Indikator 2", "INDIKATOR_TIDAK_TERUKUR", "Perlu diperbaiki", "Memahami",
        "“Memahami” belum terukur.", "Tersusun [jumlah]", 0.9, "tidak",
    ]  # fmt: skip


def test_the_summary_counts_and_draws_and_units_are_compared(original, tmp_path):
    book = marked(original, tmp_path, finding("/topik"))
    facts = {row[0].value: row[1].value for row in book["Ringkasan"].iter_rows(max_col=2)}
    assert facts["Formulir diperiksa"] == 2
    assert facts["Rata-rata skor"] == 72.5
    assert facts["70–79"] == 2
    assert [cell.value for cell in book["Rekap unit"][2]][:4] == ["Tanpa unit kerja", 2, 72.5, 0.5]
    again = open_workbook(tmp_path / "hasil.xlsx")
    charts = again["Ringkasan"]._charts
    assert len(charts) == 3
    assert [len(chart.series) for chart in charts] == [1, 1, 1]
    assert charts[0].series[0].val.numRef.f == "'Ringkasan'!$B$19:$B$28"
    assert charts[0].varyColors is False


def test_what_could_not_be_read_is_listed_place_by_place(original, tmp_path):
    faults = [("Data!B3 (Topik)", "=Rumus di sel ini belum dihitung."), ("Data!baris 9", "Rusak.")]
    out = tmp_path / "hasil.xlsx"
    write_workbook(out, [], summarise([], {}, 1, faults), open_workbook(original))
    book = openpyxl.load_workbook(out)
    assert book.sheetnames[-1] == "Tidak terbaca"
    cells = list(book["Tidak terbaca"].iter_rows(min_row=2))
    assert [tuple(cell.value for cell in row) for row in cells] == faults
    assert cells[0][1].data_type == "s"


def test_the_added_sheets_print_one_page_wide_and_show_their_wrapped_text(original, tmp_path):
    book = marked(original, tmp_path, finding("/topik", message="Panjang sekali. " * 20))
    for name in ("Ringkasan", "Rekap unit", "Temuan"):
        assert book[name].sheet_properties.pageSetUpPr.fitToPage
        assert book[name].page_setup.fitToHeight == 0
    assert book["Temuan"].print_title_rows == "$1:$1"
    assert book["Temuan"].row_dimensions[2].height >= 6 * 15
    assert not book["Lain"].sheet_properties.pageSetUpPr.fitToPage


def test_the_result_can_be_reviewed_again_without_growing(original, tmp_path):
    marked(original, tmp_path, finding("/tindak_lanjut/0/indikator"))
    first = tmp_path / "hasil.xlsx"
    book = marked(first, tmp_path, finding("/tindak_lanjut/0/indikator"))
    assert book.sheetnames == ["Data 'Q'", "Lain", "Ringkasan", "Rekap unit", "Temuan"]
    ids = [
        o.form.id for o in read_workbook(original, open_workbook(original)) if isinstance(o, Entry)
    ]
    assert ids == [
        o.form.id for o in read_workbook(first, open_workbook(first)) if isinstance(o, Entry)
    ]


@pytest.mark.parametrize("form", [example["value"] for example in EXAMPLES.values()])
def test_forms_that_came_as_json_become_a_sheet_that_reads_the_same(tmp_path, form):
    one = reviewed(Entry(FormIn.model_validate(form)), finding("/topik"))
    path = tmp_path / "hasil.xlsx"
    write_workbook(path, [one], summarise([one], {}), None)
    read = [o for o in read_workbook(path, open_workbook(path)) if isinstance(o, Entry)]
    assert [to_form(o.form) for o in read] == [one.form]
    row, column = read[0].cells["/topik"]
    assert openpyxl.load_workbook(path)["Formulir"].cell(row, column).comment


@pytest.mark.parametrize("level", ["konseling", "rujukan"])
def test_what_asks_for_help_is_noticed_but_never_repeated(original, tmp_path, level):
    secret = finding("/topik", quote="rahasia", message="“rahasia”")
    book = marked(original, tmp_path, secret, level=level)
    rows = [[cell.value for cell in row] for row in book["Temuan"].iter_rows(min_row=2)]
    assert len(rows) == 1
    assert "Perlu dilihat orang" in rows[0][7]
    assert "rahasia" not in json.dumps(rows)
    assert not any(c.comment and "rahasia" in c.comment.text for r in book["Data 'Q'"] for c in r)
    one = reviewed(entry(topik="rahasia"), secret, level=level)
    out = io.StringIO()
    write_csv(out, [one])
    assert "rahasia" not in out.getvalue()
    write_workbook(tmp_path / "j.xlsx", [one], summarise([one], {}), None)
    values = [
        c.value for row in openpyxl.load_workbook(tmp_path / "j.xlsx")["Formulir"] for c in row
    ]
    assert NOT_COPIED in values
    assert "rahasia" not in values


def test_forms_of_counselling_give_no_quotes():
    one = reviewed(entry(jenis="konseling", topik="rahasia"), finding("/topik", quote="rahasia"))
    assert lines(one) == ()


def test_personal_data_is_masked_wherever_a_finding_repeats_it():
    nip = "199001012015031001"
    found = lines(
        reviewed(
            entry(),
            finding(
                "/topik", rule="DATA_PRIBADI", quote=nip, message=f"“{nip}” sebaiknya dihapus."
            ),
            finding("/topik", quote=f"Surat {nip}", suggestions=(Suggestion(f"Surat {nip}"),)),
        )
    )
    assert nip not in repr(found)
    assert found[0].quote == "•" * 18


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_is_run_as_a_formula(tmp_path, attack):
    one = reviewed(
        entry(id=attack.strip() + "x", topik=attack, pegawai={"unit_kerja": attack}),
        finding("/topik", quote=attack, message=attack, suggestions=(Suggestion(attack),)),
    )
    path = tmp_path / "hasil.xlsx"
    write_workbook(path, [one], summarise([one], {"INDIKATOR_TIDAK_TERUKUR": attack}), None)
    for page in openpyxl.load_workbook(path):
        assert not [c.coordinate for row in page.iter_rows() for c in row if c.data_type == "f"]
    out = io.StringIO()
    write_csv(out, [one])
    record = dict(zip(TITLES, list(csv.reader(io.StringIO(out.getvalue())))[1], strict=True))
    assert record["kutipan"].startswith("'")
    assert record["pesan"].startswith("'")
    assert record["saran"].startswith("'")


def test_a_form_without_findings_keeps_its_row_in_csv():
    out = io.StringIO()
    write_csv(out, [reviewed(entry()), reviewed(entry(id="BK-2"), finding("/topik"))])
    assert [row[0] for row in csv.reader(io.StringIO(out.getvalue()))][1:] == ["BK-1", "BK-2"]


def test_text_fits_a_cell():
    assert cell_text("a\x00\x0b\ud800b") == "ab"
    assert len(cell_text("x" * 40_000)) == MAX_CELL
    assert csv_text("biasa - saja") == "biasa - saja"


def test_sheet_names_are_what_excel_accepts():
    assert sheet_title("A/B:C*?[x]" + "y" * 40, []) == ("A B C   x " + "y" * 40)[:31]
    assert sheet_title("Temuan", ["temuan"]) == "Temuan (2)"


def test_a_file_takes_its_name_only_when_it_is_whole(tmp_path):
    path = tmp_path / "hasil"
    path.write_text("lama")
    with pytest.raises(UnicodeEncodeError), whole_file(path) as draft:
        draft.write_text("setengah \ud800", encoding="utf-8")
    assert path.read_text() == "lama"
    with whole_file(path) as draft:
        draft.write_text("utuh")
    assert path.read_text() == "utuh"
    assert [one.name for one in tmp_path.iterdir()] == ["hasil"]


def test_the_command_tells_how_it_read_and_what_it_could_not(original, tmp_path):
    book = openpyxl.load_workbook(original)
    book["Data 'Q'"]["E2"] = "Tenggat"
    book["Data 'Q'"]["E3"] = "akhir bulan"
    book.save(original)
    out = tmp_path / "hasil.xlsx"
    said = run(app, ["review", str(original), "-o", str(out)])
    assert said.exit_code == 2
    assert "Lembar Data 'Q'" in said.stderr
    assert "Dibaca sebagai" in said.stderr
    assert f"{original}:Data 'Q'!E3 (Tenggat): Tanggalnya tidak terbaca" in said.stderr
    assert "2 formulir diperiksa, 0 tidak terbaca. 1 sel tidak terbaca" in said.stderr
    assert "Temuan" in openpyxl.load_workbook(out).sheetnames


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "html", "xlsx"])
def test_a_csv_file_is_reviewed_into_any_format(tmp_path, suffix):
    path, out = tmp_path / "f.csv", tmp_path / f"hasil.{suffix}"
    path.write_text("Nomor formulir;Topik;RTL\nBK-9;Data belum padan;Menyusun data\n")
    said = run(app, ["review", str(path), "-o", str(out)])
    assert said.exit_code == 0, said.output
    assert out.stat().st_size
    if suffix == "csv":
        assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    if suffix == "jsonl":
        assert json.loads(out.read_text())["form_id"] == "BK-9"


@pytest.mark.parametrize(
    ("name", "arguments", "sentence"),
    [
        ("f.xls", [], "simpan sebagai .xlsx"),
        ("f.csv", ["-o", "hasil.docx"], "bentuk ini tidak dikenal"),
        ("f.xlsx", [], "bukan buku kerja .xlsx"),
    ],
)
def test_what_cannot_be_read_or_written_is_told(tmp_path, name, arguments, sentence):
    (tmp_path / name).write_text("Topik\na\n")
    said = run(app, ["review", str(tmp_path / name), *arguments])
    assert said.exit_code == 2
    assert sentence in said.stderr


def test_an_interrupt_leaves_no_half_file(tmp_path):
    path = tmp_path / "f.jsonl"
    path.write_text('{"topik": "Data belum padan"}\n' * 50_000)
    code = "from service.cli import app; app()"
    command = [sys.executable, "-c", code, "review", str(path), "-o", str(tmp_path / "h.jsonl")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        for _ in range(200):
            half = [one for one in tmp_path.iterdir() if one.name.startswith(".h.jsonl")]
            if half and half[0].stat().st_size:
                break
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert [one.name for one in tmp_path.iterdir()] == ["f.jsonl"]
