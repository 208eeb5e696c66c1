"""The LanguageTool API: what its clients send, and what they do with the answer."""

import asyncio
import json
from itertools import pairwise

import httpx
import pytest

import service.languagetool.check
from nlp.review import catalogue, load_reviewer
from service.app import create_app
from service.languagetool.annotated import from_data, from_text
from service.languagetool.check import check
from service.languagetool.request import Choice, fields_of
from service.settings import Settings

PAGES = {page.id: page for page in catalogue()}
TEXT = "Hai 😀\nTopik: Telah dilaksanakan rapat\nIndikator: 😀 Memahami SOP\n"
SPELLING, PRIVACY, HELP = "EJAAN", "DATA_PRIBADI", "PERLU_RUJUKAN_PROFESIONAL"


def sent(client: httpx.Client, text: str, **fields: str) -> dict:
    answer = client.post("/v2/check", data={"language": "id-ID", "text": text, **fields})
    assert answer.status_code == 200, answer.text
    return answer.json()


def cut(text: str, match: dict) -> str:
    """The stretch that a client counting in UTF-16 underlines."""
    start, end = 2 * match["offset"], 2 * (match["offset"] + match["length"])
    return text.encode("utf-16-le")[start:end].decode("utf-16-le")


def rules(answer: dict) -> list[str]:
    return [match["rule"]["id"] for match in answer["matches"]]


def keys(value: object) -> object:
    """The names in a JSON value, without the values."""
    if isinstance(value, dict):
        return {key: keys(part) for key, part in value.items()}
    if isinstance(value, list):
        return [keys(part) for part in value[:1]]
    return None


def test_an_answer_has_the_names_that_clients_read(client):
    answer = sent(client, "Indikator: Memahami SOP")
    assert keys(answer) == {
        "software": dict.fromkeys(
            ("name", "version", "buildDate", "apiVersion", "premium", "status")
        ),
        "warnings": {"incompleteResults": None},
        "language": {
            "name": None,
            "code": None,
            "detectedLanguage": dict.fromkeys(("name", "code", "confidence", "source")),
        },
        "matches": [
            {
                "message": None,
                "shortMessage": None,
                "replacements": [{"value": None, "shortDescription": None}],
                "offset": None,
                "length": None,
                "context": {"text": None, "offset": None, "length": None},
                "sentence": None,
                "type": {"typeName": None},
                "rule": {
                    "id": None,
                    "subId": None,
                    "description": None,
                    "issueType": None,
                    "urls": [{"value": None}],
                    "category": {"id": None, "name": None},
                },
                "ignoreForIncompleteSentence": None,
                "contextForSureMatch": None,
            }
        ],
        "sentenceRanges": [[None]],
    }
    assert answer["language"]["code"] == "id-ID"


def test_places_are_counted_in_utf_16_over_the_whole_text(client):
    answer = sent(client, TEXT)
    found = [(match["rule"]["id"], cut(TEXT, match)) for match in answer["matches"]]
    assert found == [
        ("TOPIK_SUDAH_SELESAI", "Telah dilaksanakan rapat"),
        ("INDIKATOR_TIDAK_TERUKUR", "😀 Memahami SOP"),
    ]
    for match in answer["matches"]:
        assert cut(match["context"]["text"], match["context"]) == cut(TEXT, match)
    ranges = [cut(TEXT, {"offset": a, "length": b - a}) for a, b in answer["sentenceRanges"]]
    assert ranges == ["Hai 😀", "Telah dilaksanakan rapat", "😀 Memahami SOP"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Memahami SOP", []),
        ("Topik: Memahami SOP", []),
        ("Indikator keberhasilan: Memahami SOP", ["INDIKATOR_TIDAK_TERUKUR"]),
        ("indikator ketercapaian :\n\nMemahami SOP", ["INDIKATOR_TIDAK_TERUKUR"]),
        (
            "Indikator:\n1. Memahami SOP\n2. Memahami tata naskah dinas",
            ["INDIKATOR_TIDAK_TERUKUR"] * 2,
        ),
        ("Indikator: Tersusun 1 resume SOP\n\nMemahami SOP", []),
        ("Topik: Telah dilaksanakan rapat\n" * 2, ["TOPIK_SUDAH_SELESAI"] * 2),
        ("RTL: Kepala Bagian menyetujui SOP", ["RTL_DI_LUAR_KENDALI"]),
        ("Rencana aksi: Kepala Bagian menyetujui SOP", ["RTL_DI_LUAR_KENDALI"]),
        ("Topik: -", []),
        ("Topik:", []),
        ("", []),
    ],
)
def test_a_label_tells_the_field_and_without_one_nothing_is_guessed(client, text, found):
    assert [id for id in rules(sent(client, text)) if id in FIRST] == found


