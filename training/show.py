"""A comparison as a person reads it in a terminal."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from training.compare import Comparison


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
