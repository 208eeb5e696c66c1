"""A real browser before the really running service; skipped, with the reason, where there is none.

``CERMAT_ARTEFAK=folder`` (or ``--artefak folder`` when only tests/web runs) keeps the screenshots.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

HOST = "http://ekinerja.test"
"""The origin of a form that is not ours."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--artefak", default=os.environ.get("CERMAT_ARTEFAK"), metavar="FOLDER")


@pytest.fixture(scope="session")
def artefacts(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    wanted = request.config.getoption("--artefak", os.environ.get("CERMAT_ARTEFAK"))
    folder = Path(wanted) if wanted else tmp_path_factory.mktemp("artefak")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium on this machine (Debian: apt-get install chromium)")
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(
            executable_path=chromium,
            # Both ends are this machine; a browser would not let a far page call a near one.
            args=["--no-sandbox", "--disable-features=LocalNetworkAccessChecks"],
        )
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def service() -> Iterator[str]:
    """The address of a service that lets ``HOST`` in."""
    start = "from service.server import run; run('127.0.0.1', 0, 1)"
    command = [sys.executable, "-c", start]
    process = subprocess.Popen(
        command,
        env={**os.environ, "CERMAT_CORS_ORIGINS": HOST},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    yield process.stdout.readline().split()[-1]
    process.terminate()
    process.communicate(timeout=20)


@pytest.fixture(scope="session")
def window(browser, service) -> Iterator[object]:
    """One window for all pages: the page keeps nothing, so tests share nothing."""
    context = browser.new_context(
        base_url=service, viewport={"width": 1000, "height": 700}, reduced_motion="reduce"
    )
    context.set_default_timeout(4000)
    yield context
    assert context.storage_state() == {"cookies": [], "origins": []}
    context.close()


@pytest.fixture
def page(window, service) -> Iterator[object]:
    """A page that must not complain: no script error, no request to a third host."""
    page = window.new_page()
    errors: list[str] = []
    hosts: set[str] = set()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: hosts.add("/".join(request.url.split("/")[:3])))
    yield page
    page.close()
    assert errors == []
    assert hosts <= {service, HOST, "data:,"}


@pytest.fixture
def host_form(page, service) -> Callable[[str, str], object]:
    """Open somebody else's page that holds ``body`` and runs ``script`` with Cermat imported."""

    def show(body: str, script: str = "") -> object:
        html = (
            "<!doctype html><html lang=id><meta charset=utf-8><title>Formulir</title>"
            f"<body style='margin:2rem'><main><h1>Formulir</h1>{body}</main><script type=module>"
            f"import {{ Cermat }} from '{service}/web/cermat.js';\n{script}</script>"
        )
        page.route(f"{HOST}/", lambda route: route.fulfill(body=html, content_type="text/html"))
        page.goto(f"{HOST}/")
        return page

    return show
