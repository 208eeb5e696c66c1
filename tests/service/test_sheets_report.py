"""The report: self-contained, escaped, silent about what asks for help, and printable."""

import base64
import os
import re
from datetime import date
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from nlp.finding import Finding, Jp, Review, Span, Suggestion, Triage
from service.cli import app
from service.report.html import report
from service.report.pdf import write_pdf
from service.report.svg import bars, columns, meter
from service.reviewed import Entry, Reviewed
from service.schemas import FormIn, to_form
from service.summary import BINS, summarise

run = CliRunner().invoke
ATTACK = "<img src=x onerror=alert(1)>\"'&"
VOID = {"meta", "br", "img", "link", "input"}


def reviewed(
    text: str = "Telah selesai",
    score: float | None = 72.5,
    severity: str = "error",
    level: str = "none",
    unit: str = "Balai A",
    findings: int = 1,
    name: str = "BK-1",
) -> Reviewed:
    form = FormIn.model_validate({"id": name, "topik": text, "pegawai": {"unit_kerja": unit}})
    found = Finding(
        "TOPIK_SUDAH_SELESAI", "/topik", Span(0, 5), text, severity, text, text, "1",  # type: ignore[arg-type]
        suggestions=(Suggestion(text),),
    )  # fmt: skip
    review = Review(
        name, score, "baik" if score else None, {}, (found,) * findings, Jp(True, 2, ()),
        Triage(level),  # type: ignore[arg-type]
    )  # fmt: skip
    return Reviewed(Entry(form, sheet=name, row=3), to_form(form), review)


def page(
    *every: Reviewed,
    name: str = "f.xlsx",
    refused: int = 0,
    unread: tuple[tuple[str, str], ...] = (),
) -> str:
    summary = summarise(every, {"TOPIK_SUDAH_SELESAI": "Topik selesai"}, refused, unread)
    return "".join(report(every, summary, name, date(2025, 7, 10)))


class Shape(HTMLParser):
    """Checks that elements close in order; keeps tags, attributes and words."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(source)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data


def test_nothing_in_a_form_or_a_name_becomes_markup():
    source = page(reviewed(ATTACK, unit=ATTACK, name=ATTACK), name=ATTACK)
    shape = Shape(source)
    assert "img" not in {tag for tag, _ in shape.tags}
    assert not [name for _, attrs in shape.tags for name in attrs if name.startswith("on")]
    assert shape.words.count("<img src=x onerror=alert(1)>") >= 6


def test_the_page_needs_nobody_else():
    source = page(reviewed())
    shape = Shape(source)
    assert not {"script", "link", "iframe", "img", "object"} & {tag for tag, _ in shape.tags}
    assert not re.search(r"https?:|url\(|@import", source)
    assert all(attrs["href"].startswith("#") for tag, attrs in shape.tags if tag == "a")
    ids = {attrs["id"] for _, attrs in shape.tags if "id" in attrs}
    assert {attrs["href"][1:] for tag, attrs in shape.tags if tag == "a"} == ids


def test_it_says_the_figures_the_places_and_what_to_write():
    other = reviewed("Lain", 95.0, findings=0, name="BK-2")
    words = Shape(page(reviewed(), other, refused=4)).words
    for said in (
        "Rata-rata skor83,8",
        "10 Juli 2025",
        "Formulir tidak terbaca4",
        "Topik selesai",
        "Balai A · lembar BK-1, baris 3",
        "50%",
        "Tulis misalnya: Telah selesai",
    ):
        assert said in words
    assert "BK-2" not in words


def test_what_could_not_be_read_is_listed():
    assert "Tidak terbaca" not in page()
    said = page(unread=(("<b>Data</b>!M3", "Tanggalnya tidak terbaca."),))
    assert "&lt;b&gt;Data&lt;/b&gt;!M3</td><td>Tanggalnya tidak terbaca." in said


def test_what_asks_for_help_is_noticed_but_never_repeated():
    source = page(reviewed("rahasia", level="rujukan"))
    assert "rahasia" not in source
    assert "Perlu dilihat orang hari ini" in source
    assert "TOPIK_SUDAH_SELESAI" not in source


def test_an_empty_file_gives_a_whole_report():
    assert "Tidak ada temuan." in Shape(page()).words


def test_figures_leave_out_what_asks_for_help():
    every = [reviewed(), reviewed(level="konseling"), reviewed(score=100.0, severity="info")]
    figures = summarise(every, {})
    assert (figures.forms, figures.scored, figures.shielded, figures.asking) == (3, 2, 1, 1)
    assert figures.mean == 86.2
    assert figures.bins[BINS.index("70–79")] == figures.bins[BINS.index("90–100")] == 1
    assert figures.units[0].error_free == 0.5
    assert figures.rules[0].findings == 2


@pytest.mark.parametrize("values", [[0, 0], [1, 3], [10_000, 1]])
def test_charts_are_well_formed_and_say_their_numbers(values):
    for chart in (columns(["<a>", "b"], values, "Nama"), bars(["<a>", "b"], values, "Nama")):
        drawn = ElementTree.fromstring(chart)
        assert drawn.get("aria-label") == f"Nama: <a> {values[0]}, b {values[1]}"
        widths = [float(part.get("width")) for part in drawn.iter("rect")]
        assert all(0 <= width <= 640 for width in widths)
    assert ElementTree.fromstring(meter(2.0, "x"))[1].get("width") == "100.0"


def test_without_a_converter_pdf_is_refused_with_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("service.report.pdf.find_spec", lambda _: None)
    (tmp_path / "f.json").write_text("{}")
    said = run(app, ["review", str(tmp_path / "f.json"), "-o", str(tmp_path / "h.pdf")])
    assert said.exit_code == 2
    assert "LibreOffice" in said.stderr
    assert "WeasyPrint" in said.stderr
    assert not (tmp_path / "h.pdf").exists()


def test_libreoffice_is_asked_for_a_pdf(tmp_path, monkeypatch):
    """A stand-in that takes LibreOffice's arguments and writes where it would."""
    office = tmp_path / "soffice"
    office.write_text('#!/bin/sh\nfor last; do :; done\ncp "$last" "${last%.html}.pdf"\n')
    office.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("service.report.pdf.find_spec", lambda _: None)
    write_pdf(tmp_path / "h.pdf", ["<p>isi</p>"])
    assert (tmp_path / "h.pdf").read_text() == "<p>isi</p>"
    write_pdf(tmp_path / "h.pdf", [page(reviewed())])
    given = (tmp_path / "h.pdf").read_text()
    assert "<svg" not in given
    images = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)" width="(\d+)"', given)
    assert {width for _, width in images} == {"460", "90"}
    for image, _ in images:
        assert ElementTree.fromstring(base64.b64decode(image)).tag.endswith("svg")
    office.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(OSError):  # noqa: PT011 - the caller words it
        write_pdf(tmp_path / "h.pdf", ["<p>isi</p>"])
