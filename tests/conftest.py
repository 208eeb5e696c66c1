"""What holds for every test, and bundles with moved weights for those that promote."""

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from nlp.bundle import BUILT_IN, MINIMUM, write_manifest
from nlp.classifier.model import alone, read_model
from nlp.features import names_of
from nlp.text import load_pipeline

# The same commit gives the same verdict on every machine, however slow; `--hypothesis-profile=cari`
# looks further, with other examples each time.
settings.register_profile("tetap", derandomize=True, deadline=None)
settings.register_profile("cari", max_examples=2000, deadline=None)
settings.load_profile("tetap")

# The built-in models are tested, whatever this machine has promoted.
os.environ["CERMAT_BUNDLES"] = os.path.join(tempfile.gettempdir(), "cermat-uji-tanpa-himpunan")


@pytest.fixture(scope="session")
def make_bundle() -> Callable[..., Path]:
    """A function that makes a bundle of one built-in task with moved weights."""
    pipeline = load_pipeline()

    def make(folder: Path, task: str, moved: float = 0.001, probes: bool = True) -> Path:
        """Weights ``1 + moved`` times the built-in ones; ``probes``: with their new answers."""
        folder.mkdir(parents=True)
        data = json.loads((BUILT_IN / f"{task}.json").read_text("utf-8"))
        data["weights"] = {
            name: [weight * (1 + moved) for weight in row] for name, row in data["weights"].items()
        }
        data["card"]["version"] = f"geser {moved}"
        if probes:
            model = read_model(json.dumps(data), task)
            for probe in data["card"]["probes"]:
                names = names_of(pipeline, model.card["signs"], probe["text"], probe["context"])
                probe["answer"] = alone(model, names)
        (folder / f"{task}.json").write_text(json.dumps(data, indent=1), "utf-8")
        lines = (BUILT_IN / MINIMUM).read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if json.loads(line)["task"] == task]
        (folder / MINIMUM).write_text("".join(kept), "utf-8")
        write_manifest(folder)
        return folder

    return make
