"""Many reviews in figures: scores, grades, rules, units. Counselling is left out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nlp.finding import Severity
from service.reviewed import Line, Reviewed, lines, shielded, unit_of
from service.terminal import GRADES

BINS = tuple(f"{low}–{low + 9 if low < 90 else 100}" for low in range(0, 100, 10))
_SHOWN_RULES = 3


@dataclass(frozen=True, slots=True)
class RuleCount:
    """A rule with its title, how many findings it gave, and in how many forms."""

    rule: str
    title: str
    severity: Severity
    findings: int
    forms: int


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: ``mean`` 0–100 or None, ``error_free`` 0–1 or None, most frequent rules first."""

    name: str
    forms: int
    mean: float | None
    error_free: float | None
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures; ``bins`` counts scores by tens, ``shielded`` forms are in ``forms`` alone.

    ``unread`` names every place that could not be read, with a sentence.
    """

    forms: int
    refused: int
    scored: int
    mean: float | None
    shielded: int
    asking: int
    error_free: int
    approved: int
    hours: int
    bins: tuple[int, ...]
    grades: tuple[tuple[str, int], ...]
    severities: Mapping[Severity, int]
    rules: tuple[RuleCount, ...]
    units: tuple[Unit, ...]
    unread: tuple[tuple[str, str], ...] = ()


def summarise(
    reviewed: Iterable[Reviewed],
    titles: Mapping[str, str],
    refused: int = 0,
    unread: Iterable[tuple[str, str]] = (),
) -> Summary:
    """The figures of ``reviewed``; ``titles`` names the rules, ``refused`` forms were unreadable.

    ``unread`` are the places that could not be read, in forms that were reviewed too.
    """
    every = list(reviewed)
    plain = [(one, lines(one)) for one in every if not shielded(one)]
    scores = [one.review.score for one, _ in plain if one.review.score is not None]
    grades: Counter[str | None] = Counter(one.review.grade for one, _ in plain)
    return Summary(
        forms=len(every),
        refused=refused,
        scored=len(scores),
        mean=_mean(scores),
        shielded=len(every) - len(plain),
        asking=sum(one.review.triage.level != "none" for one in every),
        error_free=sum(_error_free(found) for _, found in plain),
        approved=sum(one.form.disetujui_atasan for one, _ in plain),
        hours=sum(one.review.jp.hours for one, _ in plain),
        bins=tuple(_bins(scores)),
        grades=tuple((title, grades.get(name, 0)) for name, title in GRADES.items()),
        severities=Counter(line.severity for _, found in plain for line in found),
        rules=_rules(plain, titles),
        units=_units(plain),
        unread=tuple(unread),
    )


def _rules(
    plain: list[tuple[Reviewed, tuple[Line, ...]]], titles: Mapping[str, str]
) -> tuple[RuleCount, ...]:
    findings: Counter[str] = Counter(line.rule for _, found in plain for line in found)
    forms: Counter[str] = Counter(rule for _, found in plain for rule in {f.rule for f in found})
    severity = {line.rule: line.severity for _, found in plain for line in found}
    return tuple(
        RuleCount(rule, titles.get(rule, rule), severity[rule], count, forms[rule])
        for rule, count in sorted(findings.items(), key=lambda item: (-item[1], item[0]))
    )


def _units(plain: list[tuple[Reviewed, tuple[Line, ...]]]) -> tuple[Unit, ...]:
    groups: dict[str, list[tuple[Reviewed, tuple[Line, ...]]]] = defaultdict(list)
    for one, found in plain:
        groups[unit_of(one)].append((one, found))
    return tuple(
        Unit(
            name,
            len(group),
            _mean([one.review.score for one, _ in group if one.review.score is not None]),
            sum(_error_free(found) for _, found in group) / len(group),
            tuple(
                rule
                for rule, _ in Counter(
                    line.rule for _, found in group for line in found
                ).most_common(_SHOWN_RULES)
            ),
        )
        for name, group in sorted(groups.items())
    )


def _error_free(found: tuple[Line, ...]) -> bool:
    return all(line.severity != "error" for line in found)


def _mean(scores: list[float]) -> float | None:
    return round(sum(scores) / len(scores), 1) if scores else None


def _bins(scores: list[float]) -> list[int]:
    counts = [0] * len(BINS)
    for score in scores:
        counts[min(int(score // 10), len(BINS) - 1)] += 1
    return counts
