"""The report as PDF, by whichever converter the machine has."""

import base64
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

_OFFICES = ("soffice", "libreoffice")
_PATIENCE = 600
_SVG = re.compile(
    r'<svg (?P<attributes>[^>]*viewBox="(?P<box>[^"]*)"[^>]*)>(?P<body>.*?)</svg>', re.DOTALL
)
_CHART_WIDTH, _METER_WIDTH = 460, 90
_COLOURS = (
    "<style>.batang{fill:#0b6b5d}.alas{fill:#e9ebe8}.sumbu{stroke:#5d676d}"
    "text{font:15px sans-serif;fill:#23282b}.redup{fill:#5d676d;font-size:13.5px}</style>"
)
# No variables and no grids here.
_OFFICE_STYLE = (
    "<style>@page { size: A4; margin: 2cm } body { font: 10pt sans-serif; color: #23282b }"
    " h1, h2, h3, h4 { font-family: sans-serif } h1 { font-size: 16pt }"
    " h2 { font-size: 13pt; color: #0b6b5d } h3, h4 { font-size: 11pt; color: #23282b }"
    " dt { color: #5d676d }"
    " dd { font-size: 13pt; font-weight: bold }"
    " th { text-align: left; color: #5d676d } td, th { padding: 2pt 8pt 2pt 0;"
    " border-bottom: 0.5pt solid #d9dcd8 } td.n, th.n { text-align: right }"
    " .redup, code { color: #5d676d }</style>"
)
_SHOWN = {
    re.compile(r"<style>.*?</style>", re.DOTALL): _OFFICE_STYLE,
    re.compile(r"<nav .*?</nav>", re.DOTALL): "",
    re.compile("<(/?)summary>"): r"<\1h4>",
    re.compile("(</b>|</span>)(<span)"): r"\1 · \2",
    re.compile("<mark>"): "“",
    re.compile("</mark>"): "”",
}
"""Markup of the page, and what stands for it in LibreOffice."""
MISSING = (
    "PDF memerlukan LibreOffice (perintah soffice) atau WeasyPrint (pip install weasyprint)."
    " Pasang salah satunya, atau pilih -o hasil.html lalu cetak ke PDF dari peramban."
)


def can_convert() -> bool:
    """Whether a PDF can be made on this machine."""
    return find_spec("weasyprint") is not None or _office() is not None


def write_pdf(path: Path, page: Iterable[str]) -> None:
    """Write the page as PDF. Raises ``OSError`` when the converter fails."""
    weasyprint = find_spec("weasyprint") is not None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "laporan.html"
        with source.open("w", encoding="utf-8") as target:
            target.writelines(page if weasyprint else map(_for_office, page))
        made = source.with_suffix(".pdf")
        if weasyprint:
            from weasyprint import HTML

            HTML(filename=str(source)).write_pdf(str(made))
        elif office := _office():
            # Its own profile: a running LibreOffice would otherwise take the job and drop it.
            command = [office, f"-env:UserInstallation={Path(folder, 'profil').as_uri()}"]
            command += ["--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
            try:
                subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
            except subprocess.SubprocessError as error:
                raise OSError from error
        if not made.exists():
            raise OSError
        shutil.copyfile(made, path)


def _for_office(part: str) -> str:
    """A piece of the page as LibreOffice shows it.

    It draws SVG only from an image of its own, and knows no marks, folds or gaps.
    """
    for written, shown in _SHOWN.items():
        part = written.sub(shown, part)
    return _SVG.sub(_image, part)


def _image(svg: re.Match[str]) -> str:
    _, _, width, height = (float(number) for number in svg["box"].split())
    wide = _METER_WIDTH if "ukur" in svg["attributes"] else _CHART_WIDTH
    sized = f'xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
    drawn = f"<svg {sized} {svg['attributes']}>{_COLOURS}{svg['body']}</svg>"
    kept = base64.b64encode(drawn.encode()).decode()
    return (
        f'<img src="data:image/svg+xml;base64,{kept}" width="{wide}"'
        f' height="{round(wide * height / width)}" alt="">'
    )


def _office() -> str | None:
    return next((found for name in _OFFICES if (found := shutil.which(name))), None)
