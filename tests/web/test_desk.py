"""The reviewer's desk before the real service: small files, read, reviewed, judged, taken away."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest

ATTACK = "<img src=x onerror='window.broken=1'>"
CRY = "Saya ingin mengakhiri hidup saya"
TITLES = [
    "Nomor formulir", "Jenis pembinaan", "Nama pegawai", "Unit kerja", "Predikat", "Tahun",
    "Triwulan", "Topik", "Hasil yang diharapkan", "RTL", "Indikator", "Selesai", "Tanggal dialog",
    "Catatan dialog", "Disetujui atasan", "Ikon", "Umpan balik", "Warna",
]  # fmt: skip
GOOD = {
    "Predikat": "baik", "Tahun": 2025, "Triwulan": 3,
    "Topik": "Arsip kepegawaian sering terlambat ditemukan karena 400 berkas belum berkode",
    "Hasil yang diharapkan": "Seluruh 400 berkas arsip memiliki kode klasifikasi dan tercatat",
    "RTL": "Menyusun kode klasifikasi 400 berkas arsip bersama arsiparis mentor",
    "Indikator": "Memahami kode klasifikasi", "Selesai": "ya", "Tanggal dialog": date(2025, 7, 8),
    "Catatan dialog": "Dibahas kendala pencarian berkas dan pembagian waktunya",
    "Disetujui atasan": "ya", "Unit kerja": "Bagian Arsip", "Nama pegawai": "Ayu",
}  # fmt: skip
ROWS = [
    {**GOOD, "Nomor formulir": "BK-1"},
    {**GOOD, "Nomor formulir": "BK-2", "Topik": "Telah dilaksanakan rapat", "Triwulan": 2,
     "Predikat": "kurang", "Unit kerja": "Bagian Keuangan", "Tanggal dialog": "entah"},
    {**GOOD, "Nomor formulir": "BK-3", "Topik": CRY},
    {**GOOD, "Nomor formulir": "BK-4", "Jenis pembinaan": "konseling", "Topik": "Sering bolos"},
    {**GOOD, "Nomor formulir": "=1+1", "Topik": f"Berkas {ATTACK} 081234567890 terlambat",
     "Unit kerja": ATTACK, "Nama pegawai": ATTACK, "Warna": "biru",
     "Umpan balik": "Masih perlu ditingkatkan", "Ikon": "positif"},
]  # fmt: skip


def save(path: Path, rows: list[dict[str, object]], sheet: str = "Data") -> Path:
    book = openpyxl.Workbook()
    book.active.title = sheet
    book.active.append(TITLES)
    for row in rows:
        cells = [row.get(title) for title in TITLES]
        book.active.append(cells)
    for line in book.active.iter_rows():
        for cell in line:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    book.save(path)
    return path


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> Path:
    """A workbook whose own name and sheet are hostile too."""
    folder = tmp_path_factory.mktemp("meja")
    return save(folder / "<img src=x onerror=1>.xlsx", ROWS, "<b onclick=1>")


def review(page, *files):
    page.on("dialog", lambda asked: asked.accept())  # leaving a page that holds something
    page.goto("/meja")
    page.set_input_files("#berkas", list(files))
    done = page.locator("#kabar").filter(has_text="selesai diperiksa")
    done.wait_for(state="attached", timeout=30_000)
    page.locator("#lajur-0").wait_for()
    return page


@pytest.fixture(scope="module")
def reviewed(window, file):
    """The desk with the file's forms, reviewed once for all tests that only look."""
    page = window.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_viewport_size({"width": 1280, "height": 900})
    yield review(page, file)
    page.close()
    assert errors == []


@pytest.fixture
def desk(reviewed):
    reviewed.get_by_role("tab", name="Formulir").click()
    yield reviewed
    if reviewed.locator("#panel").is_visible():
        reviewed.get_by_role("button", name="Tutup").click()
    reviewed.locator("#saringan").evaluate("form => form.reset()")
    reviewed.locator("#tampil").filter(has_text="5 formulir").wait_for()


def row(page, name: str):
    return page.locator(".badan .lajur").filter(has=page.locator(".id", has_text=name))


def saved(page, button: str) -> bytes:
    with page.expect_download() as taken:
        page.get_by_role("button", name=button).click()
    return Path(taken.value.path()).read_bytes()


def table(body: bytes) -> list[dict[str, str]]:
    assert body.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))


