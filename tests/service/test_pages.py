"""The pages for people: self-contained, Indonesian, and safe to show anything."""

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path

import orjson
import pytest

from nlp.page import Page
from nlp.review import catalogue
from service.pages import WEB, render_rule
from service.schemas import FormIn
from service.validation import validate

PATHS = ["/", "/meja", "/aturan", *(f"/aturan/{page.id}" for page in catalogue())]


class Tags(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_indonesian_and_needs_no_other_host(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    tags = Tags(answer.text).found
    assert ("html", {"lang": "id"}) in tags
    for tag, attributes in tags:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        assert tag != "style"
        for name in ("src", "href", "action"):
            if tag != "a" and name in attributes:
                assert re.match(r"/|data:,", attributes[name] or "")
        if tag == "script":
            assert attributes["src"]


@pytest.mark.parametrize("path", PATHS)
def test_no_inline_script_could_run(client, path):
    policy = client.get(path).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("file", sorted(WEB.iterdir()), ids=lambda file: file.name)
def test_every_file_of_the_page_is_served_with_its_kind(client, file):
    kinds = {
        ".css": "text/css",
        ".js": "text/javascript",
        ".json": "application/json",
        ".md": "text/markdown",
    }
    answer = client.get(f"/web/{file.name}")
    assert answer.headers["content-type"].startswith(kinds.get(file.suffix, "text/html"))


@pytest.mark.parametrize("name", sorted(file.name for file in WEB.glob("*.js")))
def test_a_script_never_writes_html(name):
    script = (WEB / name).read_text("utf-8")
    for dangerous in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert dangerous not in script


def test_the_catalogue_holds_every_rule_where_findings_point(client):
    places = {found.get("id") for _, found in Tags(client.get("/aturan").text).found}
    assert {page.id for page in catalogue()} <= places


def test_every_field_of_the_page_is_a_field_of_the_form():
    page = (WEB / "index.html").read_text("utf-8")
    fixed = page.partition("<template")[0]
    for pointer in re.findall(r'data-pointer="([^"]+)"', fixed):
        value: object = True if pointer == "/disetujui_atasan" else "2025-07-10"
        for key in reversed(pointer[1:].split("/")):
            value = {key: value}
        validate(FormIn, value)


def test_the_two_examples_are_forms():
    examples = orjson.loads((WEB / "contoh.json").read_bytes())
    assert len(examples) == 2
    for example in examples.values():
        validate(FormIn, example["value"])


def test_a_rule_page_shows_html_as_text_and_marks_the_words():
    page = Page(
        "X", "<b>", "<script>alert(1)</script> **tebal**", "[a](javascript:alert(1))", "s", "1",
        "error", (), wrong=(), right=(), markdown="",
    )  # fmt: skip
    shown = render_rule(page)
    assert "<script" not in shown
    assert "<strong>tebal</strong>" in shown
    assert 'href="javascript' not in shown
    assert "<h1>&lt;b&gt;</h1>" in shown


def test_pages_of_the_service_stay_small():
    for file in Path(WEB).iterdir():
        # One module without a build step keeps its comments; what counts is what is sent packed.
        packed = gzip.compress(file.read_bytes()) if file.name == "cermat.js" else b""
        assert (len(packed) or file.stat().st_size) < 20_000
