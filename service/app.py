"""The application: the reviewer loaded once, the routes, and the layers around them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.staticfiles import StaticFiles

import nlp.review
from service import api, contoh, openapi, pages
from service.answers import SERVICE_VERSION
from service.desk import routes as desk
from service.guard import Guard
from service.languagetool import extension, routes
from service.logs import logger
from service.metrics import Metrics
from service.problems import Problem, on_http_exception, on_problem, on_validation_error
from service.reload import load_first, stamp, watch, why
from service.settings import settings


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Load the reviewer before the first connection, and follow the registry from then on.

    A refused built-in model ends the process here, with its sentence in the log.
    """
    seen = stamp()
    try:
        app.state.reviewer = load_first(app.state.metrics)
    except Exception as error:
        logger.error("Layanan tidak dapat dimulai: %s", why(error))
        raise
    watching = None
    if settings.reload_seconds:
        watching = asyncio.create_task(watch(app, seen, settings.reload_seconds))
    yield
    if watching:
        watching.cancel()


def create_app() -> FastAPI:
    """A new application.

    It is ready once its lifespan has begun; before that reviews are answered with 503. Raises
    whatever reading the rule pages raises.
    """
    app = FastAPI(
        title="cermat",
        version=SERVICE_VERSION,
        lifespan=_lifespan,
        docs_url=None,  # would load scripts from another host
        redoc_url=None,
        redirect_slashes=False,
        exception_handlers={
            Problem: on_problem,
            HTTPException: on_http_exception,
            RequestValidationError: on_validation_error,
        },
    )
    app.state.reviewer = None
    app.state.metrics = Metrics()
    app.state.pages = {page.id: page for page in nlp.review.catalogue()}
    app.state.aspects = nlp.review.aspects_of_rules()
    app.include_router(api.router)
    app.include_router(contoh.router)
    app.include_router(desk.router)
    app.include_router(routes.router)
    app.include_router(extension.router)
    app.include_router(pages.router)
    app.mount("/web", StaticFiles(directory=pages.WEB), name="web")
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST"],
            allow_headers=["content-type"],
        )
    app.add_middleware(Guard, metrics=app.state.metrics)
    app.openapi = lambda: openapi.describe(app)  # type: ignore[method-assign]
    return app
