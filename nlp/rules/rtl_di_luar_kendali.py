"""An RTL that somebody else decides (guideline 4)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding, Suggestion
from nlp.rewriting import offered, rewrite_rtl
from nlp.rule import Rule, is_clear, judged, marked

RULE = Rule("RTL_DI_LUAR_KENDALI", "4", "error", "rtl", ("rtl",))
_WHY = (
    "Rencana tindak lanjut adalah langkah yang dapat dimulai dan diselesaikan pegawai sendiri. "
    "Tuliskan bagian pegawai: menyiapkan bahan, mengusulkan, memfasilitasi, atau menindaklanjuti."
)
_LEAST = 0.65


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding for every RTL labelled DI_LUAR_KENDALI, at the party or act that decides."""
    for part in form.of("rtl"):
        verdict = part.labels["kendali"]
        if not is_clear(verdict, "DI_LUAR_KENDALI", _LEAST):
            continue
        span, reason = marked(part, verdict)
        quote = part.text.raw[span.start : span.end]
        said = f"“{quote}” – {reason}" if reason else "langkah ini ditentukan pihak lain"
        yield judged(RULE, part, verdict, f"RTL di luar kendali pegawai: {said}.", _WHY)


def rewrite(form: AnalyzedForm, finding: Finding) -> Iterator[Suggestion]:
    """Candidate rewrites of the text the finding is about, best first, not yet proved."""
    text = form.parts[finding.pointer].text
    yield from offered(form, finding.pointer, rewrite_rtl(text))
