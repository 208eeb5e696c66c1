"""The host page in examples/ works as it lies there, and the README's pictures are of this run.

``pytest tests/web/test_examples.py --artefak examples/gambar`` takes the pictures anew.
"""

import re
from pathlib import Path

import pytest

EXAMPLE = Path("examples/formulir.html")
PICTURES = Path("examples/gambar")
HOST = "http://ekinerja.test"
MARK = "cermat-note .garis"
CARD = "cermat-note .kartu"


@pytest.fixture
def example(page, service):
    html = EXAMPLE.read_text("utf-8").replace("http://127.0.0.1:8000", service)
    page.route(f"{HOST}/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{HOST}/")
    return page


def test_twenty_lines_are_enough(example):
    assert len(EXAMPLE.read_text("utf-8").splitlines()) <= 20
    area = example.get_by_role("textbox", name="Indikator")
    area.press_sequentially("Memahami visualisasi data")
    example.wait_for_selector(MARK)
    example.keyboard.press("Alt+Enter")
    gap = example.get_by_role("textbox", name="nilai: ")
    gap.fill("80")
    gap.press("Enter")
    assert area.input_value() == "Nilai uji pemahaman visualisasi data minimal 80"
    example.locator(MARK).wait_for(state="detached")
    example.keyboard.press("Control+z")
    assert area.input_value() == "Memahami visualisasi data"


def picture(page, artefacts, name: str) -> None:
    """Taken anew; the committed one must be there, and of the same size."""
    taken = page.screenshot(path=artefacts / f"{name}.png")
    assert (PICTURES / f"{name}.png").read_bytes()[16:24] == taken[16:24]  # width and height


def test_the_picture_of_a_form_of_ones_own(example, artefacts):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    example.set_viewport_size({"width": 720, "height": 860})
    example.emulate_media(color_scheme="dark", reduced_motion="reduce")
    example.get_by_role("textbox", name="Topik").fill("Laporan kehadiran sering terlambat disusun")
    example.get_by_role("textbox", name="Rencana").fill("Mempelajari visualisasi data dari mentor")
    example.get_by_role("textbox", name="Indikator").fill("😀 Memahami visualisasi data")
    example.locator("cermat-note .baik:visible").nth(1).wait_for()
    example.wait_for_selector(MARK)
    example.keyboard.press("Alt+Enter")
    found = axe.run(example)
    assert found.violations_count == 0, found.generate_report()
    picture(example, artefacts, "formulir-sendiri")


def test_the_picture_of_the_try_page(page, artefacts):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/")
    page.get_by_role("button", name="indikator yang belum terukur").click()
    page.locator("#pujian").wait_for()
    page.locator("cermat-note .baik:visible").nth(3).wait_for()
    page.get_by_role("button", name="temuan pada Umpan balik 1").wait_for()
    page.get_by_role("button", name="temuan pada Indikator 1").wait_for()
    area = page.get_by_role("textbox", name="Indikator 1")
    area.evaluate("area => { area.scrollIntoView({ block: 'center' }); area.focus(); }")
    page.keyboard.press("Alt+Enter")
    page.locator(CARD).filter(has_text="Gunakan").wait_for()
    picture(page, artefacts, "coba")


def test_the_picture_of_the_catalogue(page, artefacts):
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto("/aturan#INDIKATOR_TIDAK_TERUKUR")
    page.locator("article:target summary").click()
    picture(page, artefacts, "aturan")


def test_the_readme_shows_these_pictures_and_no_other():
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", Path("README.md").read_text("utf-8"))
    assert sorted(map(Path, shown)) == sorted(PICTURES.iterdir())
