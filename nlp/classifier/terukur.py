"""TERUKUR or TIDAK_TERUKUR (guideline 1)."""

from nlp.classifier.evidence import evidence_of
from nlp.features import terukur
from nlp.finding import Prediction
from nlp.text import Text

_HOLDS = {
    "besaran": "besaran yang dapat dihitung",
    "bukti": "bukti yang dapat ditunjukkan",
    "jejak": "keadaan yang meninggalkan jejak",
    "nihil": "ketiadaan yang dapat dihitung",
}
_FAILS = {
    "batin": "keadaan batin atau kemampuan, tidak tampak dari luar",
    "pokok_mutu": "mutu sebagai pokok kalimat, tanpa alat ukur",
    "tren": "perubahan tanpa titik awal dan target",
    "mutu": "keterangan mutu, bukan ukuran",
    "peristiwa": "kegiatan tanpa jumlah, sasaran, atau bukti",
    "nama_ukuran": "nama ukuran tanpa target",
}
# Signs that explain a doubt but seldom cause it come after the others.
_EXPLAINS = {
    "bukti_batal": "benda yang disebut, tetapi tidak ditunjukkan sebagai bukti",
    "angka_semu": "angka yang bukan ukuran capaian",
}


def classify_terukur(text: Text) -> Prediction:
    """Judge one indikator. Out: label with the signs that decided; no probability yet."""
    features = list(terukur(text))
    names = {feature.name for feature in features}
    if names & _HOLDS.keys():
        return Prediction("TERUKUR", evidence=evidence_of(text, features, _HOLDS))
    return Prediction(
        "TIDAK_TERUKUR",
        evidence=evidence_of(text, features, _FAILS) + evidence_of(text, features, _EXPLAINS),
    )
