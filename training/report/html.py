"""The report of a training run: one HTML file without script and without anything from outside."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

import joblib
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from corpus.rows import read, split_of
from nlp.classifier import Model
from training import behaviour
from training.behaviour import Outcome
from training.examples import SOURCES, examples
from training.measure import Figures, figures
from training.report import tables
from training.report.answers import Answers, answers_of
from training.report.sections import section
from training.report.wording import TASKS, count, decimal, named, percent
from training.train import SPLITS, Run

_STYLE = Path(__file__).with_name("style.css")
_NOTICE = (
    "Laporan ini mengutip teks pelatihan apa adanya. Simpan, bagikan, dan hapus laporan ini dengan "
    "kehati-hatian yang sama seperti teks itu sendiri."
)
Part = tuple[tuple[str, ...], str, Figures | None]
"""A task's row of the summary, its section, and its figures on the test split."""


def write_report(
    runs: Sequence[Run], models: dict[str, Model], path: Path, console: Console | None = None
) -> None:
    """Write the report of a training run.

    In: the runs in the order they are shown, the models that were written (put to behavioural
    tests and to the corpus's test split), the file, and where to show progress. Every text it
    quotes comes from the runs' examples; of the test split it holds aggregates alone. Raises
    ``OSError`` when the file cannot be written.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    shown = console or Console(quiet=True)
    with Progress(*columns, TimeElapsedColumn(), console=shown) as progress:
        bar = progress.add_task("Menulis laporan", total=len(runs) + 1)
        outcomes = behaviour.run({run.task: models[run.task] for run in runs})
        progress.advance(bar)
        parts = []
        for part in _parts(runs, models, outcomes):
            parts.append(part)
            progress.advance(bar)
    path.write_text(_page(runs, parts, outcomes), "utf-8")


def _parts(
    runs: Sequence[Run], models: dict[str, Model], outcomes: list[Outcome]
) -> Iterable[Part]:
    jobs = min(2, len(runs))
    yield from joblib.Parallel(jobs, return_as="generator")(
        joblib.delayed(_part)(run, models[run.task], [o for o in outcomes if o.task == run.task])
        for run in runs
    )


def _part(run: Run, model: Model, outcomes: list[Outcome]) -> Part:
    answers = answers_of(run)
    unseen = examples(run.task, ("test",))
    return (
        _summary_row(answers, outcomes),
        section(answers, outcomes, _traps(run.task)),
        figures(model, unseen) if unseen else None,
    )


def _traps(task: str) -> dict[str, str]:
    """The trap of each corpus row that may be learnt from, by the row's id."""
    return {
        row.data["id"]: row.data["trap"]
        for row in read(SOURCES[task][0])
        if row.data["trap"] and split_of(row.data["group"]) in SPLITS
    }


def _summary_row(answers: Answers, outcomes: list[Outcome]) -> tuple[str, ...]:
    run = answers.run
    chosen = next(row for row in run.fitted.comparison if row.name == run.card["algorithm"])
    rows = tables.per_label(answers)
    if answers.several:
        shown = [f"{len(rows)} butir; lihat rinciannya"]
    else:
        shown = [f"{named(name)}: {decimal(p, 2)} / {decimal(r, 2)}" for name, _, p, r in rows]
    failed = sum(len(one.failures) for one in outcomes)
    cases = sum(one.cases for one in outcomes)
    return (
        tables.Raw(f'<a href="#{escape(run.task)}">{escape(run.task)}</a>'),
        count(len(run.examples)),
        tables.Raw(f"<b>{decimal(chosen.macro_f1)}</b>"),
        tables.Raw("<br>".join(map(escape, shown))),
        f"{failed}/{cases} ({percent(failed / cases)})" if cases else "–",
    )


def _page(runs: Sequence[Run], parts: list[Part], outcomes: list[Outcome]) -> str:
    date = escape(runs[0].card["trained_at"]) if runs else ""
    links = "".join(
        f'<a href="#{escape(run.task)}">{escape(TASKS.get(run.task, run.task))}</a>' for run in runs
    )
    head = (
        "tugas",
        "contoh#",
        "makro-F1#",
        "presisi / perolehan tiap label",
        "uji perilaku gagal#",
    )
    unseen = [found for _, _, found in parts if found]
    return (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>Laporan pelatihan {date}</title><style>{_STYLE.read_text('utf-8')}</style></head>"
        f"<body><h1>Laporan pelatihan model cermat</h1><p>{date} · {len(runs)} tugas</p>"
        f'<p class="awas"><b>Perhatian.</b> {_NOTICE}</p>'
        f"<nav>{links}</nav>"
        f"<figure><h3>Ringkasan</h3>{tables.table(head, [row for row, _, _ in parts])}"
        "<figcaption>Semua angka di sini dan pada bagian tiap tugas berasal dari validasi silang: "
        "setiap teks dijawab oleh model yang tidak mempelajari kelompok penulisnya. Makro-F1 "
        "merata-ratakan mutu semua label, jadi label yang jarang sama beratnya; 1 berarti tanpa "
        "kekeliruan.</figcaption></figure>"
        f"{_unseen(unseen)}{''.join(body for _, body, _ in parts)}</body></html>\n"
    )


def _unseen(found: list[Figures]) -> str:
    if not found:
        return ""
    return (
        f"<figure><h3>Pada bagian uji korpus</h3>{tables.held_out_table(found)}"
        "<figcaption>Teks yang tidak pernah dilihat selama pengembangan; hanya angkanya yang "
        "ditampilkan. Selang 95 %: di dalamnya nilai sebenarnya diperkirakan berada (bootstrap). "
        "ECE: jarak antara peluang dan kenyataan. Dijawab: bagian teks yang tidak diserahkan "
        "kepada manusia; tepat: yang benar di antaranya.</figcaption></figure>"
    )
