"""The LibreOffice extension, and the address that is written into it."""

import io
import zipfile
from xml.etree import ElementTree

import httpx
import pytest
from starlette.requests import Request

import service.address
from service.address import address_of
from service.languagetool.extension import OXT_TYPE, extension
from service.settings import Settings

OOR = "{http://openoffice.org/2001/registry}"


def settings_in(oxt: bytes) -> dict[str, list[str]]:
    """Every property the extension sets, by its path."""
    with zipfile.ZipFile(io.BytesIO(oxt)) as archive:
        root = ElementTree.fromstring(archive.read("cermat.xcu"))
    found: dict[str, list[str]] = {}

    def walk(node: ElementTree.Element, path: str) -> None:
        for child in node:
            place = f"{path}/{child.get(OOR + 'name')}"
            if child.tag == "prop":
                found[place] = "".join(child.itertext()).split()
            else:
                walk(child, place)

    walk(root, f"{root.get(OOR + 'package')}.{root.get(OOR + 'name')}")
    return found


def test_it_leads_libreoffices_own_checker_here_for_indonesian_alone(server):
    answer = httpx.get(f"{server.url}/unduh/cermat.oxt")
    assert answer.headers["content-type"] == OXT_TYPE
    assert answer.headers["content-disposition"] == 'attachment; filename="cermat.oxt"'
    checker = "org.openoffice.lingu.LanguageToolGrammarChecker"
    linguistic = "org.openoffice.Office.Linguistic"
    assert settings_in(answer.content) == {
        f"{linguistic}/GrammarChecking/IsAutoCheck": ["true"],
        f"{linguistic}/GrammarChecking/LanguageTool/IsEnabled": ["true"],
        f"{linguistic}/GrammarChecking/LanguageTool/BaseURL": [f"{server.url}/v2"],
        f"{linguistic}/ServiceManager/GrammarCheckers/{checker}/Locales": ["id-ID"],
        f"{linguistic}/ServiceManager/GrammarCheckerList/id-ID": [checker],
    }


def test_it_is_whole_and_always_the_same():
    oxt = extension("https://cermat.contoh.go.id")
    assert oxt == extension("https://cermat.contoh.go.id")
    with zipfile.ZipFile(io.BytesIO(oxt)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        manifest = ElementTree.fromstring(archive.read("META-INF/manifest.xml"))
        ElementTree.fromstring(archive.read("description.xml"))
    assert names == ["META-INF/manifest.xml", "description.xml", "cermat.xcu"]
    (entry,) = manifest
    assert "cermat.xcu" in entry.attrib.values()
    assert "application/vnd.sun.star.configuration-data" in entry.attrib.values()


def asked(*hosts: bytes, scheme: str = "http") -> Request:
    headers = [(b"host", host) for host in hosts]
    scope = {"type": "http", "scheme": scheme, "path": "/", "query_string": b"", "headers": headers}
    return Request({**scope, "server": ("127.0.0.1", 80)})


@pytest.mark.parametrize(
    ("host", "address"),
    [
        (b"127.0.0.1:8000", "http://127.0.0.1:8000"),
        (b"Cermat.Contoh.go.id", "http://cermat.contoh.go.id"),
        (b"[::1]:8000", "http://[::1]:8000"),
        (b"localhost", "http://localhost"),
        (b"", None),
        (b"a b", None),
        (b"a/b", None),
        (b"a@b", None),
        (b'a"><it>x</it>', None),
        (b"a?b#c", None),
        (b"a:0", None),
        (b"a:65536", None),
        (b"a:99999999", None),
        (b"-a", None),
        (b"a..b", None),
        (b"\xe9", None),
        (b"a" * 300, None),
    ],
)
def test_only_a_plain_host_is_believed(host, address):
    assert address_of(asked(host)) == address


def test_two_hosts_are_none_and_https_stays_https():
    assert address_of(asked(b"a", b"b")) is None
    assert address_of(asked()) is None
    assert address_of(asked(b"a", scheme="https")) == "https://a"


def test_the_operators_address_wins(monkeypatch):
    public = Settings(public_url="https://cermat.contoh.go.id/periksa")
    monkeypatch.setattr(service.address, "settings", public)
    assert address_of(asked(b"jahat.example")) == "https://cermat.contoh.go.id/periksa"


@pytest.mark.parametrize("url", ["cermat", "ftp://a", 'http://a"<', "https://a/", "javascript:x"])
def test_an_operators_address_must_be_one(url):
    with pytest.raises(ValueError, match="public_url"):
        Settings(public_url=url)


def test_a_forged_host_gets_no_extension_and_no_link(client):
    forged = {"host": 'jahat.example/"x'}
    assert client.get("/unduh/cermat.oxt", headers=forged).status_code == 400
    data = {"language": "id", "text": "Indikator: Memahami"}
    match = client.post("/v2/check", data=data, headers=forged).json()["matches"][0]
    assert "urls" not in match["rule"]
