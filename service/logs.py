"""Logs that never hold what people wrote: a line a request, and of an error only its place."""

import logging
import traceback
from typing import Any

logger = logging.getLogger("cermat")

OURS = ("service", "nlp")


def report(error: BaseException) -> None:
    """Log an unexpected error by class and place; its message may hold a form's text."""
    logger.error("galat %s", place(error))


def place(error: BaseException) -> str:
    """``ValueError service.api:42``: the class and the innermost of our own lines."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    frames = [
        (frame.f_globals.get("__name__", "?"), line)
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    own = [frame for frame in frames if frame[0].split(".")[0] in OURS]
    module, line = (own or frames or [("?", 0)])[-1]
    return f"{type(error).__name__} {module}:{line}"


class CalmFormatter(logging.Formatter):
    """Replaces a record about an exception, whoever wrote it, by the exception's place."""

    def format(self, record: logging.LogRecord) -> str:
        """The line for a record."""
        if record.exc_info and record.exc_info[1]:
            record = logging.makeLogRecord(
                {
                    **record.__dict__,
                    "msg": f"galat {place(record.exc_info[1])}",
                    "args": (),
                    "exc_info": None,
                    "exc_text": None,
                }
            )
        return super().format(record)


LOG_CONFIG: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "calm": {"()": CalmFormatter, "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "calm",
            "stream": "ext://sys.stderr",
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "cermat": {"level": "INFO"},
        "uvicorn": {"level": "WARNING"},
    },
}
"""For ``logging.config.dictConfig`` and uvicorn."""
