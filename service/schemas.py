"""What may be sent, as the public contract writes it. Unknown keys are refused at every level."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import orjson
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from nlp.form import Field as FieldName
from nlp.form import Form, form_from_dict
from nlp.positive import ModelField
from service.settings import settings

EXAMPLES: dict[str, Any] = orjson.loads(
    (Path(__file__).parent / "web" / "contoh.json").read_bytes()
)
"""Two whole forms in OpenAPI's ``examples`` shape; the try page offers the same two."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _visible(value: str) -> str:
    if _CONTROL.search(value):
        raise PydanticCustomError("karakter_kendali", "control character")
    return value


def _calendar_date(value: str) -> str:
    try:
        if not _DATE.fullmatch(value):
            raise ValueError
        date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("tanggal", "not a date") from None
    return value


# An emptied date or choice in a form on a screen is sent as "": nothing was chosen.
_blank = BeforeValidator(lambda value: None if value == "" else value)

Teks = Annotated[str, Field(max_length=settings.max_text_chars), AfterValidator(_visible)]
Nama = Annotated[str, Field(max_length=settings.max_name_chars), AfterValidator(_visible)]
Tanggal = Annotated[
    Annotated[str, AfterValidator(_calendar_date)] | None,
    _blank,
    Field(json_schema_extra={"format": "date"}),
]
Bilangan = Annotated[float, Field(allow_inf_nan=False, ge=-1e15, le=1e15)]
Jenis = Annotated[Literal["bimbingan", "konseling", "rujukan"] | None, _blank]
Metode = Annotated[Literal["coaching", "mentoring"] | None, _blank]
Inisiatif = Annotated[Literal["pegawai", "atasan"] | None, _blank]
Ikon = Annotated[Literal["positif", "netral", "negatif"] | None, _blank]
Predikat = Annotated[
    Literal["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"] | None, _blank
]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class PegawaiIn(_In):
    """Pegawai yang dibimbing. Tidak satu pun identitas diperlukan untuk penilaian."""

    nip: Nama | None = Field(None, description="NIP; boleh dikosongkan")
    nama: Nama | None = Field(None, description="Nama; boleh dikosongkan")
    jabatan: Nama | None = Field(
        None, description="Jabatan; menentukan apa yang ada dalam kendali pegawai"
    )
    unit_kerja: Nama | None = Field(None, description="Unit kerja")
    unor: Nama | None = Field(None, description="Unit organisasi")
    predikat: Predikat = Field(None, description="Predikat kinerja terakhir")


class AtasanIn(_In):
    """Atasan yang membimbing dan menyetujui."""

    nip: Nama | None = Field(None, description="NIP; boleh dikosongkan")
    nama: Nama | None = Field(None, description="Nama; boleh dikosongkan")
    jabatan: Nama | None = Field(None, description="Jabatan")


class TindakLanjutIn(_In):
    """Satu rencana tindak lanjut dengan indikatornya."""

    rtl: Teks | None = Field(None, description="Rencana tindak lanjut: tindakan pegawai sendiri")
    indikator: Teks | None = Field(
        None, description="Indikator keberhasilan: jelas, konkret, mudah diukur"
    )
    tenggat: Tanggal = Field(None, description="Tenggat, TTTT-BB-HH")
    selesai: bool | None = Field(None, description="Indikator sudah selesai")
    disetujui: bool | None = Field(None, description="Indikator sudah disetujui atasan")


class DialogIn(_In):
    """Dialog kinerja yang mendahului bimbingan."""

    tanggal: Tanggal = Field(None, description="Tanggal dialog, TTTT-BB-HH")
    catatan: Teks | None = Field(None, description="Catatan dialog")


