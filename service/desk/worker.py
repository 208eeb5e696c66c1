"""The process that reads one file: ``python -m service.desk.worker KIND``, the file on its input.

A process of its own, because a workbook may take seconds and much memory: other requests go on,
and what goes wrong here, or takes too long, ends here. Nothing touches the disk.
"""

import resource
import sys
from typing import cast

import orjson

from service.desk.kinds import Kind
from service.desk.reading import read_lines
from service.problems import Problem, as_dict, unexpected
from service.settings import settings


def main() -> None:
    """Write the lines of the file on standard input to standard output."""
    most = settings.read_memory_bytes
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    out = sys.stdout.buffer
    try:
        for line in read_lines(cast(Kind, sys.argv[1]), sys.stdin.buffer.read()):
            out.write(orjson.dumps(line) + b"\n")
    except MemoryError:
        problem = Problem(
            "ukuran", "Berkas ini terlalu besar untuk dibaca. Pecah menjadi beberapa berkas."
        )
        out.write(orjson.dumps({"problem": as_dict(problem)}) + b"\n")
    except Exception:
        out.write(orjson.dumps({"problem": as_dict(unexpected())}) + b"\n")
    out.flush()


if __name__ == "__main__":
    main()
