"""Counts what stands behind each frame word in the corpus: ``python -m training.fluency``."""

import json
from collections.abc import Iterator
from pathlib import Path

from corpus.rows import form_texts, read, split_of
from nlp.rewriting import fluency

_FIELDS = ("topik", "hasil", "rtl", "indikator", "umpan_balik")
TABLE = Path(fluency.__file__).parent / "fluency.json"


def texts() -> Iterator[str]:
    """Every text of the train split that stands in a form or could."""
    for name in (*_FIELDS, "forms"):
        for row in read(name):
            if split_of(row.data["group"]) != "train":
                continue
            if name == "forms":
                yield from (text for _, text in form_texts(row.data["form"]))
            else:
                yield row.data["text"]


def table() -> str:
    """The table as it is written: words and kinds in order, a word to a line."""
    counts = {word: dict(sorted(row.items())) for word, row in fluency.counted(texts()).items()}
    kept = {word: counts[word] for word in sorted(counts)}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).replace("},", "},\n") + "\n"


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
