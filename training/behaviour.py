"""Behavioural tests: what a model must do whatever its F1 (CheckList; Ribeiro et al. 2020)."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language

from corpus.checklist import FOLDER, read_tests
from nlp.classifier.model import Model, decide, probabilities
from nlp.features import names_of
from nlp.text import load_pipeline

_FALL = 0.05
"""How far a probability may fall where a test asks that it does not."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one test found: how many cases it has and which of them failed, counted from 0."""

    id: str
    task: str
    kind: str
    what: str
    cases: int
    failures: tuple[int, ...]


def run(models: dict[str, Model], folder: Path = FOLDER) -> list[Outcome]:
    """Put every test of a folder to the models, as the service would ask them.

    In: models by task; tests of a task without a model are left out. Out: one outcome a test, in
    order of file and line. Raises ``FileNotFoundError`` when there is no test and
    ``BrokenFileError`` when a line is no test.
    """
    pipeline = load_pipeline()
    outcomes = []
    for row in read_tests(folder):
        test = row.data
        if test["task"] not in models:
            continue
        model = models[test["task"]]
        failures = tuple(
            number
            for number, case in enumerate(test["cases"])
            if not _holds(pipeline, model, test["kind"], case)
        )
        outcomes.append(
            Outcome(
                test["id"],
                test["task"],
                test["kind"],
                test["what"],
                len(test["cases"]),
                failures,
            )
        )
    return outcomes


def table(outcomes: list[Outcome]) -> list[str]:
    """The lines of a Markdown table, one test each, the worst first."""
    lines = [
        "| uji | tugas | jenis | gagal | yang harus berlaku |",
        "| --- | --- | --- | ---: | --- |",
    ]
    for outcome in sorted(outcomes, key=lambda o: (-len(o.failures) / o.cases, o.id)):
        failed = f"{len(outcome.failures)}/{outcome.cases}"
        lines.append(
            f"| {outcome.id} | {outcome.task} | {outcome.kind} | {failed} | {outcome.what} |"
        )
    return lines


def summary(outcomes: list[Outcome]) -> list[str]:
    """The lines of a Markdown table, one task each: tests passed whole, and cases failed."""
    lines = ["| tugas | uji lulus utuh | kasus gagal |", "| --- | ---: | ---: |"]
    tasks: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        tasks.setdefault(outcome.task, []).append(outcome)
    for task, found in {**tasks, "semua": outcomes}.items():
        whole = sum(not outcome.failures for outcome in found)
        cases = sum(outcome.cases for outcome in found)
        failed = sum(len(outcome.failures) for outcome in found)
        share = 100 * failed / cases if cases else 0.0
        lines.append(f"| {task} | {whole}/{len(found)} | {failed}/{cases} ({share:.0f} %) |")
    return lines


def print_outcomes(outcomes: list[Outcome]) -> None:
    """Print the summary by task and below it every test, the worst first."""
    print("\n".join([*summary(outcomes), "", *table(outcomes)]))


def _holds(pipeline: Language, model: Model, kind: str, case: dict[str, Any]) -> bool:
    context = case["context"]
    before = names_of(pipeline, model.task, case["text"], context)
    if kind == "minimum":
        return bool(decide(model, before).label == case["label"])
    around: Mapping[str, Any] = case.get("changed_context", context)
    after = names_of(pipeline, model.task, case["changed"], around)
    said = decide(model, after).label
    if kind == "invariance":
        return said == decide(model, before).label
    if "label" in case and said != case["label"]:
        return False
    if "not_less" not in case:
        return True
    k = model.labels.index(case["not_less"])
    return probabilities(model, after)[k] >= probabilities(model, before)[k] - _FALL
