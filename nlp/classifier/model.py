"""A trained classifier: calibrated linear weights by feature name, read from JSON.

No pickle, no scikit-learn: a diff one can read, evidence for free, microseconds to run.
"""

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "models"
"""The built-in models."""

MANIFEST = "bundle.json"
"""The one JSON file beside models that is no model."""


@dataclass(frozen=True, slots=True)
class Model:
    """One task's model.

    ``weights`` holds for each feature name one weight a label, already calibrated; below
    ``certain`` the model abstains. ``costs`` says how much worse it is to miss a label than to
    raise it wrongly: a missed call for help is the worst error.
    """

    task: str
    labels: tuple[str, ...]
    weights: dict[str, tuple[float, ...]]
    bias: tuple[float, ...]
    certain: float
    costs: tuple[float, ...]
    card: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A model's answer: a label, its calibrated probability, and whether the model abstains."""

    label: str
    probability: float
    abstain: bool


@cache
def load_models(folder: Path = FOLDER) -> dict[str, Model]:
    """Every model in a folder, by task. Raises ``ValueError`` on a file that is no model."""
    found = [read_model(path.read_text("utf-8"), path.name) for path in model_files(folder)]
    return {model.task: model for model in found}


def model_files(folder: Path) -> list[Path]:
    """The files of a folder that must be models, by name."""
    return sorted(path for path in folder.glob("*.json") if path.name != MANIFEST)


def read_model(text: str, name: str) -> Model:
    """Read one model. In: the JSON and the file's name for the error. Raises ``ValueError``."""
    try:
        data = json.loads(text)
        return Model(
            data["task"],
            tuple(data["labels"]),
            {feature: tuple(weights) for feature, weights in data["weights"].items()},
            tuple(data["bias"]),
            data["certain"],
            tuple(data["costs"]),
            data["card"],
        )
    except (KeyError, TypeError, json.JSONDecodeError) as error:
        raise ValueError(f"{name}: bukan model yang dapat dibaca ({error!r})") from error


def margins(model: Model, names: frozenset[str]) -> list[float]:
    """The linear scores, one a label, of a text with these feature names."""
    total = list(model.bias)
    weights = model.weights
    for name in weights.keys() & names:
        for k, weight in enumerate(weights[name]):
            total[k] += weight
    return total


def alone(model: Model, names: frozenset[str]) -> list[float]:
    """The calibrated probability of each label by itself, where several can hold at once."""
    return [1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, m)))) for m in margins(model, names)]


def probabilities(model: Model, names: frozenset[str]) -> list[float]:
    """Calibrated probabilities, one a label, that add up to 1 (softmax of the margins)."""
    found = margins(model, names)
    most = max(found)
    raw = [math.exp(m - most) for m in found]
    total = sum(raw)
    return [value / total for value in raw]


def decide(model: Model, names: frozenset[str], weighed: bool = True) -> Verdict:
    """The label whose miss would cost most, or the likeliest where ``weighed`` is false.

    Out: :class:`Verdict`, abstaining below ``certain``.
    """
    found = probabilities(model, names)
    costs = model.costs if weighed else (1.0,) * len(found)
    best = max(range(len(found)), key=lambda k: found[k] * costs[k])
    return Verdict(model.labels[best], round(found[best], 4), found[best] < model.certain)


def drift(model: Model, probe: dict[str, Any], names: frozenset[str]) -> float:
    """How far a probe's answer has moved since training; 0 while its features are the same."""
    now = alone(model, names)
    return max(abs(a - float(b)) for a, b in zip(now, probe["answer"], strict=True))
