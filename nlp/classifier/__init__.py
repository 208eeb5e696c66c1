"""Classifiers annotate, rules judge: analysed text → ``Prediction(label, probability, evidence)``.

The label comes from a trained model (:mod:`nlp.classifier.model`), the evidence from the signs
that speak for that label (:mod:`nlp.classifier.evidence`). Wording, severity and suggestions stay
in the rules.
"""

from nlp.classifier.evidence import evidence_for
from nlp.classifier.items import items_of
from nlp.classifier.model import Model, decide, drift, load_models
from nlp.features import (
    FIELD_TASKS,
    LINKS,
    Context,
    Feature,
    Shared,
    linked,
    names,
    shared,
    signs,
)
from nlp.finding import Prediction
from nlp.form import Field
from nlp.text import Text

__all__ = ["LINKS", "Model", "classify", "classify_link", "drift", "load_models"]

# Where people write what they plan, a call for help is rare and looks like one common: there the
# likeliest label holds. Elsewhere a missed call weighs more than a false one (guideline 13).
_PLANS = frozenset(("hasil", "rtl", "indikator"))


def classify(
    models: dict[str, Model], field: Field, text: Text, context: Context
) -> dict[str, Prediction]:
    """All labels of one text.

    In: the models by task, the field the text stands in, its analysis, and what the form says
    around it. Out: a prediction for each label the contract names for this field, and
    ``konseling`` for every field.
    """
    common, tasks = shared(text), FIELD_TASKS[field]
    judged = next((signs(task, text, context) for task in tasks.values()), [])
    labels = {
        label: _predict(models[task], task, text, judged, context, common)
        for label, task in tasks.items()
    }
    labels["konseling"] = _with_items(models, field, text, context, common)
    return labels


def classify_link(models: dict[str, Model], link: str, earlier: Text, later: Text) -> Prediction:
    """Whether the later of two linked fields answers the earlier one (guideline 10).

    In: the models, one of :data:`LINKS`, both analysed texts. Out: SINKRON or TIDAK_SINKRON.
    """
    verdict = decide(models["sinkron"], linked(link, earlier, later))
    return Prediction(verdict.label, verdict.probability, (), verdict.abstain)


def _predict(
    model: Model, task: str, text: Text, judged: list[Feature], context: Context, common: Shared
) -> Prediction:
    verdict = decide(model, names(task, judged, context, common))
    evidence = evidence_for(task, verdict.label, text, judged)
    return Prediction(verdict.label, verdict.probability, evidence, verdict.abstain)


def _with_items(
    models: dict[str, Model], field: Field, text: Text, context: Context, common: Shared
) -> Prediction:
    judged = signs("konseling", text, context)
    read = names("konseling", judged, context, common)
    verdict = decide(models["konseling"], read, weighed=field not in _PLANS)
    if verdict.label == "NONE":
        return Prediction(verdict.label, verdict.probability, (), verdict.abstain)
    evidence = evidence_for("konseling", verdict.label, text, judged)
    items = items_of(models["butir"], read, verdict.label)
    return Prediction(verdict.label, verdict.probability, evidence, verdict.abstain, items)
