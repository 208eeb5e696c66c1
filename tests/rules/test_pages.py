"""Every rule page is a test: wrong examples are found at their mark, right ones are silent."""

from dataclasses import replace

import pytest

from nlp.copies import Copies
from nlp.form import (
    Dialog,
    Form,
    Pegawai,
    TindakLanjut,
    UmpanBalik,
    form_from_dict,
    value_at,
    with_value,
)
from nlp.page import Example
from nlp.review import load_reviewer, review
from nlp.rewriting import filled
from nlp.rules import FOLDER, LoadedRule, load_rules

REVIEWER = load_reviewer()

# A form nobody could fault; each example takes one place in it.
FAULTLESS = Form(
    id="contoh",
    tahun=2025,
    triwulan=3,
    pegawai=Pegawai(jabatan="Pengamat Pengairan"),
    metode="coaching",
    rhk="Data debit bendung tersedia bagi pembagian air",
    topik="Pencatatan debit di bendung masih sering terlambat",
    hasil="Buku debit bendung terisi lengkap sampai hari berjalan",
    tindak_lanjut=(
        TindakLanjut(
            "Mencatat debit tiga kali sehari dan mengirim fotonya ke grup petugas",
            "Foto buku debit terkirim tiga kali sehari",
            "2025-09-30",
            selesai=True,
            disetujui=True,
        ),
    ),
    dialog=Dialog(
        "2025-07-10", "Dibahas penyebab keterlambatan dan jadwal pencatatan yang disepakati"
    ),
    disetujui_atasan=True,
    umpan_balik=(UmpanBalik("positif", "Buku debit saudara terisi rapi dan mudah dibaca"),),
)

PLACES = {
    "topik": "/topik",
    "hasil": "/hasil",
    "rtl": "/tindak_lanjut/0/rtl",
    "indikator": "/tindak_lanjut/0/indikator",
    "umpan_balik": "/umpan_balik/0/teks",
    "catatan": "/dialog/catatan",
}


def form_of(rule: LoadedRule, example: Example) -> Form:
    form = FAULTLESS
    if rule.rule.fields:
        form = with_value(form, PLACES[rule.rule.fields[0]], example.text)
    for pointer, value in example.context.items():
        name = pointer.strip("/")
        if name in ("tindak_lanjut", "umpan_balik"):
            value = getattr(form_from_dict({name: value}), name)
        form = with_value(form, pointer, value)
    return form


def copies_of(form: Form, example: Example) -> dict[str, int]:
    """What a batch of this form and those beside it knows of its feedback."""
    batch = Copies()
    for number, text in enumerate(example.batch, 1):
        other = replace(form, id=f"lain {number}")
        batch.add(with_value(other, "/umpan_balik/0/teks", text), number)
    return batch.others(form, 0)


def cases(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.rule.id}: {example.text[:40]}")
        for rule in load_rules()
        for example in getattr(rule.page, kind)
    ]


def found(form: Form, copies: dict[str, int]) -> set[tuple[str, str]]:
    return {(f.rule, f.pointer) for f in review(REVIEWER, form, copies).findings}


def test_the_form_around_the_examples_is_faultless() -> None:
    assert review(REVIEWER, FAULTLESS).findings == ()
    assert review(REVIEWER, FAULTLESS).score == 100


@pytest.mark.parametrize(("rule", "example"), cases("wrong"))
def test_a_wrong_example_is_found_once_at_its_mark(rule: LoadedRule, example: Example) -> None:
    form = form_of(rule, example)
    findings = review(REVIEWER, form, copies_of(form, example)).findings
    own = [f for f in findings if f.rule == rule.rule.id]
    assert len(own) == 1
    if example.span:
        assert own[0].span is not None
        assert example.text[slice(*own[0].span)] == example.text[slice(*example.span)]
        assert own[0].quote == example.text[slice(*own[0].span)]


@pytest.mark.parametrize(("rule", "example"), cases("wrong"))
def test_a_wrong_example_gets_its_suggestion_and_the_suggestion_mends_it(
    rule: LoadedRule, example: Example
) -> None:
    if example.suggestion is None:
        wording = rule.rule.fields and rule.rule.aspect != "konseling"
        assert not wording, "a rule about wording owes its examples a suggestion"
        return
    form = form_of(rule, example)
    copies = copies_of(form, example)
    finding = next(f for f in review(REVIEWER, form, copies).findings if f.rule == rule.rule.id)
    assert [s.text for s in finding.suggestions][:1] == [example.suggestion]
    first = finding.suggestions[0]
    assert first.verified
    mended = with_value(form, first.pointer or finding.pointer, filled(first))
    again = copies_of(mended, example)
    assert found(mended, again) <= found(form, copies) - {(rule.rule.id, finding.pointer)}


@pytest.mark.parametrize(("rule", "example"), cases("right"))
def test_a_right_example_is_silent(rule: LoadedRule, example: Example) -> None:
    form = form_of(rule, example)
    findings = review(REVIEWER, form, copies_of(form, example)).findings
    assert [f for f in findings if f.rule == rule.rule.id] == []


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.rule.id)
def test_a_page_has_enough_examples_of_both_kinds(rule: LoadedRule) -> None:
    assert len(rule.page.wrong) >= 6
    assert len(rule.page.right) >= 8
    assert sum(e.near_miss for e in rule.page.right) * 2 >= len(rule.page.right)


def test_every_page_has_a_rule_and_every_rule_a_page() -> None:
    pages = {path.stem for path in FOLDER.glob("*.md")}
    assert pages == {rule.rule.id.lower() for rule in load_rules()}


def test_offsets_survive_whatever_stands_before_the_mark() -> None:
    form = replace(FAULTLESS, topik="😀 Telah dilaksanakan pelatihan pengisian aplikasi persediaan")
    finding = review(REVIEWER, form).findings[0]
    assert finding.quote == "Telah dilaksanakan"
    assert value_at(form, finding.pointer)[slice(*finding.span)] == finding.quote
