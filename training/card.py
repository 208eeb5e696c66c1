"""Model cards, written by the run that made the model."""

from typing import TYPE_CHECKING

import numpy as np

from training.fit import FOLDS, Compared, Fitted

if TYPE_CHECKING:
    from training.train import Run

_SHOWN = 12


def card_of(run: "Run") -> str:
    """One model's card in Markdown.

    Figures are cross-validated; those of the test split are printed by ``cermat evaluate`` alone.
    """
    model, card = run.fitted.model, run.card
    lines = [
        f"# Model `{model.task}`",
        "",
        f"Versi {card['version']}, dilatih {card['trained_at']} dari {len(run.examples)} teks "
        f"(sidik data {card['data_hash']}), bagian *train* dan *dev*.",
        f"Bentuk: {card['algorithm']}, {len(model.weights)} bobot linear, terkalibrasi.",
        "",
        f"## Pembandingan (makro-F1, validasi silang {FOLDS} lipatan per kelompok penulis)",
        "",
        "| calon | makro-F1 | selisih per lipatan ± galat baku |",
        "| --- | ---: | ---: |",
        *map(_candidate, run.fitted.comparison),
        "",
        "Hanya calon linear yang dapat dikirim sebagai bobot yang terbaca; calon lain akan "
        "menggantikannya bila unggul lebih dari dua galat baku.",
        "",
        "## Tiap label (di luar lipatan)",
        "",
        "| label | jumlah | presisi | perolehan |",
        "| --- | ---: | ---: | ---: |",
        *_per_label(run),
        "",
        "## Satu jenis unit kerja dikeluarkan dari pelatihan",
        "",
        "| jenis unit | teks | makro-F1 |",
        "| --- | ---: | ---: |",
        *(f"| {kind} | {n} | {f1:.3f} |" for kind, n, f1 in run.unseen),
        "",
    ]
    if model.task != "butir":
        lines += [_abstention(run.fitted, run.wanted), ""]
    lines += ["## Ciri terkuat", "", "| label | ciri (bobot) |", "| --- | --- |"]
    lines += [_strongest(run.fitted, k) for k in range(len(model.labels))]
    lines += [
        "",
        "## Batas",
        "",
        "Teks korpus ditulis dan dilabeli oleh model bahasa menurut pedoman anotasi, bukan oleh "
        "pegawai; ketelitian pada formulir nyata belum diukur. Keluaran adalah saran untuk "
        "ditinjau manusia.",
        "",
    ]
    return "\n".join(lines)


def _candidate(row: Compared) -> str:
    name = row.name if row.linear else f"*{row.name}*"
    return f"| {name} | {row.macro_f1:.3f} | {row.difference:+.3f} ± {row.error:.3f} |"


def _per_label(run: "Run") -> list[str]:
    given = run.fitted.held_out
    several = run.task == "butir"
    said = given >= 0.5 if several else given == given.max(1, keepdims=True)
    lines = []
    for k, label in enumerate(run.fitted.model.labels):
        true = run.wanted[:, k] == 1
        hit = float((said[:, k] & true).sum())
        precision = hit / max(float(said[:, k].sum()), 1.0)
        recall = hit / max(float(true.sum()), 1.0)
        lines.append(f"| {label} | {int(true.sum())} | {precision:.3f} | {recall:.3f} |")
    return lines


def _abstention(fitted: Fitted, wanted: np.ndarray) -> str:
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
