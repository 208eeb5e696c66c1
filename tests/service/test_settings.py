"""The limits: one table for operators that equals the code."""

import asyncio
from pathlib import Path

import httpx
import pytest

import service.settings
from service.app import create_app
from service.settings import PREFIX, Settings, load

TABLE = Path(service.settings.__file__).with_name("LIMITS.md")


def rows() -> list[str]:
    return [
        f"| `{PREFIX}{name.upper()}` | {field.default or '(kosong)'} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]


def test_the_table_is_the_settings():
    written = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| `")]
    assert written == rows()


def test_a_limit_comes_from_the_environment(monkeypatch):
    monkeypatch.setenv("CERMAT_MAX_RTL", "7")
    monkeypatch.setenv("CERMAT_CORS_ORIGINS", "https://a.go.id, https://b.go.id")
    settings = Settings()
    assert settings.max_rtl == 7
    assert settings.cors_origins == ("https://a.go.id", "https://b.go.id")


@pytest.mark.parametrize("value", ["0", "-1", "banyak", ""])
def test_a_limit_without_sense_ends_the_start_with_a_sentence(monkeypatch, value):
    monkeypatch.setenv("CERMAT_MAX_RTL", value)
    with pytest.raises(SystemExit) as ended:
        load()
    assert ended.value.code == "Pengaturan CERMAT_MAX_RTL tidak sah; bacalah service/LIMITS.md."


def test_other_origins_are_let_in_only_when_named(client, monkeypatch):
    origin = {"origin": "https://a.go.id"}
    assert "access-control-allow-origin" not in client.get("/healthz", headers=origin).headers
    monkeypatch.setattr("service.app.settings", Settings(cors_origins=("https://a.go.id",)))

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(create_app())
        async with httpx.AsyncClient(transport=transport, base_url="http://cermat") as client:
            return await client.get("/healthz", headers=origin)

    assert asyncio.run(ask()).headers["access-control-allow-origin"] == origin["origin"]
