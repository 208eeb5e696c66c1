"""Why a faultless text is good, as one Indonesian sentence made of what it says itself."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from nlp.features import Context, signs
from nlp.morphology import listed
from nlp.positive import ModelField
from nlp.text import Text

_MEASURES = {
    "bukti": "bukti",
    "besaran": "besaran",
    "jejak": "keadaan yang dapat diperiksa",
    "nihil": "ketiadaan yang dapat dihitung",
}
_ENDS = {
    "topik": "bukan sekadar nama kegiatan",
    "hasil": "sehingga keadaan akhirnya dapat dikenali",
    "rtl": "sehingga dapat dijadwalkan",
    "indikator": "sehingga orang lain dapat memastikan tercapai atau belum",
}
# A quoted phrase ends before these, so that it never hangs in the air.
_BREAKS = frozenset(
    (
        "yang dan atau serta di ke dari untuk dengan pada dalam oleh agar supaya karena sebab "
        "lantaran akibat kepada tentang seputar soal bagi sebagai lalu kemudian namun tetapi "
        "sehingga hingga sampai sebelum sesudah setelah saat ketika melalui lewat via beserta "
        "berikut secara tiap setiap per paling antara terhadap sejak selama bila jika padahal "
        "meskipun walaupun sedangkan menjadi jadi bersama itu ini"
    ).split()
)
_LIMITS = frozenset("paling lambat sebelum akhir awal tanggal minggu pertama kedua pekan".split())
# Named like a gap, but the name of a remedy or of somebody's office.
_NO_GAPS = frozenset("tingkat baik perlu risiko rencana banjir".split())
_STATES = frozenset(("lengkap", "masuk", "tayang"))
_MOST_QUOTES, _MOST_WORDS, _ACT_WORDS = 2, 5, 7
_SEGMENT = range(3, 16)
# A model says what to do, not what not to do; and cheering is no praise.
_NO_MODEL = frozenset(("jangan", "semangat"))


class _Quote(NamedTuple):
    """The words ``[first, last]`` of a text, both included."""

    first: int
    last: int


def worth(field: ModelField, text: Text, gold: dict[str, str]) -> str:
    """Why the text is a good one of its field.

    In: the field, the analysed text and its gold labels. Out: a sentence that quotes the text for
    each thing it claims; "" where nothing can be quoted, and such a text makes no model.
    """
    if field == "umpan_balik":
        return _feedback(text, gold)
    if field == "topik":
        said = _told(text, {"kesenjangan": _gaps(text)})
    elif field == "rtl":
        act = _phrase(text, 0, 0, _ACT_WORDS)
        if act.first == act.last:
            return ""
        said = _told(text, {"tindakan pegawai sendiri": [act], "waktu": _times(text)})
    else:
        named = {name: list(_signs(text, sign)) for sign, name in _MEASURES.items()}
        if not any(named.values()):
            return ""
        said = _told(text, {**named, "waktu": _times(text)})
    return f"Menyebut {listed(said)}, {_ENDS[field]}." if said else ""


def _feedback(text: Text, gold: dict[str, str]) -> str:
    praise = [q for q in _segments(text, ("puji", "kritik_batal")) if not _asks(text, q)]
    if gold["sentimen"] == "positif":
        said = _told(text, {"hal yang tampak": praise})
        return f"Memuji {listed(said)}, bukan sifat tanpa wujud." if said else ""
    asked = list(_segments(text, ("minta",)))
    good = praise if gold["sentimen"] == "campuran" else []
    said = _told(text, {"perbaikan yang diminta": asked, "hal yang sudah baik": good})
    return f"Menyebut {listed(said)}, sehingga jelas apa yang diharapkan." if asked else ""


def _asks(text: Text, quote: _Quote) -> bool:
    """Whether a stretch asks for something, so that a good word in it is no praise."""
    opening = text.words[quote.first].morph
    if not opening.prefix and opening.suffix in ("kan", "i"):
        return True
    return any(quote.first <= mark.first <= quote.last for mark in text.find("minta"))


def _gaps(text: Text) -> Iterator[_Quote]:
    for sign in signs("masalah", text, Context()):
        known = sign.name in ("masalah", "terbuka") and sign.first >= 0
        if known and text.words[sign.first].morph.root not in _NO_GAPS:
            gap = _phrase(text, sign.first, sign.last, _MOST_WORDS)
            yield gap if gap.last > gap.first else _widened(text, gap.first)


def _signs(text: Text, name: str) -> Iterator[_Quote]:
    """The passages that carry one sign of a measure; numbers with what they count."""
    for sign in signs("terukur", text, Context()):
        if sign.name != name:
            continue
        word = text.words[sign.first]
        before = text.words[sign.first - 1].norm if sign.first else ""
        is_state = word.lex.verb or word.morph.prefix == "ter" or word.norm in _STATES
        quote = text.quote(sign.first, sign.last)
        # "Pos Duga Air Barabai" is a name, whatever its first word says.
        if name == "bukti" and sign.first and quote.istitle():
            continue
        if name == "jejak" and (not is_state or before == "yang" or word.norm == "aktif"):
            continue
        if name == "nihil":
            yield _phrase(text, sign.first, sign.last, _MOST_WORDS)
        elif name == "besaran":
            if before == "tanggal":
                continue
            yield from _counted(text, sign.first, sign.last)
        else:
            yield _Quote(sign.first, sign.last)


def _counted(text: Text, first: int, last: int) -> Iterator[_Quote]:
    """A number with up to two words of what it counts; none where it counts nothing."""
    for _ in range(2):
        after = text.words[last + 1] if last + 1 < len(text.words) else None
        if after is None or not after.norm[0].isalpha() or after.norm in _BREAKS or after.lex.verb:
            break
        last += 1
    if not text.quote(first, last).isdigit():
        yield _Quote(first, last)


def _times(text: Text) -> Iterator[_Quote]:
    """When: dates and rhythms, with the limit that stands before them."""
    for quantity in text.quantities:
        if quantity.kind == "frequency" or (quantity.kind == "date" and quantity.unit != "jam"):
            first = quantity.first
            while first and text.words[first - 1].norm in _LIMITS:
                first -= 1
            yield _Quote(first, quantity.last)


def _segments(text: Text, names: tuple[str, ...]) -> Iterator[_Quote]:
    """The stretches between punctuation that carry a sign, where they are whole but not long."""
    for sign in signs("sentimen", text, Context()):
        if sign.name not in names or sign.first < 0:
            continue
        first, last = sign.first, sign.last
        while first and text.words[first - 1].norm[0].isalnum():
            first -= 1
        while last + 1 < len(text.words) and text.words[last + 1].norm[0].isalnum():
            last += 1
        said = {word.norm for word in text.words[first : last + 1]}
        if last - first + 1 in _SEGMENT and not said & _NO_MODEL:
            yield _Quote(first, last)


def _phrase(text: Text, first: int, last: int, most: int) -> _Quote:
    """The words from ``first`` on, at most ``most``, up to a mark or a word that opens a phrase."""
    while last + 1 < len(text.words) and last - first + 1 < most:
        word = text.words[last + 1].norm
        if word in _BREAKS or not word[0].isalnum():
            break
        last += 1
    return _Quote(first, last)


def _widened(text: Text, i: int) -> _Quote:
    """One word that says little alone, with up to three words after it, or else before it."""
    first = last = i
    while last + 1 < len(text.words) and last - i < 3 and text.words[last + 1].norm[0].isalnum():
        last += 1
    while last > i and text.words[last].norm in _BREAKS:
        last -= 1
    while last == i and first and i - first < 3 and text.words[first - 1].norm[0].isalnum():
        first -= 1
    return _Quote(first, last)


def _told(text: Text, named: dict[str, Iterable[_Quote]]) -> list[str]:
    """What a sentence lists: each name with its quotes; no word of the text is quoted twice."""
    taken: set[int] = set()
    said = []
    for name, quotes in named.items():
        kept: list[str] = []
        for quote in quotes:
            words = set(range(quote.first, quote.last + 1))
            shown = f"“{text.quote(quote.first, quote.last)}”"
            if len(kept) < _MOST_QUOTES and not words & taken and shown not in kept:
                taken |= words
                kept.append(shown)
        if kept:
            said.append(f"{name} {listed(kept)}")
    return said
