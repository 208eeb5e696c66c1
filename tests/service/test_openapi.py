"""The OpenAPI document says everything the contract says, and its examples work."""

import jsonschema
import pytest

from service.app import create_app
from service.schemas import EXAMPLES
from service.settings import settings

DOCUMENT = create_app().openapi()
ROUTES = {
    ("post", "/v1/review"),
    ("post", "/v1/review/batch"),
    ("post", "/v1/check"),
    ("post", "/v1/recap"),
    ("get", "/v1/contoh"),
    ("post", "/v1/contoh"),
    ("post", "/v1/baca"),
    ("get", "/v1/rules"),
    ("get", "/v1/rules/{id}"),
    ("get", "/v1/models"),
    ("get", "/v2/check"),
    ("post", "/v2/check"),
    ("get", "/v2/languages"),
    ("get", "/v2/info"),
    ("get", "/v2/configinfo"),
    ("get", "/v2/healthcheck"),
    ("get", "/v2/maxtextlength"),
    ("get", "/v2/words"),
    ("post", "/v2/words/add"),
    ("post", "/v2/words/delete"),
    ("get", "/healthz"),
    ("get", "/readyz"),
    ("get", "/metrics"),
}
OPERATIONS = [
    (method, path, operation)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
]
SENT = [
    pytest.param(path, kind, example["value"], id=f"{path}-{name}")
    for _, path, operation in OPERATIONS
    for kind, content in operation.get("requestBody", {}).get("content", {}).items()
    for name, example in content["examples"].items()
]


def schema(name: str) -> dict[str, object]:
    return {"$ref": f"#/components/schemas/{name}", "components": DOCUMENT["components"]}


def references(part: object) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return own + [found for value in part.values() for found in references(value)]
    if isinstance(part, list):
        return [found for value in part for found in references(value)]
    return []


def test_every_endpoint_is_described():
    assert {(method, path) for method, path, _ in OPERATIONS} >= ROUTES


def test_the_running_server_serves_this_document(client):
    assert client.get("/openapi.json").json() == DOCUMENT


def test_every_reference_leads_somewhere():
    for reference in references(DOCUMENT):
        assert reference.rpartition("/")[2] in DOCUMENT["components"]["schemas"]


def test_no_endpoint_promises_fastapis_own_errors():
    assert "HTTPValidationError" not in DOCUMENT["components"]["schemas"]
    for _, path, operation in OPERATIONS:
        if path not in {"/healthz", "/metrics"}:
            content = operation["responses"]["default"]["content"]
            spoken = "text/plain" if path.startswith("/v2/") else "application/problem+json"
            assert list(content) == [spoken]


@pytest.mark.parametrize(("path", "kind", "example"), SENT)
def test_every_example_is_answered(client, path, kind, example):
    how = "content" if isinstance(example, str) else "data" if "form" in kind else "json"
    content = {how: example}
    answer = client.post(path, **content, headers={"content-type": kind})
    assert answer.status_code == 200
    assert "urn:cermat:masalah" not in answer.text


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_examples_and_answers_fit_their_schemas(client, fake_client, example):
    form = example["value"]
    jsonschema.validate(form, schema("FormIn"))
    for service in (client, fake_client):
        jsonschema.validate(service.post("/v1/review", json=form).json(), schema("ReviewOut"))
        check = {"field": "indikator", "text": "Memahami SOP", "context": form}
        jsonschema.validate(check, schema("CheckIn"))
        jsonschema.validate(service.post("/v1/check", json=check).json(), schema("CheckOut"))
    problem = client.post("/v1/review", json={"topikk": 1}).json()
    jsonschema.validate(problem, schema("ProblemOut"))


def test_languagetools_answers_fit_their_schemas(client):
    fields = {"language": "id-ID", "text": "Indikator: Memahami SOP"}
    asked = {"TextCheckedOut": client.post("/v2/check", data=fields)}
    asked["ConfigInfoOut"] = client.get("/v2/configinfo", params=fields)
    for name, answer in asked.items():
        jsonschema.validate(answer.json(), schema(name))


def test_the_schema_knows_the_limits_and_refuses_unknown_keys():
    schemas = DOCUMENT["components"]["schemas"]
    for name, part in schemas.items():
        if name.endswith("In"):
            assert part["additionalProperties"] is False
    assert "required" not in schemas["FormIn"]
    assert (
        schemas["FormIn"]["properties"]["topik"]["anyOf"][0]["maxLength"] == settings.max_text_chars
    )
    assert (
        schemas["FormIn"]["properties"]["tindak_lanjut"]["anyOf"][0]["maxItems"] == settings.max_rtl
    )


def test_the_form_has_the_contracts_fields_in_their_order():
    assert list(DOCUMENT["components"]["schemas"]["FormIn"]["properties"]) == [
        "id", "jenis", "tahun", "triwulan", "pegawai", "atasan", "metode", "inisiatif", "rhk",
        "topik", "hasil", "tindak_lanjut", "dialog", "disetujui_atasan", "umpan_balik",
    ]  # fmt: skip
