"""The inline help in a real browser, typed at like a person does, in somebody else's page."""

import pytest

FIELD = (
    "<form><cermat-field field=indikator><label>Indikator"
    " <textarea name=indikator rows=3 cols=50></textarea></label></cermat-field>"
    "<button>Simpan</button></form>"
)
FLAWED = "Memahami visualisasi data"
MARK = "cermat-note .garis"
CARD = "cermat-note .kartu"


def test_typing_brings_a_line_under_the_words_and_a_badge(host_form):
    page = host_form(FIELD)
    page.get_by_role("textbox", name="Indikator").press_sequentially(FLAWED)
    page.wait_for_selector(MARK)
    assert page.locator(MARK).all_inner_texts() == ["Memahami"]
    assert "wavy" in page.locator(MARK).evaluate("mark => getComputedStyle(mark).textDecoration")
    assert page.locator("cermat-note button.lencana").inner_text() == "1 temuan"


def test_the_line_is_under_the_words_whatever_stands_before(host_form):
    page = host_form(FIELD)
    for before in ("😀 ", "👩‍👩‍👧 é ", "𝐀 "):
        with page.expect_event("requestfinished"):
            page.get_by_role("textbox", name="Indikator").fill(before + FLAWED)
        page.wait_for_selector(MARK)
        assert page.locator(MARK).first.inner_text() == "Memahami"


def test_the_line_lies_exactly_where_the_browser_draws_the_words(host_form):
    """Clicks at both ends of the line put the caret at both ends of the words."""
    page = host_form(FIELD)
    area = page.get_by_role("textbox", name="Indikator")
    area.evaluate("area => { area.style.font = '20px monospace'; area.style.padding = '7px'; }")
    area.fill("\n\n\n\n" + FLAWED)
    page.wait_for_selector(MARK)
    area.evaluate("area => { area.scrollTop = area.scrollHeight; }")
    page.wait_for_timeout(60)
    box = page.locator(MARK).first.bounding_box()
    caret = "area => area.selectionStart - 4"
    for across, expected in ((1, 0), (box["width"] - 1, len("Memahami"))):
        page.mouse.click(box["x"] + across, box["y"] + box["height"] / 2)
        assert area.evaluate(caret) == expected
        assert page.locator(CARD).is_visible()
        page.keyboard.press("Escape")


def test_lines_follow_resizing_and_a_new_font(host_form):
    page = host_form(FIELD)
    area = page.get_by_role("textbox", name="Indikator")
    area.fill(FLAWED)
    page.wait_for_selector(MARK)
    before = page.locator(MARK).bounding_box()
    area.evaluate("area => { area.style.fontSize = '30px'; }")
    page.wait_for_function(
        "width => document.querySelector('cermat-note').shadowRoot.querySelector('.garis')"
        ".getBoundingClientRect().width > 1.5 * width",
        arg=before["width"],
    )
    inside = page.locator(MARK).bounding_box()["x"] - area.bounding_box()["x"]
    area.evaluate("area => { area.style.marginLeft = '50px'; area.style.width = '400px'; }")
    page.wait_for_timeout(60)
    now = page.locator(MARK).bounding_box()["x"] - area.bounding_box()["x"]
    assert now == pytest.approx(inside, abs=0.6)


def test_a_rewrite_with_its_gaps_filled_and_one_undo(host_form):
    page = host_form(FIELD)
    page.evaluate(
        "document.addEventListener('cermat:applied', event => { window.said = event.detail.text; })"
    )
    area = page.get_by_role("textbox", name="Indikator")
    area.press_sequentially(FLAWED)
    page.wait_for_selector(MARK)
    page.keyboard.press("Alt+Enter")
    assert "Indikator belum terukur" in page.locator(f"{CARD} .pesan").inner_text()
    offer = page.locator(f"{CARD} .saran").filter(has_text="resume")
    gaps = offer.locator("input")
    assert gaps.first.get_attribute("placeholder") == "mis. 1"
    assert gaps.first.get_attribute("aria-label") == "jumlah: Berapa banyak?"
    gaps.nth(0).fill("2")
    gaps.nth(1).fill("30 September 2025")
    offer.get_by_role("button").click()
    mended = "Tersusun 2 resume visualisasi data paling lambat 30 September 2025"
    assert area.input_value() == mended
    assert page.evaluate("window.said") == mended
    assert area.evaluate("area => area === document.activeElement")
    page.wait_for_function(
        "!document.querySelector('cermat-note').shadowRoot.querySelector('.garis')"
    )
    page.keyboard.press("Control+z")
    assert area.input_value() == FLAWED


def test_a_gap_left_open_stays_a_gap_and_is_selected(host_form):
    page = host_form(FIELD)
    area = page.get_by_role("textbox", name="Indikator")
    area.fill(FLAWED)
    page.wait_for_selector(MARK)
    page.keyboard.press("Alt+Enter")
    page.locator(f"{CARD} .saran").filter(has_text="resume").get_by_role("button").click()
    chosen = "area => area.value.slice(area.selectionStart, area.selectionEnd)"
    assert area.evaluate(chosen) == "[jumlah]"


