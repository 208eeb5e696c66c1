"""What a process must not pull in."""

import subprocess
import sys

import pytest


def imported_by(statement: str) -> set[str]:
    code = f"{statement}; import sys; print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ended.stdout.split())


def test_the_service_starts_without_what_training_needs():
    loaded = imported_by(
        "from service.app import create_app; create_app(); "
        "from nlp.review import load_reviewer; load_reviewer()"
    )
    assert "openpyxl" not in loaded
    assert not loaded & {"sklearn", "scipy", "datasets", "pandas", "pyarrow", "joblib", "torch"}


@pytest.mark.parametrize(
    "heavy", ["spacy", "numpy", "fastapi", "uvicorn", "pydantic", "rich.console"]
)
def test_the_command_line_starts_light(heavy):
    assert heavy not in imported_by("import service.cli")
