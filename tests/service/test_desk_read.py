"""``POST /v1/baca``: any file people keep forms in, read without being kept, within its limits."""

import io
import subprocess
import sys
import zipfile

import httpx
import openpyxl
import orjson
import pytest

import service.sheets.table
from service.desk.kinds import CSV_TYPE, XLSX_TYPE
from service.desk.reading import read_lines
from service.schemas import EXAMPLES, FormIn
from service.settings import Settings, settings
from service.validation import validate

FORMS = [example["value"] for example in EXAMPLES.values()]
MARK = "rahasia7f2d"


def workbook(*rows: list[object], title: str = "Data") -> bytes:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def send(client: httpx.Client, kind: str, body: bytes) -> httpx.Response:
    return client.post("/v1/baca", content=body, headers={"content-type": kind})


def lines(answer: httpx.Response) -> list[dict[str, object]]:
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    return [orjson.loads(line) for line in answer.content.splitlines()]


SHEET = workbook(
    ["No", "Nomor formulir", "Topik", "Tanggal dialog", "Warna"],
    [1, "A", "Berkas sering terlambat ditemukan", "entah", "biru"],
    [2, "B", "=1+1", None, None],
)


def test_a_workbook_says_what_was_read_as_what_and_what_was_not(client):
    said = lines(send(client, XLSX_TYPE, SHEET))
    assert list(said[0]) == ["columns", "sheet"]
    assert [column["field"] for column in said[0]["columns"]] == [
        None, "Nomor formulir", "Topik", "Tanggal dialog", None,
    ]  # fmt: skip
    forms = [line for line in said if "form" in line]
    assert [(form["form"]["id"], form["sheet"], form["row"]) for form in forms] == [
        ("A", "Data", 2), ("B", "Data", 3),
    ]  # fmt: skip
    (fault, formula) = [line["faults"][0] for line in said if "faults" in line]
    assert fault["place"] == "Data!D2 (Tanggal dialog)"
    assert "tulis tanggal" in fault["detail"]
    assert "Rumus di sel ini belum dihitung" in formula["detail"]
    assert said[-1] == {"end": {"forms": 2}}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", orjson.dumps(FORMS)),
        ("application/x-ndjson", b"\n".join(orjson.dumps(form) for form in FORMS)),
        (f"{CSV_TYPE}; charset=utf-8", b"Nomor formulir;Topik\nA;Berkas terlambat\nB;Data hilang"),
        (XLSX_TYPE, workbook(["Topik"], ["Berkas terlambat"], ["Data hilang"])),
    ],
    ids=["json", "ndjson", "csv", "xlsx"],
)
def test_what_is_read_can_be_sent_on_to_the_review(client, kind, body):
    forms = [line["form"] for line in lines(send(client, kind, body)) if "form" in line]
    assert len(forms) == 2
    for form in forms:
        validate(FormIn, form)


def test_a_bad_form_stops_no_other(client):
    body = orjson.dumps({"topik": "a"}) + b"\n{\n" + orjson.dumps({"topikk": "b"})
    said = lines(send(client, "application/x-ndjson", body))
    assert [next(iter(line)) for line in said] == ["form", "faults", "faults", "end"]
    assert [line["faults"][0]["place"] for line in said[1:3]] == ["baris 2", "baris 3"]


@pytest.mark.parametrize(
    ("kind", "body", "status", "sentence"),
    [
        (XLSX_TYPE, b"PK bukan zip", 422, "bukan buku kerja .xlsx"),
        (XLSX_TYPE, b"", 422, "Berkas ini kosong"),
        (XLSX_TYPE, workbook(["Warna", "Ukuran"], ["biru", 1]), 422, "Judul kolom tidak ditemukan"),
        (CSV_TYPE, b"warna,ukuran\nbiru,1", 422, "Judul kolom tidak ditemukan"),
        ("application/pdf", b"%PDF", 415, "Content-Type"),
        (XLSX_TYPE, b"x" * (settings.max_file_bytes + 1), 413, "melebihi 33.554.432 bita"),
    ],
    ids=["broken", "empty", "no-titles", "csv", "pdf", "large"],
)
def test_a_file_that_cannot_be_read_is_a_problem_with_a_sentence(
    client, kind, body, status, sentence
):
    answer = send(client, kind, body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert sentence in answer.json()["detail"]


def test_copied_feedback_is_counted_over_the_whole_file():
    text = "Laporan debit dikirim lengkap setiap pekan"
    forms = [
        {"pegawai": {"nip": str(n)}, "umpan_balik": [{"teks": "Terima kasih"}, {"teks": text}]}
        for n in range(700)
    ]
    body = b"\n".join(map(orjson.dumps, [{"topik": "tanpa umpan balik"}, *forms]))
    *_, copies, end = read_lines("jsonl", body)
    assert end == {"end": {"forms": 701}}
    assert copies["copies"][0] == {"form": 1, "salinan": [0, 699]}
    assert len(copies["copies"]) == 700
    assert text not in str(copies)


def test_a_workbook_that_unpacks_too_far_is_refused_before_it_is_opened(monkeypatch):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"0" * 100_000)
    monkeypatch.setattr(service.sheets.table, "settings", Settings(max_unpacked_bytes=99_999))
    (line,) = read_lines("xlsx", kept.getvalue())
    assert line["problem"]["status"] == 413


def test_a_file_that_takes_too_much_memory_ends_only_its_own_reading():
    limits = {"CERMAT_READ_MEMORY_BYTES": "300000000", "OPENBLAS_NUM_THREADS": "1"}
    ended = subprocess.run(
        [sys.executable, "-m", "service.desk.worker", "csv"],
        input=b"Topik\n" + b"a" * 200_000_000,
        env={**limits, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        timeout=30,
        check=False,
    )
    last = orjson.loads(ended.stdout.splitlines()[-1])
    assert last["problem"]["status"] == 413
    assert ended.stderr == b""


def test_nothing_of_the_file_is_logged(server):
    sheet = workbook(["Topik", "Tanggal dialog"], [MARK, MARK])
    with httpx.Client(base_url=server.url, timeout=30) as client:
        assert MARK in send(client, XLSX_TYPE, sheet).text
        broken = send(client, "application/json", f'{{"topik": "{MARK}"'.encode())
        assert MARK not in broken.text
        assert MARK not in client.get("/metrics").text
    assert MARK not in server.log()
