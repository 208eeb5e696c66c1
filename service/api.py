"""The endpoints of the public contract, version 1, and the probes.

They are ``async`` and call the reviewer directly (a few milliseconds): spaCy must not run in two
threads, so more speed comes from more processes.
"""

import asyncio
import itertools
from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import TypeAdapter
from starlette.requests import ClientDisconnect

import nlp.recap
import nlp.review
from nlp.copies import Copies
from nlp.finding import Review
from nlp.form import Form
from nlp.recap import row_of
from nlp.review import Reviewer
from service.answers import (
    CheckOut,
    ModelOut,
    ReviewOut,
    RuleOut,
    StatusOut,
    check_out,
    json_answer,
    review_out,
    rule_out,
)
from service.batch import DuplexResponse, answers, copied_line, with_known
from service.body import JSON_TYPE, NDJSON_TYPE, NDJSON_TYPES, check_type, read_json
from service.metrics import CONTENT_TYPE_LATEST, Metrics
from service.openapi import BODY_PROBLEMS, json_body, ndjson_body, problems, recap_body
from service.problems import Problem
from service.recap.schemas import RecapIn, RecapOut, recap_out, to_staff
from service.recap.stream import recap_lines
from service.schemas import CheckIn, FormIn, to_form
from service.settings import settings
from service.state import metrics_of, pages_of, reviewer_of
from service.validation import validate

HEALTH = "konseling"
RECAP_SLICE = 20
router = APIRouter()

MODELS = TypeAdapter(list[ModelOut])
RULES = TypeAdapter(list[RuleOut])


@router.post(
    "/v1/review",
    summary="Periksa satu formulir",
    tags=["pemeriksaan"],
    response_model=ReviewOut,
    openapi_extra=json_body(FormIn),
    responses=BODY_PROBLEMS,
)
async def review(request: Request) -> Response:
    """Form → Review. Isian yang kosong menjadi temuan, bukan galat."""
    reviewer = reviewer_of(request)
    form = to_form(validate(FormIn, await read_json(request)))
    return json_answer(review_out(_review(reviewer, metrics_of(request), form)))


@router.post(
    "/v1/review/batch",
    summary="Periksa banyak formulir, satu tiap baris",
    tags=["pemeriksaan"],
    status_code=200,
    response_class=DuplexResponse,
    openapi_extra=ndjson_body(),
    responses={
        200: {
            "description": "Satu Review atau satu objek masalah tiap baris, sesuai urutan kiriman",
            "content": {NDJSON_TYPE: {"schema": {"type": "string"}}},
        },
        **problems("jenis_isi", "belum_siap"),
    },
)
async def review_batch(request: Request) -> Response:
    """NDJSON → NDJSON, dialirkan: jawaban keluar selagi baris berikutnya masih dikirim.

    Baris yang tidak dapat dibaca dijawab dengan objek masalah yang memuat nomor barisnya (`line`);
    baris lain tetap diperiksa. Baris kosong dilewati. Sebaiknya baca jawaban sambil mengirim.
    Umpan balik yang sama untuk tiga pegawai atau lebih (`FEEDBACK_SALINAN`) ditandai sejak pegawai
    ketiga, karena aliran tidak dapat melihat ke depan; seluruhnya ada dalam `/v1/recap`. Yang sudah
    tahu lebih banyak mengirim `{"formulir": …, "salinan": [2]}` sebagai satu baris.
    """
    reviewer, metrics = reviewer_of(request), metrics_of(request)
    check_type(request, NDJSON_TYPES)
    batch, numbers = Copies(settings.max_remembered), itertools.count(1)

    def answer(value: Any) -> bytes:
        (form, known), number = copied_line(value), next(numbers)
        batch.add(form, number)
        copies = with_known(batch.others(form, number), known)
        found = _review(reviewer, metrics, form, copies)
        return review_out(found).model_dump_json().encode()

    return DuplexResponse(answers(request.stream(), answer))


