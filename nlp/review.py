"""The reviewer: a form in, a review out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from spacy.language import Language

from nlp.analysis import AnalyzedForm, analyse_form, links, triage
from nlp.bundle import BUILT_IN, check_bundle, complete, read_bundle
from nlp.classifier import Model
from nlp.counselling import format_for
from nlp.finding import FieldCheck, Finding, Review, Suggestion
from nlp.form import Field, Form, place_of, pointer_of, value_at, with_value
from nlp.page import Page
from nlp.positive import ModelField, PositiveModels, nearest
from nlp.praise import opening
from nlp.registry import champion, default_root
from nlp.rewriting import filled, unfilled
from nlp.rules import LoadedRule, load_rules
from nlp.scoring import WEIGHTS, aspects, grade, jp, lifts, total
from nlp.text import analyse_text, load_pipeline

_SUGGESTIONS_SHOWN = 3
# A proof costs about as much as checking the field once; once one rewrite holds, so many suffice.
_PROOFS = 2
_PRIMARY = 3


@dataclass(frozen=True, slots=True)
class Reviewer:
    """What a review needs, loaded once. Not thread-safe: one to a process or behind a lock.

    ``precision`` is lent as confidence to findings of a rule that have no probability.
    """

    pipeline: Language
    models: dict[str, Model]
    rules: tuple[LoadedRule, ...]
    versions: dict[str, object]
    precision: dict[str, float] = field(default_factory=dict)


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
    measured = {rule.rule.id: rule.page.measured for rule in rules}
    pages = "".join(f"{rule.page.markdown}{rule.page.measured}" for rule in rules)
    versions: dict[str, object] = {
        "rules": sha256(pages.encode()).hexdigest()[:12],
        "models": {task: model.card["version"] for task, model in bundle.models.items()},
        "bundle": bundle.version,
    }
    precision = {id: own.confidence for id, own in measured.items() if own and own.confidence}
    return Reviewer(pipeline, bundle.models, rules, versions, precision)


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
    one of a batch. Out: findings with what is to be mended first at their head (calls for help,
    then by what mending adds to the score, then in form order), suggestions proved by a second run
    of all rules, the score and an opening line of praise. Forms of another ``jenis`` than bimbingan
    get no score; a form whose text shows items 12–17 gets neither score nor any finding about its
    wording.
    """
    with reviewer.pipeline.memory_zone():
        analyzed = analyse_form(reviewer.pipeline, reviewer.models, form, copies=copies)
        shown = triage(analyzed)
        findings = _findings(reviewer, analyzed)
        scored = form.jenis == "bimbingan" and shown.level != "rujukan"
        if scored:
            added = lifts(analyzed, findings)
            findings = [replace(f, lift=n) for f, n in zip(findings, added, strict=True)]
        ranked = _with_primary(reviewer, findings)
        proved, rejected = _all_proved(reviewer, analyzed, ranked)
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
        opening(analyzed, parts) if scored and shown.level == "none" else None,
        rejected,
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
        proved, rejected = _all_proved(reviewer, analyzed, own)
        part = analyzed.parts.get(pointer)
    return FieldCheck(proved, dict(part.labels) if part else {}, reviewer.versions, rejected)


def positive_models(
    reviewer: Reviewer, field: ModelField, text: str, unit: str, count: int
) -> PositiveModels:
    """The positive models nearest to what is being written in one field.

    In: the field, its text and the unit's name (both may be empty), and how many models at most.
    Out: the models; for a text that asks for counselling or help none, but its triage and the
    findings that say where to look.
    """
    pointer = pointer_of(field)
    with reviewer.pipeline.memory_zone():
        form = with_value(Form(), pointer, text)
        analyzed = analyse_form(reviewer.pipeline, reviewer.models, form)
        shown = triage(analyzed)
        if shown.level != "none":
            care = {rule.rule.id for rule in reviewer.rules if rule.rule.aspect == "konseling"}
            found = tuple(f for f in _findings(reviewer, analyzed) if f.rule in care)
            return PositiveModels((), shown, found, reviewer.versions)
        part = analyzed.parts.get(pointer)
        read = part.text if part else analyse_text(reviewer.pipeline, "")
        return PositiveModels(nearest(field, read, unit, count), shown, (), reviewer.versions)


