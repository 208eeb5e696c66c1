"""A finding as a match: which are shown, under which category, over which words."""

import pytest

from nlp.finding import Finding, Slot, Span, Suggestion
from nlp.page import Page
from service.languagetool.annotated import from_text, units_of
from service.languagetool.category import category_of
from service.languagetool.check import Hit, is_quiet
from service.languagetool.match import match_of
from service.languagetool.passage import Passage
from service.languagetool.request import Choice

EVERY = ("topik", "hasil", "rtl", "indikator", "umpan_balik", "catatan")


def page(id: str, severity: str, fields: tuple[str, ...]) -> Page:
    return Page(id, "Judul", "", "", "", "1", severity, fields, (), (), "")


HINT, DOUBTED, FAULT = ("info", False), ("error", True), ("error", False)


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        (Choice(), {FAULT}),
        (Choice(picky=True), {FAULT, DOUBTED, HINT}),
        (Choice(enabled_rules=frozenset({"A"})), {FAULT, DOUBTED, HINT}),
        (Choice(picky=True, disabled_rules=frozenset({"A"})), set()),
    ],
)
def test_hints_and_doubts_are_shown_only_when_asked_for(choice, shown):
    rule = page("A", "error", ("rtl",))

    def shows(severity: str, doubted: bool) -> bool:
        finding = Finding("A", "/topik", Span(0, 1), "a", severity, "", "", "1", None, doubted)
        return choice.allows("A", "STYLE", is_quiet(finding, rule))

    assert {kind for kind in (HINT, DOUBTED, FAULT) if shows(*kind)} == shown


@pytest.mark.parametrize(
    ("severity", "fields", "found"),
    [
        ("info", EVERY, ("TYPOS", "Ejaan", "misspelling")),
        ("error", EVERY, ("MISC", "Umum", "uncategorized")),
        ("error", ("indikator",), ("STYLE", "Mutu indikator", "style")),
        ("info", ("rtl",), ("STYLE", "Mutu rencana tindak lanjut", "style")),
    ],
)
def test_the_category_follows_from_the_page(severity, fields, found):
    assert category_of(page("A", severity, fields))[:3] == found


def hit(raw: str, span: Span | None, *suggestions: Suggestion, doubted: bool = False) -> Hit:
    finding = Finding(
        "A", "/topik", span, None, "error", "Pesan.", "Sebab.", "1", None, doubted,
        suggestions=suggestions,
    )  # fmt: skip
    return Hit(finding, page("A", "error", ("topik",)), Passage(0, len(raw), "topik"))


@pytest.mark.parametrize(
    ("raw", "span", "suggestions", "underlined", "replacements"),
    [
        ("ijin cuti", Span(0, 4), ["izin cuti"], "ijin", ["izin"]),
        ("surat ijin", Span(6, 10), ["surat izin", "surat perizinan"], "ijin",
         ["izin", "perizinan"]),
        ("SOP rapat", Span(4, 9), [], "rapat", []),
        ("SOP rapat", Span(4, 9), ["SOP rapat bulanan"], "rapat", ["rapat bulanan"]),
        ("Bagus sekali", Span(6, 12), ["Selesai [jumlah] SOP"], "Bagus sekali",
         ["Selesai [jumlah] SOP"]),
    ],
)  # fmt: skip
def test_the_marked_words_are_those_that_change(raw, span, suggestions, underlined, replacements):
    source = from_text(raw)
    match = match_of(hit(raw, span, *map(Suggestion, suggestions)), source, units_of(raw), None)
    assert raw[match.offset : match.offset + match.length] == underlined
    assert [new.value for new in match.replacements] == replacements
    assert match.rule.urls is None


def test_a_doubted_finding_is_soft_and_another_fields_text_is_no_replacement():
    raw = "Rapat"
    slot = Suggestion("[apa]", (Slot("apa", 0, 5, "Apa?", "SOP"),))
    elsewhere = Suggestion("Rapat lain", pointer="/hasil")
    soft = match_of(
        hit(raw, Span(0, 5), slot, doubted=True), from_text(raw), units_of(raw), "http://a"
    )
    assert soft.message == "Mungkin perlu diperbaiki, mohon ditinjau. Pesan."
    assert soft.replacements == ()
    sure = match_of(
        hit(raw, Span(0, 5), slot, elsewhere), from_text(raw), units_of(raw), "http://a"
    )
    assert [(new.value, new.short_description) for new in sure.replacements] == [
        ("[apa]", "lengkapi isian bertanda […]")
    ]
    assert sure.rule.urls[0].value == "http://a/aturan/A"
