"""Annotated files of every family become examples; what cannot be used says why."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from corpus.rows import LABELS, split_of
from training.examples import Span
from training.sources import Reject, Sources, held_out_texts, read_sources, write_rejects

ANNOTATIONS = Path(__file__).parents[1] / "fixtures" / "annotations"
INDIKATOR = "Staf 👍 memahami alur surat"
MARKED = (Span(7, 15, "KATA_BATIN"),)

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def said(found: Sources) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    return {task: [(e.text, e.labels) for e in given] for task, given in found.examples.items()}


def reasons(found: Sources) -> list[tuple[int, str]]:
    return [(reject.line, reject.reason) for reject in found.rejects]


def lines(*rows: object) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


# Annotation tools


@pytest.mark.parametrize(
    ("name", "two_texts", "marked"),
    [
        ("label_studio.json", True, True),
        ("label_studio_min.json", True, True),
        ("label_studio.csv", True, True),
        ("argilla_nested.json", True, True),
        ("argilla_flat.json", True, True),
        ("prodigy.jsonl", False, True),
        ("doccano_intent_slot.jsonl", False, True),
        ("doccano_classification.jsonl", False, False),
    ],
)
def test_every_tool_tells_the_same(name: str, two_texts: bool, marked: bool) -> None:
    found = read_sources([ANNOTATIONS / name])
    assert found.rejects == ()
    (example,) = found.examples["terukur"]
    assert (example.text, example.labels) == (INDIKATOR, ("TIDAK_TERUKUR",))
    assert example.spans == (MARKED if marked else ())
    assert example.group == ("F-1" if "argilla" not in name else example.group)
    topik = [("Rapat arsip sudah digelar", ("SELESAI",))] if two_texts else None
    assert said(found).get("selesai") == topik
    assert ("masalah" in found.examples) is two_texts


@pytest.mark.parametrize("name", ["doccano_sequence.jsonl", "doccano_relation.jsonl"])
def test_marks_alone_are_no_label(name: str) -> None:
    found = read_sources([ANNOTATIONS / name])
    assert found.examples == {}
    assert reasons(found) == [(1, "Baris ini hanya berisi rentang; tambahkan label untuk teksnya.")]


def test_families_are_told_by_content_not_by_name(write: Write) -> None:
    for name in ("label_studio.json", "label_studio.csv", "argilla_flat.json", "prodigy.jsonl"):
        path = write("ekspor.txt", (ANNOTATIONS / name).read_bytes())
        assert said(read_sources([path]))["terukur"] == [(INDIKATOR, ("TIDAK_TERUKUR",))]


def label_studio(*annotations: dict[str, object]) -> str:
    return json.dumps([{"id": 1, "data": {"indikator": "Notula"}, "annotations": annotations}])


def annotation(label: str, who: int, **more: object) -> dict[str, object]:
    result = {"from_name": "terukur", "to_name": "indikator", "value": {"choices": [label]}}
    return {"completed_by": who, "result": [result], **more}


@pytest.mark.parametrize(
    ("annotations", "labels", "reason"),
    [
        ([annotation("terukur", 1), annotation("TERUKUR", 2)], ("TERUKUR",), None),
        ([annotation("terukur", 1), annotation("tidak terukur", 2)], None, "tidak sepakat"),
        ([annotation("terukur", 1), annotation("tidak terukur", 1)], None, "bertentangan"),
        (
            [annotation("terukur", 1), annotation("tidak terukur", 2, ground_truth=True)],
            ("TIDAK_TERUKUR",),
            None,
        ),
        ([annotation("terukur", 1, was_cancelled=True)], None, "dilewati"),
        (
            [annotation("terukur", 1), annotation("tidak terukur", 2, was_cancelled=True)],
            ("TERUKUR",),
            "dilewati",
        ),
        ([{"completed_by": 1, "result": []}], None, "kosong"),
        ([], None, "belum dianotasi"),
        ([annotation("bagus", 1)], None, "TERUKUR, TIDAK_TERUKUR"),
        ([{"completed_by": 1, "result": ["rusak"]}], None, "rusak"),
    ],
)
def test_several_annotators(
    write: Write,
    annotations: list[dict[str, object]],
    labels: tuple[str, ...] | None,
    reason: str | None,
) -> None:
    found = read_sources([write("a.json", label_studio(*annotations))])
    assert [e.labels for e in found.examples.get("terukur", [])] == ([labels] if labels else [])
    assert [reason in reject.reason for reject in found.rejects if reason] == [True] * bool(reason)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"answer": "ignore", "accept": ["terukur"]}, "dilewati"),
        ({"answer": "reject", "label": "TERUKUR", "_task_hash": 1}, "ditolak"),
        ({"answer": "accept", "accept": []}, "Tidak ada pilihan"),
        ({"label": []}, "belum dianotasi"),
        ({"terukur.responses": []}, "belum dijawab"),
        ({"terukur.responses": ["terukur"], "terukur.responses.status": ["draft"]}, "konsep"),
        ({"terukur.responses": ["terukur"], "terukur.responses.status": ["discarded"]}, "dibuang"),
    ],
)
def test_unfinished_work_is_no_label(write: Write, row: dict[str, object], reason: str) -> None:
    found = read_sources([write("a.jsonl", lines({"text": "Notula rapat", **row}))])
    assert found.examples == {}
    ((line, given),) = reasons(found)
    assert line == 1
    assert reason in given


def test_a_mark_that_lost_its_place_costs_the_mark_only(write: Write) -> None:
    row = {"text": "Notula", "label": ["terukur"], "entities": [[3, 90, "BUKTI"]]}
    found = read_sources([write("a.jsonl", lines(row))])
    assert found.examples["terukur"][0].spans == ()
    assert "Rentang" in reasons(found)[0][1]


def test_options_may_be_numbers(write: Write) -> None:
    options = [{"id": 1, "text": "Terukur"}, {"id": 2, "text": "Tidak terukur"}]
    row = {"text": "Disiplin", "options": options, "accept": [2], "answer": "accept"}
    found = read_sources([write("a.jsonl", lines(row))])
    assert said(found) == {"terukur": [("Disiplin", ("TIDAK_TERUKUR",))]}


# Tables


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("bidang,teks,label", "indikator,Notula,terukur", {"terukur": "TERUKUR"}),
        (
            "Kolom,Isian,Label,Tugas",
            "RTL,Menyusun draf,Spesifik,rtl_spesifik",
            {"rtl_spesifik": "SPESIFIK"},
        ),
        ("field,text,label", "rtl,Belajar,TIDAK SPESIFIK", {"rtl_spesifik": "TIDAK_SPESIFIK"}),
        (
            "field,text,label",
            "Feedback,Bagus,Tidak-Spesifik",
            {"umpan_balik_spesifik": "TIDAK_SPESIFIK"},
        ),
        ("indikator,terukur_label", "Notula,1", {"terukur": "TERUKUR"}),
        ("Indikator Keberhasilan,Terukur", "Notula,ya", {"terukur": "TERUKUR"}),
        ("indikator ketercapaian,Tidak terukur", "Disiplin,1", {"terukur": "TIDAK_TERUKUR"}),
        ("Capaian Konkrit,konkret", "Arsip rapi,FALSE", {"konkret": "TIDAK_KONKRET"}),
        ("hasil yang diharapkan,konkret", "Draf SOP jadi,konkrit", {"konkret": "KONKRET"}),
        (
            "topik,selesai,masalah",
            "Rapat digelar,sudah_selesai,bukan_masalah",
            {"selesai": "SELESAI", "masalah": "BUKAN_MASALAH"},
        ),
        (
            "rencana TL,kendali,spesifik",
            "Menunggu SK,Diluar kendali,tidak",
            {"kendali": "DI_LUAR_KENDALI", "rtl_spesifik": "TIDAK_SPESIFIK"},
        ),
        ("rencana aksi,di luar kendali", "Menyusun draf,tidak", {"kendali": "DALAM_KENDALI"}),
        (
            "umpan balik,sentimen,arahan,spesifik",
            "Bagus,Positif,tidak ada,Tidak Spesifik",
            {
                "sentimen": "positif",
                "arahan": "TIDAK_ADA",
                "umpan_balik_spesifik": "TIDAK_SPESIFIK",
            },
        ),
        (
            "teks,kendali,spesifik",
            "Menyusun draf,dalam_kendali,ya",
            {"kendali": "DALAM_KENDALI", "rtl_spesifik": "SPESIFIK"},
        ),
        ("catatan,konseling", "Ia tidak hadir,NONE", {"konseling": "NONE"}),
        ("label,teks", "RUJUKAN,Ia sakit", {"konseling": "RUJUKAN"}),
        ("teks,terukur,konkret", "Notula,,", {}),
        ("teks,terukur", "Notula,-", {}),
    ],
)
def test_tables(write: Write, header: str, row: str, expected: dict[str, str]) -> None:
    found = read_sources([write("a.csv", f"{header}\n{row}\n")])
    assert found.rejects == ()
    assert {task: e.labels for task, (e,) in found.examples.items()} == {
        task: (label,) for task, label in expected.items()
    }


@pytest.mark.parametrize(
    ("header", "row", "reason"),
    [
        ("indikator,terukur", "Notula,mungkin", "TERUKUR, TIDAK_TERUKUR"),
        ("indikator,terukur", "Notula,konkret", "TERUKUR, TIDAK_TERUKUR"),
        ("rtl,kendali", "Menyusun draf,ya", "DI_LUAR_KENDALI, DALAM_KENDALI"),
        ("teks,label", "Menyusun draf,spesifik", "rtl_spesifik atau umpan_balik_spesifik"),
        ("teks,spesifik", "Menyusun draf,ya", "rtl_spesifik atau umpan_balik_spesifik"),
        ("bidang,teks,label", "rtl,Menyusun draf,terukur", "bukan untuk bidang"),
        ("bidang,teks,terukur", "rtl,Menyusun draf,ya", "menilai teks indikator"),
        ("bidang,teks,label", "anggaran,Notula,terukur", "Bidang pada baris ini"),
        ("tugas,teks,label", "warna,Notula,terukur", "Tugas pada baris ini"),
        ("indikator,terukur", ",ya", "Teksnya kosong"),
        ("indikator,terukur", "Notula,ya,ya", "apit teks dengan tanda kutip"),
        ("indikator,terukur", '"Notula,ya\nDisiplin,tidak', "kutip pada baris ini"),
        ("teks,butir", 'Ia sakit,"12, 40"', "nomor 1 sampai 17"),
        ("teks,konseling", "Ia sakit,1", "NONE, KONSELING, RUJUKAN"),
        ("topik,rtl,konseling", "Arsip,Belajar,NONE", "beberapa teks"),
        ("teks,sinkron", "Belajar,ya", "kolom pasangan"),
    ],
)
def test_what_a_table_must_not_say(write: Write, header: str, row: str, reason: str) -> None:
    found = read_sources([write("a.csv", f"{header}\n{row}\n")])
    assert found.examples == {}
    ((line, given),) = reasons(found)
    assert line == 2
    assert reason in given
    assert not any(word in given for word in ("Notula", "Menyusun", "Ia sakit", "Belajar"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_as_offices_save_it(write: Write, delimiter: str, encoding: str) -> None:
    rows = [["Rekap anotasi"], ["", ""], ["indikator", "terukur"], ["“Notula” – rapat", "ya"]]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    found = read_sources([write("a.csv", text.encode(encoding))])
    assert said(found) == {"terukur": [("“Notula” – rapat", ("TERUKUR",))]}


def test_quoted_cells_keep_commas_and_lines_and_count_lines(write: Write) -> None:
    text = 'indikator,terukur\n"Notula,\nresume",ya\nDisiplin,entah\n'
    found = read_sources([write("a.csv", text)])
    assert said(found) == {"terukur": [("Notula,\nresume", ("TERUKUR",))]}
    assert [line for line, _ in reasons(found)] == [4]


def test_workbooks_with_titles_and_several_sheets(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Petunjuk"
    book.active.append(["Isilah dengan teliti"])
    first = book.create_sheet("Indikator")
    for row in (["Rekap 2025"], [], ["No", "Indikator", "Terukur", "Unit Kerja", "Kelompok"]):
        first.append(row)
    first.append([1, "Notula", True, "Balai", "A"])
    first.append([2, "Disiplin", 0, "Balai", "A"])
    second = book.create_sheet("Topik")
    second.append(["Topik", "Tahun", "Triwulan", "Selesai"])
    second.append(["Rapat digelar", 2025, "TW III", "SELESAI"])
    second.append(["Arsip", 2025, 1, "entah"])
    path = tmp_path / "buku.xlsx"
    book.save(path)
    found = read_sources([path])
    assert said(found)["terukur"] == [
        ("Notula", ("TERUKUR",)),
        ("Disiplin", ("TIDAK_TERUKUR",)),
    ]
    assert found.examples["terukur"][0].id == "buku-Indikator-4"
    assert (found.examples["terukur"][0].unit, found.examples["terukur"][0].group) == ("Balai", "A")
    assert found.examples["selesai"][0].context == {"tahun": 2025, "triwulan": 3}
    (reject,) = found.rejects
    assert (reject.file, reject.line) == (f"{path}#Topik", 3)
    assert found.columns[f"{path}#Indikator"] == {
        "No": "diabaikan",
        "Indikator": "teks indikator",
        "Terukur": "label terukur",
        "Unit Kerja": "unit kerja",
        "Kelompok": "kelompok",
    }


def test_context_is_what_the_annotator_may_see(write: Write) -> None:
    header = "rtl,kendali,umpan balik,sentimen,jabatan,ikon,predikat,tahun\n"
    row = "Menyusun draf,dalam kendali,Bagus,positif,Arsiparis,Positif,Sangat Baik,2025\n"
    found = read_sources([write("a.csv", header + row)])
    assert found.examples["kendali"][0].context == {"jabatan": "Arsiparis"}
    assert found.examples["sentimen"][0].context == {"ikon": "positif", "predikat": "sangat_baik"}


@pytest.mark.parametrize("cell", ['"12, 14"', "12;14", "14 dan 12"])
@pytest.mark.parametrize("column", ["butir", "konseling"])
def test_items_of_konseling(write: Write, column: str, cell: str) -> None:
    found = read_sources([write("a.csv", f"teks,{column},jenis\nIa sakit,{cell},x\n")])
    assert said(found) == {"butir": [("Ia sakit", ("12", "14"))]}


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("teks,sebelumnya,pasangan,sinkron", "Belajar pidato,Arsip kacau,topik-rtl,tidak"),
        ("bidang,teks,sebelumnya,label", "rtl,Belajar pidato,Arsip kacau,Tidak sinkron"),
        ("topik,rtl,sinkron", "Arsip kacau,Belajar pidato,TIDAK_SINKRON"),
        ("topik,hasil,rtl,sinkron topik rtl", "Arsip kacau,Rapi,Belajar pidato,tidak"),
    ],
)
def test_links_carry_the_earlier_text(write: Write, header: str, row: str) -> None:
    (example,) = read_sources([write("a.csv", f"{header}\n{row}\n")]).examples["sinkron"]
    assert (example.text, example.labels) == ("Belajar pidato", ("TIDAK_SINKRON",))
    assert example.context == {"pasangan": "topik-rtl", "sebelumnya": "Arsip kacau"}


# The corpus's own shape


def item(text: str, gold: str | None, writer: str | None = "TERUKUR") -> dict[str, object]:
    label = {"writer": writer, "second": None, "gold": gold, "reason": "x"}
    head = {"id": "indikator-z1-01", "group": "indikator-z1", "unit": "Balai", "hard": True}
    return {**head, "text": text, "context": {}, "labels": {"terukur": label}}


def test_corpus_rows_by_gold_or_writer_and_broken_lines(write: Write) -> None:
    good = lines(item("Notula", "TIDAK_TERUKUR"), item("Resume", None), item("Draf", None, None))
    found = read_sources([write("a.jsonl", "\ufeff" + good + '{"id": \n\n[1]\n')])
    assert said(found) == {"terukur": [("Notula", ("TIDAK_TERUKUR",)), ("Resume", ("TERUKUR",))]}
    example = found.examples["terukur"][0]
    assert (example.group, example.unit, example.hard) == ("indikator-z1", "Balai", True)
    assert [line for line, _ in reasons(found)] == [3, 4, 6]


def form(*findings: tuple[str, str, str | None], **more: object) -> str:
    step = {"rtl": "Belajar pidato", "indikator": "-"}
    body = {"id": "F", "topik": "Arsip kacau", "hasil": "Rapi", "tindak_lanjut": [step], **more}
    said = [{"rule": rule, "pointer": at, "pair": pair} for rule, at, pair in findings]
    verdict = {"writer": said, "second": None, "gold": None}
    return lines({"id": "f", "group": "g", "unit": "u", "form": body, "findings": verdict})


def test_a_forms_findings_label_its_texts(write: Write) -> None:
    found = read_sources(
        [
            write(
                "forms.jsonl",
                form(
                    ("TOPIK_SUDAH_SELESAI", "/topik", None),
                    ("TIDAK_SINKRON", "/tindak_lanjut/0/rtl", "topik-rtl"),
                ),
            )
        ]
    )
    assert found.rejects == ()
    labels = {task: [e.labels[0] for e in given] for task, given in found.examples.items()}
    assert labels == {
        "selesai": ["SELESAI"],
        "masalah": ["BUKAN_MASALAH"],
        "konkret": ["KONKRET"],
        "kendali": ["DALAM_KENDALI"],
        "rtl_spesifik": ["SPESIFIK"],
        "konseling": ["NONE", "NONE", "NONE"],
        "sinkron": ["SINKRON", "TIDAK_SINKRON"],
    }


def test_a_call_for_help_is_not_judged_for_quality(write: Write) -> None:
    path = write("forms.jsonl", form(("PERLU_RUJUKAN_PROFESIONAL", "/topik", None)))
    found = read_sources([path])
    assert list(found.examples) == ["konseling"]
    assert found.examples["konseling"][0].labels == ("RUJUKAN",)


# Saved data sets


def test_saved_data_sets(tmp_path: Path) -> None:
    from datasets import ClassLabel, Dataset, DatasetDict, Features, Value

    features = Features(
        {"indikator": Value("string"), "terukur": ClassLabel(names=["ya", "tidak"])}
    )
    one = Dataset.from_dict({"indikator": ["Notula"], "terukur": [0]}, features)
    two = Dataset.from_dict({"indikator": ["Disiplin"], "terukur": [1]}, features)
    one.save_to_disk(str(tmp_path / "satu"))
    DatasetDict({"a": one, "b": two}).save_to_disk(str(tmp_path / "dua"))
    assert said(read_sources([tmp_path / "satu"])) == {"terukur": [("Notula", ("TERUKUR",))]}
    found = read_sources([tmp_path / "dua"])
    assert [e.id for e in found.examples["terukur"]] == ["dua-a-1", "dua-b-1"]


def test_a_hub_out_of_reach_is_said_clearly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(ValueError, match=r"contoh/tidak-ada .*sambungan jaringan"):
        read_sources([Path("contoh/tidak-ada")])


# Several files together


def test_repetitions_count_once_and_contradictions_not_at_all(write: Write) -> None:
    first = write("a.csv", "indikator,terukur\nNotula,ya\nNotula ,ya\nDisiplin,ya\n")
    second = write("b.csv", "indikator,terukur\nnotula,ya\nDisiplin,tidak\nNotula,ya\n")
    found = read_sources([first, second])
    assert [e.id for e in found.examples["terukur"]] == ["a-2", "b-2"]
    assert [(Path(r.file).name, r.line) for r in found.rejects] == [("a.csv", 4), ("b.csv", 3)]
    assert f"{second}:3" in found.rejects[0].reason
    count = found.counts[str(first)]
    assert (count.records, count.examples, count.duplicates, count.rejects) == (3, 1, 1, 1)
    assert found.counts[str(second)].duplicates == 1


def test_another_context_is_another_example(write: Write) -> None:
    text = "rtl,jabatan,kendali\nMemutus kontrak,PPK,dalam kendali\n"
    text += "Memutus kontrak,Arsiparis,di luar kendali\n"
    found = read_sources([write("a.csv", text)])
    assert [e.labels for e in found.examples["kendali"]] == [
        ("DALAM_KENDALI",),
        ("DI_LUAR_KENDALI",),
    ]


def test_groups_by_column_form_or_text(write: Write) -> None:
    text = "teks,terukur,kelompok,id formulir\nNotula,ya,K,F\nResume,ya,,F\nDraf,ya,,\nSurat,ya,,\n"
    groups = [e.group for e in read_sources([write("a.csv", text)]).examples["terukur"]]
    assert groups[:2] == ["K", "F"]
    assert len(set(groups)) == 4


def test_ids_are_unique_across_folders(tmp_path: Path) -> None:
    paths = [tmp_path / name / "a.csv" for name in ("satu", "dua")]
    for path, text in zip(paths, ("Notula", "Resume"), strict=True):
        path.parent.mkdir()
        path.write_text(f"indikator,terukur\n{text},ya\n")
    assert [e.id for e in read_sources(paths).examples["terukur"]] == ["a-2", "a-2-2"]


def test_only_the_wanted_tasks(write: Write) -> None:
    path = write("a.csv", "topik,selesai,masalah\nArsip kacau,berjalan,ya\n")
    assert list(read_sources([path], only=["masalah"]).examples) == ["masalah"]
    with pytest.raises(ValueError, match="Tidak ada tugas warna"):
        read_sources([path], only=["warna"])


def test_texts_kept_for_measuring_are_not_learnt_from(write: Write) -> None:
    path = write("a.csv", "indikator,terukur\nNotula  rapat,ya\nResume,ya\n")
    found = read_sources([path], held_out=frozenset({"Notula rapat"}))
    assert said(found) == {"terukur": [("Resume", ("TERUKUR",))]}
    assert [(line, "bagian uji" in reason) for line, reason in reasons(found)] == [(2, True)]


def test_held_out_texts_are_those_of_the_test_split_alone(tmp_path: Path) -> None:
    for name in (*LABELS, "forms"):
        rows = [{"group": f"g{i}", "text": f"{name}  {i}"} for i in range(30)]
        forms = [{"group": f"g{i}", "form": {"topik": f"topik form {i}"}} for i in range(30)]
        (tmp_path / f"{name}.jsonl").write_text(lines(*(forms if name == "forms" else rows)))
    tested = [i for i in range(30) if split_of(f"g{i}") == "test"]
    found = held_out_texts(tmp_path)
    assert 0 < len(tested) < 30
    assert len(found) == (len(LABELS) + 1) * len(tested)
    assert {f"indikator {tested[0]}", f"topik form {tested[0]}"} <= found


def test_rejects_are_written_as_json_lines(tmp_path: Path) -> None:
    write_rejects(tmp_path / "r.jsonl", (Reject("a.csv", 3, "Teksnya kosong."),))
    row = json.loads((tmp_path / "r.jsonl").read_text())
    assert row == {"file": "a.csv", "line": 3, "reason": "Teksnya kosong."}


# Files that cannot be read


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.csv", "", "kosong"),
        ("a.csv", "nama,umur\nx,3\n", r"yang dicari: .*indikator.*terukur"),
        ("a.csv", "indikator,nilai\nNotula,3\n", "yang dicari"),
        ("a.csv", "indikator,terukur,terukur\nNotula,ya,ya\n", "kolom terukur tertulis dua kali"),
        ("a.json", '[{"warna": 1}]', "yang dicari"),
        ("a.json", '[{"text": "x"},', r"bukan JSON yang sah \(baris 1\)"),
        ("a.json", "[]", "yang dicari"),
        ("a.xlsx", b"PK\x03\x04rusak", "bukan buku kerja XLSX"),
        ("a.xls", b"\xd0\xcf\x11\xe0rusak", "XLS lama"),
    ],
)
def test_unreadable_files_are_named(
    write: Write, name: str, content: str | bytes, sentence: str
) -> None:
    with pytest.raises(ValueError, match=rf"{name}.*{sentence}"):
        read_sources([write(name, content)])


def test_missing_files_and_empty_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"hilang\.csv tidak ditemukan"):
        read_sources([Path("hilang.csv")])
    with pytest.raises(ValueError, match="save_to_disk"):
        read_sources([tmp_path])
