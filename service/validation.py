"""From a JSON value to a checked model, or to sentences that say where and how it is wrong."""

import difflib
import re
from collections.abc import Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from service.problems import Place, Problem, thousands
from service.settings import settings

ModelT = TypeVar("ModelT", bound=BaseModel)
Loc = Sequence[str | int]

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")

_SENTENCES = {
    "missing": "Kunci ini wajib ada.",
    "model_type": "Isinya harus objek JSON {{ … }}.",
    "model_attributes_type": "Isinya harus objek JSON {{ … }}.",
    "list_type": "Isinya harus larik JSON [ … ].",
    "string_type": "Isinya harus teks dalam tanda kutip.",
    "bool_type": "Isinya harus true atau false, tanpa tanda kutip.",
    "int_type": "Isinya harus bilangan bulat, tanpa tanda kutip.",
    "float_type": "Isinya harus bilangan, tanpa tanda kutip.",
    "finite_number": "Isinya harus bilangan yang terhingga.",
    "literal_error": "Pilih salah satu: {expected}.",
    "string_too_long": "Teksnya melebihi {max_length} huruf; ringkas teks ini.",
    "too_long": "Jumlahnya melebihi {max_length}; kurangi atau pecah menjadi beberapa bagian.",
    "greater_than_equal": "Bilangannya paling kecil {ge}.",
    "less_than_equal": "Bilangannya paling besar {le}.",
    "tanpa_penanda": "Isi id atau nip; tanpa itu pegawai ini tidak dapat ditunjuk.",
    "satu_isi": "Isi salah satu: formulir atau pegawai.",
    "tanggal": "Tulis tanggal yang ada di kalender sebagai TTTT-BB-HH, misalnya 2025-09-30.",
    "karakter_kendali": "Teksnya memuat karakter kendali yang tidak terlihat; hapus karakter itu"
    " (tab dan baris baru boleh).",
}
"""What to do about each of pydantic's error types (three are ours), filled from its context."""


def validate(model: type[ModelT], value: Any) -> ModelT:
    """The checked model. Raises ``Problem`` 422 with a pointer and a sentence for each fault."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        faults = error.errors(include_input=False, include_url=False)
        raise _problem(model, faults) from None


def _problem(model: type[BaseModel], faults: list[ErrorDetails]) -> Problem:
    shown = [_explain(model, fault) for fault in faults[: settings.max_errors]]
    where, first = shown[0]
    detail = f"{where}, {first['detail'][0].lower()}{first['detail'][1:]}"
    if len(faults) > 1:
        detail += f" Ada {len(faults) - 1} kesalahan lain; lihat errors."
    return Problem("isian", detail, tuple(place for _, place in shown))


def _explain(model: type[BaseModel], fault: ErrorDetails) -> tuple[str, Place]:
    """The place in words (always one of ours) and the fault as it is sent."""
    loc, kind = fault["loc"], fault["type"]
    if kind != "extra_forbidden":
        where = _pointer(loc)
        return _words(where), {"pointer": where, "detail": _sentence(kind, fault.get("ctx", {}))}
    parent, key = _pointer(loc[:-1]), str(loc[-1])
    known = list(_model_at(model, loc[:-1]).model_fields)
    # A key may hold a name: it is repeated only where it is plainly a known one mistyped.
    plain = bool(_PLAIN_KEY.fullmatch(key) and difflib.get_close_matches(key, known, n=1))
    return _words(parent), {
        "pointer": f"{parent}/{key}" if plain else parent,
        "detail": _unknown(key if plain else "", known),
    }


def _unknown(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key.lower(), known, n=1)
    if near:
        return f"Ada kunci yang tidak dikenal; mungkin maksudnya “{near[0]}”."
    return f"Ada kunci yang tidak dikenal; yang dikenal: {', '.join(known)}."


def _pointer(loc: Loc) -> str:
    return "".join(f"/{step}" for step in loc)


def _words(pointer: str) -> str:
    return f"Pada {pointer}" if pointer else "Pada objek terluar"


def _sentence(kind: str, ctx: dict[str, Any]) -> str:
    values = dict(ctx)
    if "max_length" in values:
        values["max_length"] = thousands(values["max_length"])
    if "expected" in values:
        values["expected"] = ", ".join(re.findall(r"'([^']*)'", values["expected"]))
    return _SENTENCES.get(kind, "Isinya tidak sesuai bentuknya.").format_map(values)


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    for step in loc:
        if isinstance(step, str):
            model = _inner(model.model_fields[step].annotation) or model
    return model


def _inner(annotation: Any) -> type[BaseModel] | None:
    """The model inside ``X | None`` or ``list[X] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner(part))), None)
