"""From corpus rows to labelled examples, one list a task."""

from hashlib import sha256
from pathlib import Path

from corpus.rows import FOLDER, Row, read, split_of
from training.example import Example, Span
from training.pairs import form_links, strangers

__all__ = ["SOURCES", "Example", "Span", "data_hash", "examples"]

# task → (file, label in that file)
SOURCES = {
    "terukur": ("indikator", "terukur"),
    "konkret": ("hasil", "konkret"),
    "selesai": ("topik", "selesai"),
    "masalah": ("topik", "masalah"),
    "kendali": ("rtl", "kendali"),
    "rtl_spesifik": ("rtl", "spesifik"),
    "sentimen": ("umpan_balik", "sentimen"),
    "arahan": ("umpan_balik", "arahan"),
    "umpan_balik_spesifik": ("umpan_balik", "spesifik"),
    "konseling": ("konseling", "konseling"),
    "butir": ("konseling", "konseling"),
    "sinkron": ("sinkron", "sinkron"),
}
# Ordinary form texts are no call for help; without them the model has only seen hard cases.
_ORDINARY = ("indikator", "hasil", "topik", "rtl", "umpan_balik")
_EVERY = 6


def examples(task: str, splits: tuple[str, ...], folder: Path = FOLDER) -> list[Example]:
    """The examples of a task in these splits (train, dev, test), in file order.

    Rows without a gold label are left out. Raises ``KeyError`` on an unknown task.
    """
    name, label = SOURCES[task]
    found = [
        _example(row, _labels(task, row, label))
        for row in read(name, folder)
        if split_of(row.data["group"]) in splits and row.data["labels"][label]["gold"]
    ]
    if task == "sinkron":
        links = form_links(splits, folder)
        found += links if "test" in splits else links + strangers(links)
    if task in ("konseling", "butir"):
        nothing = ("NONE",) if task == "konseling" else ()
        for other in _ORDINARY:
            rows = [r for r in read(other, folder) if split_of(r.data["group"]) in splits]
            found += [_example(row, nothing) for row in rows[::_EVERY]]
    return found


def data_hash(found: list[Example]) -> str:
    """A short hash of texts, contexts and labels: the same data, the same hash."""
    digest = sha256()
    for example in found:
        said = (example.id, example.text, sorted(example.context.items()), example.labels)
        digest.update(f"{said}\n".encode())
    return digest.hexdigest()[:12]


def _labels(task: str, row: Row, label: str) -> tuple[str, ...]:
    gold = row.data["labels"][label]
    if task == "butir":
        return tuple(str(number) for number in gold["items"]["gold"] or ())
    return (gold["gold"],)


def _example(row: Row, labels: tuple[str, ...]) -> Example:
    data = row.data
    return Example(
        data["id"], data["group"], data["unit"], data["hard"], data["text"], data["context"], labels
    )
