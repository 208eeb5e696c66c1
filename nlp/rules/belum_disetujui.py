"""The superior has not approved yet (guideline 12)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding
from nlp.rule import Rule

RULE = Rule("BELUM_DISETUJUI", "12", "warning", "administrasi")


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding while ``disetujui_atasan`` is not true."""
    if not form.form.disetujui_atasan:
        yield Finding(
            RULE.id,
            "/disetujui_atasan",
            None,
            None,
            RULE.severity,
            "Formulir belum disetujui atasan.",
            "Hak 2 JP bagi pegawai dan atasan baru ada setelah formulir disetujui atasan.",
            RULE.guideline,
            1.0,
        )
