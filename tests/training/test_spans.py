"""Marked passages find their place however the tool has counted."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from training.sources.spans import anchor

SIGNS = st.sampled_from([*"aku di", "😀", "👍", "é", "\n"])
TEXTS = st.lists(SIGNS, min_size=1, max_size=25).map("".join)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


def units(text: str) -> int:
    """How a browser counts."""
    return len(text.encode("utf-16-le")) // 2


def stands_once(text: str, quote: str) -> bool:
    """Counted with overlaps, which ``str.count`` leaves out: ``kk`` stands in ``kkk`` twice."""
    return text.find(quote) == text.rfind(quote) >= 0


@given(marked())
def test_code_points_stay_where_they_are(case: tuple[str, int, int]) -> None:
    text, start, end = case
    assert anchor(text, start, end, text[start:end]) == (start, end)
    assert anchor(text, start, end, None) == (start, end)


@given(marked())
def test_a_browsers_offsets_give_the_passage(case: tuple[str, int, int]) -> None:
    text, start, end = case
    quote = text[start:end]
    assume(stands_once(text, quote))
    assert anchor(text, units(text[:start]), units(text[:end]), quote) == (start, end)


@given(marked(), st.booleans())
def test_line_ends_counted_as_two_where_the_text_has_one(
    case: tuple[str, int, int], browser: bool
) -> None:
    text, start, end = case
    quote = text[start:end]
    assume(stands_once(text, quote))
    count = units if browser else len
    before, inside = (part.replace("\n", "\r\n") for part in (text[:start], quote))
    offsets = count(before), count(before + inside)
    assert anchor(text, *offsets, inside) == (start, end)


@given(marked(), st.booleans())
def test_line_ends_counted_as_one_where_the_text_has_two(
    case: tuple[str, int, int], browser: bool
) -> None:
    seen, start, end = case
    quote = seen[start:end]
    # A passage that begins at a line end may as well begin between its two characters.
    assume(stands_once(seen, quote) and not quote.startswith("\n"))
    count = units if browser else len
    text = seen.replace("\n", "\r\n")
    found = anchor(text, count(seen[:start]), count(seen[:end]), quote)
    assert found is not None
    assert text[slice(*found)] == quote.replace("\n", "\r\n")


@given(TEXTS, st.integers(-5, 60), st.integers(-5, 60), TEXTS)
def test_what_is_found_is_the_quote(text: str, start: int, end: int, quote: str) -> None:
    found = anchor(text, start, end, quote)
    if found is None:
        assert quote not in text or not stands_once(text, quote)
    else:
        assert text[slice(*found)] == quote


@pytest.mark.parametrize(
    ("text", "start", "end", "quote", "place"),
    [
        ("rapi dan rapi", 8, 12, "rapi", (9, 13)),  # the nearer of two
        ("rapi dan rapi", 1, 5, "rapi", (0, 4)),
        ("ya  ya", 2, 3, "ya", None),  # equally near
        ("arsip rapi", 0, 4, "surat", None),
        ("arsip rapi", 0, 4, "", None),
        ("arsip", 3, 9, None, None),  # beyond the text, and no quote to look for
        ("arsip", 3, 3, None, None),
        ("arsip", -1, 3, None, None),
        ("arsip", -9, 90, "sip", (2, 5)),
    ],
)
def test_lost_places(
    text: str, start: int, end: int, quote: str | None, place: tuple[int, int] | None
) -> None:
    assert anchor(text, start, end, quote) == place
