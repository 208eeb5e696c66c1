"""Steps of others and steps without an act, as a reviewer would write them anew."""

import pytest

from nlp.analysis import analyse_form
from nlp.form import Form, TindakLanjut
from nlp.review import load_reviewer
from nlp.rewriting import rewrite_link, rewrite_rtl, rewrite_step
from nlp.text import Text

REVIEWER = load_reviewer()


def read(raw: str) -> Text:
    with REVIEWER.pipeline.memory_zone():
        form = analyse_form(REVIEWER.pipeline, REVIEWER.models, Form(topik=raw))
    return form.parts["/topik"].text


@pytest.mark.parametrize(
    ("rtl", "expected"),
    [
        ("Bagian Umum kirim daftar aset", "Menyiapkan draf surat kepada Bagian Umum agar "
         "mengirim daftar aset"),
        ("Kepala Balai menambah juru ukur", "Mengusulkan kepada Kepala Balai agar menambah juru "
         "ukur"),
        ("Penyedia lebih responsif", "Menyusun kesepakatan tertulis bersama penyedia agar lebih "
         "responsif"),
        ("Biro Umum minta klarifikasi", "Menyiapkan bahan klarifikasi dan menyampaikannya kepada "
         "Biro Umum"),
        ("Menunggu info dari Biro Umum", "Meminta info kepada Biro Umum secara tertulis"),
        ("Menunggu arahan pimpinan", "Meminta arahan kepada pimpinan secara tertulis"),
        ("Menunggu revisi anggaran disetujui", "Menyiapkan bahan persetujuan revisi anggaran dan "
         "menyampaikannya kepada [nama]"),
        ("Mendapatkan izin lokasi", "Menyiapkan draf surat permohonan izin lokasi kepada [nama]"),
        ("Peta risiko disusun oleh Bagian Umum", "Menyiapkan draf surat permintaan penyusunan peta "
         "risiko kepada Bagian Umum"),
        ("Ditugaskan kepala bagian ikut bimtek hidrometri", "Mengusulkan keikutsertaan dalam "
         "bimtek hidrometri kepada kepala bagian"),
        ("Kami petakan titik longsor dan Bagian Umum memasang rambu", "memetakan titik longsor dan "
         "menyiapkan draf surat kepada Bagian Umum agar memasang rambu"),
        ("Bagian Umum mengirim daftar aset sebelum tanggal 5", "Menyiapkan draf surat kepada "
         "Bagian Umum agar mengirim daftar aset paling lambat tanggal 5"),
    ],
)  # fmt: skip
def test_a_step_of_others_becomes_the_part_of_ones_own(rtl: str, expected: str) -> None:
    assert next(iter(rewrite_rtl(read(rtl)))) == expected


@pytest.mark.parametrize("rtl", ["Tiap biro laporin mutasi barang", "Menunggu", "Saya sendiri"])
def test_nothing_is_said_where_no_party_and_no_thing_is_named(rtl: str) -> None:
    assert list(rewrite_rtl(read(rtl))) == []


@pytest.mark.parametrize(
    ("rtl", "expected"),
    [
        ("Tingkatkan kualitas peta", "Menyusun [bukti] bersama [nama] untuk meningkatkan kualitas "
         "peta paling lambat [tanggal]"),
        ("Lebih visioner", "Mempelajari [materi] bersama [nama] agar lebih visioner, lalu menyusun "
         "resumenya paling lambat [tanggal]"),
        ("Jangan ceroboh lagi", "Menyusun [bukti] bersama [nama] paling lambat [tanggal] agar "
         "tidak ceroboh lagi"),
        ("Mentoring uji beton dua kali sebulan", "Mengikuti mentoring uji beton dua kali sebulan "
         "bersama [nama] dan menyusun resumenya paling lambat [tanggal]"),
        ("Ikut coaching supaya tambah pengalaman", "Mengikuti coaching [materi] bersama [nama] dan "
         "menyusun resumenya paling lambat [tanggal]"),
        ("Alat ukur dirawat lebih baik", "Menyusun [bukti] perawatan alat ukur bersama [nama] "
         "paling lambat [tanggal]"),
        ("Berkas jangan ditumpuk", "Menyusun [bukti] bersama [nama] paling lambat [tanggal] "
         "agar berkas jangan ditumpuk"),
        ("Mempercepat lelang sebelum triwulan 4 berakhir", "Menyusun [bukti] bersama [nama] untuk "
         "mempercepat lelang sebelum triwulan 4 berakhir"),
        ("Semua operator disiplin", "Menyusun kesepakatan tertulis bersama semua operator "
         "paling lambat [tanggal] agar disiplin"),
    ],
)  # fmt: skip
def test_a_step_without_an_act_gets_one_that_serves_its_aim(rtl: str, expected: str) -> None:
    assert next(iter(rewrite_step(read(rtl)))) == expected


@pytest.mark.parametrize(
    ("topik", "expected"),
    [
        ("Keterlambatan laporan debit", "untuk mengatasi keterlambatan laporan debit"),
        ("Surat masuk sering tercecer, arsip penuh", "untuk mengatasi masalah surat masuk yang "
         "sering tercecer"),
        ("Peta irigasi belum diperbarui", "untuk mengatasi masalah peta irigasi yang belum "
         "diperbarui"),
        ("Pelatihan senam", "tindak lanjut pelatihan senam bersama [nama]"),
        ("Optimalisasi pembinaan pegawai", "tindak lanjut optimalisasi pembinaan pegawai bersama "
         "[nama]"),
    ],
)  # fmt: skip
def test_a_step_against_the_gap_names_it_as_a_thing(topik: str, expected: str) -> None:
    made = next(iter(rewrite_link("topik-rtl", read(topik), read("Memesan batik"))))
    assert made == f"Menyusun [bukti] {expected} paling lambat [tanggal]"


def test_who_asks_for_something_is_no_gap() -> None:
    step = TindakLanjut("Memesan batik")
    assert list(rewrite_link("topik-rtl", read("Biro Umum minta data"), read(step.rtl or ""))) == []
