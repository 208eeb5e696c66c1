"""What a LanguageTool client sends: form fields in a body or an address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

from service.body import BOM, read_bytes
from service.languagetool.annotated import Annotated, from_data, from_text
from service.problems import Problem

LANGUAGE = "id-ID"
LANGUAGES = ("id", "id-id", "auto")
_MOST_FIELDS = 200
# LibreOffice before it learnt to encode (7.4 does not) sends the paragraph as it stands.
_AS_IT_STANDS = re.compile(r"text=(.*)&language=([\w-]+)(?:&username=.*)?", re.DOTALL)
_NEVER_ENCODED = re.compile(r"[^\x21-\x7e]")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules the client wants to hear of, by id or by category."""

    picky: bool = False
    enabled_only: bool = False
    enabled_rules: frozenset[str] = frozenset()
    disabled_rules: frozenset[str] = frozenset()
    enabled_categories: frozenset[str] = frozenset()
    disabled_categories: frozenset[str] = frozenset()

    def allows(self, rule: str, category: str, quiet: bool) -> bool:
        """Whether a rule may speak; a quiet finding only does when asked for by name or level."""
        named = rule in self.enabled_rules
        if self.enabled_only:
            return named or category in self.enabled_categories
        if rule in self.disabled_rules or (category in self.disabled_categories and not named):
            return False
        return named or category in self.enabled_categories or self.picky or not quiet


async def read_fields(request: Request) -> dict[str, str]:
    """The form fields of a request; those of a body win over those of the address.

    The body is read as a form whatever it says it is, as LanguageTool does. Raises ``Problem`` 400
    or 413; starlette's ``ClientDisconnect`` when the sender is gone.
    """
    fields = _parsed(request.url.query)
    if request.method == "POST":
        body = (await read_bytes(request)).removeprefix(BOM)
        try:
            fields |= fields_of(body.decode("utf-8"))
        except UnicodeDecodeError:
            raise Problem("permintaan", "Kirim isian formulir sebagai teks UTF-8.") from None
    return fields


def fields_of(body: str) -> dict[str, str]:
    """The fields of a form body; a text that LibreOffice did not encode is taken as it stands.

    Such a body holds a blank or a letter that no encoded body can hold; ``&``, ``+`` and ``%`` in
    it are the writer's own. Raises ``Problem`` 400.
    """
    plain = _AS_IT_STANDS.fullmatch(body)
    if plain and _NEVER_ENCODED.search(body):
        return {"text": plain[1], "language": plain[2]}
    return _parsed(body)


def _parsed(query: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(
            query, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS
        )
    except ValueError:
        raise Problem(
            "permintaan",
            "Kirim isian formulir (application/x-www-form-urlencoded, UTF-8), misalnya"
            " language=id-ID&text=…",
        ) from None
    return dict(pairs)


def check_language(fields: Mapping[str, str]) -> None:
    """Refuse any language but Indonesian, with ``Problem`` 400."""
    if "language" not in fields:
        raise Problem("permintaan", "Isian language belum ada. Isi dengan id-ID.")
    if fields["language"].lower().replace("_", "-") not in LANGUAGES:
        raise Problem(
            "permintaan",
            "The language sent is not a language code known to LanguageTool."
            " Layanan ini memeriksa bahasa Indonesia: isi language dengan id-ID.",
        )


def text_of(fields: Mapping[str, str]) -> Annotated:
    """The text to check. Raises ``Problem`` 400 unless exactly one of text and data is there."""
    if ("text" in fields) == ("data" in fields):
        raise Problem("permintaan", "Isi salah satu: text atau data.")
    return from_text(fields["text"]) if "text" in fields else from_data(fields["data"])


def choice_of(fields: Mapping[str, str]) -> Choice:
    """The rules asked for. Raises ``Problem`` 400 when ``enabledOnly`` contradicts the rest."""
    choice = Choice(
        fields.get("level") == "picky",
        fields.get("enabledOnly") in ("true", "yes"),
        _ids(fields, "enabledRules"),
        _ids(fields, "disabledRules"),
        _ids(fields, "enabledCategories"),
        _ids(fields, "disabledCategories"),
    )
    if choice.enabled_only and (choice.disabled_rules or choice.disabled_categories):
        raise Problem(
            "permintaan",
            "Dengan enabledOnly=true, kosongkan disabledRules dan disabledCategories.",
        )
    if choice.enabled_only and not (choice.enabled_rules or choice.enabled_categories):
        raise Problem(
            "permintaan", "Dengan enabledOnly=true, isi enabledRules atau enabledCategories."
        )
    return choice


def _ids(fields: Mapping[str, str], name: str) -> frozenset[str]:
    return frozenset(id.strip() for id in fields.get(name, "").split(",") if id.strip())
