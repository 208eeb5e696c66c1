"""``cermat train`` and ``cermat evaluate``; mounted by the main command through entry points."""

from datetime import date
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
    from training.examples import SOURCES
    from training.train import MODELS, train_all

    folder = out or MODELS
    try:
        versions = train_all(task or list(SOURCES), folder, date.today())
    except KeyError as error:
        typer.echo(f"Tidak ada tugas {error}; yang ada: {', '.join(SOURCES)}.", err=True)
        raise typer.Exit(2) from None
    for name, version in versions.items():
        typer.echo(f"{name}: versi {version}, {folder / name}.json")


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
