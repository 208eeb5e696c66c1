"""Word classes over a text: which words stand for evidence, events, actors, praise, …"""

from nlp.text.word import Mark, Word


def marks(words: tuple[Word, ...]) -> tuple[Mark, ...]:
    """All word classes found, in text order.

    In: words as meant. Out: :class:`Mark` with word indices. Inside one family of classes
    (subfolder of ``words/``) the longest entry wins and swallows the words it covers.
    """
    found: list[Mark] = []
    covered: dict[str, int] = {}
    for i, word in enumerate(words):
        lex = word.lex
        taken: dict[str, int] = {}
        if lex.phrases and i + 1 < len(words):
            following = words[i + 1].lex.keys
            for phrase in lex.phrases:
                # The second word seldom fits: asked first, it spares everything else.
                if phrase.rest[0] not in following or covered.get(phrase.family, -1) >= i:
                    continue
                length = len(phrase.rest)
                if taken.get(phrase.family, length) == length and _follows(words, i, phrase.rest):
                    taken[phrase.family] = length
                    found.append(Mark(phrase.kind, i, i + length))
        for kind, family in lex.kinds:
            if family not in taken and covered.get(family, -1) < i:
                found.append(Mark(kind, i, i))
        for family, length in taken.items():
            covered[family] = i + length
    return tuple(found)


def _follows(words: tuple[Word, ...], i: int, rest: tuple[str, ...]) -> bool:
    if i + len(rest) >= len(words):
        return False
    return all(key in words[i + 1 + k].lex.keys for k, key in enumerate(rest))
