"""The inline help in difficult pages: odd styles, boxes, dialogs, scripts, a lame service."""

import pytest

FLAWED = "Memahami visualisasi data"
MARK = "cermat-note .garis"
CARD = "cermat-note .kartu"
BADGE = "cermat-note button.lencana"
AREA = "<cermat-field field=indikator><textarea aria-label=Indikator rows=4 cols=50>{}</textarea>"
FIELD = f"<form>{AREA.format('')}</cermat-field></form>"
LETTERS = """() => {
  const note = document.querySelector('cermat-note');
  const area = document.querySelector('textarea, input');
  const mark = note.shadowRoot.querySelector('.garis').getBoundingClientRect();
  const at = (x) => document.caretPositionFromPoint(x, mark.top + mark.height / 2);
  const [from, to] = [at(mark.left + 1), at(mark.right - 1)];
  return from?.offsetNode === area && area.value.slice(from.offset, to.offset);
}"""
NEXT_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 40)))"

STYLES = [
    "letter-spacing: 2px; line-height: 2; padding: 13px 3px 7px 21px; border: 5px solid",
    "box-sizing: border-box; width: 100%; text-align: right; font: italic 19px serif",
    "width: 211px; height: 133px; word-break: break-all; text-indent: 30px",
    "scrollbar-gutter: stable both-edges",
    "white-space: pre; overflow: auto",
    "field-sizing: content; max-height: 9rem",
    "text-transform: uppercase; word-spacing: 6px",
    "zoom: 1.37",
]


def test_the_line_is_under_its_letters_however_the_field_looks(host_form):
    page = host_form(FIELD)
    area = page.get_by_role("textbox")
    area.fill("\n" * 30 + FLAWED + "\n" * 30)
    page.wait_for_selector(MARK, state="attached")
    found = {}
    for style in STYLES:
        area.evaluate("(area, style) => { area.style = style; area.scrollTop = 0; }", style)
        page.evaluate(NEXT_FRAMES)
        mark = page.locator(MARK).bounding_box()
        area.evaluate(
            "(area, far) => { area.scrollTop = far / (area.currentCSSZoom ?? 1) }",
            mark["y"] - area.bounding_box()["y"] - 30,
        )
        page.evaluate(NEXT_FRAMES)
        found[style] = page.evaluate(LETTERS)
    assert found == dict.fromkeys(STYLES, "Memahami")


@pytest.mark.parametrize("style", ["zoom: 1.25", "transform: scale(.8)"])
def test_the_line_is_under_its_letters_on_a_scaled_page(host_form, style):
    page = host_form(f"<div style='{style}'>{FIELD}</div>")
    page.get_by_role("textbox").fill("\n" + FLAWED)
    page.wait_for_selector(MARK)
    assert page.evaluate(LETTERS) == "Memahami"


def test_the_badge_hides_no_word_of_a_single_line(host_form):
    page = host_form("<cermat-field field=indikator><input aria-label=Indikator></cermat-field>")
    page.get_by_role("textbox").fill(FLAWED)
    page.wait_for_selector(MARK)
    badge, line = page.locator(BADGE).bounding_box(), page.get_by_role("textbox").bounding_box()
    assert badge["y"] > line["y"] + line["height"] * 0.6


def test_nothing_floats_about_when_a_scrolling_box_has_hidden_the_field(host_form):
    page = host_form(
        "<p>Catatan</p><div id=box style='height: 150px; overflow: auto'>"
        f"{FIELD}<p style='height: 900px'></p></div>"
    )
    page.get_by_role("textbox").fill(FLAWED)
    page.wait_for_selector(MARK)
    badge = page.locator(BADGE)
    seen = "badge => getComputedStyle(badge).clipPath === 'none'"
    assert badge.evaluate(seen)
    page.evaluate("document.querySelector('#box').scrollTop = 120")
    page.evaluate(NEXT_FRAMES)
    assert not badge.evaluate(seen)
    page.evaluate("document.querySelector('#box').scrollTop = 0")
    page.evaluate(NEXT_FRAMES)
    assert badge.evaluate(seen)


def test_fields_with_a_form_without_one_and_in_a_shadow_tree_are_all_helped(host_form):
    text = AREA.format(FLAWED)
    page = host_form(
        f"<form>{text}</cermat-field></form>{text}</cermat-field><div id=shadow></div>",
        "document.querySelector('#shadow').attachShadow({ mode: 'open' })"
        f".innerHTML = `{text}</cermat-field>`;",
    )
    page.locator(MARK).nth(2).wait_for()
    assert page.locator(MARK).all_inner_texts() == ["Memahami"] * 3


