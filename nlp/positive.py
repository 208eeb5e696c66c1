"""Positive models: faultless texts that resemble what somebody is writing.

The ministry's deck "Bahan Paparan Pembinaan Kinerja" (10 July 2025) teaches by such models. They
stand in ``examples/<field>.jsonl``, written by ``python -m training.positive`` from the corpus;
``examples/satuan_kerja.txt`` tells one kind of unit from another.
"""

import json
import math
import shlex
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from nlp.features import Context, signs
from nlp.finding import Finding, Triage
from nlp.text import Text, analyse_text, load_pipeline
from nlp.text.lexicon import MATTERS

ModelField = Literal["topik", "hasil", "rtl", "indikator", "umpan_balik"]
"""The fields that have positive models; a dialog's note has none."""

FOLDER = Path(__file__).parent / "examples"

# What a text does counts beside what it is about; its unit only parts equals.
_SAME_ACT, _SHARED_ACT, _SAME_EVIDENCE, _SAME_UNIT = 0.25, 0.1, 0.1, 0.12
# Joins no two texts: words of grammar, and acts that only say that something happens.
_EMPTY = frozenset(
    (
        "yang dan di ke dari untuk dengan pada dalam oleh agar karena ini itu sebagai bagi tidak "
        "belum sudah telah akan masih atau serta lebih paling para saya ada jadi laku laksana "
        "satu dua tiga tiap setiap bisa dapat perlu harus secara sesuai hingga sampai antara "
        "kelola tingkat baik giat proses kerja capai optimal maksimal "
        "sebelum sesudah setelah saat tanpa terhadap kepada tentang juga namun tetapi sehingga"
    ).split()
)
# Verbs of the mind and of mere change name no act; but to learn and to meet are steps.
_NO_ACT = frozenset(("batin", "tren", "mutu", "peristiwa", "pokok_mutu"))
_NO_STEP = frozenset(("tren", "mutu"))
_EVIDENCE = frozenset(("bukti", "besaran", "jejak", "nihil", "minta", "puji", "kritik"))
_OPENING = 2


@dataclass(frozen=True, slots=True)
class Positive:
    """One model: its corpus id, field, text, kind of unit ("" when unknown), and why it is good."""

    id: str
    field: ModelField
    text: str
    unit: str
    why: str


@dataclass(frozen=True, slots=True)
class PositiveModels:
    """The answer: models, best first; where help is asked for, none, but what triage found."""

    models: tuple[Positive, ...]
    triage: Triage
    findings: tuple[Finding, ...]
    versions: dict[str, object]


class _Profile(NamedTuple):
    """What of a text is compared: its tokens, its acts from the first on, its kinds of evidence."""

    tokens: frozenset[str]
    acts: tuple[str, ...]
    evidence: frozenset[str]
    opening: tuple[str, ...]


class _Shelf(NamedTuple):
    """The models of one field, ready to be compared; the same index means the same model."""

    models: tuple[Positive, ...]
    profiles: tuple[_Profile, ...]
    rarity: dict[str, float]
    lengths: tuple[float, ...]


def nearest(field: ModelField, text: Text, unit: str, count: int) -> tuple[Positive, ...]:
    """The models of a field that are most like a text, best first.

    In: the field, the analysed text (an empty one is fine), the unit's name or "", and how many
    at most. Out: models no two of which open with the same two words; by shared rare roots and
    subject matters, the same act, the same kinds of evidence, and the same kind of unit; the same
    question gives the same answer.
    """
    shelf = _shelf(field)
    asked = _profile(field, text)
    kind = unit_kind(unit)
    length = _length(asked.tokens, shelf.rarity)
    scored = sorted(
        (-_likeness(shelf, i, asked, length) - _SAME_UNIT * (kind != "" and kind == model.unit), i)
        for i, model in enumerate(shelf.models)
    )
    chosen: list[Positive] = []
    openings = set()
    for _, i in scored:
        if len(chosen) == count:
            break
        if shelf.profiles[i].opening not in openings:
            openings.add(shelf.profiles[i].opening)
            chosen.append(shelf.models[i])
    return tuple(chosen)