def _findings(reviewer: Reviewer, analyzed: AnalyzedForm) -> list[Finding]:
    """All findings in form order; a form that asks for help hears nothing about its wording."""
    found = [
        replace(finding, confidence=reviewer.precision.get(finding.rule))
        if finding.confidence is None
        else finding
        for rule in reviewer.rules
        for finding in rule.check(analyzed)
    ]
    if triage(analyzed).level == "rujukan":
        found = [finding for finding in found if finding.span is None]
    return sorted(found, key=lambda finding: (place_of(finding.pointer), finding.rule))


def _with_primary(reviewer: Reviewer, findings: list[Finding]) -> list[Finding]:
    """The findings in the order to mend them, at most the first three marked as primary.

    People first, then what lifts the score most, then grave and weighty. What is only a hint comes
    last and is never primary.
    """
    aspect = {rule.rule.id: rule.rule.aspect for rule in reviewer.rules}
    ranked = sorted(
        findings,
        key=lambda f: (
            f.severity == "info",
            aspect[f.rule] != "konseling",
            -(f.lift or 0.0),
            f.severity != "error",
            -WEIGHTS.get(aspect[f.rule], 0.0),
        ),
    )
    return [
        replace(finding, primary=rank < _PRIMARY and finding.severity != "info")
        for rank, finding in enumerate(ranked)
    ]


def _all_proved(
    reviewer: Reviewer, analyzed: AnalyzedForm, shown: list[Finding]
) -> tuple[tuple[Finding, ...], int]:
    """The findings with their proved suggestions, and how many candidates failed the proof."""
    before: dict[str, list[Finding]] = {}
    proved = [_proved(reviewer, analyzed, finding, before) for finding in shown]
    return tuple(finding for finding, _ in proved), sum(rejected for _, rejected in proved)


def _proved(
    reviewer: Reviewer,
    analyzed: AnalyzedForm,
    finding: Finding,
    before: dict[str, list[Finding]],
) -> tuple[Finding, int]:
    """The finding with only those suggestions that mend it and break nothing (guideline 14).

    In: what is found around each pointer as the form stands, filled in here where it is missing.
    Out: the finding, and how many candidates were tried in vain.
    """
    kept: list[Suggestion] = []
    tried = 0
    rewrite = next(rule.rewrite for rule in reviewer.rules if rule.rule.id == finding.rule)
    if finding.quote and unfilled(str(value_at(analyzed.form, finding.pointer))):
        return finding, 0
    for candidate in rewrite(analyzed, finding) if rewrite else ():
        tried += 1
        pointer = candidate.pointer or finding.pointer
        if pointer not in before:
            before[pointer] = _findings(reviewer, _around(analyzed, pointer))
        if _mends(reviewer, analyzed, before[pointer], finding, candidate):
            kept.append(replace(candidate, verified=True))
        if len(kept) == _SUGGESTIONS_SHOWN or (kept and tried >= _PROOFS):
            break
    return replace(finding, suggestions=tuple(kept)), tried - len(kept)


def _around(analyzed: AnalyzedForm, pointer: str) -> AnalyzedForm:
    """The form as far as its text at ``pointer`` reaches: that text, its links, its own item.

    What the rules say of the other texts cannot change with it, and is not asked again.
    """
    item = pointer.rpartition("/")[0]
    near = {end for link in links(analyzed.filled()) if pointer in link[1:] for end in link[1:]}
    parts = {
        place: part
        for place, part in analyzed.parts.items()
        if place == pointer or place in near or (item and place.startswith(f"{item}/"))
    }
    return replace(analyzed, parts=parts)


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
    near = _around(again, pointer)
    own = next(rule for rule in reviewer.rules if rule.rule.id == finding.rule)
    places = Counter((f.rule, f.pointer) for f in before)
    places[finding.rule, finding.pointer] -= 1
    # Most that fail do not silence their own rule: asked first, it spares the others.
    if not Counter((f.rule, f.pointer) for f in own.check(near)) <= places:
        return False
    after = _findings(reviewer, near)
    # A text can hold several misspelt words, each mended alone: one fewer is enough.
    if not Counter((f.rule, f.pointer) for f in after) <= places:
        return False
    # Nor may another fault outgrow the one that is mended: mending never lowers the score.
    known = {(f.rule, f.pointer): f.severity for f in before}
    return all(
        f.severity != "error" or "error" in (known[f.rule, f.pointer], finding.severity)
        for f in after
    )
