"""Which of the guideline's items 1–17 a text shows (section 13)."""

from nlp.classifier.model import Model, alone

_FIRST_REFERRAL = 12


def items_of(model: Model, names: frozenset[str], level: str) -> tuple[int, ...]:
    """The item numbers that go with a level.

    In: the item model (one label a number, each judged alone), the text's feature names, and the
    level already decided. Out: numbers in order; at least one of 12–17 for RUJUKAN, only 1–11 for
    KONSELING, none for NONE.
    """
    if level == "NONE":
        return ()
    found = dict(zip((int(n) for n in model.labels), alone(model, names), strict=True))
    shown = {number for number, p in found.items() if p >= 0.5}
    if level == "KONSELING":
        allowed = {number for number in found if number < _FIRST_REFERRAL}
        shown = (shown & allowed) or {max(allowed, key=found.__getitem__)}
    elif not any(number >= _FIRST_REFERRAL for number in shown):
        shown.add(max((n for n in found if n >= _FIRST_REFERRAL), key=found.__getitem__))
    return tuple(sorted(shown))
