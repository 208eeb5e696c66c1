"""Linked fields as examples: written pairs, the links of whole forms, and strangers.

Written pairs (``sinkron.jsonl``) are all traps, and traps alone would teach that shared words part
two texts. What forms hold is added as it stands, and for learning also links between two forms of
different offices, which never belong together.
"""

import random
from pathlib import Path

from corpus.rows import FOLDER, Row, read, split_of
from nlp.analysis import is_blank, links
from nlp.form import form_from_dict, texts, value_at
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
        form = form_from_dict(row.data["form"])
        filled = {pointer: field for pointer, field, raw in texts(form) if not is_blank(raw)}
        for link, earlier, later in links(filled):
            label = "TIDAK_SINKRON" if later in broken else "SINKRON"
            said = value_at(form, earlier), value_at(form, later)
            found.append(_example(row, link, later, *said, label))
    return found


def strangers(joined: list[Example]) -> list[Example]:
    """Earlier links of one form with later links of another group's; the same every time."""
    chance, found = random.Random(0), []
    for one in joined:
        kind = one.context["pasangan"]
        others = [o for o in joined if o.context["pasangan"] == kind and o.group != one.group]
        for number, other in enumerate(chance.sample(others, min(_STRANGERS_A_LINK, len(others)))):
            found.append(
                Example(
                    f"{one.id}-asing{number}", one.group, one.unit, False, other.text,
                    one.context, ("TIDAK_SINKRON",),
                )
            )  # fmt: skip
    return found


def _example(row: Row, link: str, pointer: str, earlier: str, later: str, label: str) -> Example:
    data = row.data
    return Example(
        f"{data['id']}{pointer}", data["group"], data["unit"], False, later,
        {"pasangan": link, "sebelumnya": earlier}, (label,),
    )  # fmt: skip
