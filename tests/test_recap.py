"""The recap: four criteria with numbers worked out by hand, and laws for any batch."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.finding import Finding, Jp, Review, Triage
from nlp.form import Dialog, Form, Pegawai, TindakLanjut, UmpanBalik
from nlp.recap import Recap, Row, Staff, row_of
from nlp.recap import recap as recap_rows
from nlp.recap.answer import Indikator, Kuantitas, Missing, Priority

TEXT = "Laporan debit dikirim lengkap setiap pekan"
ERROR = Finding("TOPIK_BUKAN_MASALAH", "/topik", None, None, "error", "", "", "3")


def review(score: float | None = 80.0, error: bool = False, level: str = "none") -> Review:
    return Review(
        None,
        score,
        None,
        {},
        (ERROR,) if error else (),
        Jp(False, 0, ()),
        Triage(level),  # type: ignore[arg-type]
    )


def form(nip: str | None, unit: str | None = None, done: str = "", **more: object) -> Form:
    """A form; ``done`` has one letter an indikator, x for a completed one."""
    steps = tuple(TindakLanjut("Menata arsip", "Daftar arsip", selesai=c == "x") for c in done)
    values: dict[str, object] = {
        "tahun": 2025,
        "triwulan": 3,
        "pegawai": Pegawai(nip=nip, unit_kerja=unit, unor="Sekretariat"),
        "tindak_lanjut": steps,
    }
    return Form(**{**values, **more})  # type: ignore[arg-type]


def made(*pairs: tuple[Form, Review], staff: tuple[Staff, ...] = ()) -> Recap:
    return recap_rows([row_of(*pair, n) for n, pair in enumerate(pairs, 1)], staff)


STAFF = (
    Staff(id="a1", unit_kerja="Arsip", unor="Sekretariat", predikat="butuh_perbaikan", baru=True),
    Staff(id="a2", unit_kerja="Arsip", unor="Sekretariat", predikat="sangat_kurang"),
    Staff(id="a3", unit_kerja="Arsip", unor="Sekretariat", predikat="baik"),
    Staff(id="a4", unit_kerja="Arsip", unor="Sekretariat", target_tinggi=True),
    Staff(id="k1", unit_kerja="Keuangan", unor="Sekretariat", baru=True, predikat="baik"),
    Staff(id="k2", unit_kerja="Keuangan", unor="Sekretariat"),
)
BATCH = (
    (form("a1", "Arsip", "xx", id="F1"), review(90.0)),
    (form("a1", "Arsip", "x.", id="F2", triwulan=4), review(60.0, error=True)),
    (form("a3", "Keuangan", "..", id="F3"), review(75.0)),  # its unit is the list's
    (form("k1", "Keuangan", "x", id="F4", tahun=2024), review(50.5, error=True)),
    (form("zz", "Keuangan", "", id="F5"), review(None)),  # not in the list, not scored
)


def test_the_four_criteria_of_a_unit() -> None:
    arsip, keuangan = made(*BATCH, staff=STAFF).unit_kerja
    assert arsip.name == "Arsip"
    assert arsip.kuantitas == Kuantitas(3, 2, 4, 2, 0.75, 0.5)
    assert (arsip.kualitas.scored, arsip.kualitas.mean) == (3, 75.0)
    assert (arsip.kualitas.flawless, arsip.kualitas.share) == (2, 0.6667)
    assert (arsip.prioritas.staff, arsip.prioritas.coached) == (3, 1)
    assert arsip.prioritas.kinds == (
        Priority("predikat", 2, 1),
        Priority("baru", 0, 0),
        Priority("target_tinggi", 1, 0),
    )
    assert arsip.indikator == Indikator(6, 3, 0.5)
    assert keuangan.kuantitas == Kuantitas(2, 2, 2, 1, 1.0, 0.5)
    assert (keuangan.kualitas.scored, keuangan.kualitas.mean) == (1, 50.5)
    assert keuangan.kualitas.share == 0.0
    assert keuangan.prioritas.share == 1.0


def test_the_unor_and_the_whole() -> None:
    found = made(*BATCH, staff=STAFF)
    assert [unit.name for unit in found.unor] == ["Sekretariat"]
    assert replace(found.unor[0], name=None) == found.total
    assert found.total.kuantitas == Kuantitas(5, 4, 6, 3, 0.8333, 0.5)
    assert found.total.kualitas.mean == 68.9  # (90 + 60 + 75 + 50.5) / 4 = 68.875
    assert found.unlisted == 1


def test_who_is_missing_comes_by_urgency_and_as_the_caller_calls_them() -> None:
    assert made(*BATCH, staff=STAFF).total.prioritas.missing == (
        Missing("a2", "predikat"),
        Missing("a4", "target_tinggi"),
        Missing("k2", "tahunan"),
    )


def test_the_worst_predikat_comes_first() -> None:
    staff = tuple(
        Staff(nip=nip, predikat=predikat, baru=nip == "5")
        for nip, predikat in [
            ("1", "butuh_perbaikan"), ("2", "kurang"), ("3", "sangat_kurang"), ("4", "sangat_baik"),
            ("5", "baik"), ("6", "kurang"),
        ]
    )  # fmt: skip
    missing = made(staff=staff).total.prioritas.missing
    assert [one.pegawai for one in missing] == ["3", "2", "6", "1", "5", "4"]


def test_without_a_staff_list_there_are_no_ratios_to_staff() -> None:
    total = made(*BATCH).total
    assert total.kuantitas == Kuantitas(5, 4, 0, 0, None, None)
    assert (total.prioritas.share, total.prioritas.missing) == (None, ())
    assert made().total.indikator == Indikator(0, 0, None)


@pytest.mark.parametrize(
    ("pegawai", "found"),
    [
        (Pegawai(nip="a1"), True),
        (Pegawai(nip="19870101 201012 1 001"), True),
        (Pegawai(nama="Putu Lestari"), True),
        (Pegawai(nama="putu  lestari"), True),
        (Pegawai(nama="Made Arta"), False),  # two of that name
        (Pegawai(nip="lain", nama="Putu Lestari"), False),
        (Pegawai(), False),
    ],
)
def test_a_form_belongs_to_the_employee_of_the_list(pegawai: Pegawai, found: bool) -> None:
    staff = (
        Staff(id="a1", nip="19870101 201012 1 001", nama="Putu Lestari"),
        Staff(id="a2", nama="Made Arta"),
        Staff(id="a3", nama="Made Arta"),
    )
    total = made((form(None, pegawai=pegawai), review()), staff=staff).total
    assert total.kuantitas.coached == found


def test_units_that_differ_in_capitals_and_blanks_are_one() -> None:
    pairs = [(form(str(n), name), review()) for n, name in enumerate(["Balai  Air", "BALAI AIR"])]
    assert [(u.name, u.kuantitas.forms) for u in made(*pairs).unit_kerja] == [("BALAI AIR", 2)]


def test_an_indikator_that_says_nothing_is_none() -> None:
    steps = (TindakLanjut("Menata", "-", selesai=True), TindakLanjut("Menata", "Daftar arsip"))
    assert made((form("1", tindak_lanjut=steps), review())).total.indikator == Indikator(1, 0, 0.0)


def test_the_trend_goes_by_quarter_and_what_is_undated_comes_last() -> None:
    found = made(*BATCH, (form("q", tahun=None, triwulan=None), review(10.0)))
    assert [(p.tahun, p.triwulan, p.forms, p.mean, p.share_flawless) for p in found.trend] == [
        (2024, 3, 1, 50.5, 0.0),
        (2025, 3, 3, 82.5, 1.0),
        (2025, 4, 1, 60.0, 0.0),
        (None, None, 1, 10.0, 1.0),
    ]


SAID = "Pencatatan debit di bendung hulu masih sering terlambat karena petugas bergantian"


@pytest.mark.parametrize(
    ("other", "exact"),
    [
        (form("1", topik=SAID), True),
        (form("1", topik=SAID.upper() + "."), True),
        (form("1", topik=f"{SAID} jaga"), False),
        (form("1", topik=SAID, umpan_balik=(UmpanBalik("positif", TEXT),)), True),
        (form("2", topik=SAID), None),
        (form("1", topik=SAID, triwulan=4), None),
        (form("1", topik="Peta jaringan irigasi belum diperbarui sejak 2019"), None),
    ],
)  # fmt: skip
def test_a_form_sent_twice_is_told(other: Form, exact: bool | None) -> None:
    first = (replace(form("1", topik=SAID), id="F1"), review())
    doubled = made(first, (replace(other, id="F2"), review())).duplicates
    told = [(each.forms, each.exact, each.tahun, each.triwulan) for each in doubled]
    assert told == ([] if exact is None else [(("F1", "F2"), exact, 2025, 3)])


def test_an_empty_form_is_no_duplicate_and_a_form_without_id_has_its_place() -> None:
    assert made((form("1"), review()), (form("1"), review())).duplicates == ()
    pair = (form("1", topik=SAID), review())
    assert made(pair, pair).duplicates[0].forms == ("formulir ke-1", "formulir ke-2")


def test_very_many_forms_of_one_person_are_compared_word_by_word_only() -> None:
    pairs = [(form("1", topik=f"{SAID} {n % 60}"), review()) for n in range(61)]
    assert [each.forms for each in made(*pairs).duplicates] == [("formulir ke-1", "formulir ke-61")]


def test_copied_feedback_is_told_in_full_and_by_unit() -> None:
    def told(nip: str, unit: str) -> tuple[Form, Review]:
        return form(nip, unit, id=f"F{nip}", umpan_balik=(UmpanBalik("positif", TEXT),)), review()

    two = made(told("1", "Arsip"), told("2", "Arsip"))
    assert two.copies == ()
    three = made(told("1", "Arsip"), told("2", "Arsip"), told("3", "Keuangan"))
    assert [(c.people, c.forms) for c in three.copies] == [(3, ("F1", "F2", "F3"))]
    assert [unit.kualitas.copied for unit in three.unit_kerja] == [2, 1]


@pytest.mark.parametrize(("people", "told"), [(0, None), (4, None), (5, 5), (6, 6)])
def test_counselling_is_a_number_and_only_where_it_reveals_nobody(
    people: int, told: int | None
) -> None:
    kinds = ["konseling", "rujukan"]
    pairs = [(form(str(n), jenis=kinds[n % 2], topik=SAID), review(None)) for n in range(people)]
    found = made(*pairs, *pairs)
    assert found.counselled == told
    assert (found.unit_kerja, found.duplicates, found.trend) == ((), (), ())


def test_counselling_does_not_count_as_bimbingan() -> None:
    found = made((form("a1", jenis="konseling"), review(None)), staff=STAFF)
    assert found.total.kuantitas == Kuantitas(0, 0, 6, 0, 0.0, 0.0)


def test_of_a_text_that_asks_for_help_no_trace_is_kept() -> None:
    told = form("1", topik=SAID, umpan_balik=(UmpanBalik("positif", TEXT),))
    row = row_of(told, review(None, level="rujukan"), 1)
    assert (row.said, row.feedback) == (None, ())


UNITS = st.sampled_from(["Arsip", "Keuangan", "Umum", None])
WORDS = st.sampled_from([SAID, f"{SAID} jaga", "Peta jaringan belum diperbarui", ""])
STAFFS = st.lists(
    st.builds(
        Staff,
        id=st.sampled_from("abcdefgh"),
        unit_kerja=UNITS,
        predikat=st.sampled_from(["baik", "kurang", "butuh_perbaikan", None]),
        baru=st.booleans(),
        target_tinggi=st.booleans(),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    made = []
    for number in range(draw(st.integers(0, 10))):
        given = form(
            draw(st.sampled_from("abcdefghij")),
            draw(UNITS),
            draw(st.text("x.", max_size=3)),
            id=f"F{number}",
            triwulan=draw(st.integers(1, 2)),
            topik=draw(WORDS),
            jenis=draw(st.sampled_from(["bimbingan", "bimbingan", "konseling"])),
            dialog=Dialog(catatan=draw(WORDS)),
            umpan_balik=(UmpanBalik("positif", draw(st.sampled_from([TEXT, SAID, "OK"]))),),
        )
        score = draw(st.none() | st.floats(0, 100).map(lambda value: round(value, 1)))
        made.append(row_of(given, review(score, draw(st.booleans())), number))
    return made


def unordered(found: Recap) -> Recap:
    def names(groups: tuple, key: str = "forms") -> tuple:  # type: ignore[type-arg]
        return tuple(sorted(
            (replace(group, forms=tuple(sorted(group.forms))) for group in groups), key=repr
        ))  # fmt: skip

    return replace(found, duplicates=names(found.duplicates), copies=names(found.copies))


@settings(deadline=None, max_examples=60)
@given(rows(), STAFFS, st.randoms(use_true_random=False))
def test_the_order_of_forms_and_staff_changes_nothing(batch, staff, random) -> None:  # type: ignore[no-untyped-def]
    mixed, others = random.sample(batch, len(batch)), random.sample(staff, len(staff))
    assert unordered(recap_rows(mixed, others)) == unordered(recap_rows(batch, staff))


@settings(deadline=None, max_examples=60)
@given(rows(), STAFFS)
def test_units_merged_add_up(batch, staff) -> None:  # type: ignore[no-untyped-def]
    def counts(units) -> Counter[str]:  # type: ignore[no-untyped-def]
        found: Counter[str] = Counter()
        for unit in units:
            for part in (unit.kuantitas, unit.kualitas, unit.prioritas, unit.indikator):
                for name in ("forms", "staff", "coached", "scored", "flawless", "copied", "total",
                             "completed"):  # fmt: skip
                    found[f"{type(part).__name__} {name}"] += getattr(part, name, 0)
            found["missing"] += len(unit.prioritas.missing)
        return found

    one = [replace(row, unit_kerja="Satu") for row in batch]
    merged = recap_rows(one, [replace(each, unit_kerja="Satu") for each in staff])
    apart = recap_rows(batch, staff)
    assert len(merged.unit_kerja) <= 1
    assert counts(merged.unit_kerja) == counts(apart.unit_kerja) == counts([apart.total])
    assert merged.total == apart.total