def test_what_is_dismissed_stays_so_while_its_words_stand(host_form):
    page = host_form(FIELD)
    area = page.get_by_role("textbox", name="Indikator")
    area.fill(FLAWED)
    page.wait_for_selector(MARK)
    page.keyboard.press("Alt+Enter")
    with page.expect_response("**/v1/check"):
        page.get_by_role("button", name="Abaikan").click()
        page.keyboard.press("End")
        page.keyboard.type(" dan grafik")
    page.wait_for_timeout(60)
    assert page.locator(MARK).count() == 0
    area.fill("Menguasai visualisasi data")
    page.wait_for_selector(MARK)


def test_the_keyboard_alone_is_enough(host_form):
    page = host_form(FIELD)
    page.keyboard.press("Tab")
    page.keyboard.type(FLAWED)
    page.wait_for_selector(MARK)
    page.keyboard.press("Alt+Enter")
    page.keyboard.press("Escape")
    assert page.locator(CARD).is_hidden()
    assert page.evaluate("document.activeElement.name") == "indikator"
    assert page.evaluate("document.activeElement.selectionStart") == len(FLAWED)
    page.keyboard.press("Tab")  # the badge comes right after its field
    page.keyboard.press("Enter")
    assert page.locator(CARD).is_visible()
    reached = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.add(page.evaluate(
            "(() => { const outer = document.activeElement;"
            " const inner = outer.shadowRoot?.activeElement ?? outer;"
            " return inner.ariaLabel || inner.textContent })()"
        ))  # fmt: skip
    assert {"Tutup", "jumlah: Berapa banyak?", "Mengapa", "Abaikan", "Simpan"} <= reached
    assert page.locator(CARD).is_hidden()  # the focus has left it


def test_screen_readers_are_told(host_form):
    page = host_form(FIELD)
    page.get_by_role("textbox", name="Indikator").press_sequentially(FLAWED)
    said = page.get_by_role("status").filter(has_text="1 temuan pada Indikator")
    said.wait_for(state="attached")
    assert page.get_by_role("button", name="1 temuan pada Indikator").is_visible()


def test_an_answer_that_comes_late_is_ignored(host_form):
    page = host_form(FIELD)
    delays = iter((900, 0))

    def answer(route):
        page.wait_for_timeout(next(delays, 0))
        route.continue_()

    page.route("**/v1/check", answer)
    area = page.get_by_role("textbox", name="Indikator")
    area.fill(FLAWED)
    page.wait_for_timeout(350)
    area.fill("Laporan dikirim paling lambat 30 September 2025")
    page.wait_for_timeout(1500)
    assert page.locator(MARK).count() == 0


def test_without_the_service_one_types_on_and_is_heard_later(host_form):
    page = host_form(FIELD)
    page.route("**/v1/check", lambda route: route.abort())
    area = page.get_by_role("textbox", name="Indikator")
    area.press_sequentially("Memahami")
    page.locator("cermat-note .keadaan").filter(has_text="terputus").wait_for()
    area.press_sequentially(" visualisasi data")
    assert area.input_value() == FLAWED
    page.unroute("**/v1/check")
    page.wait_for_selector(MARK)  # tried again by itself
    assert area.input_value() == FLAWED


def test_a_refused_text_is_said_quietly(host_form):
    page = host_form(FIELD)
    page.get_by_role("textbox", name="Indikator").fill("a" * 10_001)
    state = page.locator("cermat-note .keadaan").filter(has_text="belum diperiksa")
    state.wait_for()
    assert "belum dapat diperiksa" in (state.get_attribute("title") or "")


@pytest.mark.parametrize("paint", ["Highlight", "overlay"])
def test_an_editable_element_with_formatting(host_form, page, paint):
    if paint == "overlay":
        page.add_init_script("delete window.Highlight")
    host_form(
        "<form><cermat-field field=indikator><div contenteditable aria-label=Indikator role=textbox"
        "><p>😀 <b>Mema</b>hami visualisasi data</p></div></cermat-field></form>"
    )
    page.get_by_role("button", name="1 temuan").wait_for()
    if paint == "Highlight":
        ranges = "[...CSS.highlights.get('cermat-error')].map(String)"
        assert page.evaluate(ranges) == ["Memahami"]
    else:
        assert page.locator("cermat-note .palang").count() >= 1
    page.get_by_role("textbox").click()
    page.keyboard.press("Alt+Enter")
    suggestion = page.locator(f"{CARD} .saran").filter(has_text="resume")
    suggestion.locator("input").first.fill("2")
    suggestion.get_by_role("button").click()
    text = "Tersusun 2 resume visualisasi data paling lambat [tanggal]"
    assert page.get_by_role("textbox").inner_text().strip().endswith(text)
    page.keyboard.press("Control+z")
    assert page.get_by_role("textbox").inner_text().strip() == "😀 Memahami visualisasi data"


