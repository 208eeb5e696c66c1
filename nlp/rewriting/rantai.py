"""A link of the chain written anew from the link before it (guidelines 10 and 14)."""

from collections.abc import Iterator

from nlp.finding import Suggestion
from nlp.rewriting.pertanyaan import matter
from nlp.rewriting.slot import suggestion
from nlp.text import Text

_FRAMES = {
    "topik-hasil": ("Tersedia [bukti] yang menunjukkan {} sudah tertangani",),
    "topik-rtl": ("Menyusun [bukti] untuk menangani {} paling lambat [tanggal]",),
    "rtl-indikator": ("Tersedia [bukti] dari {} paling lambat [tanggal]",),
}


def rewrite_link(link: str, earlier: Text) -> Iterator[Suggestion]:
    """Candidates for the later end of a broken link, about what the earlier end is about.

    In: the link's name and its earlier text. Nothing where its subject cannot be cut out.
    """
    about = matter(earlier)
    if about:
        for frame in _FRAMES[link]:
            yield suggestion(frame.format(about))
