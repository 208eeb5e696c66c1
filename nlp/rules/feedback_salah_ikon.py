"""A feedback whose text contradicts its icon (guideline 7)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding, Span, Suggestion
from nlp.rewriting import change_icon
from nlp.rule import Rule

RULE = Rule("FEEDBACK_SALAH_IKON", "7", "error", "umpan_balik", ("umpan_balik",))
_CONTRADICTION = {("positif", "negatif"), ("negatif", "positif")}
_SAYS = {"positif": "berisi pujian", "negatif": "berisi kritik atau permintaan perbaikan"}
_WHY = (
    "Ikon dan teks yang bertentangan membingungkan pegawai dan melemahkan umpan balik sebagai "
    "bukti bila penilaian dipersoalkan."
)
# Superiors seldom choose the wrong icon, so the text must speak clearly against it: better to say
# nothing than to say the wrong thing.
_LEAST = 0.65


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding for every positive icon over a clearly negative text, or the reverse.

    The pointer is the icon, which has no words to mark: the evidence marks the text beside it.
    """
    for number, feedback in enumerate(form.form.umpan_balik):
        part = form.parts.get(f"/umpan_balik/{number}/teks")
        if part is None or feedback.ikon is None:
            continue
        verdict = part.labels["sentimen"]
        if (feedback.ikon, verdict.label) not in _CONTRADICTION:
            continue
        if (verdict.probability or 0.0) < _LEAST:
            continue
        yield Finding(
            RULE.id,
            f"/umpan_balik/{number}/ikon",
            Span(0, len(feedback.ikon)),
            feedback.ikon,
            "warning" if verdict.abstain else RULE.severity,
            f"Ikon {feedback.ikon}, tetapi teksnya {_SAYS[verdict.label]}.",
            _WHY,
            RULE.guideline,
            verdict.probability,
            verdict.abstain,
            evidence=verdict.evidence,
        )


def rewrite(form: AnalyzedForm, finding: Finding) -> Iterator[Suggestion]:
    """The icon that fits the text, not yet proved."""
    text = form.parts[finding.pointer.replace("/ikon", "/teks")]
    yield from change_icon(text.labels["sentimen"].label)
