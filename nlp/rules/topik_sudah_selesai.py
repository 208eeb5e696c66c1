"""A topik about work that is already done (guideline 2)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding, Span, Suggestion
from nlp.rewriting import rewrite_topik
from nlp.rule import Rule

RULE = Rule("TOPIK_SUDAH_SELESAI", "2", "error", "topik", ("topik",))


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding when the topik is labelled SELESAI, at the words that say so."""
    for part in form.of("topik"):
        verdict = part.labels["selesai"]
        if verdict.label != "SELESAI":
            continue
        span = part.text.span(0, len(part.text.words) - 1)
        if verdict.evidence:
            span = Span(verdict.evidence[0].start, verdict.evidence[0].end)
        yield Finding(
            RULE.id,
            part.pointer,
            span,
            part.text.raw[span.start : span.end],
            RULE.severity,
            "Topik ini menyatakan pekerjaan yang sudah terlaksana, tanpa masalah atau sisa yang masih terbuka.",
            "Bimbingan kinerja mencegah kegagalan ke depan; pekerjaan yang telah terlaksana tidak perlu "
            "dijadikan topik. Pilih yang masih berjalan atau tuliskan apa yang masih dapat diperbaiki darinya.",
            RULE.guideline,
            verdict.probability,
            verdict.abstain,
            evidence=verdict.evidence,
        )


def rewrite(form: AnalyzedForm, finding: Finding) -> Iterator[Suggestion]:
    """Candidate rewrites of the text the finding is about, best first, not yet proved."""
    yield from rewrite_topik(form.parts[finding.pointer].text)
