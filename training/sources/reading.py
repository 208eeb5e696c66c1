"""Several files → one list of examples a task: repetitions merged, contradictions refused."""

from collections import Counter, defaultdict
from collections.abc import Collection
from pathlib import Path

from corpus.rows import FOLDER, form_texts, read, split_of
from corpus.rows import LABELS as ITEMS
from training.sources.labels import LABELS
from training.sources.opening import open_source, unrecognised
from training.sources.record import Refusal
from training.sources.result import Count, Reject, Sources
from training.sources.understand import Labelled, understand

Placed = tuple[str, Labelled]
"""A file's name with an example from it."""

_HELD_OUT = (
    "Teks ini ada di bagian uji korpus; tidak dipakai melatih agar pengukuran tetap sah. Hapus "
    "barisnya."
)
_CONTRADICTED = "Teks yang sama diberi label lain untuk {task} di {other}; putuskan satu label."


def held_out_texts(folder: Path = FOLDER) -> frozenset[str]:
    """The corpus's test texts, spaces evened: whoever trains on them measures nothing.

    Raises ``FileNotFoundError`` and ``corpus.rows.BrokenFileError`` as :func:`corpus.rows.read`.
    """
    found: set[str] = set()
    for name in (*ITEMS, "forms"):
        for row in read(name, folder):
            if split_of(row.data["group"]) == "test":
                form = row.data.get("form")
                texts = [text for _, text in form_texts(form)] if form else [row.data["text"]]
                found |= {_even(text) for text in texts}
    return frozenset(found)


def read_sources(
    paths: list[Path],
    only: Collection[str] | None = None,
    held_out: Collection[str] = frozenset(),
) -> Sources:
    """All examples in these files, by task.

    In: files, saved data sets or hub names; the tasks wanted (None: all); texts that
    must not be learnt from (:func:`held_out_texts`), which become rejects. Out: every text with
    the same context and label once; what cannot be used is among the rejects, with its place.
    A text with contradicting labels is left out wherever it stands. Raises ``ValueError`` with
    an Indonesian sentence that names the file when it cannot be read or holds no label of ours,
    or when ``only`` names an unknown task.
    """
    unknown = sorted(set(only or ()) - LABELS.keys())
    if unknown:
        raise ValueError(f"Tidak ada tugas {unknown[0]}; yang ada: {', '.join(LABELS)}.")
    placed: list[Placed] = []
    rejects: list[Reject] = []
    columns: dict[str, dict[str, str]] = {}
    records: Counter[str] = Counter()
    stems: Counter[str] = Counter()
    for path in dict.fromkeys(paths):
        stems[path.stem] += 1
        stem = path.stem if stems[path.stem] == 1 else f"{path.stem}-{stems[path.stem]}"
        found_any = False
        for sheet in open_source(path):
            file = f"{path}#{sheet.name}" if sheet.name else str(path)
            found, columns[file] = understand(sheet, f"{stem}-{sheet.name}" if sheet.name else stem)
            records[file] += len(sheet.records)
            rejects += [Reject(file, r.line, r.reason) for r in found if isinstance(r, Refusal)]
            placed += [(file, one) for one in found if isinstance(one, Labelled)]
            read = {meaning.split()[0] for meaning in columns[file].values()}
            found_any = found_any or bool(found) or {"label", "teks"} <= read
        if not found_any:
            raise ValueError(unrecognised(path))
    wanted = []
    for file, one in placed:
        if _even(one.example.text) in held_out:
            rejects.append(Reject(file, one.line, _HELD_OUT))
        elif only is None or one.task in only:
            wanted.append((file, one))
    kept, refused, doubles = _merge(wanted)
    rejects += refused
    examples = {
        task: [one.example for _, one in kept if one.task == task]
        for task in LABELS
        if any(one.task == task for _, one in kept)
    }
    counts = {
        file: Count(
            records[file],
            sum(name == file for name, _ in kept),
            doubles[file],
            sum(reject.file == file for reject in rejects),
        )
        for file in columns
    }
    return Sources(examples, tuple(rejects), counts, columns)


def _even(text: str) -> str:
    return " ".join(text.split())


def _merge(placed: list[Placed]) -> tuple[list[Placed], list[Reject], Counter[str]]:
    """Examples kept, rejects for contradictions, and repetitions by file.

    The same text in another context is another example: whether a topic is finished depends on
    the form's quarter (guideline 2), whose step it is on the post (guideline 4).
    """
    same: dict[tuple[str, str, str], list[Placed]] = defaultdict(list)
    for file, one in placed:
        context = repr(sorted(one.example.context.items()))
        same[one.task, _even(one.example.text), context].append((file, one))
    kept: list[Placed] = []
    rejects: list[Reject] = []
    doubles: Counter[str] = Counter()
    for (task, _, _), group in same.items():
        if len({one.example.labels for _, one in group}) == 1:
            # The copy with marks says more.
            best = max(group, key=lambda item: len(item[1].example.spans))
            kept.append(best)
            doubles.update(file for file, one in group if one is not best[1])
            continue
        for file, one in group:
            other = next(
                f"{name}:{two.line}"
                for name, two in group
                if two.example.labels != one.example.labels
            )
            reason = _CONTRADICTED.format(task=task, other=other)
            rejects.append(Reject(file, one.line, reason))
    return kept, rejects, doubles
