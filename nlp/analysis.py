"""A form after analysis: every text read once, every classifier asked once, before rules run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from spacy.language import Language

from nlp.classifier import Model, classify, classify_link, drift
from nlp.features import Context, names_of
from nlp.finding import Level, Prediction, Triage
from nlp.form import Field, Form, texts, value_at
from nlp.text import Text, analyse_text

_PLACEHOLDERS = frozenset(
    (
        "n/a na nihil none null tba tbd test tes xxx xx kosong belum ada tidak sda s.d.a idem isi "
        "disini di sini"
    ).split()
)
_LONGEST_PLACEHOLDER = 24
_PROBE_TOLERANCE = 1e-3
_LEVELS: dict[str, Level] = {"RUJUKAN": "rujukan", "KONSELING": "konseling"}


@dataclass(frozen=True, slots=True)
class Part:
    """One free text of the form: where it stands, which field it is, its analysis and labels."""

    pointer: str
    field: Field
    text: Text
    labels: Mapping[str, Prediction]


@dataclass(frozen=True, slots=True)
class AnalyzedForm:
    """The form and its analysed texts by pointer; empty and placeholder texts are left out.

    ``copies`` says of a feedback, by pointer, to how many other people of the batch it was given.
    """

    form: Form
    parts: Mapping[str, Part]
    jabatan: Text | None
    copies: Mapping[str, int] = field(default_factory=dict)

    def of(self, *fields: Field) -> list[Part]:
        """The parts of these fields, in form order."""
        return [part for part in self.parts.values() if part.field in fields]


def is_blank(value: str | None) -> bool:
    """Whether a field says nothing: empty, only marks, or a placeholder (guideline 12)."""
    if value is None:
        return True
    if not any(c.isalnum() for c in value):
        return True
    if len(value) > _LONGEST_PLACEHOLDER:
        return False
    words = [word.strip(" .-_()[]\"'") for word in value.lower().split()]
    letters = "".join(c for c in value.lower() if c.isalnum())
    return (len(words) <= 2 and all(word in _PLACEHOLDERS for word in words)) or (
        len(letters) > 1 and len(set(letters)) == 1
    )


def analyse_form(
    pipeline: Language,
    models: dict[str, Model],
    form: Form,
    known: AnalyzedForm | None = None,
    copies: Mapping[str, int] | None = None,
) -> AnalyzedForm:
    """Analyse every text of a form.

    In: a pipeline inside its memory zone, the models by task, the form, and an earlier
    analysis whose unchanged texts are taken over, with what the batch knows of them; or that
    knowledge itself in ``copies``. Out: the analysed form. Never raises on any text.
    """
    jabatan = _jabatan(pipeline, form, known)
    context = Context(form.tahun, form.triwulan, jabatan)
    same_context = known is not None and _context_of(known.form) == _context_of(form)
    parts = {}
    for pointer, name, raw in texts(form):
        before = known.parts.get(pointer) if known and same_context else None
        if before is not None and before.text.raw == raw:
            parts[pointer] = before
        elif not is_blank(raw):
            text = analyse_text(pipeline, raw)
            parts[pointer] = Part(pointer, name, text, classify(models, name, text, context))
    for link, earlier, later in links(parts):
        verdict = classify_link(models, link, parts[earlier].text, parts[later].text)
        part = parts[later]
        parts[later] = replace(part, labels={**part.labels, "sinkron": verdict})
    if known is not None:
        copies = {
            pointer: others
            for pointer, others in known.copies.items()
            if value_at(form, pointer) == value_at(known.form, pointer)
        }
    return AnalyzedForm(form, parts, jabatan, copies or {})


def links(parts: Mapping[str, Part]) -> Iterator[tuple[str, str, str]]:
    """The links of the chain whose two ends say something (guideline 10).

    In: the analysed texts by pointer. Out: the link's name and the pointers of its earlier and
    later end. A hasil that has left the topik does not excuse the RTL: both hang on the topik.
    """
    for pointer, part in parts.items():
        if part.field == "hasil" and "/topik" in parts:
            yield "topik-hasil", "/topik", pointer
        elif part.field == "rtl" and "/topik" in parts:
            yield "topik-rtl", "/topik", pointer
        elif part.field == "indikator":
            earlier = pointer.rpartition("/")[0] + "/rtl"
            if earlier in parts:
                yield "rtl-indikator", earlier, pointer


def _jabatan(pipeline: Language, form: Form, known: AnalyzedForm | None) -> Text | None:
    raw = form.pegawai.jabatan
    if is_blank(raw):
        return None
    if known and known.jabatan and known.jabatan.raw == raw:
        return known.jabatan
    return analyse_text(pipeline, raw or "")


def _context_of(form: Form) -> tuple[object, ...]:
    return form.tahun, form.triwulan, form.pegawai.jabatan


def triage(form: AnalyzedForm) -> Triage:
    """Whether any text asks for counselling or professional help (guideline 13).

    Out: the gravest level of all texts and every item number found; advice for a human to look,
    never a diagnosis.
    """
    found = [part.labels["konseling"] for part in form.parts.values()]
    items = tuple(sorted({item for verdict in found for item in verdict.items}))
    for label, level in _LEVELS.items():
        if any(verdict.label == label for verdict in found):
            return Triage(level, items)
    return Triage()


class StaleModelError(RuntimeError):
    """A model's features have changed since it was trained."""


def check_probes(pipeline: Language, model: Model) -> None:
    """Recompute a model's probe sentences.

    In: the pipeline and a model whose card holds ``probes``. Raises :class:`StaleModelError` that
    names the task when an answer has moved by more than 0.001.
    """
    for probe in model.card["probes"]:
        with pipeline.memory_zone():
            found = names_of(pipeline, model.card["signs"], probe["text"], probe["context"])
        if drift(model, probe, found) > _PROBE_TOLERANCE:
            raise StaleModelError(
                f"Model {model.task} tidak lagi cocok dengan fitur saat ini; latih ulang dengan "
                "'cermat train'."
            )