def test_a_form_one_cannot_edit_and_a_row_that_comes_later(host_form):
    page = host_form(
        "<form id=f><input id=t aria-label=Topik><div id=rows></div></form>",
        "window.help = Cermat.attach(document.querySelector('#f'), {"
        " '#t': '/topik', '.rtl': '/tindak_lanjut/*/rtl', '.ind': '/tindak_lanjut/*/indikator' });",
    )
    for row in range(2):
        page.evaluate(
            "row => document.querySelector('#rows').insertAdjacentHTML('beforeend', `<p>"
            "<input class=rtl aria-label=RTL${row}><input class=ind aria-label=Indikator${row}>`)",
            row,
        )
    page.get_by_role("textbox", name="RTL1").fill("Mempelajari visualisasi data bersama mentor")
    with page.expect_request("**/v1/check") as sent:
        page.get_by_role("textbox", name="Indikator1").fill(FLAWED)
        page.wait_for_selector(MARK)
    assert page.locator(MARK).inner_text() == "Memahami"
    asked = sent.value.post_data_json
    if asked["field"] == "indikator":
        first, second = asked["context"]["tindak_lanjut"]
        assert first == {"rtl": "Mempelajari visualisasi data bersama mentor"}
        assert second == {}
    assert page.evaluate("window.help.form().tindak_lanjut[1].indikator") == FLAWED
    page.evaluate("window.help.detach()")
    assert page.locator(".ind + cermat-note").count() == 0


def test_a_wrong_pointer_is_refused_at_once(host_form):
    page = host_form("<form><input></form>")
    said = page.evaluate(
        "import(document.querySelector('script').textContent.match(/'(http[^']+)'/)[1]).then("
        "({ Cermat }) => Cermat.attach(document.forms[0], { input: '/topikk' })).catch(String)"
    )
    assert said == "TypeError: Cermat: penunjuk tidak dikenal: /topikk"


@pytest.mark.parametrize("closed", ["readonly", "disabled"])
def test_a_field_that_cannot_be_written_is_left_alone(host_form, closed):
    page = host_form(
        FIELD.replace("rows=3", closed).replace("></textarea>", f">{FLAWED}</textarea>")
    )
    page.wait_for_timeout(500)
    assert page.locator("cermat-field cermat-note").count() == 0
    page.evaluate(f"document.querySelector('textarea').removeAttribute('{closed}')")
    page.wait_for_selector(MARK)


def test_nothing_is_asked_while_a_word_is_being_composed(host_form):
    page = host_form(FIELD)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    area = page.get_by_role("textbox", name="Indikator")
    area.focus()
    typing = page.context.new_cdp_session(page)
    typing.send("Input.imeSetComposition", {"text": FLAWED, "selectionStart": 5, "selectionEnd": 5})
    page.wait_for_timeout(500)
    assert not [url for url in asked if "check" in url]
    typing.send("Input.insertText", {"text": FLAWED})
    page.wait_for_selector(MARK)


ATTACK = "<img src=x onerror='window.broken=1'>"


def test_what_is_typed_or_answered_never_becomes_html(host_form):
    page = host_form(FIELD)

    def answer(route):
        span = {"start": 0, "end": 4}
        finding = {
            "rule": ATTACK, "pointer": "/tindak_lanjut/0/indikator", "span": span, "quote": "<img",
            "severity": "error", "needs_review": False, "message": ATTACK, "why": ATTACK,
            "evidence": [{**span, "reason": ATTACK}],
            "suggestions": [{"text": ATTACK, "slots": [
                {"name": ATTACK, "hint": ATTACK, "example": ATTACK, "start": 0, "end": 1}]}],
        }  # fmt: skip
        allowed = {"access-control-allow-origin": "*"}
        route.fulfill(json={"findings": [finding], "labels": {}}, headers=allowed)

    page.route("**/v1/check", answer)
    page.get_by_role("textbox", name="Indikator").fill(ATTACK)
    page.wait_for_selector(MARK)
    page.keyboard.press("Alt+Enter")
    page.get_by_text("Mengapa").click()
    assert page.locator("cermat-note img").count() == 0
    assert ATTACK in page.locator(CARD).inner_text()
    assert page.evaluate("window.broken") is None


def test_the_card_fits_a_narrow_screen(host_form):
    page = host_form(FIELD.replace("cols=50", "style='width:100%'"))
    page.set_viewport_size({"width": 360, "height": 640})
    page.get_by_role("textbox", name="Indikator").fill(FLAWED)
    page.wait_for_selector(MARK)
    page.keyboard.press("Alt+Enter")
    box = page.locator(CARD).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert box["y"] + box["height"] <= 640
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize(("wish", "name"), [("reduce", "none"), ("no-preference", "muncul")])
def test_motion_is_reduced_when_asked(host_form, page, wish, name):
    page.emulate_media(reduced_motion=wish)
    host_form(FIELD)
    page.get_by_role("textbox", name="Indikator").fill(FLAWED)
    page.wait_for_selector(MARK)
    page.keyboard.press("Alt+Enter")
    assert page.locator(CARD).evaluate("card => getComputedStyle(card).animationName") == name
