"""How far a negator reaches (Alwi et al., ch. 9): to the end of its clause, a comma, a fresh start.

Written ``negator: words it reaches``, several parted by ``;``. A negator under another lifts it.
"""

from collections.abc import Callable

import pytest

from nlp.text import Text

Analyse = Callable[[str], Text]


def shown(text: Text) -> str:
    reached: dict[int, list[str]] = {}
    for word, negator in zip(text.words, text.negated, strict=True):
        if negator >= 0:
            reached.setdefault(negator, []).append(word.norm)
    return "; ".join(f"{text.words[n].norm}: {' '.join(ws)}" for n, ws in sorted(reached.items()))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Laporan tidak lengkap", "tidak: lengkap"),
        ("Laporan tidak dikirim tepat waktu", "tidak: dikirim tepat waktu"),
        ("Belum ada laporan", "belum: ada laporan"),
        ("Bekerja tanpa kendala", "tanpa: kendala"),
        ("Ini bukan kesalahan saudara", "bukan: kesalahan saudara"),
        ("Jangan menunda laporan", "jangan: menunda laporan"),
        ("Tidak pernah terlambat", "tidak: pernah terlambat"),
        ("Tak ada keluhan", "tak: ada keluhan"),
        ("Tiada kendala", "tiada: kendala"),
        ("nihil temuan", "nihil: temuan"),
        ("Sdh tdk terlambat", "tidak: terlambat"),
        ("Janganlah lalai", "janganlah: lalai"),
        ("Laporan belumlah lengkap", "belumlah: lengkap"),
        # A negator says nothing of what stands before it.
        ("Laporan rapi tidak terlambat", "tidak: terlambat"),
        # The reach ends with the clause …
        ("Tidak terlambat tetapi kurang rapi", "tidak: terlambat"),
        ("Belum selesai karena data rusak", "belum: selesai"),
        ("Tidak dikirim sehingga tertunda", "tidak: dikirim"),
        ("Laporan tidak lengkap. Peta rapi.", "tidak: lengkap"),
        ("Karena tidak teliti, laporan salah", "tidak: teliti"),
        # … at a comma, and where "dan" begins anew.
        ("Tidak terlambat, rapi, dan lengkap", "tidak: terlambat"),
        ("Tidak terlambat dan selalu rapi", "tidak: terlambat"),
        ("Tidak rapi dan lengkap", "tidak: rapi dan lengkap"),
        ("Tidak rapi dan tidak lengkap", "tidak: rapi; tidak: lengkap"),
        # "tanpa" reaches over its own noun, not over how the work was done.
        ("Disusun tanpa kesalahan dengan rapi", "tanpa: kesalahan"),
        # Two negators make a statement.
        ("Tidak tanpa alasan", "tidak: tanpa"),
        ("Bukan tidak mungkin", "bukan: tidak"),
        ("Bukannya tidak mampu", "bukannya: tidak"),
        ("Tidak ada laporan yang belum dikirim", "tidak: ada laporan yang belum"),
        # That there is none reaches into what is said of it.
        ("Tidak ada laporan yang terlambat", "tidak: ada laporan yang terlambat"),
        # "not only" affirms.
        ("Tidak hanya rapi, tetapi juga lengkap", ""),
        ("Bukan hanya cepat", ""),
        ("Tidak sekadar hadir", ""),
        ("Bukan main rapi", ""),
        ("Jangan main gawai", "jangan: main gawai"),
        # Words that hold a negator or look like one.
        ("Ketidakhadiran petugas", ""),
        ("Ada tidaknya laporan", ""),
        ("Sebelum rapat", ""),
        ("Laporan kurang rapi", ""),
    ],
)
def test_the_reach_of_negation(analysed: Analyse, raw: str, expected: str) -> None:
    assert shown(analysed(raw)) == expected
