"""A finding as LanguageTool's match: one stretch of the sent text and what may replace it."""

from itertools import takewhile

from nlp.finding import Span, Suggestion
from service.languagetool.annotated import Annotated, Units
from service.languagetool.answer import (
    CategoryOut,
    ContextOut,
    MatchOut,
    ReplacementOut,
    RuleMatchedOut,
    TypeOut,
    UrlOut,
)
from service.languagetool.category import category_of, reads_any_text
from service.languagetool.check import CALL_FOR_HELP, Hit

_AROUND = 40
_CUT = "..."


def match_of(hit: Hit, source: Annotated, units: Units, address: str | None) -> MatchOut:
    """The match for a finding.

    In: the finding, the text, how to count it, and the address of this service for links to the
    rule's page (None: no link). The marked stretch grows beyond the finding's span where the
    suggestions change more than that: put in its place, each gives exactly the suggested text.
    """
    finding, passage, page = hit.finding, hit.passage, hit.page
    raw = source.plain[passage.start : passage.end]
    span = finding.span or Span(0, len(raw))
    offered = () if finding.needs_review else finding.suggestions
    fitting = [s for s in offered if s.pointer in (None, finding.pointer)]
    span = _widened(raw, span, fitting)
    start, end = source.place(passage.start + span.start, passage.start + span.end)
    tail = len(raw) - span.end
    category = category_of(page)
    offset = units.at(start)
    return MatchOut(
        message=_message(hit),
        short_message=page.title,
        replacements=tuple(
            ReplacementOut(
                value=s.text[span.start : len(s.text) - tail],
                short_description="lengkapi isian bertanda […]" if s.slots else None,
            )
            for s in fitting
        ),
        offset=offset,
        length=units.at(end) - offset,
        context=_context(source.sent, units, start, end),
        sentence=raw,
        type=TypeOut(type_name=category.match_type),
        rule=RuleMatchedOut(
            id=page.id,
            sub_id="1",
            description=page.title,
            issue_type=category.issue_type,
            urls=(UrlOut(value=f"{address}/aturan/{page.id}"),) if address else None,
            category=CategoryOut(id=category.id, name=category.name),
        ),
    )


def _message(hit: Hit) -> str:
    if hit.finding.rule == CALL_FOR_HELP:
        return f"{hit.finding.message} {hit.finding.why}"
    if hit.finding.needs_review and not reads_any_text(hit.page):
        return f"Mungkin perlu diperbaiki, mohon ditinjau. {hit.finding.message}"
    return hit.finding.message


def _widened(raw: str, span: Span, suggestions: list[Suggestion]) -> Span:
    """The smallest stretch of whole words that holds the span and all that is changed."""
    start, end = span
    for suggestion in suggestions:
        start = min(start, _alike(raw, suggestion.text))
    for suggestion in suggestions:
        rest, new = raw[start:][::-1], suggestion.text[start:][::-1]
        end = max(end, len(raw) - _alike(rest, new))
    if suggestions:
        while start and _inside_word(raw, start):
            start -= 1
        while _inside_word(raw, end):
            end += 1
    return Span(start, end)


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with together."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _inside_word(raw: str, place: int) -> bool:
    return 0 < place < len(raw) and raw[place - 1].isalnum() and raw[place].isalnum()


def _context(sent: str, units: Units, start: int, end: int) -> ContextOut:
    first, last = max(0, start - _AROUND), min(len(sent), end + _AROUND)
    before = _CUT if first else ""
    after = _CUT if last < len(sent) else ""
    shown = sent[first:last].replace("\n", " ").replace("\r", " ")
    return ContextOut(
        text=before + shown + after,
        offset=len(before) + units.at(start) - units.at(first),
        length=units.at(end) - units.at(start),
    )
