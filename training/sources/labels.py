"""What an annotator's word means: "Tidak_Terukur", "sudah selesai" or "ya" → our label.

The values are those of the guideline (``corpus/PEDOMAN.md``), spelled leniently.
"""

import re
from collections.abc import Collection
from typing import Any

from corpus.rows import LABELS as CORPUS
from training.examples import SOURCES
from training.sources.names import bare, plain

FIELDS = {task: file for task, (file, _) in SOURCES.items()}
"""The text that each task judges; ``sinkron`` judges a pair, konseling and butir any text."""

_BUTIR = tuple(str(number) for number in range(1, 18))
LABELS: dict[str, tuple[str, ...]] = {
    **{task: CORPUS[file][label] for task, (file, label) in SOURCES.items()},
    "butir": _BUTIR,
    "sinkron": ("SINKRON", "TIDAK_SINKRON"),
}
"""Every task that sources can feed, with its values."""

# Other spellings people use; the rule's id is one of them.
_SPELLINGS = {
    "terukur": {"TIDAK_TERUKUR": "tak terukur; belum terukur; indikator tidak terukur"},
    "konkret": {"KONKRET": "konkrit", "TIDAK_KONKRET": "tidak konkrit; hasil tidak konkret"},
    "selesai": {
        "SELESAI": "sudah selesai; telah selesai; topik sudah selesai",
        "BERJALAN": "belum selesai; masih berjalan; sedang berjalan; tidak selesai",
    },
    "masalah": {"BUKAN_MASALAH": "tidak masalah; topik bukan masalah"},
    "kendali": {
        "DI_LUAR_KENDALI": "diluar kendali; luar kendali; rtl di luar kendali",
        "DALAM_KENDALI": "di dalam kendali; didalam kendali",
    },
    "rtl_spesifik": {"TIDAK_SPESIFIK": "rtl tidak spesifik"},
    "umpan_balik_spesifik": {"TIDAK_SPESIFIK": "feedback tidak spesifik"},
    "sentimen": {},
    "arahan": {
        "ADA": "ada arahan",
        "TIDAK_ADA": "tidak ada arahan; tanpa arahan; feedback tanpa arahan",
    },
    "konseling": {
        "NONE": "bukan konseling; tidak perlu konseling",
        "KONSELING": "perlu konseling",
        "RUJUKAN": "perlu rujukan; perlu rujukan profesional",
    },
    "sinkron": {},
}
_YES, _NO = {"ya", "y", "1", "true", "benar"}, {"tidak", "t", "0", "false", "salah"}
# What "ya" says in a column of this name. "kendali" alone is missing: it could be either.
_ASKED = {
    "TERUKUR": "terukur",
    "TIDAK_TERUKUR": "tidak terukur; indikator tidak terukur",
    "KONKRET": "konkret; konkrit",
    "TIDAK_KONKRET": "tidak konkret; tidak konkrit; hasil tidak konkret",
    "SELESAI": "selesai; sudah selesai; topik selesai; topik sudah selesai",
    "BERJALAN": "berjalan",
    "MASALAH": "masalah; topik masalah",
    "BUKAN_MASALAH": "bukan masalah; topik bukan masalah",
    "DALAM_KENDALI": "dalam kendali",
    "DI_LUAR_KENDALI": "di luar kendali; diluar kendali; rtl di luar kendali",
    "SPESIFIK": "spesifik; rtl spesifik; spesifik rtl; umpan balik spesifik;"
    " spesifik umpan balik; feedback spesifik",
    "TIDAK_SPESIFIK": "tidak spesifik; rtl tidak spesifik; feedback tidak spesifik;"
    " umpan balik tidak spesifik",
    "ADA": "arahan; ada arahan",
    "TIDAK_ADA": "tanpa arahan; feedback tanpa arahan",
    "SINKRON": "sinkron; sinkron topik hasil; sinkron topik rtl; sinkron rtl indikator",
    "TIDAK_SINKRON": "tidak sinkron",
}
_MEANT = {name: label for label, names in _ASKED.items() for name in names.split("; ")}


def _known(task: str) -> dict[str, str]:
    found = {plain(label): label for label in LABELS[task]}
    for label, spellings in _SPELLINGS[task].items():
        found |= dict.fromkeys(spellings.split("; "), label)
    return found


_KNOWN = {task: _known(task) for task in _SPELLINGS}


def as_label(task: str, value: Any, question: str = "") -> str | None:
    """The label that a value means for a task, None when it means none.

    ``question`` is the column's name: yes and no are understood where it asks for one of two
    values ("terukur": ya → TERUKUR; "tidak_terukur": ya → TIDAK_TERUKUR).
    """
    said = plain(_shortest(value))
    if label := _KNOWN[task].get(said):
        return label
    meant = _MEANT.get(bare(question))
    if meant in LABELS[task] and said in _YES | _NO:
        first, second = LABELS[task]
        return meant if said in _YES else second if meant == first else first
    return None


def tasks_of(value: Any) -> list[str]:
    """The tasks for which this value is a label."""
    return [task for task in _KNOWN if as_label(task, value)]


def as_items(value: Any) -> tuple[str, ...] | None:
    """The guideline's numbers in "12, 14" or [12, 14], in order; None when it holds others."""
    listed = value if isinstance(value, list | tuple) else re.split(r"[^\w.]+", _shortest(value))
    numbers = {_shortest(part) for part in listed} - {"", "dan"}
    return tuple(sorted(numbers, key=int)) if numbers <= set(_BUTIR) else None


def listing(tasks: Collection[str]) -> str:
    """The values of these tasks, as a message shows them."""
    return "; ".join(
        f"{task}: {'nomor 1 sampai 17' if task == 'butir' else ', '.join(LABELS[task])}"
        for task in tasks
    )


def _shortest(value: Any) -> str:
    """Spreadsheets give 1.0 for 1."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
