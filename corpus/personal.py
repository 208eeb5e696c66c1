"""Personal data that must not stand in the corpus: NIP, NIK, telephone numbers, e-mail."""

import re
from collections.abc import Iterator
from typing import Any

PATTERNS: dict[str, re.Pattern[str]] = {
    "NIP": re.compile(r"(?<!\d)\d{8}[ .]?\d{6}[ .]?\d[ .]?\d{3}(?!\d)"),
    "NIK": re.compile(r"(?<!\d)\d{6}[ .]?\d{6}[ .]?\d{4}(?!\d)"),
    "nomor telepon": re.compile(
        r"(?<![\d/])(?:\+?62|0)[\s.-]?8\d{1,2}(?:[\s.-]?\d{3,4}){2,3}(?!\d)"  # mobile
        r"|\(0\d{2,3}\)\s?\d{3,4}[\s-]?\d{3,4}(?!\d)"  # (021) 555 0123
        r"|(?<![\d/])0\d{2,3}-\d{6,8}(?!\d)"
    ),
    "surel": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
}


def kinds(value: Any) -> set[str]:
    """The kinds of personal data anywhere in a JSON value."""
    return {
        kind for text in _strings(value) for kind, found in PATTERNS.items() if found.search(text)
    }


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
