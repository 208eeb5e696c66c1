"""Whatever is sent: an answer, or a problem that says where and what to do, and never an echo."""

import itertools

import orjson
import pytest

from service.settings import settings

MARK = "rahasia7f3a"
LONG = "x" * (settings.max_text_chars + 1)
TOO_MANY = [{}] * (settings.max_rtl + 1)


def nested(depth: int, opening: str, closing: str, core: str = "1") -> bytes:
    return (opening * depth + core + closing * depth).encode()


def step(**more: object) -> bytes:
    return orjson.dumps({"tindak_lanjut": [{"rtl": "Menyusun draf", **more}]})


UNREADABLE = {
    "nothing": b"",
    "only spaces": b" \n ",
    "not JSON": MARK.encode(),
    "cut off": b'{"topik": "' + MARK.encode(),
    "two values": b"{} {}",
    "single quotes": f"{{'topik': '{MARK}'}}".encode(),
    "trailing comma": b'{"topik": "a",}',
    "comment": b'{} // "' + MARK.encode() + b'"',
    "Latin-1": f'{{"topik": "{MARK} \xe9"}}'.encode("latin-1"),
    "UTF-16": f'{{"topik": "{MARK}"}}'.encode("utf-16"),
    "a raw NUL": b'{"topik": "a\x00b"}',
    "a raw newline in a text": b'{"topik": "a\nb"}',
    "lone surrogate": b'{"topik": "\\ud800"}',
    "lone surrogate as a key": b'{"\\ud800": 1}',
    "encoded surrogate": b'{"topik": "\xed\xa0\x80"}',
    "NaN": b'{"umpan_balik": [{"target": NaN}]}',
    "Infinity": b'{"umpan_balik": [{"target": -Infinity}]}',
    "beyond every float": b'{"umpan_balik": [{"target": 1e999}]}',
    "a number of 5,000 digits": b'{"tahun": ' + b"9" * 5_000 + b"}",
    "array bomb": nested(100_000, "[", "]"),
    "object bomb": nested(100_000, '{"a":', "}"),
    "a key twice": f'{{"topik": "{MARK}", "topik": "b"}}'.encode(),
    "a key twice, escaped": b'{"topik": "a", "topi\\u006b": "b"}',
}
"""Bodies that are no JSON value: 400."""

MISSHAPEN = {
    "null": (b"null", ""),
    "array": (b"[]", ""),
    "text": (b'"a"', ""),
    "number": (b"1", ""),
    "true": (b"true", ""),
    "mistyped key": (b'{"topikk": "a"}', "/topikk"),
    "other case": (b'{"Topik": "a"}', "/Topik"),
    "mistyped key of a step": (step(indikatro="a"), "/tindak_lanjut/0/indikatro"),
    "mistyped key of the employee": (b'{"pegawai": {"jabatann": "a"}}', "/pegawai/jabatann"),
    "a key with spaces": (f'{{"{MARK} a": 1}}'.encode(), ""),
    "a number as key": (b'{"198501012010011001": 1}', ""),
    "a long key": (f'{{"{MARK * 10}": 1}}'.encode(), ""),
    "an empty key": (b'{"": 1}', ""),
    "deep but bounded": (nested(500, '{"topik":', "}"), "/topik"),
    "text as number": (b'{"tahun": "2025"}', "/tahun"),
    "truth as number": (b'{"tahun": true}', "/tahun"),
    "fraction of a year": (b'{"tahun": 2025.5}', "/tahun"),
    "huge year": (b'{"tahun": 18446744073709551615}', "/tahun"),
    "fifth quarter": (b'{"triwulan": 5}', "/triwulan"),
    "number as text": (b'{"topik": 1}', "/topik"),
    "list as text": (b'{"topik": ["a"]}', "/topik"),
    "word as truth": (step(selesai="ya"), "/tindak_lanjut/0/selesai"),
    "number as truth": (b'{"disetujui_atasan": 1}', "/disetujui_atasan"),
    "unknown kind": (f'{{"jenis": "{MARK}"}}'.encode(), "/jenis"),
    "unknown icon": (b'{"umpan_balik": [{}, {"ikon": "senyum"}]}', "/umpan_balik/1/ikon"),
    "unknown rating": (b'{"pegawai": {"predikat": "lumayan"}}', "/pegawai/predikat"),
    "object for list": (b'{"tindak_lanjut": {"rtl": "a"}}', "/tindak_lanjut"),
    "null in list": (b'{"tindak_lanjut": [null]}', "/tindak_lanjut/0"),
    "text for object": (f'{{"dialog": "{MARK}"}}'.encode(), "/dialog"),
    "no such day": (b'{"dialog": {"tanggal": "2025-02-30"}}', "/dialog/tanggal"),
    "day first": (step(tenggat="30-09-2025"), "/tindak_lanjut/0/tenggat"),
    "compact date": (step(tenggat="20250930"), "/tindak_lanjut/0/tenggat"),
    "date with time": (step(tenggat="2025-09-30T00:00"), "/tindak_lanjut/0/tenggat"),
    "Arabic digits": (step(tenggat="٢٠٢٥-٠٩-٣٠"), "/tindak_lanjut/0/tenggat"),
    "NUL": (b'{"topik": "a\\u0000b"}', "/topik"),
    "escape": (b'{"topik": "\\u001b[31m"}', "/topik"),
    "C1 control": (b'{"hasil": "a\\u009bb"}', "/hasil"),
    "delete": (b'{"id": "a\\u007f"}', "/id"),
    "long text": (orjson.dumps({"topik": LONG}), "/topik"),
    "long name": (orjson.dumps({"id": "x" * (settings.max_name_chars + 1)}), "/id"),
    "a step too many": (orjson.dumps({"tindak_lanjut": TOO_MANY}), "/tindak_lanjut"),
    "10,000 steps": (orjson.dumps({"tindak_lanjut": [{"rtl": "a"}] * 10_000}), "/tindak_lanjut"),
    "10,000 feedbacks": (orjson.dumps({"umpan_balik": [{}] * 10_000}), "/umpan_balik"),
    "huge target": (b'{"umpan_balik": [{"target": 1e300}]}', "/umpan_balik/0/target"),
}
"""JSON that is no form: 422, and the pointer of its first fault."""


