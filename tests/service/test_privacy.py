"""No text of a form reaches a log, a metric or an error, not even when we fail."""

import logging
from urllib.parse import quote

import httpx
import orjson
import pytest

from service.logs import CalmFormatter, place

MARK = "rahasia9c1e"
TEXTS = [MARK, f"{MARK} MELEDAK", f"{MARK}\u0000", "x" * 10_001 + MARK]


def everywhere(text: str) -> dict[str, object]:
    return {
        "id": text,
        "pegawai": {"nama": text, "nip": text, "jabatan": text},
        "topik": text,
        "hasil": text,
        "rhk": text,
        "tindak_lanjut": [{"rtl": text, "indikator": text, "tenggat": text}, {"rtl": text}],
        "dialog": {"catatan": text},
        "umpan_balik": [{"ikon": "positif", "teks": text, "satuan": text}],
    }


@pytest.mark.parametrize("which", ["server", "fake"])
def test_nothing_of_a_form_is_logged_counted_or_told_in_an_error(which, request):
    server = request.getfixturevalue(which)
    with httpx.Client(base_url=server.url, timeout=30) as client:
        answers = []
        for text in TEXTS:
            form = everywhere(text)
            dateless = {**form, "tindak_lanjut": [{"rtl": text}]}
            answers += [
                client.post("/v1/review", json=form),
                client.post("/v1/review", json=dateless),
                client.post("/v1/review", json={f"{text} {text}": text}),
                client.post("/v1/review", json=dateless, params={"q": text[-50:]}),
                client.post("/v1/check", json={"field": "topik", "text": text}),
                client.post("/v1/check", json={"field": text, "text": text}),
                client.post("/v1/review", content=orjson.dumps(form)[:-5]),
                client.post("/v1/review", content=text.encode()),
                client.get("/" + quote(text[-50:]), params={"q": text[-50:]}),
                client.get("/v1/rules/" + quote(text[-50:])),
                client.get("/healthz", headers={"user-agent": MARK, "referer": f"http://{MARK}"}),
                client.post(
                    "/v1/review/batch",
                    content=orjson.dumps(dateless) + b"\n{" + text.encode(),
                    headers={"content-type": "application/x-ndjson"},
                ),
            ]
        assert {200, 400, 404, 422} <= {answer.status_code for answer in answers}
        for answer in answers:
            if answer.status_code >= 400:
                assert MARK not in answer.text
        assert MARK not in client.get("/metrics").text
    assert MARK not in server.log()
    assert "POST /v1/review 200" in server.log()
    assert "GET lain 404" in server.log()


def test_our_own_fault_is_logged_by_class_and_place_only(fake, fake_client):
    fake_client.post("/v1/review", json={"topik": f"{MARK} MELEDAK"})
    assert "ERROR cermat galat ValueError service.api:" in fake.log()
    assert "Traceback" not in fake.log()


def test_a_traceback_logged_by_anybody_is_reduced_to_its_place():
    with pytest.raises(ValueError, match=MARK) as caught:
        raise ValueError(MARK)
    info = (ValueError, caught.value, caught.tb)
    record = logging.LogRecord("any", logging.ERROR, "", 1, f"about {MARK}", (), info)
    written = CalmFormatter("%(message)s").format(record)
    assert written == f"galat {place(caught.value)}"
    assert written.startswith("galat ValueError ")


def test_what_touches_on_counselling_is_not_counted(client):
    """What counselling finds is health data: of such a text no finding is counted."""

    def counted():
        lines = client.get("/metrics").text.splitlines()
        return [line for line in lines if line.startswith("cermat_findings_total{")]

    client.post("/v1/review", json={"topik": "Telah dilaksanakan rapat"})
    before = counted()
    assert before
    help_asked = "Pegawai bercerita ingin bunuh diri"
    client.post("/v1/review", json={"topik": help_asked, "disetujui_atasan": False})
    client.post("/v1/check", json={"field": "indikator", "text": help_asked})
    assert counted() == before


@pytest.mark.parametrize("field", ["topik", "hasil", "catatan", "rtl", "indikator", "umpan_balik"])
def test_of_a_call_for_help_nothing_is_repeated_counted_or_logged(server, field):
    """Wherever it stands: the answer says where to look, not what stands there."""
    cry = f"Pegawai bercerita ingin bunuh diri {MARK}"
    form = {
        "topik": {"topik": cry},
        "hasil": {"hasil": cry},
        "catatan": {"dialog": {"catatan": cry}},
        "rtl": {"tindak_lanjut": [{"rtl": cry}]},
        "indikator": {"tindak_lanjut": [{"indikator": cry}]},
        "umpan_balik": {"umpan_balik": [{"ikon": "negatif", "teks": cry}]},
    }[field]
    with httpx.Client(base_url=server.url, timeout=30) as client:
        answers = [
            client.post("/v1/review", json=form),
            client.post("/v1/check", json={"field": field, "text": cry}),
            client.post(
                "/v1/review/batch",
                content=orjson.dumps(form),
                headers={"content-type": "application/x-ndjson"},
            ),
        ]
        counted = client.get("/metrics").text
    for answer in answers:
        assert "PERLU_RUJUKAN_PROFESIONAL" in answer.text
        assert MARK not in answer.text
        assert "bunuh diri" not in answer.text.replace("14. pikiran atau percobaan bunuh diri", "")
    assert "PERLU_" not in counted
    assert MARK not in counted
    assert MARK not in server.log()
    assert "bunuh" not in server.log()
