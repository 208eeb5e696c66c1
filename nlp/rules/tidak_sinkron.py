"""A link of the chain that speaks of something else (guideline 10)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm, Part, links
from nlp.finding import Finding, Span, Suggestion
from nlp.rewriting import matter_at, offered, rewrite_link
from nlp.rule import Rule, is_clear

RULE = Rule("TIDAK_SINKRON", "10", "warning", "sinkron")
_WHY = (
    "Topik, hasil, rencana tindak lanjut, dan indikator membicarakan persoalan yang sama, dan "
    "setiap mata rantai menjawab mata rantai sebelumnya. Kata boleh berbeda, maknanya bersambung."
)
_NAMES = {
    "topik-hasil": ("Topik", "hasil"),
    "topik-rtl": ("Topik", "rencana tindak lanjut"),
    "rtl-indikator": ("Rencana tindak lanjut", "indikator"),
}
# The model cannot know every trade: other words for the same thing look foreign to it, and an
# output seldom carries the words of the act or the problem it answers. Below this it is wrong
# about real chains too often (measured on links of train and dev forms).
_LEAST = {"topik-hasil": 0.95, "topik-rtl": 0.9, "rtl-indikator": 0.95}


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding for every later link that surely speaks of another matter than the earlier.

    A later link that is only vague is left to its own rule. Always for a human to look at, and
    without the model's probability: it learnt from pairs of which far more are broken than in
    real forms.
    """
    for link, earlier, later in links(form.filled()):
        first, second = form.parts[earlier], form.parts[later]
        verdict = second.labels["sinkron"]
        if not is_clear(verdict, "TIDAK_SINKRON", _LEAST[link]):
            continue
        if _vague(second):
            continue
        there, here = _about(first), _about(second)
        names = _NAMES[link]
        yield Finding(
            RULE.id,
            later,
            here,
            second.text.raw[here.start : here.end],
            RULE.severity,
            f"{names[0]} membicarakan “{first.text.raw[there.start : there.end]}”, sedangkan "
            f"{names[1]} membicarakan “{second.text.raw[here.start : here.end]}”.",
            _WHY,
            RULE.guideline,
            needs_review=True,
            pair=link,
            related=earlier,
            related_span=there,
        )


def rewrite(form: AnalyzedForm, finding: Finding) -> Iterator[Suggestion]:
    """Candidates for the later link, written from the earlier one, not yet proved."""
    if finding.pair and finding.related:
        earlier, later = form.parts[finding.related].text, form.parts[finding.pointer].text
        written = rewrite_link(finding.pair, earlier, later)
        yield from offered(form, finding.pointer, written, earlier)


def _vague(part: Part) -> bool:
    return any(
        part.labels[label].label == fault
        for label, fault in (("spesifik", "TIDAK_SPESIFIK"), ("konkret", "TIDAK_KONKRET"))
        if label in part.labels
    )


def _about(part: Part) -> Span:
    """The words that name what a text is about, or all of it."""
    words = matter_at(part.text) or (0, len(part.text.words) - 1)
    return part.text.span(*words)
