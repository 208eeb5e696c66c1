"""The JSON that LanguageTool's clients expect (API version 1), as types."""

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel


class _Answer(BaseModel):
    model_config = ConfigDict(
        alias_generator=to_camel, populate_by_name=True, frozen=True, serialize_by_alias=True
    )


class LanguageOut(_Answer):
    """Bahasa yang diperiksa."""

    name: str = Field(examples=["Indonesian"])
    code: str = Field(examples=["id"])
    long_code: str = Field(examples=["id-ID"])


class SoftwareOut(_Answer):
    """Program yang menjawab."""

    name: str = "cermat"
    version: str
    build_date: str = Field(description="Tidak diisi: jawaban tidak bergantung pada waktu rakit")
    api_version: int = 1
    premium: bool = False
    status: str = ""


class WarningsOut(_Answer):
    """Peringatan tentang jawaban ini."""

    incomplete_results: bool = Field(description="Waktu habis sebelum seluruh teks diperiksa")


class DetectedLanguageOut(_Answer):
    """Bahasa teks; tidak ditebak, sebab hanya satu bahasa yang diperiksa."""

    name: str = "Indonesian"
    code: str = "id-ID"
    confidence: float = 1.0
    source: str = "fixed"


class TextLanguageOut(_Answer):
    """Bahasa yang dipakai memeriksa."""

    name: str = "Indonesian"
    code: str = "id-ID"
    detected_language: DetectedLanguageOut = DetectedLanguageOut()


class ReplacementOut(_Answer):
    """Pengganti untuk bagian yang ditandai."""

    value: str
    short_description: str | None = None


class ContextOut(_Answer):
    """Bagian yang ditandai dengan 40 huruf di kiri dan kanannya."""

    text: str
    offset: int
    length: int


class TypeOut(_Answer):
    """Jenis temuan."""

    type_name: str


class UrlOut(_Answer):
    """Alamat penjelasan."""

    value: str


class CategoryOut(_Answer):
    """Golongan aturan."""

    id: str
    name: str


class RuleMatchedOut(_Answer):
    """Aturan yang menemukan."""

    id: str
    sub_id: str = Field(description="Selalu 1: tiap id adalah satu aturan")
    description: str
    issue_type: str
    urls: tuple[UrlOut, ...] | None = None
    category: CategoryOut


class MatchOut(_Answer):
    """Satu temuan. Letak dihitung dalam satuan kode UTF-16 atas seluruh teks yang dikirim."""

    message: str
    short_message: str
    replacements: tuple[ReplacementOut, ...]
    offset: int
    length: int
    context: ContextOut
    sentence: str
    type: TypeOut
    rule: RuleMatchedOut
    ignore_for_incomplete_sentence: bool = False
    context_for_sure_match: int = 0


class TextCheckedOut(_Answer):
    """Jawaban atas /v2/check."""

    software: SoftwareOut
    warnings: WarningsOut
    language: TextLanguageOut = TextLanguageOut()
    matches: tuple[MatchOut, ...]
    sentence_ranges: tuple[tuple[int, int], ...]


class InfoOut(_Answer):
    """Jawaban atas /v2/info."""

    software: SoftwareOut


class ParameterOut(_Answer):
    """Batas pemeriksaan."""

    max_text_length: int


class RuleConfiguredOut(_Answer):
    """Satu aturan dalam /v2/configinfo."""

    rule_id: str
    description: str
    category_id: str
    category_name: str
    loc_quality_issue_type: str


class ConfigInfoOut(_Answer):
    """Jawaban atas /v2/configinfo."""

    software: SoftwareOut
    parameter: ParameterOut
    rules: tuple[RuleConfiguredOut, ...]


class WordsOut(_Answer):
    """Kamus pribadi; layanan ini tidak menyimpannya."""

    words: tuple[str, ...] = ()


class WordAddedOut(_Answer):
    """Jawaban atas penambahan kata."""

    added: bool = False


class WordDeletedOut(_Answer):
    """Jawaban atas penghapusan kata."""

    deleted: bool = False
