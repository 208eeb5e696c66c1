"""Each kind of broken row is named by file, line and one sentence."""

import itertools
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from corpus.check import check
from corpus.cli import app
from corpus.rows import split_of

Row = dict[str, Any]
Maker = Callable[..., Row]

SENTENCE = "Logbook alat ukur terisi penuh sampai akhir pekan"
"""The text of the sound row that every broken one follows."""


def said(folder: Path, complete: bool = False) -> list[str]:
    """Errors as printed, without what a small corpus always lacks."""
    faults, _ = check(folder, complete)
    return [str(fault) for fault in faults if fault.line and not fault.warning]


def without(row: Row, key: str) -> Row:
    return {k: v for k, v in row.items() if k != key}


def relabelled(row: Row, label: str, **sides: Any) -> Row:
    return row | {"labels": row["labels"] | {label: row["labels"][label] | sides}}


BROKEN_ITEMS: dict[str, tuple[str, Callable[[Maker], Row | str], str]] = {
    "no JSON": ("indikator", lambda item: '{"id": ', "Baris ini bukan JSON yang sah (kolom 8)."),
    "blank": ("indikator", lambda item: "  ", "Baris ini kosong."),
    "no object": ("indikator", lambda item: "[1]", "Baris ini bukan objek JSON."),
    "key twice": ("indikator", lambda item: '{"id": 1, "id": 2}', "Kunci 'id' tertulis dua kali."),
    "not a number": ("indikator", lambda item: '{"a": NaN}', "Nilai NaN bukan JSON yang sah."),
    "key missing": (
        "indikator",
        lambda item: without(item("indikator", 2, "Notula"), "unit"),
        "Kunci yang belum ada: unit.",
    ),
    "key unknown": (
        "indikator",
        lambda item: item("indikator", 2, "Notula", teks="x"),
        "Kunci yang tidak dikenal: teks.",
    ),
    "context of another file": (
        "indikator",
        lambda item: item("indikator", 2, "Notula", context={"jabatan": "Arsiparis"}),
        "context: Kunci yang tidak dikenal: jabatan.",
    ),
    "label unknown": (
        "indikator",
        lambda item: relabelled(item("indikator", 2, "Notula"), "terukur", writer="TERUKURR"),
        'labels.terukur.writer: "TERUKURR" bukan salah satu dari TERUKUR, TIDAK_TERUKUR.',
    ),
    "text empty": (
        "indikator",
        lambda item: item("indikator", 2, "  "),
        "text: Isinya kosong.",
    ),
    "id of another shape": (
        "indikator",
        lambda item: item("indikator", 2, "Notula", id="indikator-a01-x"),
        'id: "indikator-a01-x" tidak sesuai pola ^indikator-[a-z]+[0-9]+-[0-9]+$.',
    ),
    "quarter": (
        "topik",
        lambda item: item("topik", 2, "Arsip", context={"triwulan": 5}),
        "context.triwulan: 5 di luar batas (maximum 4).",
    ),
    "type": (
        "indikator",
        lambda item: item("indikator", 2, "Notula", hard="ya"),
        'hard: "ya" tidak sesuai jenisnya (boolean).',
    ),
    "id twice": (
        "indikator",
        lambda item: item("indikator", 1, "Notula"),
        "Id indikator-a01-01 sudah dipakai di {folder}/indikator.jsonl:1.",
    ),
    "id outside its group": (
        "indikator",
        lambda item: item("indikator", 2, "Notula", group="b02") | {"group": "indikator-a01"},
        "Id indikator-b02-02 tidak berawal kelompoknya, indikator-a01.",
    ),
    "done and still a problem": (
        "topik",
        lambda item: item("topik", 2, "Arsip", selesai="SELESAI", masalah="MASALAH"),
        "Topik SELESAI selalu BUKAN_MASALAH.",
    ),
    "level without its items": (
        "konseling",
        lambda item: item("konseling", 2, "Contoh", konseling="KONSELING", items=[14]),
        "Label KONSELING tidak cocok dengan butir [14].",
    ),
    "item number": (
        "konseling",
        lambda item: item("konseling", 2, "Contoh", konseling="RUJUKAN", items=[18]),
        "labels.konseling.items.writer[0]: 18 di luar batas (maximum 17).",
    ),
    "ambiguous with a foreign label": (
        "ambiguous",
        lambda item: (
            item("rtl", 2, "Contoh", task="rtl", question="siapa pelakunya?")
            | {"labels": {"kendali": {"writer": "SPESIFIK", "reason": "?"}}}
        ),
        "Label kendali tidak mengenal 'SPESIFIK'.",
    ),
    "NIP": (
        "indikator",
        lambda item: item("indikator", 2, "Berkas 19800101 200501 1 001 terunggah"),
        "Baris ini memuat data pribadi (NIP).",
    ),
    "NIK": (
        "indikator",
        lambda item: item("indikator", 2, "Berkas 3273010101800001 terunggah"),
        "Baris ini memuat data pribadi (NIK).",
    ),
    "telephone": (
        "indikator",
        lambda item: item("indikator", 2, "Hubungi 0812-3456-7890 untuk jadwal"),
        "Baris ini memuat data pribadi (nomor telepon).",
    ),
    "e-mail in a reason": (
        "indikator",
        lambda item: relabelled(item("indikator", 2, "Notula"), "terukur", reason="kata a@b.id"),
        "Baris ini memuat data pribadi (surel).",
    ),
    "near-duplicate": (
        "indikator",
        lambda item: item("indikator", 2, "Logbook alat ukur terisi penuh sampai akhir bulan"),
        "Teks ini hampir sama dengan {folder}/indikator.jsonl:1 (kemiripan 0,78)"
        " dan labelnya sama.",
    ),
}


