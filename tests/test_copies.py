"""Copies of feedback across a batch: what counts as the same text, and whom it was given to."""

import pytest

from nlp.copies import Copies, feedback_keys
from nlp.form import Form, Pegawai, UmpanBalik

TEXT = "Laporan debit dikirim lengkap setiap pekan"


def form(text: str, nip: str | None = None, **more: object) -> Form:
    given = (UmpanBalik("positif", text),)
    return Form(pegawai=Pegawai(nip=nip), umpan_balik=given, **more)  # type: ignore[arg-type]


def keys(given: Form) -> list[int]:
    return [key for _, key in feedback_keys(given)]


@pytest.mark.parametrize(
    "other",
    [
        "laporan debit dikirim lengkap setiap pekan!",
        "LAPORAN DEBIT DIKIRIM LENGKAP SETIAP PEKAN",
        "Laporan debit dikirim, lengkap, setiap pekan.",
        "Saudara, laporan debit dikirim lengkap setiap pekan",
        "Laporan debit Anda dikirim lengkap setiap pekan",
        "Laporan debitnya dikirim lengkap setiap pekan",
        "Sdr. Ketut: laporan debit dikirim lengkap setiap pekan",
        "Ybs. laporan debit dikirim lengkap setiap pekan",
    ],
)
def test_case_marks_address_and_names_do_not_make_a_text_another(other: str) -> None:
    assert keys(form(other)) == keys(form(TEXT)) != []


@pytest.mark.parametrize(
    "other",
    [
        "Laporan debit belum dikirim lengkap setiap pekan",
        "Laporan debit dikirim lengkap setiap bulan",
        "Laporan debit dikirim lengkap setiap pekan, juga saat banjir",
        "Laporan debit dikirim lengkap 4 pekan",
        "Setiap pekan laporan debit dikirim lengkap",
    ],
)
def test_one_word_of_its_own_makes_a_text_another(other: str) -> None:
    assert keys(form(other)) != keys(form(TEXT))


def test_the_name_on_the_form_is_no_difference_where_it_is_written_as_a_name() -> None:
    budi = Form(
        pegawai=Pegawai(nama="Rapi Nugraha"),
        umpan_balik=(UmpanBalik("positif", f"Rapi, {TEXT.lower()}"),),
    )
    assert keys(budi) == keys(form(TEXT))


@pytest.mark.parametrize("text", ["OK", "Terima kasih, Pak Made", "Pertahankan kinerja Anda", ""])
def test_stock_phrases_are_no_copies(text: str) -> None:
    assert keys(form(text)) == []


@pytest.mark.parametrize("jenis", ["konseling", "rujukan"])
def test_nothing_of_counselling_is_remembered(jenis: str) -> None:
    assert keys(form(TEXT, jenis=jenis)) == []


@pytest.mark.parametrize(
    ("batch", "others"),
    [
        ([form(TEXT, "1")], 0),
        ([form(TEXT, "1"), form(TEXT, "1"), form(TEXT, "1")], 0),
        ([form(TEXT, "1"), form(TEXT, "2"), form(TEXT, "2")], 1),
        ([form(TEXT, "1"), form(TEXT, "2"), form(TEXT, "3")], 2),
        ([form(TEXT), form(TEXT), form(TEXT)], 2),
        ([form(TEXT, id="a"), form(TEXT, id="a"), form(TEXT, id="b")], 1),
        ([form(TEXT, "1"), form("Bendung dijaga siang dan malam", "2"), form(TEXT, "3")], 1),
    ],
)
def test_people_are_counted_not_forms(batch: list[Form], others: int) -> None:
    copies = Copies()
    for number, each in enumerate(batch):
        copies.add(each, number)
    assert copies.others(batch[0], 0) == ({"/umpan_balik/0/teks": others} if others else {})


def test_a_form_not_added_is_compared_with_those_that_were() -> None:
    copies = Copies()
    copies.add(form(TEXT, "1"), 0)
    assert copies.others(form(TEXT, "9"), 7) == {"/umpan_balik/0/teks": 1}


def test_a_full_memory_still_knows_what_it_has_seen() -> None:
    copies = Copies(limit=1)
    copies.add(form(TEXT, "1"), 0)
    copies.add(form("Bendung dijaga siang dan malam", "2"), 1)
    assert copies.others(form(TEXT, "3"), 2) == {"/umpan_balik/0/teks": 1}
    assert copies.others(form("Bendung dijaga siang dan malam", "3"), 2) == {}
