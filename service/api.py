"""The endpoints of the public contract, version 1, and the probes.

They are ``async`` and call the reviewer directly (a few milliseconds): spaCy must not run in two
threads, so more speed comes from more processes.
"""

from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, TypeAdapter

import nlp.review
from nlp.review import Reviewer
from service.answers import (
    CheckOut,
    ModelOut,
    ReviewOut,
    RuleOut,
    StatusOut,
    check_out,
    review_out,
    rule_out,
)
from service.batch import DuplexResponse, answers
from service.body import JSON_TYPE, NDJSON_TYPE, NDJSON_TYPES, check_type, read_json
from service.metrics import CONTENT_TYPE_LATEST, Metrics
from service.openapi import json_body, ndjson_body, problems
from service.problems import Problem
from service.schemas import CheckIn, FormIn, to_form
from service.state import metrics_of, pages_of, reviewer_of
from service.validation import validate

HEALTH = "konseling"
router = APIRouter()

MODELS = TypeAdapter(list[ModelOut])
RULES = TypeAdapter(list[RuleOut])
BODY_PROBLEMS = problems("json", "ukuran", "jenis_isi", "isian", "belum_siap")


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
    return _json(_review(reviewer, metrics_of(request), await read_json(request)))


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
    """
    reviewer, metrics = reviewer_of(request), metrics_of(request)
    check_type(request, NDJSON_TYPES)
    lines = answers(request.stream(), lambda value: _dump(_review(reviewer, metrics, value)))
    return DuplexResponse(lines)


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
    return _json(check_out(answer))


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
    return _json(rule_out(page), "no-cache")


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


def _review(reviewer: Reviewer, metrics: Metrics, value: Any) -> ReviewOut:
    answer = nlp.review.review(reviewer, to_form(validate(FormIn, value)))
    if answer.triage.level == "none":
        metrics.findings(answer.findings)
        metrics.rejected(answer.rejected)
    return review_out(answer)


def _dump(answer: BaseModel) -> bytes:
    return answer.model_dump_json().encode()


def _json(answer: BaseModel, cache: str = "no-store") -> Response:
    return Response(_dump(answer), media_type=JSON_TYPE, headers={"cache-control": cache})
