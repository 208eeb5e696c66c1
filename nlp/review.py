"""The reviewer: a form in, a review out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from spacy.language import Language

from nlp.analysis import AnalyzedForm, analyse_form, triage
from nlp.bundle import BUILT_IN, check_bundle, complete, read_bundle
from nlp.classifier import Model
from nlp.counselling import format_for
from nlp.finding import FieldCheck, Finding, Review, Suggestion
from nlp.form import Field, Form, place_of, pointer_of, value_at, with_value
from nlp.page import Page
from nlp.registry import champion, default_root
from nlp.rewriting import filled, unfilled
from nlp.rules import LoadedRule, load_rules
from nlp.scoring import WEIGHTS, aspects, grade, jp, total
from nlp.text import load_pipeline

_SUGGESTIONS_SHOWN = 3
_PRIMARY = 3


@dataclass(frozen=True, slots=True)
class Reviewer:
    """What a review needs, loaded once. Not thread-safe: one to a process or behind a lock."""

    pipeline: Language
    models: dict[str, Model]
    rules: tuple[LoadedRule, ...]
    versions: dict[str, object]


def load_reviewer(folder: Path | None = None) -> Reviewer:
    """Load a pipeline of its own, models and rules.

    In: the folder of a bundle; None: the registry's champion if there is one, else the built-in
    bundle. Tasks the bundle lacks come from the built-in one. Raises ``ValueError`` on a damaged
    bundle, ``StaleModelError`` when a model's probes no longer get the answers they had at
    training (its features have changed, and it would be wrong without anyone noticing), and
    ``MinimumTestError`` when a model misses a case it must never miss.
    """
    rules = load_rules()
    pipeline = load_pipeline()
    built_in = read_bundle(BUILT_IN)
    chosen = folder or champion(default_root()) or BUILT_IN
    bundle = built_in if chosen == BUILT_IN else complete(read_bundle(chosen), built_in)
    check_bundle(pipeline, bundle)
    pages = "".join(rule.page.markdown for rule in rules)
    versions: dict[str, object] = {
        "rules": sha256(pages.encode()).hexdigest()[:12],
        "models": {task: model.card["version"] for task, model in bundle.models.items()},
        "bundle": bundle.version,
    }
    return Reviewer(pipeline, bundle.models, rules, versions)


def catalogue() -> tuple[Page, ...]:
    """All rule pages, by id."""
    return tuple(rule.page for rule in load_rules())


def aspects_of_rules() -> dict[str, str]:
    """The part of the score each rule touches, by the rule's id."""
    return {loaded.rule.id: loaded.rule.aspect for loaded in load_rules()}


def models(reviewer: Reviewer) -> list[dict[str, object]]:
    """What is known of each trained model: version, data, figures, date; not its probe texts."""
    return [
        {"name": task} | {key: value for key, value in model.card.items() if key != "probes"}
        for task, model in reviewer.models.items()
    ]


def review(reviewer: Reviewer, form: Form, copies: Mapping[str, int] | None = None) -> Review:
    """Review a whole form.

    In: any form, also an empty one; what :meth:`nlp.copies.Copies.others` says of it where it is
    one of a batch. Out: findings in form order, suggestions proved by a second
    run of all rules, and the score. Forms of another ``jenis`` than bimbingan get no score; a form
    whose text shows items 12–17 gets neither score nor any finding about its wording.
    """
    with reviewer.pipeline.memory_zone():
        analyzed = analyse_form(reviewer.pipeline, reviewer.models, form, copies=copies)
        shown = triage(analyzed)
        findings = _findings(reviewer, analyzed)
        proved = tuple(
            _proved(reviewer, analyzed, findings, finding)
            for finding in _with_primary(reviewer, findings)
        )
    scored = form.jenis == "bimbingan" and shown.level != "rujukan"
    parts = aspects(analyzed, proved)
    points = total(parts)
    return Review(
        form.id,
        points if scored else None,
        grade(points) if scored else None,
        parts if scored else dict.fromkeys(parts),
        proved,
        jp(form, proved),
        shown,
        reviewer.versions,
        format_for(shown),
    )


