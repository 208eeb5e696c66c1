"""Pieces of the employee's own sentence, ready to stand in another one."""

import re

from nlp.morphology import analyse, undoubled
from nlp.text import Text
from nlp.text.lexicon import vocabulary
from nlp.text.quantity import MONTHS
from nlp.text.spelling import misspellings

_EDGE = frozenset(
    (
        "terhadap tentang mengenai akan dalam atas kepada bagi untuk di pada ke dari dengan yang "
        "dan serta agar bahwa oleh secara lebih makin semakin telah sudah"
    ).split()
)
# What is said to somebody, or leads on to what has been cut off, closes no phrase.
_TAIL = _EDGE | frozenset(
    "ya pak bu saling lah dong sih nih deh kok kak mbak seperti per sebesar sebanyak nya".split()
)
_CLOSERS = {")": "(", "]": "[", "}": "{", "”": "“", "’": "‘", '"': '"', "'": "'"}
_OPENERS = {opener: closer for closer, opener in _CLOSERS.items()}
# Heads of names: "Kepala Balai" keeps its capitals, "Mencatat Debit" does not.
_TITLES = frozenset(
    (
        "kepala direktur direktorat bagian biro balai bidang seksi subbagian sekretaris "
        "sekretariat dinas badan menteri pusat bank pemerintah pemda komisi inspektorat kantor bag "
        "kementerian bapak ibu pak bu kelompok unit universitas"
    ).split()
)
_ROMAN = frozenset("I II III IV V VI VII VIII IX X".split())
_ACRONYMS = frozenset(
    (
        "sop sk skp bmn dipa rka kak sakti ikpa ppk bpk bpkp lhp lkjip bast rup asn pns cpns pppk "
        "tik sipd bkn lan lpse pupr pu opd pos ipal spam ojt rab dpt pip awlr gis siasn simpeg "
        "upt pok"
    ).split()
)
# What keeps a capital wherever it stands (EYD V, I.A): months, days, feasts, the person spoken to.
_CALENDAR = frozenset(MONTHS) | frozenset(
    "senin selasa rabu kamis jumat sabtu minggu ramadan lebaran natal idulfitri saudara".split()
)
_SHORT, _ACRONYM = 5, 4
_TIME_WORDS = frozenset(
    "sebelum sampai hingga pada tanggal bulan per akhir awal pertengahan selambat-lambatnya "
    "selambatnya".split()
)
_PART_OF_MONTH = frozenset(("tanggal", "akhir", "awal", "pertengahan"))
# A date behind these is when something else took place.
_AFTER = frozenset("setelah sesudah sejak semenjak pasca usai mulai".split())
_MARKS = frozenset(".,;:!?-–—…()[]\"'“”•*")


def written(text: Text, first: int, last: int) -> str:
    """Words ``first..last`` behind a word of one's own: prepositions at their head stay."""
    phrase = piece(text, first, last)
    if phrase and first <= last and text.words[first].norm in _EDGE - {"yang", "lebih", "dan"}:
        return f"{text.words[first].norm} {phrase}"
    return phrase


def piece(text: Text, first: int, last: int) -> str:
    """Words ``first..last`` as written, without dangling prepositions and marks at the edges.

    What opened the sentence loses its capital, as it stands inside another one now; names and
    abbreviations further on keep theirs. Empty when nothing is left.
    """
    while first <= last and text.words[first].norm in _EDGE | _MARKS:
        if text.words[first].norm in _OPENERS and _closed(text, first, last):
            break
        first += 1
    while last >= first and text.words[last].norm in _TAIL | _MARKS:
        if text.words[last].norm in _CLOSERS and _opened(text, first, last):
            break
        last -= 1
    if first > last:
        return ""
    phrase = text.quote(first, last)
    return lowered(phrase, text.raw) if first == 0 or _shouted(text.raw) else phrase


def _closed(text: Text, first: int, last: int) -> bool:
    """Whether the opening mark at ``first`` has its closing one inside the piece."""
    closer = _OPENERS[text.words[first].norm]
    return any(word.norm == closer for word in text.words[first + 1 : last + 1])


