"""The corpus in figures, as Markdown for the data sheet; the same data gives the same text."""

import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from corpus.cues import TOO_GOOD, cues
from corpus.rows import FOLDER, LABELS, SPLITS, decided, path_of, read, split_of

Data = list[dict[str, Any]]

_PASSES = ("writer", "second")


def stats(task: str | None = None, folder: Path = FOLDER) -> str:
    """All tables, or those of one file stem, of a corpus that passes its check.

    Raises ``ValueError`` on an unknown stem (``ambiguous`` has no tables), ``FileNotFoundError``
    when the asked file is missing and ``BrokenFileError`` when a file holds lines that are no rows;
    without ``task`` files that do not exist yet are left out.
    """
    known = (*LABELS, "forms")
    if task is not None and task not in known:
        raise ValueError(f"Tidak ada statistik untuk {task!r}; yang ada: {', '.join(known)}.")
    wanted = [task] if task else [name for name in known if path_of(name, folder).exists()]
    data = {name: [row.data for row in read(name, folder)] for name in wanted}
    items = {name: rows for name, rows in data.items() if name in LABELS}
    parts = [_splits(data)]
    if items:
        parts += [_counts(items), _lengths(items), _agreement(items), _cues(items), _pairs(items)]
    if data.get("forms"):
        parts += [_findings(data["forms"]), _ratings(data["forms"])]
    return "\n".join(parts)


def kappa(
    one: Sequence[Any], other: Sequence[Any], apart: Callable[[Any, Any], float] | None = None
) -> float | None:
    """Cohen's kappa of two annotators over the same items; weighted when ``apart`` is given.

    In: their labels, in the same order, and how far two labels are apart (default 0 or 1). Out: 1
    for full agreement, 0 for chance, None where chance alone already agrees (or without items).
    """
    distance = apart or (lambda a, b: float(a != b))
    counts_one, counts_other = Counter(one), Counter(other)
    observed = sum(distance(a, b) for a, b in zip(one, other, strict=True)) * len(one)
    expected = sum(
        distance(a, b) * counts_one[a] * counts_other[b] for a in counts_one for b in counts_other
    )
    return 1 - observed / expected if expected else None


def _splits(data: dict[str, Data]) -> str:
    def rows() -> Iterator[list[str]]:
        for name, found in data.items():
            where = Counter(split_of(row["group"]) for row in found)
            groups = Counter(split_of(group) for group in {row["group"] for row in found})
            cells = [
                f"{where[s]} ({_percent(where[s], len(found))}; {groups[s]} kelompok)"
                for s in SPLITS
            ]
            yield [name, str(len(found)), *cells]

    return _table("Bagian", ["berkas", "baris", *SPLITS], rows())


def _counts(items: dict[str, Data]) -> str:
    def rows() -> Iterator[list[str]]:
        for name, label, found in _labels(items):
            for value in LABELS[name][label]:
                mine = [row for row in found if decided(row["labels"][label]) == value]
                where = Counter(split_of(row["group"]) for row in mine)
                hard = sum(row["hard"] for row in mine)
                share = _percent(len(mine), len(found))
                counts = [str(where[split]) for split in SPLITS]
                hard_share = _percent(hard, len(mine))
                yield [f"{name}.{label}", value, str(len(mine)), share, *counts, hard_share]

    head = ["label", "nilai", "butir", "bagian", *SPLITS, "sulit"]
    return _table("Jumlah", head, rows())


