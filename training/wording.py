"""Whether a text is written as a model should be: formal, whole, without names of places.

This looks at writing alone; what a text says is judged by gold labels and rules. Deliberately
strict: a good text left out costs nothing, a poor one shown as a model does.
"""

from nlp.morphology import analyse
from nlp.positive import ModelField
from nlp.text import Text
from nlp.text.lexicon import vocabulary
from nlp.text.word import Word

_WORDS = range(4, 26)
_LEAST_FEEDBACK = 6
_ACRONYMS = 3
_LEAST_WORD = 5
_PREPOSITIONS = frozenset(("di", "ke"))
# Short forms that official letters use as words.
_OFFICIAL = frozenset(("satker", "bimtek", "pemda"))
_SIGNS = frozenset("\"'“”‘’!?…—–~*/\\[]{}=<>≥≤+&#@_|")
# Everyday speech, endearments, exclamations and the writer's own person.
_SPOKEN = frozenset(
    (
        "bikin biar cuma cuman aja gitu begitu banget sih deh dong kok tuh nih lho loh yah teh "
        "mah kang dek mas mbak bu pak ibu bapak bang abang akang kakak adik dik neng sampeyan kau "
        "kamu anda panjenengan saya kami aku kita kelar tembus macet gede bolong molor mepet "
        "telat mulus jempol sip oke mantap keren cakep apik salut alhamdulillah astagfirullah "
        "insya allah masya monggo nuwun matur nggih tak gak ogah malas bosan bandel ngeyel jitu "
        "pakai habis dulu lagi terus sama punya kayak udah sekali saja ulah kasih elok eloknya "
        "sudi kiranya jerih payah haturkan titik bilang kata kalau suka senang puas remen tinggal "
        "contekan buntu seret raib ngadat mandek nyangkut nyaris antre copot mogok kabur "
        "berkontrak seandainya berkenan zalim mudah-mudahan semoga zoom ketahuan keburu "
        "kebanyakan kelewat jelek ribut ramai"
    ).split()
)
# A superior's own words may be warmer.
_WARM = frozenset(("saya", "kami", "kasih", "sekali", "lagi"))
# Steps open with what is done: an active verb or the noun of it.
_ACTIVE = frozenset(("me", "ber", "memper"))
_NO_STEPS = frozenset("tingkat perintah tugas usaha upaya".split())


def reads_well(field: ModelField, text: Text) -> bool:
    """Whether the writing of an analysed text may stand as a model of this field."""
    words = [word for word in text.words if word.norm[0].isalnum()]
    least = _LEAST_FEEDBACK if field == "umpan_balik" else _WORDS.start
    if not least <= len(text.raw.split()) < _WORDS.stop or _SIGNS & set(text.raw):
        return False
    if not text.raw[0].isupper() or sum(map(_is_acronym, text.raw.split())) > _ACRONYMS:
        return False
    if field == "rtl" and not _opens_with_an_act(words[0]):
        return False
    spoken = _SPOKEN - _WARM if field == "umpan_balik" else _SPOKEN
    if any(word.norm in spoken for word in words):
        return False
    odd = [
        i for i, word in enumerate(text.words) if word.norm[0].isalpha() and not _is_formal(text, i)
    ]
    # An end state is that of one thing, and such things have names.
    return not odd or (field == "hasil" and len(odd) == 1 and _is_name(text, odd[0]))


def _is_formal(text: Text, i: int) -> bool:
    """Whether a word is a known one in ordinary spelling, or an acronym."""
    word = text.words[i]
    raw = text.quote(i, i)
    if raw.lower() != word.norm and raw.lower() not in _OFFICIAL:
        return False
    opens = i == 0 or text.words[i - 1].norm == "."
    if _is_acronym(raw):
        return not opens or len(raw) < 6
    if raw[1:] != raw[1:].lower():
        return False
    if raw[0].isupper() and not opens:
        return analyse(word.norm).known
    # Short entries of the tables are acronyms, and those are written in capitals.
    listed = len(raw) >= _LEAST_WORD and word.norm in vocabulary()
    return listed or word.morph.known or word.norm in _PREPOSITIONS


def _is_name(text: Text, i: int) -> bool:
    """Whether a word is a name after another capitalised word: "Jembatan Katingan"."""
    raw, before = text.quote(i, i), text.quote(i - 1, i - 1) if i else ""
    return (
        raw.isalpha() and raw.istitle() and before.istitle() and raw.lower() == text.words[i].norm
    )


def _is_acronym(raw: str) -> bool:
    letters = raw.strip(".,")
    return len(letters) > 1 and letters.isupper()


def _opens_with_an_act(word: Word) -> bool:
    morph = word.morph
    if morph.root in _NO_STEPS:
        return False
    return morph.prefix in _ACTIVE or (morph.prefix in ("pe", "per") and morph.suffix == "an")
