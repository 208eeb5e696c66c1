"""Personal data in a free text (UU 27/2022): NIP, NIK, telephone, e-mail."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding, Span, Suggestion
from nlp.form import value_at
from nlp.personal import mask, personal_data
from nlp.rule import Rule

RULE = Rule(
    "DATA_PRIBADI",
    "12",
    "error",
    "administrasi",
    ("topik", "hasil", "rtl", "indikator", "catatan", "umpan_balik"),
)
# Every proof reads the whole text again, for the same suggestion.
_PROVED = 8
_WHY = (
    "Formulir dibaca banyak orang dan disimpan lama. UU 27/2022 tentang Pelindungan Data Pribadi "
    "membatasi data pribadi pada yang diperlukan; identitas sudah tersedia di bagian pegawai."
)


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding for every piece of personal data in any free text, the RHK's too."""
    read = [(part.pointer, part.text.raw) for part in form.parts.values()]
    if form.form.rhk:
        read.append(("/rhk", form.form.rhk))
    for pointer, raw in read:
        for one in personal_data(raw):
            yield Finding(
                RULE.id,
                pointer,
                Span(one.start, one.end),
                raw[one.start : one.end],
                RULE.severity,
                f"Teks memuat {one.kind}; hapus atau samarkan.",
                _WHY,
                RULE.guideline,
                1.0,
            )


def rewrite(form: AnalyzedForm, finding: Finding) -> Iterator[Suggestion]:
    """The text with all its personal data masked, not yet proved; the same for every piece."""
    raw = value_at(form.form, finding.pointer)
    if finding.span in [(one.start, one.end) for one in personal_data(raw)[:_PROVED]]:
        yield Suggestion(mask(raw))
