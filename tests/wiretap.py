"""A wire between a client and the service: it passes everything on and tells what was asked.

What people write (``text``, ``data``, …) is kept apart from the log, which names those fields only.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import httpx

from service.languagetool.request import fields_of

LOG = Path(__file__).parents[1] / "service" / "LANGUAGETOOL.md"
_WRITTEN = ("text", "data", "word")
_TRANSPORT = ("host", "connection", "content-length", "accept-encoding", "user-agent")


@dataclass(slots=True)
class Wire:
    """A listening wire: its address, what was asked for, and the texts that were sent."""

    address: str
    asked: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def log(self, client: str) -> list[str]:
        """Every kind of request once, in the order of its first coming, as rows of a table."""
        return [f"| {client} | {row}" for row in dict.fromkeys(self.asked)]


@contextmanager
def wire_to(service: str) -> Iterator[Wire]:
    """A wire that leads to the service at this address."""

    class Passing(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            sent = fields_of(body.decode() or urlsplit(self.path).query)
            wire.asked.append(_row(self, sent))
            wire.texts.append(sent.get("text", ""))
            answer = httpx.request(
                self.command, service + self.path, content=body, headers=dict(self.headers)
            )
            self.send_response(answer.status_code)
            self.send_header("content-type", answer.headers["content-type"])
            self.send_header("content-length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        do_GET = do_POST  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Say nothing: what passes may be somebody's text."""

    passing = ThreadingHTTPServer(("127.0.0.1", 0), Passing)
    wire = Wire(f"http://127.0.0.1:{passing.server_port}")
    Thread(target=passing.serve_forever, daemon=True).start()
    yield wire
    passing.shutdown()
    passing.server_close()


def logged(client: str) -> list[str]:
    """The rows for this client in the documentation."""
    rows = LOG.read_text("utf-8").splitlines()
    return [row for row in rows if row.startswith(f"| {client} |")]


def _row(request: BaseHTTPRequestHandler, sent: dict[str, str]) -> str:
    headers = sorted(name.lower() for name in request.headers if name.lower() not in _TRANSPORT)
    kind = request.headers.get("content-type", "")
    shown = [f"{name}: {kind}" if name == "content-type" else name for name in headers]
    fields = [name if name in _WRITTEN else f"{name}={value}" for name, value in sent.items()]
    path = urlsplit(request.path).path
    return f"`{request.command} {path}` | {', '.join(shown)} | {', '.join(fields) or '–'} |"
