"""Data sets of the ``datasets`` package: a saved folder, or a name on a hub."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

Rows = Iterator[tuple[int, Any]]


def saved_rows(folder: Path) -> list[tuple[str, Rows]]:
    """The parts of a folder written by ``save_to_disk``, each with its numbered rows.

    Raises ``ValueError`` when the folder holds no data set.
    """
    from datasets import load_from_disk

    try:
        found = load_from_disk(str(folder))
    except Exception as error:  # datasets and pyarrow raise many kinds
        raise ValueError(
            f"{folder} bukan folder dataset yang utuh; simpan dengan save_to_disk, atau berikan "
            "berkasnya satu per satu."
        ) from error
    return _parts(found)


def hub_rows(name: str) -> list[tuple[str, Rows]]:
    """The parts of a data set on a hub. Raises ``ValueError`` when it cannot be fetched."""
    from datasets import load_dataset

    try:
        found = load_dataset(name)
    except Exception as error:  # no network, no such name, a refused script
        raise ValueError(
            f"{name} bukan berkas atau folder yang ada, dan tidak dapat diambil sebagai dataset; "
            "periksa nama dan sambungan jaringan, atau simpan dahulu dengan save_to_disk."
        ) from error
    return _parts(found)


def _parts(found: Any) -> list[tuple[str, Rows]]:
    if isinstance(found, dict):
        return [(str(name), _rows(part)) for name, part in found.items()]
    return [("", _rows(found))]


def _rows(part: Any) -> Rows:
    from datasets import ClassLabel

    classes = {k: f.names for k, f in part.features.items() if isinstance(f, ClassLabel)}
    for number, row in enumerate(part, 1):
        # A class is stored as a number; -1 means that there is none.
        named = {
            key: names[row[key]] if row[key] is not None and row[key] >= 0 else None
            for key, names in classes.items()
        }
        yield number, {**row, **named}
