"""Indonesian word formation, both ways: :func:`analyse` takes words apart, :mod:`inflect` builds them.

Source: Alwi et al., *Tata Bahasa Baku Bahasa Indonesia* (affixes, nasal assimilation); the root
list is that of PySastrawi with the domain's own words in ``roots.txt``.
"""

from nlp.morphology.analyse import Morph, analyse

__all__ = ["Morph", "analyse"]
