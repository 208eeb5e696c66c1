"""The figures of the data sheet: kappa against known values, cues against planted ones."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from corpus.cli import app
from corpus.cues import cues
from corpus.stats import kappa, stats


def squared(a: int, b: int) -> float:
    return float((a - b) ** 2)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (["y"] * 25 + ["n"] * 25, ["y"] * 20 + ["n"] * 5 + ["y"] * 10 + ["n"] * 15, 0.4),
        (["y", "n", "y", "n"], ["y", "n", "y", "n"], 1.0),
        (["y", "n", "y", "n"], ["n", "y", "n", "y"], -1.0),
        (["y", "y", "n", "n"], ["y", "n", "y", "n"], 0.0),
        (["y", "y"], ["y", "y"], None),
        ([], [], None),
    ],
)
def test_kappa_of_known_tables(one: list[str], other: list[str], expected: float | None) -> None:
    assert kappa(one, other) == (None if expected is None else pytest.approx(expected))


@settings(deadline=None)  # the first example imports scikit-learn
@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=2, max_size=40))
def test_kappa_is_that_of_scikit_learn(both: list[tuple[int, int]]) -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    ones, others = [a for a, _ in both], [b for _, b in both]
    for apart, weights in ((None, None), (squared, "quadratic")):
        mine = kappa(ones, others, apart)
        if mine is not None:
            theirs = metrics.cohen_kappa_score(ones, others, weights=weights, labels=range(1, 6))
            assert mine == pytest.approx(theirs)


WORDS = "arsip map boks peta kartu denah stok tamu ruang rak label surat berkas map".split()


def planted(cue: str) -> tuple[list[str], list[str], list[str]]:
    """Texts whose label is given away by ``cue`` and by nothing else."""
    texts, labels, groups = [], [], []
    for number in range(200):
        yes = (number // 2) % 2 == 0
        words = [WORDS[(number * step + number // 5) % len(WORDS)] for step in (1, 3, 5, 7)]
        if cue == "satu kata" and yes:
            words.insert(2, "hijau")
        if cue == "kata pertama":
            words.insert(0, f"{'gelap' if yes else 'terang'}{number % 3}")
        if cue == "memuat angka" and yes:
            words.append(str(number))
        if cue == "panjang (kata)" and yes:
            words += [WORDS[number % 11], WORDS[number % 7]]
        text = (", " if cue == "banyaknya koma" and yes else " ").join(words)
        texts.append(text.upper() if cue == "huruf besar semua" and yes else text)
        labels.append("YA" if yes else "TIDAK")
        groups.append(f"g{number // 10}")
    return texts, labels, groups


@pytest.mark.parametrize(
    "cue",
    [
        "satu kata",
        "kata pertama",
        "memuat angka",
        "panjang (kata)",
        "banyaknya koma",
        "huruf besar semua",
    ],
)
def test_a_planted_cue_is_found(cue: str) -> None:
    found = {it.name: it for it in cues(*planted(cue))}
    assert found[cue].accuracy == pytest.approx(1.0)
    assert found[cue].too_good
    assert not found["kelas terbanyak"].too_good


def test_nothing_planted_nothing_found() -> None:
    assert [cue.name for cue in cues(*planted("")) if cue.too_good] == []


def test_words_of_one_writer_do_not_look_wise() -> None:
    """Each group has a word of its own beside each label: perfect inside it, useless outside."""
    texts, labels, groups = planted("")
    rare = [
        f"{text} {group}{label}" for text, label, group in zip(texts, labels, groups, strict=True)
    ]
    word = next(cue for cue in cues(rare, labels, groups) if cue.name == "satu kata")
    assert not word.too_good


def test_the_cue_is_named() -> None:
    found = {it.name: it.detail for it in cues(*planted("satu kata"))}
    assert found["satu kata"] == "hijau"
    assert {it.name: it.detail for it in cues(*planted("panjang (kata)"))}[
        "panjang (kata)"
    ] == "≤ 4"


def test_one_group_cannot_be_cross_validated() -> None:
    assert cues(["arsip", "peta"], ["YA", "TIDAK"], ["g", "g"]) == []


@pytest.fixture
def small(folder: Path, write: Any, item: Any, form: Any) -> Path:
    """A corpus of which every figure can be counted by hand."""
    yes, no = {"terukur": "TERUKUR"}, {"terukur": "TIDAK_TERUKUR"}
    write(
        "indikator",
        item("indikator", 1, "Notula rapat bulanan", pair="p1", second=yes, **yes),
        item("indikator", 2, "Rapat bulanan lancar", pair="p1", second=no, hard=True, **no),
        item("indikator", 1, "Peta bidang tanah", group="b01", second=no, **yes),
        item("indikator", 2, "Paham peta", group="b01", second=no, **no),
    )
    vague = {"rule": "RTL_TIDAK_SPESIFIK", "pointer": "/tindak_lanjut/1/rtl", "pair": None}
    write(
        "forms",
        form(
            1,
            ("RTL_TIDAK_SPESIFIK", "/tindak_lanjut/1/rtl"),
            ("BELUM_DISETUJUI", "/disetujui_atasan"),
        )
        | {"rating": {"writer": 2, "second": 3, "gold": 2}},
        form(2, findings={"writer": [vague], "second": [vague], "gold": []}),
        form(3, findings={"writer": [], "second": [vague], "gold": None}),
    )
    return folder


def test_the_tables(small: Path) -> None:
    text = stats(folder=small)
    assert "| indikator.terukur | TIDAK_TERUKUR | 2 | 50 % |" in text
    assert "| indikator.terukur | 4 | 75 % | 0,50 |" in text
    assert "| indikator | 1 | 1 | 2 |" in text  # pairs
    assert "| RTL_TIDAK_SPESIFIK | 1 | 1 |" in text  # gold [] outweighs the writer
    assert "Tanpa temuan: 2 dari 3 formulir." in text
    assert "pada 1 dari 2 formulir; F1 temuan 0,67." in text
    assert stats(folder=small) == text


def test_one_task_alone(small: Path) -> None:
    assert "Temuan formulir" not in stats("indikator", small)
    assert "Isyarat tunggal" not in stats("forms", small)


def test_the_command(small: Path) -> None:
    run = CliRunner().invoke(app, ["stats", "--task", "indikator", "--folder", str(small)])
    assert (run.exit_code, run.output) == (0, stats("indikator", small))
    missing = CliRunner().invoke(app, ["stats", "--task", "rtl", "--folder", str(small)])
    assert (missing.exit_code, missing.stderr) == (2, f"{small}/rtl.jsonl: berkas ini tidak ada.\n")
    unknown = CliRunner().invoke(app, ["stats", "--task", "topic"])
    assert unknown.exit_code == 2
    assert "yang ada: indikator, hasil, topik, rtl" in unknown.stderr
