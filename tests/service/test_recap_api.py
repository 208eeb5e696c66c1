"""The recap over HTTP: one body in, the criteria out, and other requests not kept waiting."""

import asyncio
import threading
import time

import jsonschema
import orjson
import pytest

from service.app import create_app
from service.problems import Problem
from service.recap.stream import recap_lines
from service.schemas import EXAMPLES
from service.settings import Settings, settings

DOCUMENT = create_app().openapi()
FORMS = [each["value"] for each in EXAMPLES.values()]
NDJSON = {"content-type": "application/x-ndjson"}
TEXT = "Laporan debit dikirim lengkap setiap pekan"


def form(nip: str, unit: str = "Arsip", **more: object) -> dict[str, object]:
    return {"id": f"F-{nip}", "pegawai": {"nip": nip, "unit_kerja": unit}, **more}


def told(nip: str, text: str = TEXT) -> dict[str, object]:
    return form(nip, topik="Data debit terlambat", umpan_balik=[{"ikon": "positif", "teks": text}])


def ndjson(lines: list[object]) -> bytes:
    return b"\n".join(map(orjson.dumps, lines))


def test_forms_and_staff_give_the_criteria_by_unit(fake_client):
    steps = [{"rtl": "a", "indikator": "Daftar arsip", "selesai": n < 2} for n in range(4)]
    sent = {
        "formulir": [form("1", tindak_lanjut=steps), form("1"), form("9", "Keuangan")],
        "pegawai": [
            {"id": "1", "unit_kerja": "Arsip", "predikat": "baik"},
            {"nip": "2", "unit_kerja": "Arsip", "predikat": "kurang", "baru": True},
        ],
    }
    answer = fake_client.post("/v1/recap", json=sent)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    said = answer.json()
    arsip, keuangan = said["unit_kerja"]
    assert arsip["name"] == "Arsip"
    assert arsip["kuantitas"] == {
        "forms": 2, "people": 1, "staff": 2, "coached": 1, "forms_per_staff": 1.0, "share": 0.5,
    }  # fmt: skip
    assert arsip["kualitas"]["mean"] == 72.5  # what the fake gives every form
    assert arsip["prioritas"]["missing"] == [{"pegawai": "2", "kind": "predikat"}]
    assert arsip["indikator"] == {"total": 4, "completed": 2, "share": 0.5}
    assert keuangan["kuantitas"]["share"] is None
    assert said["unlisted"] == 1
    assert said["trend"][0]["forms"] == 3


def test_the_real_reviewer_gives_the_scores(client):
    said = client.post("/v1/recap", json={"formulir": FORMS}).json()
    scores = [client.post("/v1/review", json=each).json()["score"] for each in FORMS]
    assert said["total"]["kualitas"]["mean"] == pytest.approx(sum(scores) / len(scores), abs=0.06)


def test_copies_are_told_in_full_by_form_and_not_by_text(client):
    answer = client.post("/v1/recap", json={"formulir": [told(n) for n in "123"]})
    assert answer.json()["copies"] == [{"people": 3, "forms": ["F-1", "F-2", "F-3"]}]
    assert TEXT not in answer.text


def test_in_a_stream_a_copy_is_told_from_the_third_person_on(client):
    lines = [told("1"), told("2"), told("2"), told("3"), told("4", TEXT.upper()), told("5", "OK")]
    answer = client.post(
        "/v1/review/batch",
        content=b"\n".join(map(orjson.dumps, lines)),
        headers={"content-type": "application/x-ndjson"},
    )
    found = [
        [f for f in orjson.loads(line)["findings"] if f["rule"] == "FEEDBACK_SALINAN"]
        for line in answer.content.splitlines()
    ]
    assert [len(each) for each in found] == [0, 0, 0, 1, 1, 0]
    assert "kepada 2 pegawai lain" in found[3][0]["message"]
    assert "kepada 3 pegawai lain" in found[4][0]["message"]
    assert found[3][0]["quote"] == TEXT


