"""Tables of a report as HTML; every cell is escaped here unless it is a :class:`Raw`."""

from collections.abc import Sequence
from html import escape

import numpy as np

from training.behaviour import Outcome
from training.measure import Figures
from training.readable import readable
from training.report.answers import Answers, Error
from training.report.curves import Slice
from training.report.wording import KINDS, count, decimal, named, percent, signed


class Raw(str):
    """A cell that is HTML already."""

    __slots__ = ()


def table(head: Sequence[str], rows: Sequence[Sequence[str]], style: str = "") -> str:
    """A table; columns whose head ends in "#" hold numbers and stand to the right."""
    right = [name.endswith("#") for name in head]

    def cells(row: Sequence[str], tag: str) -> str:
        return "".join(
            f"<{tag}{' class=a' if at else ''}>{_html(one)}</{tag}>"
            for one, at in zip(row, right, strict=True)
        )

    top = cells([name.removesuffix("#") for name in head], "th")
    body = "".join(f"<tr>{cells(row, 'td')}</tr>" for row in rows)
    return (
        f'<div class="gulir"><table class="{style}"><thead><tr>{top}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def bar(share: float) -> Raw:
    """A share as a short bar with its number."""
    return Raw(
        f'<span class="palang"><i style="width:{100 * share:.1f}%"></i></span> {percent(share)}'
    )


def per_label(answers: Answers) -> list[tuple[str, int, float, float]]:
    """Label, examples, precision and recall out of fold, as the service decides."""
    rows = []
    for k, label in enumerate(answers.run.fitted.model.labels):
        true = answers.truth[:, k] == 1 if answers.several else answers.truth == k
        said = answers.said[:, k] == 1 if answers.several else answers.said == k
        hit = float((true & said).sum())
        rows.append((label, int(true.sum()), hit / max(said.sum(), 1), hit / max(true.sum(), 1)))
    return rows


def labels_table(rows: list[tuple[str, int, float, float]]) -> str:
    """Precision and recall of each label."""
    return table(
        ("label", "contoh#", "presisi", "perolehan"),
        [(named(label), count(n), bar(p), bar(r)) for label, n, p, r in rows],
    )


def candidates_table(answers: Answers) -> str:
    """What was compared; the chosen candidate is marked."""
    rows = [
        (
            Raw(f"<b>{escape(row.name)}</b> (dipilih)")
            if row.name == answers.run.card["algorithm"]
            else row.name,
            decimal(row.macro_f1),
            f"{signed(row.difference)} ± {decimal(row.error)}",
        )
        for row in answers.run.fitted.comparison
    ]
    return table(("calon", "makro-F1#", "selisih ± galat baku#"), rows)


def confusion_table(answers: Answers) -> str:
    """Rows: label given; columns: label said. A darker cell holds a greater share of its row."""
    labels = answers.run.fitted.model.labels
    counts = np.zeros((len(labels), len(labels)), dtype=int)
    np.add.at(counts, (answers.truth, answers.said), 1)
    rows = []
    for k, label in enumerate(labels):
        total = max(counts[k].sum(), 1)
        cells = [
            Raw(
                f'<span class="sel{" salah" if j != k else ""}" style="--isi:{n / total:.2f}">'
                f"{count(int(n))}<small>{percent(n / total)}</small></span>"
            )
            for j, n in enumerate(counts[k])
        ]
        rows.append((Raw(f"<b>{escape(named(label))}</b>"), *cells))
    head = ("anotasi ↓ · model →", *(f"{named(label)}#" for label in labels))
    return table(head, rows, "kacau")


def slices_table(found: list[Slice], kind: str) -> str:
    """The share answered right in each part of one kind."""
    rows = [
        (one.name, count(one.texts), bar(one.right),
         f"{percent(one.interval[0])}–{percent(one.interval[1])}")
        for one in found
        if one.kind == kind
    ]  # fmt: skip
    return table((kind, "teks#", "tepat", "selang 95 %#"), rows) if rows else ""


def errors_table(errors: list[Error]) -> str:
    """Each wrong answer with its text and what pulled it there."""
    rows = [
        (
            Raw(f"<q>{escape(one.example.text)}</q><small>{escape(one.example.id)}</small>"),
            _verdict(one),
            decimal(one.probability),
            Raw("<br>".join(_pull(name, pull) for name, pull in one.pulls) or "–"),
        )
        for one in errors
    ]
    head = ("teks", "anotasi → model", "peluang#", "ciri yang menarik ke jawaban itu")
    return table(head, rows, "salah")


def behaviour_table(outcomes: list[Outcome]) -> str:
    """Each test with the share of its cases that fail, the worst first."""
    ranked = sorted(outcomes, key=lambda one: (-len(one.failures) / one.cases, one.id))
    rows = [
        (one.what, KINDS.get(one.kind, one.kind), f"{len(one.failures)}/{one.cases}",
         bar(len(one.failures) / one.cases))
        for one in ranked
    ]  # fmt: skip
    return table(("yang harus berlaku", "jenis", "gagal#", "bagian yang gagal"), rows, "uji")


def held_out_table(found: list[Figures]) -> str:
    """Aggregates on the corpus's test split; no text of it is shown."""
    rows = [
        (
            one.task,
            count(one.examples),
            decimal(one.macro_f1),
            f"{decimal(one.interval[0])}–{decimal(one.interval[1])}",
            decimal(one.hard_f1),
            *(
                ("–", "–", "–")
                if one.task == "butir"
                else (
                    decimal(one.calibration_error), percent(one.kept), percent(one.kept_precision)
                )
            ),
        )
        for one in found
    ]  # fmt: skip
    head = (
        "tugas", "teks#", "makro-F1#", "selang 95 %#", "teks sulit#", "ECE#", "dijawab#", "tepat#",
    )  # fmt: skip
    return table(head, rows)


def _html(cell: str) -> str:
    return cell if isinstance(cell, Raw) else escape(cell)


def _verdict(one: Error) -> Raw:
    given = named(one.given) if one.given else "tidak ada"
    said = named(one.said) if one.said else "tidak ada"
    return Raw(f"{escape(given)} → <b>{escape(said)}</b>")


def _pull(name: str, pull: float) -> str:
    return f"{escape(readable(name))} <small>{signed(pull, 2)}</small>"
