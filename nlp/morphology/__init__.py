"""Indonesian word formation: :func:`analyse` takes words apart.

Source: Alwi et al., *Tata Bahasa Baku Bahasa Indonesia* (affixes, nasal assimilation); the root
list is that of PySastrawi with the common and the missing roots of office language, which stand
in ``roots.txt``.
"""

from nlp.morphology.analyse import Morph, analyse

__all__ = ["Morph", "analyse"]
