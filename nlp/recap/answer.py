"""What a recap says: shares are 0..1, means 0..100, and None where there is nothing to count."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kuantitas:
    """Forms and the people in them; how many of the listed staff have one. Ratios need a list."""

    forms: int
    people: int
    staff: int
    coached: int
    forms_per_staff: float | None
    share: float | None


@dataclass(frozen=True, slots=True)
class Kualitas:
    """Forms with a score: their mean 0..100, those without error findings, copied feedback."""

    scored: int
    mean: float | None
    flawless: int
    share: float | None
    copied: int


@dataclass(frozen=True, slots=True)
class Priority:
    """One class of priority staff: ``kind`` is predikat, baru or target_tinggi."""

    kind: str
    staff: int
    coached: int


@dataclass(frozen=True, slots=True)
class Missing:
    """An employee without a bimbingan, as the caller calls them; ``tahunan``: no priority."""

    pegawai: str
    kind: str


@dataclass(frozen=True, slots=True)
class Prioritas:
    """Priority staff, everybody in the first class that fits; who is missing, most urgent first."""

    staff: int
    coached: int
    share: float | None
    kinds: tuple[Priority, ...]
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Indikator:
    """Indikator that say something, and how many are completed."""

    total: int
    completed: int
    share: float | None


@dataclass(frozen=True, slots=True)
class Unit:
    """The four criteria of one unit; ``name`` is None where forms or staff name no unit."""

    name: str | None
    kuantitas: Kuantitas
    kualitas: Kualitas
    prioritas: Prioritas
    indikator: Indikator


@dataclass(frozen=True, slots=True)
class Period:
    """One quarter of the trend."""

    tahun: int | None
    triwulan: int | None
    forms: int
    people: int
    mean: float | None
    share_flawless: float | None
    share_completed: float | None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Forms of one employee in one quarter that say the same, as the caller calls them."""

    forms: tuple[str, ...]
    tahun: int | None
    triwulan: int | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Copied:
    """Forms whose feedback is the same for so many ``people``."""

    people: int
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recap:
    """The whole answer. ``counselled``: people with konseling or rujukan, None below five.

    ``unlisted``: forms of bimbingan whose employee the staff list does not name.
    """

    total: Unit
    unit_kerja: tuple[Unit, ...]
    unor: tuple[Unit, ...]
    trend: tuple[Period, ...]
    duplicates: tuple[Duplicate, ...]
    copies: tuple[Copied, ...]
    unlisted: int
    counselled: int | None
