"""What holds of the analysis of any text."""

from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nlp.features import FIELD_TASKS, Context, signs
from nlp.morphology import analyse
from nlp.text import Text, analyse_text, load_pipeline
from nlp.text.lexicon import CAPITALS, vocabulary

PIPELINE = load_pipeline()

_ANY = st.text(st.characters(exclude_categories=("Cs",)), max_size=80)
_LANGUAGE = st.lists(
    st.one_of(
        st.sampled_from(sorted(vocabulary())),
        st.sampled_from(
            "di ke oleh yang dan tidak belum telah tanpa karena untuk , . ; ( ) % - – / Rp 1 2 25 "
            "2025 5-7 1/2 ½ 3x 09.00 ke-3 dua puluh ratus juta kali hari jam tanggal mei "
            "triwulan iii pukul setiap minimal paling lambat saya kami 😀 \n nya".split(" ")
        ),
        _ANY,
    ),
    max_size=14,
).map(" ".join)
_TEXTS = st.one_of(_ANY, _LANGUAGE)


def analysis(raw: str) -> Text:
    with PIPELINE.memory_zone():
        return analyse_text(PIPELINE, raw)


@settings(max_examples=400)
@given(_TEXTS)
def test_offsets_lie_inside_the_text_in_order_and_hold_something(raw: str) -> None:
    words = analysis(raw).words
    for word in words:
        assert 0 <= word.start < word.end <= len(raw)
        assert raw[word.start : word.end].strip()
        assert word.norm
    assert [word.start for word in words] == sorted(word.start for word in words)


@settings(max_examples=300)
@given(_TEXTS)
def test_nothing_but_white_space_is_left_out(raw: str) -> None:
    covered: set[int] = set()
    for word in analysis(raw).words:
        covered.update(range(word.start, word.end))
    assert all(i in covered for i, character in enumerate(raw) if not character.isspace())


@settings(max_examples=300)
@given(_TEXTS)
def test_clauses_cover_every_word_once(raw: str) -> None:
    text = analysis(raw)
    covered = [i for clause in text.clauses for i in range(clause.first, clause.last + 1)]
    assert covered == list(range(len(text.words)))
    for clause in text.clauses:
        assert clause.predicate == -1 or clause.first <= clause.predicate <= clause.last


@settings(max_examples=300)
@given(_TEXTS)
def test_marks_quantities_agents_and_negators_point_at_words(raw: str) -> None:
    text = analysis(raw)
    size = len(text.words)
    for found in (*text.marks, *text.quantities, *text.agents):
        assert 0 <= found.first <= found.last < size
    assert len(text.negated) == size
    assert all(-1 <= negator < i for i, negator in enumerate(text.negated))
    ends = [(quantity.first, quantity.last) for quantity in text.quantities]
    assert all(before[1] < after[0] for before, after in pairwise(ends))
    assert all(0 <= agent.clause < len(text.clauses) for agent in text.agents)


@settings(max_examples=100)
@given(_TEXTS)
def test_the_same_text_gives_the_same_analysis(raw: str) -> None:
    assert analysis(raw) == analysis(raw)


@settings(max_examples=100)
@given(_LANGUAGE)
def test_capitals_change_no_class(raw: str) -> None:
    lower, upper = raw.lower(), raw.lower().upper()
    assume(upper.lower() == lower and not any(word in upper for word in CAPITALS))
    assert {m.kind for m in analysis(lower).marks} == {m.kind for m in analysis(upper).marks}


@settings(max_examples=300)
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=20))
def test_any_word_can_be_taken_apart(word: str) -> None:
    morph = analyse(word.lower())
    assert morph == analyse(word.lower())
    assert morph.root or not word


@given(_TEXTS)
def test_the_tasks_of_one_field_read_the_same_signs(raw: str) -> None:
    text = analysis(raw)
    for tasks in FIELD_TASKS.values():
        read = [signs(task, text, Context(2025, 3)) for task in tasks.values()]
        assert all(one == read[0] for one in read)
