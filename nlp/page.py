"""Rule pages: Indonesian prose for users whose examples are the rule's tests.

A page is Markdown: a title line ``# ID – judul``, the sections *Apa*, *Mengapa*, *Sumber*, and the
lists *Contoh salah* and *Contoh benar*. One list item is one example::

    - **Memahami** SOP pengadaan
      - saran: Tersusun [jumlah] resume SOP pengadaan paling lambat [tanggal]
      - dengan: {"/pegawai/jabatan": "Bendahara"}

``**…**`` marks the words the rule must mark. ``nyaris:`` before the text marks a near miss.
``dengan`` patches the form around the text, pointer by pointer. ``kumpulan`` lists the same field
of other people's forms, for a rule that judges a form among others.
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Example:
    """One example: the text, its marked span (code points), and what the form around it says.

    ``batch``: the same field of other people's forms beside it.
    """

    text: str
    span: tuple[int, int] | None = None
    suggestion: str | None = None
    context: dict[str, Any] = field(default_factory=dict)
    near_miss: bool = False
    batch: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A rule page as data; prose fields are Markdown."""

    id: str
    title: str
    what: str
    why: str
    source: str
    guideline: str
    severity: str
    fields: tuple[str, ...]
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]
    markdown: str


_SECTIONS = ("Apa", "Mengapa", "Sumber", "Contoh salah", "Contoh benar")
_MARK = re.compile(r"\*\*(.+?)\*\*")


def read_page(
    path: Path, rule: str, guideline: str, severity: str, fields: tuple[str, ...]
) -> Page:
    """Read one rule's page.

    In: the ``.md`` file and what the rule says of itself. Out: the page. Raises ``ValueError``
    that names file and section when a section is missing or the title is not the rule's id.
    """
    markdown = path.read_text("utf-8")
    head, *rest = re.split(r"^## +", markdown, flags=re.MULTILINE)
    identity, _, title = head.strip().removeprefix("# ").partition(" – ")
    if identity != rule:
        raise ValueError(f"{path.name}: the title names {identity!r}, not {rule}")
    sections = {}
    for section in rest:
        name, _, body = section.partition("\n")
        sections[name.strip()] = body.strip()
    missing = [name for name in _SECTIONS if not sections.get(name)]
    if missing:
        raise ValueError(f"{path.name}: section {missing[0]!r} is missing")
    return Page(
        rule,
        title.strip(),
        sections["Apa"],
        sections["Mengapa"],
        sections["Sumber"],
        guideline,
        severity,
        fields,
        _examples(sections["Contoh salah"], path.name),
        _examples(sections["Contoh benar"], path.name),
        markdown,
    )


def _examples(body: str, name: str) -> tuple[Example, ...]:
    examples: list[dict[str, Any]] = []
    for line in body.splitlines():
        if line.startswith("- "):
            examples.append(_example(line[2:].strip()))
        elif line.strip().startswith("- saran: "):
            examples[-1]["suggestion"] = line.strip().removeprefix("- saran: ")
        elif line.strip().startswith("- dengan: "):
            examples[-1]["context"] = json.loads(line.strip().removeprefix("- dengan: "))
        elif line.strip().startswith("- kumpulan: "):
            examples[-1]["batch"] = tuple(json.loads(line.strip().removeprefix("- kumpulan: ")))
        elif line.strip():
            raise ValueError(f"{name}: cannot read the line {line.strip()!r}")
    return tuple(Example(**example) for example in examples)


def _example(text: str) -> dict[str, Any]:
    near_miss = text.startswith("nyaris: ")
    text = text.removeprefix("nyaris: ")
    mark = _MARK.search(text)
    plain = _MARK.sub(r"\1", text)
    span = (mark.start(), mark.start() + len(mark[1])) if mark else None
    return {"text": plain, "span": span, "near_miss": near_miss}
