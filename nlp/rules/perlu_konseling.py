"""A text that shows troubling behaviour, items 1–11 (guideline 13)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm, triage
from nlp.finding import Finding
from nlp.rule import Rule, marked

# A warning: the form holds no fault to mend, but somebody has to act. It never costs points.
RULE = Rule(
    "PERLU_KONSELING",
    "13",
    "warning",
    "konseling",
    ("catatan", "umpan_balik", "topik", "hasil", "rtl", "indikator"),
)
_MESSAGE = (
    "Bagian ini mungkin menunjukkan hal yang perlu dibicarakan dalam konseling kinerja. Mohon "
    "ditinjau atasan langsung."
)
_WHY = (
    "Atasan berkewajiban mendengarkan dan mendampingi lebih dahulu; bila perlu, KORPRI atau tenaga "
    "profesional dapat diminta membantu. Ini saran untuk ditinjau manusia, bukan diagnosis dan "
    "bukan penilaian."
)


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding for every text labelled KONSELING; always for a human to look at.

    Beside a text of items 12–17 it shows no place and repeats no word.
    """
    quiet = triage(form).level == "rujukan"
    for part in form.parts.values():
        verdict = part.labels["konseling"]
        if verdict.label != "KONSELING":
            continue
        span, _ = marked(part, verdict)
        yield Finding(
            RULE.id,
            part.pointer,
            None if quiet else span,
            None if quiet else part.text.raw[span.start : span.end],
            RULE.severity,
            _MESSAGE,
            _WHY,
            RULE.guideline,
            verdict.probability,
            needs_review=True,
            evidence=() if quiet else verdict.evidence,
        )
