"""Labels: which field they name, and which words of a text they name it for."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.form import Form, TindakLanjut
from service.field_names import field_of
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
        ("Topik: Satu. RTL 1: Dua; Indikator 1: Tiga",
         [("topik", "Satu."), ("rtl", "Dua;"), ("indikator", "Tiga")]),
        ("RTL: Satu. Catatan: Dua. NIP: 1", [("rtl", "Satu. Catatan: Dua. NIP: 1")]),
        ("Catatan: Satu. Hasil: Dua", [("catatan", "Satu. Hasil: Dua")]),
        ("Satu. Hasil: Dua", [(None, "Satu. Hasil: Dua")]),
        ("Topik: Satu. hasil: dua, Hasil: tiga", [("topik", "Satu. hasil: dua, Hasil: tiga")]),
        (" \n \t\n", []),
    ],
)  # fmt: skip
def test_a_text_is_cut_at_its_labels(text, found):
    assert [(p.field, text[p.start : p.end]) for p in passages(text)] == found


pieces = st.sampled_from(
    ["Topik", "RTL 2", "Indikator", ":", ".", "\n", "\r\n", " ", "1. ", "- ", "A😀"]
)


@given(st.lists(pieces, max_size=20), st.lists(st.integers(0, 40), max_size=3))
def test_passages_of_any_text_are_whole_and_in_order(parts, marks):
    text = "".join(parts)
    labels = [(place, "hasil") for place in sorted(marks) if place <= len(text)]
    found = list(passages(text, labels))
    for passage in found:
        words = text[passage.start : passage.end]
        assert words == words.strip() != ""
    assert all(one.end <= other.start for one, other in pairwise(found))
    again = [p for section in sections(found) for p in section.passages.values()]
    assert sorted(again, key=lambda p: p.start) == found


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


def test_a_long_form_is_reviewed_ten_steps_at_a_time_and_pairs_stay_together():
    text = "Topik: T\n" + "RTL: A\n" * 12 + "Indikator: B\n" * 12
    forms = [form_of(section, text) for section in sections(passages(text))]
    assert forms == [
        Form(topik="T", tindak_lanjut=(TindakLanjut("A", "B"),) * 10),
        Form(tindak_lanjut=(TindakLanjut("A", "B"),) * 2),
    ]


def test_a_full_list_begins_another_form():
    text = "RTL: A\n" * 51 + "Hasil: C"
    (last,) = [form for s in sections(passages(text)) if (form := form_of(s, text)).hasil]
    assert last == Form(hasil="C", tindak_lanjut=(TindakLanjut("A"),))
