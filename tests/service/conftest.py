"""Two really running servers: one with the real reviewer, one with a fake that can misbehave."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from service.schemas import EXAMPLES


@dataclass(frozen=True)
class Server:
    url: str
    process: subprocess.Popen[str]
    output: Path

    def log(self) -> str:
        """Everything the server has written to standard output and error."""
        return self.output.read_text(encoding="utf-8")

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])


def start(command: list[str], folder: Path) -> Iterator[Server]:
    output = folder / "server.log"
    with output.open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=log, text=True, encoding="utf-8"
        )
        assert process.stdout is not None
        said = process.stdout.readline()
        assert said.startswith("cermat siap: buka http://"), output.read_text()
        yield Server(said.split()[-1], process, output)
        process.terminate()
        rest, _ = process.communicate(timeout=20)
        assert rest == ""


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    command = [sys.executable, "-c", "from service.cli import app; app()", "serve", "--port=0"]
    yield from start(command, tmp_path_factory.mktemp("server"))


@pytest.fixture(scope="session")
def fake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    command = [sys.executable, str(Path(__file__).with_name("fake_server.py"))]
    yield from start(command, tmp_path_factory.mktemp("fake"))


@pytest.fixture(scope="session")
def client(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, timeout=30) as client:
        yield client


@pytest.fixture(scope="session")
def fake_client(fake: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=fake.url, timeout=60) as client:
        yield client


@pytest.fixture
def form() -> dict[str, object]:
    """The contract's form, filled in."""
    return dict(EXAMPLES["perlu_perbaikan"]["value"])
