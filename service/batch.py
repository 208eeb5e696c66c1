"""NDJSON in, NDJSON out: answers flow while the request body is still arriving.

Memory stays bounded whatever is sent. A line that is too long is skipped without being held. When
the client reads late (most HTTP libraries send the whole body before they read anything), the
answers wait compressed in a ``Backlog`` instead of blocking both sides for ever.
"""

import asyncio
import zlib
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from typing import Any

import orjson
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from nlp.form import Form
from service.body import NDJSON_TYPE, parse, too_large
from service.logs import report
from service.problems import Problem, as_dict, unexpected
from service.schemas import CopiedFormIn, FormIn, to_form
from service.settings import settings
from service.validation import validate

BLOCK = 65_536
"""Waiting answers are compressed in blocks of about this many bytes (under a millisecond each)."""


async def split_lines(
    chunks: AsyncIterator[bytes], limit: int
) -> AsyncIterator[tuple[int, bytes | None]]:
    """Numbered lines (from 1, without the newline) of a byte stream.

    A line of more than ``limit`` bytes comes as None; at most ``limit`` bytes and one chunk are
    held at any time. Blank lines are counted but not given.
    """
    number, kept, skipping = 0, bytearray(), False
    async for chunk in chunks:
        *ends, rest = chunk.split(b"\n")
        for end in ends:
            number += 1
            if skipping or len(kept) + len(end) > limit:
                yield number, None
            elif line := (bytes(kept) + end).strip():
                yield number, line
            kept.clear()
            skipping = False
        if not skipping:
            kept += rest
            skipping = len(kept) > limit
        if skipping:
            kept.clear()
    if skipping:
        yield number + 1, None
    elif line := bytes(kept).strip():
        yield number + 1, line


async def answers(
    chunks: AsyncIterator[bytes], answer: Callable[[Any], bytes]
) -> AsyncIterator[bytes]:
    """One line of JSON for each line of ``chunks``, in order.

    ``answer`` turns a JSON value into its answer; when it raises, the line is answered with a
    problem that carries the line's number and the rest goes on. Other requests get their turn
    after each line.
    """
    limit = settings.max_line_bytes
    async for number, line in split_lines(chunks, limit):
        try:
            if line is None:
                raise too_large("Baris ini", limit)
            result = answer(parse(line, number))
        except Problem as problem:
            result = orjson.dumps(as_dict(problem, number))
        except Exception as error:
            report(error)
            result = orjson.dumps(as_dict(unexpected(), number))
        yield result + b"\n"
        await asyncio.sleep(0)


def copied_line(value: Any) -> tuple[Form, list[int]]:
    """The form of a line of the batch, and what is known of copies of its feedback beyond it.

    Raises ``Problem`` for a line that is neither a form nor a form with its copies.
    """
    if isinstance(value, dict) and "formulir" in value:
        sent = validate(CopiedFormIn, value)
        return to_form(sent.formulir), sent.salinan
    return to_form(validate(FormIn, value)), []


def with_known(others: Mapping[str, int], known: Iterable[int]) -> dict[str, int]:
    """How many other people were given each feedback, by pointer, of two counts the greater."""
    counts = dict(others)
    for position, count in enumerate(known):
        pointer = f"/umpan_balik/{position}/teks"
        counts[pointer] = max(count, counts.get(pointer, 0))
    return counts


class Backlog:
    """A queue of bytes between the reader and the sender, compressed once it grows.

    ``put`` waits while more than ``limit`` compressed bytes are queued.
    """

    def __init__(self, limit: int) -> None:
        self._limit, self._size, self._closed = limit, 0, False
        self._blocks: deque[bytes] = deque()
        self._tail = bytearray()
        self._filled, self._room = asyncio.Event(), asyncio.Event()

    async def put(self, data: bytes) -> None:
        """Queue ``data``."""
        while self._size > self._limit:
            self._room.clear()
            await self._room.wait()
        self._tail += data
        if len(self._tail) >= BLOCK:
            self._blocks.append(zlib.compress(self._tail, 1))
            self._size += len(self._blocks[-1])
            self._tail.clear()
        self._filled.set()

    def close(self) -> None:
        """Nothing more will be put."""
        self._closed = True
        self._filled.set()

    async def get(self) -> bytes:
        """The oldest bytes, waiting for some; empty when closed and drained."""
        await self._filled.wait()
        if self._blocks:
            block = self._blocks.popleft()
            self._size -= len(block)
            self._room.set()
            data = zlib.decompress(block)
        else:
            data = bytes(self._tail)
            self._tail.clear()
        if not (self._blocks or self._tail or self._closed):
            self._filled.clear()
        return data


class DuplexResponse(Response):
    """Sends an iterator of NDJSON lines that itself reads the request body.

    starlette's StreamingResponse cannot: listening for a disconnect, it swallows the body. The
    status line leaves with the first answer, so that ``Expect: 100-continue`` works.
    """

    media_type = NDJSON_TYPE

    def __init__(self, lines: AsyncIterator[bytes]) -> None:
        super().__init__(headers={"cache-control": "no-store"})
        del self.headers["content-length"]
        self._lines = lines

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send everything; raises ``ClientDisconnect`` when the client leaves in between."""
        backlog = Backlog(settings.max_backlog_bytes)
        reading = asyncio.create_task(self._fill(backlog))
        try:
            data = await backlog.get()
            await send(
                {
                    "type": "http.response.start",
                    "status": self.status_code,
                    "headers": self.raw_headers,
                }
            )
            while data:
                await send({"type": "http.response.body", "body": data, "more_body": True})
                data = await backlog.get()
            await reading
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            reading.cancel()

    async def _fill(self, backlog: Backlog) -> None:
        try:
            async for line in self._lines:
                await backlog.put(line)
        finally:
            backlog.close()
