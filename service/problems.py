"""Errors as RFC 9457 ``application/problem+json``: a place, a sentence to act on, no echo."""

from typing import Any, NotRequired, TypedDict

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

PROBLEM_TYPE = "application/problem+json"

KINDS: dict[str, tuple[int, str]] = {
    "permintaan": (400, "Permintaan tidak dapat diolah"),
    "json": (400, "JSON tidak dapat dibaca"),
    "tidak_ditemukan": (404, "Tidak ditemukan"),
    "metode": (405, "Metode tidak didukung"),
    "ukuran": (413, "Kiriman terlalu besar"),
    "jenis_isi": (415, "Jenis isi tidak didukung"),
    "isian": (422, "Isian tidak sesuai bentuknya"),
    "berkas": (422, "Berkas tidak dapat dibaca"),
    "galat": (500, "Galat pada layanan"),
    "belum_siap": (503, "Layanan belum siap"),
}
"""Each kind of problem with its status and title; ``type`` is ``urn:cermat:masalah:<kind>``."""

SENTENCES: dict[int, tuple[str, str]] = {
    404: ("tidak_ditemukan", "Alamat ini tidak ada. Daftar alamat tersedia di /openapi.json."),
    405: ("metode", "Alamat ini tidak menerima metode tersebut; lihat tajuk Allow."),
}

UNEXPECTED = "Terjadi galat yang tidak terduga. Coba lagi; bila berulang, hubungi pengelola."


class Place(TypedDict):
    """One fault: an RFC 6901 pointer into what was sent and an Indonesian sentence."""

    pointer: str
    detail: str


class ProblemDict(TypedDict):
    """A problem as it goes over the wire; ``line`` only inside a batch."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[Place]
    line: NotRequired[int]


class Problem(Exception):  # noqa: N818 - the RFC's word
    """What is wrong with a request.

    In: a kind of ``KINDS``, an Indonesian sentence that says what to do, the places, extra
    response headers, the line (from 1) of what was sent where the trouble is. None of them may
    hold anything that was sent.
    """

    def __init__(
        self,
        kind: str,
        detail: str,
        errors: tuple[Place, ...] = (),
        headers: dict[str, str] | None = None,
        line: int = 1,
    ) -> None:
        super().__init__(kind)
        self.kind, self.detail, self.errors = kind, detail, errors
        self.headers, self.line = headers or {}, line

    @property
    def status(self) -> int:
        """The HTTP status code."""
        return KINDS[self.kind][0]


def as_dict(problem: Problem, line: int | None = None) -> ProblemDict:
    """The problem's JSON; ``line`` (from 1) is given when it is about one line of a batch."""
    status, title = KINDS[problem.kind]
    answer: ProblemDict = {
        "type": f"urn:cermat:masalah:{problem.kind}",
        "title": title,
        "status": status,
        "detail": problem.detail,
        "errors": list(problem.errors),
    }
    if line is not None:
        answer["line"] = line
    return answer


def respond(problem: Problem) -> Response:
    """The HTTP answer for a problem."""
    return Response(
        orjson.dumps(as_dict(problem)),
        status_code=problem.status,
        headers={"cache-control": "no-store", **problem.headers},
        media_type=PROBLEM_TYPE,
    )


def unexpected() -> Problem:
    """The problem shown when the fault is ours."""
    return Problem("galat", UNEXPECTED)


async def on_problem(_: Request, error: Exception) -> Response:
    """FastAPI exception handler for ``Problem``."""
    return respond(error) if isinstance(error, Problem) else respond(unexpected())


async def on_http_exception(_: Request, error: Exception) -> Response:
    """FastAPI exception handler for what the router itself refuses (404, 405)."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = dict(getattr(error, "headers", None) or {})
    kind, sentence = SENTENCES.get(
        status,
        ("permintaan", "Permintaan ini tidak dapat diolah; lihat /openapi.json.")
        if status < 500
        else ("galat", UNEXPECTED),
    )
    return respond(Problem(kind, sentence, headers=headers))


async def on_validation_error(_: Request, __: Exception) -> Response:
    """In place of FastAPI's own 422, which sends the whole input back."""
    return respond(Problem("isian", "Alamat atau parameter tidak sesuai; lihat /openapi.json."))


def thousands(number: Any) -> str:
    """A number as Indonesian prose writes it: 10000 → ``10.000``."""
    return f"{number:,}".replace(",", ".")
