"""What a recap is asked with, and what it answers: made from the dataclasses of ``nlp.recap``."""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from nlp.recap import Recap, Staff
from service.answers import Out
from service.schemas import EXAMPLES, FormIn, Nama, Predikat
from service.settings import settings

_STAFF_EXAMPLE: list[dict[str, Any]] = [
    {"id": "P-01", "unit_kerja": "Bagian Kepegawaian", "predikat": "baik"},
    {"id": "P-02", "unit_kerja": "Bagian Kepegawaian", "predikat": "butuh_perbaikan"},
    {"id": "P-03", "unit_kerja": "Bagian Keuangan", "baru": True},
    {"id": "P-04", "unit_kerja": "Bagian Keuangan", "target_tinggi": True},
]


_EXAMPLE: Any = {
    "formulir": [
        {**each["value"], "pegawai": {**each["value"]["pegawai"], "nip": nip}}
        for each, nip in zip(EXAMPLES.values(), ("P-01", "P-03"), strict=False)
    ],
    "pegawai": _STAFF_EXAMPLE,
}


class StaffIn(BaseModel):
    """Satu pegawai dalam daftar pegawai."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    id: Nama | None = Field(None, description="Penanda apa pun pengganti NIP; ini yang ditampilkan")
    nip: Nama | None = Field(None, description="NIP; ditampilkan hanya bila id kosong")
    nama: Nama | None = Field(
        None, description="Nama; dicocokkan bila formulir tidak memuat NIP, tidak ditampilkan"
    )
    unit_kerja: Nama | None = Field(None, description="Unit kerja")
    unor: Nama | None = Field(None, description="Unit organisasi")
    predikat: Predikat = Field(None, description="Predikat kinerja terakhir")
    baru: bool | None = Field(None, description="Pegawai baru: CASN atau pindahan")
    target_tinggi: bool | None = Field(
        None, description="Memikul target tinggi atau ekspektasi khusus"
    )

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        if not (self.id and self.id.strip()) and not (self.nip and self.nip.strip()):
            raise PydanticCustomError("tanpa_penanda", "neither id nor nip")
        return self


class RecapIn(BaseModel):
    """Formulir dan daftar pegawai yang direkap."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        json_schema_extra={"examples": [_EXAMPLE]},
    )

    formulir: Annotated[list[FormIn], Field(max_length=settings.max_recap_forms)] = Field(
        description="Formulir yang direkap"
    )
    pegawai: Annotated[list[StaffIn], Field(max_length=settings.max_recap_staff)] | None = Field(
        None, description="Daftar pegawai; tanpa daftar ini tidak ada cakupan dan prioritas"
    )


class VerdictIn(BaseModel):
    """Hasil pemeriksaan yang sudah ada, sejauh rekap memerlukannya."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    score: Annotated[float, Field(ge=0, le=100)] | None = Field(description="Skor; null: tanpa")
    flawless: bool = Field(description="Tidak ada temuan dengan severity error")
    triage: Literal["none", "konseling", "rujukan"] = Field(description="triage.level")


class RecapLineIn(BaseModel):
    """Satu baris rekap yang dialirkan: satu formulir, atau satu pegawai."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        json_schema_extra={
            "examples": [
                {
                    "formulir": _EXAMPLE["formulir"][0],
                    "hasil": {"score": 72.5, "flawless": False, "triage": "none"},
                },
                {"formulir": _EXAMPLE["formulir"][1]},
                {"pegawai": _STAFF_EXAMPLE[0]},
            ]
        },
    )

    formulir: FormIn | None = Field(None, description="Formulir yang direkap")
    hasil: VerdictIn | None = Field(
        None, description="Hasil pemeriksaan formulir itu; tanpa ini formulirnya diperiksa dahulu"
    )
    pegawai: StaffIn | None = Field(None, description="Satu pegawai dalam daftar pegawai")

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if (self.formulir is None) == (self.pegawai is None):
            raise PydanticCustomError("satu_isi", "neither or both")
        return self


