"""A plea to the superior as the employee's own step in the dialog."""

from collections.abc import Iterator

from nlp.finding import Suggestion
from nlp.rewriting.phrase import piece
from nlp.rewriting.slot import suggestion
from nlp.text import Text
from nlp.text.plea import Plea

# A title that names nobody without a name or an office behind it.
_BARE_TITLES = frozenset(("pak", "bu"))


def rewrite_plea(text: Text, plea: Plea) -> Iterator[Suggestion]:
    """Candidate rewrites of an RTL that pleads, best first.

    In: the analysed RTL and its plea. Out: unverified suggestions that propose the same thing in
    the dialog; none where what is asked for is not said.
    """
    if plea.deed is None:
        return
    named = plea.superior is not None and plea.superior[1] > plea.superior[0]
    office = plea.superior is not None and text.words[plea.superior[0]].norm not in _BARE_TITLES
    who = piece(text, *plea.superior) if plea.superior and (named or office) else "[nama]"
    deed = piece(text, *plea.deed)
    if not who or not deed:
        return
    first = text.words[plea.deed[0]]
    if first.morph.prefix in ("di", "diper", "diber"):
        yield suggestion(f"Mengusulkan kepada {who} dalam dialog agar {deed}")
    elif first.lex.verb:
        yield suggestion(f"Mengusulkan dalam dialog agar {who} {deed}")
        yield suggestion(f"Menyiapkan bahan usulan kepada {who} agar {deed}")
    elif first.morph.suffix == "an":
        yield suggestion(f"Mengusulkan {deed} kepada {who} dalam dialog")
