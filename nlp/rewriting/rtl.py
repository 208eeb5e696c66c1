"""The employee's own part in a step that somebody else decides."""

from collections.abc import Iterator

from nlp.finding import Suggestion
from nlp.rewriting.phrase import piece
from nlp.rewriting.slot import suggestion
from nlp.text import Mark, Text

_WAITING = frozenset(("tunggu", "pantau"))


def rewrite_rtl(text: Text) -> Iterator[Suggestion]:
    """Candidate rewrites of an RTL out of control, best first.

    In: the analysed RTL. Out: unverified suggestions that keep the step and name what the
    employee does for it: a draft letter, an usulan, material for the decision.
    """
    end = len(text.words) - 1
    waiting = next((m for m in text.marks if m.kind in _WAITING and _active(text, m)), None)
    if waiting is not None:
        awaited = piece(text, waiting.last + 1, end)
        if awaited:
            yield suggestion(f"Menyiapkan bahan {awaited} dan menyampaikannya kepada [nama]")
            yield suggestion(f"Menyusun usulan {awaited} kepada [nama]")
    agent = next((a for a in text.agents if a.role == "subjek" and a.kind != "diri"), None)
    if agent is not None:
        who = piece(text, agent.first, agent.last)
        deed = piece(text, agent.last + 1, end)
        if who and deed:
            yield suggestion(f"Menyiapkan draf surat kepada {who} agar {deed}")
            yield suggestion(f"Mengusulkan kepada {who} agar {deed}")
    whole = piece(text, 0, end)
    if whole:
        yield suggestion(f"Menyiapkan draf surat kepada [nama] agar {whole}")
        yield suggestion(f"Mengusulkan kepada [nama] agar {whole}")


def _active(text: Text, mark: Mark) -> bool:
    """Whether the employee waits ("menunggu") and is not the one acted on ("diikutkan")."""
    return text.words[mark.first].morph.prefix not in ("di", "diper", "diber")