def send(client, body: bytes, path: str = "/v1/review", kind: str = "application/json"):
    return client.post(path, content=body, headers={"content-type": kind})


def problem_of(answer, status: int) -> dict[str, object]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert set(problem) == {"type", "title", "status", "detail", "errors"}
    assert problem["status"] == status
    assert problem["type"].startswith("urn:cermat:masalah:")
    assert problem["detail"].endswith((".", "errors."))
    assert MARK not in answer.text
    assert "Traceback" not in answer.text
    return problem


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_a_400(client, name):
    problem_of(send(client, UNREADABLE[name]), 400)


@pytest.mark.parametrize("name", MISSHAPEN)
def test_what_is_no_form_is_a_422_with_its_place(client, name):
    body, pointer = MISSHAPEN[name]
    problem = problem_of(send(client, body), 422)
    assert problem["errors"][0]["pointer"] == pointer


ONE_LINERS = {
    name: body
    for name, body in {
        **UNREADABLE,
        **{name: body for name, (body, _) in MISSHAPEN.items()},
    }.items()
    if body.strip() and b"\n" not in body
}


@pytest.mark.parametrize("name", ONE_LINERS)
def test_the_same_in_a_batch_is_a_line_and_the_rest_goes_on(client, name):
    body = ONE_LINERS[name]
    answer = send(
        client, b"{}\n" + body + b'\n{"id": "z"}', "/v1/review/batch", "application/jsonl"
    )
    first, bad, last = map(orjson.loads, answer.content.splitlines())
    assert "score" in first
    assert bad["line"] == 2
    assert bad["status"] in (400, 422)
    assert MARK not in answer.text
    assert last["form_id"] == "z"


def test_a_mistyped_key_is_met_with_the_right_one(client):
    problem = problem_of(send(client, b'{"topikk": "a"}'), 422)
    assert "mungkin maksudnya “topik”" in problem["detail"]
    assert "topikk" not in problem["detail"]
    step_problem = problem_of(send(client, step(indikatro="a")), 422)
    assert step_problem["detail"].startswith("Pada /tindak_lanjut/0, ada kunci")
    assert "“indikator”" in step_problem["detail"]


