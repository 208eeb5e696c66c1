"""A text that shows troubling behaviour, items 1–11 (guideline 13)."""

from collections.abc import Iterator
from dataclasses import replace

from nlp.analysis import AnalyzedForm, triage
from nlp.finding import Finding
from nlp.rule import Rule, judged, wordless

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
        if verdict.label == "KONSELING":
            found = replace(judged(RULE, part, verdict, _MESSAGE, _WHY), needs_review=True)
            yield wordless(found) if quiet else found
