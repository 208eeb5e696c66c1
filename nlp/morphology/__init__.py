"""Indonesian word formation: :func:`analyse` takes words apart, ``inflect`` builds verbs.

Source: Alwi et al., *Tata Bahasa Baku Bahasa Indonesia* (affixes, nasal assimilation); the root
list is that of PySastrawi with the common and the missing roots of office language, which stand
in ``roots.txt``; what is lexical about a verb's forms follows KBBI and stands in ``verbs.txt``.
"""

from nlp.morphology.analyse import Morph, analyse
from nlp.morphology.inflect import Voice, active, attained, nominal, passive, verb_of, with_ber
from nlp.morphology.orthography import listed, undoubled

__all__ = [
    "Morph", "Voice", "active", "analyse", "attained", "listed", "nominal", "passive", "undoubled",
    "verb_of", "with_ber",
]  # fmt: skip