FIRST = {"INDIKATOR_TIDAK_TERUKUR", "TOPIK_SUDAH_SELESAI", "RTL_DI_LUAR_KENDALI"}


def test_what_a_form_lacks_is_never_underlined(client):
    answer = sent(client, "Topik: Belum ada SOP\nHasil: -\nRTL: Menyusun draf SOP")
    absent = {"FORM_TIDAK_LENGKAP", "INDIKATOR_KURANG", "BELUM_DISETUJUI"}
    assert not absent & set(rules(answer))


def test_replacements_put_in_place_give_the_suggestion(client):
    text = "RTL: Kepala Bagian menyetujui SOP"
    check = {"field": "rtl", "text": text.removeprefix("RTL: ")}
    finding = client.post("/v1/check", json=check).json()["findings"][0]
    match = sent(client, text)["matches"][0]
    start, end = match["offset"], match["offset"] + match["length"]
    made = [text[:start] + new["value"] + text[end:] for new in match["replacements"]]
    assert made == ["RTL: " + suggestion["text"] for suggestion in finding["suggestions"]]
    assert made


@pytest.mark.parametrize(
    ("annotation", "underlined"),
    [
        ([{"markup": "Indikator:"}, {"text": " Memahami SOP"}], "Memahami SOP"),
        ([{"markup": "<b>Indikator</b>"}, {"text": ": 😀 Memahami SOP"}], "😀 Memahami SOP"),
        ([{"markup": "<b>"}, {"text": "Indikator"}, {"markup": "</b>"}, {"text": ": Memahami"}],
         "Memahami"),
        ([{"text": "Halo"}, {"markup": "<p>", "interpretAs": "\n\n"},
          {"text": "Indikator: Memahami"}], "Memahami"),
        ([{"markup": "<b>Indikator</b>"}, {"text": "Mema"}, {"markup": "<i>"}, {"text": "hami"}],
         "Mema<i>hami"),
        ([{"text": "Indikator: ", "markup": None, "offset": {"start": 0, "end": 11}},
          {"markup": "<i>", "interpretAs": None, "offset": {"start": 11, "end": 14}},
          {"text": "Memahami"}], "Memahami"),
        ([{"text": "Indikator: "}, {"markup": "&#77;", "interpretAs": "M"}, {"text": "emahami"}],
         "&#77;emahami"),
    ],
)  # fmt: skip
def test_markup_counts_in_places_and_can_name_the_field(client, annotation, underlined):
    data = json.dumps({"annotation": annotation})
    answer = client.post("/v2/check", data={"language": "id", "data": data}).json()
    whole = "".join(node.get("text") or node.get("markup") for node in annotation)
    assert rules(answer) == ["INDIKATOR_TIDAK_TERUKUR"]
    assert cut(whole, answer["matches"][0]) == underlined


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, ["TOPIK_SUDAH_SELESAI", "INDIKATOR_TIDAK_TERUKUR"]),
        ({"disabledRules": "TOPIK_SUDAH_SELESAI,X"}, ["INDIKATOR_TIDAK_TERUKUR"]),
        ({"disabledCategories": "STYLE"}, []),
        (
            {"disabledCategories": "STYLE", "enabledRules": "TOPIK_SUDAH_SELESAI"},
            ["TOPIK_SUDAH_SELESAI"],
        ),
        ({"enabledOnly": "true", "enabledRules": "TOPIK_SUDAH_SELESAI"}, ["TOPIK_SUDAH_SELESAI"]),
        ({"enabledOnly": "true", "enabledCategories": "TYPOS"}, []),
        (
            {"motherTongue": "en", "preferredVariants": "id-ID", "lain": "x"},
            ["TOPIK_SUDAH_SELESAI", "INDIKATOR_TIDAK_TERUKUR"],
        ),
    ],
)
def test_rules_are_chosen_by_id_and_category(client, fields, found):
    assert rules(sent(client, TEXT, **fields)) == found


