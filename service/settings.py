"""Every limit of the service, read once from ``CERMAT_*`` when the process starts.

``LIMITS.md`` beside this file is the same table for operators; a test holds the two together.
"""

from typing import Annotated

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "CERMAT_"
ADDRESS = r"^(https?://[A-Za-z0-9._:\[\]-]+(/[A-Za-z0-9._~-]+)*)?$"


class Settings(BaseSettings):
    """The limits; each field is the variable ``CERMAT_<FIELD>``."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True)

    max_body_bytes: int = Field(
        default=1_048_576,
        gt=0,
        description="Isi terbesar satu permintaan, dalam bita; aliran batch dibatasi per baris",
    )
    max_line_bytes: int = Field(
        default=1_048_576, gt=0, description="Baris terpanjang dalam aliran batch, dalam bita"
    )
    max_backlog_bytes: int = Field(
        default=67_108_864,
        gt=0,
        description="Jawaban batch (termampatkan) yang disimpan di memori selama pengirim belum"
        " membacanya, dalam bita; sesudah itu pembacaan baris menunggu",
    )
    max_text_chars: int = Field(
        default=10_000,
        gt=0,
        description="Teks bebas terpanjang (topik, rtl, umpan balik, …), dalam huruf",
    )
    max_name_chars: int = Field(
        default=500,
        gt=0,
        description="Isian pendek terpanjang (nama, jabatan, satuan, …), dalam huruf",
    )
    max_rtl: int = Field(
        default=50, gt=0, description="Tindak lanjut terbanyak dalam satu formulir"
    )
    max_umpan_balik: int = Field(
        default=100, gt=0, description="Umpan balik terbanyak dalam satu formulir"
    )
    max_file_bytes: int = Field(
        default=33_554_432,
        gt=0,
        description="Berkas terbesar yang dibaca meja pemeriksa (/v1/baca), dalam bita",
    )
    max_unpacked_bytes: int = Field(
        default=268_435_456,
        gt=0,
        description="Isi terbesar buku kerja .xlsx setelah dibuka mampatannya, dalam bita",
    )
    read_seconds: float = Field(
        default=120.0, gt=0, description="Waktu terlama membaca satu berkas, dalam detik"
    )
    read_memory_bytes: int = Field(
        default=2_147_483_648,
        gt=0,
        description="Memori terbanyak bagi proses yang membaca satu berkas, dalam bita",
    )
    max_recap_bytes: int = Field(
        default=8_388_608, gt=0, description="Isi terbesar satu permintaan rekap, dalam bita"
    )
    max_recap_forms: int = Field(
        default=2_000,
        gt=0,
        description="Formulir terbanyak dalam satu permintaan rekap; lebih dari itu dialirkan"
        " sebagai NDJSON",
    )
    max_recap_staff: int = Field(
        default=20_000, gt=0, description="Pegawai terbanyak dalam satu permintaan rekap"
    )
    max_recap_lines: int = Field(
        default=100_000,
        gt=0,
        description="Baris terbanyak (formulir dan pegawai) dalam satu aliran rekap",
    )
    max_remembered: int = Field(
        default=100_000,
        gt=0,
        description="Umpan balik yang diingat (tanpa teksnya) dalam satu aliran batch untuk"
        " mengenali salinan",
    )
    max_errors: int = Field(
        default=20, gt=0, description="Kesalahan terbanyak yang dirinci dalam satu jawaban galat"
    )
    reload_seconds: float = Field(
        default=2,
        ge=0,
        allow_inf_nan=False,
        description="Selang memeriksa apakah model terpilih berganti, dalam detik; 0: tidak"
        " diperiksa",
    )
    languagetool_seconds: float = Field(
        default=8.0,
        gt=0,
        description="Waktu terlama satu pemeriksaan /v2/check, dalam detik; sesudah itu yang sudah"
        " ditemukan dikirim dengan incompleteResults (LibreOffice menunggu 10 detik)",
    )
    public_url: str = Field(
        default="",
        pattern=ADDRESS,
        description="Alamat layanan ini bagi pengguna, misalnya https://cermat.contoh.go.id; bila"
        " kosong, diambil dari tajuk Host",
    )
    cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Asal (origin) halaman lain yang boleh memanggil layanan, dipisahkan koma",
    )

    @field_validator("cors_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(origin.strip() for origin in value.split(",") if origin.strip())
        return value


def load() -> Settings:
    """The limits from the environment. Ends the process with a sentence when one is not sane."""
    try:
        return Settings()
    except ValidationError as error:
        names = {f"{PREFIX}{fault['loc'][0]}".upper() for fault in error.errors()}
        raise SystemExit(
            f"Pengaturan {', '.join(sorted(names))} tidak sah; bacalah service/LIMITS.md."
        ) from None


settings = load()
"""The limits of this process."""
