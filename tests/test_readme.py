"""The README tells the truth: its request gets its answer, its data sheet's tables are printed."""

import json
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from service.app import create_app

README = Path("README.md").read_text("utf-8")


def block(name: str) -> object:
    found = re.search(rf"<!-- {name} -->\n```json\n(.*?)```", README, re.DOTALL)
    assert found, f"README.md has no block {name}"
    return json.loads(found[1])


def test_the_request_of_the_readme_gets_the_answer_of_the_readme() -> None:
    with TestClient(create_app()) as client:
        answer = client.post("/v1/review", json=block("request")).json()
    assert answer.pop("versions").keys() == {"rules", "models", "bundle", "service"}
    expected = block("answer")
    expected.pop("versions")
    assert answer == expected


@pytest.mark.parametrize("link", re.findall(r"\]\(((?!http)[^)#]+)\)", README))
def test_every_link_leads_somewhere(link: str) -> None:
    assert Path(link).exists()


def test_the_data_sheet_carries_what_the_command_prints() -> None:
    from typer.testing import CliRunner

    from corpus.cli import app

    printed = CliRunner().invoke(app, ["stats"]).stdout.strip()
    sheet = Path("corpus/README.md").read_text("utf-8")
    assert sheet.split("<!-- cermat corpus stats -->\n", 1)[1].strip() == printed


def test_the_pairs_of_the_readme_are_what_is_offered_today() -> None:
    from nlp.review import load_reviewer
    from training.before_after import before_after

    shown = README.split("<!-- before and after -->\n", 1)[1].split("\n\n", 1)[0]
    assert shown.split("\n") == before_after(load_reviewer())


def test_the_judged_rewrites_are_whole() -> None:
    from training.judged import read_judged

    rows = read_judged()
    assert len(rows) == 300
    assert len({(row["rule"], row["text"]) for row in rows}) == 300
    for row in rows:
        for reader in ("first", "second"):
            assert isinstance(row[reader]["ok"], bool)
            assert row[reader]["reason"]


def test_the_corpus_is_sound() -> None:
    from corpus.check import check
    from corpus.rows import FOLDER

    faults, count = check(FOLDER, complete=True)
    assert count > 9000
    assert [str(fault) for fault in faults if not fault.warning] == []
