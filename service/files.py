"""Forms from a local file or standard input: JSON (an object or an array of them) or JSONL."""

import itertools
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, TypeVar

from pydantic import BaseModel

from service.body import parse, places
from service.problems import Problem
from service.schemas import FormIn
from service.validation import validate

ModelT = TypeVar("ModelT", bound=BaseModel)
Fault = tuple[int, str]
"""A line (from 1) and an Indonesian sentence that says what to do."""


def read_forms(stream: BinaryIO, by_line: bool) -> Iterator[FormIn | list[Fault]]:
    """Each form of ``stream``; see :func:`read_each`."""
    return read_each(FormIn, stream, by_line)


def read_each(
    model: type[ModelT], stream: BinaryIO, by_line: bool
) -> Iterator[ModelT | list[Fault]]:
    """Each object of ``stream``, or what is wrong with it, in order; a bad one stops no other.

    ``by_line`` says it is JSONL; otherwise a first line that is a whole object says so.
    """
    blank, first = 0, b""
    for first in stream:
        if first.strip():
            break
        blank += 1
    if not first.strip():
        yield [(1, "Berkasnya kosong. Isi dengan JSON atau JSONL.")]
    elif by_line or _is_object(first):
        yield from _lines(model, itertools.chain([first], stream), blank + 1)
    else:
        yield from _document(model, first + stream.read(), blank + 1)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(parse(line), dict)
    except Problem:
        return False


def _lines(
    model: type[ModelT], lines: Iterable[bytes], first_line: int
) -> Iterator[ModelT | list[Fault]]:
    for number, line in enumerate(lines, first_line):
        if not line.strip():
            continue
        try:
            yield validate(model, parse(line, number))
        except Problem as problem:
            yield [(number, sentence) for _, sentence in faults_of(problem)]


def _document(model: type[ModelT], body: bytes, first_line: int) -> Iterator[ModelT | list[Fault]]:
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
            yield validate(model, form)
        except Problem as problem:
            lines = lines or dict(places(body))
            yield [
                (lines.get(base + pointer, 1) + first_line - 1, sentence)
                for pointer, sentence in faults_of(problem)
            ]


def faults_of(problem: Problem) -> list[tuple[str, str]]:
    """Pointer and sentence of each fault; the problem as a whole when it names no place."""
    if problem.kind != "isian":
        return [("", problem.detail)]
    return [
        (place["pointer"], f"{place['pointer'] or 'Objek terluar'}: {place['detail']}")
        for place in problem.errors
    ]
