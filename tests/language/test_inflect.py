"""The forms of office verbs as KBBI and EYD V write them.

``inflections.tsv`` was written by hand before the generator: base, active, passive, noun of the
deed, state as a noun; ``-`` where the language has no such form.
"""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.morphology import active, analyse, attained, nominal, passive, verb_of, with_ber
from nlp.morphology.inflect import VERBS


def attainment(base: str) -> str | None:
    state = attained(base)
    return state and f"{state}nya"


COLUMNS = {"active": active, "passive": passive, "noun": nominal, "attainment": attainment}
with Path(__file__).with_name("inflections.tsv").open(encoding="utf-8") as file:
    ROWS = list(csv.DictReader(file, delimiter="\t"))

# Forms that are right but that analyse() does not lead back to the root: it reads no pemr-, no
# ter- before per- or ber-, few compounds, and prefers a commoner or longer root.
UNREAD = frozenset(
    (
        "pemrosesan pemrioritasan pemrograman pemertahanan penglihatan pengejaran mengelap "
        "pengelapan terberdayakan terperbaiki terperbarui permulaan memperagakan diperagakan "
        "berangkatnya keberangkatan dimengerti menyebarluaskan disebarluaskan tersebarluaskan "
        "penyebarluasan mengujicobakan diujicobakan terujicobakan pengujicobaan"
    ).split()
)
# Bases of which analyse() knows the forms better than the base.
ROOTS_OF = {
    "ketahui": "tahu", "adakan": "ada", "surati": "surat", "sahkan": "sah", "alami": "alam",
    "peragakan": "raga",
}  # fmt: skip


def test_the_table_and_the_verb_list_hold_the_same_verbs() -> None:
    assert sorted(row["base"] for row in ROWS) == sorted(VERBS)
    assert len(ROWS) >= 450


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["base"])
def test_every_verb_has_the_forms_of_the_table(row: dict[str, str]) -> None:
    built = {name: form(row["base"]) or "-" for name, form in COLUMNS.items()}
    assert built == {name: row[name] for name in COLUMNS}


def root_of(base: str) -> str:
    return ROOTS_OF.get(base) or analyse(base.replace(" ", "")).root


@pytest.mark.parametrize("base", VERBS)
def test_every_form_is_taken_apart_to_the_root_it_was_built_from(base: str) -> None:
    forms = [form(base) for form in (*COLUMNS.values(), attained)]
    closed = {form.replace(" ", "") for form in forms if form}
    read = {word for word in closed if not UNREAD & {word, word.removesuffix("nya")}}
    assert {analyse(word).root for word in read} <= {root_of(base)}


@pytest.mark.parametrize("word", sorted(UNREAD))
def test_what_is_listed_as_unread_is_unread(word: str) -> None:
    found = verb_of(word)
    assert found is not None
    assert analyse(word).root != root_of(found[0])


@pytest.mark.parametrize("base", VERBS)
def test_every_form_finds_its_verb_or_a_sister_that_shares_it(base: str) -> None:
    voices = {"active": active, "passive": passive, "attained": attained, "noun": nominal}
    for form in voices.values():
        word = form(base)
        if word:
            verb, voice = verb_of(word) or ("", "")
            assert voices[voice](verb) == word


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("menyusun", ("susun", "active")),
        ("disusun", ("susun", "passive")),
        ("tersusunnya", ("susun", "attained")),
        ("penyusunannya", ("susun", "noun")),
        ("susunlah", ("susun", "command")),
        ("mengirimkannya", ("kirimkan", "active")),
        ("tindak lanjut", ("tindak lanjuti", "noun")),
        ("kerja sama", ("bekerja sama", "noun")),
        ("koordinasi", ("berkoordinasi", "noun")),
        ("evaluasi", ("evaluasi", "noun")),
        ("hadir", ("hadir", "active")),
        # Verbs in no list are read off the word.
        ("mengasah", ("asah", "active")),
        ("diasah", ("asah", "passive")),
        ("memperindah", ("perindah", "active")),
        ("dipersatukan", ("persatukan", "passive")),
        ("bersertifikat", ("bersertifikat", "active")),
        # No verbs.
        ("laporan", None),
        ("dokumen", None),
        ("pengasahan", None),
        ("terbaik", None),
        ("mengenai", None),
        ("bersama", None),
        ("", None),
    ],
)
def test_a_word_finds_its_verb(word: str, verb: tuple[str, str] | None) -> None:
    assert verb_of(word) == verb


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        # Verbs in no list follow the rules.
        ("asah", "mengasah diasah pengasahan terasahnya"),
        ("pahat", "memahat dipahat pemahatan terpahatnya"),
        ("tenun", "menenun ditenun penenunan tertenunnya"),
        ("kupas", "mengupas dikupas pengupasan terkupasnya"),
        ("sapu", "menyapu disapu penyapuan tersapunya"),
        ("las", "mengelas dilas pengelasan terlasnya"),
        ("cor", "mengecor dicor pengecoran tercornya"),
        ("konservasi", "mengonservasi dikonservasi konservasi terkonservasinya"),
        ("stabilkan", "menstabilkan distabilkan penstabilan terstabilkannya"),
        ("klik", "mengeklik diklik pengeklikan terkliknya"),
        ("zonasikan", "menzonasikan dizonasikan zonasi terzonasikannya"),
        ("perindah", "memperindah diperindah perindahan -"),
        ("melapor", "melapor - - -"),
        ("berinvestasi", "berinvestasi - - -"),
    ],
)
def test_a_verb_in_no_list_is_regular(base: str, forms: str) -> None:
    assert base not in VERBS
    built = (active(base), passive(base), nominal(base), attainment(base))
    assert " ".join(form or "-" for form in built) == forms


@pytest.mark.parametrize(
    ("root", "word"),
    [
        ("koordinasi", "berkoordinasi"),
        ("kerja", "bekerja"),
        ("kerja sama", "bekerja sama"),
        ("ajar", "belajar"),
        ("rencana", "berencana"),
        ("runding", "berunding"),
        ("serta", "beserta"),
        ("sertifikat", "bersertifikat"),
        ("upaya", "berupaya"),
    ],
)
def test_ber_loses_its_r(root: str, word: str) -> None:
    assert with_ber(root) == word


@pytest.mark.parametrize(
    "base", [base for base in VERBS if analyse(base).prefix == "ber" and not passive(base)]
)
def test_ber_builds_the_listed_verbs(base: str) -> None:
    assert with_ber(analyse(base).root) == base


@given(st.text(max_size=20))
def test_no_word_stops_the_builder(word: str) -> None:
    for form in (active, passive, attained, nominal, verb_of, with_ber):
        form(word)