@pytest.mark.parametrize("kind", BROKEN_ITEMS)
def test_a_broken_row_is_named(kind: str, folder: Path, write: Any, item: Maker) -> None:
    name, broken, sentence = BROKEN_ITEMS[kind]
    write(name, item("indikator" if name == "ambiguous" else name, 1, SENTENCE), broken(item))
    if name == "ambiguous":
        write(name, broken(item))
    expected = f"{folder}/{name}.jsonl:{1 if name == 'ambiguous' else 2}: {sentence}"
    assert said(folder) == [expected.format(folder=folder)]


FINE_ITEMS: dict[str, Callable[[Maker], Row]] = {
    "no near-duplicate": lambda item: item("indikator", 2, "Logbook genset sudah diparaf"),
    "near-duplicate of the other label": lambda item: item(
        "indikator", 2, "Logbook alat ukur terisi penuh sampai akhir bulan", terukur="TERUKUR"
    ),
    "short and not equal": lambda item: item("indikator", 2, "Logbook alat ukur"),
    "18 digits of other things": lambda item: item("indikator", 2, "SK 2025/07/10 nomor 014/2025"),
    "a mean with many digits": lambda item: item("indikator", 2, "Pagu 1.250.000.000 terserap"),
}


@pytest.mark.parametrize("kind", FINE_ITEMS)
def test_a_near_miss_is_silent(kind: str, folder: Path, write: Any, item: Maker) -> None:
    write("indikator", item("indikator", 1, SENTENCE), FINE_ITEMS[kind](item))
    assert said(folder) == []


def test_a_pair_may_be_alike(folder: Path, write: Any, item: Maker) -> None:
    other = "Logbook alat ukur terisi penuh sampai akhir bulan"
    write(
        "indikator",
        item("indikator", 1, SENTENCE, pair="p1"),
        item("indikator", 2, other, pair="p1"),
        item("indikator", 3, "Logbook genset diparaf", pair="p2"),
    )
    assert said(folder) == []
    warnings = [str(f) for f in check(folder)[0] if f.line]
    place = f"{folder}/indikator.jsonl:3"
    assert warnings == [f"{place}: peringatan: Pasangan p2 di indikator-a01 hanya beranggota satu."]


def test_both_sides_of_a_split(folder: Path, write: Any, item: Maker) -> None:
    groups = [f"a{n:02}" for n in range(40)]
    train = next(g for g in groups if split_of(f"indikator-{g}") == "train")
    test = next(g for g in groups if split_of(f"indikator-{g}") == "test")
    write(
        "indikator",
        item("indikator", 1, "Notula", group=train, terukur="TERUKUR"),
        item("indikator", 1, "notula.", group=test),
    )
    place = f"{folder}/indikator.jsonl"
    assert said(folder) == [
        f"{place}:2: Teks ini ada di dua bagian, train dan test: lihat {place}:1 (kemiripan 1,00)."
    ]


def test_a_form_may_not_repeat_an_item(folder: Path, write: Any, item: Maker, form: Maker) -> None:
    train = next(f"a{n:02}" for n in range(40) if split_of(f"rtl-a{n:02}") == "train")
    test = next(f"a{n:02}" for n in range(40) if split_of(f"forms-a{n:02}") == "test")
    write("rtl", item("rtl", 1, "memilah map pensiun per tahun", group=train))
    write("forms", form(1, group=test))
    assert said(folder) == [
        f"{folder}/forms.jsonl:1: Teks ini ada di dua bagian, train dan test:"
        f" lihat {folder}/rtl.jsonl:1 (kemiripan 1,00)."
    ]


