"""A recap in the terminal. Nothing of the data is read as markup."""

from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from nlp.recap import Recap
from service.recap.tables import Table, notes, percent, tables

_BAR = 5
_ROWS = 30
_GOOD = 0.8


def show_recap(recap: Recap, console: Console | None = None) -> None:
    """Print the tables and the notes; long lists are cut, which a line says."""
    console = console or Console(highlight=False)
    for table in tables(recap):
        console.print(_table(table))
        hidden = len(table.rows) - _ROWS
        if hidden > 0:
            console.print(f"… dan {hidden} baris lagi; tulis semuanya dengan -o.")
        console.print()
    for note in notes(recap):
        console.print(Text(note, "dim"))


def _table(table: Table) -> RichTable:
    shown = RichTable(title=Text(table.title, "bold"), title_justify="left", header_style="bold")
    for title in table.head:
        shown.add_column(title, overflow="fold")
    # The last row of a table of units is the whole, and always shown.
    rows = table.rows
    if len(rows) > _ROWS:
        rows = (*rows[: _ROWS - 1], rows[-1])
    for row in rows:
        shown.add_row(*(Text(cell) if isinstance(cell, str) else _bar(cell) for cell in row))
    return shown


def _bar(share: float) -> Text:
    full = round(min(share, 1.0) * _BAR)
    style = "green" if share >= _GOOD else "yellow"
    return Text.assemble(("█" * full + "░" * (_BAR - full), style), f" {percent(share)}")
