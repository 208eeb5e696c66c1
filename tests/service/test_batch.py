"""The batch: streamed both ways, in bounded memory, whatever the client's habits."""

import asyncio
import http.client
import itertools
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator

import httpx
import orjson
import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import ClientDisconnect

from service.batch import BLOCK, Backlog, answers, split_lines

MANY = 20_000
ALLOWED_GROWTH = 32 * 2**20
NDJSON = {"content-type": "application/x-ndjson"}


def form(number: int) -> bytes:
    text = f"Arsip nomor {number} belum memiliki kode klasifikasi. " * 10
    return orjson.dumps({"id": str(number), "topik": text}) + b"\n"


def open_batch(port: int) -> http.client.HTTPConnection:
    """A batch request whose body has not begun."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.putrequest("POST", "/v1/review/batch")
    connection.putheader("Content-Type", "application/x-ndjson")
    connection.putheader("Transfer-Encoding", "chunked")
    connection.endheaders()
    return connection


def send(connection: http.client.HTTPConnection, data: bytes) -> None:
    """One chunk of the body; empty ends it."""
    connection.send(b"%x\r\n%s\r\n" % (len(data), data))


def memory(process_id: int) -> int:
    return psutil.Process(process_id).memory_info().rss


def eventually(true: Callable[[], bool]) -> bool:
    for _ in range(200):
        if true():
            return True
        time.sleep(0.05)
    return False


def test_answers_arrive_while_lines_are_still_being_sent(fake):
    connection = open_batch(fake.port)
    send(connection, form(0))
    response = connection.getresponse()
    assert orjson.loads(response.readline())["form_id"] == "0"
    for number in range(1, 5):
        send(connection, form(number))
        assert orjson.loads(response.readline())["form_id"] == str(number)
    send(connection, b"")
    assert response.read() == b""
    connection.close()


def test_a_line_may_arrive_in_pieces(fake):
    connection = open_batch(fake.port)
    for byte in form(7).strip():
        send(connection, bytes([byte]))
    send(connection, b"")
    assert orjson.loads(connection.getresponse().read())["form_id"] == "7"
    connection.close()


def test_other_requests_are_served_while_a_batch_is_open(fake, fake_client):
    connection = open_batch(fake.port)
    send(connection, form(0))
    assert fake_client.get("/healthz").status_code == 200
    send(connection, b"")
    connection.getresponse().read()
    connection.close()


def test_many_lines_in_bounded_memory_when_the_client_reads_along(fake):
    before, peak = memory(fake.process.pid), 0
    connection = open_batch(fake.port)
    send(connection, form(0))
    response = connection.getresponse()

    def feed() -> None:
        for number in range(1, MANY):
            send(connection, form(number))
        send(connection, b"")

    feeder = threading.Thread(target=feed)
    feeder.start()
    for number, line in enumerate(response):
        if number % 1_000 == 0:
            assert orjson.loads(line)["form_id"] == str(number)
            peak = max(peak, memory(fake.process.pid))
    feeder.join()
    connection.close()
    assert number == MANY - 1
    assert peak - before < ALLOWED_GROWTH


def test_many_lines_in_bounded_memory_when_the_client_sends_first_and_reads_later(fake):
    """As ``requests`` and ``httpx`` do: nobody may wait for the other for ever."""
    before = memory(fake.process.pid)
    answer = httpx.post(
        f"{fake.url}/v1/review/batch", content=map(form, range(MANY)), headers=NDJSON, timeout=50
    )
    lines = answer.content.splitlines()
    assert len(lines) == MANY
    assert orjson.loads(lines[-1])["form_id"] == str(MANY - 1)
    assert memory(fake.process.pid) - before < ALLOWED_GROWTH


def test_a_line_without_end_is_skipped_without_being_held(fake, fake_client):
    before, peak = memory(fake.process.pid), 0

    def body() -> Iterator[bytes]:
        nonlocal peak
        yield form(0)
        for _ in range(2_000):
            yield b"x" * 65_536
        peak = memory(fake.process.pid)
        yield b"\n" + form(2)

    answer = fake_client.post("/v1/review/batch", content=body(), headers=NDJSON)
    first, bad, last = map(orjson.loads, answer.content.splitlines())
    assert (first["form_id"], last["form_id"]) == ("0", "2")
    assert (bad["status"], bad["line"]) == (413, 2)
    assert peak - before < ALLOWED_GROWTH


def test_blank_lines_are_skipped_but_counted(fake_client):
    answer = fake_client.post("/v1/review/batch", content=b"\n \r\n{\n\n{}\r\n\n", headers=NDJSON)
    bad, good = map(orjson.loads, answer.content.splitlines())
    assert bad["line"] == 3
    assert "score" in good


def test_an_empty_batch_has_an_empty_answer(fake_client):
    answer = fake_client.post("/v1/review/batch", content=b"", headers=NDJSON)
    assert (answer.status_code, answer.content) == (200, b"")


def test_a_client_that_leaves_is_noticed(fake, fake_client):
    connection = open_batch(fake.port)
    send(connection, form(0))
    connection.getresponse().readline()
    connection.close()
    left = 'cermat_requests_total{route="/v1/review/batch",status="499"}'
    assert eventually(lambda: left in fake_client.get("/metrics").text)


async def stream(chunks: Iterable[bytes], leave: bool = False) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk
    if leave:
        raise ClientDisconnect


async def collect(lines: AsyncIterator[object]) -> list[object]:
    return [line async for line in lines]


def test_work_stops_when_the_client_leaves():
    seen: list[object] = []

    async def run() -> None:
        def answer(value: object) -> bytes:
            seen.append(value)
            return b"{}"

        with pytest.raises(ClientDisconnect):
            await collect(answers(stream([b"1\n2\n3"], leave=True), answer))

    asyncio.run(run())
    assert seen == [1, 2]


@given(
    lines=st.lists(st.binary(max_size=12).map(lambda line: line.replace(b"\n", b"")), max_size=8),
    cuts=st.lists(st.integers(0, 100), max_size=8),
)
def test_lines_do_not_depend_on_how_they_were_cut(lines, cuts):
    body = b"\n".join(lines)
    edges = [0, *sorted(min(cut, len(body)) for cut in cuts), len(body)]
    chunks = [body[start:end] for start, end in itertools.pairwise(edges)]
    expected = [
        (number, None if len(line) > 8 else line.strip())
        for number, line in enumerate(lines, 1)
        if len(line) > 8 or line.strip()
    ]
    assert asyncio.run(collect(split_lines(stream(chunks), 8))) == expected


@given(st.lists(st.integers(1, 3 * BLOCK), max_size=12))
def test_a_backlog_gives_back_every_byte_in_order(sizes):
    parts = [bytes([number]) * size for number, size in enumerate(sizes)]

    async def run() -> bytes:
        backlog, got = Backlog(limit=2**30), bytearray()
        for part in parts:
            await backlog.put(part)
        backlog.close()
        while data := await backlog.get():
            got += data
        return bytes(got)

    assert asyncio.run(run()) == b"".join(parts)


def test_a_full_backlog_makes_the_reader_wait_until_the_sender_took_something():
    async def run() -> None:
        backlog = Backlog(limit=0)
        await backlog.put(b"x" * BLOCK)
        waiting = asyncio.create_task(backlog.put(b"y"))
        await asyncio.sleep(0)
        assert not waiting.done()
        assert await backlog.get() == b"x" * BLOCK
        await waiting
        assert await backlog.get() == b"y"

    asyncio.run(run())
