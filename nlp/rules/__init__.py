"""The rules, found by walking this folder: one ``.py`` and one ``.md`` of the same stem each."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding, Suggestion
from nlp.measured import read_measured
from nlp.page import Page, read_page
from nlp.rule import Rule

FOLDER = Path(__file__).parent


class LoadedRule(NamedTuple):
    """A rule with its functions and its page.

    ``check`` finds, ``rewrite`` proposes: apart, because every proposal is proved by running all
    checks again. Rules about administration have nothing to rewrite.
    """

    rule: Rule
    check: Callable[[AnalyzedForm], Iterator[Finding]]
    rewrite: Callable[[AnalyzedForm, Finding], Iterator[Suggestion]] | None
    page: Page


@cache
def load_rules() -> tuple[LoadedRule, ...]:
    """Every rule of the folder, by id.

    Raises ``ValueError`` when a file's stem is not its rule's id in lower case, or the figures
    cannot be read.
    """
    rules = []
    for path in sorted(FOLDER.glob("*.py")):
        if path.stem == "__init__":
            continue
        module = import_module(f"nlp.rules.{path.stem}")
        if path.stem != module.RULE.id.lower():
            raise ValueError(f"{path.name}: the rule inside is {module.RULE.id}")
        rule: Rule = module.RULE
        page = read_page(
            path.with_suffix(".md"),
            rule.id,
            rule.guideline,
            rule.severity,
            rule.fields,
            read_measured(rule.id),
        )
        rules.append(LoadedRule(rule, module.check, getattr(module, "rewrite", None), page))
    return tuple(rules)
