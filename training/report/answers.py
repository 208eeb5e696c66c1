"""One run's out-of-fold answers as every section of its report reads them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.examples import Example
from training.held_out import HeldOut, held_out_of, reasons, towards_label
from training.measure import decided
from training.train import Run


@dataclass(frozen=True, slots=True)
class Answers:
    """``truth`` and ``said`` as :func:`training.measure.decided` gives them.

    ``right`` an example; ``several`` where labels go together (``butir``), each judged alone.
    """

    run: Run
    held: HeldOut
    truth: NDArray[np.int64]
    said: NDArray[np.int64]
    right: NDArray[np.bool_]
    several: bool


@dataclass(frozen=True, slots=True)
class Error:
    """A wrong answer: label given, label said, its probability, and what pulled it there."""

    example: Example
    given: str
    said: str
    probability: float
    pulls: tuple[tuple[str, float], ...]


def answers_of(run: Run) -> Answers:
    """Decide every out-of-fold probability of a run as the service would."""
    groups = [example.group for example in run.examples]
    held = held_out_of(run.fitted, run.matrix, groups)
    truth, said = decided(run.fitted.model, run.wanted, run.fitted.held_out)
    several = truth.ndim == 2
    same = truth == said
    return Answers(run, held, truth, said, same.all(1) if several else same, several)


def worst(answers: Answers, most: int) -> list[Error]:
    """The surest wrong answers, surest first; a text with several wrong items stands once."""
    given = answers.run.fitted.held_out
    if answers.several:
        # How sure the answer is on each item, whichever way it goes.
        sure = np.where(answers.truth != answers.said, np.maximum(given, 1 - given), 0.0)
        item, sureness = sure.argmax(1), sure.max(1)
    else:
        item, sureness = answers.said, given[np.arange(len(given)), answers.said]
    wrong = np.flatnonzero(~answers.right)
    ranked = wrong[np.argsort(-sureness[wrong], kind="stable")][:most]
    return [_error(answers, int(i), int(item[i]), float(sureness[i])) for i in ranked]


def _error(answers: Answers, index: int, k: int, probability: float) -> Error:
    labels = answers.run.fitted.model.labels
    if answers.several:
        missed = bool(answers.truth[index, k])
        towards = np.zeros(len(labels))
        towards[k] = -1.0 if missed else 1.0
        given, said = (labels[k], "") if missed else ("", labels[k])
    else:
        true = int(answers.truth[index])
        towards = towards_label(k, true, len(labels))
        given, said = labels[true], labels[k]
    pulls = tuple(reasons(answers.held, index, towards))
    return Error(answers.run.examples[index], given, said, probability, pulls)
