"""Personal data that must not stand in the corpus: NIP, NIK, telephone numbers, e-mail."""

from collections.abc import Iterator
from typing import Any

from nlp.personal import personal_data


def kinds(value: Any) -> set[str]:
    """The kinds of personal data anywhere in a JSON value."""
    return {one.kind for text in _strings(value) for one in personal_data(text)}


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
