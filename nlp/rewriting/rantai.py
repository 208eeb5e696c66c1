"""A link of the chain written anew from the link before it (guidelines 10 and 14)."""

from collections.abc import Iterator

from nlp.rewriting.measure import measures, named
from nlp.rewriting.parts import parts_of
from nlp.rewriting.pertanyaan import matter
from nlp.rewriting.phrase import piece
from nlp.text import Text

_LONGEST = 14


def rewrite_link(link: str, earlier: Text, later: Text) -> Iterator[str]:
    """Candidates for the later end of a broken link, about what the earlier end is about.

    In: the link's name, its earlier and later text. Out: the gap mended, a step against the gap,
    or the measure that fits the step; the deadline of the later text stays. Nothing where the
    earlier end says nothing that can be named.
    """
    own, when = parts_of(earlier), parts_of(later).time
    about = _subject(earlier, own.end)
    if not about:
        return
    if link == "topik-hasil":
        yield f"Masalah {about} teratasi, ditunjukkan dengan [bukti]"
        yield f"Tersedia [bukti] yang menunjukkan {about} sudah tertangani"
        yield f"Tersedia [bukti] hasil tindak lanjut {matter(earlier) or about}"
    elif link == "topik-rtl":
        yield f"Menyusun [bukti] untuk mengatasi {about} {when}"
        yield f"Menyusun [bukti] untuk menangani {matter(earlier) or about} {when}"
        yield f"Menyusun [bukti] penyebab {about} bersama [nama] {when}"
    else:
        yield from measures(own, when)
        yield f"Tersedia [bukti] hasil {named(own)} {when}"
        yield f"Tersusun [jumlah] laporan {named(own)} {when}"


def _subject(text: Text, end: int) -> str:
    """The earlier text up to its first clause's end, where that is short; else what it names."""
    first = next((c for c in text.clauses if c.kind == "main"), None)
    last = min(first.last, end) if first else end
    for i in range(1, last + 1):
        if text.words[i].norm in (",", ";", ".", "–"):
            last = i - 1
            break
    if last < _LONGEST:
        return piece(text, 0, last)
    return matter(text)
