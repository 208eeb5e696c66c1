"""A real LibreOffice with the extension installed, in a profile of its own, finds what we find."""

import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

SERVE = [sys.executable, "-c", "from service.cli import app; app()", "serve", "--port=0"]
DRIVER = Path(__file__).with_name("drive.py")
TEXT = "RTL: 😀 Kepala Bagian menyetujui SOP"


def office(name: str) -> str | None:
    """A program of LibreOffice: on the path, or beside the one that is."""
    found = shutil.which(name)
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if found or not soffice:
        return found
    beside = Path(soffice).resolve().with_name(name)
    return str(beside) if beside.exists() else None


def python_with_uno() -> str | None:
    for python in (office("python"), shutil.which("python3", path="/usr/bin"), sys.executable):
        if (
            python
            and not subprocess.run([python, "-c", "import uno"], capture_output=True).returncode
        ):
            return python
    return None


SOFFICE, UNOPKG = office("soffice") or office("libreoffice"), office("unopkg")
PYTHON = python_with_uno() if SOFFICE and UNOPKG else None
pytestmark = pytest.mark.skipif(
    PYTHON is None,
    reason="LibreOffice (soffice, unopkg) atau Python dengan modul uno tidak terpasang",
)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    process = subprocess.Popen(SERVE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    yield process.stdout.readline().split()[-1]
    process.terminate()
    process.wait(timeout=20)


@pytest.fixture(scope="module")
def profile(server: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A fresh profile with the extension that the server hands out."""
    folder = tmp_path_factory.mktemp("libreoffice")
    extension = folder / "cermat.oxt"
    extension.write_bytes(httpx.get(f"{server}/unduh/cermat.oxt").content)
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    added = subprocess.run(
        [str(UNOPKG), "add", "--suppress-license", own, str(extension)],
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert added.returncode == 0, added.stderr
    return own


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def test_libreoffice_underlines_what_the_service_finds(server: str, profile: str):
    port = free_port()
    accept = f"--accept=socket,host=127.0.0.1,port={port};urp;"
    quiet = ["--headless", "--invisible", "--norestore", "--nologo", "--nodefault"]
    running = subprocess.Popen([str(SOFFICE), *quiet, profile, accept])
    try:
        driven = subprocess.run(
            [str(PYTHON), str(DRIVER), str(port), TEXT],
            capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        assert driven.returncode == 0, driven.stderr
    finally:
        running.terminate()
        running.wait(timeout=30)
    seen = json.loads(driven.stdout)
    fields = {"language": "id-ID", "text": TEXT}
    matches = httpx.post(f"{server}/v2/check", data=fields).json()["matches"]
    assert seen["enabled"] is True
    assert seen["address"] == f"{server}/v2"
    assert seen["active"] == ["org.openoffice.lingu.LanguageToolGrammarChecker"]
    assert seen["indonesian"] is True
    assert seen["english"] is False
    assert seen["errors"] == [
        [match["offset"], match["length"], [new["value"] for new in match["replacements"]]]
        for match in matches
    ]
    assert matches
