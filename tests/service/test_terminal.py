"""How a review looks in a terminal."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from nlp.counselling import format_for
from nlp.finding import Finding, Jp, Review, Slot, Span, Suggestion, Triage
from nlp.form import Form, TindakLanjut
from service.terminal import decimal, show_review

FORM = Form(id="BK-1", tindak_lanjut=(TindakLanjut(indikator="[b]Memahami[/b] 👩🏽‍💻 SOP"),))
FINDING = Finding(
    rule="INDIKATOR_TIDAK_TERUKUR",
    pointer="/tindak_lanjut/0/indikator",
    span=Span(3, 11),
    quote="Memahami",
    severity="error",
    message="“Memahami” belum dapat diukur.",
    why="Orang ketiga belum dapat memutuskan.",
    guideline="1",
    needs_review=True,
    primary=True,
    lift=12.0,
    suggestions=(Suggestion("Tersusun [jumlah] resume", (Slot("jumlah", 9, 17, "?", "1"),), True),),
)


def review(**more: object) -> Review:
    values: dict[str, object] = {
        "form_id": "BK-1",
        "score": 72.5,
        "grade": "perlu_perbaikan",
        "aspects": {"topik": 100.0, "indikator": 40.0, "umpan_balik": None},
        "findings": (FINDING,),
        "jp": Jp(False, 0, ("BELUM_DISETUJUI",)),
        "triage": Triage(),
    }
    return Review(**{**values, **more})  # type: ignore[arg-type]


def shown(form: Form, answer: Review, **how: object) -> str:
    out = io.StringIO()
    show_review(form, answer, Console(file=out, width=100, highlight=False, **how))  # type: ignore[arg-type]
    return out.getvalue()


def test_score_aspects_and_hours_come_first():
    said = shown(FORM, review())
    assert "Skor 72,5 – perlu perbaikan" in said
    assert "Topik      ████████████████████  100" in said
    assert "Indikator  ████████░░░░░░░░░░░░  40" in said
    assert "Umpan balik" not in said
    assert "JP: belum berhak (BELUM_DISETUJUI)." in said


def test_a_finding_shows_its_text_the_words_why_and_what_to_write():
    said = shown(FORM, review())
    assert "Perlu diperbaiki · perlu dilihat orang  /tindak_lanjut/0/indikator" in said
    assert "[b]«Memahami»[/b] 👩🏽‍💻 SOP" in said  # nothing of a form is markup
    assert "Orang ketiga belum dapat memutuskan." in said
    assert "Tulis misalnya: Tersusun [jumlah] resume" in said
    assert "skor +12" in said


def test_in_colour_the_words_are_highlighted():
    said = shown(FORM, review(), force_terminal=True, color_system="standard", no_color=False)
    assert "\x1b[30;43mMemahami\x1b[0m" in said
    assert "\x1b[30;46m[jumlah]\x1b[0m" in said


def test_without_a_score_there_is_none():
    said = shown(FORM, review(score=None, grade=None, aspects={"topik": None}, findings=()))
    assert "Formulir ini tidak diberi skor." in said
    assert "Tidak ada temuan." in said


def test_of_a_call_for_help_no_word_is_shown_and_the_record_to_fill_in_is():
    form = Form(id="BK-1", topik="Kalimat yang tidak boleh diulang")
    care = Finding(
        "PERLU_RUJUKAN_PROFESIONAL",
        "/topik",
        None,
        None,
        "warning",
        "Mohon ditemui hari ini.",
        "Atasan berkewajiban mendampingi.",
        "13",
        needs_review=True,
        primary=True,
    )
    found = Triage("rujukan", (14,))
    answer = review(
        score=None, grade=None, findings=(care,), triage=found, format=format_for(found)
    )
    text = shown(form, answer)
    assert "Kalimat yang" not in text
    assert "Format A.4 – Catatan rujukan profesional" in text
    assert "Upaya yang telah dilakukan: [upaya]" in text
    assert "Mohon ditemui hari ini." in text


def test_the_questions_after_the_first_are_listed():
    asking = replace(FINDING, questions=("Apa gejalanya?", "Mengapa itu terjadi?"))
    text = shown(FORM, review(findings=(asking,)))
    assert "– Mengapa itu terjadi?" in text


def test_what_is_good_stands_before_what_is_to_be_mended():
    said = shown(FORM, review(opening="Topik sudah menyebut persoalan yang perlu diatasi."))
    assert said.index("Topik sudah menyebut") < said.index(FINDING.pointer)


def test_findings_that_can_wait_are_folded_until_asked_for():
    answer = review(findings=(FINDING, replace(FINDING, primary=False, message="Bisa menunggu.")))
    folded = shown(FORM, answer)
    assert "Temuan lain (1; selengkapnya dengan --semua):" in folded
    assert "Bisa menunggu." in folded
    assert folded.count("Tulis misalnya") == 1
    out = io.StringIO()
    show_review(FORM, answer, Console(file=out, width=100, highlight=False), whole=True)
    assert out.getvalue().count("Tulis misalnya") == 2
    assert "Temuan lain" not in out.getvalue()


def test_earned_hours_are_told():
    assert "JP: berhak atas 2 JP." in shown(FORM, review(jp=Jp(True, 2, ())))


@pytest.mark.parametrize(("number", "said"), [(72.5, "72,5"), (80.0, "80"), (0.0, "0")])
def test_numbers_are_written_the_indonesian_way(number, said):
    assert decimal(number) == said
