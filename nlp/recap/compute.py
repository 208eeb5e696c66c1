"""From rows to the recap: units, priorities, copies, duplicates, trend."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum

from nlp.copies import LEAST_PEOPLE, identity
from nlp.form import POOR
from nlp.recap.answer import (
    Copied,
    Duplicate,
    Indikator,
    Kualitas,
    Kuantitas,
    Missing,
    Period,
    Prioritas,
    Priority,
    Recap,
    Unit,
)
from nlp.recap.duplicates import Twins, twins
from nlp.recap.row import Row, Staff

LEAST_SHOWN = 5
"""A number of people in counselling smaller than this is not told: it could reveal somebody."""


def recap(rows: Sequence[Row], staff: Sequence[Staff]) -> Recap:
    """The recap of a batch.

    In: one row a form, and the staff list (empty where there is none: ratios to staff are then
    None). A form belongs to the employee of the list with its NIP (``nip`` or ``id``), else with
    its name where that is unique, and counts for the employee's unit in the list. Out: the
    recap; apart from lists by position its numbers do not depend on the order.
    """
    listed = _match(rows, staff)
    kept = [
        _Kept(row, number, listed[number - 1])
        for number, row in enumerate(rows, 1)
        if row.bimbingan
    ]
    copied = _copied(kept)
    coached = frozenset(id(each.employee) for each in kept if each.employee)
    counselled = len({row.person for row in rows if not row.bimbingan})
    return Recap(
        _unit(None, kept, staff, coached, copied),
        _units("unit_kerja", kept, staff, coached, copied),
        _units("unor", kept, staff, coached, copied),
        _trend(kept),
        tuple(_duplicate(kept, found) for found in _twins(kept)),
        _copies(kept, copied),
        sum(each.employee is None for each in kept) if staff else 0,
        counselled if counselled >= LEAST_SHOWN else None,
    )


@dataclass(frozen=True, slots=True)
class _Kept:
    row: Row
    number: int
    employee: Staff | None

    @property
    def label(self) -> str:
        return self.row.label or f"formulir ke-{self.number}"

    def unit(self, level: str) -> str | None:
        found: str | None = getattr(self.employee or self.row, level)
        return found


def _match(rows: Sequence[Row], staff: Sequence[Staff]) -> list[Staff | None]:
    numbers = {identity(said): one for one in staff for said in (one.id, one.nip) if said}
    names: dict[str, list[Staff]] = defaultdict(list)
    for one in staff:
        if one.nama:
            names[identity(one.nama)].append(one)
    found: list[Staff | None] = []
    for row in rows:
        employee = numbers.get(identity(row.nip)) if row.nip else None
        if not row.nip and row.nama:
            called = names.get(identity(row.nama), [])
            employee = called[0] if len(called) == 1 else None
        found.append(employee)
    return found


def _copied(kept: list[_Kept]) -> dict[int, int]:
    """How many people were given each feedback that is a copy."""
    people: dict[int, set[int]] = defaultdict(set)
    for each in kept:
        for key in each.row.feedback:
            people[key].add(each.row.person)
    return {key: len(found) for key, found in people.items() if len(found) >= LEAST_PEOPLE}


def _units(
    level: str,
    kept: list[_Kept],
    staff: Sequence[Staff],
    coached: frozenset[int],
    copied: dict[int, int],
) -> tuple[Unit, ...]:
    forms: dict[str, list[_Kept]] = defaultdict(list)
    people: dict[str, list[Staff]] = defaultdict(list)
    spelt: dict[str, set[str]] = defaultdict(set)
    for each in kept:
        forms[_named(each.unit(level), spelt)].append(each)
    for one in staff:
        people[_named(getattr(one, level), spelt)].append(one)
    return tuple(
        _unit(min(spelt[key], default=None), forms[key], people[key], coached, copied)
        for key in sorted(forms.keys() | people.keys(), key=lambda key: (not key, key))
    )


def _named(name: str | None, spelt: dict[str, set[str]]) -> str:
    """The unit's key; units that differ in capitals, marks or blanks are one."""
    key = identity(name or "")
    if key and name:
        spelt[key].add(" ".join(name.split()))
    return key


