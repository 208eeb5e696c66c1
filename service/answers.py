"""What is answered, as the public contract writes it: made from the reviewer's dataclasses."""

from importlib.metadata import version
from typing import Any

from pydantic import AliasChoices, BaseModel, ConfigDict, Field
from starlette.responses import Response

from nlp.finding import FieldCheck, Grade, Level, Review, Severity, SlotType
from nlp.page import Page
from nlp.positive import PositiveModels
from service.body import JSON_TYPE

SERVICE_VERSION = version("cermat")


class Out(BaseModel):
    """An answer made from a dataclass of the reviewer's."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class SpanOut(Out):
    """Rentang setengah terbuka [start, end) dalam titik kode Unicode."""

    start: int
    end: int


class EvidenceOut(SpanOut):
    """Bagian teks yang mendasari penilaian."""

    reason: str = Field(description="Apa yang ditunjukkan bagian itu")


class SlotOut(SpanOut):
    """Celah [nama] dalam saran yang hanya dapat diisi orang; tempatnya dalam teks saran."""

    name: str
    hint: str
    example: str
    type: SlotType = Field("teks", description="Apa yang diisikan", examples=["tanggal"])
    default: str | None = Field(
        None,
        description="Isian awal yang dinyatakan formulir di tempat lain, misalnya tenggat",
        examples=["30 September 2025"],
    )


class SuggestionOut(Out):
    """Rumusan pengganti untuk seluruh isian."""

    text: str
    slots: tuple[SlotOut, ...] = ()
    verified: bool = Field(
        description="Setelah celahnya diisi contoh, saran ini diperiksa ulang dan lolos"
    )
    pointer: str | None = Field(
        None, description="Isian yang digantikan, bila bukan isian temuan itu sendiri"
    )


class FindingOut(Out):
    """Satu kekurangan pada satu tempat."""

    rule: str = Field(description="Id aturan; lihat /v1/rules", examples=["TOPIK_BUKAN_MASALAH"])
    pointer: str = Field(description="Penunjuk JSON (RFC 6901) ke isian yang perlu diubah")
    span: SpanOut | None = Field(description="Tempatnya dalam teks isian itu")
    quote: str | None = Field(description="Teks pada tempat itu")
    severity: Severity
    confidence: float | None = Field(
        description="Peluang terkalibrasi bahwa penganotasi sependapat, atau presisi aturannya pada"
        " korpus; 1 bagi fakta, null bila belum diukur"
    )
    needs_review: bool = Field(description="Program ragu; perlu dilihat orang")
    primary: bool = Field(description="Termasuk yang diperbaiki lebih dulu; paling banyak tiga")
    lift: float | None = Field(
        None,
        description="Tambahan skor bila temuan ini diperbaiki; null bila tidak ada skor",
        examples=[12.0],
    )
    message: str
    why: str
    guideline: str = Field(description="Bagian pedoman anotasi")
    pair: str | None = Field(
        None, description="Pasangan mata rantai yang putus", examples=["topik-rtl"]
    )
    related: str | None = Field(None, description="Penunjuk JSON ke mata rantai sebelumnya")
    related_span: SpanOut | None = Field(None, description="Tempatnya di mata rantai sebelumnya")
    evidence: tuple[EvidenceOut, ...] = ()
    suggestions: tuple[SuggestionOut, ...] = ()
    questions: tuple[str, ...] = Field(
        (), description="Pertanyaan untuk dialog, menurut urutan mengajukannya"
    )


class JpOut(Out):
    """Hak jam pelajaran dari bimbingan ini."""

    eligible: bool
    hours: int = Field(description="2 atau 0 jam pelajaran")
    reasons: tuple[str, ...] = Field(description="Id aturan yang menahannya")


class TriageOut(Out):
    """Apakah teksnya menunjukkan perlunya bantuan manusia; selalu untuk ditinjau orang."""

    level: Level
    items: tuple[int, ...] = Field(description="Nomor butir pedoman bagian 13")


class EntryOut(Out):
    """Satu baris format; yang hanya diketahui orang menjadi celah."""

    label: str = Field(examples=["Permasalahan"])
    text: str = Field(examples=["[uraian]"])
    slots: tuple[SlotOut, ...] = ()


class FormatOut(Out):
    """Kerangka catatan konseling (A.3) atau rujukan (A.4) untuk dilengkapi orang."""

    name: str = Field(examples=["A.3"])
    title: str = Field(examples=["Catatan konseling kinerja"])
    entries: tuple[EntryOut, ...]


class VersionsOut(Out):
    """Versi yang menghasilkan jawaban ini."""

    rules: str
    models: dict[str, str]
    bundle: str | None = Field(None, description="Versi himpunan model")
    service: str = SERVICE_VERSION


class ReviewOut(Out):
    """Hasil pemeriksaan satu formulir. Skor 0–100; null bila tidak dapat dinilai.

    Temuan diurutkan menurut apa yang sebaiknya diperbaiki lebih dulu.
    """

    form_id: str | None
    score: float | None
    grade: Grade | None
    aspects: dict[str, float | None]
    findings: tuple[FindingOut, ...]
    jp: JpOut
    triage: TriageOut
    versions: VersionsOut
    format: FormatOut | None = Field(
        None, description="Hanya bila teksnya menunjukkan perlunya konseling atau rujukan"
    )
    opening: str | None = Field(
        None,
        description="Kalimat pembuka tentang yang sudah baik; null bila belum ada",
        examples=["Topik sudah menyebut persoalan yang perlu diatasi."],
    )


class LabelOut(Out):
    """Kata pengklasifikasi sendiri."""

    label: str
    p: float | None = Field(
        validation_alias=AliasChoices("probability", "p"),
        description="Peluang terkalibrasi; null bila belum diukur",
    )
    needs_review: bool = Field(
        False,
        validation_alias=AliasChoices("abstain", "needs_review"),
        description="Pengklasifikasi abstain; perlu dilihat orang",
    )
    items: tuple[int, ...] = Field((), description="Nomor butir pedoman bagian 13")


class CheckOut(Out):
    """Hasil pemeriksaan satu isian."""

    findings: tuple[FindingOut, ...]
    labels: dict[str, LabelOut]
    versions: VersionsOut


class PositiveOut(Out):
    """Satu contoh yang baik."""

    id: str = Field(description="Nomornya dalam korpus", examples=["indikator-a09-08"])
    field: str
    text: str = Field(examples=["Laporan banjir terkirim sebelum pukul 08.00"])
    unit: str = Field(description="Jenis unit kerja asalnya; kosong: tidak diketahui")
    why: str = Field(description="Mengapa contoh ini baik, menurut kata-katanya sendiri")


class ContohOut(Out):
    """Contoh terdekat lebih dahulu; tidak ada contoh bagi teks yang memerlukan bantuan manusia."""

    models: tuple[PositiveOut, ...]
    triage: TriageOut
    findings: tuple[FindingOut, ...] = Field(
        description="Hanya temuan konseling atau rujukan, sebagaimana dalam /v1/check"
    )
    versions: VersionsOut


class ExampleOut(Out):
    """Satu contoh pada halaman aturan."""

    text: str
    span: tuple[int, int] | None = Field(description="Bagian yang ditandai, titik kode Unicode")
    suggestion: str | None
    context: dict[str, Any] = Field(description="Isian lain formulir contoh itu")
    near_miss: bool = Field(description="Mirip kekurangan, tetapi benar")
    batch: tuple[str, ...] = Field(
        (), description="Isian yang sama pada formulir pegawai lain dalam kumpulan itu"
    )


class MeasureOut(Out):
    """Presisi dan perolehan pada sejumlah formulir korpus; null bila tidak ada kasusnya."""

    precision: float | None = Field(description="Bagian temuan yang dibenarkan penganotasi")
    recall: float | None = Field(description="Bagian kekurangan yang ditemukan")
    support: int = Field(description="Banyaknya kekurangan menurut penganotasi")
    forms: int = Field(description="Banyaknya formulir")


class MeasuredOut(Out):
    """Ketelitian satu aturan yang diukur pada formulir korpus; null bila belum diukur."""

    test: MeasureOut | None = Field(description="Pada formulir uji, yang tidak dipakai menyetel")
    train_dev: MeasureOut | None = Field(description="Pada formulir tempat aturan ini disetel")
    measured_at: str | None = Field(description="Tanggal pengukuran, ISO 8601")
    said: str = Field(description="Semua itu dalam kalimat")


class RuleOut(Out):
    """Halaman satu aturan."""

    id: str
    title: str
    what: str
    why: str
    source: str
    guideline: str = Field(description="Bagian pedoman anotasi")
    severity: str
    fields: tuple[str, ...] = Field(description="Isian yang dibaca; kosong: seluruh formulir")
    wrong: tuple[ExampleOut, ...] = Field(description="Contoh yang perlu diperbaiki")
    right: tuple[ExampleOut, ...] = Field(description="Contoh yang sudah benar")
    markdown: str = Field(description="Halaman itu selengkapnya, dalam Markdown")
    measured: MeasuredOut | None = Field(None, description="Ketelitian yang terukur")


class ModelOut(Out):
    """Kartu satu model; ukuran lain ikut disertakan apa adanya."""

    model_config = ConfigDict(extra="allow")

    name: str
    version: str
    data_hash: str | None = Field(None, description="Sidik data latih")
    trained_at: str | None = Field(None, description="Waktu pelatihan, ISO 8601")
    metrics: dict[str, Any] = Field(
        {}, description="Ukuran validasi silang; ukuran data uji ada di README"
    )


class PlaceOut(BaseModel):
    """Satu kesalahan pada kiriman."""

    pointer: str = Field(description="Penunjuk JSON (RFC 6901)", examples=["/tindak_lanjut/0/rtl"])
    detail: str = Field(description="Apa yang harus diperbaiki")


class ProblemOut(BaseModel):
    """Galat menurut RFC 9457; tidak pernah memuat kembali apa yang dikirim."""

    type: str = Field(examples=["urn:cermat:masalah:isian"])
    title: str = Field(examples=["Isian tidak sesuai bentuknya"])
    status: int = Field(examples=[422])
    detail: str = Field(examples=["Pada /umpan_balik/0/ikon, pilih salah satu: positif, …"])
    errors: list[PlaceOut]
    line: int | None = Field(None, description="Nomor baris, hanya dalam jawaban batch")


class StatusOut(BaseModel):
    """Keadaan layanan."""

    status: str = Field(examples=["ok"])


def review_out(review: Review) -> ReviewOut:
    """The answer for a review."""
    return ReviewOut.model_validate(review)


def check_out(check: FieldCheck) -> CheckOut:
    """The answer for the check of one field."""
    return CheckOut.model_validate(check)


def contoh_out(found: PositiveModels) -> ContohOut:
    """The answer for positive models."""
    return ContohOut.model_validate(found)


def rule_out(page: Page) -> RuleOut:
    """The answer for a rule page."""
    return RuleOut.model_validate(page)


def json_answer(answer: BaseModel, cache: str = "no-store") -> Response:
    """The HTTP answer for a model; ``cache`` is its Cache-Control."""
    body = answer.model_dump_json().encode()
    return Response(body, media_type=JSON_TYPE, headers={"cache-control": cache})
