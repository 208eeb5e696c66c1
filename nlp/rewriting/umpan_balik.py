"""Ways out of a feedback whose icon and text contradict each other."""

from collections.abc import Iterator

from nlp.finding import Suggestion


def change_icon(sentiment: str) -> Iterator[Suggestion]:
    """The icon that fits the text. In: the text's sentimen. Out: the new value of ``ikon``."""
    yield Suggestion(sentiment)
