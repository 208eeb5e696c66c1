"""One task's section: each plot or table with the sentence that says how to read it."""

import math
from html import escape

from training.behaviour import Outcome
from training.measure import reliability
from training.report import charts, tables
from training.report.answers import Answers, worst
from training.report.charts import Axis, Line
from training.report.curves import coverage, learning, precision_recall, slices
from training.report.wording import TASKS, count, decimal, named, percent

_MOST_ERRORS = 15
_MOST_TRAPS = 12


def section(answers: Answers, outcomes: list[Outcome], traps: dict[str, str]) -> str:
    """One task as HTML.

    In: its answers, the outcomes of its behavioural tests, and the trap of each corpus row by id.
    """
    run = answers.run
    blocks = [
        _block(
            "Presisi dan perolehan",
            "Presisi: dari yang disebut model begitu, berapa yang benar. Perolehan: dari yang "
            "memang begitu, berapa yang ditemukan.",
            tables.labels_table(tables.per_label(answers)),
        ),
        *([] if answers.several else [_confusion(answers)]),
        _learning(answers),
        _precision_recall(answers),
        _reliability(answers),
        *([] if answers.several else [_coverage(answers)]),
        _candidates(answers),
    ]
    wide = [*_slices(answers, traps), *_behaviour(outcomes), _errors(answers)]
    return (
        f'<section id="{escape(run.task)}"><h2>{escape(TASKS.get(run.task, run.task))} '
        f"<code>{escape(run.task)}</code></h2><p>{count(len(run.examples))} teks dari "
        f"{count(len({e.group for e in run.examples}))} kelompok · model "
        f"{escape(run.card['version'])} · {count(len(run.fitted.model.weights))} bobot · "
        f"sidik data {escape(run.card['data_hash'])}</p>"
        f'<div class="petak">{"".join(blocks)}</div>{"".join(wide)}</section>'
    )


def _block(title: str, sentence: str, body: str, wide: bool = False) -> str:
    return (
        f"<figure{' class=lebar' if wide else ''}><h3>{title}</h3>{body}"
        f"<figcaption>{sentence}</figcaption></figure>"
    )


def _confusion(answers: Answers) -> str:
    return _block(
        "Matriks kekeliruan",
        "Tiap baris ialah label dari penganotasi, tiap kolom jawaban model; yang di luar garis "
        "miring ialah kekeliruan.",
        tables.confusion_table(answers),
    )


def _candidates(answers: Answers) -> str:
    return _block(
        "Calon yang dibandingkan",
        "Selisih dihitung terhadap calon terpilih pada lipatan yang sama; selisih yang lebih kecil "
        "daripada dua galat baku dapat terjadi karena kebetulan. Calon selain yang linear hanya "
        "pembanding.",
        tables.candidates_table(answers),
        wide=True,
    )


def _learning(answers: Answers) -> str:
    points = learning(answers.run, answers.held)
    scores = [score for _, score in points]
    low = max(0.0, min(scores) - 0.05) // 0.05 * 0.05
    x = Axis("teks yang dipelajari", 0, _round_up(points[-1][0]), percent=False)
    chart = charts.line_chart(
        "Kurva belajar", [Line("", points, dotted=True)], x, Axis("makro-F1", low, 1.0)
    )
    gain = (
        f" Seperempat data terakhir mengubah makro-F1 {_points(scores[-1] - scores[-2])}."
        if (len(scores) > 1)
        else ""
    )
    return _block(
        "Kurva belajar",
        "Bila garis masih naik di ujung kanan, anotasi baru masih menolong; bila mendatar, lebih "
        f"banyak teks sejenis tidak banyak menambah.{gain}",
        chart,
    )


def _round_up(texts: float) -> float:
    """The next number with a zero or five behind its first digit."""
    unit = 10 ** math.floor(math.log10(texts)) / 2
    return math.ceil(texts / unit) * unit


def _points(change: float) -> str:
    return f"{'+' if change >= 0 else '−'}{decimal(100 * abs(change), 1)} poin"


