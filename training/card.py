"""Model cards, written by the run that made the model."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.examples import Example
from training.fit import FOLDS, Fitted

_SHOWN = 12


def write_card(
    fitted: Fitted,
    card: dict[str, Any],
    wanted: NDArray[np.float64],
    found: list[Example],
    path: Path,
) -> None:
    """Write one model's card in Markdown.

    In: the fitted model, its card data, the targets and the examples it was trained on. Figures
    are cross-validated; those of the test split are printed by ``cermat evaluate`` alone.
    """
    model = fitted.model
    lines = [
        f"# Model `{model.task}`",
        "",
        f"Versi {card['version']}, dilatih {card['trained_at']} dari {len(found)} teks "
        f"(sidik data {card['data_hash']}), bagian *train* dan *dev* korpus.",
        f"Bentuk: {card['algorithm']}, {len(model.weights)} bobot linear, kalibrasi Platt.",
        "",
        f"## Pembandingan (makro-F1, validasi silang {FOLDS} lipatan per kelompok penulis)",
        "",
        "| calon | makro-F1 |",
        "| --- | ---: |",
        *(f"| {name} | {value:.3f} |" for name, value in fitted.comparison.items()),
        "",
        "## Tiap label (di luar lipatan)",
        "",
        "| label | jumlah | presisi | perolehan |",
        "| --- | ---: | ---: | ---: |",
        *_per_label(fitted, wanted),
        "",
    ]
    if model.task != "butir":
        lines += [_abstention(fitted, wanted), ""]
    lines += ["## Ciri terkuat", "", "| label | ciri (bobot) |", "| --- | --- |"]
    lines += [_strongest(fitted, k) for k in range(len(model.labels))]
    lines += [
        "",
        "## Batas",
        "",
        "Teks korpus ditulis dan dilabeli oleh model bahasa menurut pedoman anotasi, bukan oleh "
        "pegawai; ketelitian pada formulir nyata belum diukur. Keluaran adalah saran untuk "
        "ditinjau manusia.",
        "",
    ]
    path.write_text("\n".join(lines), "utf-8")


def _per_label(fitted: Fitted, wanted: NDArray[np.float64]) -> list[str]:
    given = fitted.held_out
    several = fitted.model.task == "butir"
    said = given >= 0.5 if several else given == given.max(1, keepdims=True)
    lines = []
    for k, label in enumerate(fitted.model.labels):
        true = wanted[:, k] == 1
        hit = float((said[:, k] & true).sum())
        precision = hit / max(float(said[:, k].sum()), 1.0)
        recall = hit / max(float(true.sum()), 1.0)
        lines.append(f"| {label} | {int(true.sum())} | {precision:.3f} | {recall:.3f} |")
    return lines


def _abstention(fitted: Fitted, wanted: NDArray[np.float64]) -> str:
    given = fitted.held_out
    sure = given.max(1) >= fitted.model.certain
    right = given.argmax(1) == wanted.argmax(1)
    share = f"{float(right[sure].mean()):.3f}" if sure.any() else "–"
    return (
        f"Di bawah peluang {fitted.model.certain:.2f} model menahan diri (`needs_review`): "
        f"{100 * float(1 - sure.mean()):.0f} % teks. Ketepatan sisanya {share}."
    )


def _strongest(fitted: Fitted, k: int) -> str:
    weights = fitted.model.weights
    names = sorted(weights, key=lambda name: -weights[name][k])[:_SHOWN]
    shown = ", ".join(f"`{name}` ({weights[name][k]:+.2f})" for name in names)
    return f"| {fitted.model.labels[k]} | {shown.replace('|', '∣')} |"
