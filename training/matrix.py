"""Examples → a sparse matrix of feature names, by the same functions the service uses."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from nlp.features import names_of
from nlp.text import load_pipeline
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
    pipeline, read = load_pipeline(), signs_of(task)
    return [names_of(pipeline, read, example.text, example.context) for example in found]


def to_matrix(rows: list[frozenset[str]]) -> Matrix:
    """Names → columns: every name that occurs at least twice gets one, in alphabetical order."""
    counts = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in counts.items() if count >= _RAREST)
    index = {name: column for column, name in enumerate(names)}
    columns, starts = [], [0]
    for row in rows:
        columns += sorted(index[name] for name in row if name in index)
        starts.append(len(columns))
    values = csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), len(names)))
    return Matrix(values, names)