def _precision_recall(answers: Answers) -> str:
    given, wanted = answers.run.fitted.held_out, answers.run.wanted
    if answers.several:
        points, average = precision_recall(given.ravel(), wanted.ravel())
        lines = [Line("semua butir", points)]
        said = f"Presisi rata-rata semua butir: {decimal(average)}."
    else:
        lines, averages = [], []
        for k, label in enumerate(answers.run.fitted.model.labels):
            points, average = precision_recall(given[:, k], wanted[:, k])
            lines.append(Line(f"{named(label)} ({decimal(average)})", points))
            averages.append(average)
        said = "Angka dalam kurung ialah presisi rata-rata."
    chart = charts.line_chart("Kurva presisi–perolehan", lines, Axis("perolehan"), Axis("presisi"))
    return _block(
        "Kurva presisi–perolehan",
        "Makin banyak yang ingin ditemukan (ke kanan), makin banyak pula salah sebut; garis yang "
        f"lama bertahan di atas itu baik. {said}",
        chart,
    )


def _reliability(answers: Answers) -> str:
    given = answers.run.fitted.held_out
    if answers.several:
        bins, error = reliability(given.ravel(), answers.run.wanted.ravel())
        x = Axis("peluang menurut model")
    else:
        right = given.argmax(1) == answers.truth
        bins, error = reliability(given.max(1), right.astype(float))
        x = Axis("peluang menurut model", 0.25 if given.shape[1] > 2 else 0.5)
    chart = charts.reliability_chart("Kalibrasi", bins, x, Axis("bagian yang benar", x.low))
    return _block(
        "Kalibrasi",
        "Titik pada garis putus-putus berarti peluang dapat dipercaya: dari jawaban berpeluang "
        "80 %, 80 % memang benar; di bawahnya model terlalu yakin. Titik yang besar mewakili lebih "
        f"banyak teks. ECE (rata-rata jaraknya) {decimal(error)}.",
        chart,
    )


def _coverage(answers: Answers) -> str:
    best = answers.run.fitted.held_out.max(1)
    right = answers.run.fitted.held_out.argmax(1) == answers.truth
    certain = answers.run.fitted.model.certain
    points = coverage(best, right.astype(float))
    sure = best >= certain
    low = max(0.0, min(b for _, b in points) - 0.02) // 0.05 * 0.05
    chart = charts.line_chart(
        "Menahan diri",
        [Line("", points)],
        Axis("bagian teks yang dijawab"),
        Axis("ketepatan", low, 1.0),
        (float(sure.mean()), f"batas {decimal(certain, 2)}"),
    )
    kept = f"{percent(float(right[sure].mean()))} di antaranya tepat" if sure.any() else ""
    return _block(
        "Menahan diri",
        "Makin sedikit teks yang dijawab (ke kiri), makin tepat jawabannya; sisanya diserahkan "
        f"kepada manusia. Pada batas terpilih {percent(float(sure.mean()))} teks dijawab, {kept}.",
        chart,
    )


def _slices(answers: Answers, traps: dict[str, str]) -> list[str]:
    found = slices(answers.run.examples, answers.right, traps)
    kept = [one for one in found if one.kind == "jebakan"][:_MOST_TRAPS]
    parts = [
        tables.slices_table(kept if kind == "jebakan" else found, kind)
        for kind in ("kesulitan", "panjang", "jenis unit kerja", "jebakan")
    ]
    if not any(parts):
        return []
    sentence = (
        "Tempat model lemah tersembunyi di balik angka rata-rata: bagian yang tepatnya jauh lebih "
        "rendah memerlukan anotasi tambahan. Bagian dengan kurang dari 20 teks tidak ditampilkan. "
        f"Jebakan: siasat yang disengaja penulis korpus; paling banyak {_MOST_TRAPS} yang terlemah."
    )
    return [_block("Per bagian", sentence, f'<div class="petak">{"".join(parts)}</div>', True)]


def _behaviour(outcomes: list[Outcome]) -> list[str]:
    if not outcomes:
        return []
    sentence = (
        "Uji yang harus lulus berapa pun F1-nya. Dasar: teks yang jelas labelnya. Tak berubah: "
        "perubahan yang tidak boleh mengubah jawaban. Arah: perubahan yang harus mengubahnya."
    )
    return [_block("Uji perilaku", sentence, tables.behaviour_table(outcomes), True)]


def _errors(answers: Answers) -> str:
    errors = worst(answers, _MOST_ERRORS)
    sentence = (
        "Jawaban yang paling yakin tetapi berbeda dari anotasi, oleh model yang belum membaca teks "
        "itu. Sebagian mungkin anotasinya yang keliru; periksa dengan <code>cermat suspects</code>."
    )
    body = tables.errors_table(errors) if errors else "<p>Tidak ada.</p>"
    return _block("Kekeliruan terburuk", sentence, body, True)
