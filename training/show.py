"""Comparisons, suspects and candidates as a person reads them in a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from training.annotate_next import Candidate
from training.compare import Comparison
from training.suspects import Suspect

_SHOWN = 100


def show_comparison(found: list[Comparison], names: tuple[str, str], console: Console) -> None:
    """Print the tasks, their slices, and a sentence for each task.

    In: the comparisons, what A and B are called, where to print.
    """
    console.print(Text(f"A: {names[0]}\nB: {names[1]}\n"))
    tasks = _table("Tugas", "Selisih", "Selang 95 %", "+A", "+B", "p")
    for one in found:
        low, high = one.interval
        tasks.add_row(
            one.task, str(one.texts), _number(one.a), _number(one.b),
            _signed(one.difference), f"{_signed(low)}; {_signed(high)}",
            str(one.only_a), str(one.only_b), _number(one.p),
        )  # fmt: skip
    console.print(tasks)
    for one in found:
        if one.only_a or one.only_b:
            slices = _table(one.task, "Selisih")
            for part in one.slices:
                slices.add_row(
                    Text(part.name), str(part.texts), _number(part.a), _number(part.b),
                    _signed(part.b - part.a),
                )  # fmt: skip
            console.print(slices)
    for one in found:
        console.print(Text(one.verdict))
    console.print(
        "\nA, B: makro-F1. Selang: bootstrap berpasangan atas penulis. +A, +B: teks yang hanya"
        "\ndijawab benar oleh A atau B. p: uji eksak McNemar atas benar dan salah."
    )


def show_suspects(found: Sequence[Suspect], console: Console) -> None:
    """Print doubtful annotations, the worst first, with what speaks for the model's own label."""
    table = Table()
    for name in ("Id", "Label → model"):
        table.add_column(name, overflow="fold")
    table.add_column("Peluang", justify="right")
    table.add_column("Teks dan ciri yang mendukung label model")
    for one in found:
        table.add_row(
            Text(one.id),
            Text(f"{one.task}\n{one.given} → {one.said}", "bold" if one.confident else ""),
            _number(one.probability),
            Text.assemble(one.text, ("\n" + "; ".join(one.reasons), "dim")),
        )  # fmt: skip
    console.print(table)
    console.print(
        "Peluang: seberapa mungkin label yang diberikan, menurut model yang tidak membaca teks itu."
        "\nTebal: model seyakin biasanya pada label penggantinya. Putusan tetap pada penganotasi."
    )


def show_next(chosen: Sequence[Candidate], console: Console) -> None:
    """Print the forms to annotate next, the most doubtful first, with their most doubtful text."""
    table = Table()
    table.add_column("Formulir", overflow="fold")
    for name in ("Teks", "Ragu", "terbesar", "rata-rata"):
        table.add_column(name, justify="right")
    table.add_column("Yang paling diragukan")
    for one in chosen:
        text, guess = max(
            ((text, guess) for text, guesses in one.texts for guess in guesses),
            key=lambda pair: pair[1].doubt,
        )
        shown = text.text if len(text.text) <= _SHOWN else text.text[: _SHOWN - 1] + "…"
        table.add_row(
            Text(one.form), str(len(one.texts)), _number(one.doubt), _number(one.greatest),
            _number(one.mean), Text.assemble(shown, (f"\n{text.field}: {guess.task}", "dim")),
        )  # fmt: skip
    console.print(table)


def _table(first: str, *others: str) -> Table:
    table = Table()
    table.add_column(first)
    for name in ("Teks", "A", "B", *others):
        table.add_column(name, justify="right")
    return table


def _number(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")


def _signed(value: float) -> str:
    return f"{value:+.3f}".replace(".", ",").replace("-", "−")
