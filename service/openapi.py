"""The parts of ``/openapi.json`` that FastAPI cannot see, because bodies are read by hand."""

from typing import Any

import orjson
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from service.answers import ProblemOut
from service.body import JSON_TYPE, NDJSON_TYPE
from service.problems import KINDS, PROBLEM_TYPE
from service.recap.schemas import RecapIn, RecapLineIn
from service.schemas import EXAMPLES, CheckIn, ContohIn, CopiedFormIn, FormIn

_SENT = (FormIn, CopiedFormIn, CheckIn, RecapIn, RecapLineIn, ContohIn)
REF = "#/components/schemas/{model}"

DESCRIPTION = """Pemeriksa formulir bimbingan kinerja: menunjukkan tempat, alasan, dan saran.

Program menyarankan, orang memutuskan. Teks yang dikirim tidak disimpan dan tidak dicatat."""


def json_body(model: type[BaseModel]) -> dict[str, Any]:
    """``openapi_extra`` for an endpoint that takes one JSON object, with its examples."""
    examples = EXAMPLES if model is FormIn else _examples(model)
    return _body({JSON_TYPE: {"schema": _ref(model.__name__), "examples": examples}})


def query(model: type[ContohIn]) -> dict[str, Any]:
    """``openapi_extra`` for an endpoint that takes the keys of a flat model in its address."""
    described = model.model_json_schema()
    [example] = described["examples"]
    return {
        "parameters": [
            {
                "name": name,
                "in": "query",
                "required": name in described["required"],
                "description": part.pop("description"),
                "schema": part,
                "example": example[name],
            }
            for name, part in described["properties"].items()
        ]
    }


def ndjson_body() -> dict[str, Any]:
    """``openapi_extra`` for an endpoint that takes a form a line."""
    lines = b"".join(orjson.dumps(example["value"]) + b"\n" for example in EXAMPLES.values())
    return _body(
        {
            NDJSON_TYPE: {
                "schema": {
                    "type": "string",
                    "description": "Satu FormIn, atau satu CopiedFormIn, tiap baris",
                },
                "examples": {"dua_formulir": {"value": lines.decode()}},
            }
        }
    )


def recap_body() -> dict[str, Any]:
    """``openapi_extra`` for the recap: one JSON object, or a form or an employee a line."""
    made = json_body(RecapIn)
    extra: Any = RecapLineIn.model_config["json_schema_extra"]
    lines = b"".join(orjson.dumps(line) + b"\n" for line in extra["examples"])
    made["requestBody"]["content"][NDJSON_TYPE] = {
        "schema": {"type": "string", "description": "Satu RecapLineIn tiap baris"},
        "examples": {"tiga_baris": {"value": lines.decode()}},
    }
    return made


def file_body(workbook: str, table: str) -> dict[str, Any]:
    """``openapi_extra`` for an endpoint that takes a file of forms, whatever its kind."""
    forms = [example["value"] for example in EXAMPLES.values()]
    lines = ndjson_body()["requestBody"]["content"]
    rows = "Nomor formulir,Topik\nBK-1,Data debit sering terlambat\n"
    text = {"type": "string"}
    return _body(
        {
            workbook: {"schema": {"type": "string", "format": "binary"}, "examples": {}},
            table: {"schema": text, "examples": {"satu_formulir": {"value": rows}}},
            JSON_TYPE: {
                "schema": {"type": "array", "items": _ref("FormIn")},
                "examples": {"dua_formulir": {"value": forms}},
            },
            **lines,
        }
    )


def problems(*kinds: str) -> dict[int | str, dict[str, Any]]:
    """``responses`` for the problems an endpoint may answer with, and for any other."""
    found: dict[int | str, dict[str, Any]] = {
        str(KINDS[kind][0]): {"description": KINDS[kind][1], "content": _problem_content()}
        for kind in kinds
    }
    return {**found, "default": {"description": "Galat lain", "content": _problem_content()}}


def describe(app: FastAPI) -> dict[str, Any]:
    """The whole OpenAPI document, made once."""
    if app.openapi_schema is None:
        document = get_openapi(
            title="cermat", version=app.version, description=DESCRIPTION, routes=app.routes
        )
        _, sent = models_json_schema(
            [
                *((model, "validation") for model in _SENT),
                (ProblemOut, "serialization"),
            ],
            ref_template=REF,
        )
        document.setdefault("components", {}).setdefault("schemas", {}).update(sent["$defs"])
        app.openapi_schema = document
    return app.openapi_schema


def _examples(model: type[BaseModel]) -> dict[str, Any]:
    extra: Any = model.model_config["json_schema_extra"]
    return {f"contoh_{n}": {"value": value} for n, value in enumerate(extra["examples"], 1)}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": REF.format(model=name)}


def _body(content: dict[str, Any]) -> dict[str, Any]:
    return {"requestBody": {"required": True, "content": content}}


def _problem_content() -> dict[str, Any]:
    return {PROBLEM_TYPE: {"schema": _ref("ProblemOut")}}


BODY_PROBLEMS = problems("json", "ukuran", "jenis_isi", "isian", "belum_siap")
"""What an endpoint may answer that reads a JSON body and asks the reviewer."""
