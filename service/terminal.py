"""A review as a person reads it in a terminal. Nothing of a form is read as markup."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markdown import Markdown
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from nlp.finding import Finding, Review, Severity, Slot, Span, Suggestion
from nlp.form import Form, value_at
from nlp.measured import figures_of
from nlp.page import Page
from nlp.positive import PositiveModels

BAR = 20
"""Width of an aspect's bar, in characters."""

GRADES = {
    "sangat_baik": "sangat baik",
    "baik": "baik",
    "perlu_perbaikan": "perlu perbaikan",
    "belum_sesuai": "belum sesuai",
}
ASPECTS = {
    "topik": "Topik",
    "hasil": "Hasil",
    "rtl": "RTL",
    "indikator": "Indikator",
    "sinkron": "Kesinambungan",
    "dialog": "Dialog",
    "administrasi": "Administrasi",
    "umpan_balik": "Umpan balik",
}
SEVERITIES: dict[Severity, tuple[str, str]] = {
    "error": ("Perlu diperbaiki", "bold red"),
    "warning": ("Perlu diperhatikan", "bold yellow"),
    "info": ("Catatan", "bold blue"),
}
MARK, SLOT = "black on yellow", "black on cyan"


TRIAGE = {
    "konseling": "Perlu dilihat orang: teks ini mungkin memerlukan konseling kinerja",
    "rujukan": (
        "Perlu dilihat orang hari ini: teks ini mungkin meminta pertolongan. Temui pegawai, dan"
        " hubungi KORPRI atau tenaga profesional. Ini saran, bukan diagnosis"
    ),
}


def show_review(
    form: Form, review: Review, console: Console | None = None, whole: bool = False
) -> None:
    """Print a review of ``form``: score, praise, aspects, hours, then the findings.

    The first to mend stand at their text with what to write instead; the others are folded to a
    line each, unless the ``whole`` review is wanted.
    """
    console = console or Console(highlight=False)
    console.rule(Text(f"Formulir {review.form_id}" if review.form_id else "Formulir", "bold"))
    if review.score is None:
        console.print("Formulir ini tidak diberi skor.")
    else:
        grade = GRADES.get(review.grade or "", "")
        console.print(Text.assemble("Skor ", (decimal(review.score), "bold"), f" – {grade}"))
    if review.opening:
        console.print(Text(review.opening, "green"))
    if review.triage.level != "none":
        numbers = ", ".join(str(item) for item in review.triage.items)
        console.print(Text(f"{TRIAGE[review.triage.level]} (butir {numbers}).", "bold red"))
    if review.format:
        console.print(Text(f"Format {review.format.name} – {review.format.title}", "bold"))
        for entry in review.format.entries:
            line = Text.assemble(f"{entry.label}: ", marked(entry.text, entry.slots, SLOT, False))
            console.print(Padding(line, (0, 0, 0, 2)))
    console.print(_bars(review))
    if review.jp.eligible:
        console.print(f"JP: berhak atas {review.jp.hours} JP.")
    else:
        console.print(f"JP: belum berhak ({', '.join(review.jp.reasons) or '–'}).", markup=False)
    unfolded = [finding for finding in review.findings if whole or finding.primary]
    for finding in unfolded:
        console.print()
        _show_finding(console, form, finding)
    _show_folded(console, [f for f in review.findings if not (whole or f.primary)])
    if not review.findings and review.triage.level == "none":
        console.print("Tidak ada temuan.")
    console.print()


def show_rules(pages: Iterable[Page], console: Console | None = None) -> None:
    """Print the rule ids with their titles and how well each did on the test forms."""
    table = Table.grid(padding=(0, 2))
    for page in pages:
        test = page.measured.test if page.measured else None
        figures = figures_of(test) if test else "belum diukur"
        table.add_row(Text(page.id, "bold"), Text(page.title), Text(figures, "dim"))
    (console or Console(highlight=False)).print(table)


def show_rule(page: Page, console: Console | None = None) -> None:
    """Print one rule's page."""
    console = console or Console(highlight=False)
    console.print(Markdown(page.markdown))
    if page.measured:
        console.print(Padding(Text(page.measured.said, "dim"), (1, 0, 0, 0)))


def show_models(found: PositiveModels, console: Console | None = None) -> None:
    """Print positive models, or what triage found in their place."""
    console = console or Console(highlight=False)
    if found.triage.level != "none":
        numbers = ", ".join(str(item) for item in found.triage.items)
        console.print(Text(f"{TRIAGE[found.triage.level]} (butir {numbers}).", "bold red"))
    for model in found.models:
        console.print(Text(model.text, "bold"))
        console.print(Padding(Text(model.why, "dim"), (0, 0, 1, 2)))


def decimal(number: float) -> str:
    """A number as Indonesian writes it: 72.5 → ``72,5``, 80.0 → ``80``."""
    return f"{number:.1f}".removesuffix(".0").replace(".", ",")


def marked(text: str, spans: Sequence[Span | Slot], style: str, plain: bool) -> Text:
    """``text`` with ``spans`` (code points) in ``style``, or between « » where ``plain``."""
    made, end = Text(), 0
    for span in sorted(spans, key=lambda span: span.start):
        words = text[span.start : span.end]
        made.append(text[end : span.start])
        made.append(f"«{words}»" if plain else words, style)
        end = span.end
    return made.append(text[end:])


def _bars(review: Review) -> Table:
    table = Table.grid(padding=(0, 2))
    for name, value in review.aspects.items():
        if value is not None:
            full = round(value / 100 * BAR)
            bar = Text("█" * full + "░" * (BAR - full), "green" if value >= 80 else "yellow")
            table.add_row(ASPECTS.get(name, name), bar, decimal(value))
    return table


def _show_folded(console: Console, findings: Sequence[Finding]) -> None:
    if not findings:
        return
    console.print()
    console.print(Text(f"Temuan lain ({len(findings)}; selengkapnya dengan --semua):", "bold"))
    for finding in findings:
        _, style = SEVERITIES[finding.severity]
        said = Text.assemble(("• ", style), f"{finding.pointer}  {finding.message}")
        console.print(Padding(said, (0, 0, 0, 2)))


def _show_finding(console: Console, form: Form, finding: Finding) -> None:
    plain = console.color_system is None
    title, style = SEVERITIES[finding.severity]
    if finding.needs_review:
        title += " · perlu dilihat orang"
    console.print(
        Text.assemble(
            (title, style),
            f"  {finding.pointer}  ",
            (finding.rule, "dim"),
            (f"  skor +{decimal(finding.lift)}" if finding.lift else "", "dim"),
        ),
        soft_wrap=True,
    )
    text = value_at(form, finding.pointer)
    # Where no place is shown the text is not repeated either: it may be a call for help.
    if isinstance(text, str) and text and finding.span:
        console.print(Padding(marked(text, [finding.span], MARK, plain), (0, 0, 0, 4)))
    console.print(Padding(Text(finding.message), (0, 0, 0, 2)))
    console.print(Padding(Text(finding.why, "dim"), (0, 0, 0, 2)))
    for question in finding.questions[1:]:
        console.print(Padding(Text(f"– {question}"), (0, 0, 0, 4)))
    for suggestion in finding.suggestions:
        console.print(Padding(_advice(suggestion), (0, 0, 0, 2)))


def _advice(suggestion: Suggestion) -> Text:
    advice = marked(suggestion.text, suggestion.slots, SLOT, plain=False)
    return Text.assemble("Tulis misalnya: ", advice)
