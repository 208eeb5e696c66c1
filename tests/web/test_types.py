"""cermat.js is typed by its JSDoc; the compiler says whether it is true.

By hand: ``npx -y -p typescript@5.9.3 tsc -p tests/web/tsconfig.json``.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).with_name("tsconfig.json")


def test_the_types_hold():
    if tsc := shutil.which("tsc"):
        command = [tsc]
    elif npx := shutil.which("npx"):
        command = [npx, "-y", "--prefer-offline", "-p", "typescript@5.9.3", "tsc"]
    else:
        pytest.skip("neither tsc nor npx on this machine (Debian: apt-get install npm)")
    try:
        ended = subprocess.run(
            [*command, "-p", PROJECT], capture_output=True, text=True, timeout=60, check=False
        )
    except subprocess.TimeoutExpired:
        pytest.skip("the package registry does not answer")
    if ended.returncode and "error TS" not in ended.stdout:
        pytest.skip("npx could not get typescript from the package registry")
    assert ended.stdout == ""
