"""All findings on the corpus forms of train and dev, so that a change's side effects are seen."""

from difflib import unified_diff
from pathlib import Path

from training.evaluate import findings_snapshot

KEPT = Path(__file__).parent / "snapshots" / "findings.txt"
REFRESH = "cermat evaluate --rules --snapshot tests/snapshots/findings.txt"
_SHOWN = 60


def test_the_findings_on_the_corpus_forms_are_those_kept() -> None:
    before, after = KEPT.read_text("utf-8").splitlines(), findings_snapshot()
    changed = [
        line
        for line in unified_diff(before, after, "tersimpan", "sekarang", n=0, lineterm="")
        if not line.startswith("@@")
    ]
    gone = sum(line.startswith("-") for line in changed[2:])
    new = sum(line.startswith("+") for line in changed[2:])
    assert not changed, "\n".join(
        [
            f"{gone} findings gone, {new} new (form pointer RULE severity span):",
            *changed[: _SHOWN + 2],
            *([f"… and {len(changed) - _SHOWN - 2} lines more"] * (len(changed) > _SHOWN + 2)),
            f"If this is meant, refresh with: {REFRESH}",
        ]
    )
