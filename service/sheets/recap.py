"""The sheets a review adds: Ringkasan with charts, Rekap unit, and Temuan, one row to a finding."""

from collections.abc import Callable, Sequence
from typing import Any

from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties

from service.reviewed import Entry, Reviewed, lines
from service.sheets.safe import put
from service.summary import BINS, Summary
from service.terminal import SEVERITIES

_HEAD = PatternFill("solid", fgColor="0B6B5D")
_CHART_WIDTH, _CHART_HEIGHT, _CHART_ROWS = 17, 7.5, 16
_RULES_CHARTED = 12
_LINE, _TALLEST = 15, 409
_LETTER = 1.1
"""Widths of columns count narrow digits: a letter takes a little more."""
_MAX_LINKS = 65_000
"""Excel refuses a sheet with more than 65,530 links."""

FINDING_TITLES = (
    "Formulir", "Lembar", "Sel", "Bagian", "Aturan", "Tingkat", "Kutipan", "Pesan", "Saran",
    "Keyakinan", "Perlu dilihat orang",
)  # fmt: skip
_FINDING_WIDTHS = (18, 14, 8, 16, 26, 18, 30, 60, 60, 11, 12)


def summary_sheet(sheet: Any, summary: Summary) -> None:
    """Counts, the spread of scores, grades and rules, each table with a chart beside it."""
    put(sheet, 1, 1, "Ringkasan pemeriksaan").font = _font(bold=True, size=14)
    row = _table(sheet, 3, ("Ukuran", "Jumlah"), facts(summary)) + 1
    for title, head, rows, wide in (
        ("Sebaran skor", ("Skor", "Formulir"), list(zip(BINS, summary.bins, strict=True)), False),
        ("Mutu formulir", ("Mutu", "Formulir"), [list(pair) for pair in summary.grades], False),
        (
            "Temuan menurut aturan",
            ("Judul aturan", "Temuan", "Formulir", "Id", "Tingkat"),
            [
                (rule.title, rule.findings, rule.forms, rule.rule, SEVERITIES[rule.severity][0])
                for rule in summary.rules
            ],
            True,
        ),
    ):
        put(sheet, row, 1, title).font = _font(bold=True, size=12)
        end = _table(sheet, row + 1, head, rows)
        if rows:
            shown = min(len(rows), _RULES_CHARTED)
            sheet.add_chart(_chart(sheet, title, row + 1, shown, wide), f"G{row}")
        row = max(end, row + _CHART_ROWS) + 1
    for column, width in zip("ABCDE", (52, 12, 12, 30, 20), strict=True):
        sheet.column_dimensions[column].width = width
    note = put(
        sheet, row, 1,
        "Program ini memberi saran; keputusan tetap pada manusia. Formulir yang perlu dilihat"
        " orang dan formulir konseling hanya dihitung jumlahnya.",
    )  # fmt: skip
    note.font, note.alignment = _font(italic=True), Alignment(wrap_text=True, vertical="top")
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=5)


def facts(summary: Summary) -> list[tuple[str, int | float | str]]:
    """The first figures of a summary with their names."""
    return [
        ("Formulir diperiksa", summary.forms),
        ("Formulir tidak terbaca", summary.refused),
        ("Formulir berskor", summary.scored),
        ("Rata-rata skor", "–" if summary.mean is None else summary.mean),
        ("Formulir tanpa temuan yang perlu diperbaiki", summary.error_free),
        ("Formulir disetujui atasan", summary.approved),
        ("JP pegawai yang sudah menjadi hak", summary.hours),
        ("Temuan yang perlu diperbaiki", summary.severities.get("error", 0)),
        ("Temuan yang perlu diperhatikan", summary.severities.get("warning", 0)),
        ("Catatan", summary.severities.get("info", 0)),
        ("Formulir konseling atau rujukan, tidak diberi rincian", summary.shielded),
        ("Di antaranya perlu dilihat orang karena isi teksnya", summary.asking),
    ]


