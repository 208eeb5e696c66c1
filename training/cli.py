"""``cermat train`` and ``cermat evaluate``; mounted by the main command through entry points."""

from pathlib import Path
from typing import Annotated

import typer


def train(
    task: Annotated[
        list[str] | None, typer.Option("--task", help="Tugas yang dilatih; bawaan: semua.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder tujuan; bawaan: nlp/models.")
    ] = None,
) -> None:
    """Latih model dari korpus dan tulis bobot serta kartunya."""
    from training.train import LABELS, MODELS, corpus_examples, fit_each, today, write

    unknown = [name for name in task or () if name not in LABELS]
    if unknown:
        typer.echo(f"Tidak ada tugas {unknown[0]}; yang ada: {', '.join(LABELS)}.", err=True)
        raise typer.Exit(2)
    folder = out or MODELS
    folder.mkdir(parents=True, exist_ok=True)
    for run in fit_each(corpus_examples(task or LABELS), today()):
        write(run, folder, estimators=out is not None)
        typer.echo(f"{run.task}: versi {run.card['version']}, {folder / run.task}.json")


def evaluate(
    models: Annotated[
        Path | None, typer.Option("--models", help="Folder model; bawaan: nlp/models.")
    ] = None,
    errors: Annotated[
        int, typer.Option("--errors", help="Kesalahan terburuk yang ditampilkan per tugas.")
    ] = 0,
) -> None:
    """Ukur model pada bagian uji korpus dan cetak tabelnya."""
    from training.evaluate import print_figures
    from training.train import MODELS

    print_figures(models or MODELS, errors)
