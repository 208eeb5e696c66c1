"""The command ``cermat``. Heavy imports wait inside the commands: ``--help`` must be quick."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, Literal

import typer

from service.indonesian import Command, Group, fail

if TYPE_CHECKING:
    from nlp.form import Form
    from nlp.recap import Staff
    from nlp.review import Reviewer

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
        str, typer.Argument(metavar="BERKAS", help="Berkas JSON atau JSONL; - untuk masukan baku.")
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="BERKAS", help="Tulis hasilnya sebagai JSONL; - ke layar."
        ),
    ] = None,
) -> None:
    """Periksa formulir dan tampilkan skor, temuan, dan sarannya."""
    from nlp.copies import Copies
    from nlp.review import review as review_form
    from service.answers import review_out
    from service.terminal import show_review

    with ExitStack() as stack:
        stream = _open_input(stack, file)
        target = _open_output(stack, output, file)
        reviewer = _load_reviewer()
        batch, whole = Copies(), stream.seekable()
        if whole:  # a first look at all forms, so that every copy is told
            for number, form in enumerate(_forms(stream, file), 1):
                if form is not None:
                    batch.add(form, number)
            stream.seek(0)
        good = bad = 0
        for number, form in enumerate(_forms(stream, file, say=True), 1):
            if form is None:
                bad += 1
                continue
            good += 1
            if not whole:
                batch.add(form, number)
            answer = review_form(reviewer, form, batch.others(form, number))
            if target is None:
                show_review(form, answer)
            else:
                target.write(review_out(answer).model_dump_json().encode() + b"\n")
    if target is not None:
        typer.echo(f"{good} formulir diperiksa, {bad} tidak terbaca.", err=True)
    if bad:
        raise typer.Exit(2)


@app.command(cls=Command, options_metavar="[PILIHAN]")
def recap(
    file: Annotated[
        str,
        typer.Argument(metavar="FORMULIR", help="Berkas JSON atau JSONL; - untuk masukan baku."),
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
    from nlp.recap import recap as recap_rows
    from nlp.recap import row_of
    from nlp.review import review as review_form
    from service.recap.show import show_recap
    from service.recap.write import SUFFIXES, written

    suffix = Path(output or "").suffix.lower()
    if output is not None and suffix not in SUFFIXES:
        fail(f"{output}: akhiri nama berkasnya dengan {', '.join(SUFFIXES)}.")
    with ExitStack() as stack:
        stream = _open_input(stack, file)
        staff, refused = _staff(pegawai)
        target = _open_output(stack, output, file, pegawai or file)
        reviewer = _load_reviewer()
        rows, bad = [], 0
        for number, form in enumerate(_forms(stream, file, say=True), 1):
            if form is None:
                bad += 1
                continue
            rows.append(row_of(form, review_form(reviewer, form), number))
        made = recap_rows(rows, staff)
        if target is None:
            show_recap(made)
        else:
            target.write(written(made, suffix).encode())
    if target is not None or bad or refused:
        typer.echo(
            f"{len(rows)} formulir direkap, {bad} tidak terbaca; {len(staff)} pegawai,"
            f" {refused} tidak terbaca.",
            err=True,
        )
    if bad or refused:
        raise typer.Exit(2)


def _staff(file: str | None) -> tuple["list[Staff]", int]:
    """The staff list, and how many of its entries could not be read; those are told."""
    from service.recap.schemas import to_staff
    from service.recap.staff import read_staff

    staff, bad = [], 0
    try:
        for one in read_staff(Path(file)) if file else ():
            if isinstance(one, list):
                bad += 1
                _tell(file or "", one)
            else:
                staff.append(to_staff(one))
    except OSError:
        fail(f"{file}: daftar pegawai ini tidak dapat dibuka. Periksa nama dan izinnya.")
    return staff, bad


def _forms(stream: BinaryIO, file: str, say: bool = False) -> "Iterator[Form | None]":
    """Each form of the file; None for one that cannot be read, ``say``: with why."""
    from service.files import read_forms
    from service.schemas import to_form

    for form in read_forms(stream, Path(file).suffix.lower() in {".jsonl", ".ndjson"}):
        if not isinstance(form, list):
            yield to_form(form)
            continue
        if say:
            _tell(file, form)
        yield None


def _tell(file: str, faults: list[tuple[int, str]]) -> None:
    for line, sentence in faults:
        typer.echo(f"{file}:{line}: {sentence}", err=True)


def _load_reviewer() -> "Reviewer":
    from nlp.registry import REFUSED
    from nlp.review import load_reviewer

    try:
        return load_reviewer()
    except REFUSED as error:
        fail(f"{error} Bila ini model terpilih, kembalilah dengan: cermat rollback", 3)


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


def _open_input(stack: ExitStack, file: str) -> BinaryIO:
    if file == "-":
        return sys.stdin.buffer
    try:
        return stack.enter_context(open(file, "rb"))
    except IsADirectoryError:
        fail(f"{file}: ini folder. Sebutkan satu berkas JSON atau JSONL.")
    except OSError:
        fail(f"{file}: berkas ini tidak dapat dibuka. Periksa nama dan izinnya.")


def _open_output(stack: ExitStack, output: str | None, *files: str) -> BinaryIO | None:
    if output is None:
        return None
    if output == "-":
        return sys.stdout.buffer
    taken = (Path(file) for file in files if file != "-")
    if Path(output).exists() and any(Path(output).samefile(file) for file in taken):
        fail(f"{output}: hasil akan menimpa berkas masukannya. Pilih nama lain.")
    try:
        return stack.enter_context(open(output, "wb"))
    except OSError:
        fail(f"{output}: berkas ini tidak dapat ditulis. Periksa folder dan izinnya.")


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
