"""Labels: which field they name, and which words of a text they name it for."""

import pytest

from nlp.form import Form, TindakLanjut
from service.field_names import SYNONYMS, field_of
from service.languagetool.passage import passages
from service.languagetool.section import form_of, sections


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Topik", "topik"),
        ("TOPIK :", "topik"),
        ("topic", "topik"),
        ("Topik Bimbingan (masalah)", "topik"),
        ("Hasil yang Diharapkan", "hasil"),
        ("Capaian Konkrit", "hasil"),
        ("RTL", "rtl"),
        ("RTL 2", "rtl"),
        ("RTL ke-3.", "rtl"),
        ("Rencana Tindak Lanjut (RTL)", "rtl"),
        ("Rencana TL", "rtl"),
        ("rencana aksi", "rtl"),
        ("Rencna Tindak Lanjut", "rtl"),
        ("Indicator keberhasilan", "indikator"),
        ("Indikator Ketercapaian/Bukti", "indikator"),
        ("Indikatro", "indikator"),
        ("Umpan_Balik", "umpan_balik"),
        ("Feedback", "umpan_balik"),
        ("Catatan dialog", "catatan"),
        ("RTK", None),
        ("Rencana", None),
        ("NIP", None),
        ("Hasilnya baik", None),
        ("", None),
        ("1.", None),
        ("topik " * 20, None),
    ],
)
def test_a_label_names_a_field(label, field):
    assert field_of(label) == field


def test_every_synonym_names_its_own_field_alone():
    for field, names in SYNONYMS.items():
        for name in names:
            assert field_of(name) == field
    every = [name for names in SYNONYMS.values() for name in names]
    assert len(set(every)) == len(every)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Topik: A", [("topik", "A")]),
        ("1. Topik: A", [("topik", "A")]),
        ("Topik\nA", [("topik", "A")]),
        ("Topik\tA", [("topik", "A")]),
        ("Topik – A", [("topik", "A")]),
        ("RTL 2. A", [("rtl", "A")]),
        ("Topik: A\nB", [("topik", "A\nB")]),
        ("Topik: A\r\nB\r\n\r\nC", [("topik", "A\r\nB"), (None, "C")]),
        ("Topik: A\n1. B", [("topik", "A\n1. B")]),
        ("RTL:\n1. A\nA2\n2) B\n\n- C\n\nD",
         [("rtl", "A\nA2"), ("rtl", "B"), ("rtl", "C"), (None, "D")]),
        ("A\nB\n\n• C", [(None, "A"), (None, "B"), (None, "C")]),
        ("Pada rapat: topik: A", [(None, "Pada rapat: topik: A")]),
        ("Hasil rapat: A", [(None, "Hasil rapat: A")]),
        ("Topik:\n\nHasil: A", [("hasil", "A")]),
        (" \n \t\n", []),
    ],
)  # fmt: skip
def test_a_text_is_cut_at_its_labels(text, found):
    assert [(p.field, text[p.start : p.end]) for p in passages(text)] == found


def test_markup_cuts_a_line_before_the_field_it_names():
    text = "Halo: MemahamiA"
    cut = [(p.field, text[p.start : p.end]) for p in passages(text, [(4, "rtl"), (14, "topik")])]
    assert cut == [(None, "Halo"), ("rtl", "Memahami"), ("topik", "A")]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Topik: A\nHasil: B", [Form(topik="A", hasil="B")]),
        ("Topik: A\nTopik: B", [Form(topik="A"), Form(topik="B")]),
        ("RTL: A\nRTL: B\nIndikator: C",
         [Form(tindak_lanjut=(TindakLanjut("A", "C"), TindakLanjut("B")))]),
        ("RTL 1: A\nRTL 2: B\nIndikator 2: C",
         [Form(tindak_lanjut=(TindakLanjut("A"), TindakLanjut("B", "C")))]),
        ("RTL: A\nIndikator: B\nRTL: C\nIndikator: D",
         [Form(tindak_lanjut=(TindakLanjut("A", "B"), TindakLanjut("C", "D")))]),
    ],
)  # fmt: skip
def test_labelled_passages_become_forms(text, forms):
    assert [form_of(section, text) for section in sections(passages(text))] == forms


def test_a_full_list_begins_another_form():
    text = "RTL: A\n" * 51
    assert [len(form_of(s, text).tindak_lanjut) for s in sections(passages(text))] == [50, 1]
