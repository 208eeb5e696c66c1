"""How many findings about wording come with a proved suggestion, by rule, on the corpus."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.rows import FOLDER, Row, read, split_of
from nlp.finding import Finding
from nlp.form import Dialog, Form, UmpanBalik, form_from_dict, with_value
from nlp.review import Reviewer, review

TARGETS = {
    "INDIKATOR_TIDAK_TERUKUR": 0.95, "TOPIK_SUDAH_SELESAI": 0.95, "TOPIK_BUKAN_MASALAH": 0.95,
    "RTL_DI_LUAR_KENDALI": 0.95, "RTL_TIDAK_SPESIFIK": 0.95, "HASIL_TIDAK_KONKRET": 0.95,
    "FEEDBACK_SALAH_IKON": 0.85, "FEEDBACK_TANPA_ARAHAN": 0.85, "FEEDBACK_TIDAK_SPESIFIK": 0.85,
    "TIDAK_SINKRON": 0.85, "PERMOHONAN_TERTULIS": 0.85,
}  # fmt: skip
"""The rules whose findings owe a suggestion, and the share of them that should have one."""

# A form whose administration is in order. Its other texts stay empty: beside a text about another
# matter an item could be mended only by leaving its own.
_FRAME = Form(
    tahun=2025,
    triwulan=3,
    metode="coaching",
    dialog=Dialog("2025-07-10", "Dibahas penyebabnya dan disepakati langkah berikutnya"),
    disetujui_atasan=True,
)
PLACES = {
    "indikator": "/tindak_lanjut/0/indikator",
    "hasil": "/hasil",
    "topik": "/topik",
    "rtl": "/tindak_lanjut/0/rtl",
    "umpan_balik": "/umpan_balik/0/teks",
}
"""Where the items of each corpus file stand in a form."""
_LINKS = {
    "topik-hasil": ("/topik", "/hasil"),
    "topik-rtl": ("/topik", "/tindak_lanjut/0/rtl"),
    "rtl-indikator": ("/tindak_lanjut/0/rtl", "/tindak_lanjut/0/indikator"),
}


@dataclass(slots=True)
class Share:
    """Of one rule: findings and those with a suggestion, ordinary and hard items apart."""

    found: int = 0
    mended: int = 0
    hard_found: int = 0
    hard_mended: int = 0

    def count(self, mended: bool, hard: bool) -> None:
        """Take one finding in."""
        if hard:
            self.hard_found += 1
            self.hard_mended += mended
        else:
            self.found += 1
            self.mended += mended


def shares(
    reviewer: Reviewer, splits: tuple[str, ...], folder: Path = FOLDER
) -> tuple[dict[str, Share], int]:
    """The share of findings with a suggestion, by rule.

    In: a loaded reviewer and the splits to read. Out: the counts by rule id, and how many
    candidates failed their proof. Items stand alone in a form with nothing else to find; of forms
    every finding counts. Raises what :func:`corpus.rows.read` raises.
    """
    found = {rule: Share() for rule in TARGETS}
    rejected = 0
    for form, pointer, hard in placed(splits, folder):
        answer = review(reviewer, form)
        rejected += answer.rejected
        for finding in answer.findings:
            if finding.rule in found and concerns(finding, pointer):
                found[finding.rule].count(bool(finding.suggestions), hard)
    return found, rejected


def placed(splits: tuple[str, ...], folder: Path = FOLDER) -> Iterator[tuple[Form, str, bool]]:
    """Every item and form of these splits as a form: it, the item's place ("" for forms), hard."""
    for name in (*PLACES, "sinkron", "forms"):
        for row in read(name, folder):
            if split_of(row.data["group"]) not in splits:
                continue
            if name == "forms":
                yield form_from_dict(row.data["form"]), "", False
            else:
                form, pointer = place(name, row)
                yield form, pointer, row.data["hard"]


def place(name: str, row: Row) -> tuple[Form, str]:
    """A corpus item alone in a form whose administration is in order, and its pointer there."""
    context, text = row.data["context"], row.data["text"]
    form = _FRAME
    for key in ("tahun", "triwulan"):
        if context.get(key):
            form = with_value(form, f"/{key}", context[key])
    if context.get("jabatan"):
        form = with_value(form, "/pegawai/jabatan", context["jabatan"])
    if name == "umpan_balik":
        said = UmpanBalik(context.get("ikon") or "netral", text, predikat=context.get("predikat"))
        return replace(form, umpan_balik=(said,)), "/umpan_balik/0"
    if name == "sinkron":
        earlier, later = _LINKS[context["pasangan"]]
        return with_value(with_value(form, earlier, context["sebelumnya"]), later, text), later
    return with_value(form, PLACES[name], text), PLACES[name]


def concerns(finding: Finding, pointer: str) -> bool:
    """Whether a finding is about the placed item; of a whole form (pointer "") every one is."""
    return not pointer or finding.pointer == pointer or finding.pointer.startswith(f"{pointer}/")


def table(found: dict[str, Share], rejected: int) -> list[str]:
    """The lines of a Markdown table, one rule each, and a sentence about rejected candidates."""
    lines = [
        "| aturan | temuan | bersaran | sasaran | temuan sulit | bersaran |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for rule, share in found.items():
        lines.append(
            f"| {rule} | {share.found} | {_percent(share.mended, share.found)} | "
            f"{TARGETS[rule]:.2f} | {share.hard_found} | "
            f"{_percent(share.hard_mended, share.hard_found)} |"
        )
    return [*lines, "", f"{rejected} rumusan gagal diperiksa ulang dan tidak ditampilkan."]


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"
