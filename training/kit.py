"""``cermat train`` from files to bundle: what it reads, learns, writes and tells."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from corpus.rows import split_of
from training.examples import Example
from training.sources import Sources, held_out_texts, read_sources, write_rejects
from training.train import (
    LABELS,
    MODELS,
    SPLITS,
    Run,
    corpus_examples,
    fit_each,
    seal,
    today,
    write,
)

DEFAULT = Path("bundel")
"""Where a bundle goes that learnt from a researcher's data."""

Learnt = dict[str, list[Example]]


def train_bundle(
    files: Sequence[Path], tasks: Sequence[str], out: Path | None, with_corpus: bool
) -> str:
    """Train and write a bundle, telling on standard error what happens.

    In: annotated files (none: the corpus alone), the tasks (none: those the files annotate, or
    all), the folder, and whether the corpus is learnt from too. Without files and folder the
    built-in models are written anew. Of the files only groups outside the test split are learnt
    from (``corpus.rows.split_of``); rows that cannot be read go to ``rejects.jsonl``. Out: the
    bundle's version. Raises ``ValueError`` with a sentence on unknown tasks and unusable data.
    """
    console = Console(stderr=True, highlight=False)
    unknown = [name for name in tasks if name not in LABELS]
    if unknown:
        raise ValueError(f"Tidak ada tugas {unknown[0]}; yang ada: {', '.join(LABELS)}.")
    folder = out or (DEFAULT if files else MODELS)
    folder.mkdir(parents=True, exist_ok=True)
    given = _given(files, folder, console)
    wanted = list(tasks) or [name for name in LABELS if name in given or not files]
    learnt = corpus_examples(wanted) if with_corpus else {}
    for name in wanted:
        own = [e for e in given.get(name, []) if split_of(e.group) in SPLITS]
        learnt[name] = learnt.get(name, []) + own
    runs = _fit(learnt, console)
    for run in runs:
        write(run, folder, estimators=folder != MODELS)
    version = seal(folder)
    _tell(runs, version, folder, console)
    return version


def _given(files: Sequence[Path], folder: Path, console: Console) -> Learnt:
    if not files:
        return {}
    found = read_sources(list(files), held_out=held_out_texts())
    _tell_sources(found, console)
    if found.rejects:
        path = folder / "rejects.jsonl"
        write_rejects(path, found.rejects)
        console.print(f"{len(found.rejects)} baris tidak terbaca; alasannya di {path}.")
    if not any(found.examples.values()):
        raise ValueError("Tidak ada anotasi yang dapat dipakai dalam berkas --data.")
    return {task: list(examples) for task, examples in found.examples.items() if examples}


def _fit(learnt: Learnt, console: Console) -> list[Run]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
        bar = progress.add_task("Melatih", total=len(learnt))
        runs = []
        for run in fit_each(learnt, today()):
            runs.append(run)
            progress.update(bar, advance=1, description=f"Melatih: {run.task}")
    return runs


def _tell_sources(found: Sources, console: Console) -> None:
    for file, columns in found.columns.items():
        console.print(f"[bold]{file}[/bold]")
        for column, meaning in columns.items():
            console.print(f"  {column} → {meaning}", markup=False)
    for file, count in found.counts.items():
        console.print(f"{file}: {count.examples} contoh dari {count.records} teks.", markup=False)


def _tell(runs: Sequence[Run], version: str, folder: Path, console: Console) -> None:
    for run in runs:
        best = max(row.macro_f1 for row in run.fitted.comparison if row.linear)
        console.print(
            f"{run.task}: {len(run.examples)} contoh, makro-F1 {best:.3f} (validasi silang)."
        )
    console.print(f"Versi {version}, di {folder}. Pakai dengan: cermat promote {folder}")
