"""The training kit: what ships is what scikit-learn fitted, and stale models are refused."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import diags
from sklearn.linear_model import LogisticRegression

from nlp.analysis import StaleModelError, check_probes
from nlp.classifier.model import load_models, margins, read_model
from nlp.text import load_pipeline
from training.candidates import LINEAR, naive_bayes_ratio
from training.examples import SOURCES, data_hash, examples
from training.fit import choose, targets
from training.matrix import feature_names, to_matrix
from training.train import LABELS, SPLITS, estimator, fit, write

FEW = 240


@pytest.fixture(scope="module")
def few() -> tuple[list[frozenset[str]], list[tuple[str, ...]], list[str]]:
    found = examples("terukur", ("train",))[:FEW]
    return feature_names("terukur", found), [e.labels for e in found], [e.group for e in found]


def test_the_exported_weights_answer_like_the_estimator(
    few: tuple[list[frozenset[str]], list[tuple[str, ...]], list[str]],
) -> None:
    rows, labels, _ = few
    matrix = to_matrix(rows)
    positive = targets(labels, LABELS["terukur"])[:, 1]
    ratio = naive_bayes_ratio(matrix.values, positive)
    estimator = LogisticRegression(C=1.0, solver="liblinear", max_iter=2000, random_state=0)
    estimator.fit(matrix.values @ diags(ratio), positive)
    expected = estimator.decision_function(matrix.values @ diags(ratio))
    weights, bias = LINEAR["skala NB + regresi logistik, C=1"](matrix.values, positive)
    named = {name: (float(w),) for name, w in zip(matrix.names, weights, strict=True)}
    model = replace(load_models()["terukur"], weights=named, bias=(bias,))
    got = [margins(model, row)[0] for row in rows]
    assert np.allclose(got, expected, atol=1e-6)


def test_leaving_out_small_weights_changes_no_label(
    few: tuple[list[frozenset[str]], list[tuple[str, ...]], list[str]],
) -> None:
    rows, labels, groups = few
    order = LABELS["terukur"]
    matrix = to_matrix(rows)
    wanted = targets(labels, order)
    model = choose("terukur", matrix, wanted, order, groups).model
    said = [np.argmax(margins(model, row)) for row in rows]
    assert np.mean(said == wanted.argmax(1)) > 0.97  # it has seen them all


@pytest.mark.parametrize("task", ["konkret"])
def test_the_same_input_gives_the_same_bundle_bit_for_bit(task: str, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write(fit(task, examples(task, SPLITS), date(2025, 7, 10)), tmp_path / name)
    for file in (f"{task}.json", f"{task}.md", f"estimators/{task}.joblib"):
        first, second = ((tmp_path / n / file).read_bytes() for n in "ab")
        assert first == second, file


@pytest.mark.parametrize("task", ["kendali", "sentimen"])
def test_the_full_estimator_answers_like_the_exported_weights(task: str) -> None:
    model = load_models()[task]
    rows = feature_names(task, examples(task, ("dev",))[:40])
    got = estimator(model).decision_function([dict.fromkeys(row, 1.0) for row in rows])
    expected = np.array([margins(model, row) for row in rows])
    assert np.allclose(got, expected[:, 1] if len(model.labels) == 2 else expected, atol=1e-9)


def test_committed_models_were_trained_on_the_committed_corpus() -> None:
    for task, model in load_models().items():
        assert model.card["data_hash"] == data_hash(examples(task, ("train", "dev"))), task


def test_every_task_has_a_model_with_a_card() -> None:
    models = load_models()
    assert set(models) == set(SOURCES)
    for task, model in models.items():
        assert model.labels == LABELS[task]
        assert {"version", "data_hash", "trained_at", "metrics", "probes"} <= model.card.keys()


def test_a_model_whose_features_have_changed_is_refused() -> None:
    model = load_models()["terukur"]
    pipeline = load_pipeline()
    check_probes(pipeline, model)
    moved = {name: tuple(w + 0.5 for w in row) for name, row in model.weights.items()}
    with pytest.raises(StaleModelError, match="terukur"):
        check_probes(pipeline, replace(model, weights=moved))


@pytest.mark.parametrize("text", ["", "{}", '{"task": "x"}', "[]"])
def test_a_file_that_is_no_model_is_named(text: str) -> None:
    with pytest.raises(ValueError, match=r"rusak\.json"):
        read_model(text, "rusak.json")


def test_training_reads_no_test_row() -> None:
    held = {example.id for task in SOURCES for example in examples(task, ("test",))}
    for model in load_models().values():
        probes = json.dumps(model.card["probes"])
        assert not any(f'"{identity}"' in probes for identity in held)
    for task in SOURCES:
        assert not held & {example.id for example in examples(task, ("train", "dev"))}
