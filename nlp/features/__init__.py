"""The seam between training and inference: an analysed text → named features with places.

One module a task; each yields :class:`Feature`. Names are for ever once a model is trained on them.
"""

from nlp.features.feature import Context, Feature
from nlp.features.kendali import kendali
from nlp.features.selesai import selesai
from nlp.features.sentimen import sentimen
from nlp.features.terukur import terukur

__all__ = ["Context", "Feature", "kendali", "selesai", "sentimen", "terukur"]
