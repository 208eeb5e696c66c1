"""Two real clients of the LanguageTool API: what they find, and what they send."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import language_tool_python
import pytest

from tests.wiretap import Wire, logged, wire_to

TEXT = "Topik: Telah dilaksanakan rapat 😀\nIndikator: 😀 Memahami SOP\n"


@pytest.fixture
def wire(server) -> Iterator[Wire]:
    with wire_to(server.url) as wire:
        yield wire


def test_language_tool_python(wire):
    text = "😀😀\nRTL: Kepala Bagian menyetujui SOP"
    with language_tool_python.LanguageTool("id-ID", remote_server=wire.address) as tool:
        (match,) = tool.check(text)
        assert match.rule_id == "RTL_DI_LUAR_KENDALI"
        assert text[match.offset : match.offset + match.error_length] == "Kepala Bagian"
        corrected = "Mengusulkan kepada Kepala Bagian agar menyetujui SOP"
        assert tool.correct(text) == f"😀😀\nRTL: {corrected}"
        tool.disabled_rules = {"RTL_DI_LUAR_KENDALI"}
        assert tool.check(text) == []
        tool.disabled_rules, tool.enabled_rules = set(), {"TOPIK_SUDAH_SELESAI"}
        tool.enabled_rules_only = True
        assert [match.rule_id for match in tool.check(TEXT)] == ["TOPIK_SUDAH_SELESAI"]
        tool.enabled_rules, tool.enabled_rules_only = set(), False
        tool.disabled_categories = {"STYLE"}
        tool.picky = True
        assert [match.rule_id for match in tool.check(f"{TEXT}Mengurus ijin")] == ["EJAAN"]
    assert wire.log("language_tool_python") == logged("language_tool_python")


def pylanguagetool_api() -> ModuleType:
    """Its API module alone: the package also loads a command line that needs pkg_resources."""
    package = importlib.util.find_spec("pylanguagetool")
    path = Path(package.origin).with_name("api.py")
    spec = importlib.util.spec_from_file_location("pylanguagetool_api", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rules(answer: dict) -> list[str]:
    return [match["rule"]["id"] for match in answer["matches"]]


def test_pylanguagetool(wire):
    api, url = pylanguagetool_api(), f"{wire.address}/v2/"
    assert api.get_languages(url)[0]["longCode"] == "id-ID"
    answer = api.check("Indikator: Memahami SOP", api_url=url, lang="id-ID", picky=True)
    assert "INDIKATOR_TIDAK_TERUKUR" in rules(answer)
    only = api.check(
        TEXT, api_url=url, lang="auto", enabled_only=True, enabled_rules="TOPIK_SUDAH_SELESAI"
    )
    assert rules(only) == ["TOPIK_SUDAH_SELESAI"]
    assert rules(api.check(TEXT, api_url=url, lang="id", disabled_categories="STYLE")) == []
    with pytest.raises(ValueError, match="Error: "):
        api.check("a", api_url=url, lang="xx")
    assert wire.log("pylanguagetool") == logged("pylanguagetool")
