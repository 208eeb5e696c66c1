"""What is personal data in free text, and what only looks like it."""

import pytest

from nlp.personal import mask, personal_data


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("NIP 198003152005011002 belum aktif", "NIP [NIP] belum aktif"),
        ("NIP. 19800315 200501 2 002", "NIP. [NIP]"),
        ("nip:198003152005011002,", "nip:[NIP],"),
        ("NIK 3404011507800003", "NIK [NIK]"),
        ("NIK ibu 3404015507800003", "NIK ibu [NIK]"),  # 15 plus 40
        ("340401 150780 0003", "[NIK]"),
        ("hp 081234567890", "hp [nomor telepon]"),
        ("hp: 0812-3456-7890.", "hp: [nomor telepon]."),
        ("WA 0812 345 678", "WA [nomor telepon]"),
        ("+6281234567890", "[nomor telepon]"),
        ("+62 812-3456-7890", "[nomor telepon]"),
        ("kantor (021) 7221234", "kantor [nomor telepon]"),
        ("kantor 021-7221234", "kantor [nomor telepon]"),
        ("kirim ke a.b+c@pu.contoh.go.id.", "kirim ke [surel]."),
        (
            "0812-3456-7890 / budi@contoh.id / 198003152005011002",
            "[nomor telepon] / [surel] / [NIP]",
        ),
        ("😀 081234567890 😀", "😀 [nomor telepon] 😀"),
    ],
)  # fmt: skip
def test_masked(text: str, masked: str) -> None:
    assert mask(text) == masked
    assert personal_data(masked) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Surat Nomor HK.02.03/PPK/2025/0812",
        "SK 081234567890/KPTS/M/2025",
        "NIP 198013152005011002",  # no thirteenth month
        "NIP 198003452005011002",  # no forty-fifth day
        "NIP 198003152005131002",  # no thirteenth month of appointment
        "NIP 198003152005013002",  # sex is 1 or 2
        "NIP 200503151980011002",  # appointed before birth
        "NIK 3404013215800003",  # no thirty-second day, no fifteenth month
        "rekening 3404011507800003",
        "kontrak nomor 3404011507800003",
        "Akun 5221.001.052.0A.524111",
        "MAK 033.05.5221.001.052.0A.524111",
        "-7.797068, 110.370529",
        "Rp812.345.678.900",
        "Rp 0812345678",
        "tanggal 08.12.2025 pukul 08.30",
        "08-12-2025",
        "2019, 2020, 2021, 2022, 2023, 2024",
        "20250710 202507 10",
        "volume 628123456 m3",
        "follow @balai_air",
        "08.00-16.00 dan 13.00-15.30",
        "ISBN 978-602-8519-93-9",
    ],
)
def test_near_misses_stay(text: str) -> None:
    assert mask(text) == text


def test_the_offsets_are_code_points_of_the_text_as_sent() -> None:
    text = "😀 hubungi 081234567890 atau a@contoh.id"
    assert [(one.kind, text[one.start : one.end]) for one in personal_data(text)] == [
        ("nomor telepon", "081234567890"),
        ("surel", "a@contoh.id"),
    ]
