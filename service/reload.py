"""A new champion without a restart: watch the registry, load beside the running reviewer, swap.

Every process does this for itself. What is refused changes nothing: the reviewer that runs goes on.
"""

import asyncio

from fastapi import FastAPI

import nlp.review
from nlp.bundle import BUILT_IN
from nlp.registry import ALIASES, REFUSED, champion, default_root
from nlp.review import Reviewer
from service.logs import logger, place
from service.metrics import Metrics

Stamp = tuple[int, int, int] | None
"""What changes whenever ``aliases.json`` is replaced; None while there is none."""


def stamp() -> Stamp:
    """The present state of ``aliases.json``, without reading it."""
    try:
        found = (default_root() / ALIASES).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def load_first(metrics: Metrics) -> Reviewer:
    """The reviewer to start with: the champion, or the built-in one where that is refused.

    Raises what ``load_reviewer`` raises when the built-in bundle itself is refused.
    """
    try:
        chosen = champion(default_root())
        if chosen is not None:
            return nlp.review.load_reviewer(chosen)
    except Exception as error:
        metrics.reload_failed()
        logger.error("Model terpilih tidak dipakai, model bawaan dipakai: %s", why(error))
    return nlp.review.load_reviewer(BUILT_IN)


async def watch(app: FastAPI, seen: Stamp, seconds: float) -> None:
    """Follow the registry until cancelled.

    In: the application whose ``state.reviewer`` is replaced, the stamp from before that reviewer
    was loaded, and how often to look. Requests that hold the old reviewer finish with it. A
    refused bundle is tried again only after ``aliases.json`` has changed.
    """
    while True:
        await asyncio.sleep(seconds)
        now = stamp()
        if now == seen:
            continue
        seen = now
        try:
            chosen = champion(default_root()) or BUILT_IN
            # A pipeline of its own: nothing of spaCy is shared with the thread that answers.
            fresh = await asyncio.to_thread(nlp.review.load_reviewer, chosen)
        except Exception as error:
            app.state.metrics.reload_failed()
            logger.error("Model baru tidak dipakai, yang lama tetap: %s", why(error))
            continue
        if fresh.versions != app.state.reviewer.versions:
            app.state.reviewer = fresh
            logger.info("Model diganti: %s", fresh.versions["bundle"])


def why(error: Exception) -> str:
    """Why a bundle is not used: our own sentence, of anything unexpected only class and place."""
    return str(error) if isinstance(error, REFUSED) else place(error)
