"""Rows in the corpus's own shape (``corpus/schema.json``): items, and whole forms."""

from collections.abc import Iterator
from typing import Any

from corpus.findings import is_empty
from corpus.rows import LABELS, decided
from nlp.analysis import links
from training.sources.record import Answer, Record, Refusal

_OPEN = "Label baris ini belum diputuskan; isi gold atau writer."
# (field, finding, task, label with it, label without it); None where its absence says nothing.
_OF_FINDINGS = (
    ("topik", "TOPIK_SUDAH_SELESAI", "selesai", "SELESAI", "BERJALAN"),
    ("hasil", "HASIL_TIDAK_KONKRET", "konkret", "TIDAK_KONKRET", "KONKRET"),
    ("rtl", "RTL_DI_LUAR_KENDALI", "kendali", "DI_LUAR_KENDALI", "DALAM_KENDALI"),
    ("rtl", "RTL_TIDAK_SPESIFIK", "rtl_spesifik", "TIDAK_SPESIFIK", "SPESIFIK"),
    ("indikator", "INDIKATOR_TIDAK_TERUKUR", "terukur", "TIDAK_TERUKUR", "TERUKUR"),
    (
        "umpan_balik",
        "FEEDBACK_TIDAK_SPESIFIK",
        "umpan_balik_spesifik",
        "TIDAK_SPESIFIK",
        "SPESIFIK",
    ),
    # Praise asks for nothing and gets no finding, so silence does not mean ADA.
    ("umpan_balik", "FEEDBACK_TANPA_ARAHAN", "arahan", "TIDAK_ADA", None),
)


def is_item(row: dict[str, Any]) -> bool:
    """Whether a row is an item of the corpus."""
    return isinstance(row.get("labels"), dict) and isinstance(row.get("text"), str)


def is_form(row: dict[str, Any]) -> bool:
    """Whether a row is an annotated form of the corpus."""
    return isinstance(row.get("form"), dict) and isinstance(row.get("findings"), dict)


def read_item(line: int, row: dict[str, Any]) -> Iterator[Record | Refusal]:
    """One item: its labels by gold, or by the writer while gold is open."""
    labels = row["labels"]
    field = row.get("task") or _field(row, labels)
    answers: list[Answer] = []
    for name, label in labels.items():
        value = _decided(label)
        if value is None:
            yield Refusal(line, _OPEN)
            continue
        answers.append(Answer(name, value))
        if name == "konseling":
            items = _decided(label.get("items"))
            if value == "NONE" or items:
                answers.append(Answer("butir", items or []))
    context = row.get("context") or {}
    about = {key: row[key] for key in ("group", "unit", "id") if key in row}
    data = {**context, **about, "bidang": field, "text": row["text"]}
    if answers:
        yield Record(line, data, tuple(answers), hard=row.get("hard") is True)


def _field(row: dict[str, Any], labels: dict[str, Any]) -> str:
    """The file a row belongs to: by its id, else by the labels that only one file has."""
    named = str(row.get("id", "")).partition("-")[0]
    if named in LABELS and labels.keys() <= LABELS[named].keys():
        return named
    able = [field for field, own in LABELS.items() if labels.keys() <= own.keys()]
    return able[0] if len(able) == 1 else ""


def _decided(label: Any) -> Any:
    if not isinstance(label, dict):
        return label
    return decided({"gold": None, "writer": None, **label})


def read_form(line: int, row: dict[str, Any]) -> Iterator[Record | Refusal]:
    """The texts of one form, labelled by what its findings say, and what their absence says.

    A form with a finding for professional help, and one that is no bimbingan, is not judged for
    quality (guideline 13); empty fields and placeholders are not judged at all (guideline 12).
    """
    findings = _decided(row["findings"])
    if findings is None:
        yield Refusal(line, _OPEN)
        return
    form = row["form"]
    said = {(f["rule"], f["pointer"]) for f in findings}
    rules = {rule for rule, _ in said}
    judged = form.get("jenis", "bimbingan") == "bimbingan" and (
        "PERLU_RUJUKAN_PROFESIONAL" not in rules
    )
    shared = _shared(row, form)
    texts = list(_texts(form))
    for number, (field, pointer, text, context) in enumerate(texts, 1):
        answers = [_konseling(pointer, said)]
        if judged:
            answers += _quality(field, pointer, said)
        data = {**shared, **context, "bidang": field, "text": text}
        yield Record(line, data, tuple(answers), part=f"-{number}")
    if judged:
        broken = {(f["pointer"], f.get("pair")) for f in findings if f["rule"] == "TIDAK_SINKRON"}
        yield from _links(line, shared, texts, broken)


def _shared(row: dict[str, Any], form: dict[str, Any]) -> dict[str, Any]:
    staff = form.get("pegawai") or {}
    return {
        "group": row.get("group"),
        "form_id": form.get("id"),
        "unit": row.get("unit"),
        "tahun": form.get("tahun"),
        "triwulan": form.get("triwulan"),
        "jabatan": staff.get("jabatan"),
    }


def _texts(form: dict[str, Any]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Field, pointer, text and own context of every text that says something."""
    found: list[tuple[str, str, Any, dict[str, Any]]] = [
        (field, f"/{field}", form.get(field), {}) for field in ("topik", "hasil")
    ]
    for number, step in enumerate(form.get("tindak_lanjut") or ()):
        for field in ("rtl", "indikator"):
            found.append((field, f"/tindak_lanjut/{number}/{field}", step.get(field), {}))
    found.append(("catatan", "/dialog/catatan", (form.get("dialog") or {}).get("catatan"), {}))
    for number, feedback in enumerate(form.get("umpan_balik") or ()):
        context = {key: feedback.get(key) for key in ("ikon", "predikat")}
        found.append(("umpan_balik", f"/umpan_balik/{number}/teks", feedback.get("teks"), context))
    yield from (one for one in found if not is_empty(one[2]))


def _konseling(pointer: str, said: set[tuple[str, str]]) -> Answer:
    if ("PERLU_RUJUKAN_PROFESIONAL", pointer) in said:
        return Answer("konseling", "RUJUKAN")
    return Answer("konseling", "KONSELING" if ("PERLU_KONSELING", pointer) in said else "NONE")


def _quality(field: str, pointer: str, said: set[tuple[str, str]]) -> Iterator[Answer]:
    for own, rule, task, present, absent in _OF_FINDINGS:
        label = present if (rule, pointer) in said else absent
        if own == field and label:
            yield Answer(task, label)
    if field == "topik":
        # A finished topic is no problem either, though only the first finding is shown.
        rules = {"TOPIK_SUDAH_SELESAI", "TOPIK_BUKAN_MASALAH"}
        fault = any((rule, pointer) in said for rule in rules)
        yield Answer("masalah", "BUKAN_MASALAH" if fault else "MASALAH")


def _links(
    line: int,
    shared: dict[str, Any],
    texts: list[tuple[str, str, str, dict[str, Any]]],
    broken: set[tuple[str, str | None]],
) -> Iterator[Record]:
    said = {pointer: text for _, pointer, text, _ in texts}
    filled = {pointer: field for field, pointer, _, _ in texts}
    for pair, earlier, later in links(filled):
        data = {
            **shared,
            "pasangan": pair,
            "sebelumnya": said[earlier],
            "bidang": filled[later],
            "text": said[later],
        }
        label = "TIDAK_SINKRON" if (later, pair) in broken else "SINKRON"
        yield Record(line, data, (Answer("sinkron", label),), part=later.replace("/", "-"))
