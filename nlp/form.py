"""The coaching form as plain data, and the addresses of its texts.

Field names are the nouns printed on the official form. Everything is optional: a form that is
still being typed is reviewed too.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal

Field = Literal["topik", "hasil", "rtl", "indikator", "umpan_balik", "catatan"]
"""The six free-text fields that are analysed."""

POOR = ("sangat_kurang", "kurang", "butuh_perbaikan")
"""The values of ``predikat`` below *baik*, the worst first."""


@dataclass(frozen=True, slots=True)
class Pegawai:
    """The employee who is coached."""

    nip: str | None = None
    nama: str | None = None
    jabatan: str | None = None
    unit_kerja: str | None = None
    unor: str | None = None
    predikat: str | None = None


@dataclass(frozen=True, slots=True)
class Atasan:
    """The superior who coaches and approves."""

    nip: str | None = None
    nama: str | None = None
    jabatan: str | None = None


@dataclass(frozen=True, slots=True)
class TindakLanjut:
    """One planned action (``rtl``) with its ``indikator``; ``tenggat`` is an ISO 8601 date."""

    rtl: str | None = None
    indikator: str | None = None
    tenggat: str | None = None
    selesai: bool = False
    disetujui: bool = False


@dataclass(frozen=True, slots=True)
class Dialog:
    """The coaching dialog: ISO 8601 date and notes."""

    tanggal: str | None = None
    catatan: str | None = None


@dataclass(frozen=True, slots=True)
class UmpanBalik:
    """One feedback: icon and text, sometimes with target and realisation."""

    ikon: str | None = None
    teks: str | None = None
    target: float | None = None
    realisasi: float | None = None
    satuan: str | None = None
    predikat: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A *form bimbingan kinerja*, in the order it is printed."""

    id: str | None = None
    jenis: str = "bimbingan"
    tahun: int | None = None
    triwulan: int | None = None
    pegawai: Pegawai = field(default_factory=Pegawai)
    atasan: Atasan = field(default_factory=Atasan)
    metode: str | None = None
    inisiatif: str | None = None
    rhk: str | None = None
    topik: str | None = None
    hasil: str | None = None
    tindak_lanjut: tuple[TindakLanjut, ...] = ()
    dialog: Dialog = field(default_factory=Dialog)
    disetujui_atasan: bool = False
    umpan_balik: tuple[UmpanBalik, ...] = ()


_NESTED: dict[str, Any] = {"pegawai": Pegawai, "atasan": Atasan, "dialog": Dialog}
_LISTS: dict[str, Any] = {"tindak_lanjut": TindakLanjut, "umpan_balik": UmpanBalik}


def form_from_dict(data: dict[str, Any]) -> Form:
    """Build a form from already validated JSON data.

    In: a mapping with the contract's keys. Out: the form. Raises ``TypeError`` on an unknown key
    (people's input is validated by the service, which names the place).
    """
    values = {key: value for key, value in data.items() if value is not None}
    for key, part in _NESTED.items():
        if key in values:
            values[key] = part(**_known(values[key]))
    for key, part in _LISTS.items():
        if key in values:
            values[key] = tuple(part(**_known(item)) for item in values[key])
    return Form(**values)


def _known(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None}


def texts(form: Form) -> Iterator[tuple[str, Field, str]]:
    """Every non-empty free text as ``(pointer, field, text)``; pointers are RFC 6901."""
    if form.topik:
        yield "/topik", "topik", form.topik
    if form.hasil:
        yield "/hasil", "hasil", form.hasil
    for number, step in enumerate(form.tindak_lanjut):
        if step.rtl:
            yield f"/tindak_lanjut/{number}/rtl", "rtl", step.rtl
        if step.indikator:
            yield f"/tindak_lanjut/{number}/indikator", "indikator", step.indikator
    if form.dialog.catatan:
        yield "/dialog/catatan", "catatan", form.dialog.catatan
    for number, feedback in enumerate(form.umpan_balik):
        if feedback.teks:
            yield f"/umpan_balik/{number}/teks", "umpan_balik", feedback.teks


def pointer_of(field_name: Field) -> str:
    """Where a lone text of this field stands in a form that holds nothing else."""
    return {
        "rtl": "/tindak_lanjut/0/rtl",
        "indikator": "/tindak_lanjut/0/indikator",
        "catatan": "/dialog/catatan",
        "umpan_balik": "/umpan_balik/0/teks",
    }.get(field_name, f"/{field_name}")


def place_of(pointer: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts pointers in the order of the printed form."""
    order = {name: i for i, name in enumerate(f.name for f in fields(Form))}
    order |= {name: i for i, name in enumerate(("rtl", "indikator", "ikon", "teks"))}
    return tuple(
        (int(key), "") if key.isdigit() else (order.get(key, len(order)), key)
        for key in pointer.strip("/").split("/")
    )


def with_value(form: Form, pointer: str, value: Any) -> Form:
    """The form with the value at an RFC 6901 ``pointer`` replaced.

    An index one past the end of a list appends an empty item first. Raises ``KeyError`` when the
    pointer names no field of the form.
    """
    return _set(form, pointer.strip("/").split("/"), value)  # type: ignore[no-any-return]


def _set(part: Any, path: list[str], value: Any) -> Any:
    head, rest = path[0], path[1:]
    if head not in {f.name for f in fields(part)}:
        raise KeyError(head)
    if not rest:
        return replace(part, **{head: value})
    child = getattr(part, head)
    if head in _LISTS:
        items = list(child)
        index = int(rest[0])
        if index == len(items):
            items.append(_LISTS[head]())
        items[index] = _set(items[index], rest[1:], value)
        return replace(part, **{head: tuple(items)})
    return replace(part, **{head: _set(child, rest, value)})


def value_at(form: Form, pointer: str) -> Any:
    """The value at an RFC 6901 ``pointer``; None when nothing stands there."""
    part: Any = form
    for key in pointer.strip("/").split("/"):
        if isinstance(part, tuple):
            part = part[int(key)] if int(key) < len(part) else None
        else:
            part = getattr(part, key, None)
        if part is None:
            return None
    return part
