"""An RTL that somebody else decides (guideline 4)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding, Span, Suggestion
from nlp.rewriting import rewrite_rtl
from nlp.rule import Rule

RULE = Rule("RTL_DI_LUAR_KENDALI", "4", "error", "rtl", ("rtl",))


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding for every RTL labelled DI_LUAR_KENDALI, at the party or act that decides."""
    for part in form.of("rtl"):
        verdict = part.labels["kendali"]
        if verdict.label != "DI_LUAR_KENDALI":
            continue
        span = part.text.span(0, len(part.text.words) - 1)
        reason = "langkah ini ditentukan pihak lain"
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
            f"RTL di luar kendali pegawai: “{quote}” – {reason}.",
            "Rencana tindak lanjut adalah langkah yang dapat dimulai dan diselesaikan pegawai sendiri. "
            "Tuliskan bagian pegawai: menyiapkan bahan, mengusulkan, memfasilitasi, atau menindaklanjuti.",
            RULE.guideline,
            verdict.probability,
            verdict.abstain,
            evidence=verdict.evidence,
        )


def rewrite(form: AnalyzedForm, finding: Finding) -> Iterator[Suggestion]:
    """Candidate rewrites of the text the finding is about, best first, not yet proved."""
    yield from rewrite_rtl(form.parts[finding.pointer].text)
