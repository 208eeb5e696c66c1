"""The categories under which LanguageTool's clients group, colour and switch off rules."""

from typing import NamedTuple, get_args

from nlp.form import Field
from nlp.page import Page


class Category(NamedTuple):
    """A category by LanguageTool's own id, with the issue type and match type that go with it."""

    id: str
    name: str
    issue_type: str
    match_type: str


SPELLING = Category("TYPOS", "Ejaan", "misspelling", "UnknownWord")
ANY_TEXT = Category("MISC", "Umum", "uncategorized", "Other")
_WORDING = "STYLE"
_NAMES: dict[str, str] = {
    "topik": "topik",
    "hasil": "hasil",
    "rtl": "rencana tindak lanjut",
    "indikator": "indikator",
    "umpan_balik": "umpan balik",
    "catatan": "catatan",
}


def reads_any_text(page: Page) -> bool:
    """Whether the rule is about every text, so that it is true without knowing the field."""
    return set(page.fields) == set(get_args(Field))


def category_of(page: Page) -> Category:
    """The category of a rule, from what its page says of itself.

    A mere hint (severity ``info``) about any text is about spelling.
    """
    if reads_any_text(page):
        return SPELLING if page.severity == "info" else ANY_TEXT
    about = ", ".join(_NAMES[field] for field in page.fields)
    return Category(_WORDING, f"Mutu {about}" if about else "Kelengkapan", "style", "Hint")
