"""What may stand behind "tentang" or "hasil": a thing, cut before what is said of it."""

import pytest

from nlp.rewriting.noun import bare_thing, hoped, noun_phrase, shown
from nlp.text import Text, analyse_text, load_pipeline

PIPELINE = load_pipeline()


def read(raw: str) -> Text:
    with PIPELINE.memory_zone():
        return analyse_text(PIPELINE, raw)


@pytest.mark.parametrize(
    ("raw", "thing"),
    [
        # Before an aspect, a negation, a judgement, an act.
        ("Contoh uji sudah siap, tinggal ditimbang", "contoh uji"),
        ("Revisi jadwal tidak sesering dulu", "revisi jadwal"),
        ("Desain spanduk makin menarik", "desain spanduk"),
        ("Laporan kas memuaskan", "laporan kas"),
        ("Kehadiran peserta 95%, semuanya senang", "kehadiran peserta"),
        ("Buku tamu disimpan di loket", "buku tamu"),
        # What belongs to it stays: attributes, relative clauses, named acts, lists.
        ("Pemantauan berkala debit pada bendung yang telah beroperasi",
         "pemantauan berkala debit pada bendung yang telah beroperasi"),
        ("Tata cara menyusun laporan kas secara rapi", "tata cara menyusun laporan kas"),
        ("Pendataan tukang las, tukang batu, dan mandor selesai",
         "pendataan tukang las, tukang batu, dan mandor"),
        # A comma that closes no list ends it.
        ("Agenda rapat pimpinan, tiap hari dua kali", "agenda rapat pimpinan"),
        # What is said to somebody is no part of it.
        ("Pembelian kursi ya pak", "pembelian kursi"),
        # No thing opens here.
        ("Sanggup memasang pompa", ""),
        ("Tidak ada keluhan", ""),
        ("Menyusun laporan", ""),
        ("Rapi", ""),
    ],
)  # fmt: skip
def test_a_noun_phrase_ends_before_what_is_said_of_it(raw: str, thing: str) -> None:
    text = read(raw)
    assert noun_phrase(text, 0, len(text.words) - 1) == thing


@pytest.mark.parametrize(
    ("raw", "asked"),
    [
        ("Buku tamu tersimpan", "yang menunjukkan bahwa buku tamu tersimpan"),
        ("Terlaksananya sosialisasi cuti", "yang menunjukkan terlaksananya sosialisasi cuti"),
        ("Rapat anggaran", "tentang rapat anggaran"),
        ("Penghuni taat aturan", ""),  # an adjective that cannot be told from a name
        ("Rapi", ""),
    ],
)
def test_proof_is_asked_of_a_thing_its_coming_or_a_saying(raw: str, asked: str) -> None:
    text = read(raw)
    assert shown(text, len(text.words) - 1) == asked


@pytest.mark.parametrize(
    ("raw", "content"),
    [
        ("Diharapkan serapan membaik", "serapan membaik"),
        ("Dengan bimbingan ini diharapkan agar serapan membaik", "serapan membaik"),
        ("Kalau bisa ke depannya arsip dirapikan", "arsip dirapikan"),
        ("Serapan membaik sesuai harapan", ""),
    ],
)
def test_a_hope_is_left_for_what_is_hoped_for(raw: str, content: str) -> None:
    text = read(raw)
    start = hoped(text)
    assert (text.quote(start, len(text.words) - 1) if start else "") == content


@pytest.mark.parametrize(
    ("raw", "thing"),
    [
        ("Pengelolaan keuangan yang sehat", "pengelolaan keuangan"),
        ("Layanan loket prima", "layanan loket"),
        ("Laporan yang disusun bendahara", "laporan yang disusun bendahara"),
    ],
)
def test_a_judgement_is_no_part_of_the_bare_thing(raw: str, thing: str) -> None:
    text = read(raw)
    assert bare_thing(text, len(text.words) - 1) == thing
