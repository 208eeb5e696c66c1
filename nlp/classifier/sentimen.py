"""positif, negatif, campuran or netral (guideline 7)."""

from nlp.classifier.evidence import evidence_of
from nlp.features import sentimen
from nlp.finding import Prediction
from nlp.text import Text

_GOOD = {"puji": "pujian", "kritik_batal": "kekurangan yang disangkal, jadi pujian"}
_BAD = {
    "kritik": "kritik",
    "puji_batal": "kebaikan yang disangkal, jadi kritik",
    "lalai": "hal yang seharusnya dilakukan, tetapi tidak",
    "sindiran": "pujian yang menyindir",
    "minta": "permintaan perbaikan",
}


def classify_sentimen(text: Text) -> Prediction:
    """Judge one feedback. Out: label with the signs that decided; no probability yet."""
    features = list(sentimen(text))
    names = {feature.name for feature in features}
    good = bool(names & _GOOD.keys()) and "sindiran" not in names
    bad = bool(names & {"kritik", "puji_batal", "lalai"}) or ("minta" in names and not good)
    if good and bad:
        return Prediction("campuran", evidence=evidence_of(text, features, _GOOD | _BAD))
    if good:
        return Prediction("positif", evidence=evidence_of(text, features, _GOOD))
    if bad:
        return Prediction("negatif", evidence=evidence_of(text, features, _BAD))
    return Prediction("netral")
