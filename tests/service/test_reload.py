"""A running server follows the registry: no request lost, no answer from half a bundle."""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from nlp.bundle import BUILT_IN, read_bundle
from nlp.registry import ALIASES, promote, rollback
from service.metrics import Metrics
from service.reload import load_first
from service.schemas import EXAMPLES

FORM = EXAMPLES["perlu_perbaikan"]["value"]
COMMAND = [sys.executable, "-c", "from service.cli import app; app()", "serve", "--port=0"]
SERVER = {"CERMAT_RELOAD_SECONDS": "0.1"}
BUILT_IN_VERSION = read_bundle(BUILT_IN).version
Make = Callable[..., Path]


class Running:
    """A server on a registry of its own, and what its log says."""

    def __init__(self, root: Path) -> None:
        self.log_file = root.with_name("server.log")
        environment = {**os.environ, **SERVER, "CERMAT_BUNDLES": str(root)}
        with self.log_file.open("w") as log:
            self.process = subprocess.Popen(
                COMMAND, stdout=subprocess.PIPE, stderr=log, text=True, env=environment
            )
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        assert said, self.log()
        self.client = httpx.Client(base_url=said.split()[-1], timeout=30)

    def log(self) -> str:
        return self.log_file.read_text("utf-8")

    def bundle(self) -> str:
        return str(self.client.post("/v1/review", json=FORM).json()["versions"]["bundle"])

    def failures(self) -> float:
        lines = self.client.get("/metrics").text.splitlines()
        return next(
            float(line.split()[-1])
            for line in lines
            if line.startswith("cermat_reload_failures_total")
        )

    def stop(self) -> None:
        self.client.close()
        self.process.terminate()
        self.process.communicate(timeout=20)


def until(true: Callable[[], bool]) -> bool:
    """Whether it becomes true within ten seconds."""
    end = time.monotonic() + 10
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("layanan") / "himpunan"


@pytest.fixture(scope="module")
def server(root: Path) -> Iterator[Running]:
    running = Running(root)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory, make_bundle: Make) -> Path:
    """A bundle of one task whose probabilities are visibly others."""
    return make_bundle(tmp_path_factory.mktemp("baru") / "terukur", "terukur", moved=0.4)


def test_a_promotion_under_load_loses_no_request(
    server: Running, root: Path, changed: Path
) -> None:
    done = threading.Event()
    answers: list[tuple[int, str, tuple[object, ...]]] = []

    def hammer() -> None:
        with httpx.Client(base_url=server.client.base_url, timeout=30) as client:
            while not done.is_set():
                answer = client.post("/v1/review", json=FORM)
                review = answer.json()
                said = tuple(finding["confidence"] for finding in review["findings"])
                versions = review["versions"]
                answers.append(
                    (answer.status_code, f"{versions['bundle']} {versions['models']}", said)
                )

    assert server.bundle() == BUILT_IN_VERSION
    threads = [threading.Thread(target=hammer) for _ in range(4)]
    for thread in threads:
        thread.start()
    try:
        version = promote(root, changed).version
        assert until(lambda: server.bundle() == version), server.log()
        time.sleep(0.3)
    finally:
        done.set()
        for thread in threads:
            thread.join()
    assert {status for status, _, _ in answers} == {200}
    # Each version has one way to answer: models, version and figures belong together.
    kinds = Counter((versions, said) for _, versions, said in answers)
    assert len(kinds) == 2, kinds
    old, new = sorted(kinds, key=lambda kind: version in kind[0])
    assert BUILT_IN_VERSION in old[0]
    assert "geser 0.4" in new[0]
    assert old[1] != new[1]


def test_a_broken_champion_leaves_the_running_one_and_is_tried_once(
    server: Running, root: Path, make_bundle: Make, tmp_path: Path
) -> None:
    running = server.bundle()
    broken = promote(root, make_bundle(tmp_path / "b", "terukur", moved=0.1), "challenger").version
    (root / broken / "terukur.json").chmod(0o644)
    (root / broken / "terukur.json").write_text("{}")
    aliases = (root / ALIASES).read_text("utf-8")
    beside = root / "beside"
    beside.write_text(aliases.replace(running, broken, 1), "utf-8")
    beside.replace(root / ALIASES)
    assert until(lambda: server.failures() == 1)
    time.sleep(0.5)
    assert server.failures() == 1
    assert server.bundle() == running
    lines = [line for line in server.log().splitlines() if "Model baru tidak dipakai" in line]
    assert len(lines) == 1
    assert "terukur.json" in lines[0]
    assert FORM["topik"] not in server.log()
    assert "Traceback" not in server.log()


def test_a_rollback_is_followed(server: Running, root: Path, changed: Path) -> None:
    shutil.rmtree(root)
    promote(root, changed)
    assert until(lambda: server.bundle() != BUILT_IN_VERSION)
    assert rollback(root) is None
    assert until(lambda: server.bundle() == BUILT_IN_VERSION), server.log()


def test_a_bad_champion_at_the_start_gives_way_to_the_built_in_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / ALIASES).write_text('{"champion": "hilang", "challenger": null, "history": []}')
    monkeypatch.setenv("CERMAT_BUNDLES", str(tmp_path))
    metrics = Metrics()
    assert load_first(metrics).versions["bundle"] == BUILT_IN_VERSION
    assert b"cermat_reload_failures_total 1.0" in metrics.render()
    assert "hilang/bundle.json" in caplog.text


def test_a_stale_built_in_model_ends_the_start_with_one_sentence(tmp_path: Path) -> None:
    """The features are changed under the models, as an edit of the code would."""
    code = (
        "import nlp.bundle, sys; plain = nlp.analysis.names_of;"
        "nlp.analysis.names_of = lambda *a: plain(*a) - {'panjang:1'} | {'tanda:bukti'};"
        "from service.server import run; sys.exit(run('127.0.0.1', 0, 1))"
    )
    environment = {**os.environ, "CERMAT_BUNDLES": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=60
    )
    assert ended.returncode == 3
    assert "tidak lagi cocok dengan fitur saat ini" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""
