"""The desk and the catalogue for every eye and screen: axe, narrow screens, dark, paper, weight."""

import json

import pytest

from tests.web.test_desk import ROWS, review, row, save


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    rows = [{**ROWS[at % len(ROWS)], "Nomor formulir": f"BK-{at + 1:03}"} for at in range(30)]
    return save(tmp_path_factory.mktemp("meja") / "formulir.xlsx", rows)


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_everybody_can_use_it_on_every_screen(page, file, artefacts, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/meja")

    def look(name: str) -> None:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.screenshot(path=f"{artefacts}/meja-{width}-{scheme}-{name}.png", full_page=True)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            # Colours are the same on every width: the dark ones are looked at once.
            if scheme == "dark" and width != 1280:
                continue
            found = axe.run(page)
            assert found.violations_count == 0, found.generate_report()

    look("kosong")
    review(page, file)
    look("daftar")
    row(page, "BK-001").click()
    look("formulir")
    page.get_by_role("button", name="Tutup").click()
    page.get_by_role("tab", name="Rekap unit").click()
    look("rekap")
    page.goto("/aturan#TIDAK_SINKRON")
    look("aturan")


def test_on_a_narrow_screen_a_form_covers_the_list_and_leads_on(page, file):
    page.set_viewport_size({"width": 360, "height": 740})
    review(page, file)
    card = row(page, "BK-001").bounding_box()
    assert card["height"] > 100
    assert card["width"] <= 360
    row(page, "BK-001").click()
    assert page.evaluate("document.getElementById('panel').matches(':modal')")
    page.get_by_role("button", name="Formulir berikutnya").click()
    assert page.locator("#judul-panel").inner_text() == "BK-002"
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()


def test_on_paper_there_is_only_what_is_read(page, file):
    review(page, file)
    row(page, "BK-001").click()
    page.emulate_media(media="print")
    assert page.get_by_role("button", name="Unduh XLSX").is_hidden()
    assert page.locator("#jatuh").is_hidden()
    assert page.locator("#panel h4").first.is_visible()


def test_on_paper_the_list_is_whole_and_names_what_its_buttons_name(page, tmp_path):
    forms = [{"id": f"BK-{at:03}", "pegawai": {"unit_kerja": "Balai"}} for at in range(90)]
    (tmp_path / "f.json").write_text(json.dumps(forms), "utf-8")
    review(page, tmp_path / "f.json")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".badan .lajur").count() == 90
    tops = page.evaluate(
        "[...document.querySelectorAll('.badan .lajur')].map(e => e.getBoundingClientRect().top)"
    )
    assert tops == sorted(set(tops))
    assert page.get_by_role("button", name="Temuan utama").is_visible()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".badan .lajur").count() < 60
    page.get_by_role("tab", name="Rekap unit").click()
    page.emulate_media(media="print")
    assert page.locator("#isi-rekap").get_by_role("button", name="Balai").is_visible()


@pytest.mark.parametrize("path", ["/meja", "/aturan"])
def test_a_page_stays_light(page, path):
    sizes = []
    page.on("response", lambda answer: sizes.append(len(answer.body())))
    page.goto(path, wait_until="networkidle")
    assert sum(sizes) < 200_000
