"""A plea to the superior in a field that is no place for it (guideline 11)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm
from nlp.finding import Finding, Suggestion
from nlp.rewriting import need, offered, rewrite_plea, rewrite_pleading_hasil
from nlp.rule import Rule
from nlp.text.plea import find_plea, for_guidance

RULE = Rule("PERMOHONAN_TERTULIS", "11", "warning", "dialog", ("rtl", "topik", "hasil"))
_WHY = (
    "Permohonan kepada pimpinan disampaikan langsung dalam dialog kinerja, agar dapat segera "
    "dijawab. Formulir mencatat masalah, hasil yang diharapkan, dan langkah pegawai."
)


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """One finding for every topik, hasil or RTL that pleads with the superior, at the plea.

    Asking for guidance is a step of one's own in an RTL (guideline 4), a plea elsewhere.
    """
    for part in form.of("topik", "hasil", "rtl"):
        plea = find_plea(part.text)
        if plea is None or (part.field == "rtl" and for_guidance(part.text, plea)):
            continue
        yield Finding(
            RULE.id,
            part.pointer,
            part.text.span(plea.first, plea.last),
            part.text.quote(plea.first, plea.last),
            RULE.severity,
            "Teks ini berupa permohonan kepada pimpinan; sampaikan langsung dalam dialog.",
            _WHY,
            RULE.guideline,
        )


def rewrite(form: AnalyzedForm, finding: Finding) -> Iterator[Suggestion]:
    """What is brought to the dialog about the same matter, in the terms of the field; unproved."""
    part = form.parts[finding.pointer]
    plea = find_plea(part.text)
    if plea is None:
        return
    if part.field == "rtl":
        written = rewrite_plea(part.text, plea)
    elif part.field == "topik":
        written = need(part.text)
    else:
        written = rewrite_pleading_hasil(part.text, plea)
    yield from offered(form, finding.pointer, written)
