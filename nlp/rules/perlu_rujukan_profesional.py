"""A text that may be a call for help, items 12–17 (guideline 13)."""

from collections.abc import Iterator
from dataclasses import replace

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding
from nlp.rule import Rule, judged, wordless

# A warning: nothing in the form is to be corrected, somebody is to be met. It never costs points.
RULE = Rule(
    "PERLU_RUJUKAN_PROFESIONAL",
    "13",
    "warning",
    "konseling",
    ("catatan", "umpan_balik", "topik", "hasil", "rtl", "indikator"),
)
_MESSAGE = (
    "Isian ini mungkin menunjukkan bahwa seseorang memerlukan pertolongan. Mohon hari ini juga "
    "ditemui atasan langsung, secara pribadi dan dengan hormat."
)
_WHY = (
    "Atasan berkewajiban mendampingi dan menghubungkan dengan KORPRI serta tenaga profesional, "
    "misalnya psikolog atau dokter. Ini saran untuk ditinjau manusia, bukan diagnosis; isian ini "
    "tidak dinilai mutunya dan tidak dicatat."
)


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding for every text labelled RUJUKAN, without place or words: nothing is repeated."""
    for part in form.parts.values():
        verdict = part.labels["konseling"]
        if verdict.label == "RUJUKAN":
            found = wordless(judged(RULE, part, verdict, _MESSAGE, _WHY))
            yield replace(found, needs_review=True)
