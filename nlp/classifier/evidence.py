"""Features with word places → evidence with code points."""

from nlp.features import Feature
from nlp.finding import Evidence
from nlp.text import Text


def evidence_of(
    text: Text, features: list[Feature], reasons: dict[str, str]
) -> tuple[Evidence, ...]:
    """Evidence for the features that ``reasons`` explains, in text order.

    In: the text, its features, and an Indonesian reason by feature name. Out: evidence with spans
    in code points.
    """
    found = []
    for feature in features:
        if feature.name in reasons and feature.first >= 0:
            start, end = text.span(feature.first, feature.last)
            found.append(Evidence(start, end, reasons[feature.name]))
    return tuple(sorted(dict.fromkeys(found), key=lambda e: (e.start, -e.end)))
