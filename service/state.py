"""What the application holds, as a request finds it."""

from fastapi import Request

from nlp.page import Page
from nlp.review import Reviewer
from service.metrics import Metrics
from service.problems import Problem


def reviewer_of(request: Request) -> Reviewer:
    """The loaded reviewer. Raises ``Problem`` 503 while it is being loaded."""
    reviewer: Reviewer | None = request.app.state.reviewer
    if reviewer is None:
        raise Problem(
            "belum_siap",
            "Pemeriksa sedang dimuat. Coba lagi beberapa detik lagi.",
            headers={"retry-after": "2"},
        )
    return reviewer


def metrics_of(request: Request) -> Metrics:
    """The application's counters."""
    metrics: Metrics = request.app.state.metrics
    return metrics


def pages_of(request: Request) -> dict[str, Page]:
    """The rule pages by id."""
    pages: dict[str, Page] = request.app.state.pages
    return pages
