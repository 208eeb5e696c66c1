"""An indikator that nobody but the employee could call reached (guideline 1)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding, Span, Suggestion
from nlp.rewriting import rewrite_indikator
from nlp.rule import Rule

RULE = Rule("INDIKATOR_TIDAK_TERUKUR", "1", "error", "indikator", ("indikator",))


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding for every indikator labelled TIDAK_TERUKUR, at the words that make it so."""
    for part in form.of("indikator"):
        verdict = part.labels["terukur"]
        if verdict.label != "TIDAK_TERUKUR":
            continue
        span = part.text.span(0, len(part.text.words) - 1)
        reason = "tidak menyebut bukti, besaran, atau keadaan yang dapat diverifikasi"
        if verdict.evidence:
            first = verdict.evidence[0]
            span, reason = Span(first.start, first.end), first.reason
        quote = part.text.raw[span.start : span.end]
        yield Finding(
            RULE.id,
            part.pointer,
            span,
            quote,
            RULE.severity,
            f"Indikator belum terukur: “{quote}” adalah {reason}."
            if verdict.evidence
            else f"Indikator belum terukur: teks ini {reason}.",
            "Orang ketiga harus dapat memutuskan tercapai atau belum hanya dari teks ini dan bukti "
            "yang disebutnya, tanpa bertanya kepada pegawai.",
            RULE.guideline,
            verdict.probability,
            verdict.abstain,
            evidence=verdict.evidence,
        )


def rewrite(form: AnalyzedForm, finding: Finding) -> Iterator[Suggestion]:
    """Candidate rewrites of the text the finding is about, best first, not yet proved."""
    yield from rewrite_indikator(form.parts[finding.pointer].text)
