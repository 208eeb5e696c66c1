"""A recap as tables of words, which the terminal, Markdown and CSV all show."""

from collections.abc import Iterator
from typing import NamedTuple

from nlp.recap import LEAST_SHOWN, Recap, Unit

KINDS = {
    "predikat": "predikat di bawah baik",
    "baru": "pegawai baru",
    "target_tinggi": "target tinggi",
    "tahunan": "belum dibimbing",
}
NOTE = (
    "SE Menteri PUPR 8/2024 membobot nilai unit: penilaian 40 %, pembinaan 30 %, pelaporan 30 %. "
    "Rekap ini menyajikan bahan bagi pembinaan dan tidak menghitung nilai unit. Program memberi "
    "saran; keputusan tetap pada manusia."
)
UNITS = (
    "Unit", "Formulir", "Pegawai", "Dibimbing", "Per pegawai", "Rata-rata skor", "Tanpa galat",
    "Prioritas", "Indikator selesai", "Umpan balik salinan",
)  # fmt: skip
PERIODS = (
    "Triwulan", "Formulir", "Pegawai", "Rata-rata skor", "Tanpa galat", "Indikator selesai",
)  # fmt: skip
NAMELESS = "(tanpa nama unit)"
ALL = "Seluruhnya"


class Table(NamedTuple):
    """A titled table; a float in a row is a share 0..1, an empty title means nothing to say."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | float, ...], ...]


def tables(recap: Recap) -> Iterator[Table]:
    """The tables that have any rows, in the order of the criteria, then what to look into."""
    for title, units in (("Unit kerja", recap.unit_kerja), ("Unit organisasi", recap.unor)):
        named = any(unit.name for unit in units)
        if named or title == "Unit kerja":
            shown = [(unit.name or NAMELESS, unit) for unit in units] if named else []
            rows = tuple(unit_row(name, unit) for name, unit in [*shown, (ALL, recap.total)])
            yield Table(title, UNITS, rows)
    if recap.trend:
        yield Table("Perkembangan", PERIODS, tuple(_trend(recap)))
    yield from _lists(recap)


def notes(recap: Recap) -> Iterator[str]:
    """Sentences below the tables."""
    if recap.unlisted:
        yield f"{recap.unlisted} formulir bimbingan: pegawainya tidak ada dalam daftar pegawai."
    if recap.counselled is not None:
        yield f"{recap.counselled} pegawai mengikuti konseling atau rujukan."
    else:
        yield (
            "Konseling dan rujukan tidak direkap per unit; jumlahnya ditampilkan bila paling "
            f"sedikit {LEAST_SHOWN} pegawai."
        )
    yield NOTE


def unit_row(name: str, unit: Unit) -> tuple[str | float, ...]:
    """One unit in the columns of ``UNITS``."""
    return (
        name,
        str(unit.kuantitas.forms),
        str(unit.kuantitas.staff or unit.kuantitas.people),
        _share(unit.kuantitas.share),
        decimal(unit.kuantitas.forms_per_staff, 2),
        decimal(unit.kualitas.mean, 1),
        _share(unit.kualitas.share),
        _share(unit.prioritas.share),
        _share(unit.indikator.share),
        str(unit.kualitas.copied),
    )


def decimal(number: float | None, digits: int) -> str:
    """A number as Indonesian writes it; a dash for nothing."""
    if number is None:
        return "–"
    written = f"{number:.{digits}f}"
    return (written.rstrip("0").rstrip(".") if digits else written).replace(".", ",")


def percent(share: float) -> str:
    """A share of 0..1 as ``87,5 %``."""
    return f"{decimal(share * 100, 1)} %"


def _share(share: float | None) -> str | float:
    return "–" if share is None else share


def _trend(recap: Recap) -> Iterator[tuple[str | float, ...]]:
    for period in recap.trend:
        yield (
            quarter(period.tahun, period.triwulan),
            str(period.forms),
            str(period.people),
            decimal(period.mean, 1),
            _share(period.share_flawless),
            _share(period.share_completed),
        )


def quarter(tahun: int | None, triwulan: int | None) -> str:
    """A quarter as ``2025 triwulan 3``; what is not known is left out."""
    parts = [str(tahun)] if tahun is not None else []
    if triwulan is not None:
        parts.append(f"triwulan {triwulan}")
    return " ".join(parts) or "tidak disebut"


def _lists(recap: Recap) -> Iterator[Table]:
    missing = tuple(
        (unit.name or NAMELESS, one.pegawai, KINDS[one.kind])
        for unit in recap.unit_kerja
        for one in unit.prioritas.missing
    )
    if missing:
        yield Table("Belum dibimbing", ("Unit", "Pegawai", "Alasan"), missing)
    doubled = tuple(
        (
            ", ".join(each.forms),
            quarter(each.tahun, each.triwulan),
            "sama" if each.exact else "hampir sama",
        )
        for each in recap.duplicates
    )
    if doubled:
        yield Table("Formulir ganda", ("Formulir", "Triwulan", "Isi"), doubled)
    copied = tuple((str(each.people), ", ".join(each.forms)) for each in recap.copies)
    if copied:
        yield Table("Umpan balik yang sama", ("Pegawai", "Formulir"), copied)
