"""DALAM_KENDALI or DI_LUAR_KENDALI (guideline 4)."""

from nlp.classifier.evidence import evidence_of
from nlp.features import Context, Feature, kendali
from nlp.finding import Prediction
from nlp.text import Text

_OUTSIDE = {
    "pelaku_luar": "pelaku yang menentukan bukan pegawai",
    "permohonan": "permohonan agar pihak lain bertindak",
    "tunggu": "hanya menunggu atau menerima",
    "putusan": "keputusan pihak lain",
    "pantau_putusan": "hanya memantau keputusan pihak lain",
}
_INSIDE = {"pelaku_diri": "pegawai sendiri pelakunya", "upaya": "tindakan pegawai sendiri"}


def classify_kendali(text: Text, context: Context) -> Prediction:
    """Judge one RTL against the employee's jabatan. Out: label with the signs that decided."""
    last = _last_step(list(kendali(text, context)))
    names = {feature.name for feature in last}
    if "pelaku_diri" in names or not names & _OUTSIDE.keys():
        return Prediction("DALAM_KENDALI", evidence=evidence_of(text, last, _INSIDE))
    return Prediction("DI_LUAR_KENDALI", evidence=evidence_of(text, last, _OUTSIDE))


def _last_step(features: list[Feature]) -> list[Feature]:
    """Of several acts of equal rank the last decides."""
    starts = [i for i, feature in enumerate(features) if feature.name == "langkah"]
    return features[starts[-1] :] if starts else features