class UmpanBalikIn(_In):
    """Satu umpan balik, bila ada dengan target dan realisasinya."""

    ikon: Ikon = Field(None, description="Ikon yang dipilih")
    teks: Teks | None = Field(None, description="Umpan balik")
    target: Bilangan | None = Field(None, description="Target, dalam satuan")
    realisasi: Bilangan | None = Field(None, description="Realisasi, dalam satuan")
    satuan: Nama | None = Field(None, description="Satuan target dan realisasi, misalnya bulan")
    predikat: Predikat = Field(None, description="Predikat atas realisasi")


class FormIn(_In):
    """Formulir bimbingan kinerja. Semua isian boleh kosong: yang kurang menjadi temuan."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [example["value"] for example in EXAMPLES.values()]}
    )

    id: Nama | None = Field(None, description="Nomor formulir; dikembalikan sebagai form_id")
    jenis: Jenis = Field(None, description="Jenis pembinaan; bila kosong: bimbingan")
    tahun: Annotated[int, Field(ge=1900, le=2200)] | None = Field(None, description="Tahun")
    triwulan: Annotated[int, Field(ge=1, le=4)] | None = Field(None, description="Triwulan, 1–4")
    pegawai: PegawaiIn | None = None
    atasan: AtasanIn | None = None
    metode: Metode = Field(None, description="Metode bimbingan")
    inisiatif: Inisiatif = Field(None, description="Siapa yang memulai bimbingan")
    rhk: Teks | None = Field(None, description="Rencana hasil kerja yang dibahas")
    topik: Teks | None = Field(
        None, description="Masalah atau potensi masalah dalam mencapai RHK, bukan kegiatan"
    )
    hasil: Teks | None = Field(None, description="Capaian konkret yang diharapkan")
    tindak_lanjut: Annotated[list[TindakLanjutIn], Field(max_length=settings.max_rtl)] | None = (
        Field(None, description="RTL, masing-masing dengan satu indikator")
    )
    dialog: DialogIn | None = None
    disetujui_atasan: bool | None = Field(None, description="Formulir sudah disetujui atasan")
    umpan_balik: (
        Annotated[list[UmpanBalikIn], Field(max_length=settings.max_umpan_balik)] | None
    ) = Field(None, description="Umpan balik atasan")


class CopiedFormIn(_In):
    """Formulir dalam aliran batch, dengan yang sudah diketahui tentang kumpulannya."""

    formulir: FormIn
    salinan: Annotated[
        list[Annotated[int, Field(ge=0)]], Field(max_length=settings.max_umpan_balik)
    ] = Field(
        description="Untuk setiap umpan balik menurut urutannya: berapa pegawai lain yang mendapat"
        " teks yang sama, sebagaimana dihitung /v1/baca atas seluruh berkas"
    )


class CheckIn(_In):
    """Satu isian yang sedang diketik, dengan isian lain sebagai konteksnya."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "field": "indikator",
                    "text": "Memahami penyusunan SOP",
                    "context": {"tindak_lanjut": [{"rtl": "Mempelajari SOP bersama mentor"}]},
                }
            ]
        }
    )

    field: FieldName = Field(description="Isian yang diperiksa")
    text: Teks = Field(description="Teks isian itu")
    context: FormIn | None = Field(None, description="Isian lain formulir itu, sejauh ada")


class ContohIn(_In):
    """Satu isian yang sedang ditulis; teks yang kosong mendapat contoh menurut unitnya saja."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "field": "indikator",
                    "text": "Memahami penyusunan SOP",
                    "unit": "Balai Wilayah Sungai",
                    "jumlah": 3,
                }
            ]
        }
    )

    field: ModelField = Field(description="Isian yang dicarikan contoh")
    text: Teks = Field("", description="Teks isian itu, sejauh sudah ditulis")
    unit: Nama = Field("", description="Nama unit kerja; contoh dari unit sejenis didahulukan")
    jumlah: Annotated[int, Field(ge=1, le=10)] = Field(3, description="Contoh terbanyak")


def to_form(form: FormIn | None) -> Form:
    """The reviewer's form for what was sent; nothing sent gives an empty form."""
    return form_from_dict(form.model_dump()) if form else Form()