def unit_kind(unit: str) -> str:
    """The kind of a unit by its name: "Balai Wilayah Sungai Citarum" → "sungai"; "" if unknown."""
    name = f" {''.join(c if c.isalnum() or c == '-' else ' ' for c in unit.lower())} "
    name = " ".join(name.split())
    found = [
        (at, -len(words), kind)
        for words, kind in _unit_words().items()
        if (at := f" {name} ".find(f" {words} ")) >= 0
    ]
    return min(found)[2] if found else ""


def read_models(field: ModelField, folder: Path = FOLDER) -> tuple[Positive, ...]:
    """The models of a field in file order. Raises ``OSError`` when its file is missing."""
    lines = (folder / f"{field}.jsonl").read_text("utf-8").splitlines()
    return tuple(Positive(**json.loads(line)) for line in lines)


@cache
def _unit_words() -> dict[str, str]:
    words: dict[str, str] = {}
    for line in (FOLDER / "satuan_kerja.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, _, named = line.partition(" = ")
            words |= dict.fromkeys(shlex.split(named), kind)
    return words


@cache
def _shelf(field: ModelField) -> _Shelf:
    models = read_models(field)
    pipeline = load_pipeline()
    profiles = tuple(_profile(field, analyse_text(pipeline, model.text)) for model in models)
    spread = Counter(token for profile in profiles for token in profile.tokens)
    rarity = {token: math.log(len(models) / n) for token, n in spread.items()}
    lengths = tuple(_length(profile.tokens, rarity) for profile in profiles)
    return _Shelf(models, profiles, rarity, lengths)


def _profile(field: ModelField, text: Text) -> _Profile:
    roots = [word.morph.root for word in text.words if word.norm[0].isalpha()]
    tokens = {root for root in roots if len(root) > 2} - _EMPTY
    tokens |= {mark.kind for mark in text.marks if mark.kind.startswith(f"{MATTERS}:")}
    no_act = _NO_STEP if field == "rtl" else _NO_ACT
    idle = {mark.first for mark in text.marks if mark.kind in no_act}
    acts = (
        word.morph.root
        for i, word in enumerate(text.words)
        if i not in idle and (word.lex.verb or _names_an_act(word.morph.prefix, word.morph.suffix))
    )
    task = "sentimen" if field == "umpan_balik" else "terukur"
    evidence = {sign.name for sign in signs(task, text, Context())} & _EVIDENCE
    opening = tuple(word.norm for word in text.words[:_OPENING])
    return _Profile(
        frozenset(tokens),
        tuple(act for act in dict.fromkeys(acts) if act not in _EMPTY),
        frozenset(evidence),
        opening,
    )


def _names_an_act(prefix: str, suffix: str) -> bool:
    return prefix in ("pe", "per") and suffix == "an"


def _likeness(shelf: _Shelf, i: int, asked: _Profile, length: float) -> float:
    profile = shelf.profiles[i]
    shared = math.fsum(shelf.rarity[token] ** 2 for token in asked.tokens & profile.tokens)
    likeness = shared / (length * shelf.lengths[i]) if shared else 0.0
    if asked.acts and profile.acts:
        if asked.acts[0] == profile.acts[0]:
            likeness += _SAME_ACT
        elif asked.acts[0] in profile.acts or profile.acts[0] in asked.acts:
            likeness += _SHARED_ACT
    if asked.evidence:
        share = len(asked.evidence & profile.evidence) / len(asked.evidence | profile.evidence)
        likeness += _SAME_EVIDENCE * share
    return likeness


def _length(tokens: frozenset[str], rarity: dict[str, float]) -> float:
    """The vector's length; a token no model holds is as rare as one can be and counts too."""
    rarest = max(rarity.values(), default=1.0)
    return math.sqrt(math.fsum(rarity.get(token, rarest) ** 2 for token in tokens))