def _opened(text: Text, first: int, last: int) -> bool:
    """Whether the closing mark at ``last`` has its opening one inside the piece."""
    openers = _CLOSERS[text.words[last].norm]
    return any(word.norm in openers for word in text.words[first:last])


def lowered(phrase: str, raw: str) -> str:
    """The phrase as it stands inside a sentence: capitals of the opening or of all are lowered.

    A name keeps its capital, known by the capital after it ("Kepala Balai"); of a text all in
    capitals the acronyms keep theirs.
    """
    if _shouted(raw):
        return " ".join(_calm(word) for word in phrase.split(" "))
    head, _, rest = phrase.partition(" ")
    named = rest[:1].isupper() and rest[1:2].islower() and not raw.istitle()
    if head == "Anda":
        return phrase
    if head[1:].islower() and not (named and head.lower() in _TITLES):
        return phrase[0].lower() + phrase[1:]
    return phrase


def _shouted(raw: str) -> bool:
    letters = [c for c in raw if c.isalpha()]
    if not letters or not all(c.isupper() for c in letters):
        return False
    plain = (len(w) > _SHORT - 1 and analyse(w.lower()).known for w in raw.split())
    return len(letters) > 8 or any(plain)


def _calm(word: str) -> str:
    """One word of a text in capitals: an acronym, a numeral or a code as it is, others lowered."""
    bare = word.strip("()[].,;:!?\"'“”")
    lower = bare.lower()
    if lower in _CALENDAR:
        return word.capitalize()
    code = any(c.isdigit() for c in bare) or bare in _ROMAN or lower in _ACRONYMS
    mute = len(bare) > 1 and not set(lower) & set("aiueo")
    short = len(bare) <= _ACRONYM and not analyse(lower).known
    plain = analyse(lower).known or lower in _EDGE or (lower in vocabulary() and not short)
    return word if code or mute or not plain else word.lower()


def capitalised(sentence: str) -> str:
    """The sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]


def mistakes(*sources: Text) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The misspelt words of texts that a rewrite draws on: where each stands, and what is meant."""
    found = []
    for text in sources:
        shouted = _shouted(text.raw)
        for wrong in misspellings(text):
            written = text.raw[wrong.start : wrong.end]
            meant = wrong.meant.lower() if shouted else wrong.meant
            lower = meant.lower() if written.lower() != written else meant
            for form, said in ((written, meant), (written.lower(), lower)):
                found.append((re.compile(rf"(?<![\w\[]){re.escape(form)}(?![\w\]])"), said))
    return tuple(found)


def corrected(sentence: str, wrong: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    """The sentence with its :func:`mistakes` mended, no word twice, and a capital at its head."""
    for written, meant in wrong:
        sentence = written.sub(meant.replace("\\", ""), sentence)
    return capitalised(undoubled(" ".join(sentence.split())))


def deadline(text: Text) -> tuple[int, str]:
    """Where the content of a text ends, and its deadline.

    Out: the index of the last word before the deadline, and the deadline as the text has it
    ("paling lambat minggu ketiga Mei"); a slot where it has none.
    """
    last = len(text.words) - 1
    while last > 0 and text.words[last].norm in ".,;:!?…":
        last -= 1
    for mark in text.find("batas"):
        if text.norms(mark.first, mark.last) == "paling lambat" and mark.first > 0:
            return mark.first - 1, text.quote(mark.first, last)
    for quantity in text.quantities:
        over = any(
            c.kind == "time" and c.first < quantity.first <= c.last
            and text.words[c.first].norm in _AFTER
            for c in text.clauses
        )  # fmt: skip
        clock = quantity.first > 0 and text.words[quantity.first - 1].norm in ("jam", "pukul")
        dated = quantity.kind == "date" and not over and not clock
        if dated and quantity.last >= last - 1 and quantity.first > 0:
            end = quantity.first - 1
            while end > 0 and text.words[end].norm in _TIME_WORDS:
                end -= 1
            before = text.words[quantity.first - 1].norm
            begun = f"{before} " if before in _PART_OF_MONTH else ""
            return end, f"paling lambat {begun}{text.quote(quantity.first, quantity.last)}"
    return last, "paling lambat [tanggal]"
