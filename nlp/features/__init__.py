"""The seam between training and inference: an analysed text → named features.

Signs judged for one task (one module each) have places and become evidence; what every task shares
– structure, words, patterns – are names alone, computed once a text. Names are for ever once a
model is trained on them.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from spacy.language import Language

from nlp.features.feature import Context, Feature
from nlp.features.kendali import kendali
from nlp.features.konseling import konseling
from nlp.features.lexical import lexical
from nlp.features.pattern import pattern
from nlp.features.selesai import selesai
from nlp.features.sentimen import sentimen
from nlp.features.sinkron import LINKS, sinkron
from nlp.features.structure import structure
from nlp.features.terukur import terukur
from nlp.form import Field
from nlp.text import Text, analyse_text

__all__ = [
    "FIELD_TASKS", "LINKS", "Context", "Feature", "Shared", "context_of", "linked", "names",
    "names_of", "shared", "signs",
]  # fmt: skip

# For each field the labels it gets and the task (one model each) that gives them. The tasks of one
# field read the same signs.
FIELD_TASKS: dict[Field, dict[str, str]] = {
    "topik": {"selesai": "selesai", "masalah": "masalah"},
    "hasil": {"konkret": "konkret"},
    "rtl": {"kendali": "kendali", "spesifik": "rtl_spesifik"},
    "indikator": {"terukur": "terukur"},
    "umpan_balik": {
        "sentimen": "sentimen",
        "arahan": "arahan",
        "spesifik": "umpan_balik_spesifik",
    },
    "catatan": {},
}
_MEASURED = frozenset(("terukur", "konkret"))
_TOPIC = frozenset(("selesai", "masalah"))
_STEP = frozenset(("kendali", "rtl_spesifik"))


def signs(task: str, text: Text, context: Context) -> list[Feature]:
    """The signs judged for this task, in text order of their module.

    In: the task's name, the analysed text, what the form says around it. Out: features named as
    the task's module documents them.
    """
    if task in _MEASURED:
        return list(terukur(text))
    if task in _TOPIC:
        return list(selesai(text, context))
    if task in _STEP:
        return list(kendali(text, context))
    if task == "konseling":
        return list(konseling(text))
    return list(sentimen(text))


class Shared(NamedTuple):
    """The names of a text that tasks share: what stands in it, and the patterns it is built by."""

    said: frozenset[str]
    patterns: frozenset[str]


def shared(text: Text) -> Shared:
    """The names every task reads of a text; computed once."""
    return Shared(frozenset((*structure(text), *lexical(text))), frozenset(pattern(text)))


def names(task: str, judged: list[Feature], context: Context, common: Shared) -> frozenset[str]:
    """The names of everything the task's model reads.

    In: the task, its :func:`signs`, what the form says around the text, and :func:`shared` of the
    same text. Out: feature names; a model counts each once.
    """
    return common.said.union(
        # How a sentence is built says nothing of a call for help.
        () if task == "konseling" else common.patterns,
        (f"tanda:{sign.name}" for sign in judged),
        _together(judged),
        _of_context(judged, context) if task in _STEP else (),
    )


def linked(link: str, earlier: Text, later: Text) -> frozenset[str]:
    """The names the ``sinkron`` model reads of two linked fields, one of :data:`LINKS`."""
    return frozenset(sinkron(link, earlier, later))


def names_of(pipeline: Language, task: str, raw: str, around: Mapping[str, Any]) -> frozenset[str]:
    """From a raw text to its feature names: the one road of training and of a model's probes.

    In: a pipeline, the task whose signs are read, the text, and what stands around it by the
    corpus's keys (``tahun``, ``triwulan``, ``jabatan``; for ``sinkron`` the link, ``pasangan``, and
    its earlier text, ``sebelumnya``). Out: feature names.
    """
    text = analyse_text(pipeline, raw)
    if task == "sinkron":
        return linked(around["pasangan"], analyse_text(pipeline, around["sebelumnya"]), text)
    context = context_of(pipeline, around)
    return names(task, signs(task, text, context), context, shared(text))


def context_of(pipeline: Language, around: Mapping[str, Any]) -> Context:
    """What stands around a text, by the corpus's keys, as the signs read it."""
    jabatan = around.get("jabatan")
    return Context(
        around.get("tahun"),
        around.get("triwulan"),
        analyse_text(pipeline, jabatan) if jabatan else None,
    )


def _together(judged: list[Feature]) -> Iterator[str]:
    """Two signs in one text mean more than each alone."""
    found = sorted({sign.name for sign in judged})
    for position, first in enumerate(found):
        for second in found[position + 1 :]:
            yield f"tanda:{first}+{second}"


def _of_context(judged: list[Feature], context: Context) -> Iterator[str]:
    # Of several acts of equal rank the last decides (guideline 4).
    starts = [i for i, sign in enumerate(judged) if sign.name == "langkah"]
    for sign in judged[starts[-1] :] if starts else judged:
        yield f"terakhir:{sign.name}"
    if context.jabatan is not None:
        for word in context.jabatan.words[:2]:
            yield f"jabatan:{word.norm}"