def test_what_the_sender_knows_of_copies_counts_from_the_first_form_on(client):
    lines = [
        {"formulir": told("1"), "salinan": [4]},
        {"formulir": told("2"), "salinan": [0]},
        {"formulir": told("3"), "salinan": []},
    ]
    answer = client.post("/v1/review/batch", content=ndjson(lines), headers=NDJSON)
    said = [
        [f["message"] for f in orjson.loads(line)["findings"] if f["rule"] == "FEEDBACK_SALINAN"]
        for line in answer.content.splitlines()
    ]
    assert "kepada 4 pegawai lain" in said[0][0]
    assert said[1] == []
    assert "kepada 2 pegawai lain" in said[2][0]


@pytest.mark.parametrize("salinan", [["satu"], [-1], {"/umpan_balik/0/teks": 1}, None])
def test_a_count_of_copies_that_is_none_is_a_fault_of_its_line(client, salinan):
    lines = [{"formulir": told("1"), "salinan": salinan}, told("2")]
    answer = client.post("/v1/review/batch", content=ndjson(lines), headers=NDJSON)
    problem, review = map(orjson.loads, answer.content.splitlines())
    assert problem["errors"][0]["pointer"].startswith("/salinan")
    assert review["form_id"] == "F-2"


def test_a_stream_of_reviewed_forms_gives_the_same_recap_as_the_forms(client):
    staff = [{"id": "1", "unit_kerja": "Arsip"}, {"id": "2", "unit_kerja": "Arsip", "baru": True}]
    forms = [*FORMS, *(told(n) for n in "1345"), form("6", jenis="konseling")]
    whole = client.post("/v1/recap", json={"formulir": forms, "pegawai": staff}).json()
    lines = [{"pegawai": staff[0]}]
    for at, each in enumerate(forms):
        said = client.post("/v1/review", json=each).json()
        known = {
            "score": said["score"],
            "flawless": all(found["severity"] != "error" for found in said["findings"]),
            "triage": said["triage"]["level"],
        }
        lines.append({"formulir": each, **({"hasil": known} if at % 2 else {})})
    lines.append({"pegawai": staff[1]})
    assert client.post("/v1/recap", content=ndjson(lines), headers=NDJSON).json() == whole


def test_a_form_with_its_result_is_not_reviewed_again(client):
    known = {"score": 12.5, "flawless": True, "triage": "none"}
    lines = [{"formulir": told(str(n)), "hasil": known} for n in range(3_000)]
    began = time.monotonic()
    answer = client.post("/v1/recap", content=ndjson(lines), headers=NDJSON, timeout=60)
    assert time.monotonic() - began < 15
    assert answer.json()["total"]["kualitas"]["mean"] == 12.5
    assert answer.json()["copies"][0]["people"] == 3_000


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ({}, "Baris 2: Pada objek terluar, isi salah satu: formulir atau pegawai."),
        ({"formulir": {}, "pegawai": {"id": "1"}}, "isi salah satu"),
        ({"formulir": {"topikk": "a"}}, "mungkin maksudnya “topik”"),
        ({"formulir": {}, "hasil": {"score": 101, "flawless": True, "triage": "none"}}, "100"),
    ],
)
def test_a_line_of_a_recap_that_cannot_be_read_ends_it_and_is_named(fake_client, line, sentence):
    lines = [{"pegawai": {"id": "1"}}, line]
    answer = fake_client.post("/v1/recap", content=ndjson(lines), headers=NDJSON)
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("Baris 2: ")
    assert sentence in answer.json()["detail"]


def test_a_recap_of_more_lines_than_may_be_is_refused(monkeypatch):
    monkeypatch.setattr("service.recap.stream.settings", Settings(max_recap_lines=2))

    async def sent():
        yield ndjson([{"pegawai": {"id": str(n)}} for n in range(3)])

    with pytest.raises(Problem) as refused:
        asyncio.run(recap_lines(sent(), lambda form: pytest.fail("nothing to review")))
    assert refused.value.status == 413


