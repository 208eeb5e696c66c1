"""Reviewing a text section by section, and choosing what an editor should underline."""

import asyncio
import time
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import nlp.review
from nlp.finding import Finding, Review
from nlp.page import Page
from nlp.review import Reviewer
from service.languagetool.annotated import Annotated
from service.languagetool.category import category_of, reads_any_text
from service.languagetool.passage import Passage, passages
from service.languagetool.request import Choice
from service.languagetool.section import Section, form_of, sections
from service.metrics import Metrics
from service.problems import Problem, thousands
from service.settings import settings

CALL_FOR_HELP = "PERLU_RUJUKAN_PROFESIONAL"


class Hit(NamedTuple):
    """A finding in a passage of the plain text; the finding's span counts from the passage."""

    finding: Finding
    page: Page
    passage: Passage


class Checked(NamedTuple):
    """What was found, in the order of the text; ``complete`` is false when time ran out."""

    hits: list[Hit]
    passages: list[Passage]
    complete: bool


async def check(
    reviewer: Reviewer,
    pages: Mapping[str, Page],
    metrics: Metrics,
    source: Annotated,
    choice: Choice,
) -> Checked:
    """Review a text for at most ``settings.languagetool_seconds``; the first section always.

    Between sections other requests have their turn. A text that shows items 12–17 of the guideline
    gives one message and nothing else. Raises ``Problem`` 413 on a passage that is too long.
    """
    until = time.monotonic() + settings.languagetool_seconds
    found = list(passages(source.plain, source.labels))
    if any(passage.end - passage.start > settings.max_text_chars for passage in found):
        raise Problem(
            "ukuran",
            f"Satu alinea melebihi {thousands(settings.max_text_chars)} huruf. Pecah alinea itu.",
        )
    hits: list[Hit] = []
    waiting = sections(found)
    for number, section in enumerate(waiting):
        if number and time.monotonic() > until:
            return Checked(_sorted(hits), found, False)
        answer = nlp.review.review(reviewer, form_of(section, source.plain))
        if answer.triage.level == "none":
            metrics.findings(hit.finding for hit in _hits(answer, section, pages, choice))
            metrics.rejected(answer.rejected)
        if answer.triage.level == "rujukan":
            return Checked(list(_help(answer, section, pages, choice)), found, True)
        hits += _hits(answer, section, pages, choice)
        await asyncio.sleep(0)
    return Checked(_sorted(hits), found, True)


def _hits(
    answer: Review, section: Section, pages: Mapping[str, Page], choice: Choice
) -> Iterator[Hit]:
    """The findings about words. What a form lacks (a date, an approval) no text can show."""
    for finding in answer.findings:
        passage, page = section.passages.get(finding.pointer), pages[finding.rule]
        if passage is None or finding.span is None:
            continue
        if not section.labelled and not reads_any_text(page):
            continue
        if choice.allows(page.id, category_of(page).id, is_quiet(finding, page)):
            yield Hit(finding, page, passage)


def _help(
    answer: Review, section: Section, pages: Mapping[str, Page], choice: Choice
) -> Iterator[Hit]:
    for finding in answer.findings:
        if finding.rule == CALL_FOR_HELP and finding.pointer in section.passages:
            page = pages[finding.rule]
            if choice.allows(page.id, category_of(page).id, False):
                yield Hit(finding, page, section.passages[finding.pointer])
            return


def is_quiet(finding: Finding, page: Page) -> bool:
    """Whether the finding is only a hint about a field, or one that the program itself doubts.

    What is true of any text is always said: editors such as LibreOffice cannot ask for more, so
    spelling would never be seen; and what asks somebody to be met always doubts itself.
    """
    return not reads_any_text(page) and (finding.severity == "info" or finding.needs_review)


def _sorted(hits: list[Hit]) -> list[Hit]:
    return sorted(hits, key=lambda hit: hit.passage.start + (hit.finding.span or (0, 0))[0])
