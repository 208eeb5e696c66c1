"""What a rule is: a frozen description beside a plain function."""

from dataclasses import dataclass

from nlp.finding import Severity
from nlp.form import Field


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's identity.

    ``id`` is for ever and equals the file stem in capitals; ``guideline`` is the section of the
    annotation guide that defines it; ``fields`` are the texts it reads (empty: the form as a
    whole); ``aspect`` is the part of the score it touches.
    """

    id: str
    guideline: str
    severity: Severity
    aspect: str
    fields: tuple[Field, ...] = ()
