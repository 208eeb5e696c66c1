"""The employee's own part in a step that somebody else decides."""

from collections.abc import Iterator

from nlp.finding import Suggestion
from nlp.rewriting.phrase import piece
from nlp.rewriting.slot import suggestion
from nlp.text import Mark, Text
from nlp.text.clause import is_predicate

# A wish, or a step of the employee's own, cannot be wrapped into a letter to somebody else.
_PLEAS = frozenset("mohon memohon semoga harap mudah-mudahan dukungan saya kami".split())
# Words between the doer and the act that belong to neither.
_BETWEEN = frozenset("sebaiknya hendaknya akan wajib harus lebih makin segera dapat bisa".split())


def rewrite_rtl(text: Text) -> Iterator[Suggestion]:
    """Candidate rewrites of an RTL out of control, best first.

    In: the analysed RTL. Out: unverified suggestions that keep the step and name what the
    employee does for it: a draft letter, an usulan, material for the decision, a written reminder.
    """
    end = len(text.words) - 1
    waiting = next((m for m in text.marks if m.kind in ("tunggu", "pantau")), None)
    if waiting is not None and waiting.first <= 2 and _active(text, waiting):
        yield from _instead_of_waiting(text, waiting, end)
        return
    agent = next((a for a in text.agents if a.role == "subjek" and a.kind != "diri"), None)
    if agent is not None:
        last = agent.last
        while last > agent.first and text.words[last].norm in _BETWEEN:
            last -= 1
        who, deed = piece(text, agent.first, last), piece(text, agent.last + 1, end)
        if who and deed:
            yield suggestion(f"Menyiapkan draf surat kepada {who} agar {deed}")
            yield suggestion(f"Mengusulkan kepada {who} agar {deed}")
            return
    plea = text.words[0].norm in _PLEAS or any(a.kind == "diri" for a in text.agents)
    whole = piece(text, 0, end)
    if not whole or plea:
        return
    if text.words[0].morph.prefix in ("pe", "per"):
        yield suggestion(f"Mengusulkan {whole} kepada [nama]")
    elif any(is_predicate(text.words, i) for i in range(end + 1)):
        yield suggestion(f"Menyiapkan draf surat kepada [nama] agar {whole}")
        yield suggestion(f"Mengusulkan kepada [nama] agar {whole}")


def _instead_of_waiting(text: Text, waiting: Mark, end: int) -> Iterator[Suggestion]:
    awaited = piece(text, waiting.last + 1, end)
    if not awaited:
        return
    decision = any(
        m.kind == "putusan" and m.first in (waiting.last + 1, waiting.last + 2) for m in text.marks
    )
    if decision:
        yield suggestion(f"Menyiapkan bahan {awaited} dan menyampaikannya kepada [nama]")
    yield suggestion(f"Menindaklanjuti {awaited} secara tertulis kepada [nama]")


def _active(text: Text, mark: Mark) -> bool:
    """Whether the employee waits ("menunggu") and is not the one acted on ("diikutkan")."""
    return text.words[mark.first].morph.prefix not in ("di", "diper", "diber")