def units_sheet(sheet: Any, summary: Summary) -> None:
    """One row to a unit."""
    head = (
        "Nama unit", "Formulir", "Rata-rata skor", "Bagian tanpa temuan yang perlu diperbaiki",
        "Aturan tersering",
    )  # fmt: skip
    rows = [(u.name, u.forms, u.mean, u.error_free, ", ".join(u.rules)) for u in summary.units]
    end = _table(sheet, 1, head, rows)
    for row in range(2, end):
        sheet.cell(row, 4).number_format = "0%"
    for column, width in zip("ABCDE", (44, 12, 16, 26, 70), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:E{max(end - 1, 1)}"


def findings_sheet(
    sheet: Any,
    reviewed: Sequence[Reviewed],
    cell_of: Callable[[Entry, str], tuple[int, int] | None],
) -> None:
    """One row to a finding, linked to its cell, or to the form's first row where it has none."""
    rows: list[tuple[Any, ...]] = []
    targets: list[str] = []
    for one in reviewed:
        for line in lines(one):
            place = cell_of(one.entry, line.pointer)
            row, column = place or (one.entry.row, 1)
            at = f"{get_column_letter(column)}{row}"
            targets.append(f"{quote_sheetname(one.entry.sheet)}!{at}")
            rows.append(
                (
                    one.review.form_id,
                    one.entry.sheet,
                    at if place else f"baris {row}",
                    line.title,
                    line.rule,
                    SEVERITIES[line.severity][0],
                    line.quote,
                    line.message,
                    line.suggestion,
                    line.confidence,
                    "ya" if line.needs_review else "tidak",
                )
            )
    end = _table(sheet, 1, FINDING_TITLES, rows)
    for row, target in enumerate(targets[:_MAX_LINKS], 2):
        cell = sheet.cell(row, 3)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target)
        cell.font = _font(color="0B6B5D", underline="single")
    for column, width in enumerate(_FINDING_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(FINDING_TITLES))}{max(end - 1, 1)}"


def unread_sheet(sheet: Any, summary: Summary) -> None:
    """One row to a place that could not be read."""
    end = _table(sheet, 1, ("Tempat", "Sebab"), summary.unread)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 40, 110
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:B{end - 1}"


def printable(sheet: Any) -> None:
    """Print the sheet on A4 across, one page wide, with its titles on every page."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    if sheet.freeze_panes:
        sheet.print_title_rows = "1:1"
    # LibreOffice does not grow the rows of a new file to their wrapped text.
    for row in sheet.iter_rows():
        most = max(_lines(sheet, cell) for cell in row)
        if most > 1:
            sheet.row_dimensions[row[0].row].height = min(most * _LINE, _TALLEST)


def _lines(sheet: Any, cell: Any) -> int:
    if not isinstance(cell.value, str) or not cell.alignment.wrap_text:
        return 1
    width = sheet.column_dimensions[cell.column_letter].width
    return sum(1 + int(len(part) * _LETTER // width) for part in cell.value.split("\n"))


def _font(**more: Any) -> Font:
    """Excel's usual font: one that names none is drawn with serifs in LibreOffice."""
    return Font(**{"name": "Calibri", "size": 11, "family": 2, **more})


def _table(sheet: Any, row: int, head: Sequence[str], rows: Sequence[Sequence[Any]]) -> int:
    """Write a table with its titles at ``row``; the first row after it."""
    for column, title in enumerate(head, 1):
        cell = put(sheet, row, column, title)
        cell.font, cell.fill = _font(bold=True, color="FFFFFF"), _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    for down, values in enumerate(rows, row + 1):
        for column, value in enumerate(values, 1):
            cell = put(sheet, down, column, value)
            cell.alignment = Alignment(wrap_text=isinstance(value, str), vertical="top")
    return row + len(rows) + 1


def _chart(sheet: Any, title: str, head: int, count: int, wide: bool) -> BarChart:
    chart = BarChart()
    chart.type = "bar" if wide else "col"
    chart.title, chart.legend = title, None
    figures = Reference(sheet, min_col=2, min_row=head, max_row=head + count)
    chart.add_data(figures, titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=head + 1, max_row=head + count))
    chart.width, chart.height, chart.gapWidth = _CHART_WIDTH, _CHART_HEIGHT, 40
    # Without a word on it LibreOffice gives every bar a colour of its own.
    chart.varyColors = False
    # Recent Excel hides the axes openpyxl does not say to keep.
    chart.x_axis.delete = chart.y_axis.delete = False
    if wide:
        chart.x_axis.scaling.orientation = "maxMin"
    chart.series[0].graphicalProperties.solidFill = "0B6B5D"
    return chart
