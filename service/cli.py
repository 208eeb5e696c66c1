"""The command ``cermat``. Heavy imports wait inside the commands: ``--help`` must be quick."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import entry_points
from typing import Annotated, Literal

import typer

from service.indonesian import Command, Group, fail

app = typer.Typer(
    cls=Group,
    help="Periksa formulir bimbingan kinerja dengan cermat.",
    add_completion=False,
    pretty_exceptions_enable=False,
    options_metavar="[PILIHAN]",
    subcommand_metavar="PERINTAH [ARGUMEN]...",
)


@app.callback(invoke_without_command=True)
def _start(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command(cls=Command, options_metavar="[PILIHAN]")
def serve(
    host: Annotated[
        str, typer.Option(metavar="ALAMAT", help="Alamat yang didengarkan.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="PORTA", help="Porta; 0: yang mana saja.", min=0, max=65535)
    ] = 8000,
    workers: Annotated[
        int, typer.Option(metavar="JUMLAH", help="Banyaknya proses.", min=1, max=64)
    ] = 1,
) -> None:
    """Jalankan layanan HTTP dan halaman coba."""
    from service.server import run

    try:
        code = run(host, port, workers)
    except OSError:
        fail(
            f"Tidak dapat mendengarkan di {host}:{port}. Porta itu mungkin sedang dipakai; pilih"
            " yang lain dengan --port."
        )
    raise typer.Exit(code)


@app.command(cls=Command, options_metavar="[PILIHAN]")
def review(
    file: Annotated[
        str,
        typer.Argument(
            metavar="BERKAS", help="Berkas XLSX, CSV, JSON, atau JSONL; - untuk JSON masukan baku."
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="BERKAS",
            help="Tulis hasilnya menurut akhiran: .xlsx (salinan bertanda), .html, .pdf,"
            " .csv (satu baris per temuan), .jsonl; - menulis JSONL ke layar.",
        ),
    ] = None,
) -> None:
    """Periksa formulir dan tampilkan skor, temuan, dan sarannya."""
    from service.reviewing import review_file

    raise typer.Exit(review_file(file, output))


@app.command(cls=Command, options_metavar="[PILIHAN]")
def recap(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FORMULIR", help="Berkas JSON, JSONL, CSV, atau XLSX; - untuk masukan baku."
        ),
    ],
    pegawai: Annotated[
        str | None,
        typer.Option(metavar="BERKAS", help="Daftar pegawai: JSON, JSONL, atau CSV."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="BERKAS",
            help="Tulis rekapnya: .json, .md, atau .csv (satu baris tiap unit).",
        ),
    ] = None,
) -> None:
    """Rekap formulir per unit: kuantitas, kualitas, prioritas, dan indikator."""
    from service.recap.command import recap_file

    raise typer.Exit(recap_file(file, pegawai, output))


@app.command(cls=Command, options_metavar="[PILIHAN]")
def rules(
    id: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Id satu aturan.", show_default=False)
    ] = None,
) -> None:
    """Tampilkan daftar aturan, atau halaman satu aturan."""
    import difflib

    from nlp.review import catalogue
    from service.terminal import show_rule, show_rules

    pages = {page.id: page for page in catalogue()}
    if id is None:
        show_rules(tuple(pages.values()))
    elif id.upper() in pages:
        show_rule(pages[id.upper()])
    else:
        near = difflib.get_close_matches(id.upper(), pages, n=1)
        hint = f"Mungkin maksudnya {near[0]}." if near else "Lihat daftarnya dengan: cermat rules"
        fail(f"Tidak ada aturan dengan id itu. {hint}")


@app.command(cls=Command, options_metavar="[PILIHAN]")
def promote(
    bundle: Annotated[
        str,
        typer.Argument(metavar="HIMPUNAN", help="Folder model, versi, challenger, atau bawaan."),
    ],
    alias: Annotated[
        Literal["champion", "challenger"],
        typer.Option(
            "--as", metavar="PERAN", help="champion: memeriksa formulir; challenger: dibandingkan."
        ),
    ] = "champion",
) -> None:
    """Periksa satu himpunan model lalu jadikan model terpilih."""
    from nlp.registry import default_root, resolve
    from nlp.registry import promote as take

    root = default_root()
    with _registry_said():
        done = take(root, resolve(root, bundle), alias)
    if done.changed:
        typer.echo(f"Versi {done.version} kini {alias}.")
    else:
        typer.echo(f"Versi {done.version} sudah menjadi {alias}; tidak ada yang berubah.")


@app.command(cls=Command, options_metavar="[PILIHAN]")
def rollback() -> None:
    """Kembali ke model terpilih sebelumnya, atau ke model bawaan."""
    from nlp.registry import default_root
    from nlp.registry import rollback as go_back

    with _registry_said():
        version = go_back(default_root())
    typer.echo(f"Kembali ke versi {version}." if version else "Kembali ke model bawaan.")


@contextmanager
def _registry_said() -> Iterator[None]:
    from nlp.registry import REFUSED

    try:
        yield
    except REFUSED as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename}: tidak dapat dibaca atau ditulis. Periksa folder dan izinnya.")


def _mount_other_commands() -> None:
    """Commands of the packages beside this one (corpus, training), found by entry point.

    The service imports neither: a machine that only serves need not have what they need.
    """
    for point in entry_points(group="cermat.commands"):
        try:
            command = point.load()
        except ImportError:
            continue
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=point.name, cls=Group)
        else:
            app.command(point.name, cls=Command, options_metavar="[PILIHAN]")(command)


_mount_other_commands()
