"""The report as PDF, by whichever converter the machine has."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

_OFFICES = ("soffice", "libreoffice")
_PATIENCE = 600
MISSING = (
    "PDF memerlukan LibreOffice (perintah soffice) atau WeasyPrint (pip install weasyprint)."
    " Pasang salah satunya, atau pilih -o hasil.html lalu cetak ke PDF dari peramban."
)


def can_convert() -> bool:
    """Whether a PDF can be made on this machine."""
    return find_spec("weasyprint") is not None or _office() is not None


def write_pdf(path: Path, page: Iterable[str]) -> None:
    """Write the page as PDF. Raises ``OSError`` when the converter fails."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "laporan.html"
        with source.open("w", encoding="utf-8") as target:
            target.writelines(page)
        made = source.with_suffix(".pdf")
        if find_spec("weasyprint") is not None:
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


def _office() -> str | None:
    return next((found for name in _OFFICES if (found := shutil.which(name))), None)
