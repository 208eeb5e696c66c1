"""CERMAT_JS.md is right: its examples run in a browser as they are printed there."""

import re

import pytest

from service.pages import WEB

DOCUMENT = (WEB / "CERMAT_JS.md").read_text("utf-8")
EXAMPLES = re.findall(r"```html\n(.*?)```", DOCUMENT, re.DOTALL)
EXAMPLE_SERVER = "https://cermat.contoh.go.id"
HOST = "http://ekinerja.test"


def test_the_document_has_both_ways():
    assert ["<cermat-field" in EXAMPLES[0], "Cermat.attach" in EXAMPLES[1]] == [True, True]


@pytest.mark.parametrize("example", EXAMPLES, ids=["element", "attach"])
def test_an_example_works_as_printed(page, service, example):
    html = example.replace(EXAMPLE_SERVER, service)
    page.route(f"{HOST}/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{HOST}/")
    page.get_by_role("textbox", name="Indikator").fill("Memahami visualisasi data")
    page.get_by_role("button", name="1 temuan pada Indikator").click()
    gap = page.get_by_role("textbox", name="nilai: ")
    gap.fill("80")
    gap.press("Enter")
    mended = "Nilai uji pemahaman visualisasi data minimal 80"
    assert page.get_by_role("textbox", name="Indikator").input_value() == mended


def test_every_event_it_names_is_sent_and_no_other():
    module = (WEB / "cermat.js").read_text("utf-8")
    assert set(re.findall(r"`cermat:(\w+)`", DOCUMENT)) == set(
        re.findall(r'tell\(field, "(\w+)"', module)
    )
