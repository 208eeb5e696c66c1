"""A corpus of a few invented rows, written where a test can break it."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.rows import LABELS

CONTEXTS = {"umpan_balik": {"ikon": "netral"}, "topik": {"tahun": 2025, "triwulan": 2}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty corpus folder that has rule pages beside it."""
    (tmp_path / "nlp" / "rules").mkdir(parents=True)
    (tmp_path / "corpus").mkdir()
    return tmp_path / "corpus"


@pytest.fixture
def write(folder: Path) -> Callable[..., Path]:
    """``write("indikator", row, row, …)``: rows are objects or, to break a line, raw strings."""

    def write(name: str, *rows: dict[str, Any] | str) -> Path:
        lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
        path = folder / f"{name}.jsonl"
        path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        return path

    return write


@pytest.fixture
def item() -> Callable[..., dict[str, Any]]:
    """``item("topik", 3, "teks", selesai="SELESAI")``: a sound row with these writer's labels.

    ``second`` gives the second labels; gold is then what both agree on.
    """

    def item(
        name: str,
        number: int,
        text: str,
        group: str = "a01",
        second: dict[str, str] | None = None,
        **labels: Any,
    ) -> dict[str, Any]:
        said = {key: labels.pop(key, values[-1]) for key, values in LABELS[name].items()}
        found: dict[str, Any] = {}
        for key, value in said.items():
            other = (second or {}).get(key)
            gold = value if other == value else None
            found[key] = {"writer": value, "second": other, "gold": gold, "reason": "karena begitu"}
        if name == "konseling":
            items = labels.pop("items", {"RUJUKAN": [17], "KONSELING": [1]}.get(said[name], []))
            found[name]["items"] = {"writer": items, "second": None, "gold": None}
        row = {
            "id": f"{name}-{group}-{number:02}",
            "group": f"{name}-{group}",
            "unit": "kantor uji",
            "style": "lugas",
            "text": text,
            "context": dict(CONTEXTS.get(name, {})),
            "pair": None,
            "trap": None,
            "hard": False,
            "labels": found,
        }
        return row | labels

    return item


FORM: dict[str, Any] = {
    "id": "BK-1",
    "jenis": "bimbingan",
    "tahun": 2025,
    "triwulan": 3,
    "pegawai": {"jabatan": "Arsiparis Terampil"},
    "topik": "Berkas pensiun tahun lalu belum tertata sehingga sulit dicari",
    "hasil": "Daftar berkas pensiun siap dipakai petugas layanan",
    "tindak_lanjut": [
        {"rtl": "Memilah map pensiun per tahun", "indikator": "Daftar isi 12 boks arsip"},
        {"rtl": "Belajar lagi", "indikator": "-"},
    ],
    "dialog": {"tanggal": "2025-07-10", "catatan": "Disepakati mulai dari boks tahun 2020"},
    "disetujui_atasan": True,
    "umpan_balik": [{"ikon": "positif", "teks": "Penataan map bulan ini rapi dan cepat"}],
}


@pytest.fixture
def form() -> Callable[..., dict[str, Any]]:
    """``form(1, ("RTL_TIDAK_SPESIFIK", "/tindak_lanjut/1/rtl"))``: a sound row of a whole form."""

    def form(
        number: int, *findings: tuple[str, ...], group: str = "a01", **more: Any
    ) -> dict[str, Any]:
        said = [
            {"rule": rule, "pointer": pointer, "pair": pair[0] if pair else None}
            for rule, pointer, *pair in findings
        ]
        row = {
            "id": f"forms-{group}-{number}",
            "group": f"forms-{group}",
            "unit": "kantor uji",
            "form": copy.deepcopy(FORM),
            "findings": {"writer": said, "second": None, "gold": None},
            "rating": {"writer": 3, "second": None, "gold": None},
            "notes": "contoh",
            "reason": "",
        }
        return row | more

    return form
