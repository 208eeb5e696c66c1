"""A plea to the superior as the employee's own step in the dialog."""

from collections.abc import Iterator

from nlp.finding import Suggestion
from nlp.rewriting.phrase import piece
from nlp.rewriting.slot import suggestion
from nlp.text import Text
from nlp.text.plea import Plea


def rewrite_plea(text: Text, plea: Plea) -> Iterator[Suggestion]:
    """Candidate rewrites of an RTL that pleads, best first.

    In: the analysed RTL and its plea. Out: unverified suggestions that propose the same thing in
    the dialog; none where what is asked for is not said.
    """
    if plea.deed is None:
        return
    who = piece(text, *plea.superior) if plea.superior else "[nama]"
    deed = piece(text, *plea.deed)
    if who and deed:
        yield suggestion(f"Mengusulkan dalam dialog agar {who} {deed}")
        yield suggestion(f"Menyiapkan bahan usulan kepada {who} agar {deed}")
        yield suggestion(f"Mengusulkan {deed} kepada {who} dalam dialog")