@pytest.mark.parametrize(
    "line",
    [
        f"- **Logbook** {SENTENCE.partition(' ')[2]}",
        f"  - nyaris: {SENTENCE}",
        f"| {SENTENCE} | TERUKUR |",
        f"Yang sudah baik: “{SENTENCE}”.",
    ],
)
def test_no_item_stands_in_a_rule_page(line: str, folder: Path, write: Any, item: Maker) -> None:
    (folder.parent / "nlp" / "rules" / "contoh.md").write_text(f"# CONTOH – judul\n\n{line}\n")
    write("indikator", item("indikator", 1, SENTENCE))
    (found,) = said(folder)
    assert found == (
        f"{folder}/indikator.jsonl:1: Teks ini juga menjadi contoh di contoh.md:3 (kemiripan 1,00)."
    )


BROKEN_FORMS: dict[str, tuple[Callable[[Maker], Row], str]] = {
    "key unknown": (
        lambda form: form(1, form={"id": "BK-1", "topikk": "Arsip"}),
        "form: Kunci yang tidak dikenal: topikk.",
    ),
    "rule unknown": (
        lambda form: form(1, ("TOPIK_SALAH", "/topik")),
        'findings.writer[0].rule: "TOPIK_SALAH" bukan salah satu dari TOPIK_SUDAH_SELESAI,',
    ),
    "pointer of another rule": (
        lambda form: form(1, ("HASIL_TIDAK_KONKRET", "/topik")),
        "HASIL_TIDAK_KONKRET tidak dapat menunjuk /topik.",
    ),
    "pointer outside the form": (
        lambda form: form(1, ("RTL_TIDAK_SPESIFIK", "/tindak_lanjut/2/rtl")),
        "RTL_TIDAK_SPESIFIK menunjuk /tindak_lanjut/2/rtl, tetapi butir itu tidak ada di formulir.",
    ),
    "no pair": (
        lambda form: form(1, ("TIDAK_SINKRON", "/hasil")),
        "TIDAK_SINKRON di /hasil memerlukan pasangan yang berakhir di bidang itu.",
    ),
    "pair that ends elsewhere": (
        lambda form: form(1, ("TIDAK_SINKRON", "/hasil", "topik-rtl")),
        "TIDAK_SINKRON di /hasil memerlukan pasangan yang berakhir di bidang itu.",
    ),
    "pair of another rule": (
        lambda form: form(1, ("HASIL_TIDAK_KONKRET", "/hasil", "topik-hasil")),
        "HASIL_TIDAK_KONKRET tidak memakai pasangan (topik-hasil).",
    ),
    "rating of a counselling form": (
        lambda form: form(
            1,
            form={"id": "BK-1", "jenis": "konseling"},
            findings={"writer": [], "second": [], "gold": []},
            rating={"writer": None, "second": None, "gold": 3},
        ),
        "Formulir konseling atau rujukan tidak diberi nilai.",
    ),
    "NIP": (
        lambda form: form(1, form={"id": "BK-1", "pegawai": {"nip": "198001012005011001"}}),
        "Baris ini memuat data pribadi (NIP).",
    ),
}


@pytest.mark.parametrize("kind", BROKEN_FORMS)
def test_a_broken_form_is_named(kind: str, folder: Path, write: Any, form: Maker) -> None:
    broken, sentence = BROKEN_FORMS[kind]
    write("forms", broken(form))
    (found,) = said(folder)
    assert found.startswith(f"{folder}/forms.jsonl:1: {sentence}")


CONTRADICTIONS: dict[str, tuple[list[tuple[str, str]], str]] = {
    "two verdicts on one topic": (
        [("TOPIK_SUDAH_SELESAI", "/topik"), ("TOPIK_BUKAN_MASALAH", "/topik")],
        "TOPIK_SUDAH_SELESAI dan TOPIK_BUKAN_MASALAH tidak boleh bersama di /topik.",
    ),
    "quality beside a referral": (
        [("PERLU_RUJUKAN_PROFESIONAL", "/topik"), ("HASIL_TIDAK_KONKRET", "/hasil")],
        "Formulir rujukan tidak dinilai mutunya, tetapi memuat HASIL_TIDAK_KONKRET.",
    ),
    "quality of a placeholder": (
        [("INDIKATOR_TIDAK_TERUKUR", "/tindak_lanjut/1/indikator")],
        "INDIKATOR_TIDAK_TERUKUR menilai /tindak_lanjut/1/indikator yang kosong atau berisi"
        " pengisi tempat.",
    ),
}


