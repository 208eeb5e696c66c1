"""A critical feedback that does not say what to do instead (guideline 8)."""

from collections.abc import Iterator
from dataclasses import replace

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding, Prediction, Suggestion
from nlp.form import POOR
from nlp.rewriting import add_request, offered
from nlp.rule import Rule, judged

RULE = Rule("FEEDBACK_TANPA_ARAHAN", "8", "error", "umpan_balik", ("umpan_balik",))
_CRITICAL = frozenset(("negatif", "campuran"))
_WHY = (
    "Umpan balik perbaikan baru dapat dijalankan bila tindakan atau keadaan yang diharapkan "
    "tersurat dan dapat diamati. Menyebut kekurangan, bidang, atau “tingkatkan lagi” belum cukup."
)

# Most feedback needs no request, so the text must speak clearly, and of both judgements: better to
# say nothing than to say the wrong thing.
_LEAST = 0.64


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding for every feedback that asks for no change though one is due.

    Due it is where the text criticises, or where the predikat (of the feedback, else of the
    employee) is one that needs improvement.
    """
    for number, feedback in enumerate(form.form.umpan_balik):
        part = form.parts.get(f"/umpan_balik/{number}/teks")
        if part is None or part.labels["arahan"].label != "TIDAK_ADA":
            continue
        tone = part.labels["sentimen"]
        poor = (feedback.predikat or form.form.pegawai.predikat) in POOR
        if tone.label in _CRITICAL:
            said = "Teks ini berisi kritik, tetapi belum menyebut perbaikan yang diminta."
        elif poor:
            said = (
                "Predikatnya memerlukan perbaikan, tetapi teks ini belum menyebut apa yang diminta."
            )
        else:
            continue
        verdict = _both(part.labels["arahan"], tone, poor)
        if (verdict.probability or 0.0) >= _LEAST:
            yield judged(RULE, part, verdict, said, _WHY)


def rewrite(form: AnalyzedForm, finding: Finding) -> Iterator[Suggestion]:
    """Candidate rewrites of the text the finding is about, best first, not yet proved."""
    text = form.parts[finding.pointer].text
    yield from offered(form, finding.pointer, add_request(text))


def _both(missing: Prediction, tone: Prediction, poor: bool) -> Prediction:
    """The verdict that a request is due and missing, at the criticism.

    A poor predikat is a fact; else two judgements must hold, and their probabilities multiply.
    """
    evidence = tone.evidence if tone.label in _CRITICAL else ()
    if poor:
        return replace(missing, evidence=evidence)
    sure = round((missing.probability or 0.0) * (tone.probability or 0.0), 4)
    abstain = missing.abstain or tone.abstain
    return replace(missing, probability=sure, evidence=evidence, abstain=abstain)