def _lengths(items: dict[str, Data]) -> str:
    def rows() -> Iterator[list[str]]:
        for name, label, found in _labels(items):
            for value in LABELS[name][label]:
                lengths = sorted(
                    len(row["text"].split())
                    for row in found
                    if decided(row["labels"][label]) == value
                )
                if lengths:
                    tenth = [lengths[len(lengths) * q // 10] for q in (1, 5, 9)]
                    figures = [lengths[0], *tenth, lengths[-1]]
                    mean = _decimal(statistics.fmean(lengths), 1)
                    yield [f"{name}.{label}", value, *map(str, figures), mean]

    head = ["label", "nilai", "terpendek", "10 %", "median", "90 %", "terpanjang", "rata-rata"]
    return _table("Panjang (kata)", head, rows())


def _agreement(items: dict[str, Data]) -> str:
    def rows() -> Iterator[list[str]]:
        for name, label, found in _labels(items):
            said = [row["labels"][label] for row in found]
            both = [(it["writer"], it["second"]) for it in said if it["second"] is not None]
            yield [f"{name}.{label}", *_agreed(both)]
            if name == "konseling":
                sets = [it["items"] for it in said if it["items"]["second"] is not None]
                pairs = [tuple(tuple(sorted(it[side])) for side in _PASSES) for it in sets]
                yield ["konseling.items (himpunan)", *_agreed(pairs)]

    head = ["label", "n", "sepakat", "kappa Cohen"]
    return _table("Kesepakatan penulis dan penganotasi kedua", head, rows())


def _agreed(both: Sequence[tuple[Any, ...]]) -> list[str]:
    """The cells n, share of equal labels, kappa."""
    same = sum(a == b for a, b in both)
    value = kappa([a for a, _ in both], [b for _, b in both])
    return [str(len(both)), _percent(same, len(both)), _decimal(value)]


def _cues(items: dict[str, Data]) -> str:
    head: list[str] = []
    lines: list[list[str]] = []
    for name, label, found in _labels(items):
        texts, groups = [row["text"] for row in found], [row["group"] for row in found]
        measured = cues(texts, [decided(row["labels"][label]) for row in found], groups)
        if not measured:
            continue
        head = ["label", *(cue.name for cue in measured)]
        cells = [f"{name}.{label}"]
        for cue in measured:
            said = f"**{_decimal(cue.accuracy)}**" if cue.too_good else _decimal(cue.accuracy)
            cells.append(f"{said} ({cue.detail})" if cue.detail else said)
        lines.append(cells)
    note = (
        "Akurasi satu isyarat saja, divalidasi silang lima lipat menurut kelompok; tebal: di atas"
        f" {_decimal(TOO_GOOD)}. Dalam kurung: kelas, batas, atau kata yang paling sering terpilih."
    )
    return _table("Isyarat tunggal", head or ["label"], lines) + f"\n{note}\n"


def _pairs(items: dict[str, Data]) -> str:
    def rows() -> Iterator[list[str]]:
        for name, found in items.items():
            pairs: dict[tuple[str, str], list[tuple[str, ...]]] = {}
            for row in found:
                if row["pair"]:
                    said = tuple(decided(label) for label in row["labels"].values())
                    pairs.setdefault((row["group"], row["pair"]), []).append(said)
            contrasting = sum(len(set(said)) > 1 for said in pairs.values())
            yield [name, str(len(pairs)), str(contrasting), str(sum(map(len, pairs.values())))]

    head = ["berkas", "pasangan", "berbeda label", "butir dalam pasangan"]
    return _table("Pasangan minimal", head, rows())


def _findings(forms: Data) -> str:
    counted = Counter(f["rule"] for row in forms for f in decided(row["findings"]))
    twice = [row["findings"] for row in forms if row["findings"]["second"] is not None]

    def rows() -> Iterator[list[str]]:
        for rule, count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])):
            groups = [r["group"] for r in forms if rule in _rules(decided(r["findings"]))]
            where = Counter(map(split_of, groups))
            ones, others = ([rule in _rules(it[side]) for it in twice] for side in _PASSES)
            cells = [str(count), str(len(groups)), *(str(where[split]) for split in SPLITS)]
            yield [rule, *cells, _decimal(kappa(ones, others))]

    head = ["aturan", "temuan", "formulir", *SPLITS, f"kappa (n = {len(twice)})"]
    places = [[{(f["rule"], f["pointer"]) for f in it[side]} for side in _PASSES] for it in twice]
    shared = sum(len(a & b) for a, b in places)
    total = sum(len(a) + len(b) for a, b in places)
    same = sum(a == b for a, b in places)
    faultless = sum(not decided(row["findings"]) for row in forms)
    note = (
        "Kappa atas ada tidaknya aturan pada formulir. Kedua penganotasi memberi himpunan"
        f" (aturan, tempat) yang sama pada {same} dari {len(twice)} formulir;"
        f" F1 temuan {_decimal(2 * shared / total if total else None)}."
        f" Tanpa temuan: {faultless} dari {len(forms)} formulir."
    )
    return f"{_table('Temuan formulir', head, rows())}\n{note}\n"


def _rules(findings: Data) -> set[str]:
    return {finding["rule"] for finding in findings}


def _ratings(forms: Data) -> str:
    ratings = [row["rating"] for row in forms]

    def rows() -> Iterator[list[str]]:
        for value in (1, 2, 3, 4, 5, None):
            counts = [
                str(sum(rating[side] == value for rating in ratings)) for side in (*_PASSES, "gold")
            ]
            yield ["tanpa nilai" if value is None else str(value), *counts]

    both = [(r["writer"], r["second"]) for r in ratings if r["writer"] and r["second"]]
    ones, others = [a for a, _ in both], [b for _, b in both]
    weighted = kappa(ones, others, lambda a, b: float((a - b) ** 2))
    agreed = f"kappa {_decimal(kappa(ones, others))}, berbobot kuadrat {_decimal(weighted)}"
    head = ["nilai", "penulis", "kedua", "akhir"]
    return f"{_table('Nilai formulir', head, rows())}\nn = {len(both)}; {agreed}.\n"


def _labels(items: dict[str, Data]) -> Iterator[tuple[str, str, Data]]:
    for name, found in items.items():
        for label in LABELS[name]:
            yield name, label, found


def _table(title: str, head: Sequence[str], rows: Iterator[list[str]] | list[list[str]]) -> str:
    lines = [f"### {title}", "", _line(head), _line(["---"] * len(head))]
    return "\n".join([*lines, *(_line(row) for row in rows)]) + "\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _decimal(value: float | None, places: int = 2) -> str:
    return "–" if value is None else f"{value:.{places}f}".replace(".", ",")


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)} %" if whole else "–"
