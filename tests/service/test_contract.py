"""The public contract, endpoint by endpoint, over a running server."""

import asyncio

import httpx
import orjson
import pytest

from nlp.review import catalogue
from service.app import create_app
from service.settings import settings

FIELDS = ["topik", "hasil", "rtl", "indikator", "umpan_balik", "catatan"]
REVIEW_KEYS = {
    "form_id", "score", "grade", "aspects", "findings", "jp", "triage", "versions",
}  # fmt: skip
FINDING_KEYS = {
    "rule", "pointer", "span", "quote", "severity", "confidence", "needs_review", "primary",
    "message", "why", "guideline", "evidence", "suggestions",
}  # fmt: skip


def test_a_form_gets_a_review(client, form):
    answer = client.post("/v1/review", json=form)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    review = answer.json()
    assert set(review) >= REVIEW_KEYS
    assert review["form_id"] == form["id"]
    assert set(review["jp"]) == {"eligible", "hours", "reasons"}
    assert set(review["triage"]) == {"level", "items"}
    assert set(review["versions"]) == {"rules", "models", "bundle", "service"}
    for finding in review["findings"]:
        assert set(finding) >= FINDING_KEYS


def test_an_answer_is_kept_by_no_cache(client, form):
    assert client.post("/v1/review", json=form).headers["cache-control"] == "no-store"


def test_findings_are_told_in_the_contracts_words(fake_client):
    review = fake_client.post("/v1/review", json={"id": "a", "topik": "Memahami SOP"}).json()
    assert review["score"] == 72.5
    assert review["aspects"] == {"topik": 100, "umpan_balik": None}
    finding = review["findings"][0]
    assert finding["span"] == {"start": 0, "end": 8}
    assert finding["quote"] == "Memahami"
    assert finding["evidence"] == [{"start": 0, "end": 8, "reason": "keadaan batin"}]
    suggestion = finding["suggestions"][0]
    assert suggestion["verified"] is True
    assert suggestion["slots"] == [
        {"name": "jumlah", "start": 9, "end": 17, "hint": "Berapa?", "example": "1"}
    ]


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"topik": None, "tindak_lanjut": None, "pegawai": None, "disetujui_atasan": None},
        {"tindak_lanjut": [], "umpan_balik": []},
        {"tindak_lanjut": [{}], "dialog": {}, "pegawai": {}, "atasan": {}},
        {"topik": ""},
        {"jenis": "", "metode": "", "dialog": {"tanggal": ""}, "umpan_balik": [{"ikon": ""}]},
    ],
)
def test_a_form_still_being_typed_is_reviewed(client, form):
    review = client.post("/v1/review", json=form)
    assert review.status_code == 200
    assert review.json()["jp"] == {**review.json()["jp"], "eligible": False, "hours": 0}


def test_an_empty_form_earns_nothing(client):
    assert client.post("/v1/review", json={}).json()["score"] == 0


@pytest.mark.parametrize(
    "text",
    [
        "Baris satu\nbaris dua\r\n\tmenjorok",
        "Arsip \u202eterbalik\u202c dan \u200fkanan ke kiri",
        "Rapi 👩🏽‍💻🇮🇩 sekali",
        "e\u0301 = é, ﬁ = fi, Ⅳ",
        "\ufeffTanda urutan bita di tengah \ufffd\uffff",
        "𝒯 di luar bidang dasar \U0010ffff",
        "x" * settings.max_text_chars,
        " " * 500,
        "tidak " * 1_600,
    ],
)
def test_ordinary_text_of_any_kind_is_reviewed(client, text):
    assert client.post("/v1/review", json={"topik": text, "hasil": text}).status_code == 200


def test_a_byte_order_mark_is_forgiven(client):
    answer = client.post(
        "/v1/review", content=b"\xef\xbb\xbf{}", headers={"content-type": "application/json"}
    )
    assert answer.status_code == 200


@pytest.mark.parametrize("field", FIELDS)
def test_one_field_is_checked_while_it_is_typed(client, form, field):
    answer = client.post("/v1/check", json={"field": field, "text": "Memahami", "context": form})
    assert answer.status_code == 200
    assert set(answer.json()) == {"findings", "labels", "versions"}


def test_labels_carry_their_probability(fake_client):
    answer = fake_client.post("/v1/check", json={"field": "indikator", "text": "Memahami"})
    label = answer.json()["labels"]["terukur"]
    assert (label["label"], label["p"]) == ("TIDAK_TERUKUR", 0.97)


def test_a_batch_answers_line_by_line_in_order(client, form):
    lines = [orjson.dumps({**form, "id": f"BK-{number}"}) for number in range(20)]
    answer = client.post(
        "/v1/review/batch",
        content=b"\n".join(lines),
        headers={"content-type": "application/x-ndjson"},
    )
    assert answer.headers["content-type"] == "application/x-ndjson"
    reviews = [orjson.loads(line) for line in answer.content.splitlines()]
    assert [review["form_id"] for review in reviews] == [f"BK-{number}" for number in range(20)]


def test_the_catalogue_lists_every_page(client):
    rules = client.get("/v1/rules").json()
    assert [rule["id"] for rule in rules] == [page.id for page in catalogue()]


@pytest.mark.parametrize("page", catalogue(), ids=lambda page: page.id)
def test_a_rule_tells_what_why_and_shows_examples(client, page):
    rule = client.get(f"/v1/rules/{page.id}").json()
    assert rule["what"]
    assert rule["why"]
    assert rule["guideline"]
    assert [example["text"] for example in rule["wrong"]] == [
        example.text for example in page.wrong
    ]
    assert rule["markdown"] == page.markdown


def test_models_come_with_their_cards(fake_client):
    model = fake_client.get("/v1/models").json()[0]
    assert (model["name"], model["version"], model["license"]) == ("indikator", "1", "Apache-2.0")


def test_the_real_models_are_listed(client):
    for model in client.get("/v1/models").json():
        assert model["version"]


def test_alive_and_ready(client):
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ok"}


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/readyz"),
        ("POST", "/v1/review"),
        ("POST", "/v1/review/batch"),
        ("POST", "/v1/check"),
        ("POST", "/v1/recap"),
        ("GET", "/v1/models"),
    ],
)
def test_until_the_reviewer_is_loaded_it_is_not_ready(method, path):
    async def ask() -> tuple[httpx.Response, httpx.Response]:
        unloaded = httpx.ASGITransport(create_app())  # its lifespan never begins
        async with httpx.AsyncClient(transport=unloaded, base_url="http://cermat") as client:
            return await client.request(method, path), await client.get("/healthz")

    answer, alive = asyncio.run(ask())
    assert answer.status_code == 503
    assert answer.headers["retry-after"]
    assert answer.headers["content-type"] == "application/problem+json"
    assert alive.status_code == 200


def test_metrics_count_requests_and_findings(fake_client):
    fake_client.post("/v1/review", json={"topik": "Memahami"})
    metrics = fake_client.get("/metrics").text
    assert 'cermat_requests_total{route="/v1/review",status="200"}' in metrics
    assert 'cermat_request_seconds_bucket{le="0.001",route="/v1/review"}' in metrics
    assert 'cermat_findings_total{rule="INDIKATOR_TIDAK_TERUKUR"}' in metrics
