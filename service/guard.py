"""The outermost layer of the application: counts, logs, and lets no error out unclothed."""

import time

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.logs import logger, report
from service.metrics import Metrics
from service.problems import respond, unexpected

CLIENT_GONE = 499
"""Logged and counted when the client left before the answer."""

HEADERS = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (
        b"content-security-policy",
        b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        b" connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    ),
]


class Guard:
    """ASGI middleware. The route's template stands for the path, which may hold anything."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app, self.metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; an unexpected error becomes a 500 problem and one log line."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, _calm(send))
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started, status = time.perf_counter(), 0

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except ClientDisconnect:
            status = CLIENT_GONE
        except Exception as error:
            report(error)
            if not status:
                await respond(unexpected())(scope, receive, watched)
        finally:
            route = getattr(scope.get("route"), "path", "lain")
            seconds = time.perf_counter() - started
            self.metrics.request(route, status, seconds)
            logger.info("%s %s %d %.1fms", scope["method"], route, status, seconds * 1000)


def _calm(send: Send) -> Send:
    """``send`` without the stack trace of a failed start, which has said why by itself."""

    async def sent(message: Message) -> None:
        if message["type"] == "lifespan.startup.failed":
            message = {**message, "message": ""}
        await send(message)

    return sent