@pytest.mark.parametrize("kind", CONTRADICTIONS)
def test_gold_findings_agree_with_the_guideline(
    kind: str, folder: Path, write: Any, form: Maker
) -> None:
    findings, sentence = CONTRADICTIONS[kind]
    row = form(1, *findings)
    row["findings"]["gold"] = row["findings"]["writer"]
    write("forms", row)
    assert said(folder) == [f"{folder}/forms.jsonl:1: {sentence}"]


def test_personal_data_may_stand_where_it_is_the_finding(
    folder: Path, write: Any, form: Maker
) -> None:
    row = form(1, ("DATA_PRIBADI", "/topik"))
    row["form"]["topik"] = "Nomor 0812-3456-7890 belum terdaftar di layanan arsip"
    row["findings"]["gold"] = row["findings"]["writer"]
    write("forms", row)
    assert said(folder) == []


def test_what_is_missing_is_a_warning_until_complete(
    folder: Path, write: Any, item: Maker, form: Maker
) -> None:
    first = relabelled(item("indikator", 1, SENTENCE), "terukur", second="TERUKUR")
    write("indikator", first, item("indikator", 2, "Notula"))
    write("forms", form(1))
    assert said(folder) == []
    assert said(folder, complete=True) == [
        f"{folder}/forms.jsonl:1: Label kedua belum ada.",
        f"{folder}/indikator.jsonl:1: Label akhir belum ada.",
        f"{folder}/indikator.jsonl:2: Label kedua belum ada.",
    ]
    whole = [str(fault) for fault in check(folder)[0] if not fault.line]
    assert (
        f"{folder}/indikator.jsonl: peringatan: 1 baris belum lengkap: label kedua belum ada."
        in whole
    )
    assert "indikator.jsonl: peringatan: Baru 2 baris; paling sedikit 1200." in whole
    assert "konseling.jsonl: peringatan: Berkas ini belum ada." in whole
    assert "forms.jsonl: peringatan: Baru 1 formulir tanpa cela; paling sedikit 60." in whole


def test_a_shared_skeleton_is_a_warning(folder: Path, write: Any, item: Maker) -> None:
    fillings = ["peta jalan", "buku tamu", "kartu stok", "denah ruang", "surat tugas"]
    texts = [
        f"Tersedianya {filling} sesuai kebutuhan tahun {2020 + n}"
        for n, filling in enumerate(fillings)
    ]
    write("indikator", *(item("indikator", n, text) for n, text in enumerate(texts)))
    (found,) = [str(fault) for fault in check(folder)[0] if fault.line]
    assert found == (
        f"{folder}/indikator.jsonl:1: peringatan: Kerangka “tersedianya … sesuai kebutuhan tahun #”"
        " dipakai 5 teks; lihat juga baris 2, 3, 4, 5."
    )


def test_no_line_is_lost(folder: Path, write: Any, item: Maker) -> None:
    write(
        "indikator", item("indikator", 1, SENTENCE), "{", "", item("indikator", 4, "Notula"), "[]"
    )
    faults, count = check(folder)
    assert count == 5
    assert [fault.line for fault in faults if fault.line] == [2, 3, 5]


def test_the_command_exits_non_zero(folder: Path, write: Any, item: Maker) -> None:
    write("indikator", item("indikator", 1, SENTENCE))
    good = CliRunner().invoke(app, ["check", "--folder", str(folder)])
    assert good.exit_code == 0
    assert good.output.splitlines()[-1].startswith("1 baris diperiksa: 0 kesalahan")
    write("indikator", "{")
    bad = CliRunner().invoke(app, ["check", "--folder", str(folder)])
    assert bad.exit_code == 1
    assert f"{folder}/indikator.jsonl:1: Baris ini bukan JSON yang sah" in bad.output
    assert CliRunner().invoke(app, ["check", "--complete", "--folder", str(folder)]).exit_code == 1


def test_seven_thousand_rows_are_checked_quickly(folder: Path, write: Any, item: Maker) -> None:
    chance = random.Random(2983)
    words = [
        "".join(four) for four in itertools.product("bdgklmnprst", "aiu", "bdgklmnprst", "aiu")
    ]
    zipf = [1 / rank for rank in range(1, len(words) + 1)]
    texts = [" ".join(chance.choices(words, zipf, k=chance.randint(2, 20))) for _ in range(7000)]
    write("indikator", *(item("indikator", n, text) for n, text in enumerate(texts)))
    start = time.process_time()
    _, count = check(folder)
    assert count == 7000
    assert time.process_time() - start < 10
