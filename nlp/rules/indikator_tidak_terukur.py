"""An indikator that nobody but the employee could call reached (guideline 1)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding, Suggestion
from nlp.rewriting import offered, rewrite_indikator
from nlp.rule import Rule, is_clear, judged, marked

RULE = Rule("INDIKATOR_TIDAK_TERUKUR", "1", "error", "indikator", ("indikator",))
_WHY = (
    "Orang ketiga harus dapat memutuskan tercapai atau belum hanya dari teks ini dan bukti yang "
    "disebutnya, tanpa bertanya kepada pegawai."
)
_LEAST = 0.65


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding for every indikator labelled TIDAK_TERUKUR, at the words that make it so."""
    for part in form.of("indikator"):
        verdict = part.labels["terukur"]
        if not is_clear(verdict, "TIDAK_TERUKUR", _LEAST):
            continue
        span, reason = marked(part, verdict)
        quote = part.text.raw[span.start : span.end]
        said = f"“{quote}” adalah {reason}" if reason else "belum ada bukti atau besaran"
        yield judged(RULE, part, verdict, f"Indikator belum terukur: {said}.", _WHY)


def rewrite(form: AnalyzedForm, finding: Finding) -> Iterator[Suggestion]:
    """Candidate rewrites of the text the finding is about, best first, not yet proved."""
    text = form.parts[finding.pointer].text
    step = form.parts.get(finding.pointer.rpartition("/")[0] + "/rtl")
    written = rewrite_indikator(text, step.text if step else None)
    yield from offered(form, finding.pointer, written, *([step.text] if step else []))