def _unit(
    name: str | None,
    kept: list[_Kept],
    staff: Sequence[Staff],
    coached: frozenset[int],
    copied: dict[int, int],
) -> Unit:
    reached = sum(id(one) in coached for one in staff)
    scores = [each.row.score for each in kept if each.row.score is not None]
    flawless = _flawless(kept)
    total, completed = _indikator(kept)
    return Unit(
        name,
        Kuantitas(
            len(kept),
            len({each.row.person for each in kept}),
            len(staff),
            reached,
            _ratio(len(kept), len(staff)),
            _ratio(reached, len(staff)),
        ),
        Kualitas(
            len(scores),
            _mean(scores),
            flawless,
            _ratio(flawless, len(scores)),
            sum(not copied.keys().isdisjoint(each.row.feedback) for each in kept),
        ),
        _prioritas(staff, coached),
        Indikator(total, completed, _ratio(completed, total)),
    )


def _prioritas(staff: Sequence[Staff], coached: frozenset[int]) -> Prioritas:
    by_kind: dict[str, list[Staff]] = {kind: [] for kind in ("predikat", "baru", "target_tinggi")}
    rest: list[Staff] = []
    for one in staff:
        by_kind.get(_kind(one), rest).append(one)
    kinds = tuple(
        Priority(kind, len(found), sum(id(one) in coached for one in found))
        for kind, found in by_kind.items()
    )
    missing = tuple(
        Missing(one.id or one.nip or "", _kind(one))
        for found in (*by_kind.values(), rest)
        for one in sorted(found, key=_urgency)
        if id(one) not in coached
    )
    wanted, reached = sum(k.staff for k in kinds), sum(k.coached for k in kinds)
    return Prioritas(wanted, reached, _ratio(reached, wanted), kinds, missing)


def _kind(one: Staff) -> str:
    if one.predikat in POOR:
        return "predikat"
    return "baru" if one.baru else "target_tinggi" if one.target_tinggi else "tahunan"


def _urgency(one: Staff) -> tuple[int, str]:
    poor = POOR.index(one.predikat) if one.predikat in POOR else len(POOR)
    return poor, one.id or one.nip or ""


def _trend(kept: list[_Kept]) -> tuple[Period, ...]:
    quarters: dict[tuple[int | None, int | None], list[_Kept]] = defaultdict(list)
    for each in kept:
        quarters[each.row.period].append(each)
    return tuple(
        _period(*period, quarters[period])
        for period in sorted(quarters, key=lambda period: [(n is None, n or 0) for n in period])
    )


def _period(tahun: int | None, triwulan: int | None, kept: list[_Kept]) -> Period:
    scores = [each.row.score for each in kept if each.row.score is not None]
    total, completed = _indikator(kept)
    return Period(
        tahun,
        triwulan,
        len(kept),
        len({each.row.person for each in kept}),
        _mean(scores),
        _ratio(_flawless(kept), len(scores)),
        _ratio(completed, total),
    )


def _twins(kept: list[_Kept]) -> tuple[Twins, ...]:
    return twins([((each.row.person, each.row.period), each.row.said) for each in kept])


def _duplicate(kept: list[_Kept], found: Twins) -> Duplicate:
    forms = tuple(kept[position].label for position in found.positions)
    return Duplicate(forms, *kept[found.positions[0]].row.period, found.exact)


def _copies(kept: list[_Kept], copied: dict[int, int]) -> tuple[Copied, ...]:
    forms: dict[int, list[str]] = defaultdict(list)
    for each in kept:
        for key in each.row.feedback:
            if key in copied:
                forms[key].append(each.label)
    groups = [Copied(copied[key], tuple(found)) for key, found in forms.items()]
    return tuple(sorted(groups, key=lambda group: (-group.people, group.forms)))


def _flawless(kept: Iterable[_Kept]) -> int:
    return sum(each.row.flawless for each in kept if each.row.score is not None)


def _indikator(kept: Iterable[_Kept]) -> tuple[int, int]:
    rows = [each.row for each in kept]
    return sum(row.indikator for row in rows), sum(row.completed for row in rows)


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _mean(values: Sequence[float]) -> float | None:
    return round(fsum(values) / len(values), 1) if values else None
