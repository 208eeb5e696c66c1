"""The corpus against its schema, its guideline and itself: every broken row, by place.

Nothing stops at the first fault and nothing is skipped: a line that is no row, or a row that
breaks the schema, is itself reported and only then left out of the comparisons.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from corpus import checklist, personal
from corpus.duplicates import duplicates
from corpus.findings import contradictions, level_of, misplaced, rated
from corpus.rows import FOLDER, LABELS, NAMES, Fault, Row, decided, path_of, scan
from corpus.similar import skeletons

MINIMUM = {
    "indikator": 1200,
    "hasil": 500,
    "topik": 1200,
    "rtl": 1200,
    "umpan_balik": 1500,
    "konseling": 700,
    "sinkron": 700,
    "forms": 350,
}
"""How many rows each file must hold at least."""

HARD = 0.45
"""The least share of hard items in a file."""

FAULTLESS, WITH_JABATAN, HARD_NEGATIVES = 60, 600, 350

Rows = dict[str, list[Row]]


def check(folder: Path = FOLDER, complete: bool = False) -> tuple[list[Fault], int]:
    """Check the whole corpus.

    In: the folder of the data files, behavioural tests in its ``behaviour/``; with ``complete``
    what is still missing (files, counts, second labels, gold) breaks the corpus instead of being a
    warning. Rule pages are looked for in ``../nlp/rules``. Out: all faults, sorted by place, and
    how many lines were read.
    """
    rows: Rows = {name: [] for name in NAMES}
    faults: list[Fault] = []
    for name in NAMES:
        path = path_of(name, folder)
        if not path.exists():
            faults.append(Fault(path.name, 0, "Berkas ini belum ada.", warning=not complete))
            continue
        for found in scan(path):
            if isinstance(found, Row):
                rows[name].append(found)
            else:
                faults.append(found)
    rows["behaviour"] = []
    for path in checklist.paths(folder / "behaviour"):
        for found in scan(path):
            (rows["behaviour"] if isinstance(found, Row) else faults).append(found)
    count = sum(map(len, rows.values())) + sum(fault.line > 0 for fault in faults)
    pages = [*sorted((folder.parent / "nlp" / "rules").glob("*.md")), folder / "PEDOMAN.md"]
    faults += _repeated_ids(rows)
    faults += _personal_data(rows)
    broken = list(_schema(rows))
    faults += broken
    bad = {(fault.file, fault.line) for fault in broken}
    sound = {n: [row for row in rs if (row.file, row.line) not in bad] for n, rs in rows.items()}
    faults += _labels(sound)
    faults += _findings(sound)
    faults += _pairs(sound)
    faults += duplicates(sound, [page for page in pages if page.exists()])
    faults += _pending(sound, complete)
    faults += _counts(sound, complete)
    faults += _skeletons(sound)
    return sorted(faults, key=lambda f: (f.file, f.line, f.warning, f.sentence)), count


def _schema(rows: Rows) -> Iterator[Fault]:
    from jsonschema import Draft202012Validator

    definitions = json.loads((FOLDER / "schema.json").read_text("utf-8"))["$defs"]
    for name, found in rows.items():
        validator = Draft202012Validator(_inlined(definitions[name], definitions))
        for row in found:
            for error in validator.iter_errors(row.data):
                yield Fault(row.file, row.line, _sentence(error))


def _inlined(part: Any, definitions: dict[str, Any]) -> Any:
    """A schema with its references put in place: twice as fast to check against."""
    if isinstance(part, list):
        return [_inlined(child, definitions) for child in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return _inlined(definitions[part["$ref"].rpartition("/")[2]], definitions)
    return {key: _inlined(child, definitions) for key, child in part.items()}


def _sentence(error: Any) -> str:
    """A schema error in Indonesian."""
    where = f"{error.json_path[2:]}: " if error.json_path != "$" else ""
    wanted, found = error.validator_value, json.dumps(error.instance, ensure_ascii=False)
    match error.validator:
        case "required":
            missing = [key for key in wanted if key not in error.instance]
            said = f"Kunci yang belum ada: {', '.join(missing)}."
        case "additionalProperties":
            extra = sorted(set(error.instance) - set(error.schema.get("properties", ())))
            said = f"Kunci yang tidak dikenal: {', '.join(extra)}."
        case "enum":
            said = f"{found} bukan salah satu dari {', '.join(str(v) for v in wanted if v)}."
        case "type":
            said = f"{found} tidak sesuai jenisnya ({wanted})."
        case "pattern":
            said = "Isinya kosong." if wanted == r"\S" else f"{found} tidak sesuai pola {wanted}."
        case "minItems":
            said = f"Baru {len(error.instance)} isi; paling sedikit {wanted}."
        case "uniqueItems":
            said = "Ada isi yang tertulis dua kali."
        case _:
            said = f"{found} di luar batas ({error.validator} {wanted})."
    return where + said


def _repeated_ids(rows: Rows) -> Iterator[Fault]:
    first: dict[str, Row] = {}
    for row in chain.from_iterable(rows.values()):
        identity, group = row.data.get("id"), row.data.get("group")
        if not isinstance(identity, str):
            continue
        if identity in first:
            yield Fault(
                row.file, row.line, f"Id {identity} sudah dipakai di {first[identity].place}."
            )
        first.setdefault(identity, row)
        if isinstance(group, str) and identity.rpartition("-")[0] != group:
            yield Fault(row.file, row.line, f"Id {identity} tidak berawal kelompoknya, {group}.")


def _personal_data(rows: Rows) -> Iterator[Fault]:
    for row in chain.from_iterable(rows.values()):
        findings = row.data.get("findings")
        gold = findings.get("gold") if isinstance(findings, dict) else None
        meant = any(
            isinstance(finding, dict) and finding.get("rule") == "DATA_PRIBADI"
            for finding in (gold if isinstance(gold, list) else ())
        )
        for kind in sorted(set() if meant else personal.kinds(row.data)):
            yield Fault(row.file, row.line, f"Baris ini memuat data pribadi ({kind}).")


def _labels(rows: Rows) -> Iterator[Fault]:
    """What the guideline says about labels together, checked on what counts as true."""
    for row in rows["topik"]:
        selesai, masalah = (decided(row.data["labels"][key]) for key in ("selesai", "masalah"))
        if selesai == "SELESAI" and masalah == "MASALAH":
            yield Fault(row.file, row.line, "Topik SELESAI selalu BUKAN_MASALAH.")
    for row in rows["konseling"]:
        label = row.data["labels"]["konseling"]
        side = "gold" if label["gold"] else "writer"
        level, items = label[side], label["items"][side]
        if items is None or level != level_of(items):
            yield Fault(row.file, row.line, f"Label {level} tidak cocok dengan butir {items}.")
    for row in rows["ambiguous"]:
        allowed = LABELS[row.data["task"]]
        for key, label in row.data.get("labels", {}).items():
            for value in (label.get("writer"), label.get("second")):
                if key not in allowed or (value is not None and value not in allowed[key]):
                    yield Fault(row.file, row.line, f"Label {key} tidak mengenal {value!r}.")


def _findings(rows: Rows) -> Iterator[Fault]:
    for row in rows["forms"]:
        form, findings = row.data["form"], row.data["findings"]
        said = {s for side in findings.values() if side for s in misplaced(form, side)}
        gold = findings["gold"]
        if gold is not None:
            said |= set(contradictions(form, gold))
            if row.data["rating"]["gold"] is not None and not rated(form, gold):
                said.add("Formulir konseling atau rujukan tidak diberi nilai.")
        yield from (Fault(row.file, row.line, sentence) for sentence in sorted(said))


def _pairs(rows: Rows) -> Iterator[Fault]:
    members: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for name in (*LABELS, "ambiguous"):
        for row in rows[name]:
            if row.data.get("pair"):
                members[row.data["group"], row.data["pair"]].append(row)
    for (group, pair), found in members.items():
        if len(found) == 1:
            said = f"Pasangan {pair} di {group} hanya beranggota satu."
            yield Fault(found[0].file, found[0].line, said, warning=True)


def _pending(rows: Rows, complete: bool) -> Iterator[Fault]:
    """What the second pass or the adjudicator still owes: counts, or each row when complete."""
    for name in (*LABELS, "forms"):
        owed: Counter[str] = Counter()
        for row in rows[name]:
            what = _owed(row.data)
            if what and complete:
                yield Fault(row.file, row.line, f"{what} belum ada.")
            owed[what] += bool(what)
        for what, count in sorted((+owed).items()):
            if not complete:
                said = f"{count} baris belum lengkap: {what.lower()} belum ada."
                yield Fault(rows[name][0].file, 0, said, warning=True)


def _owed(row: dict[str, Any]) -> str:
    if "labels" in row:
        labels = row["labels"].values()
    else:
        findings, rating = row["findings"], row["rating"]
        labels = [findings]
        if findings["gold"] is not None and rated(row["form"], findings["gold"]):
            labels.append(rating)
    if any(label["second"] is None for label in labels):
        return "Label kedua"
    return "Label akhir" if any(label["gold"] is None for label in labels) else ""


def _counts(rows: Rows, complete: bool) -> Iterator[Fault]:
    """What the corpus must hold at least."""
    for name, least in MINIMUM.items():
        found = [row.data for row in rows[name]]
        wanted = [("baris", len(found), least)]
        if name == "forms":
            faultless = sum(not decided(row["findings"]) for row in found)
            wanted.append(("formulir tanpa cela", faultless, FAULTLESS))
        else:
            hard = sum(row["hard"] for row in found)
            wanted.append(("butir sulit", hard, round(HARD * max(least, len(found)))))
        if name == "rtl":
            with_jabatan = sum("jabatan" in row["context"] for row in found)
            wanted.append(("butir dengan jabatan", with_jabatan, WITH_JABATAN))
        if name == "konseling":
            hard = sum(r["hard"] and decided(r["labels"][name]) == "NONE" for r in found)
            wanted.append(("butir NONE yang sulit", hard, HARD_NEGATIVES))
        for what, count, needed in wanted:
            if count < needed:
                said = f"Baru {count} {what}; paling sedikit {needed}."
                yield Fault(f"{name}.jsonl", 0, said, warning=not complete)


def _skeletons(rows: Rows) -> Iterator[Fault]:
    for name in LABELS:
        found = rows[name]
        for skeleton, members in skeletons([row.data["text"] for row in found]).items():
            first, *others = (found[index] for index in members)
            lines = ", ".join(str(row.line) for row in others)
            said = f"Kerangka “{skeleton}” dipakai {len(members)} teks; lihat juga baris {lines}."
            yield Fault(first.file, first.line, said, warning=True)
