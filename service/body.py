"""Reading request bodies: the right kind, never too much, and only honest JSON."""

import re
from collections.abc import Iterator
from typing import Any

import orjson
from starlette.requests import Request

from service.problems import Problem, thousands
from service.settings import settings

JSON_TYPE = "application/json"
NDJSON_TYPE = "application/x-ndjson"
NDJSON_TYPES = (
    NDJSON_TYPE,
    "application/ndjson",
    "application/jsonl",
    "application/x-jsonlines",
    "application/jsonlines",
)
BOM = b"\xef\xbb\xbf"

# In valid JSON a string before a colon is a key; outside strings only brackets, commas and bare
# words are left. Everything between tokens is skipped.
_TOKEN = re.compile(rb'("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[\[\]{},]|[^\s\[\]{},":]+', re.DOTALL)
_KEY = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?', re.DOTALL)


def check_type(request: Request, allowed: tuple[str, ...]) -> None:
    """Refuse a body that says it is something else than ``allowed`` (first one named), with 415.

    A missing Content-Type is taken for the first. Compressed bodies are refused too.
    """
    kind = request.headers.get("content-type", allowed[0]).split(";")[0].strip().lower()
    if kind not in allowed:
        raise Problem("jenis_isi", f"Kirim isinya dengan Content-Type: {allowed[0]}.")
    if request.headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise Problem("jenis_isi", "Kirim isinya tanpa pemampatan (tanpa Content-Encoding).")


async def read_json(request: Request, limit: int = settings.max_body_bytes) -> Any:
    """The JSON value of a request body, at most ``limit`` bytes long.

    Raises ``Problem`` 400, 413 or 415; starlette's ``ClientDisconnect`` when the sender is gone.
    """
    check_type(request, (JSON_TYPE,))
    return parse(await read_bytes(request, limit))


async def read_bytes(request: Request, limit: int = settings.max_body_bytes) -> bytes:
    """A request body of any kind, at most ``limit`` bytes long.

    Raises ``Problem`` 413; starlette's ``ClientDisconnect`` when the sender is gone.
    """
    announced = request.headers.get("content-length", "0")
    if announced.isdecimal() and int(announced[:20]) > limit:
        raise too_large("Isi permintaan", limit)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise too_large("Isi permintaan", limit)
    return bytes(body)


def too_large(what: str, limit: int) -> Problem:
    """The 413 problem about ``what`` (Indonesian noun) that is longer than ``limit`` bytes."""
    return Problem(
        "ukuran",
        f"{what} melebihi {thousands(limit)} bita. Kirim formulir satu per satu dan"
        " ringkas teksnya.",
    )


def parse(body: bytes, first_line: int = 1) -> Any:
    """The one JSON value in ``body`` (UTF-8, a byte order mark is forgiven).

    ``first_line`` is the number of its first line in what was sent. Raises ``Problem`` 400 naming
    line and column, also for duplicate keys, of which one would silently win. What was written is
    never part of the message.
    """
    body = body.removeprefix(BOM)
    if not body.strip():
        raise Problem("json", "Isinya kosong. Kirim satu objek JSON.", line=first_line)
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise _broken(body, error, first_line) from None
    if _written_keys(body) != _kept_keys(value):
        pointer, line = next(_repeated(body), ("", 1))
        raise Problem(
            "json",
            "Ada kunci yang ditulis dua kali dalam satu objek. Tulis setiap kunci sekali saja.",
            ({"pointer": pointer, "detail": "Objek ini memuat kunci ganda."},),
            line=line + first_line - 1,
        )
    return value


def places(body: bytes) -> Iterator[tuple[str, int]]:
    """Every value of valid JSON as ``(pointer, line)``: RFC 6901 and counted from 1.

    A key written twice gives its pointer twice.
    """
    path: list[str | int] = []
    line, seen = 1, 0
    for token in _TOKEN.finditer(body):
        text = token[0]
        if text == b",":
            if isinstance(path[-1], int):
                path[-1] += 1
            continue
        if text in b"]}":
            path.pop()
            continue
        line, seen = line + body.count(b"\n", seen, token.start()), token.start()
        if token[2]:
            path[-1] = orjson.loads(token[1])
            continue
        yield "".join(f"/{_escape(str(step))}" for step in path), line
        if text in b"[{":
            path.append(0 if text == b"[" else "")


def _escape(step: str) -> str:
    return step.replace("~", "~0").replace("/", "~1")


def _written_keys(body: bytes) -> int:
    return sum(1 for colon in _KEY.findall(body) if colon)


def _kept_keys(value: Any) -> int:
    count, rest = 0, [value]
    while rest:
        part = rest.pop()
        if isinstance(part, dict):
            count += len(part)
            rest.extend(part.values())
        elif isinstance(part, list):
            rest.extend(part)
    return count


def _repeated(body: bytes) -> Iterator[tuple[str, int]]:
    """Objects that hold a key twice, with the line of the second; never an unchecked long key."""
    seen: set[str] = set()
    for pointer, line in places(body):
        if pointer in seen:
            parent = pointer.rpartition("/")[0]
            known = re.fullmatch(r"(/[a-z_]{1,40}(/\d+)?){0,3}", parent)
            yield parent if known else "", line
        seen.add(pointer)


def _broken(body: bytes, error: orjson.JSONDecodeError, first_line: int) -> Problem:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as wrong:
        line = body.count(b"\n", 0, wrong.start) + first_line
        return Problem(
            "json",
            f"Baris {line} bukan teks UTF-8. Simpan ulang dengan pengodean UTF-8.",
            line=line,
        )
    line = error.lineno + first_line - 1
    return Problem(
        "json",
        f"JSON tidak sah di baris {line}, kolom {error.colno}. Periksa tanda kutip, koma, dan"
        " kurung di sekitar tempat itu.",
        line=line,
    )