@router.post(
    "/v1/recap",
    summary="Rekap banyak formulir per unit",
    tags=["pemeriksaan"],
    response_model=RecapOut,
    openapi_extra=recap_body(),
    responses=BODY_PROBLEMS,
)
async def recap(request: Request) -> Response:
    """Formulir dan daftar pegawai → kuantitas, kualitas, prioritas, dan indikator per unit.

    Juga siapa yang belum dibimbing, formulir ganda, umpan balik salinan, dan perkembangan. Formulir
    konseling dan rujukan hanya dihitung jumlahnya. Kumpulan yang lebih besar daripada batas layanan
    dikirim sebagai NDJSON: tiap baris satu formulir atau satu pegawai; formulir yang disertai hasil
    pemeriksaannya tidak diperiksa lagi.
    """
    reviewer, metrics = reviewer_of(request), metrics_of(request)
    check_type(request, (JSON_TYPE, *NDJSON_TYPES))
    if request.headers.get("content-type", JSON_TYPE).split(";")[0].strip().lower() != JSON_TYPE:
        rows, staff = await recap_lines(
            request.stream(), lambda form: _review(reviewer, metrics, form)
        )
        return json_answer(recap_out(nlp.recap.recap(rows, staff)))
    sent = validate(RecapIn, await read_json(request, settings.max_recap_bytes))
    rows = []
    for number, each in enumerate(sent.formulir, 1):
        form = to_form(each)
        rows.append(row_of(form, _review(reviewer, metrics, form), number))
        # Other requests get their turn after each form; nobody waiting ends the work.
        await asyncio.sleep(0)
        if number % RECAP_SLICE == 0 and await request.is_disconnected():
            raise ClientDisconnect
    staff = [to_staff(each) for each in sent.pegawai or ()]
    return json_answer(recap_out(nlp.recap.recap(rows, staff)))


@router.post(
    "/v1/check",
    summary="Periksa satu isian yang sedang diketik",
    tags=["pemeriksaan"],
    response_model=CheckOut,
    openapi_extra=json_body(CheckIn),
    responses=BODY_PROBLEMS,
)
async def check(request: Request) -> Response:
    """Temuan pada satu isian, dan kata para pengklasifikasi tentangnya."""
    reviewer = reviewer_of(request)
    sent = validate(CheckIn, await read_json(request))
    answer = nlp.review.check_text(reviewer, sent.field, sent.text, to_form(sent.context))
    # What counselling finds is health data: nothing of such a text is counted.
    if all(verdict.label == "NONE" for task, verdict in answer.labels.items() if task == HEALTH):
        metrics_of(request).findings(answer.findings)
        metrics_of(request).rejected(answer.rejected)
    return json_answer(check_out(answer))


@router.get(
    "/v1/rules",
    summary="Semua aturan",
    tags=["rujukan"],
    response_model=list[RuleOut],
    responses=problems(),
)
async def rules(request: Request) -> Response:
    """Katalog aturan: apa, mengapa, bagian pedoman, contoh yang salah dan yang benar."""
    found = [rule_out(page) for page in pages_of(request).values()]
    return Response(RULES.dump_json(found), media_type=JSON_TYPE)


@router.get(
    "/v1/rules/{id}",
    summary="Satu aturan",
    tags=["rujukan"],
    response_model=RuleOut,
    responses=problems("tidak_ditemukan"),
)
async def rule(request: Request, id: str) -> Response:
    """Halaman satu aturan, misalnya `INDIKATOR_TIDAK_TERUKUR`."""
    page = pages_of(request).get(id)
    if page is None:
        raise Problem("tidak_ditemukan", "Tidak ada aturan dengan id itu; lihat /v1/rules.")
    return json_answer(rule_out(page), "no-cache")


@router.get(
    "/v1/models",
    summary="Semua model",
    tags=["rujukan"],
    response_model=list[ModelOut],
    responses=problems("belum_siap"),
)
async def models(request: Request) -> Response:
    """Versi, sidik data latih, ukuran, dan waktu pelatihan setiap model."""
    found = MODELS.validate_python(nlp.review.models(reviewer_of(request)))
    return Response(MODELS.dump_json(found), media_type=JSON_TYPE)


@router.get("/healthz", summary="Hidup?", tags=["keadaan"], response_model=StatusOut)
async def healthz() -> StatusOut:
    """Selalu ok selama proses hidup."""
    return StatusOut(status="ok")


@router.get(
    "/readyz",
    summary="Siap?",
    tags=["keadaan"],
    response_model=StatusOut,
    responses=problems("belum_siap"),
)
async def readyz(request: Request) -> StatusOut:
    """Ok setelah pemeriksa dimuat; sebelumnya 503."""
    reviewer_of(request)
    return StatusOut(status="ok")


@router.get(
    "/metrics",
    summary="Ukuran untuk Prometheus",
    tags=["keadaan"],
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
)
async def metrics(request: Request) -> Response:
    """Jumlah permintaan, lamanya, dan temuan menurut aturan; tanpa teks dan nomor formulir."""
    return Response(metrics_of(request).render(), headers={"content-type": CONTENT_TYPE_LATEST})


def _review(
    reviewer: Reviewer, metrics: Metrics, form: Form, copies: Mapping[str, int] | None = None
) -> Review:
    answer = nlp.review.review(reviewer, form, copies)
    if answer.triage.level == "none":
        metrics.findings(answer.findings)
        metrics.rejected(answer.rejected)
    return answer