def test_a_workbook_is_read_reviewed_and_listed(desk):
    assert desk.locator(".badan .lajur").count() == 5
    first = row(desk, "BK-1")
    assert "Bagian Arsip" in first.inner_text()
    assert "Indikator belum terukur" in first.inner_text()
    assert first.locator(".angka").inner_text()
    assert desk.locator("#kerja").is_hidden()


def test_how_the_file_was_read_is_told(desk):
    told = desk.locator(".bacaan-berkas")
    assert "5 formulir terbaca, 1 hal tidak terbaca" in told.inner_text()
    told.locator("summary").click()
    assert "Warna → tidak dikenal; tidak dibaca" in told.inner_text()
    assert "!M3 (Tanggal dialog) Tanggalnya tidak terbaca" in told.inner_text()


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_other_files_go_the_same_way(page, tmp_path, kind):
    body = {
        "json": '[{"id": "A", "topik": "Berkas terlambat"}, {"id": "B"}]',
        "csv": "Nomor formulir;Topik\nA;Berkas terlambat\nB;Data hilang",
    }[kind]
    path = tmp_path / f"f.{kind}"
    path.write_text(body, "utf-8")
    assert review(page, path).locator(".badan .lajur").count() == 2


def test_several_files_make_one_table(page, file, tmp_path):
    other = tmp_path / "lain.csv"
    other.write_text("Nomor formulir,Topik\nZ-1,Berkas terlambat", "utf-8")
    review(page, file, other)
    assert page.locator("#tampil").inner_text() == "6 formulir"


def test_a_form_opens_beside_its_findings(desk):
    row(desk, "BK-1").click()
    panel = desk.locator("#panel")
    assert panel.locator("mark.error").inner_text() == "Memahami"
    assert "Seluruh 400 berkas" in panel.inner_text()
    assert "Tulis misalnya:" in panel.inner_text()
    link = panel.locator("a", has_text="Indikator belum terukur")
    assert link.get_attribute("href") == "/aturan#INDIKATOR_TIDAK_TERUKUR"


def test_the_note_praises_then_remarks_then_says_what_to_write(desk):
    row(desk, "BK-1").click()
    note = desk.get_by_label("Catatan untuk penyusun formulir")
    praise, remark, *_ = note.input_value().split("\n")
    assert praise.startswith("Topik sudah menyebut persoalan yang perlu diatasi")
    assert remark.startswith("Indikator 1: Indikator belum terukur: “Memahami”")
    assert "Tulis misalnya: “" in remark
    desk.get_by_role("button", name="Salin catatan").click()
    desk.get_by_text("Tersalin.").or_(desk.get_by_text("Tidak dapat menyalin")).wait_for()


def test_a_form_that_needs_care_shows_the_notice_and_no_word_of_its_own(desk):
    for name, notice in (("BK-3", "Temui pegawai"), ("BK-4", "mencatat konseling atau rujukan")):
        line = row(desk, name)
        assert "Perlu perhatian pembina" in line.inner_text()
        line.click()
        panel = desk.locator("#panel").inner_text()
        assert notice in panel
        assert not {CRY, "bolos", "Seluruh 400 berkas"} & set(panel.split("\n"))
        assert "bolos" not in panel
        assert desk.locator("#catatan-penelaah").count() == 0
    taken = [saved(desk, name) for name in ("CSV formulir", "CSV temuan")]
    for body in taken:
        assert CRY not in body.decode()
        assert "bolos" not in body.decode()
    assert sum(line["pesan"].startswith("Perlu dilihat orang") for line in table(taken[1])) == 1


@pytest.mark.parametrize(
    ("label", "choice", "names"),
    [
        ("Unit kerja", "Bagian Keuangan", ["BK-2"]),
        ("Aturan", "Topik tentang pekerjaan yang sudah terlaksana", ["BK-2"]),
        ("Mutu", "Perlu perhatian pembina", ["BK-3", "BK-4"]),
        ("Predikat", "Kurang", ["BK-2"]),
        ("Cari", "bk-4", ["BK-4"]),
    ],
)
def test_a_filter_leaves_what_fits(desk, label, choice, names):
    field = desk.get_by_label(label, exact=True)
    if label == "Cari":
        field.fill(choice)
    else:
        field.select_option(choice)
    told = desk.locator("#tampil").filter(has_text=f"{len(names)} dari 5 formulir")
    told.wait_for()
    desk.locator(".badan .lajur").nth(len(names)).wait_for(state="detached")
    assert desk.locator(".badan .id").all_inner_texts() == names
    desk.get_by_role("button", name="Hapus saringan").click()
    desk.locator("#tampil").filter(has_text="dari").wait_for(state="detached")