def test_a_copy_does_not_change_the_score(client):
    lines = b"\n".join(orjson.dumps(told(n)) for n in "1234")
    kind = {"content-type": "application/x-ndjson"}
    answer = client.post("/v1/review/batch", content=lines, headers=kind)
    assert len({orjson.loads(line)["score"] for line in answer.content.splitlines()}) == 1


@pytest.mark.parametrize(
    ("sent", "pointer", "sentence"),
    [
        ({}, "/formulir", "Kunci ini wajib ada."),
        ({"formulir": {}}, "/formulir", "Isinya harus larik JSON [ … ]."),
        ({"formulir": [{}, {"topikk": "a"}]}, "/formulir/1/topikk", "mungkin maksudnya “topik”"),
        ({"formulir": [{"jenis": "x"}]}, "/formulir/0/jenis", "Pilih salah satu"),
        ({"formulir": [], "pegawai": [{"nama": "A"}]}, "/pegawai/0", "Isi id atau nip"),
        ({"formulir": [], "pegawai": [{"id": " "}]}, "/pegawai/0", "Isi id atau nip"),
        ({"formulir": [], "pegawai": [{"id": "1", "baru": "ya"}]}, "/pegawai/0/baru", "true atau"),
        ({"formulir": [], "pegawai": [{"id": "1", "predikat": "x"}]}, "/pegawai/0/predikat", "Pi"),
        ({"formulir": [{}] * (settings.max_recap_forms + 1)}, "/formulir", "melebihi 2.000"),
    ],
)  # fmt: skip
def test_a_fault_is_told_by_place_and_what_to_do(fake_client, sent, pointer, sentence):
    answer = fake_client.post("/v1/recap", json=sent)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    error = answer.json()["errors"][0]
    assert error["pointer"] == pointer
    assert sentence in error["detail"]


def test_a_body_that_is_too_large_is_refused(fake_client):
    text = "x" * (settings.max_recap_bytes + 1)
    answer = fake_client.post(
        "/v1/recap", content=text, headers={"content-type": "application/json"}
    )
    assert answer.status_code == 413


def test_more_than_one_form_may_be_sent_than_a_review_takes(fake_client):
    forms = [{"id": str(n), "topik": "Arsip belum tertata. " * 40} for n in range(1_500)]
    assert len(orjson.dumps(forms)) > settings.max_body_bytes
    answer = fake_client.post("/v1/recap", json={"formulir": forms})
    assert answer.json()["total"]["kuantitas"]["forms"] == 1_500


def test_others_are_served_meanwhile(server, client):
    forms = [{**FORMS[0], "id": str(n)} for n in range(60)]
    done = threading.Event()

    def ask() -> None:
        client.post("/v1/recap", json={"formulir": forms}, timeout=120)
        done.set()

    threading.Thread(target=ask).start()
    waits = []
    while not done.is_set():
        began = time.perf_counter()
        assert client.get("/healthz").status_code == 200
        waits.append(time.perf_counter() - began)
    assert len(waits) > 5
    assert max(waits) < 1


def test_the_answer_fits_its_schema(client):
    example = DOCUMENT["paths"]["/v1/recap"]["post"]["requestBody"]["content"]["application/json"]
    for each in example["examples"].values():
        schemas = {"components": DOCUMENT["components"]}
        jsonschema.validate(each["value"], {"$ref": "#/components/schemas/RecapIn", **schemas})
        answer = client.post("/v1/recap", json=each["value"]).json()
        jsonschema.validate(answer, {"$ref": "#/components/schemas/RecapOut", **schemas})
        assert answer["total"]["kuantitas"]["coached"] == 2


def test_nothing_of_counselling_is_listed(client):
    secret = "Pegawai bercerita ingin bunuh diri"
    forms = [form(n, jenis="konseling", topik=secret) for n in "123"]
    answer = client.post("/v1/recap", json={"formulir": [*forms, form("4", topik=secret)]})
    assert answer.json()["counselled"] is None
    assert answer.json()["total"]["kuantitas"]["forms"] == 1
    for name in ("F-1", "F-2", "F-3", "bunuh"):
        assert name not in answer.text