class KuantitasOut(Out):
    """Berapa formulir bimbingan, dan berapa pegawai dalam daftar yang sudah dibimbing."""

    forms: int = Field(description="Formulir bimbingan")
    people: int = Field(description="Pegawai dengan formulir, dalam daftar ataupun tidak")
    staff: int = Field(description="Pegawai dalam daftar")
    coached: int = Field(description="Pegawai dalam daftar yang memiliki formulir")
    forms_per_staff: float | None
    share: float | None = Field(description="coached / staff")


class KualitasOut(Out):
    """Seberapa baik formulir yang diberi skor."""

    scored: int = Field(description="Formulir yang diberi skor")
    mean: float | None = Field(description="Rata-rata skor, 0–100")
    flawless: int = Field(description="Formulir tanpa temuan tingkat error")
    share: float | None = Field(description="flawless / scored")
    copied: int = Field(description="Formulir dengan umpan balik salinan")


class PriorityOut(Out):
    """Satu golongan prioritas; setiap pegawai dihitung pada golongan pertamanya."""

    kind: str = Field(description="predikat, baru, atau target_tinggi")
    staff: int
    coached: int


class MissingOut(Out):
    """Pegawai yang belum memiliki formulir."""

    pegawai: str = Field(description="Penanda sebagaimana dikirim")
    kind: str = Field(description="predikat, baru, target_tinggi, atau tahunan")


class PrioritasOut(Out):
    """Apakah pegawai prioritas sudah dibimbing."""

    staff: int
    coached: int
    share: float | None = Field(description="coached / staff")
    kinds: tuple[PriorityOut, ...]
    missing: tuple[MissingOut, ...] = Field(description="Yang paling mendesak lebih dahulu")


class IndikatorOut(Out):
    """Berapa indikator yang selesai."""

    total: int
    completed: int
    share: float | None = Field(description="completed / total")


class UnitOut(Out):
    """Empat kriteria satu unit."""

    name: str | None = Field(description="null: tanpa nama unit")
    kuantitas: KuantitasOut
    kualitas: KualitasOut
    prioritas: PrioritasOut
    indikator: IndikatorOut


class PeriodOut(Out):
    """Satu triwulan."""

    tahun: int | None
    triwulan: int | None
    forms: int
    people: int
    mean: float | None
    share_flawless: float | None
    share_completed: float | None


class DuplicateOut(Out):
    """Formulir satu pegawai pada satu triwulan yang isinya sama."""

    forms: tuple[str, ...] = Field(description="Id formulir, atau “formulir ke-…” bila tanpa id")
    tahun: int | None
    triwulan: int | None
    exact: bool = Field(description="true: kata demi kata; false: hampir sama")


class CopiedOut(Out):
    """Umpan balik yang sama untuk banyak pegawai; teksnya tidak diulang."""

    people: int
    forms: tuple[str, ...]


class RecapOut(Out):
    """Empat kriteria pembinaan kinerja per unit. Nilai unit tidak dihitung di sini."""

    total: UnitOut
    unit_kerja: tuple[UnitOut, ...]
    unor: tuple[UnitOut, ...]
    trend: tuple[PeriodOut, ...] = Field(description="Menurut tahun dan triwulan")
    duplicates: tuple[DuplicateOut, ...]
    copies: tuple[CopiedOut, ...]
    unlisted: int = Field(description="Formulir yang pegawainya tidak ada dalam daftar")
    counselled: int | None = Field(
        description="Pegawai dengan konseling atau rujukan; null bila kurang dari lima, supaya"
        " tidak menunjuk siapa pun"
    )


def recap_out(recap: Recap) -> RecapOut:
    """The answer for a recap."""
    return RecapOut.model_validate(recap)


def to_staff(sent: StaffIn) -> Staff:
    """The recap's employee for what was sent."""
    given = sent.model_dump()
    return Staff(**{key: value for key, value in given.items() if value is not None})