def test_the_sentence_names_the_place_and_the_choices(client):
    problem = problem_of(send(client, b'{"umpan_balik": [{"ikon": "senyum"}]}'), 422)
    assert problem["detail"] == (
        "Pada /umpan_balik/0/ikon, pilih salah satu: positif, netral, negatif."
    )


def test_a_broken_line_is_named(client):
    problem = problem_of(send(client, b'{\n "topik": "a"\n "hasil": "b"\n}'), 400)
    assert "baris 3" in problem["detail"]


def test_a_batch_names_its_own_line_only(client):
    answer = send(client, b"\n\n{bad", "/v1/review/batch", "application/x-ndjson")
    assert "baris 3" in orjson.loads(answer.content)["detail"]


def test_a_double_key_names_its_object(client):
    body = b'{"dialog": {"catatan": "a", "catatan": "b"}}'
    assert problem_of(send(client, body), 400)["errors"][0]["pointer"] == "/dialog"


def test_many_faults_are_counted_and_some_are_listed(client):
    problem = problem_of(send(client, orjson.dumps({f"k{n}": n for n in range(5_000)})), 422)
    assert len(problem["errors"]) == 20
    assert "4999 kesalahan lain" in problem["detail"]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        (b"{}", "/field"),
        (b'{"field": "rhk", "text": "a"}', "/field"),
        (b'{"field": "topik"}', "/text"),
        (b'{"field": "topik", "text": null}', "/text"),
        (b'{"field": "topik", "text": "a", "contex": {}}', "/contex"),
        (b'{"field": "topik", "text": "a", "context": {"topikk": 1}}', "/context/topikk"),
    ],
)
def test_a_check_is_held_to_its_shape_too(client, body, pointer):
    problem = problem_of(send(client, body, "/v1/check"), 422)
    assert problem["errors"][0]["pointer"] == pointer


@pytest.mark.parametrize("path", ["/v1/review", "/v1/check"])
def test_too_much_is_a_413(client, path):
    problem_of(send(client, orjson.dumps({"topik": MARK * 200_000}), path), 413)


def test_too_much_is_noticed_while_it_arrives(client):
    chunks = itertools.repeat(b" " * 65_536, 40)  # no Content-Length is sent
    problem_of(
        client.post("/v1/review", content=chunks, headers={"content-type": "application/json"}), 413
    )


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/v1/review", "text/plain"),
        ("/v1/review", "application/x-www-form-urlencoded"),
        ("/v1/review", MARK),
        ("/v1/review/batch", "application/json"),
        ("/v1/check", "application/xml"),
    ],
)
def test_another_kind_of_body_is_a_415_that_names_the_right_one(client, path, kind):
    assert (
        "Content-Type: application/" in problem_of(send(client, b"{}", path, kind), 415)["detail"]
    )


def test_a_compressed_body_is_a_415(client):
    headers = {"content-type": "application/json", "content-encoding": "gzip"}
    problem_of(client.post("/v1/review", content=b"\x1f\x8b", headers=headers), 415)


@pytest.mark.parametrize(
    "path",
    [
        f"/{MARK}", "/v1/review/", f"/v1/rules/{MARK}", f"/aturan/{MARK}", f"/web/{MARK}.js",
        "/web/../settings.py", "/web/%2e%2e/settings.py", "/docs", "/redoc", "/v1/rules/%00",
        "/%ff%fe", "/web/%00", "/web/" + "a" * 5_000,
    ],
)  # fmt: skip
def test_an_unknown_address_is_a_404(client, path):
    problem_of(client.get(path), 404)


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/v1/review"), ("PUT", "/v1/check"), ("DELETE", "/v1/rules")]
)
def test_another_method_is_a_405(client, method, path):
    answer = client.request(method, path)
    problem_of(answer, 405)
    assert answer.headers["allow"]


def test_our_own_fault_is_a_500_without_details(fake_client):
    problem_of(send(fake_client, f'{{"topik": "{MARK} MELEDAK"}}'.encode()), 500)


def test_our_own_fault_in_a_batch_is_a_line(fake_client):
    body = f'{{"topik": "{MARK} MELEDAK"}}\n{{"id": "z"}}'.encode()
    answer = send(fake_client, body, "/v1/review/batch", "application/x-ndjson")
    bad, good = map(orjson.loads, answer.content.splitlines())
    assert (bad["status"], bad["line"], good["form_id"]) == (500, 1, "z")
    assert MARK not in bad["detail"]
