"""The registry: bundles by version on this machine, and which of them reviews.

A folder of immutable ``<version>/`` beside ``aliases.json``: ``{"champion": version or null,
"challenger": version or null, "history": [every champion still to go back to, newest last]}``.
No champion means the built-in bundle. Both a version and the aliases appear by one rename: whoever
reads sees the old or the new, never half of it.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from nlp.analysis import StaleModelError
from nlp.bundle import BUILT_IN, MinimumTestError, check_bundle, read_bundle
from nlp.text import load_pipeline

ALIASES = "aliases.json"
BUILT_IN_NAME = "bawaan"
REFUSED = (ValueError, StaleModelError, MinimumTestError)
"""What a bundle that may not review raises; the message is a sentence for the operator."""

Alias = Literal["champion", "challenger"]
_UNFINISHED = ".baru-"


@dataclass(frozen=True, slots=True)
class Aliases:
    """What ``aliases.json`` says."""

    champion: str | None = None
    challenger: str | None = None
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Promotion:
    """The version an alias now names, and whether that is news."""

    version: str
    changed: bool


def default_root() -> Path:
    """``CERMAT_BUNDLES``, or ``cermat/bundles`` in the user's data folder (XDG)."""
    named = os.environ.get("CERMAT_BUNDLES")
    if named:
        return Path(named)
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "cermat" / "bundles"


def champion(root: Path) -> Path | None:
    """The folder of the bundle that reviews; None: the built-in one.

    Raises ``ValueError`` when ``aliases.json`` cannot be read.
    """
    version = read_aliases(root).champion
    return root / version if version else None


def promote(root: Path, folder: Path, alias: Alias = "champion") -> Promotion:
    """Take a bundle into the registry and point an alias at it.

    The copy is verified and checked before it gets its name. Raises one of
    :data:`REFUSED` and leaves everything as it was; ``OSError`` when the registry cannot be
    written.
    """
    with _locked(root):
        version = _take_in(root, folder)
        before = read_aliases(root)
        if getattr(before, alias) == version:
            return Promotion(version, changed=False)
        if alias == "challenger":
            after = replace(before, challenger=version)
        else:
            waiting = None if before.challenger == version else before.challenger
            after = Aliases(version, waiting, (*before.history, version))
        _write_aliases(root, after)
    return Promotion(version, changed=True)


def rollback(root: Path) -> str | None:
    """Go back to the champion before this one. Out: its version; None: the built-in bundle.

    A predecessor that is no longer sound is passed over. Raises ``ValueError`` when there is
    nothing to go back from.
    """
    before = read_aliases(root)
    if before.champion is None:
        raise ValueError("Tidak ada yang dapat dikembalikan: model bawaan sedang dipakai.")
    with _locked(root):
        before = read_aliases(root)
        history = before.history[:-1]
        while history and not _is_sound(root / history[-1]):
            history = history[:-1]
        after = Aliases(history[-1] if history else None, before.challenger, history)
        _write_aliases(root, after)
    return after.champion


def resolve(root: Path, name: str) -> Path:
    """The folder a person means: an alias, ``bawaan``, a path, a version or its unique beginning.

    Raises ``ValueError`` with a sentence when there is none, or more than one.
    """
    if name == BUILT_IN_NAME:
        return BUILT_IN
    if name == "champion":
        return champion(root) or BUILT_IN
    if name == "challenger":
        version = read_aliases(root).challenger
        if version is None:
            raise ValueError("Belum ada penantang; tunjuk dengan: cermat promote … --as challenger")
        return root / version
    if Path(name).is_dir():
        return Path(name)
    found = [path for path in sorted(root.glob("[!.]*/")) if path.name.startswith(name)]
    if len(found) != 1:
        what = "cocok dengan beberapa versi" if found else "bukan folder dan bukan versi"
        raise ValueError(f"{name}: {what} di {root}.")
    return found[0]


def read_aliases(root: Path) -> Aliases:
    """The aliases; all empty while nothing was promoted. Raises ``ValueError`` on a broken file."""
    path = root / ALIASES
    try:
        data = json.loads(path.read_bytes())
        found = Aliases(data["champion"], data["challenger"], tuple(data["history"]))
        named = (found.champion, found.challenger, *found.history)
        if any(name is not None and Path(name).name != name for name in named):
            raise ValueError
    except FileNotFoundError:
        return Aliases()
    except (OSError, ValueError, KeyError, TypeError):
        raise ValueError(
            f"{path}: berkas ini tidak dapat dibaca. Hapus untuk kembali ke model bawaan."
        ) from None
    return found


def _take_in(root: Path, folder: Path) -> str:
    """Copy, verify, check, seal, then rename. Out: the version, now in the registry."""
    for left in root.glob(f"{_UNFINISHED}*"):  # by a promote that was killed
        shutil.rmtree(left)
    unfinished = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=root))
    try:
        read_bundle(folder)  # its sentences name the folder the operator knows
        copy = shutil.copytree(folder, unfinished / "isi")
        bundle = read_bundle(copy)
        check_bundle(load_pipeline(), bundle)
        target = root / bundle.version
        if target.exists():
            read_bundle(target)
        else:
            _seal(copy)
            copy.chmod(0o755)
            copy.rename(target)
            _sync(root)
    finally:
        shutil.rmtree(unfinished)
    return bundle.version


def _is_sound(folder: Path) -> bool:
    try:
        check_bundle(load_pipeline(), read_bundle(folder))
    except REFUSED:
        return False
    return True


def _seal(folder: Path) -> None:
    """Make every file durable and read-only."""
    for path in folder.rglob("*"):
        if path.is_file():
            _sync(path)
            path.chmod(0o444)


def _write_aliases(root: Path, aliases: Aliases) -> None:
    data = {
        "champion": aliases.champion,
        "challenger": aliases.challenger,
        "history": aliases.history,
    }
    beside = root / f".{ALIASES}"
    with beside.open("w", encoding="utf-8") as file:
        json.dump(data, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, root / ALIASES)
    _sync(root)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    """One change at a time; a process that dies lets go."""
    import fcntl  # not on every system, and only changing the registry needs it

    root.mkdir(parents=True, exist_ok=True)
    with (root / ".kunci").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
