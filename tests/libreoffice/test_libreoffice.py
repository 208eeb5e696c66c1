"""A real LibreOffice with the extension installed, in a profile of its own, finds what we find."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.wiretap import Wire, logged, wire_to

SERVE = [sys.executable, "-c", "from service.cli import app; app()", "serve", "--port=0"]
DRIVER = Path(__file__).with_name("drive.py")
PARAGRAPHS = [
    "Topik: Telah dilaksanakan rapat",
    "RTL: 😀😀 Kepala Bagian menyetujui SOP",
    "Indikator: Memahami SOP",
    "Memahami SOP",
    "Indikator: Memahami R&D + tata naskah 100%20 = “baik”",
    "Mengurus ijin, hubungi budi.contoh@pu.go.id segera.",
    "😀😀\nIndikator: Memahami SOP\nRTL: Kepala Bagian menyetujui SOP",
]
TABLE = [["RTL", "Kepala Bagian menyetujui SOP"], ["Indikator", "Memahami tata naskah dinas"]]
ALONE = {"Memahami SOP", *(cell for row in TABLE for cell in row)}
WAIT = 120


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
def wire() -> Iterator[Wire]:
    """A wire to a running service."""
    process = subprocess.Popen(SERVE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with wire_to(process.stdout.readline().split()[-1]) as wire:
        yield wire
    process.terminate()
    process.wait(timeout=20)


@pytest.fixture(scope="module")
def as_user() -> Iterator[dict[str, Any]]:
    """How to start LibreOffice: in a home of its own, and never as root, which unopkg refuses."""
    with tempfile.TemporaryDirectory() as home:
        options: dict[str, Any] = {"cwd": home, "env": {**os.environ, "HOME": home}}
        if os.geteuid() == 0:
            shutil.chown(home, "nobody")
            options |= {"user": "nobody", "extra_groups": []}
        yield options


@pytest.fixture(scope="module")
def profile(wire: Wire, as_user: dict[str, Any]) -> str:
    """A fresh profile with the extension that the service hands out."""
    folder = Path(as_user["cwd"])
    extension = folder / "cermat.oxt"
    extension.write_bytes(httpx.get(f"{wire.address}/unduh/cermat.oxt").content)
    wire.asked.clear()
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    added = subprocess.run(
        [str(UNOPKG), "add", "--suppress-license", own, str(extension)],
        capture_output=True, text=True, timeout=WAIT, **as_user,
    )  # fmt: skip
    assert added.returncode == 0, added.stderr
    return own


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@pytest.fixture(scope="module")
def seen(wire: Wire, profile: str, as_user: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What a Writer document with our paragraphs shows, once Writer has sent them of itself."""
    port = free_port()
    accept = f"--accept=socket,host=127.0.0.1,port={port};urp;"
    quiet = ["--headless", "--norestore", "--nologo", "--nodefault"]
    running = subprocess.Popen([str(SOFFICE), *quiet, profile, accept], **as_user)
    driver = subprocess.Popen(
        [str(PYTHON), str(DRIVER), str(port)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert driver.stdin is not None
        assert driver.stdout is not None
        print(json.dumps({"paragraphs": PARAGRAPHS, "table": TABLE}), file=driver.stdin, flush=True)
        assert driver.stdout.readline() == "terbuka\n"
        until = time.monotonic() + WAIT
        while not {*PARAGRAPHS, *ALONE} <= {*wire.texts} and time.monotonic() < until:
            time.sleep(0.2)
        sent = [text for text in wire.texts if text]
        rest, _ = driver.communicate("\n", timeout=WAIT)
        yield {"sent": sent, **json.loads(rest)}
    finally:
        driver.kill()
        running.terminate()
        running.wait(timeout=30)


def test_the_extension_leads_libreoffice_here_for_indonesian_alone(seen, wire):
    assert seen["enabled"] is True
    assert seen["address"] == f"{wire.address}/v2"
    assert seen["active"] == ["org.openoffice.lingu.LanguageToolGrammarChecker"]
    assert seen["indonesian"] is True
    assert seen["english"] is False


def test_writer_sends_each_paragraph_and_each_cell_of_itself(seen, wire):
    assert sorted({*seen["sent"]}) == sorted({*PARAGRAPHS, *ALONE})
    assert wire.log("LibreOffice Writer") == logged("LibreOffice Writer")


@pytest.mark.parametrize("text", [*PARAGRAPHS, *sorted(ALONE)])
def test_writer_shows_what_the_service_finds(seen, wire, text):
    fields = {"language": "id-ID", "text": text}
    matches = httpx.post(f"{wire.address}/v2/check", data=fields).json()["matches"]
    shown = next(paragraph for paragraph in seen["found"] if paragraph["text"] == text)
    assert shown["errors"] == [
        [
            match["offset"],
            match["length"],
            [new["value"] for new in match["replacements"]],
            match["message"],
        ]
        for match in matches
    ]
    assert bool(matches) == (text not in ALONE)


def test_a_suggestion_taken_in_writer_is_put_behind_the_emoji(seen):
    lines = ["😀😀", "Indikator: Memahami SOP"]
    mended = [*lines, "RTL: Mengusulkan kepada Kepala Bagian agar menyetujui SOP"]
    start = seen["mended"].index("😀😀")
    assert seen["mended"][start : start + 3] == mended
