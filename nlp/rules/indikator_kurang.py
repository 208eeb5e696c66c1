"""An RTL without its indikator (guideline 12)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm, is_blank
from nlp.finding import Finding
from nlp.rule import Rule

RULE = Rule("INDIKATOR_KURANG", "12", "error", "indikator")


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding at every empty indikator of a listed step, its RTL filled or not."""
    for number, step in enumerate(form.form.tindak_lanjut):
        if not is_blank(step.indikator):
            continue
        yield Finding(
            RULE.id,
            f"/tindak_lanjut/{number}/indikator",
            None,
            None,
            RULE.severity,
            f"Rencana tindak lanjut ke-{number + 1} belum memiliki indikator.",
            "Setiap rencana tindak lanjut memerlukan satu indikator agar atasan dapat menyetujui "
            "dan menilai capaiannya.",
            RULE.guideline,
            1.0,
        )
