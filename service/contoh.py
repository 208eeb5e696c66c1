"""``/v1/contoh``: positive models for what is being written."""

import re
from typing import Any

from fastapi import APIRouter, Request, Response

import nlp.review
from service.answers import ContohOut, contoh_out, json_answer
from service.body import read_json
from service.openapi import BODY_PROBLEMS, json_body, problems, query
from service.problems import Problem
from service.schemas import ContohIn
from service.state import reviewer_of
from service.validation import validate

router = APIRouter()


@router.post(
    "/v1/contoh",
    summary="Contoh yang baik, tanpa teks dalam alamat",
    tags=["pemeriksaan"],
    response_model=ContohOut,
    openapi_extra=json_body(ContohIn),
    responses=BODY_PROBLEMS,
)
async def find(request: Request) -> Response:
    """Contoh terdekat: tindakannya sejenis, pokoknya mirip, dan bila dapat unitnya sejenis.

    Cara ini yang dianjurkan: alamat (URL) sering dicatat oleh perantara, isi permintaan tidak.
    """
    return _answer(request, await read_json(request))


@router.get(
    "/v1/contoh",
    summary="Contoh yang baik",
    tags=["pemeriksaan"],
    response_model=ContohOut,
    openapi_extra=query(ContohIn),
    responses=problems("isian", "belum_siap"),
)
async def find_by_address(request: Request) -> Response:
    """Seperti POST, untuk teks pendek yang tidak rahasia.

    Layanan ini tidak mencatat alamat, tetapi perantara di jalan mungkin mencatatnya.
    """
    sent = request.query_params.multi_items()
    asked: dict[str, Any] = dict(sent)
    if len(asked) < len(sent):
        raise Problem("isian", "Ada parameter yang ditulis dua kali. Tulis masing-masing sekali.")
    if re.fullmatch(r"\d{1,9}", asked.get("jumlah", ""), re.ASCII):
        asked["jumlah"] = int(asked["jumlah"])
    return _answer(request, asked)


def _answer(request: Request, value: Any) -> Response:
    reviewer = reviewer_of(request)
    asked = validate(ContohIn, value)
    found = nlp.review.positive_models(reviewer, asked.field, asked.text, asked.unit, asked.jumlah)
    return json_answer(contoh_out(found))
