"""A plea to the superior as the employee's own step, or as what is brought to the dialog."""

from collections.abc import Iterator

from nlp.rewriting.phrase import piece
from nlp.rewriting.topik import needed
from nlp.text import Text
from nlp.text.plea import Plea

# A title that names nobody without a name or an office behind it.
_BARE_TITLES = frozenset(("pak", "bu"))


def rewrite_plea(text: Text, plea: Plea) -> Iterator[str]:
    """Candidate rewrites of an RTL that pleads, in the order they are thought of.

    In: the analysed RTL and its plea. Out: sentences that bring the same thing, and what speaks
    for it, to the dialog.
    """
    named = plea.superior is not None and plea.superior[1] > plea.superior[0]
    office = plea.superior is not None and text.words[plea.superior[0]].norm not in _BARE_TITLES
    who = piece(text, *plea.superior) if plea.superior and (named or office) else "[nama]"
    first, last = plea.deed or (plea.last + 1, len(text.words) - 1)
    deed = piece(text, first, last) if first <= last else ""
    if not deed:
        return
    opener = text.words[first]
    if opener.lex.verb and opener.morph.prefix not in ("di", "diper", "diber"):
        yield f"Mengusulkan dalam dialog agar {who} {deed}"
    elif opener.lex.verb:
        yield f"Mengusulkan kepada {who} dalam dialog agar {deed}"
    thing = _thing(text, first, last)
    if thing:
        yield f"Mengusulkan {thing} kepada {who} dalam dialog"
        yield f"Menyiapkan data kebutuhan {thing} sebagai bahan dialog dengan {who}"
    if opener.lex.verb:
        yield f"Menyiapkan bahan usulan kepada {who} agar {deed}"


def rewrite_pleading_hasil(text: Text, plea: Plea) -> Iterator[str]:
    """A hasil that pleads, as what is there once the dialog has been held."""
    first, last = plea.deed or (plea.last + 1, len(text.words) - 1)
    thing = _thing(text, first, last)
    if thing:
        yield f"Tersedia [bukti] tentang {thing} yang disepakati dalam dialog"
        yield f"Kebutuhan {thing} terpenuhi, ditunjukkan dengan [bukti]"


def _thing(text: Text, first: int, last: int) -> str:
    stop = [c.first - 1 for c in text.clauses if first < c.first <= last and c.kind != "relative"]
    comma = [i - 1 for i in range(first + 1, last + 1) if text.words[i].norm in ",.;:"]
    return needed(text, first, min([*stop, *comma, last])) if first <= last else ""