def check_text(reviewer: Reviewer, field: Field, text: str, context: Form) -> FieldCheck:
    """Check one field while it is typed.

    In: the field, its text, and whatever of the form is known. Out: the findings at that field
    and the classifiers' labels.
    """
    pointer = pointer_of(field)
    form = with_value(context, pointer, text)
    with reviewer.pipeline.memory_zone():
        analyzed = analyse_form(reviewer.pipeline, reviewer.models, form)
        all_findings = _findings(reviewer, analyzed)
        place = pointer.rpartition("/")[0] + "/ikon" if field == "umpan_balik" else pointer
        own = [f for f in all_findings if f.pointer in (pointer, place)]
        proved = tuple(_proved(reviewer, analyzed, all_findings, finding) for finding in own)
        part = analyzed.parts.get(pointer)
    return FieldCheck(proved, dict(part.labels) if part else {}, reviewer.versions)


def _findings(reviewer: Reviewer, analyzed: AnalyzedForm) -> list[Finding]:
    """All findings in form order; a form that asks for help hears nothing about its wording."""
    found = [finding for rule in reviewer.rules for finding in rule.check(analyzed)]
    if triage(analyzed).level == "rujukan":
        found = [finding for finding in found if finding.span is None]
    return sorted(found, key=lambda finding: (place_of(finding.pointer), finding.rule))


def _with_primary(reviewer: Reviewer, findings: list[Finding]) -> list[Finding]:
    """The findings with at most three marked as primary: people first, then grave and weighty.

    What is only a hint is never among them.
    """
    aspect = {rule.rule.id: rule.rule.aspect for rule in reviewer.rules}
    ranked = sorted(
        (finding for finding in findings if finding.severity != "info"),
        key=lambda f: (
            aspect[f.rule] != "konseling",
            f.severity != "error",
            -WEIGHTS.get(aspect[f.rule], 0.0),
        ),
    )
    first = {id(finding) for finding in ranked[:_PRIMARY]}
    return [replace(finding, primary=id(finding) in first) for finding in findings]


def _proved(
    reviewer: Reviewer, analyzed: AnalyzedForm, before: list[Finding], finding: Finding
) -> Finding:
    """The finding with only those suggestions that mend it and break nothing (guideline 14)."""
    kept: list[Suggestion] = []
    rewrite = next(rule.rewrite for rule in reviewer.rules if rule.rule.id == finding.rule)
    if finding.quote and unfilled(str(value_at(analyzed.form, finding.pointer))):
        return finding
    for candidate in rewrite(analyzed, finding) if rewrite else ():
        if _mends(reviewer, analyzed, before, finding, candidate):
            kept.append(replace(candidate, verified=True))
        if len(kept) == _SUGGESTIONS_SHOWN:
            break
    return replace(finding, suggestions=tuple(kept))


def _mends(
    reviewer: Reviewer,
    analyzed: AnalyzedForm,
    before: list[Finding],
    finding: Finding,
    candidate: Suggestion,
) -> bool:
    pointer = candidate.pointer or finding.pointer
    mended = with_value(analyzed.form, pointer, filled(candidate))
    again = analyse_form(reviewer.pipeline, reviewer.models, mended, analyzed)
    # Findings fall silent where help is asked for: a rewrite read so proves nothing.
    if triage(again) != triage(analyzed):
        return False
    after = _findings(reviewer, again)
    # A text can hold several misspelt words, each mended alone: one fewer is enough.
    places = Counter((f.rule, f.pointer) for f in before)
    places[finding.rule, finding.pointer] -= 1
    if not Counter((f.rule, f.pointer) for f in after) <= places:
        return False
    # Nor may another fault outgrow the one that is mended: mending never lowers the score.
    known = {(f.rule, f.pointer): f.severity for f in before}
    return all(
        f.severity != "error" or "error" in (known[f.rule, f.pointer], finding.severity)
        for f in after
    )
