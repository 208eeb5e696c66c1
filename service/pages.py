"""The pages for people: the try page and the catalogue of rules."""

from html import escape
from pathlib import Path
from string import Template

from fastapi import APIRouter, Request
from markdown_it import MarkdownIt
from starlette.responses import FileResponse, HTMLResponse

from nlp.measured import figures_of
from nlp.page import Example, Page
from service.problems import Problem

WEB = Path(__file__).parent / "web"
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
FRESH = {"cache-control": "no-cache"}

router = APIRouter(include_in_schema=False)


@router.get("/")
async def home() -> FileResponse:
    """The try page."""
    return FileResponse(WEB / "index.html", headers=FRESH)


@router.get("/aturan")
async def catalogue(request: Request) -> HTMLResponse:
    """All rules, each a link to its page."""
    pages: dict[str, Page] = request.app.state.pages
    items = "".join(
        f'<li><a href="/aturan/{escape(page.id)}">{escape(page.title)}</a>'
        f" <code>{escape(page.id)}</code>{_measured(page)}</li>"
        for page in pages.values()
    )
    return _frame("Aturan", f'<h1>Aturan</h1><ul class="daftar">{items}</ul>')


@router.get("/aturan/{id}")
async def rule(request: Request, id: str) -> HTMLResponse:
    """One rule's page."""
    page: Page | None = request.app.state.pages.get(id)
    if page is None:
        raise Problem("tidak_ditemukan", "Tidak ada aturan dengan id itu; lihat /aturan.")
    return _frame(page.title, render_rule(page))


def render_rule(page: Page) -> str:
    """A rule's page as HTML: its Markdown prose, then its examples with the words marked.

    HTML inside the Markdown is shown, not obeyed.
    """
    prose = "".join(
        f"<h2>{title}</h2>{MARKDOWN.render(text)}"
        for title, text in (("Apa", page.what), ("Mengapa", page.why))
    )
    return (
        f'<p><a href="/aturan">Semua aturan</a></p><h1>{escape(page.title)}</h1>'
        f"<p><code>{escape(page.id)}</code></p>{prose}"
        f"{_examples('Perlu diperbaiki', page.wrong)}{_examples('Sudah tepat', page.right)}"
        f"<h2>Sumber</h2>{MARKDOWN.render(page.source)}"
        + (f"<h2>Ketelitian</h2><p>{escape(page.measured.said)}</p>" if page.measured else "")
    )


def _measured(page: Page) -> str:
    test = page.measured.test if page.measured else None
    return f'<br><span class="redup">{escape(figures_of(test))}</span>' if test else ""


def _examples(title: str, examples: tuple[Example, ...]) -> str:
    items = "".join(f"<li>{_example(example)}</li>" for example in examples)
    return f'<h2>{title}</h2><ul class="daftar">{items}</ul>' if items else ""


def _example(example: Example) -> str:
    text = escape(example.text)
    if example.span:
        start, end = example.span
        before, words, after = example.text[:start], example.text[start:end], example.text[end:]
        text = f"{escape(before)}<mark>{escape(words)}</mark>{escape(after)}"
    if example.batch:
        others = "; ".join(escape(other) for other in example.batch)
        text += f'<br><span class="redup">Pegawai lain:</span> {others}'
    if example.suggestion:
        text += f'<br><span class="redup">Tulis misalnya:</span> {escape(example.suggestion)}'
    return text


def _frame(title: str, body: str) -> HTMLResponse:
    frame = Template((WEB / "halaman.html").read_text(encoding="utf-8"))
    return HTMLResponse(frame.substitute(title=escape(title), body=body), headers=FRESH)
