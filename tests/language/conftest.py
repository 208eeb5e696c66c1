"""One pipeline for all tables."""

from collections.abc import Callable

import pytest

from nlp.text import Text, analyse_text, load_pipeline

PIPELINE = load_pipeline()


@pytest.fixture(scope="session")
def analysed() -> Callable[[str], Text]:
    """Analyse a text as the reviewer does."""

    def analyse(raw: str) -> Text:
        with PIPELINE.memory_zone():
            return analyse_text(PIPELINE, raw)

    return analyse
