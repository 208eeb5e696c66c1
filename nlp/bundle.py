"""A bundle: a folder of trained models that belong together, sealed by a manifest.

``<task>.json`` are the models and ``<task>.md`` their cards; ``minimum.jsonl`` holds the cases a
model must never miss (minimum functionality tests: Ribeiro et al., 2020, "Beyond accuracy");
``bundle.json`` names the hash of every file an answer depends on. Whatever else lies in the folder
(reports, full estimators) is not part of the version. ``nlp/models`` is the built-in bundle.
"""

import json
import math
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from spacy.language import Language

from nlp.analysis import check_probes
from nlp.classifier import Model
from nlp.classifier.model import FOLDER, MANIFEST, alone, decide, model_files, read_model
from nlp.features import names_of

BUILT_IN = FOLDER
MINIMUM = "minimum.jsonl"
_CARD = frozenset(("version", "signs", "data_hash", "trained_at", "probes"))


class MinimumTestError(RuntimeError):
    """A model misses cases it must never miss; the message holds numbers, not texts."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text with what stands around it and the one label its task's model must give it.

    For ``butir`` the label is one item number that must be among those found.
    """

    task: str
    text: str
    context: dict[str, Any]
    label: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that was read: its version, its folder, its models by task, its minimum cases."""

    version: str
    folder: Path
    models: dict[str, Model]
    minimum: tuple[Case, ...]


def read_bundle(folder: Path) -> Bundle:
    """Read a bundle and hold every file against the manifest.

    Raises ``ValueError`` with an Indonesian sentence that names the file: missing, changed since
    the manifest was written, not listed in it, or not what its name says.
    """
    manifest = _manifest(folder)
    contents = {name: _content(folder, name) for name in manifest["files"]}
    for name, content in contents.items():
        if sha256(content).hexdigest() != manifest["files"][name]:
            raise ValueError(f"{folder / name}: isinya tidak lagi sama dengan catatan {MANIFEST}.")
    if _version(manifest["files"]) != manifest["version"]:
        raise ValueError(f"{folder / MANIFEST}: versinya tidak cocok dengan daftar berkasnya.")
    for path in model_files(folder):
        if path.name not in contents:
            raise ValueError(f"{path}: model ini tidak tercantum dalam {MANIFEST}.")
    models = {}
    for name, content in contents.items():
        if name != MINIMUM:
            model = _sound(folder / name, content)
            models[model.task] = model
    cases = _cases(folder / MINIMUM, contents[MINIMUM], models) if MINIMUM in contents else ()
    bare = sorted(set(models) - {case.task for case in cases})
    if bare or not models:
        raise ValueError(
            f"{folder / MINIMUM}: belum ada kasus minimum"
            + (f" untuk tugas {', '.join(bare)}." if models else ", dan belum ada model.")
        )
    return Bundle(manifest["version"], folder, models, cases)


def complete(bundle: Bundle, built_in: Bundle) -> Bundle:
    """The bundle with models and minimum cases of the tasks it lacks taken from the built-in one.

    Folder and version stay those of the bundle.
    """
    added = tuple(case for case in built_in.minimum if case.task not in bundle.models)
    return Bundle(
        bundle.version,
        bundle.folder,
        {**built_in.models, **bundle.models},
        bundle.minimum + added,
    )


def check_bundle(pipeline: Language, bundle: Bundle) -> None:
    """Ask every model for its probes and its minimum cases.

    In: the pipeline, outside any memory zone, and the bundle. Raises ``StaleModelError`` that
    names the first task whose features have changed, :class:`MinimumTestError` that names every
    task with missed cases and how many; no text.
    """
    for model in bundle.models.values():
        check_probes(pipeline, model)
    missed = Counter(case.task for case in missed_cases(pipeline, bundle))
    if missed:
        asked = Counter(case.task for case in bundle.minimum)
        counts = ", ".join(f"{task} {n} dari {asked[task]}" for task, n in sorted(missed.items()))
        raise MinimumTestError(f"Model ini salah pada kasus minimum: {counts}.")


def missed_cases(pipeline: Language, bundle: Bundle) -> list[Case]:
    """The minimum cases whose label a model does not give, in file order."""
    missed = []
    for case in bundle.minimum:
        model = bundle.models[case.task]
        with pipeline.memory_zone():
            names = names_of(pipeline, model.card["signs"], case.text, case.context)
        if case.label not in _given(model, names):
            missed.append(case)
    return missed


def write_manifest(folder: Path) -> str:
    """Seal the models and minimum cases of a folder with ``bundle.json``. Out: the version.

    Raises ``ValueError`` on a file that is no model.
    """
    models = [read_model(path.read_text("utf-8"), path.name) for path in model_files(folder)]
    listed = [*model_files(folder), *folder.glob(MINIMUM)]
    hashes = {path.name: sha256(path.read_bytes()).hexdigest() for path in listed}
    manifest = {
        "version": _version(hashes),
        "trained_at": max((str(model.card["trained_at"]) for model in models), default=None),
        "data": {model.task: model.card["data_hash"] for model in models},
        "files": hashes,
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (folder / MANIFEST).write_text(text, "utf-8")
    return str(manifest["version"])


def _version(hashes: dict[str, str]) -> str:
    return sha256("\n".join(sorted(hashes.values())).encode()).hexdigest()[:12]


def _given(model: Model, names: frozenset[str]) -> set[str]:
    if model.task == "butir":
        found = zip(model.labels, alone(model, names), strict=True)
        return {label for label, probability in found if probability >= 0.5}
    return {decide(model, names).label}


def _content(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError:
        raise ValueError(f"{folder / name}: berkas ini tidak ada atau tidak terbaca.") from None


def _manifest(folder: Path) -> dict[str, Any]:
    content = _content(folder, MANIFEST)
    try:
        manifest = json.loads(content)
        plain = all(Path(name).name == name for name in manifest["files"])
        known = all(name == MINIMUM or name.endswith(".json") for name in manifest["files"])
        if not (plain and known and isinstance(manifest["version"], str)):
            raise ValueError
        return dict(manifest, files=dict(manifest["files"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ValueError(f"{folder / MANIFEST}: bukan manifes yang dapat dibaca.") from None


def _sound(path: Path, content: bytes) -> Model:
    """The model of a file, with everything a review will ask of it in place."""
    try:
        model = read_model(content.decode(), str(path))
    except UnicodeDecodeError:
        raise ValueError(f"{path}: bukan UTF-8.") from None
    size = len(model.labels)
    rows = (model.bias, model.costs, *model.weights.values())
    try:
        whole = (
            model.task == path.stem
            and model.card.keys() >= _CARD
            and all(len(row) == size for row in rows)
            and all(all(map(math.isfinite, row)) for row in rows)
            and 0 <= model.certain <= 1
        )
    except (TypeError, AttributeError):  # words where numbers should be
        whole = False
    if not whole:
        raise ValueError(f"{path}: model ini tidak utuh.")
    return model


def _cases(path: Path, content: bytes, models: dict[str, Model]) -> tuple[Case, ...]:
    found = []
    for number, line in enumerate(content.splitlines(), 1):
        try:
            case = Case(**json.loads(line))
            known = case.label in models[case.task].labels
            if not (known and isinstance(case.text, str) and isinstance(case.context, dict)):
                raise ValueError
        except (ValueError, TypeError, KeyError):
            raise ValueError(
                f"{path}:{number}: bukan kasus minimum bagi model di folder ini."
            ) from None
        found.append(case)
    return tuple(found)