def test_a_reset_form_has_no_findings(host_form):
    page = host_form(FIELD.replace("</form>", "<button type=reset>Kosongkan</button></form>"))
    page.get_by_role("textbox").fill(FLAWED)
    page.wait_for_selector(MARK)
    page.get_by_role("button", name="Kosongkan").click()
    page.locator(BADGE).wait_for(state="hidden")
    assert page.locator(MARK).count() == 0


def test_a_field_taken_away_takes_its_note_along_and_brings_it_back(host_form):
    page = host_form(FIELD)
    page.get_by_role("textbox").fill(FLAWED)
    page.wait_for_selector(MARK)
    page.evaluate("window.kept = document.querySelector('cermat-field'); kept.remove()")
    page.locator("cermat-note").wait_for(state="detached")
    page.evaluate("document.forms[0].append(kept)")
    page.wait_for_selector(MARK)
    assert page.locator("cermat-note").count() == 1


def test_a_modal_dialog_hears_what_is_found_and_stays_open_on_escape(host_form):
    page = host_form(f"<dialog>{FIELD}</dialog>", "document.querySelector('dialog').showModal();")
    page.get_by_role("textbox").press_sequentially(FLAWED)
    # By role: what lies outside a modal dialog has none.
    page.get_by_role("status").filter(has_text="1 temuan pada Indikator").wait_for(state="attached")
    page.keyboard.press("Alt+Enter")
    assert page.locator(CARD).is_visible()
    page.keyboard.press("Escape")
    assert page.locator(CARD).is_hidden()
    assert page.locator("dialog").evaluate("dialog => dialog.open")


def test_what_a_script_wrote_meanwhile_is_not_overwritten(host_form):
    page = host_form(FIELD)
    area = page.get_by_role("textbox", name="Indikator")
    area.fill(FLAWED)
    page.wait_for_selector(MARK)
    write = "area => { area.value = 'Laporan dikirim paling lambat 30 September 2025' }"
    page.keyboard.press("Alt+Enter")
    area.evaluate(write)
    page.locator(f"{CARD} .saran button").first.click()
    assert area.input_value().startswith("Laporan dikirim")
    page.locator("cermat-note .keadaan", has_text="✓").wait_for()
    assert page.locator(MARK).count() == 0


@pytest.mark.parametrize(
    ("status", "body", "state"),
    [
        (200, "<html>", "terputus"),
        (200, "[]", "terputus"),
        (200, '{"findings": [{"rule": "X"}]}', "terputus"),
        (502, "<html>", "terputus"),
        (422, '{"detail": ["x"]}', "belum diperiksa"),
    ],
)
def test_whatever_a_proxy_answers_is_said_quietly(host_form, page, status, body, state):
    headers = {"access-control-allow-origin": "*"}
    page.route("**/v1/check", lambda r: r.fulfill(status=status, body=body, headers=headers))
    host_form(FIELD)
    page.get_by_role("textbox").fill(FLAWED)
    page.locator("cermat-note .keadaan", has_text=state).wait_for()
    assert page.get_by_role("textbox").input_value() == FLAWED


def test_a_lost_service_is_said_beside_old_findings_and_its_return_heals_all_fields(host_form):
    page = host_form(
        f"<form>{AREA.format('')}</cermat-field>{AREA.format('')}</cermat-field></form>"
    )
    for area in page.get_by_role("textbox").all():
        area.fill(FLAWED)
    page.locator(MARK).nth(1).wait_for()
    page.route("**/v1/check", lambda route: route.abort())
    for area in page.get_by_role("textbox").all():
        area.press("End")
        area.press_sequentially(" lapangan")
    lost = page.locator(BADGE).filter(has_text="1 temuan · terputus")
    lost.nth(1).wait_for()
    page.unroute("**/v1/check")
    page.get_by_role("textbox").first.press_sequentially(" dan")
    for badge in page.locator(BADGE).all():
        badge.filter(has_not_text="terputus").wait_for()


@pytest.mark.parametrize("height", [360, 520, 660, 900])
@pytest.mark.parametrize("margin", [0, 200])
def test_the_card_does_not_lie_on_the_words_it_speaks_of(host_form, height, margin):
    page = host_form(f"<div style='margin-top: {margin}px'>{FIELD}</div>")
    page.set_viewport_size({"width": 900, "height": height})
    page.get_by_role("textbox").fill(FLAWED)
    page.wait_for_selector(MARK)
    page.keyboard.press("Alt+Enter")
    words, card = page.locator(MARK).bounding_box(), page.locator(CARD).bounding_box()
    assert card["y"] >= words["y"] + words["height"] or card["y"] + card["height"] <= words["y"]
    assert card["y"] >= 0
    assert card["y"] + card["height"] <= height
