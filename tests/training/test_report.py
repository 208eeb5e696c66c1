"""The report: whole, escaped, from nothing outside, and silent about the test split's texts."""

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser

import numpy as np
import pytest
from sklearn.metrics import average_precision_score

from corpus.rows import split_of
from training.behaviour import run as run_behaviour
from training.examples import Example, examples
from training.held_out import reasons
from training.measure import figures, reliability
from training.readable import readable
from training.report import write_report
from training.report.answers import answers_of, worst
from training.report.curves import coverage, learning, precision_recall, slices
from training.train import SPLITS, Run, fit

NASTY = "<script>alert('Memahami & \"menguasai\"')</script>"
VOID = {"meta", "br"}


@pytest.fixture(scope="module")
def run() -> Run:
    found = examples("terukur", SPLITS)[::3]
    planted = Example("jahat", "g-jahat", "", True, NASTY, {}, ("TERUKUR",))
    return fit("terukur", [*found, planted], date(2025, 7, 10))


@pytest.fixture(scope="module")
def page(run: Run, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("laporan") / "report.html"
    write_report([run], {"terukur": run.fitted.model}, path)
    return path.read_text("utf-8")


class Tags(HTMLParser):
    """Collects tags, and fails on one that is closed out of order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_sound_html_without_script(page: str) -> None:
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert not tags.seen & {"script", "iframe", "link", "img", "object"}


def test_nothing_comes_from_outside(page: str) -> None:
    assert "://" not in page
    assert set(re.findall(r'(?:href|src)="([^"]*)"', page)) == {"#terukur"}
    assert "url(" not in page
    assert len(page.encode()) < 2_000_000


def test_a_quoted_text_is_escaped(run: Run) -> None:
    from training.report.tables import errors_table

    errors = worst(answers_of(run), len(run.examples))
    (planted,) = [one for one in errors if one.example.id == "jahat"]
    shown = errors_table([planted])
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


@pytest.mark.parametrize(
    "part",
    [
        "mengutip teks pelatihan", "Ringkasan", "Matriks kekeliruan", "Kurva belajar",
        "Kurva presisi–perolehan", "Kalibrasi", "Menahan diri", "Per bagian", "Uji perilaku",
        "Kekeliruan terburuk", "Calon yang dibandingkan", "Pada bagian uji korpus", "jebakan",
        "jenis unit kerja", "prefers-color-scheme: dark", "@media print",
    ],
)  # fmt: skip
def test_every_part_is_there(page: str, part: str) -> None:
    assert part in page


def test_no_text_of_the_test_split_is_quoted(page: str) -> None:
    quoted = set(re.findall(r"<q>(.*?)</q><small>(.*?)</small>", page))
    assert 0 < len(quoted) <= 15
    ids = {name for _, name in quoted} - {"jahat"}
    groups = {e.id: e.group for e in examples("terukur", ("train", "dev", "test"))}
    assert {split_of(groups[name]) for name in ids} <= set(SPLITS)
    held_out = {e.text for e in examples("terukur", ("test",)) if len(e.text) > 12}
    assert not any(f">{text}<" in page for text in held_out)


def test_errors_are_wrong_answers_with_what_caused_them(run: Run) -> None:
    errors = worst(answers_of(run), 15)
    assert all(one.given != one.said and one.example.labels == (one.given,) for one in errors)
    assert [one.probability for one in errors] == sorted(e.probability for e in errors)[::-1]
    assert all(pull > 0 for one in errors for _, pull in one.pulls)
    assert all(one.pulls for one in errors if one.probability > 0.7)


def test_an_answer_is_the_sum_of_its_pulls(run: Run) -> None:
    held = answers_of(run).held
    towards = np.array([0.0, 1.0])
    for index in range(0, len(run.examples), 40):
        other = [pull for _, pull in reasons(held, index, -towards, 10_000)]
        total = sum(pull for _, pull in reasons(held, index, towards, 10_000)) - sum(other)
        bias = held.margins[index, 1] - total
        fold = np.flatnonzero(held.fold == held.fold[index])[0]
        again = held.values[[fold]] @ held.weights[held.fold[index]][:, 1]
        assert held.margins[fold, 1] - again[0] == pytest.approx(bias)


def test_the_learning_curve_learns_from_more_each_time(run: Run) -> None:
    texts, scores = zip(*learning(run, answers_of(run).held), strict=True)
    assert list(texts) == sorted(texts)
    assert len(texts) == 4
    assert all(0.4 < score <= 1 for score in scores)


def test_average_precision_is_scikit_learns() -> None:
    random = np.random.default_rng(1)
    wanted = (random.random(300) < 0.4).astype(float)
    given = np.clip(wanted * 0.3 + random.random(300) * 0.7, 0, 1)
    points, average = precision_recall(given, wanted)
    assert average == pytest.approx(average_precision_score(wanted, given))
    assert points[-1] == pytest.approx((1.0, wanted.mean()))


def test_reliability_counts_the_distance_to_the_diagonal() -> None:
    said, right = np.array([0.95] * 10 + [0.55] * 10), np.array([1.0] * 9 + [0.0] * 11)
    bins, error = reliability(said, right)
    assert [(round(b.said, 2), b.right, b.texts) for b in bins] == [
        (0.55, 0.0, 10),
        (0.95, 0.9, 10),
    ]
    assert error == pytest.approx((0.55 + 0.05) / 2)


def test_coverage_ends_with_all_texts() -> None:
    best, right = np.linspace(1, 0.5, 200), np.array([1.0] * 150 + [0.0] * 50)
    points = coverage(best, right)
    assert points[0][1] == 1.0
    assert points[-1] == pytest.approx((1.0, 0.75))


def parts() -> Iterator[tuple[str, str, int, float]]:
    found = [
        Example(str(n), "g", "Balai Jalan", n % 2 == 0, "satu dua", {}, ("TERUKUR",))
        for n in range(60)
    ]
    right = np.array([n % 2 == 1 for n in range(60)])
    traps = {str(n): "nama-ukuran" if n < 30 else "jarang" for n in range(35)}
    for one in slices(found, right, traps):
        yield one.kind, one.name, one.texts, one.right


def test_slices_hold_what_is_large_enough() -> None:
    assert list(parts()) == [
        ("kesulitan", "biasa", 30, 1.0),
        ("kesulitan", "sulit", 30, 0.0),
        ("panjang", "sampai 5 kata", 60, 0.5),
        ("jenis unit kerja", "jalan", 60, 0.5),
        ("jebakan", "nama ukuran", 30, 0.5),
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("kata:laporan", "kata “laporan”"),
        ("kata:¬rapi", "kata “rapi” (disangkal)"),
        ("kata:akar", "kata “akar”"),
        ("akar:lapor", "kata dasar “lapor”"),
        ("pasangan:^ laporan", "urutan “awal teks laporan”"),
        ("pasangan:0 $", "urutan “[angka] akhir teks”"),
        ("pola:^ batin:me #date", "pola awal teks · batin:me · [tanggal]"),
        ("tanda:puji_batal+kontras", "tanda: puji batal, kontras"),
        ("kelas:¬puji@main", "golongan kata: puji, klausa utama (disangkal)"),
        ("pembuka√lapor", "kata dasar pertama “lapor”"),
    ],
)
def test_features_are_readable(name: str, said: str) -> None:
    assert readable(name) == said


def test_the_interval_is_that_of_scikit_learns_f1(run: Run) -> None:
    from training.measure import _interval, macro_f1

    random = np.random.default_rng(2)
    truth, said = random.integers(0, 3, 40), random.integers(0, 3, 40)
    drawn, again = [], np.random.default_rng(0)
    for _ in range(1000):
        index = again.integers(0, 40, 40)
        drawn.append(macro_f1(truth[index], said[index]))
    assert _interval(truth, said) == pytest.approx(tuple(np.percentile(drawn, [2.5, 97.5])))


def test_behaviour_and_held_out_figures_are_those_of_the_model(run: Run, page: str) -> None:
    model = run.fitted.model
    failed = sum(len(one.failures) for one in run_behaviour({"terukur": model}))
    assert f">{failed}/" in page
    got = figures(model, examples("terukur", ("test",)))
    assert f"{got.macro_f1:.3f}".replace(".", ",") in page
