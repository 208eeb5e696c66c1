"""Linked fields as examples: written pairs, the links of whole forms, and strangers.

Written pairs (``sinkron.jsonl``) are all traps, and traps alone would teach that shared words part
two texts. What forms hold is added as it stands, and for learning also links between two forms of
different offices, which never belong together.
"""

import random
from pathlib import Path
from typing import Any

from corpus.rows import FOLDER, Row, read, split_of
from nlp.analysis import is_blank
from training.example import Example

_STRANGERS_A_LINK = 2


def form_links(splits: tuple[str, ...], folder: Path = FOLDER) -> list[Example]:
    """The links of the corpus forms in these splits, broken where the gold findings say so.

    Forms with items 12–17 are left out: nobody judged their wording.
    """
    found = []
    for row in read("forms", folder):
        gold = row.data["findings"]["gold"]
        if split_of(row.data["group"]) not in splits or gold is None:
            continue
        if any(finding["rule"] == "PERLU_RUJUKAN_PROFESIONAL" for finding in gold):
            continue
        broken = {f["pointer"] for f in gold if f["rule"] == "TIDAK_SINKRON"}
        for link, pointer, earlier, later in _links(row.data["form"]):
            label = "TIDAK_SINKRON" if pointer in broken else "SINKRON"
            found.append(_example(row, link, pointer, earlier, later, label))
    return found


def strangers(links: list[Example]) -> list[Example]:
    """Earlier links of one form with later links of another group's; the same every time."""
    chance, found = random.Random(0), []
    for one in links:
        kind = one.context["pasangan"]
        others = [o for o in links if o.context["pasangan"] == kind and o.group != one.group]
        for number, other in enumerate(chance.sample(others, min(_STRANGERS_A_LINK, len(others)))):
            found.append(
                Example(
                    f"{one.id}-asing{number}", one.group, one.unit, False, other.text,
                    one.context, ("TIDAK_SINKRON",),
                )
            )  # fmt: skip
    return found


def _links(form: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    topik = form.get("topik")
    found = [("topik-hasil", "/hasil", topik, form.get("hasil"))]
    for number, step in enumerate(form.get("tindak_lanjut") or ()):
        at = f"/tindak_lanjut/{number}"
        found.append(("topik-rtl", f"{at}/rtl", topik, step.get("rtl")))
        found.append(("rtl-indikator", f"{at}/indikator", step.get("rtl"), step.get("indikator")))
    return [
        (link, pointer, earlier, later)
        for link, pointer, earlier, later in found
        if earlier and later and not is_blank(earlier) and not is_blank(later)
    ]


def _example(row: Row, link: str, pointer: str, earlier: str, later: str, label: str) -> Example:
    data = row.data
    return Example(
        f"{data['id']}{pointer}", data["group"], data["unit"], False, later,
        {"pasangan": link, "sebelumnya": earlier}, (label,),
    )  # fmt: skip