@pytest.mark.skipif(HELP not in PAGES, reason=f"aturan {HELP} belum ada")
@pytest.mark.parametrize("label", ["", "Topik: ", "Topik: Telah dilaksanakan rapat\nCatatan: "])
def test_a_call_for_help_gets_one_respectful_message(client, label):
    text = f"{label}Pegawai bercerita ingin bunuh diri"
    matches = sent(client, text, level="picky")["matches"]
    assert [match["rule"]["id"] for match in matches] == [HELP]
    assert matches[0]["replacements"] == []
    assert cut(text, matches[0]) == "Pegawai bercerita ingin bunuh diri"


@pytest.mark.skipif(SPELLING not in PAGES, reason=f"aturan {SPELLING} belum ada")
@pytest.mark.parametrize("text", ["Mengurus ijin 😀", "Topik: ijin belum diurus"])
def test_spelling_is_shown_on_any_text(client, text):
    assert SPELLING not in rules(sent(client, text, disabledCategories="TYPOS"))
    matches = sent(client, text)["matches"]
    found = [m for m in matches if m["rule"]["id"] == SPELLING]
    assert [cut(text, match) for match in found] == ["ijin"]
    assert found[0]["replacements"] == [{"value": "izin"}]
    assert found[0]["rule"]["issueType"] == "misspelling"


@pytest.mark.skipif(PRIVACY not in PAGES, reason=f"aturan {PRIVACY} belum ada")
def test_personal_data_is_shown_on_any_text(client):
    assert rules(sent(client, "Hubungi budi.contoh@pu.go.id segera")) == [PRIVACY]


GOOD = "language=id-ID&text=Indikator%3A+Memahami"


@pytest.mark.parametrize("kind", [None, "application/json", "text/plain", "x"])
def test_the_body_is_read_as_a_form_whatever_it_says_it_is(server, kind):
    headers = {"content-type": kind} if kind else {}
    answer = httpx.post(f"{server.url}/v2/check", content=GOOD.encode(), headers=headers)
    assert rules(answer.json()) == ["INDIKATOR_TIDAK_TERUKUR"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("text=Memahami R&D + 5%20 = baik&language=id-ID", "Memahami R&D + 5%20 = baik"),
        ("text=a&b=c d&language=x&language=id-ID", "a&b=c d&language=x"),
        ("text=“ya”&language=id-ID&username=a b&apiKey=c", "“ya”"),
        ("text=a+b%26c&language=id-ID", "a b&c"),
        ("language=id-ID&text=a b+c", "a b c"),
    ],
)
def test_a_text_that_libreoffice_did_not_encode_is_taken_as_it_stands(body, text):
    fields = fields_of(body)
    assert (fields["text"], fields["language"]) == (text, "id-ID")


def test_the_address_may_hold_the_fields_too(client):
    assert rules(client.get(f"/v2/check?{GOOD}").json()) == ["INDIKATOR_TIDAK_TERUKUR"]
    answer = client.post("/v2/check?language=id", data={"text": "Indikator: Memahami"})
    assert rules(answer.json()) == ["INDIKATOR_TIDAK_TERUKUR"]


@pytest.mark.parametrize("language", ["id", "id-ID", "ID-id", "auto"])
def test_indonesian_by_any_name(client, language):
    assert client.get("/v2/check", params={"language": language, "text": "a"}).status_code == 200


MARK = "rahasia7e1"
BODIES = [
    (f"language=en-US&text={MARK}", 400, "not a language code known to LanguageTool"),
    (f"text={MARK}", 400, "language"),
    (f"language={MARK}&text=a", 400, "id-ID"),
    ("language=id", 400, "text atau data"),
    (f"language=id&text={MARK}&data=%7B%7D", 400, "text atau data"),
    (f"language=id&data={MARK}", 400, "JSON"),
    (f'language=id&data={{"text":1,"a":"{MARK}"}}', 400, "annotation"),
    (f'language=id&data={{"annotation":[{{"text":"{MARK}","markup":"a"}}]}}', 400, "annotation"),
    (f'language=id&data={{"annotation":["{MARK}"]}}', 400, "annotation"),
    (f'language=id&data={{"annotation":[{{"text":["{MARK}"]}}]}}', 400, "annotation"),
    (
        f'language=id&data={{"annotation":[{{"text":"{MARK}","interpretAs":"a"}}]}}',
        400,
        "annotation",
    ),
    (f"language=id&text={MARK}%ff", 400, "UTF-8"),
    (f"{MARK}", 400, "language"),
    (f"language=id&text={MARK}&enabledOnly=true", 400, "enabledRules"),
    ("language=id&text=a&enabledOnly=true&enabledRules=A&disabledRules=B", 400, "disabledRules"),
    (f"language=id&text={MARK}{'a' * 10_001}", 413, "10.000"),
    (f"language=id&text={MARK}{'a' * 1_048_576}", 413, "1.048.576"),
    ("&".join(f"a{n}=1" for n in range(300)), 400, "isian"),
]


