"""Forms from a local file or standard input: JSON (a form or an array of forms) or JSONL."""

import itertools
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from service.body import parse, places
from service.problems import Problem
from service.schemas import FormIn
from service.validation import validate

Fault = tuple[int, str]
"""A line (from 1) and an Indonesian sentence that says what to do."""


def read_forms(stream: BinaryIO, by_line: bool) -> Iterator[FormIn | list[Fault]]:
    """Each form of ``stream``, or what is wrong with it, in order; a bad one stops no other.

    ``by_line`` says it is JSONL; otherwise a first line that is a whole object says so.
    """
    blank, first = 0, b""
    for first in stream:
        if first.strip():
            break
        blank += 1
    if not first.strip():
        yield [(1, "Berkasnya kosong. Isi dengan formulir JSON.")]
    elif by_line or _is_object(first):
        yield from _lines(itertools.chain([first], stream), blank + 1)
    else:
        yield from _document(first + stream.read(), blank + 1)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(parse(line), dict)
    except Problem:
        return False


def _lines(lines: Iterable[bytes], first_line: int) -> Iterator[FormIn | list[Fault]]:
    for number, line in enumerate(lines, first_line):
        if not line.strip():
            continue
        try:
            yield validate(FormIn, parse(line, number))
        except Problem as problem:
            yield [(number, sentence) for _, sentence in _faults(problem)]


def _document(body: bytes, first_line: int) -> Iterator[FormIn | list[Fault]]:
    try:
        value = parse(body, first_line)
    except Problem as problem:
        yield [(problem.line, problem.detail)]
        return
    forms: list[tuple[str, Any]] = [("", value)]
    if isinstance(value, list):
        forms = [(f"/{index}", form) for index, form in enumerate(value)]
    lines: dict[str, int] = {}
    for base, form in forms:
        try:
            yield validate(FormIn, form)
        except Problem as problem:
            lines = lines or dict(places(body))
            yield [
                (lines.get(base + pointer, 1) + first_line - 1, sentence)
                for pointer, sentence in _faults(problem)
            ]


def _faults(problem: Problem) -> list[tuple[str, str]]:
    """Pointer and sentence of each fault; the problem as a whole when it names no place."""
    if problem.kind != "isian":
        return [("", problem.detail)]
    return [
        (place["pointer"], f"{place['pointer'] or 'Objek terluar'}: {place['detail']}")
        for place in problem.errors
    ]