def test_nothing_that_fits_is_said(desk):
    desk.get_by_label("Cari").fill("tidak ada yang seperti ini")
    desk.get_by_text("Tidak ada formulir yang cocok").wait_for()


def test_a_title_sorts_up_then_down_then_as_in_the_file(desk):
    title = desk.get_by_role("button", name="Skor")
    orders, told = [], []
    for _ in range(3):
        title.click()
        desk.wait_for_timeout(100)
        orders.append(desk.locator(".badan .id").all_inner_texts())
        told.append(desk.locator(".score[role=columnheader]").get_attribute("aria-sort"))
    assert told == ["ascending", "descending", None]
    assert orders[2] == ["BK-1", "BK-2", "BK-3", "BK-4", "=1+1"]
    assert orders[0] != orders[1]
    assert orders[0][0] == "BK-2"


def test_the_keyboard_alone_is_enough(desk):
    grid = desk.locator("#tabel")
    grid.focus()
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("ArrowDown")
    active = "document.getElementById('tabel').getAttribute('aria-activedescendant')"
    at = desk.evaluate(active)
    desk.keyboard.press("ArrowUp")
    assert desk.evaluate(active) != at
    desk.keyboard.press("Home")
    desk.keyboard.press("d")
    assert "sudah dilihat" in row(desk, "BK-1").inner_text()
    desk.keyboard.press("Enter")
    assert desk.evaluate("document.activeElement.id") == "judul-panel"
    pressed = desk.get_by_role("button", name="Sudah dilihat").get_attribute("aria-pressed")
    assert pressed == "true"
    desk.keyboard.press("Escape")
    assert desk.locator("#panel").is_hidden()
    assert desk.evaluate("document.activeElement.id") == "tabel"


def test_nothing_read_becomes_html_anywhere(desk):
    assert desk.locator("#s-unit option").filter(has_text=ATTACK).count() == 1
    row(desk, "=1+1").click()
    assert ATTACK in desk.locator("#panel").inner_text()
    desk.get_by_role("tab", name="Rekap unit").click()
    assert ATTACK in desk.locator("#isi-rekap").inner_text()
    assert desk.locator("main img, main b[onclick]").count() == 0
    assert desk.evaluate("window.broken") is None


def test_a_csv_runs_no_formula_and_covers_personal_data(desk):
    forms, found = (table(saved(desk, name)) for name in ("CSV formulir", "CSV temuan"))
    assert [line["formulir"] for line in forms][-1] == "'=1+1"
    assert [line["unit_kerja"] for line in forms][-1] == ATTACK
    phone = [line for line in found if line["aturan"] == "DATA_PRIBADI"]
    assert phone
    assert not [line for line in found if "081234567890" in "".join(line.values())]
    assert {line["formulir"] for line in found} == {line["formulir"] for line in forms}


def test_a_workbook_holds_text_as_text(desk):
    book = openpyxl.load_workbook(io.BytesIO(saved(desk, "Unduh XLSX")))
    assert book.sheetnames == [
        "Ringkasan", "Formulir", "Temuan", "Rekap unit", "Menurut aturan", "Tidak terbaca",
    ]  # fmt: skip
    assert [cell.value for cell in book["Tidak terbaca"][2]][
        1
    ] == "<b onclick=1>!M3 (Tanggal dialog)"
    forms = list(book["Formulir"].iter_rows())
    assert [cell.value for cell in forms[0]][:3] == ["formulir", "berkas", "lembar"]
    last = forms[-1][0]
    assert (last.value, last.data_type, last.quotePrefix) == ("=1+1", "s", True)
    assert isinstance(forms[1][6].value, float | int)
    said = "".join(str(c.value) for sheet in book for line in sheet.iter_rows() for c in line)
    assert CRY not in said
    assert "081234567890" not in said


def test_copied_feedback_is_found_over_the_whole_file(page, tmp_path):
    """The three copies lie further apart than one request reaches."""
    text = "Laporan debit dikirim lengkap setiap pekan"
    forms = [{"id": f"F-{n}", "jenis": "konseling"} for n in range(1_010)]
    for at in (0, 505, 1_009):
        forms[at] = {"id": f"F-{at}", "pegawai": {"nama": f"Pegawai {at}"},
                     "umpan_balik": [{"ikon": "positif", "teks": text}]}  # fmt: skip
    path = tmp_path / "f.json"
    path.write_text(json.dumps(forms), "utf-8")
    review(page, path)
    page.get_by_label("Aturan").select_option("FEEDBACK_SALINAN")
    page.locator("#tampil").filter(has_text="3 dari 1.010 formulir").wait_for()
    row(page, "F-0").click()
    assert "kepada 2 pegawai lain" in page.locator("#panel").inner_text()


