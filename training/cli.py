"""``cermat train``, ``evaluate``, ``compare``; the main command finds them by entry point."""

from pathlib import Path
from typing import Annotated, NoReturn

import typer


def train(
    data: Annotated[
        list[Path] | None,
        typer.Option("--data", metavar="BERKAS", help="Anotasi sendiri; boleh berulang."),
    ] = None,
    task: Annotated[
        list[str] | None,
        typer.Option("--task", metavar="TUGAS", help="Tugas yang dilatih; boleh berulang."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FOLDER", help="Folder tujuan; dengan --data: bundel."),
    ] = None,
    alone: Annotated[
        bool, typer.Option("--tanpa-korpus", help="Latih dari --data saja, tanpa korpus cermat.")
    ] = False,
) -> None:
    """Latih model dari korpus dan anotasi sendiri; tulis bobot, kartu, dan laporannya."""
    from training.kit import train_bundle

    if alone and not data:
        _fail("--tanpa-korpus memerlukan --data.")
    try:
        train_bundle(data or [], task or [], out, with_corpus=not alone)
    except ValueError as error:
        _fail(str(error))


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


def compare(
    a: Annotated[
        str, typer.Argument(metavar="A", help="Folder, versi, champion, challenger, bawaan.")
    ],
    b: Annotated[str, typer.Argument(metavar="B", help="Himpunan model pembandingnya.")],
    as_json: Annotated[
        bool, typer.Option("--json", help="Tulis sebagai JSON, bukan tabel.")
    ] = False,
) -> None:
    """Bandingkan dua himpunan model pada bagian uji korpus."""
    import json
    from dataclasses import asdict

    from rich.console import Console

    from nlp.bundle import BUILT_IN, complete, read_bundle
    from nlp.registry import default_root, resolve
    from training.compare import compare as measure
    from training.show import show_comparison

    try:
        built_in = read_bundle(BUILT_IN)
        folders = [resolve(default_root(), name) for name in (a, b)]
        bundles = [complete(read_bundle(folder), built_in) for folder in folders]
        found = measure(bundles[0], bundles[1])
    except ValueError as error:
        _fail(str(error))
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    else:
        names = [f"{bundle.version} ({bundle.folder})" for bundle in bundles]
        show_comparison(found, (names[0], names[1]), Console(highlight=False))


def _fail(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(2)
