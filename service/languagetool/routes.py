"""The endpoints under ``/v2``."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.responses import PlainTextResponse

from service.address import address_of
from service.answers import SERVICE_VERSION
from service.body import JSON_TYPE
from service.languagetool.annotated import Annotated, units_of
from service.languagetool.answer import (
    ConfigInfoOut,
    InfoOut,
    LanguageOut,
    ParameterOut,
    RuleConfiguredOut,
    SoftwareOut,
    TextCheckedOut,
    WarningsOut,
    WordAddedOut,
    WordDeletedOut,
    WordsOut,
)
from service.languagetool.category import category_of
from service.languagetool.check import Checked, check
from service.languagetool.description import (
    errors,
    in_address,
    in_body,
    language_in_address,
    word_in_body,
)
from service.languagetool.match import match_of
from service.languagetool.request import (
    LANGUAGE,
    check_language,
    choice_of,
    read_fields,
    text_of,
)
from service.problems import Problem
from service.settings import settings
from service.state import metrics_of, pages_of, reviewer_of

SOFTWARE = SoftwareOut(version=SERVICE_VERSION, build_date="")
# However a text is written in a form, a letter takes at most twelve bytes of it (%F0%9F%98%80).
LONGEST_TEXT = settings.max_body_bytes // 12
PLAIN: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/plain": {"schema": {"type": "string"}}}}
}


class _TextErrors(APIRoute):
    """Answers a ``Problem`` as LanguageTool does: a line of text that begins with "Error:"."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handler = super().get_route_handler()

        async def handle(request: Request) -> Response:
            try:
                return await handler(request)
            except Problem as problem:
                return PlainTextResponse(
                    f"Error: {problem.detail}",
                    problem.status,
                    {"cache-control": "no-store", **problem.headers},
                )

        return handle


router = APIRouter(prefix="/v2", tags=["languagetool"], route_class=_TextErrors)


@router.get(
    "/check",
    summary="Periksa teks (lewat alamat)",
    operation_id="languagetool_check_get",
    response_model=TextCheckedOut,
    response_model_exclude_none=True,
    openapi_extra=in_address(),
    responses=errors(400, 413, 503),
)
async def check_address(request: Request) -> Response:
    """Sama dengan POST; untuk teks pendek saja, sebab alamat dapat tercatat di perantara."""
    return await _check(request)


@router.post(
    "/check",
    summary="Periksa teks",
    operation_id="languagetool_check_post",
    response_model=TextCheckedOut,
    response_model_exclude_none=True,
    openapi_extra=in_body(),
    responses=errors(400, 413, 503),
)
async def check_body(request: Request) -> Response:
    """Teks → temuan, menurut API HTTP LanguageTool.

    Label di awal baris (“Topik:”, “RTL 2:”, “Indikator keberhasilan:”) atau di dalam markup
    menentukan isiannya. Tanpa label hanya diperiksa hal yang berlaku bagi teks apa pun.
    """
    return await _check(request)


@router.get(
    "/languages", summary="Bahasa yang diperiksa", response_model=list[LanguageOut],
    responses=errors(),
)  # fmt: skip
async def languages() -> list[LanguageOut]:
    """Bahasa Indonesia."""
    return [LanguageOut(name="Indonesian", code="id", long_code=LANGUAGE)]


@router.get("/info", summary="Versi program", response_model=InfoOut, responses=errors())
async def info() -> InfoOut:
    """Nama dan versi program yang menjawab."""
    return InfoOut(software=SOFTWARE)


@router.get(
    "/configinfo",
    summary="Aturan yang ada",
    response_model=ConfigInfoOut,
    openapi_extra=language_in_address(),
    responses=errors(400),
)
async def configinfo(request: Request) -> ConfigInfoOut:
    """Aturan beserta golongannya, untuk daftar pilihan pada penyunting."""
    check_language(await read_fields(request))
    pages = [(page, category_of(page)) for page in pages_of(request).values() if page.fields]
    return ConfigInfoOut(
        software=SOFTWARE,
        parameter=ParameterOut(max_text_length=LONGEST_TEXT),
        rules=tuple(
            RuleConfiguredOut(
                rule_id=page.id,
                description=page.title,
                category_id=category.id,
                category_name=category.name,
                loc_quality_issue_type=category.issue_type,
            )
            for page, category in pages
        ),
    )


@router.get(
    "/maxtextlength",
    summary="Teks terpanjang",
    response_class=PlainTextResponse,
    responses={**PLAIN, **errors()},
)
async def maxtextlength() -> PlainTextResponse:
    """Banyaknya huruf yang pasti muat dalam satu kiriman."""
    return PlainTextResponse(str(LONGEST_TEXT))


@router.get(
    "/healthcheck",
    summary="Siap?",
    response_class=PlainTextResponse,
    responses={**PLAIN, **errors(503)},
)
async def healthcheck(request: Request) -> PlainTextResponse:
    """OK setelah pemeriksa dimuat; sebelumnya 503."""
    reviewer_of(request)
    return PlainTextResponse("OK")


@router.get("/words", summary="Kamus pribadi", response_model=WordsOut, responses=errors())
async def words() -> WordsOut:
    """Selalu kosong: layanan ini tidak menyimpan apa pun."""
    return WordsOut()


@router.post(
    "/words/add", summary="Tambah kata", response_model=WordAddedOut,
    openapi_extra=word_in_body(), responses=errors(),
)  # fmt: skip
async def add_word() -> WordAddedOut:
    """Selalu false: layanan ini tidak menyimpan apa pun."""
    return WordAddedOut()


@router.post(
    "/words/delete", summary="Hapus kata", response_model=WordDeletedOut,
    openapi_extra=word_in_body(), responses=errors(),
)  # fmt: skip
async def delete_word() -> WordDeletedOut:
    """Selalu false: layanan ini tidak menyimpan apa pun."""
    return WordDeletedOut()


async def _check(request: Request) -> Response:
    reviewer, pages, metrics = reviewer_of(request), pages_of(request), metrics_of(request)
    fields = await read_fields(request)
    check_language(fields)
    source, choice = text_of(fields), choice_of(fields)
    checked = await check(reviewer, pages, metrics, source, choice)
    return _json(_answer(checked, source, address_of(request)))


def _answer(checked: Checked, source: Annotated, address: str | None) -> TextCheckedOut:
    units = units_of(source.sent)
    places = [source.place(passage.start, passage.end) for passage in checked.passages]
    return TextCheckedOut(
        software=SOFTWARE,
        warnings=WarningsOut(incomplete_results=not checked.complete),
        matches=tuple(match_of(hit, source, units, address) for hit in checked.hits),
        sentence_ranges=tuple((units.at(start), units.at(end)) for start, end in places),
    )


def _json(answer: BaseModel) -> Response:
    return Response(
        answer.model_dump_json(exclude_none=True).encode(),
        media_type=JSON_TYPE,
        headers={"cache-control": "no-store"},
    )
