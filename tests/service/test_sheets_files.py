"""Files as they arrive: encodings, delimiters, locked, old, broken, empty, and far too tall."""

import time

import openpyxl
import pytest

from service.sheets.table import Unreadable
from tests.service.test_sheets_read import BASIC, faults, forms, items

CSV = 'NIP;Topik;RTL;"Indikator"\r\n1;"Data; é – ""a""\nbaris dua";r;i\r\n'


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_is_read_in_any_usual_encoding_and_delimiter(tmp_path, encoding, delimiter):
    path = tmp_path / "f.csv"
    text = CSV.replace(";", delimiter).replace(f"Data{delimiter}", "Data;")
    path.write_bytes(text.encode(encoding))
    [form] = forms(items(path))
    assert form["topik"] == 'Data; é – "a"\nbaris dua'
    assert form["pegawai"] == {"nip": "1"}


def test_rows_a_csv_file_breaks_are_named(tmp_path):
    path = tmp_path / "f.csv"
    path.write_text('sep=,\nTopik,RTL\na,b\nc,d,e\nf,g\nh,"i\nj,k\n')
    found = items(path)
    assert [form["topik"] for form in forms(found)] == ["a", "f"]
    assert [place for place, _ in faults(found)] == ["baris 4", "baris 6"]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04rusak", "rusak"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "terkunci kata sandi"),
        (OLE + "Workbook".encode("utf-16-le"), r"format lama \(\.xls\)"),
        (b"\xef\xbb\xbf\n<html><table>", "halaman web"),
    ],
)
def test_a_broken_workbook_is_told_with_what_to_do(tmp_path, content, reason):
    (tmp_path / "f.xlsx").write_bytes(content)
    with pytest.raises(Unreadable, match=rf"{reason}.*simpan sebagai \.xlsx"):
        items(tmp_path / "f.xlsx")


@pytest.mark.parametrize(("name", "content"), [("f.xlsx", b""), ("f.csv", b""), ("f.csv", b"\n\n")])
def test_an_empty_file_is_called_empty(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unreadable, match="kosong"):
        items(tmp_path / name)


def test_a_sheet_formatted_far_below_its_forms_is_read_quickly(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(BASIC)
    book.active.append(["1", "t", "r", "i"])
    book.active.cell(200_000, 1).number_format = "0"
    book.save(tmp_path / "f.xlsx")
    begun = time.monotonic()
    assert len(forms(items(tmp_path / "f.xlsx"))) == 1
    assert time.monotonic() - begun < 6
