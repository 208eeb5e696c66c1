"""A server whose reviewer is a fake: quick, wordy, and failing with the form's text on demand."""

import sys

import nlp.review
from nlp.finding import (
    Evidence,
    FieldCheck,
    Finding,
    Jp,
    Prediction,
    Review,
    Slot,
    Span,
    Suggestion,
    Triage,
)
from nlp.form import Form
from service.server import run

BROKEN = "MELEDAK"
VERSIONS: dict[str, object] = {"rules": "1", "models": {"indikator": "1"}}


def finding(text: str) -> Finding:
    return Finding(
        rule="INDIKATOR_TIDAK_TERUKUR",
        pointer="/tindak_lanjut/0/indikator",
        span=Span(0, len(text[:8])),
        quote=text[:8],
        severity="error",
        message=f"“{text[:8]}” belum dapat diukur.",
        why="Orang ketiga belum dapat memutuskan tercapai atau belum dari teks ini. " * 60,
        guideline="1",
        confidence=0.97,
        primary=True,
        evidence=(Evidence(0, len(text[:8]), "keadaan batin"),),
        suggestions=(
            Suggestion("Tersusun [jumlah] resume", (Slot("jumlah", 9, 17, "Berapa?", "1"),), True),
        ),
    )


def review(_: object, form: Form, copies: object = None) -> Review:
    text = form.topik or ""
    if BROKEN in text:
        raise ValueError(text)
    return Review(
        form_id=form.id,
        score=72.5,
        grade="perlu_perbaikan",
        aspects={"topik": 100.0, "umpan_balik": None},
        findings=(finding(text),),
        jp=Jp(False, 0, ("BELUM_DISETUJUI",)),
        triage=Triage(),
        versions=VERSIONS,
    )


def check_text(_: object, field: str, text: str, context: Form) -> FieldCheck:
    if BROKEN in text:
        raise ValueError(text)
    return FieldCheck((finding(text),), {"terukur": Prediction("TIDAK_TERUKUR", 0.97)}, VERSIONS)


def models(_: object) -> list[dict[str, object]]:
    return [{"name": "indikator", "version": "1", "metrics": {"f1": 0.9}, "license": "Apache-2.0"}]


if __name__ == "__main__":
    nlp.review.review = review
    nlp.review.check_text = check_text
    nlp.review.models = models
    sys.exit(run("127.0.0.1", 0, 1))
