"""How well each rule did on the corpus forms: ``rules/ukuran.json``, read for the catalogue.

The file is written by ``cermat evaluate --rules --write``. It stands beside the rules and not in
``nlp/models``, where every JSON file must be a model of the sealed bundle.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "rules" / "ukuran.json"

_FEW = 20
"""Below so many cases a share moves by five points with every one of them."""
_MEANING = (
    "Presisi: bagian temuan yang dibenarkan penganotasi; perolehan: bagian kekurangan yang "
    "ditemukan; n: banyaknya kekurangan menurut penganotasi."
)


@dataclass(frozen=True, slots=True)
class Measure:
    """Precision and recall over ``support`` gold findings in ``forms`` forms; None: no case."""

    precision: float | None
    recall: float | None
    support: int
    forms: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What is known of one rule.

    ``test`` is what the catalogue shows: forms no rule or threshold was written from.
    ``train_dev`` are the forms it was mended on. ``confidence`` is the precision of the findings
    that carry no probability of their own, None where there are too few. ``said`` is all this as
    Indonesian sentences.
    """

    test: Measure | None
    train_dev: Measure | None
    confidence: float | None
    measured_at: str | None
    said: str


def read_measured(rule: str, path: Path = FILE) -> Measured:
    """The figures of one rule; without any where the file does not know it or is not there yet.

    Raises ``ValueError`` when the file is not what the command writes.
    """
    if not path.exists():
        return Measured(None, None, None, None, _said(None, None))
    try:
        data = json.loads(path.read_bytes())
        own = data["rules"].get(rule)
        test, known = (_measure(data, own, part) for part in ("test", "train_dev"))
        confidence = own["confidence"] if own else None
        return Measured(test, known, confidence, data["measured_at"], _said(test, known))
    except (OSError, ValueError, KeyError, TypeError):
        raise ValueError(
            f"{path}: berkas ukuran ini tidak utuh. Tulis ulang dengan: cermat evaluate --rules "
            "--write"
        ) from None


def figures_of(measure: Measure) -> str:
    """Precision, recall and support as the catalogue writes them."""
    precision, recall = (_share(value) for value in (measure.precision, measure.recall))
    return f"presisi {precision}, perolehan {recall}, n = {measure.support}"


def _measure(data: dict[str, Any], own: dict[str, Any] | None, part: str) -> Measure | None:
    return Measure(**own[part], forms=data["forms"][part]) if own else None


def _said(test: Measure | None, known: Measure | None) -> str:
    if test is None or known is None:
        return "Ketelitian terukur: belum ada; korpus tidak menganotasi aturan ini."
    if not test.support and not known.support:
        return "Ketelitian terukur: belum ada; korpus tidak memuat kasusnya."
    if test.support:
        said = f"Ketelitian terukur: {figures_of(test)}, pada {test.forms} formulir uji. "
    else:
        said = f"Ketelitian terukur: tidak ada kasus pada {test.forms} formulir uji. "
    said += f"Pada {known.forms} formulir tempat aturan ini disetel: {figures_of(known)}. "
    if 0 < test.support < _FEW:
        said += f"Dengan n di bawah {_FEW} angkanya masih mudah berubah. "
    return said + _MEANING


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}".replace(".", ",")
