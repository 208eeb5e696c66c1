"""Tokens and sentences by spaCy: a lean blank pipeline for Indonesian.

``spacy.blank("id")`` builds 15,963 tokenizer exceptions (1.9 s, 58 MB) and cuts words at hyphens;
office language needs a few abbreviations and whole reduplications, so the language is
subclassed with its own punctuation rules.
"""

from typing import cast

from spacy.lang.id import Indonesian, IndonesianDefaults
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from nlp.text.lexicon import vocabulary

_ABBREVIATIONS = (
    "a.n. an. no. dkk. dll. dsb. dst. tgl. bln. thn. hlm. hal. sdr. sdri. bpk. dr. ir. drs. dra. "
    "prof. s.t. s.e. s.h. m.t. m.m. m.si. s.sos. s.d. u.p. d.a. ttd. rp. jl. kab. kec. prov. min. "
    "maks. jan. feb. mar. apr. jun. jul. agt. sep. okt. nov. des."
).split()

_OPENING = [
    r"[\"'“”‘’«»\(\[\{<*•·–—\-…¿¡#=>≥≤±≈~✓✔→]",
    r"\.\.+",
    r"[Rr][Pp]\.?(?=\d)",
]
_CLOSING = [
    r"[\"'“”‘’«»\)\]\}>,;:!?…*–—\-=]",
    r"\.",
    "%",
    "‰",
    r"(?<=\d)[xX×]",
    "[½⅓⅔¼¾]",
]
_BETWEEN = [
    r"(?<=[A-Za-z])[/,;:!?()→+]+(?=[A-Za-z])",
    r"(?<=[a-z]{2})\.(?=[A-Z][a-z])",
    r"(?<=[A-Za-z\d])(?:…|\.\.+|[–—])(?=[A-Za-z])",
    r"(?<=\d),(?=[A-Za-z])",
    r"(?<=[A-Za-z])[,:(=](?=\d)",
    r"(?<=\d)[.)](?=[A-Za-z]{2})",
]


class _LeanDefaults(IndonesianDefaults):
    # Word shapes, prefixes and other lexical attributes are computed for every new word and
    # read by nobody here.
    lex_attr_getters = {}  # noqa: RUF012
    tokenizer_exceptions = {  # noqa: RUF012
        text: [{"ORTH": text}]
        for short in _ABBREVIATIONS
        for text in (short, short.upper(), short.capitalize(), short.title())
    }
    prefixes = _OPENING
    suffixes = _CLOSING
    infixes = _BETWEEN


class LeanIndonesian(Indonesian):  # type: ignore[no-untyped-call]
    """Indonesian with few exceptions; reduplications and "1/2" stay whole."""

    Defaults = _LeanDefaults


def load_pipeline() -> Language:
    """A new pipeline, its tokenizer warmed with our own dictionary.

    Not thread-safe. Call it inside ``pipeline.memory_zone()``: whatever a form adds to the
    vocabulary is forgotten when the zone closes, what was warmed here stays.
    """
    pipeline = LeanIndonesian()
    tokenizer = cast("Tokenizer", pipeline.tokenizer)
    tokenizer.prefix_search = compile_prefix_regex(_OPENING).search
    tokenizer.suffix_search = compile_suffix_regex(_CLOSING).search
    tokenizer.infix_finditer = compile_infix_regex(_BETWEEN).finditer
    tokenizer.url_match = None
    pipeline.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", "\n", "\r\n", "\n\n"]})
    for word in vocabulary():
        pipeline.make_doc(word)
    return pipeline
