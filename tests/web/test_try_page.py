"""The try page and the catalogue: whole, small, usable by everybody, good to look at."""

import pytest

PROBLEMATIC = "Formulir dengan indikator yang belum terukur"
MARK = "cermat-note .garis"
CARD = "cermat-note .kartu"


@pytest.fixture
def example(page):
    page.goto("/")
    page.get_by_role("button", name=PROBLEMATIC).click()
    page.get_by_role("heading", name="Apa yang diperbaiki lebih dulu").wait_for()
    page.wait_for_selector(MARK)
    return page


def test_an_example_fills_every_field_and_is_reviewed_whole(example):
    values = {
        "Rencana hasil kerja (RHK)": "Tersusunnya laporan pembinaan kinerja triwulan III",
        "Tenggat 1": "2025-09-30",
        "Target 1": "10",
        "Realisasi 1": "1",
        "Satuan 1": "bulan",
        "Predikat 1": "sangat_kurang",
    }
    for label, value in values.items():
        assert example.get_by_label(label, exact=True).input_value() == value
    assert example.locator("#aspek meter").count() >= 6
    assert "JP" in example.locator("#jp").inner_text()


def test_the_review_opens_with_what_is_good(example):
    praise = example.locator("#pujian")
    assert praise.inner_text().startswith("Topik sudah menyebut persoalan")
    assert praise.bounding_box()["y"] < example.locator("#skor").bounding_box()["y"]
    example.get_by_role("button", name="Kosongkan").click()
    assert praise.is_hidden()


def test_what_can_wait_is_folded_and_stays_as_the_reader_left_it(example):
    shown = example.locator("#temuan .temuan:visible")
    first = shown.count()
    rest = example.locator("#temuan summary").filter(has_text="temuan lain")
    rest.click()
    assert shown.count() == first + int(rest.inner_text().split()[0])
    with example.expect_response("**/v1/review"):
        example.get_by_role("textbox", name="Topik").press_sequentially(" grafik")
    example.wait_for_timeout(60)
    assert shown.count() > first


def test_every_finding_leads_to_its_rule(example):
    links = example.locator("#temuan .temuan a").all()
    assert len(links) == example.locator("#temuan .temuan").count() > 3
    example.goto(links[-1].get_attribute("href"))
    assert example.locator("article:target h2").is_visible()


def test_on_paper_all_findings_stand_with_their_places(example):
    example.emulate_media(media="print")
    findings = example.locator("#temuan .temuan")
    for finding in findings.all():
        assert finding.is_visible()
        assert finding.get_by_role("button").is_visible()
    assert example.get_by_role("button", name="Periksa").is_hidden()
    example.goto("/aturan")
    assert example.locator("#TIDAK_SINKRON li").first.is_visible()


def test_a_finding_in_the_list_opens_at_its_field(example):
    example.locator("#temuan").get_by_role("button", name="Indikator 1").click()
    assert example.locator(CARD).filter(has_text="Indikator belum terukur").is_visible()


def test_a_wrong_icon_is_chosen_anew_from_the_words_card(example):
    example.get_by_role("button", name="temuan pada Umpan balik 1").click()
    use = example.get_by_role("button", name="Gunakan: negatif")
    for _ in range(2):  # several findings share the words; the icon's is one of them
        if not use.is_visible():
            example.get_by_role("button", name="Temuan berikutnya").click()
    use.click()
    assert example.get_by_label("Ikon 1").input_value() == "negatif"


def test_the_score_lives_while_one_types(page):
    page.goto("/")
    page.get_by_role("textbox", name="Topik").press_sequentially(
        "Berkas sering terlambat ditemukan"
    )
    page.locator("#aspek meter").first.wait_for()
    assert page.locator("#temuan .temuan").count() == 0  # nobody has asked yet what is missing
    page.get_by_role("button", name="Periksa").click()
    page.locator("#temuan .temuan").first.wait_for()


def test_a_cry_for_help_is_seen_at_once_and_not_scored(page):
    page.goto("/")
    page.get_by_role("textbox", name="Topik").fill("Saya ingin mengakhiri hidup saya")
    page.locator("#triase").wait_for()
    assert page.locator("#skor").inner_text() == ""


def test_what_is_typed_never_becomes_html_in_any_field(page):
    page.goto("/")
    page.get_by_role("button", name="Tambah umpan balik").click()
    page.locator("form summary").click()
    fields = page.locator("main :is(textarea, input:not([type]))").all()
    assert len(fields) == 9
    for field in fields:
        field.fill("<img src=x onerror='window.broken=1'> telah memahami yg baik")
    page.get_by_role("button", name="Periksa").click()
    page.locator("#temuan .temuan").first.wait_for()
    page.locator(MARK).nth(3).wait_for()
    for badge in page.locator("cermat-note button.lencana:visible").all():
        badge.click()
        page.locator(CARD).filter(has_text="Abaikan").wait_for()
        assert page.locator("img").count() == 0
        badge.click()
    assert page.evaluate("window.broken") is None


def test_nobody_is_shut_out(example):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    example.locator("#temuan summary").filter(has_text="temuan lain").click()
    example.get_by_role("button", name="temuan pada Indikator 1").click()
    for scheme in ("light", "dark"):
        example.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found = axe.run(example)
        assert found.violations_count == 0, found.generate_report()
    for path in ("/aturan", "/aturan/TIDAK_SINKRON"):
        example.goto(path)
        for scheme in ("light", "dark"):
            example.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found = axe.run(example)
            assert found.violations_count == 0, found.generate_report()


def test_it_fits_every_screen_in_light_and_dark(example, artefacts):
    for width in (360, 768, 1280):
        for scheme in ("light", "dark"):
            example.set_viewport_size({"width": width, "height": 800})
            example.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            name = artefacts / f"coba-{width}-{scheme}"
            assert example.evaluate("document.documentElement.scrollWidth") <= width
            example.screenshot(path=f"{name}.png", full_page=True)
            example.get_by_role("textbox", name="Indikator 1").focus()
            example.keyboard.press("Alt+Enter")
            example.locator(CARD).filter(has_text="Gunakan").wait_for()
            example.screenshot(path=f"{name}-kartu.png")
            example.keyboard.press("Escape")


def test_the_page_stays_light(page):
    sizes = []
    page.on("response", lambda answer: sizes.append(len(answer.body())))
    page.goto("/", wait_until="networkidle")
    assert sum(sizes) < 200_000
