"""What the commands do: from files to bundle, to doubtful annotations, to the next forms."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from corpus.rows import split_of
from nlp.features import FIELD_TASKS
from nlp.review import load_reviewer
from training.annotate_next import Candidate, annotate_next
from training.examples import Example
from training.report import write_report
from training.sources import Sources, held_out_texts, read_sources, write_rejects
from training.sources.unlabelled import read_unlabelled
from training.suspects import Suspect, suspects
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

REPORT = "report.html"
"""The report's name in a bundle; it is no part of what is sealed."""

Learnt = dict[str, list[Example]]


def train_bundle(
    files: Sequence[Path], tasks: Sequence[str], out: Path | None, with_corpus: bool
) -> str:
    """Train and write a bundle, telling on standard error what happens.

    In: annotated files (none: the corpus alone), the tasks (none: those the files annotate, or
    all), the folder, and whether the corpus is learnt from too. Without files and folder the
    built-in models are written anew, without the report that every other folder gets. Of the files
    only groups outside the test split are learnt from (``corpus.rows.split_of``); rows that cannot
    be read go to ``rejects.jsonl``. Out: the bundle's version. Raises ``ValueError`` with a
    sentence on unknown tasks and unusable data.
    """
    console = Console(stderr=True, highlight=False)
    _refuse_unknown(tasks)
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
    if folder != MODELS:
        models = {run.task: run.fitted.model for run in runs}
        write_report(runs, models, folder / REPORT, console)
    _tell(runs, version, folder, console)
    return version


def own_examples(files: Sequence[Path] | None, splits: Sequence[str]) -> Learnt:
    """The examples of annotated files in these splits, by task; none without files.

    What was read as what goes to standard error. Raises ``ValueError`` with a sentence when a file
    cannot be read or no example is left.
    """
    if not files:
        return {}
    found = read_sources(list(files), held_out=held_out_texts())
    _tell_sources(found, Console(stderr=True, highlight=False))
    kept = {
        task: [one for one in examples if split_of(one.group) in splits]
        for task, examples in found.examples.items()
        if task in LABELS
    }
    if not any(kept.values()):
        raise ValueError(
            "Tidak ada anotasi yang dapat dipakai dalam berkas --data. Bila yang diukur hanya "
            "bagian ujinya, coba --semua."
        )
    return {task: listed for task, listed in kept.items() if listed}


def find_suspects(files: Sequence[Path], tasks: Sequence[str], with_corpus: bool) -> list[Suspect]:
    """The doubtful annotations of the files, or of the corpus without files, worst first.

    In: as :func:`train_bundle`. Of the files every group is judged, for a wrong label harms a
    measurement too; nothing learnt here is kept. Raises ``ValueError`` with a sentence.
    """
    _refuse_unknown(tasks)
    own = own_examples(files, ("train", "dev", "test"))
    wanted = list(tasks) or [name for name in LABELS if name in own or not files]
    corpus = corpus_examples(wanted) if with_corpus else {}
    found = []
    for name in _track(wanted, "Memeriksa anotasi"):
        judged = own.get(name, []) if files else corpus[name]
        if judged:
            every = [*corpus.get(name, []), *own.get(name, [])]
            found += suspects(name, every, judged)
    return sorted(found, key=lambda one: (one.score, one.task, one.id))


def choose_next(files: Sequence[Path], fields: Sequence[str], most: int) -> list[Candidate]:
    """The unlabelled forms to annotate next, judged by the models in use.

    Raises ``ValueError`` with a sentence on an unknown field or a file that cannot be read.
    """
    known = (*FIELD_TASKS, "konseling")
    unknown = [name for name in fields if name not in known]
    if unknown:
        raise ValueError(f"Tidak ada bidang {unknown[0]}; yang ada: {', '.join(known)}.")
    found = [one for path in files for one in read_unlabelled(path)]
    forms = len({one.form for one in found if not fields or one.field in fields})
    with _progress() as progress:
        bar = progress.add_task("Menimbang formulir", total=forms)
        models = dict(load_reviewer().models)
        return annotate_next(found, models, most, fields, lambda: progress.advance(bar))


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


def _refuse_unknown(tasks: Sequence[str]) -> None:
    unknown = [name for name in tasks if name not in LABELS]
    if unknown:
        raise ValueError(f"Tidak ada tugas {unknown[0]}; yang ada: {', '.join(LABELS)}.")


def _fit(learnt: Learnt, console: Console) -> list[Run]:
    with _progress(console) as progress:
        bar = progress.add_task("Melatih", total=len(learnt))
        runs = []
        for run in fit_each(learnt, today()):
            runs.append(run)
            progress.update(bar, advance=1, description=f"Melatih: {run.task}")
    return runs


def _track(names: Sequence[str], what: str) -> Iterator[str]:
    with _progress() as progress:
        bar = progress.add_task(what, total=len(names))
        for name in names:
            progress.update(bar, description=f"{what}: {name}")
            yield name
            progress.advance(bar)


def _progress(console: Console | None = None) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, TimeElapsedColumn(), console=console or Console(stderr=True))


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
    if folder != MODELS:
        console.print(f"Laporan (mengutip teks pelatihan): {folder / REPORT}")
    console.print(f"Versi {version}, di {folder}. Pakai dengan: cermat promote {folder}")
