"""The pages for people: the try page, the reviewer's desk, the catalogue of rules."""

from html import escape
from pathlib import Path
from string import Template

from fastapi import APIRouter, Request
from markdown_it import MarkdownIt
from starlette.responses import HTMLResponse

from nlp.measured import figures_of
from nlp.page import Example, Page
from service.problems import Problem
from service.settings import settings
from service.terminal import ASPECTS, SEVERITIES

WEB = Path(__file__).parent / "web"
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
PARTS = {**ASPECTS, "konseling": "Konseling"}
FRESH = {"cache-control": "no-cache"}

router = APIRouter(include_in_schema=False)


@router.get("/")
async def home(request: Request) -> HTMLResponse:
    """The try page, with the rules' titles: all it needs of a catalogue many times its size."""
    return _filled("index.html", rules=_options(request.app.state.pages))


@router.get("/meja")
async def desk(request: Request) -> HTMLResponse:
    """The reviewer's desk; the rules' titles and the size of a file are all it holds of us."""
    options = _options(request.app.state.pages)
    return _filled("meja.html", rules=options, limit=settings.max_file_bytes)


@router.get("/aturan")
async def catalogue(request: Request) -> HTMLResponse:
    """All rules on one page, each at ``#ID``, to be read, searched and printed."""
    pages: dict[str, Page] = request.app.state.pages
    aspects: dict[str, str] = request.app.state.aspects
    order = {aspect: number for number, aspect in enumerate(PARTS)}
    sorted_pages = sorted(
        pages.values(), key=lambda page: (order.get(aspects[page.id], len(order)), page.title)
    )
    rules = "".join(_entry(page, aspects[page.id]) for page in sorted_pages)
    known = [name for name in PARTS if name in aspects.values()]
    search = _SEARCH.format(
        aspects="".join(f'<option value="{name}">{PARTS[name]}</option>' for name in known),
        severities="".join(
            f'<option value="{name}">{said}</option>' for name, (said, _) in SEVERITIES.items()
        ),
        count=len(pages),
    )
    return _frame("Aturan", f"<h1>Aturan</h1>{search}{rules}", "aturan.js")


_SEARCH = """<p class="redup">Apa yang diperiksa, mengapa, dan seperti apa rumusan yang tepat.
Program menyarankan, orang memutuskan.</p>
<form id="saringan" class="saringan" role="search" aria-label="Saring aturan">
<div><label for="cari">Cari</label><input id="cari" type="search" autocomplete="off"></div>
<div><label for="aspek">Bagian</label><select id="aspek"><option value="">Semua</option>{aspects}
</select></div>
<div><label for="tingkat">Tingkat</label><select id="tingkat"><option value="">Semua</option>
{severities}</select></div></form>
<p id="jumlah" class="redup" role="status">{count} aturan</p>"""


def _entry(page: Page, aspect: str) -> str:
    said = SEVERITIES[page.severity][0] if page.severity in SEVERITIES else page.severity
    wrong, right = len(page.wrong), len(page.right)
    return (
        f'<article class="butir-aturan" id="{escape(page.id)}" data-bagian="{escape(aspect)}"'
        f' data-tingkat="{escape(page.severity)}"><h2>{escape(page.title)}</h2>'
        f'<p class="redup"><span class="tingkat {escape(page.severity)}">{said}</span> ·'
        f" {escape(PARTS.get(aspect, aspect))} · <code>{escape(page.id)}</code> ·"
        f' <a href="/aturan/{escape(page.id)}">halaman sendiri</a></p>'
        f"{_measured(page)}{MARKDOWN.render(page.what)}<h3>Mengapa</h3>{MARKDOWN.render(page.why)}"
        f"<details><summary>{wrong} contoh perlu diperbaiki, {right} contoh sudah tepat</summary>"
        f"{_examples('Perlu diperbaiki', page.wrong, 3)}{_examples('Sudah tepat', page.right, 3)}"
        f'</details><div class="redup sumber">{MARKDOWN.render(page.source)}</div></article>'
    )


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
        f'<p><a href="/aturan#{escape(page.id)}">Semua aturan</a></p><h1>{escape(page.title)}</h1>'
        f"<p><code>{escape(page.id)}</code></p>{prose}"
        f"{_examples('Perlu diperbaiki', page.wrong)}{_examples('Sudah tepat', page.right)}"
        f"<h2>Sumber</h2>{MARKDOWN.render(page.source)}"
        + (f"<h2>Ketelitian</h2><p>{escape(page.measured.said)}</p>" if page.measured else "")
    )


def _measured(page: Page) -> str:
    test = page.measured.test if page.measured else None
    return f'<p class="redup">{escape(figures_of(test))}</p>' if test else ""


def _examples(title: str, examples: tuple[Example, ...], level: int = 2) -> str:
    items = "".join(f"<li>{_example(example)}</li>" for example in examples)
    return f'<h{level}>{title}</h{level}><ul class="daftar">{items}</ul>' if items else ""


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


def _options(pages: dict[str, Page]) -> str:
    return "".join(
        f'<option value="{escape(page.id)}">{escape(page.title)}</option>'
        for page in sorted(pages.values(), key=lambda page: page.title)
    )


def _filled(name: str, **parts: object) -> HTMLResponse:
    whole = Template((WEB / name).read_text(encoding="utf-8"))
    return HTMLResponse(whole.substitute(parts), headers=FRESH)


def _frame(title: str, body: str, script: str = "") -> HTMLResponse:
    tag = f'<script type="module" src="/web/{script}"></script>' if script else ""
    return _filled("halaman.html", title=escape(title), body=body, script=tag)
