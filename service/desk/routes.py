"""``POST /v1/baca``: a file of forms as people keep them, read into the forms of the contract."""

import asyncio
import os
import sys
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable
from contextlib import aclosing, asynccontextmanager, suppress

import orjson
from fastapi import APIRouter, Request, Response
from starlette.responses import StreamingResponse

from service.body import NDJSON_TYPE, check_type, read_bytes
from service.desk.kinds import CSV_TYPE, KINDS, XLSX_TYPE
from service.openapi import file_body, problems
from service.problems import PROBLEM_TYPE, Problem, as_dict
from service.settings import settings

LONGEST_LINE = 64 * 1_048_576
"""A form as JSON is never longer: what one holds is limited field by field."""

router = APIRouter()
_turn = asyncio.Semaphore(1)


@router.post(
    "/v1/baca",
    summary="Baca berkas berisi formulir",
    tags=["pemeriksaan"],
    status_code=200,
    response_class=Response,
    openapi_extra=file_body(XLSX_TYPE, CSV_TYPE),
    responses={
        200: {
            "description": "Satu objek tiap baris: columns (kolom mana dibaca sebagai apa), form,"
            " faults, note, copies; yang terakhir end, atau problem bila berkasnya tidak terbaca"
            " sampai habis",
            "content": {NDJSON_TYPE: {"schema": {"type": "string"}}},
        },
        **problems("ukuran", "jenis_isi", "berkas"),
    },
)
async def read_file(request: Request) -> Response:
    """XLSX, CSV, JSON, atau NDJSON → formulir, satu tiap baris, siap dikirim ke /v1/review/batch.

    Berkasnya tidak disimpan. Content-Type menentukan cara membacanya.
    """
    check_type(request, tuple(KINDS))
    kind = request.headers.get("content-type", XLSX_TYPE).split(";")[0].strip().lower()
    lines = _lines(KINDS[kind], await read_bytes(request, settings.max_file_bytes))
    begun = []
    async for line in lines:
        begun.append(line)
        if not line.startswith(b'{"note"'):
            break
    if begun[-1].startswith(b'{"problem"'):
        await lines.aclose()
        problem = orjson.loads(begun[-1])["problem"]
        return Response(
            orjson.dumps(problem),
            problem["status"],
            {"cache-control": "no-store"},
            media_type=PROBLEM_TYPE,
        )
    return StreamingResponse(
        _chained(begun, lines), media_type=NDJSON_TYPE, headers={"cache-control": "no-store"}
    )


async def _lines(kind: str, body: bytes) -> AsyncGenerator[bytes]:
    """What the reading process writes; one file at a time, so that memory stays bounded."""
    async with _turn, _process(kind) as process:
        deadline = time.monotonic() + settings.read_seconds
        last = b""
        try:
            await _before(deadline, _feed(process, body))
            while line := await _before(deadline, _said(process)):
                yield (last := line)
        except TimeoutError:
            last = b""
        if not last.startswith((b'{"end"', b'{"problem"')):
            yield orjson.dumps({"problem": as_dict(_unread())}) + b"\n"


async def _before(deadline: float, work: Awaitable[bytes]) -> bytes:
    return await asyncio.wait_for(work, max(0.0, deadline - time.monotonic()))


async def _feed(process: Process, body: bytes) -> bytes:
    assert process.stdin is not None
    # A process that ends before it has read everything has said why.
    with suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(body)
        await process.stdin.drain()
    process.stdin.close()
    return b""


async def _said(process: Process) -> bytes:
    assert process.stdout is not None
    return await process.stdout.readline()


async def _chained(begun: list[bytes], rest: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
    async with aclosing(rest):
        for line in begun:
            yield line
        async for line in rest:
            yield line


@asynccontextmanager
async def _process(kind: str) -> AsyncIterator[Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "service.desk.worker", kind,
        stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=LONGEST_LINE,
        # The memory limit counts what each thread of the arithmetic library sets aside.
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def _unread() -> Problem:
    return Problem(
        "berkas",
        "Berkas ini tidak selesai dibaca. Pecah menjadi beberapa berkas, atau simpan ulang di Excel"
        " atau LibreOffice, lalu coba lagi.",
    )
