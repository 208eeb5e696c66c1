"""Examples → a sparse matrix of feature names, by the same functions the service uses."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from nlp.features import Context, names, shared, signs
from nlp.text import analyse_text, load_pipeline
from training.examples import Example

_RAREST = 2


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows are examples, columns feature names; an entry is 1 where the name occurs."""

    values: csr_matrix
    names: list[str]


def signs_of(task: str) -> str:
    """Which task's signs a model reads: items share those of konseling."""
    return "konseling" if task == "butir" else task


def feature_names(task: str, found: list[Example]) -> list[frozenset[str]]:
    """The set of feature names of each example. In: the task and its examples."""
    pipeline = load_pipeline()
    rows = []
    for example in found:
        text = analyse_text(pipeline, example.text)
        around = example.context
        jabatan = around.get("jabatan")
        context = Context(
            around.get("tahun"),  # type: ignore[arg-type]
            around.get("triwulan"),  # type: ignore[arg-type]
            analyse_text(pipeline, str(jabatan)) if jabatan else None,
        )
        judged = signs(signs_of(task), text, context)
        rows.append(names(signs_of(task), judged, context, shared(text)))
    return rows


def to_matrix(rows: list[frozenset[str]], names: list[str] | None = None) -> Matrix:
    """Names → columns. Without ``names`` every name that occurs at least twice gets a column."""
    if names is None:
        counts: dict[str, int] = {}
        for row in rows:
            for name in row:
                counts[name] = counts.get(name, 0) + 1
        names = sorted(name for name, count in counts.items() if count >= _RAREST)
    index = {name: column for column, name in enumerate(names)}
    columns, starts = [], [0]
    for row in rows:
        columns += sorted(index[name] for name in row if name in index)
        starts.append(len(columns))
    values = csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), len(names)))
    return Matrix(values, names)
