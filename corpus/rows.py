"""The corpus as plain rows, each with the place where it stands; needs no third-party package.

One JSON object a line. What a row must hold is said by ``schema.json``; what the labels mean, by
``PEDOMAN.md``.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
"""Where the data files stand."""

LABELS: dict[str, dict[str, tuple[str, ...]]] = {
    "indikator": {"terukur": ("TERUKUR", "TIDAK_TERUKUR")},
    "hasil": {"konkret": ("KONKRET", "TIDAK_KONKRET")},
    "topik": {"selesai": ("SELESAI", "BERJALAN"), "masalah": ("MASALAH", "BUKAN_MASALAH")},
    "rtl": {
        "kendali": ("DI_LUAR_KENDALI", "DALAM_KENDALI"),
        "spesifik": ("SPESIFIK", "TIDAK_SPESIFIK"),
    },
    "umpan_balik": {
        "sentimen": ("positif", "negatif", "campuran", "netral"),
        "arahan": ("ADA", "TIDAK_ADA"),
        "spesifik": ("SPESIFIK", "TIDAK_SPESIFIK"),
    },
    "konseling": {"konseling": ("NONE", "KONSELING", "RUJUKAN")},
    "sinkron": {"sinkron": ("TIDAK_SINKRON", "SINKRON")},
}
"""The labels of each item file and their values, as the public contract names them."""

CONTEXT: dict[str, tuple[str, ...]] = {
    "indikator": (),
    "hasil": (),
    "topik": ("tahun", "triwulan"),
    "rtl": ("jabatan",),
    "umpan_balik": ("ikon", "predikat"),
    "konseling": (),
    "sinkron": ("pasangan", "sebelumnya"),
}
"""What an annotator may see of the form around the text."""

NAMES = (*LABELS, "forms", "ambiguous")
"""All file stems."""

SPLITS = ("train", "dev", "test")

_SALT = 2983  # fixed before any model existed; changing it would move test items into training


@dataclass(frozen=True, slots=True)
class Row:
    """One row and where it stands."""

    file: str
    line: int
    data: dict[str, Any]

    @property
    def place(self) -> str:
        """``file:line``, as editors jump to it."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a place, as one Indonesian sentence; line 0 means the whole file."""

    file: str
    line: int
    sentence: str
    warning: bool = False

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {'peringatan: ' if self.warning else ''}{self.sentence}"


class BrokenFileError(ValueError):
    """A file holds lines that are no rows; the message has one sentence per line."""


def path_of(name: str, folder: Path = FOLDER) -> Path:
    """The file of one stem. Raises ``ValueError`` that lists the names when there is none."""
    if name not in NAMES:
        raise ValueError(f"Tidak ada data bernama {name!r}; yang ada: {', '.join(NAMES)}.")
    return folder / f"{name}.jsonl"


def scan(path: Path) -> Iterator[Row | Fault]:
    """Every line of a file, in order, as a row or as the fault that keeps it from being one.

    Raises ``FileNotFoundError`` when the file is missing.
    """
    shown = _shown(path)
    for number, raw in enumerate(path.read_bytes().removesuffix(b"\n").split(b"\n"), 1):
        try:
            data = json.loads(
                raw.decode(), object_pairs_hook=_object, parse_constant=_refuse_constant
            )
        except UnicodeDecodeError:
            yield Fault(shown, number, "Baris ini bukan UTF-8.")
        except json.JSONDecodeError as error:
            said = "Baris ini kosong." if not raw.strip() else "Baris ini bukan JSON yang sah"
            yield Fault(
                shown, number, said if said[-1] == "." else f"{said} (kolom {error.colno})."
            )
        except ValueError as error:
            yield Fault(shown, number, str(error))
        else:
            if isinstance(data, dict):
                yield Row(shown, number, data)
            else:
                yield Fault(shown, number, "Baris ini bukan objek JSON.")


def read(name: str, folder: Path = FOLDER) -> list[Row]:
    """All rows of one stem, in order.

    Raises ``ValueError`` on an unknown name, ``FileNotFoundError`` on a missing file and
    ``BrokenFileError`` when any line is no row: nothing is skipped.
    """
    found = list(scan(path_of(name, folder)))
    faults = [str(fault) for fault in found if isinstance(fault, Fault)]
    if faults:
        raise BrokenFileError("\n".join(faults))
    return [row for row in found if isinstance(row, Row)]


def split_of(group: str) -> str:
    """The split of a group, by hash alone: adding items or groups moves no other."""
    digest = hashlib.sha256(f"{_SALT}:{group}".encode()).hexdigest()
    number = int(digest[:8], 16) % 100
    return "train" if number < 60 else "dev" if number < 78 else "test"


def decided(label: dict[str, Any]) -> Any:
    """What a label, or a form's findings, say for now: gold, or the writer while that is open."""
    return label["writer"] if label["gold"] is None else label["gold"]


def form_texts(form: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every non-empty free text of a form as ``(RFC 6901 pointer, text)``, in printed order."""
    found: list[tuple[str, Any]] = [(f"/{key}", form.get(key)) for key in ("topik", "hasil")]
    for number, step in enumerate(form.get("tindak_lanjut") or ()):
        found += [(f"/tindak_lanjut/{number}/{k}", step.get(k)) for k in ("rtl", "indikator")]
    found.append(("/dialog/catatan", (form.get("dialog") or {}).get("catatan")))
    for number, feedback in enumerate(form.get("umpan_balik") or ()):
        found.append((f"/umpan_balik/{number}/teks", feedback.get("teks")))
    yield from ((pointer, text) for pointer, text in found if text)


def _shown(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"Kunci {twice!r} tertulis dua kali.")
    return data


def _refuse_constant(name: str) -> None:
    raise ValueError(f"Nilai {name} bukan JSON yang sah.")
