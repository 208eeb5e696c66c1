"""Random JSON, near the form and far from it: never a 500, never an echo."""

import json

import httpx
import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.schemas import EXAMPLES, FormIn

MARK = "rahasia-51d0"
KEYS = [*FormIn.model_fields, "rtl", "indikator", "teks", "ikon", "tanggal", "catatan", "nama"]

words = st.text(max_size=20).map(lambda text: MARK + text) | st.sampled_from(["positif", "", "-"])
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | words
keys = st.sampled_from(KEYS) | words
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=20,
)
near_forms = st.fixed_dictionaries({}, optional=dict.fromkeys(FormIn.model_fields, values))
quickly = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def check(answer: httpx.Response) -> None:
    assert answer.status_code in (200, 400, 413, 422), answer.text
    if answer.status_code != 200:
        assert answer.headers["content-type"] == "application/problem+json"
        assert MARK not in answer.text


def dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=True, allow_nan=True).encode()


def post(client: httpx.Client, path: str, body: bytes) -> httpx.Response:
    return client.post(path, content=body, headers={"content-type": "application/json"})


@quickly
@given(values | near_forms)
def test_a_review_of_anything(client, value):
    check(post(client, "/v1/review", dump(value)))


@quickly
@given(st.sampled_from([*KEYS, "umpan_balik", MARK]), values, values)
def test_a_check_of_anything(client, field, text, context):
    check(post(client, "/v1/check", dump({"field": field, "text": text, "context": context})))


@quickly
@given(st.binary(max_size=60))
def test_bytes_of_any_kind(client, body):
    check(post(client, "/v1/review", body))


@quickly
@given(st.data())
def test_a_damaged_form(client, data):
    body = bytearray(orjson.dumps(EXAMPLES["baik"]["value"]))
    for _ in range(data.draw(st.integers(1, 3))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    check(post(client, "/v1/review", bytes(body)))


@quickly
@given(st.text(max_size=200))
def test_any_text_in_every_field(client, text):
    form = {
        "topik": text,
        "hasil": text,
        "tindak_lanjut": [{"rtl": text, "indikator": text}],
        "dialog": {"catatan": text},
        "umpan_balik": [{"ikon": "negatif", "teks": text}],
    }
    answer = post(client, "/v1/review", dump(form))
    check(answer)
    if answer.status_code == 200:
        for finding in answer.json()["findings"]:
            if finding["span"]:
                assert finding["quote"] == text[finding["span"]["start"] : finding["span"]["end"]]


@pytest.mark.parametrize("path", ["/v1/review", "/v1/check"])
def test_the_same_json_gets_the_same_answer(client, path):
    body = dump({"field": "topik", "text": "a"} if path == "/v1/check" else {"topik": "a"})
    assert post(client, path, body).content == post(client, path, body).content
