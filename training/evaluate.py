"""The figures of models and rules, printed as the README carries them."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track

from corpus.rows import Row
from nlp.classifier import load_models
from nlp.review import Reviewer, catalogue, load_reviewer
from training.examples import Example, examples
from training.measure import figures, worst
from training.rule_files import snapshot, table, write_figures
from training.rules import Figures, Judged, form_rows, judge, measure
from training.train import today

# What issue and guideline ask of each task (macro-F1).
TARGETS = {
    "terukur": 0.95, "selesai": 0.95, "kendali": 0.95, "konkret": 0.92, "masalah": 0.92,
    "rtl_spesifik": 0.92, "arahan": 0.92, "umpan_balik_spesifik": 0.92, "sentimen": 0.90,
}  # fmt: skip


def print_figures(folder: Path, errors: int, own: dict[str, list[Example]] | None = None) -> None:
    """Print one table row a task, recall of referrals below it, and the worst errors if asked.

    In: a folder of model files; how many errors to show for each task; examples by task to measure
    on instead of the corpus's test split, where tasks without examples are left out.
    """
    print("| tugas | teks | makro-F1 [95 %] | sasaran | sulit | ECE | tidak menahan diri | tepat |")
    print("| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: |")
    referrals = ""
    for model in load_models(folder).values():
        found = examples(model.task, ("test",)) if own is None else own.get(model.task, [])
        if not found:
            continue
        got = figures(model, found)
        target = f"{TARGETS[model.task]:.2f}" if model.task in TARGETS else "–"
        # Items are judged each alone: no single answer to be calibrated or withheld.
        sure = (
            "– | – | –"
            if model.task == "butir"
            else f"{got.calibration_error:.3f} | {100 * got.kept:.0f} % | {got.kept_precision:.3f}"
        )
        print(
            f"| {model.task} | {got.examples} | {got.macro_f1:.3f} [{got.interval[0]:.3f}–"
            f"{got.interval[1]:.3f}] | {target} | {got.hard_f1:.3f} | {sure} |"
        )
        if model.task == "konseling":
            referral = got.per_label["RUJUKAN"]
            referrals = (
                f"Rujukan: perolehan {referral['recall']:.3f}, presisi "
                f"{referral['precision']:.3f}, {referral['support']} teks."
            )
        for example, label, probability, pulls in worst(model, found, errors) if errors else ():
            print(f"    {example.id} {example.labels} → {label} {probability:.2f}: {example.text}")
            print("        " + ", ".join(f"{name} {weight:+.2f}" for name, weight in pulls))
    if referrals:
        print(f"\n{referrals}")


SPLITS = {"train": ("train",), "dev": ("dev",), "test": ("test",), "train+dev": ("train", "dev")}


def print_rules(split: str) -> None:
    """Print the table of all rules on the corpus forms of a split of :data:`SPLITS`."""
    figures, _ = _rules_on(load_reviewer(), form_rows(SPLITS[split]))
    print("\n".join(table(figures)))


def write_rules() -> None:
    """Measure the rules on test and on train and dev, and write the catalogue's file."""
    reviewer = load_reviewer()
    parts = {}
    for name, split in (("test", "test"), ("train_dev", "train+dev")):
        rows = form_rows(SPLITS[split])
        parts[name] = (_rules_on(reviewer, rows)[0], rows)
        print(f"Formulir {split}:\n")
        print("\n".join(table(parts[name][0])), end="\n\n")
    rules = [page.id for page in catalogue()]
    write_figures(parts, rules, reviewer.versions["bundle"], today().isoformat())


def findings_snapshot() -> list[str]:
    """Every finding on the corpus forms of train and dev, as :func:`snapshot` writes them."""
    return snapshot(_rules_on(load_reviewer(), form_rows(SPLITS["train+dev"]))[1])


def _rules_on(reviewer: Reviewer, rows: Sequence[Row]) -> tuple[Figures, list[Judged]]:
    console = Console(stderr=True)
    found = judge(reviewer, rows)
    shown = track(found, "Memeriksa formulir", total=len(rows), console=console, transient=True)
    judged = list(shown)
    return measure(judged), judged
