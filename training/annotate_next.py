"""Which forms to annotate next: those the models are least sure of, none like another.

Uncertainty sampling (Settles, 2009, "Active Learning Literature Survey"): the doubt about one label
is the entropy of its probabilities over the greatest possible entropy, 0 sure to 1 undecided. A
form's doubt is the mean of its greatest and its average doubt, so that neither one odd text nor
many lukewarm ones decide alone. Forms whose features nearly equal those of one already chosen are
passed over: they would teach the same twice.
"""

import json
import math
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language

from nlp.classifier import Model
from nlp.classifier.model import probabilities
from nlp.features import FIELD_TASKS, context_of, names, shared, signs
from nlp.text import analyse_text, load_pipeline
from training.sources.unlabelled import Open

_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Guess:
    """What a model would say of a text: never a label, only where an annotator may begin.

    ``doubt`` is the normalised entropy.
    """

    task: str
    label: str
    probability: float
    doubt: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """One form with its texts, the guesses on each, and its doubt: greatest, mean, combined."""

    form: str
    texts: tuple[tuple[Open, tuple[Guess, ...]], ...]
    greatest: float
    mean: float
    doubt: float


def annotate_next(
    found: Sequence[Open],
    models: dict[str, Model],
    most: int,
    fields: Collection[str] = (),
    told: Callable[[], None] = lambda: None,
) -> list[Candidate]:
    """At most so many forms, the most doubtful first.

    In: unlabelled texts, the models by task, how many forms, the fields that are judged (none:
    all), and what to call after each form.
    """
    forms: dict[str, list[Open]] = {}
    for one in found:
        if not fields or one.field in fields:
            forms.setdefault(one.form, []).append(one)
    pipeline, read = load_pipeline(), []
    for form, listed in forms.items():
        read.append(_candidate(pipeline, form, listed, models))
        told()
    ranked = sorted((pair for pair in read if pair[0].texts), key=lambda pair: -pair[0].doubt)
    chosen: list[tuple[Candidate, frozenset[str]]] = []
    for one, features in ranked:
        if len(chosen) == most:
            break
        if all(_overlap(features, other) <= _ALIKE for _, other in chosen):
            chosen.append((one, features))
    return [one for one, _ in chosen]


def plain_rows(chosen: Sequence[Candidate]) -> Iterator[dict[str, Any]]:
    """One row a text: its labels stand empty, what the models say only in ``prelabel``.

    Filled in, the rows are read by ``cermat train --data``.
    """
    for one in chosen:
        for text, guesses in one.texts:
            yield {
                "form_id": one.form,
                "bidang": text.field,
                "penunjuk": text.pointer,
                "teks": text.text,
                **text.context,
                **{guess.task: None for guess in guesses},
                "ragu": round(max(guess.doubt for guess in guesses), 4),
                "prelabel": {
                    guess.task: {"label": guess.label, "p": round(guess.probability, 4)}
                    for guess in guesses
                },
            }


def label_studio_tasks(chosen: Sequence[Candidate]) -> list[dict[str, Any]]:
    """The same as tasks that Label Studio imports; the guesses are fields ``prelabel_TUGAS``."""
    tasks = []
    for row in plain_rows(chosen):
        guesses = row.pop("prelabel")
        data = {key: value for key, value in row.items() if key not in guesses}
        prelabels = {f"prelabel_{task}": guess["label"] for task, guess in guesses.items()}
        tasks.append({"data": {**data, **prelabels}})
    return tasks


def write_next(path: Path, chosen: Sequence[Candidate]) -> None:
    """Write Label Studio's JSON where the name ends in ``.json``, else plain JSON Lines.

    Raises ``OSError``.
    """
    if path.suffix.lower() == ".json":
        text = json.dumps(label_studio_tasks(chosen), ensure_ascii=False, indent=1) + "\n"
    else:
        rows = plain_rows(chosen)
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, "utf-8")


def _candidate(
    pipeline: Language, form: str, listed: Sequence[Open], models: dict[str, Model]
) -> tuple[Candidate, frozenset[str]]:
    texts, features = [], set()
    for one in listed:
        guesses, read = _guesses(pipeline, one, models)
        if guesses:
            texts.append((one, guesses))
            features |= {f"{one.field} {name}" for name in read}
    doubts = [guess.doubt for _, guesses in texts for guess in guesses]
    greatest = max(doubts, default=0.0)
    mean = sum(doubts) / len(doubts) if doubts else 0.0
    return Candidate(form, tuple(texts), greatest, mean, (greatest + mean) / 2), frozenset(features)


def _guesses(
    pipeline: Language, one: Open, models: dict[str, Model]
) -> tuple[tuple[Guess, ...], frozenset[str]]:
    with pipeline.memory_zone():
        text, context = analyse_text(pipeline, one.text), context_of(pipeline, one.context)
    common = shared(text)
    tasks = (*FIELD_TASKS.get(one.field, {}).values(), "konseling")
    guesses = tuple(
        _guess(
            models[task],
            probabilities(models[task], names(task, signs(task, text, context), context, common)),
        )
        for task in tasks
        if task in models
    )
    return guesses, common


def _guess(model: Model, found: list[float]) -> Guess:
    likeliest = max(found)
    entropy = -sum(p * math.log(p) for p in found if p > 0)
    return Guess(
        model.task,
        model.labels[found.index(likeliest)],
        likeliest,
        entropy / math.log(len(found)),
    )


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / max(len(a | b), 1)
