"""The commands ``cermat corpus …``. Heavy imports wait inside: ``--help`` must be quick."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EEXIST
from pathlib import Path
from typing import Annotated

import typer

from corpus.rows import FOLDER

app = typer.Typer(
    name="corpus",
    help="Periksa, ukur, dan anotasi korpus.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Folder = Annotated[Path, typer.Option("--folder", metavar="FOLDER", help="Folder berkas korpus.")]
Task = Annotated[str, typer.Argument(metavar="BERKAS", help="Mis. indikator, rtl, atau forms.")]


@app.command()
def check(
    complete: Annotated[
        bool, typer.Option("--complete", help="Yang belum ada juga dihitung sebagai kesalahan.")
    ] = False,
    folder: Folder = FOLDER,
) -> None:
    """Periksa seluruh korpus; setiap baris yang rusak disebut dengan tempatnya."""
    from corpus.check import check as find_faults

    with _said():
        faults, count = find_faults(folder, complete)
    for fault in faults:
        typer.echo(str(fault))
    warnings = sum(fault.warning for fault in faults)
    typer.echo(
        f"{count} baris diperiksa: {len(faults) - warnings} kesalahan, {warnings} peringatan."
    )
    if len(faults) > warnings:
        raise typer.Exit(1)


@app.command()
def stats(
    task: Annotated[
        str | None, typer.Option("--task", metavar="BERKAS", help="Hanya berkas ini.")
    ] = None,
    folder: Folder = FOLDER,
) -> None:
    """Cetak jumlah, panjang, kesepakatan, isyarat, bagian, dan temuan sebagai tabel Markdown."""
    from corpus.stats import stats as tables

    with _said():
        typer.echo(tables(task, folder), nl=False)


@app.command()
def blind(
    task: Task,
    out: Annotated[Path, typer.Argument(metavar="LEMBAR", help="Berkas baru.")],
    folder: Folder = FOLDER,
) -> None:
    """Tulis lembar buta bagi penganotasi kedua: hanya teks dan konteks, diacak."""
    from corpus.blind import sheet, write_lines

    with _said():
        records = sheet(task, folder)
        write_lines(out, records)
    typer.echo(f"{len(records)} baris ditulis ke {out}.")


@app.command()
def merge(
    task: Task,
    filled: Annotated[Path, typer.Argument(metavar="LEMBAR", help="Lembar yang sudah diisi.")],
    disagreements: Annotated[
        Path | None,
        typer.Option(
            "--selisih", metavar="BERKAS", help="Berkas baru; bawaan: LEMBAR.selisih.jsonl."
        ),
    ] = None,
    folder: Folder = FOLDER,
) -> None:
    """Masukkan label kedua; yang sepakat menjadi label akhir, selisihnya ditulis untuk diputus."""
    from corpus.blind import merge as fold
    from corpus.blind import write_lines

    target = disagreements or filled.with_suffix(".selisih.jsonl")
    with _said():
        if target.exists():
            raise FileExistsError(EEXIST, "", str(target))
        labelled, blank, open_ones = fold(task, filled, folder)
        if open_ones:
            write_lines(target, open_ones)
    typer.echo(f"{labelled} baris berlabel kedua, {blank} masih kosong, {len(open_ones)} selisih.")
    if open_ones:
        typer.echo(f"Selisih ditulis ke {target}; isi gold dan reason, lalu jalankan adjudicate.")


@app.command()
def adjudicate(
    decisions: Annotated[Path, typer.Argument(metavar="SELISIH", help="Selisih yang diputus.")],
    folder: Folder = FOLDER,
) -> None:
    """Masukkan putusan atas selisih: label akhir dan alasannya."""
    from corpus.blind import adjudicate as fold

    with _said():
        decided, blank = fold(decisions, folder)
    typer.echo(f"{decided} baris diputus, {blank} belum.")


@contextmanager
def _said() -> Iterator[None]:
    """Turn what can go wrong with files into a sentence and exit code 2."""
    try:
        yield
    except FileNotFoundError as error:
        sentence = f"{error.filename}: berkas ini tidak ada."
    except FileExistsError as error:
        sentence = f"{error.filename}: berkas ini sudah ada; pilih nama lain."
    except OSError as error:
        sentence = f"{error.filename}: berkas ini tidak dapat dibuka."
    except ModuleNotFoundError as error:
        sentence = f"Paket {error.name} belum terpasang; pasang dependensi pengembangan."
    except ValueError as error:
        sentence = str(error)
    else:
        return
    typer.echo(sentence, err=True)
    raise typer.Exit(2)
