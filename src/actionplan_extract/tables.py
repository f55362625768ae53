"""A run's tables: written anew from the results of documents, where these are not what they were."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from .plugins import modules
from .schema import ActionPlan
from .state import State
from .state.stored import Stored


class Results:
    """Kept results in order, read anew by everyone who goes through them."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def __iter__(self) -> Iterator[ActionPlan]:
        return map(ActionPlan.model_validate_json, self._stored.plans())


def write_tables(folder: Path, state: State, keys: Sequence[str], writers: Sequence[ModuleType]) -> tuple[Path, ...]:
    """The files of the tables, once they hold the results with these keys, in this order; raises OutputError.

    What holds them already is left as it is, and tables of an earlier run that are not asked for again
    are removed: they would tell of other documents.
    """
    made_of, told = _digest(state, keys), state.written()
    known = told.get("files", {}) if told.get("made_of") == made_of else {}
    stale = [writer for writer in writers if not all(_is_as_told(folder / name, known) for name in writer.FILES)]
    if stale:
        state.tidy(keys)
        state.scribe.call(_write, [writer.__name__ for writer in stale], state.stored(keys), folder)
    _remove_unasked(folder, writers)
    files = tuple(folder / name for writer in writers for name in writer.FILES)
    looks = {path.name: _look(path) for path in files}
    if stale or looks.keys() != known.keys():
        state.set_written({"made_of": made_of, "files": looks})
        state.clear_out()
    return files


def _write(writers: Sequence[str], stored: Stored, folder: Path) -> None:
    for writer in map(import_module, writers):
        if hasattr(writer, "write_rows"):
            writer.write_rows(stored.rows(), folder)
        else:
            writer.write(Results(stored), folder)


def _digest(state: State, keys: Sequence[str]) -> str:
    digest = hashlib.sha256(state.digest.encode())
    for key in keys:
        digest.update(key.encode())
    return digest.hexdigest()


def _is_as_told(path: Path, known: Mapping[str, object]) -> bool:
    return path.name in known and known[path.name] == _look(path)


def _look(path: Path) -> list[int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return [status.st_size, status.st_mtime_ns]


def _remove_unasked(folder: Path, writers: Sequence[ModuleType]) -> None:
    for writer in modules("writers"):
        for name in writer.FILES if writer not in writers else ():
            (folder / name).unlink(missing_ok=True)
