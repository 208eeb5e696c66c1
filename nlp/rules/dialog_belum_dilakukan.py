"""No dialog, or a text that shows that it has not taken place yet (guideline 11 and 12)."""

from collections.abc import Iterator

from nlp.analysis import AnalyzedForm, is_blank
from nlp.finding import Finding
from nlp.rule import Rule
from nlp.text.meeting import asks_to_meet, not_yet_met

RULE = Rule("DIALOG_BELUM_DILAKUKAN", "11", "error", "dialog")
_WHY = (
    "Bimbingan kinerja mengikuti dialog antara pegawai dan atasan. Tanpa tanggal dan catatan "
    "dialog yang sudah terjadi, formulir tidak dapat diakui sebagai 2 JP."
)


def check(form: AnalyzedForm) -> Iterator[Finding]:
    """At most one finding: at ``/dialog`` where it is missing, else at the note that denies it.

    A topik or hasil that asks for the dialog itself counts against the dialog as a whole.
    """
    dialog = form.form.dialog
    missing = [
        name
        for name, blank in (
            ("tanggal", not dialog.tanggal),
            ("catatan", is_blank(dialog.catatan)),
        )
        if blank
    ]
    if missing:
        said = " dan ".join(missing).capitalize()
        yield Finding(
            RULE.id, "/dialog", None, None, RULE.severity,
            f"{said} dialog belum diisi.", _WHY, RULE.guideline, 1.0,
        )  # fmt: skip
        return
    for part in form.of("catatan", "topik", "hasil"):
        noted = part.field == "catatan"
        open_yet = not_yet_met(part.text) if noted else asks_to_meet(part.text)
        if open_yet is None:
            continue
        quote = part.text.quote(open_yet.first, open_yet.last)
        yield Finding(
            RULE.id,
            part.pointer if noted else "/dialog",
            part.text.span(open_yet.first, open_yet.last) if noted else None,
            quote if noted else None,
            RULE.severity,
            f"Menurut teksnya (“{quote}”), dialog belum terjadi.",
            _WHY,
            RULE.guideline,
        )
        return
