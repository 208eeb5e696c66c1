"""What is written of the rules' figures: the table, the catalogue's file, the snapshot."""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from corpus.rows import Row, decided
from nlp.form import place_of
from nlp.measured import FILE
from training.rules import ANNOTATED, Figures, Judged, Ratio, RuleFigures

# Fewer findings without a probability measure no precision.
_FEWEST = 20


def table(figures: Figures) -> list[str]:
    """The lines of a Markdown table, one rule each, the worst F1 first, and what holds of all."""
    lines = [
        "| aturan | n | presisi [95 %] | perolehan [95 %] | F1 [95 %] | temuan | ragu |",
        "| --- | ---: | --- | --- | --- | ---: | ---: |",
    ]
    ranked = sorted(figures.rules, key=lambda one: (one.f1.value or 0.0, one.rule))
    lines += [_row(one) for one in (*ranked, figures.all)]
    doubted = figures.all.doubted / figures.all.found if figures.all.found else 0.0
    sure = "–" if figures.sure is None else f"{figures.sure:.3f}"
    return [
        *lines,
        "",
        f"Formulir: {figures.forms}. F1 mikro atas (aturan, penunjuk): {_shown(figures.all.f1)}.",
        f"Formulir tanpa cela menurut penganotasi: {figures.faultless}; tanpa temuan “perlu "
        f"diperbaiki”: {_shown(figures.spared)}.",
        f"Skor terhadap penilaian 1–5 ({figures.rated} formulir): Spearman "
        f"{figures.spearman:.3f}, Kendall τ-b {figures.kendall:.3f}.",
        f"Menahan diri (perlu dilihat orang): {doubted:.0%} temuan; presisi sisanya {sure}.",
        "EJAAN dan FEEDBACK_SALINAN tidak dianotasi pada formulir korpus dan tidak dihitung.",
    ]


def write_figures(
    parts: Mapping[str, tuple[Figures, Sequence[Row]]],
    rules: Sequence[str],
    bundle: object,
    measured_at: str,
    path: Path = FILE,
) -> None:
    """Write the file that the catalogue and the findings' confidence are read from.

    In: figures and forms of ``test`` and ``train_dev``, all rules of the catalogue, the version of
    the models measured, the date. A rule that the corpus does not annotate gets null.
    """
    given = {part: {one.rule: one for one in figures.rules} for part, (figures, _) in parts.items()}
    data = {
        "measured_at": measured_at,
        "bundle": bundle,
        "data_hash": _hash([row for _, rows in parts.values() for row in rows]),
        "forms": {part: figures.forms for part, (figures, _) in parts.items()},
        "rules": {
            rule: {
                **{part: _measure(one[rule]) for part, one in given.items()},
                "confidence": _confidence(given["train_dev"][rule]),
            }
            if rule in ANNOTATED
            else None
            for rule in sorted(rules)
        },
    }
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")


def snapshot(judged: Sequence[Judged]) -> list[str]:
    """Every finding as ``form pointer RULE severity span``, without texts, in form order."""
    return [
        f"{one.id} {finding.pointer} {finding.rule} {finding.severity} "
        + (f"{finding.span.start}-{finding.span.end}" if finding.span else "-")
        for one in judged
        for finding in sorted(
            one.findings, key=lambda f: (place_of(f.pointer), f.rule, f.span or (0, 0))
        )
    ]


def _row(one: RuleFigures) -> str:
    return (
        f"| {one.rule} | {one.support} | {_shown(one.precision)} | {_shown(one.recall)} | "
        f"{_shown(one.f1)} | {one.found} | {one.doubted} |"
    )


def _shown(ratio: Ratio) -> str:
    if ratio.value is None or ratio.interval is None:
        return "–"
    return f"{ratio.value:.3f} [{ratio.interval[0]:.3f}–{ratio.interval[1]:.3f}]"


def _measure(one: RuleFigures) -> dict[str, Any]:
    precision, recall = (
        None if ratio.value is None else round(ratio.value, 4)
        for ratio in (one.precision, one.recall)
    )
    return {"precision": precision, "recall": recall, "support": one.support}


def _confidence(one: RuleFigures) -> float | None:
    """The precision of findings that carry no probability, by Laplace's rule of succession.

    So no judgement is as sure as a plain fact (1.0), however well it did on the forms it was
    mended on.
    """
    if min(one.unrated, one.support) < _FEWEST:
        return None
    return round((one.unrated_right + 1) / (one.unrated + 2), 4)


def _hash(rows: Sequence[Row]) -> str:
    digest = sha256()
    for line in _lines(rows):
        digest.update(f"{line}\n".encode())
    return digest.hexdigest()[:12]


def _lines(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        said = [row.data["id"], row.data["form"], decided(row.data["findings"])]
        yield json.dumps(said, ensure_ascii=False, sort_keys=True)
