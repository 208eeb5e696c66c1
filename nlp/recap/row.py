"""What goes into a recap: an employee of the staff list, and what is kept of a reviewed form."""

from dataclasses import dataclass

from nlp.analysis import is_blank
from nlp.copies import feedback_keys, person_of
from nlp.finding import Level, Review
from nlp.form import Form
from nlp.recap.duplicates import Fingerprint, fingerprint


@dataclass(frozen=True, slots=True)
class Staff:
    """One employee of the staff list; ``id`` is whatever the caller uses in place of the NIP."""

    id: str | None = None
    nip: str | None = None
    nama: str | None = None
    unit_kerja: str | None = None
    unor: str | None = None
    predikat: str | None = None
    baru: bool = False
    target_tinggi: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """What the recap keeps of a form and its review: no text."""

    label: str | None
    bimbingan: bool
    person: int
    nip: str | None
    nama: str | None
    unit_kerja: str | None
    unor: str | None
    period: tuple[int | None, int | None]
    score: float | None
    flawless: bool
    indikator: int
    completed: int
    feedback: tuple[int, ...]
    said: Fingerprint | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the recap needs of a review; ``level`` is that of its triage."""

    score: float | None
    flawless: bool
    level: Level


def row_of(form: Form, review: Review, number: int) -> Row:
    """What the recap needs of the ``number``-th form (from 1) of a batch, as it was reviewed."""
    flawless = all(finding.severity != "error" for finding in review.findings)
    return row_with(form, Verdict(review.score, flawless, review.triage.level), number)


def row_with(form: Form, verdict: Verdict, number: int) -> Row:
    """The same for a form whose review is known.

    Where triage found anything, neither text nor feedback leaves a trace.
    """
    steps = [step for step in form.tindak_lanjut if not is_blank(step.indikator)]
    shown = verdict.level == "none" and form.jenis == "bimbingan"
    return Row(
        label=form.id,
        bimbingan=form.jenis == "bimbingan",
        person=person_of(form, number),
        nip=form.pegawai.nip,
        nama=form.pegawai.nama,
        unit_kerja=form.pegawai.unit_kerja,
        unor=form.pegawai.unor,
        period=(form.tahun, form.triwulan),
        score=verdict.score,
        flawless=verdict.flawless,
        indikator=len(steps),
        completed=sum(step.selesai for step in steps),
        feedback=tuple({key for _, key in feedback_keys(form)}) if shown else (),
        said=fingerprint(form) if shown else None,
    )
