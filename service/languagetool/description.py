"""What ``/openapi.json`` says of the LanguageTool API, whose fields are read by hand."""

from typing import Any

FORM_TYPE = "application/x-www-form-urlencoded"
_LIST = "dipisahkan koma"
_FIELDS = {
    "text": "Teks yang diperiksa; isi ini atau data",
    "data": 'JSON {"text": …} atau {"annotation": [{"text": …}, {"markup": …, "interpretAs": …}]}',
    "language": "id-ID, id, atau auto",
    "enabledRules": f"Id aturan yang ditampilkan juga bila biasanya tidak, {_LIST}",
    "disabledRules": f"Id aturan yang tidak ditampilkan, {_LIST}",
    "enabledCategories": f"Id golongan yang ditampilkan juga bila biasanya tidak, {_LIST}",
    "disabledCategories": f"Id golongan yang tidak ditampilkan, {_LIST}",
    "enabledOnly": "true: hanya aturan dan golongan yang disebut",
    "level": "picky: juga temuan yang masih meragukan",
    "preferredVariants": "Diterima, tidak dipakai",
    "motherTongue": "Diterima, tidak dipakai",
}
_EXAMPLES = {
    "teks": {"language": "id-ID", "text": "Indikator: Memahami penyusunan SOP"},
    "berlabel": {
        "language": "id-ID",
        "data": '{"annotation": [{"markup": "<b>Indikator</b>"}, {"text": "Memahami SOP"}]}',
        "level": "picky",
    },
}
_CHOICES = {"enabledOnly": ["true", "false"], "level": ["default", "picky"]}


def in_body() -> dict[str, Any]:
    """``openapi_extra`` for checking by POST."""
    schema = {
        "type": "object",
        "required": ["language"],
        "properties": {
            name: _schema(name) | {"description": text} for name, text in _FIELDS.items()
        },
    }
    examples = {name: {"value": value} for name, value in _EXAMPLES.items()}
    content = {FORM_TYPE: {"schema": schema, "examples": examples}}
    return {"requestBody": {"required": True, "content": content}}


def in_address() -> dict[str, Any]:
    """``openapi_extra`` for checking by GET."""
    return {
        "parameters": [
            {
                "name": name,
                "in": "query",
                "required": name == "language",
                "description": text,
                "schema": _schema(name),
            }
            for name, text in _FIELDS.items()
        ]
    }


def language_in_address() -> dict[str, Any]:
    """``openapi_extra`` for a call that only wants to know the language."""
    return {"parameters": [in_address()["parameters"][list(_FIELDS).index("language")]]}


def word_in_body() -> dict[str, Any]:
    """``openapi_extra`` for adding or deleting a word."""
    schema = {"type": "object", "properties": {"word": {"type": "string"}}}
    examples = {"kata": {"value": {"word": "bimker"}}}
    return {"requestBody": {"content": {FORM_TYPE: {"schema": schema, "examples": examples}}}}


def errors(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """``responses`` for what goes wrong: LanguageTool answers with a sentence, not with JSON."""
    titles = {
        400: "Isian tidak dapat diolah",
        413: "Teks terlalu panjang",
        503: "Layanan belum siap",
    }
    text = {"text/plain": {"schema": {"type": "string"}, "example": "Error: …"}}
    found: dict[int | str, dict[str, Any]] = {
        str(status): {"description": titles[status], "content": text} for status in statuses
    }
    return {**found, "default": {"description": "Galat lain", "content": text}}


def _schema(name: str) -> dict[str, Any]:
    choices = {"enum": _CHOICES[name]} if name in _CHOICES else {}
    return {"type": "string", **choices}