@pytest.mark.parametrize(("body", "status", "said"), BODIES)
def test_what_is_wrong_is_said_as_languagetool_says_it(client, server, body, status, said):
    answer = client.post("/v2/check", content=body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.startswith("Error: ")
    assert said in answer.text
    assert MARK not in answer.text
    assert MARK not in server.log()
    assert MARK not in client.get("/metrics").text


def test_a_text_full_of_marks_is_read_and_never_logged(client, server):
    text = f"\x01Topik: \x00Telah dilaksanakan rapat {MARK}\ufeff\r\n\u2028Indikator:\tMemahami\x7f"
    found = [(match["rule"]["id"], cut(text, match)) for match in sent(client, text)["matches"]]
    assert ("INDIKATOR_TIDAK_TERUKUR", "Memahami") in found
    assert MARK not in server.log()


def test_when_time_runs_out_what_was_found_is_returned(monkeypatch):
    monkeypatch.setattr(service.languagetool.check, "settings", Settings(languagetool_seconds=1e-9))
    app = create_app()
    source = from_text("Topik: Telah dilaksanakan rapat\n" * 3)
    checked = asyncio.run(check(load_reviewer(), PAGES, app.state.metrics, source, Choice()))
    assert [hit.finding.rule for hit in checked.hits] == ["TOPIK_SUDAH_SELESAI"]
    assert not checked.complete


def test_a_long_text_is_checked_whole_in_time(client):
    text = "Hasil: Tersusun 2 SOP pada 30 Juni 2025\nTopik: Telah dilaksanakan rapat\n" * 100
    answer = sent(client, text)
    assert answer["warnings"] == {"incompleteResults": False}
    assert rules(answer).count("TOPIK_SUDAH_SELESAI") == 100
    offsets = [match["offset"] for match in answer["matches"]]
    assert all(one <= other for one, other in pairwise(offsets))


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("languages", [{"name": "Indonesian", "code": "id", "longCode": "id-ID"}]),
        ("words", {"words": []}),
    ],
)
def test_what_clients_ask_besides(client, path, answer):
    assert client.get(f"/v2/{path}").json() == answer


def test_this_service_keeps_no_words_and_says_its_limits_and_rules(client):
    assert client.post("/v2/words/add", data={"word": "a"}).json() == {"added": False}
    assert client.post("/v2/words/delete", data={"word": "a"}).json() == {"deleted": False}
    assert client.get("/v2/healthcheck").text == "OK"
    assert int(client.get("/v2/maxtextlength").text) > 80_000
    assert client.get("/v2/info").json()["software"]["name"] == "cermat"
    listed = client.get("/v2/configinfo?language=id-ID").json()["rules"]
    assert {rule["ruleId"] for rule in listed} == {id for id in PAGES if PAGES[id].fields}
    assert client.get("/v2/configinfo").status_code == 400


def test_nobody_waits_for_a_reviewer_that_is_not_loaded():
    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(create_app())
        async with httpx.AsyncClient(transport=transport, base_url="http://cermat") as client:
            return await client.get(f"/v2/check?{GOOD}")

    answer = asyncio.run(ask())
    assert answer.status_code == 503
    assert answer.text.startswith("Error: Pemeriksa sedang dimuat.")


def test_markup_alone_is_no_text():
    source = from_data('{"annotation": [{"markup": "<b>", "interpretAs": "ab"}, {"text": "c"}]}')
    assert (source.sent, source.plain) == ("<b>c", "abc")
    assert source.place(0, 3) == (0, 4)
    assert source.place(2, 3) == (3, 4)
