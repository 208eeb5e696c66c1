"""Forms as people lay them out: titles, merges, several RTL, dates, ticks, broken rows."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from service.field_names import COLUMNS, column_of, field_of, title_of
from service.reviewed import Entry, Refused
from service.sheets.dates import MAC_EPOCH, WINDOWS_EPOCH, iso_date
from service.sheets.read import Columns, Note, read_csv, read_workbook
from service.sheets.table import Unreadable, open_workbook
from service.sheets.values import convert

BASIC = ["Nomor formulir", "Topik", "RTL", "Indikator"]


@pytest.fixture
def sheet(tmp_path):
    """Rows and merges to what is read of them."""

    def read(*rows: list[object], merge: tuple[str, ...] = (), title: str = "Data"):
        book = openpyxl.Workbook()
        book.active.title = title
        for row in rows:
            book.active.append(row)
        for area in merge:
            book.active.merge_cells(area)
        path = tmp_path / "f.xlsx"
        book.save(path)
        return items(path)

    return read


def items(path: Path) -> list[object]:
    if path.suffix == ".csv":
        return list(read_csv(path))
    return list(read_workbook(path, open_workbook(path)))


def forms(found: list[object]) -> list[dict[str, object]]:
    return [one.form.model_dump(exclude_none=True) for one in found if isinstance(one, Entry)]


def faults(found: list[object]) -> list[tuple[str, str]]:
    return [fault for one in found if isinstance(one, Refused) for fault in one.faults]


def pointers(found: list[object]) -> list[str | None]:
    return [c.pointer for one in found if isinstance(one, Columns) for c in one.columns]


@pytest.mark.parametrize(
    ("header", "group", "pointer"),
    [
        ("Indikator keberhasilan", "", "/tindak_lanjut/-/indikator"),
        ("indikator ketercapaian", "", "/tindak_lanjut/-/indikator"),
        ("INDICATOR KEBERHASILAN *", "", "/tindak_lanjut/-/indikator"),
        ("Capaian konkrit", "", "/hasil"),
        ("Hasil yang diharapkan (capaian konkret)", "", "/hasil"),
        ("hasil yg diharapkan", "", "/hasil"),
        ("Rencana TL", "", "/tindak_lanjut/-/rtl"),
        ("Rencana Tindak Lanjut (RTL)", "", "/tindak_lanjut/-/rtl"),
        ("Rencana aksi", "", "/tindak_lanjut/-/rtl"),
        ("7. RTL", "", "/tindak_lanjut/-/rtl"),
        ("RTL 2", "", "/tindak_lanjut/1/rtl"),
        ("RTL ke-3", "", "/tindak_lanjut/2/rtl"),
        ("RTL II", "", "/tindak_lanjut/1/rtl"),
        ("Indikator", "RTL 2", "/tindak_lanjut/1/indikator"),
        ("NIP", "", "/pegawai/nip"),
        ("NIP", "Atasan", "/atasan/nip"),
        ("Nama", "Data Pejabat Penilai", "/atasan/nama"),
        ("Nama", "Pegawai", "/pegawai/nama"),
        ("Tgl. Dialog\n(hh/bb/tttt)", "", "/dialog/tanggal"),
        ("Tanggal", "Dialog Kinerja", "/dialog/tanggal"),
        ("Unor", "", "/pegawai/unor"),
        ("Unit Kerja", "", "/pegawai/unit_kerja"),
        ("Ikon", "Umpan balik", "/umpan_balik/-/ikon"),
        ("Feedback", "", "/umpan_balik/-/teks"),
        ("Approve oleh atasan", "", "/disetujui_atasan"),
        ("Topik bimbingn kinerja", "", "/topik"),
        ("Alamat", "", None),
        ("No", "", None),
        ("NIK", "", None),
    ],
)
def test_titles_are_known_by_the_names_people_use(header, group, pointer):
    assert column_of(header, group) == pointer


def test_every_name_leads_to_its_own_field():
    for pointer, titles in COLUMNS.items():
        for title in titles:
            assert column_of(title) == pointer, title


@pytest.mark.parametrize(
    ("label", "name"),
    [("Topik:", "topik"), ("RTL 2", "rtl"), ("Notulen dialog", "catatan"), ("NIP", None)],
)
def test_a_label_names_one_of_the_six_texts(label, name):
    assert field_of(label) == name


def test_a_pointer_has_an_indonesian_name():
    assert title_of("/tindak_lanjut/1/rtl") == "RTL 2"
    assert title_of("/dialog") == "Dialog kinerja"


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("10 Juli 2025", "2025-07-10"),
        ("Kamis, 10 Juli 2025", "2025-07-10"),
        ("10 Agt 2025", "2025-08-10"),
        ("10-Nop-25", "2025-11-10"),
        ("10/07/2025", "2025-07-10"),
        ("7/25/2025", "2025-07-25"),
        ("10.7.2025", "2025-07-10"),
        ("2025-07-10", "2025-07-10"),
        ("2025-07-10 00:00:00", "2025-07-10"),
        (45848, "2025-07-10"),
        ("45848", "2025-07-10"),
        (datetime(2025, 7, 10, 8, 30), "2025-07-10"),
        ("2025-07-10T08:30:00Z", "2025-07-10"),
        ("10 Juli 2025 08.30 WIB", "2025-07-10"),
        ("July 10, 2025", "2025-07-10"),
        ("Tgl. 10 Juli 2025", "2025-07-10"),
        ("Hari/tanggal Jumat, 11-07-2025", "2025-07-11"),
    ],
)
def test_dates_are_read_as_written(written, iso):
    assert iso_date(written) == iso


def test_a_serial_counts_from_the_workbooks_own_day_zero():
    assert iso_date(44386, MAC_EPOCH) == "2025-07-10"


@pytest.mark.parametrize("written", ["Juli 2025", "31/02/2025", "akhir bulan", "TW III", 12, 1e12])
def test_what_names_no_single_day_is_no_date(written):
    with pytest.raises(ValueError):  # noqa: PT011 - the caller words it
        iso_date(written)


@pytest.mark.parametrize(
    ("pointer", "cell", "value"),
    [
        ("/disetujui_atasan", "Ya", True),
        ("/disetujui_atasan", "✓", True),
        ("/disetujui_atasan", "v", True),
        ("/disetujui_atasan", "sudah disetujui", True),
        ("/disetujui_atasan", True, True),
        ("/disetujui_atasan", 1, True),
        ("/disetujui_atasan", "x", False),
        ("/disetujui_atasan", "Belum", False),
        ("/disetujui_atasan", "tidak disetujui", False),
        ("/disetujui_atasan", "-", None),
        ("/umpan_balik/-/ikon", "👍🏽", "positif"),
        ("/umpan_balik/-/ikon", "😊", "positif"),
        ("/umpan_balik/-/ikon", "👎", "negatif"),
        ("/umpan_balik/-/ikon", "😐 netral", "netral"),
        ("/umpan_balik/-/ikon", "Positif", "positif"),
        ("/pegawai/predikat", "Sangat Baik", "sangat_baik"),
        ("/pegawai/predikat", "butuh perbaikan", "butuh_perbaikan"),
        ("/triwulan", "TW III 2025", 3),
        ("/triwulan", "2025 - Triwulan III", 3),
        ("/triwulan", "Triwulan Ketiga Tahun 2025", 3),
        ("/triwulan", "3 (tiga)", 3),
        ("/triwulan", "2025-3", 3),
        ("/triwulan", "Juli s.d. September 2025", 3),
        ("/triwulan", 2, 2),
        ("/tahun", "Tahun 2025", 2025),
        ("/umpan_balik/-/target", "1.250,5", 1250.5),
        ("/umpan_balik/-/target", "80%", 80.0),
        ("/umpan_balik/-/target", 10, 10.0),
        ("/pegawai/nip", 198701012010, "198701012010"),
        ("/topik", "baris satu_x000D_\nbaris dua ", "baris satu\nbaris dua"),
        ("/topik", 2025.0, "2025"),
        ("/jenis", "Konseling Kinerja", "konseling"),
    ],
)
def test_cells_say_what_their_field_asks(pointer, cell, value):
    assert convert(pointer, cell, WINDOWS_EPOCH) == value


@pytest.mark.parametrize(
    ("pointer", "cell"),
    [
        ("/disetujui_atasan", "ya/tidak"),
        ("/disetujui_atasan", "rahasia"),
        ("/umpan_balik/-/ikon", "rahasia"),
        ("/umpan_balik/-/target", "10 rahasia"),
        ("/umpan_balik/-/target", "1,250"),
        ("/triwulan", "rahasia"),
        ("/triwulan", "Semester II"),
        ("/triwulan", "Juni - Agustus"),
        ("/triwulan", "2025-07-10"),
        ("/tahun", "rahasia"),
        ("/pegawai/predikat", "rahasia"),
        ("/tindak_lanjut/-/tenggat", "rahasia"),
        ("/pegawai/nip", 198701012010011001),
        ("/pegawai/nip", "1,98701E+17"),
    ],
)
def test_what_a_cell_does_not_say_clearly_is_refused_without_repeating_it(pointer, cell):
    with pytest.raises(ValueError, match=r"\.$") as caught:
        convert(pointer, cell, date(1899, 12, 30))
    assert "rahasia" not in str(caught.value)
    assert "1987" not in str(caught.value)


def test_titles_are_found_below_headings_and_columns_not_known_are_listed(sheet):
    found = sheet(
        ["REKAP BIMBINGAN KINERJA"], ["Balai Teknik", "Triwulan III"], [],
        [*BASIC, "Alamat"], [1, 2, 3, 4, 5], ["A", "t", "r", "i", "x"],
        merge=("A1:E1",),
    )  # fmt: skip
    assert pointers(found)[-1] is None
    [form] = forms(found)
    assert form["topik"] == "t"
    assert not faults(found)


def test_two_levels_tell_whose_name_it_is(sheet):
    found = sheet(
        ["No", "Pegawai", None, "Atasan", None, "Topik", "Tindak lanjut", None],
        [None, "NIP", "Nama", "NIP", "Nama", None, "RTL", "Indikator"],
        [1, "1", "Ani", "2", "Budi", "t", "r", "i"],
        merge=("A1:A2", "B1:C1", "D1:E1", "F1:F2", "G1:H1"),
    )
    [form] = forms(found)
    assert form["pegawai"] == {"nip": "1", "nama": "Ani"}
    assert form["atasan"] == {"nip": "2", "nama": "Budi"}
    assert form["tindak_lanjut"] == [{"rtl": "r", "indikator": "i"}]


def test_a_single_column_below_its_group_is_read_with_it(sheet):
    found = sheet(
        ["Topik", "Atasan", "RTL"], ["", "NIP", ""], ["t", "2", "r"], merge=("A1:A2", "C1:C2")
    )
    assert forms(found)[0]["atasan"] == {"nip": "2"}


def test_a_title_merged_downwards_is_no_form(sheet):
    found = sheet(
        BASIC, [None] * 4, ["A", "t", "r", "i"], merge=("A1:A2", "B1:B2", "C1:C2", "D1:D2")
    )
    assert len(forms(found)) == 1


STEPS = [{"rtl": "r1", "indikator": "i1"}, {"rtl": "r2", "indikator": "i2"}]


@pytest.mark.parametrize(
    ("rows", "merge"),
    [
        ([["A", "t", "r1", "i1"], [None, None, "r2", "i2"]], ()),
        ([["A", "t", "r1", "i1"], [None, None, "r2", "i2"]], ("A2:A3", "B2:B3")),
        ([["A", "t", "r1", "i1"], ["A", "t", "r2", "i2"]], ()),
        ([["A", "t", "r1", "i1"], ["A", None, "r2", "i2"]], ()),
    ],
)
def test_several_rtl_on_rows_make_one_form(sheet, rows, merge):
    found = sheet(BASIC, *rows, ["B", "t", "r1", "i1"], merge=merge)
    assert [form["tindak_lanjut"] for form in forms(found)] == [STEPS, STEPS[:1]]
    first = next(one for one in found if isinstance(one, Entry))
    assert first.cells["/tindak_lanjut/1/indikator"] == (3, 4)
    assert first.cells["/topik"] == (2, 2)


@pytest.mark.parametrize(
    "titles",
    [
        ["RTL 1", "Indikator 1", "RTL 2", "Indikator 2"],
        ["RTL", "Indikator", "RTL", "Indikator"],
        ["RTL", "Indikator", "RTL 2", "Indikator 2"],
    ],
)
def test_several_rtl_in_columns_make_one_form(sheet, titles):
    found = sheet(["Topik", *titles], ["t", "r1", "i1", "r2", "i2"])
    assert forms(found)[0]["tindak_lanjut"] == STEPS


def test_one_person_with_two_topics_has_two_forms(sheet):
    found = sheet(["NIP", "Topik", "RTL"], ["1", "a", "r"], ["1", "b", "s"])
    assert [form["topik"] for form in forms(found)] == ["a", "b"]


def test_a_copied_row_is_shown_as_a_copy(sheet):
    assert len(forms(sheet(BASIC, ["A", "t", "r", "i"], ["A", "t", "r", "i"]))) == 2


def test_feedback_merged_beside_several_rtl_is_given_once(sheet):
    found = sheet(
        [*BASIC, "Umpan balik"], ["A", "t", "r1", "i1", "u"], [None, None, "r2", "i2", None],
        merge=("A2:A3", "B2:B3", "E2:E3"),
    )  # fmt: skip
    [form] = forms(found)
    assert form["umpan_balik"] == [{"teks": "u"}]
    assert len(form["tindak_lanjut"]) == 2


def test_a_contradiction_within_a_form_is_told_not_lost(sheet):
    found = sheet(
        [*BASIC, "Catatan dialog", "Disetujui"],
        ["A", "t", "r1", "i1", "c", "ya"],
        ["A", None, "r2", "i2", "lain", "belum"],
    )
    assert [place for place, _ in faults(found)] == [
        "Data!E3 (Catatan dialog)",
        "Data!F3 (Disetujui atasan)",
    ]
    assert forms(found)[0]["disetujui_atasan"] is False


def test_cells_that_cannot_be_read_are_named_and_the_form_goes_on(sheet):
    found = sheet([*BASIC, "Tenggat"], ["A", "t", "r", "i", "akhir rahasia"])
    [(place, sentence)] = faults(found)
    assert place == "Data!E2 (Tenggat)"
    assert "rahasia" not in sentence
    assert forms(found)[0]["topik"] == "t"


def test_a_form_beyond_the_limits_is_named_and_the_rest_goes_on(sheet):
    found = sheet(BASIC, ["A", "x" * 10_001, "r", "i"], ["B", "t", "r", "i"])
    assert faults(found)[0][0] == "Data!B2 (Topik)"
    assert "Teksnya melebihi 10.000 huruf" in faults(found)[0][1]
    assert [form["id"] for form in forms(found)] == ["B"]


def test_formulas_without_a_result_and_errors_are_told(sheet):
    found = sheet(BASIC, ["A", "=B9", "r", "#N/A"])
    assert "belum dihitung" in faults(found)[0][1]
    assert faults(found)[0][0] == "Data!B2 (Topik)"


def test_a_form_without_a_number_is_known_by_its_row(sheet):
    assert forms(sheet(["Topik", "RTL"], ["t", "r"]))[0]["id"] == "Data!2"


def test_untitled_columns_with_content_are_mentioned(sheet):
    found = sheet(BASIC, ["A", "t", "r", "i", None, "lepas"])
    assert [one.sentence for one in found if isinstance(one, Note)] == [
        "Kolom F tidak berjudul; 1 selnya yang terisi tidak dibaca."
    ]


def test_all_sheets_with_forms_are_read_and_the_others_mentioned(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Daftar pegawai"])
    for name in ("Satu", "Dua"):
        page = book.create_sheet(name)
        page.append(BASIC)
        page.append([name, "t", "r", "i"])
    book.save(tmp_path / "f.xlsx")
    found = items(tmp_path / "f.xlsx")
    assert [form["id"] for form in forms(found)] == ["Satu", "Dua"]
    assert "“Sheet” tidak memuat judul kolom" in next(
        one.sentence for one in found if isinstance(one, Note)
    )


def test_titles_without_a_form_below_are_told(sheet):
    [_, note] = sheet(BASIC)
    assert note == Note("Lembar “Data” hanya memuat judul kolom, tanpa isi di bawahnya.")


def test_the_year_of_a_period_is_read_where_no_column_gives_it(sheet):
    row = ["1", "t", "Triwulan III 2025"]
    [form] = forms(sheet(["Nomor formulir", "Topik", "Periode"], row))
    assert (form["tahun"], form["triwulan"]) == (2025, 3)
    [form] = forms(sheet(["Nomor formulir", "Topik", "Periode", "Tahun"], [*row, 2024]))
    assert form["tahun"] == 2024


def test_a_file_without_titles_is_told_which_it_needs(sheet, tmp_path):
    with pytest.raises(Unreadable, match="Judul kolom tidak ditemukan"):
        sheet(["a", "b"], ["c", "d"])
    (tmp_path / "f.csv").write_text("a,b\n")
    with pytest.raises(Unreadable, match="Judul kolom tidak ditemukan"):
        items(tmp_path / "f.csv")
