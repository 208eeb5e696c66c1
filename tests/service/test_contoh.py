"""``/v1/contoh`` and ``cermat contoh``: models, refusals that say what to do, and no trace."""

import httpx
import jsonschema
import pytest
from typer.testing import CliRunner

from service.app import create_app
from service.cli import app
from service.settings import settings

MARK = "rahasia4d7b"
DOCUMENT = create_app().openapi()
CRY = f"Pegawai bercerita ingin bunuh diri {MARK}"


def ask(client, how: str, **asked: object) -> httpx.Response:
    if how == "GET":
        return client.get("/v1/contoh", params=asked)
    return client.post("/v1/contoh", json=asked)


@pytest.mark.parametrize("how", ["GET", "POST"])
@pytest.mark.parametrize("field", ["topik", "hasil", "rtl", "indikator", "umpan_balik"])
def test_models_are_given_for_every_field(client, how, field):
    answer = ask(client, how, field=field, text="Laporan bulanan", unit="Balai Jalan", jumlah=4)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    found = answer.json()
    assert [model["field"] for model in found["models"]] == [field] * 4
    assert all(set(m) == {"id", "field", "text", "unit", "why"} for m in found["models"])
    assert found["triage"] == {"level": "none", "items": []}
    assert found["findings"] == []
    shape = {"$ref": "#/components/schemas/ContohOut", "components": DOCUMENT["components"]}
    jsonschema.validate(found, shape)


def test_both_ways_give_the_same(client):
    asked = {"field": "rtl", "text": "Menyusun draf SOP", "unit": "Biro Hukum", "jumlah": 5}
    assert ask(client, "GET", **asked).json() == ask(client, "POST", **asked).json()


def test_three_models_are_given_unless_asked_otherwise(client):
    assert len(ask(client, "POST", field="topik").json()["models"]) == 3
    assert len(ask(client, "GET", field="topik").json()["models"]) == 3


@pytest.mark.parametrize("how", ["GET", "POST"])
@pytest.mark.parametrize(
    ("asked", "pointer", "said"),
    [
        ({}, "/field", "Kunci ini wajib ada."),
        ({"field": MARK}, "/field", "topik, hasil, rtl, indikator, umpan_balik"),
        ({"field": "catatan"}, "/field", "Pilih salah satu"),
        ({"field": "topik", "jumlah": 0}, "/jumlah", "paling kecil 1"),
        ({"field": "topik", "jumlah": 11}, "/jumlah", "paling besar 10"),
        ({"field": "topik", "jumlah": MARK}, "/jumlah", "bilangan bulat"),
        ({"field": "topik", "jumlah": "-1"}, "/jumlah", "bilangan bulat"),
        ({"field": "topik", "jumlah": "٣"}, "/jumlah", "bilangan bulat"),
        ({"field": "topik", "text": f"a\u0000{MARK}"}, "/text", "karakter kendali"),
        ({"field": "topik", "texts": MARK}, "/texts", "mungkin maksudnya “text”"),
        ({"field": "topik", "unit": MARK * 50}, "/unit", "melebihi 500 huruf"),
        ({"field": "topik", "text": "x" * 10_001}, "/text", "melebihi 10.000 huruf"),
    ],
)
def test_what_cannot_be_answered_is_told_in_indonesian(client, how, asked, pointer, said):
    answer = ask(client, how, **asked)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["errors"][0]["pointer"] == pointer
    assert said in problem["errors"][0]["detail"]
    assert MARK not in answer.text


def test_a_parameter_written_twice_is_refused(client):
    answer = client.get(f"/v1/contoh?field=topik&text=a&text={MARK}")
    assert answer.status_code == 422
    assert "dua kali" in answer.json()["detail"]
    assert MARK not in answer.text


@pytest.mark.parametrize("how", ["GET", "POST"])
@pytest.mark.parametrize("field", ["topik", "rtl", "umpan_balik"])
def test_a_call_for_help_gets_the_notice_and_no_models(client, how, field):
    answer = ask(client, how, field=field, text=CRY)
    assert answer.status_code == 200
    found = answer.json()
    assert found["models"] == []
    assert found["triage"] == {"level": "rujukan", "items": [14]}
    checked = client.post("/v1/check", json={"field": field, "text": CRY}).json()
    assert found["findings"] == checked["findings"]
    assert MARK not in answer.text


def test_nothing_asked_is_logged_or_counted(server):
    with httpx.Client(base_url=server.url, timeout=30) as client:
        for how in ("GET", "POST"):
            for text in (MARK, CRY, f"{MARK}\u0000", "x" * settings.max_text_chars + MARK):
                ask(client, how, field="topik", text=text, unit=MARK)
            ask(client, how, field=MARK, text=MARK)
        counted = client.get("/metrics").text
    assert 'cermat_requests_total{route="/v1/contoh",status="200"}' in counted
    assert MARK not in counted
    assert MARK not in server.log()
    assert "bunuh" not in server.log()
    assert "GET /v1/contoh 200" in server.log()


def test_the_document_shows_both_ways_with_examples(client):
    way = DOCUMENT["paths"]["/v1/contoh"]
    assert "dianjurkan" in way["post"]["description"]
    shown = {one["name"]: one["example"] for one in way["get"]["parameters"]}
    assert set(shown) == {"field", "text", "unit", "jumlah"}
    assert all(one["in"] == "query" for one in way["get"]["parameters"])
    assert ask(client, "GET", **shown).status_code == 200


def test_the_command_prints_models_with_their_reasons():
    said = CliRunner().invoke(app, ["contoh", "rtl", "Menyusun surat", "-n", "2"])
    assert said.exit_code == 0
    assert said.output.count("Menyebut") == 2


def test_the_command_shows_no_model_for_a_call_for_help():
    said = CliRunner().invoke(app, ["contoh", "rtl", CRY])
    assert said.exit_code == 0
    assert "tenaga profesional" in " ".join(said.output.split())
    assert "Menyebut" not in said.output
    assert MARK not in said.output


def test_the_command_refuses_a_field_without_models():
    said = CliRunner().invoke(app, ["contoh", "catatan", "Menyusun"], prog_name="cermat")
    assert said.exit_code == 2
    assert "cermat contoh --help" in said.output
