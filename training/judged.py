"""A sample of rewrites for people to judge, and what they said of it.

``python -m training.judged --split test -o FILE`` draws the first rewrite of findings of every rule
that owes one; the judged file is ``corpus/rewrites/judged.jsonl``.
"""

import json
import random
from itertools import zip_longest
from pathlib import Path
from typing import Annotated, Any

import typer

from corpus.rows import FOLDER
from corpus.stats import kappa
from nlp.finding import Finding
from nlp.form import Form, value_at
from nlp.review import Reviewer, load_reviewer, review
from nlp.rewriting import filled
from training.rewrites import TARGETS, concerns, placed

JUDGED = FOLDER / "rewrites" / "judged.jsonl"
_SEED = 20261123
_AROUND = {
    "INDIKATOR_TIDAK_TERUKUR": "rtl", "HASIL_TIDAK_KONKRET": "/topik", "TIDAK_SINKRON": "/topik",
}  # fmt: skip


def sample(reviewer: Reviewer, splits: tuple[str, ...], count: int) -> list[dict[str, Any]]:
    """Rows to judge, ``count`` of them, as evenly over the rules as there are findings.

    In: a loaded reviewer, the splits to draw from, how many rows. Out: rows with the text, what
    stands around it, the first rewrite and the same with its slots filled by their examples.
    Ordinary findings come before the corpus's hard ones, which only fill up.
    """
    places = list(placed(splits))
    random.Random(_SEED).shuffle(places)
    places.sort(key=lambda place: place[2])
    found: dict[str, list[dict[str, Any]]] = {rule: [] for rule in TARGETS}
    seen: set[tuple[str, str]] = set()
    for form, pointer, hard in places:
        for finding in review(reviewer, form).findings:
            text = str(value_at(form, _pointer(finding)))
            fresh = (finding.rule, text) not in seen
            owed = finding.rule in TARGETS and concerns(finding, pointer)
            if owed and fresh and _first(finding) is not None:
                seen.add((finding.rule, text))
                found[finding.rule].append(_row(form, finding, text, hard))
    turns = zip_longest(*found.values())
    return [row for turn in turns for row in turn if row is not None][:count]


def _pointer(finding: Finding) -> str:
    """The text that the first rewrite about wording replaces."""
    made = _first(finding)
    return (made.pointer if made else None) or finding.pointer


def _first(finding: Finding) -> Any:
    """The first rewrite of wording: of a wrong icon the one that changes the text."""
    worded = [s for s in finding.suggestions if s.pointer or not finding.pointer.endswith("/ikon")]
    return next(iter(worded), None)


def _row(form: Form, finding: Finding, text: str, hard: bool) -> dict[str, Any]:
    made = _first(finding)
    step = finding.pointer.rpartition("/")[0]
    around = {
        "jabatan": form.pegawai.jabatan,
        "ikon": value_at(form, f"{step}/ikon") if step.startswith("/umpan_balik") else None,
        "sebelumnya": _earlier(form, finding, step),
    }
    return {
        "rule": finding.rule,
        "hard": hard,
        "text": text,
        "context": {name: value for name, value in around.items() if value},
        "rewrite": made.text,
        "filled": filled(made),
    }


def _earlier(form: Form, finding: Finding, step: str) -> str | None:
    where = _AROUND.get(finding.rule)
    if where == "rtl":
        where = f"{step}/rtl"
    found = value_at(form, where) if where and where != finding.pointer else None
    return str(found) if found else None


def read_judged(path: Path = JUDGED) -> list[dict[str, Any]]:
    """The judged rows: those of :func:`sample` with the verdicts ``first`` and ``second``."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def verdicts(rows: list[dict[str, Any]], reviewer: Reviewer) -> list[str]:
    """What was judged, as lines of Markdown: a row for each rule, agreement, what was refused.

    In: the judged rows and a loaded reviewer, which tells how many of them it still offers. Out: of
    every rule how many rewrites the first reader, the second, and both called acceptable.
    """
    lines = [
        "| aturan | dinilai | layak, pembaca 1 | pembaca 2 | keduanya |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    groups = {rule: [r for r in rows if r["rule"] == rule] for rule in TARGETS}
    groups |= {
        "temuan biasa": [r for r in rows if not r["hard"]],
        "temuan sulit": [r for r in rows if r["hard"]],
        "semua": rows,
    }
    for name, of in groups.items():
        shares = [
            sum(all(row[who]["ok"] for who in whom) for row in of) / max(1, len(of))
            for whom in (("first",), ("second",), ("first", "second"))
        ]
        lines.append(f"| {name} | {len(of)} | " + " | ".join(f"{s:.2f}" for s in shares) + " |")
    firsts, seconds = ([row[who]["ok"] for row in rows] for who in ("first", "second"))
    same = sum(a == b for a, b in zip(firsts, seconds, strict=True)) / len(rows)
    now = {(r["rule"], r["text"], r["rewrite"]) for r in sample(reviewer, ("test",), len(rows))}
    still = sum((row["rule"], row["text"], row["rewrite"]) in now for row in rows)
    agreed = kappa(firsts, seconds)
    lines += ["", f"Kedua pembaca sepakat pada {same:.2f}, kappa {agreed or 0.0:.2f}."]
    lines += [f"Masih ditawarkan seperti yang dinilai: {still} dari {len(rows)}.", ""]
    lines += [
        f"- {row['rule']}: “{row['text']}” → “{row['rewrite']}” ({row['first']['reason']})"
        for row in rows
        if not row["first"]["ok"] and not row["second"]["ok"]
    ]
    return lines


def _write(
    split: Annotated[str, typer.Option()] = "train+dev",
    count: Annotated[int, typer.Option()] = 300,
    output: Annotated[Path, typer.Option("-o")] = Path("rewrites.jsonl"),
) -> None:
    """Draw a sample to judge."""
    rows = sample(load_reviewer(), tuple(split.split("+")), count)
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    output.write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    typer.run(_write)
