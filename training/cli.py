"""The commands of the training kit; the main command finds them by entry point."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal, NoReturn

import typer

Data = Annotated[
    list[Path] | None,
    typer.Option("--data", metavar="BERKAS", help="Anotasi sendiri; boleh berulang."),
]
Tasks = Annotated[
    list[str] | None,
    typer.Option("--task", metavar="TUGAS", help="Hanya tugas ini; boleh berulang."),
]
Most = Annotated[int, typer.Option("--most", metavar="JUMLAH", min=1, help="Paling banyak sekian.")]
Out = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="BERKAS", help="Tulis ke berkas ini."),
]
Alone = Annotated[
    bool, typer.Option("--tanpa-korpus", help="Pakai --data saja, tanpa korpus cermat.")
]


def train(
    data: Data = None,
    task: Tasks = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FOLDER", help="Folder tujuan; dengan --data: bundel."),
    ] = None,
    alone: Alone = False,
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
    data: Data = None,
    whole: Annotated[
        bool,
        typer.Option("--semua", help="Dengan --data: semua kelompok, bukan bagian ujinya saja."),
    ] = False,
    behaviour: Annotated[
        bool, typer.Option("--behaviour", help="Jalankan uji perilaku dan cetak tabelnya.")
    ] = False,
    rules: Annotated[
        bool, typer.Option("--rules", help="Ukur aturan pada formulir korpus, bukan modelnya.")
    ] = False,
    split: Annotated[
        Literal["test", "train", "dev", "train+dev"],
        typer.Option("--split", metavar="BAGIAN", help="Dengan --rules: bagian yang diukur."),
    ] = "test",
    write: Annotated[
        bool,
        typer.Option("--write", help="Dengan --rules: ukur semua bagian, tulis ke katalog."),
    ] = False,
    snapshot: Annotated[
        Path | None,
        typer.Option(
            "--snapshot",
            metavar="BERKAS",
            help="Dengan --rules: tulis semua temuan pada train+dev, tanpa teks.",
        ),
    ] = None,
    rewrites: Annotated[
        bool,
        typer.Option(
            "--rewrites", help="Ukur bagian temuan korpus (latih dan dev) yang mendapat saran."
        ),
    ] = False,
    test: Annotated[
        bool, typer.Option("--test", help="Dengan --rewrites: bagian uji korpus.")
    ] = False,
) -> None:
    """Ukur model pada bagian uji korpus, atau pada anotasi sendiri, dan cetak tabelnya."""
    if rules:
        _evaluate_rules(split, write, snapshot)
        return
    if write or snapshot:
        _fail("--write dan --snapshot memerlukan --rules.")
    from nlp.classifier import load_models
    from training.behaviour import print_outcomes, run
    from training.evaluate import print_figures
    from training.kit import own_examples
    from training.train import MODELS

    if whole and not data:
        _fail("--semua memerlukan --data.")
    if test and not rewrites:
        _fail("--test memerlukan --rewrites.")
    try:
        if rewrites:
            from nlp.review import load_reviewer
            from training.before_after import before_after
            from training.judged import read_judged, verdicts
            from training.rewrites import shares, table

            splits, reviewer = ("test",) if test else ("train", "dev"), load_reviewer(models)
            for lines in (
                table(*shares(reviewer, splits)),
                verdicts(read_judged(), reviewer),
                before_after(reviewer),
            ):
                typer.echo("\n".join(lines) + "\n")
        if behaviour:
            print_outcomes(run(load_models(models or MODELS)))
        if data or not (behaviour or rewrites):
            own = own_examples(data, ("train", "dev", "test") if whole else ("test",))
            print_figures(models or MODELS, errors, own if data else None)
    except ValueError as error:
        _fail(str(error))


def suspects(
    data: Data = None,
    task: Tasks = None,
    most: Most = 20,
    out: Out = None,
    alone: Alone = False,
) -> None:
    """Tampilkan anotasi yang menurut validasi silang paling meragukan, untuk diperiksa ulang."""
    from rich.console import Console

    from training.kit import find_suspects
    from training.show import show_suspects
    from training.suspects import write_suspects

    if alone and not data:
        _fail("--tanpa-korpus memerlukan --data.")
    try:
        found = find_suspects(data or [], task or [], with_corpus=not alone)
    except ValueError as error:
        _fail(str(error))
    if out is None:
        show_suspects(found[:most], Console(highlight=False))
    else:
        _write(out, lambda: write_suspects(out, found[:most]))
    typer.echo(f"{min(most, len(found))} dari {len(found)} anotasi yang meragukan.", err=True)


def annotate_next(
    files: Annotated[
        list[Path], typer.Argument(metavar="BERKAS...", help="Formulir atau tabel tanpa label.")
    ],
    field: Annotated[
        list[str] | None,
        typer.Option("--field", metavar="BIDANG", help="Hanya bidang ini; boleh berulang."),
    ] = None,
    most: Most = 20,
    out: Out = None,
) -> None:
    """Pilih formulir yang paling berguna dianotasi: yang jawabannya paling diragukan model."""
    from rich.console import Console

    from training.annotate_next import write_next
    from training.kit import choose_next
    from training.show import show_next

    try:
        chosen = choose_next(files, field or [], most)
    except ValueError as error:
        _fail(str(error))
    show_next(chosen, Console(highlight=False))
    if out is not None:
        _write(out, lambda: write_next(out, chosen))


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


def _evaluate_rules(split: str, write: bool, snapshot: Path | None) -> None:
    from training.evaluate import findings_snapshot, print_rules, write_rules

    if snapshot:
        lines = "".join(f"{line}\n" for line in findings_snapshot())
        _write(snapshot, lambda: snapshot.write_text(lines, "utf-8"))
    elif write:
        write_rules()
    else:
        print_rules(split)


def _write(path: Path, write: Callable[[], object]) -> None:
    try:
        write()
    except OSError:
        _fail(f"{path}: berkas ini tidak dapat ditulis. Periksa folder dan izinnya.")
    typer.echo(f"Ditulis ke {path}.", err=True)


def _fail(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(2)