def test_what_is_shown_is_what_is_taken(desk):
    desk.get_by_label("Unit kerja", exact=True).select_option("Bagian Keuangan")
    assert [line["formulir"] for line in table(saved(desk, "CSV formulir"))] == ["BK-2"]


def test_the_recap_counts_and_leads_back_to_the_forms(desk):
    desk.get_by_role("tab", name="Rekap unit").click()
    recap = desk.locator("#isi-rekap")
    assert "Formulir diperiksa\n5" in recap.inner_text()
    trend = recap.get_by_role("img", name="Rata-rata skor per triwulan")
    assert "2025 TW 2 (1)" in (trend.get_attribute("aria-label") or "")
    recap.get_by_role("button", name="Bagian Keuangan").click()
    assert desk.locator("#tampil").inner_text() == "1 dari 5 formulir"


def test_the_four_criteria_come_from_the_service(desk, tmp_path):
    staff = tmp_path / "pegawai.csv"
    staff.write_text("NIP;Nama;Unit kerja;Predikat;Baru\n'1;Ayu;Bagian Arsip;butuh perbaikan;ya\n"
                     "'2;Budi;Bagian Arsip;baik;tidak\n", "utf-8")  # fmt: skip
    desk.get_by_role("tab", name="Rekap unit").click()
    desk.set_input_files("#pegawai", staff)
    with desk.expect_request("**/v1/recap") as asked:
        desk.get_by_role("button", name="Hitung empat kriteria").click()
    sent = [json.loads(line) for line in asked.value.post_data.splitlines()]
    assert sent[0]["pegawai"] == {"nip": "1", "nama": "Ayu", "unit_kerja": "Bagian Arsip",
                                  "predikat": "butuh_perbaikan", "baru": True}  # fmt: skip
    results = [line["hasil"] for line in sent[2:]]
    assert [one["triage"] for one in results] == ["none", "none", "rujukan", "none", "none"]
    assert results[0]["flawless"] is False
    desk.locator("#isi-kriteria table").wait_for(timeout=10_000)
    assert "dari 2 pegawai" in desk.locator("#isi-kriteria").inner_text()
    assert desk.locator("#isi-kriteria svg.ukur").count() >= 4
    desk.get_by_label("Cari").fill("BK-1")
    desk.get_by_text("Formulir yang tampil berubah; hitung lagi.").wait_for()
    assert desk.locator("#isi-kriteria table").count() == 0


@pytest.mark.parametrize(
    ("name", "body", "sentence"),
    [
        ("f.xls", b"x", "simpan sebagai .xlsx"),
        ("f.pdf", b"x", "Jenis berkas ini tidak dikenal"),
        ("f.xlsx", b"x", "bukan buku kerja .xlsx"),
        ("f.csv", b"warna,ukuran\nbiru,1", "Judul kolom tidak ditemukan"),
        ("f.json", b"{", "Tidak ada formulir yang dapat dibaca"),
    ],
)
def test_a_file_that_cannot_be_used_is_said_with_what_to_do(page, tmp_path, name, body, sentence):
    path = tmp_path / name
    path.write_bytes(body)
    page.goto("/meja")
    page.set_input_files("#berkas", path)
    page.locator("#galat").filter(has_text=sentence).wait_for(timeout=15_000)
    assert page.locator("#kerja").is_hidden()


def test_the_catalogue_is_searched_and_linked_by_rule(page):
    page.goto("/aturan#INDIKATOR_TIDAK_TERUKUR")
    assert page.locator("article:target h2").inner_text() == "Indikator belum terukur"
    page.get_by_label("Bagian").select_option("Indikator")
    assert page.locator("article:visible").count() == 2
    page.get_by_label("Tingkat").select_option("Catatan")
    page.get_by_text("Tidak ada aturan yang cocok.").wait_for()
    page.get_by_label("Bagian").select_option("")
    page.get_by_label("Tingkat").select_option("")
    page.get_by_label("Cari").fill("salah ketik ejaan")
    assert 1 <= page.locator("article:visible").count() <= 3
    page.emulate_media(media="print")
    assert page.locator("nav").is_hidden()
