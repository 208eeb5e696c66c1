"""SELESAI or BERJALAN (guideline 2)."""

from nlp.classifier.evidence import evidence_of
from nlp.features import Context, selesai
from nlp.finding import Prediction
from nlp.text import Text

_DONE = {"tuntas": "dinyatakan sudah terlaksana", "lampau": "waktunya sudah lewat"}
_OPEN = {
    "masalah": "masalah yang masih ada",
    "terbuka": "masih ada yang terbuka",
    "akan": "baru akan dikerjakan",
}


def classify_selesai(text: Text, context: Context) -> Prediction:
    """Judge one topik. Out: label with the signs that decided; no probability yet."""
    features = list(selesai(text, context))
    names = {feature.name for feature in features}
    if names & _OPEN.keys() or not names & _DONE.keys():
        return Prediction("BERJALAN", evidence=evidence_of(text, features, _OPEN))
    return Prediction("SELESAI", evidence=evidence_of(text, features, _DONE))
