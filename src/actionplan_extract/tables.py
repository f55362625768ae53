"""A run's tables: written anew from the results of documents, where these are not what they were."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from .plugins import modules
from .schema import ActionPlan
from .state import State, Where

if TYPE_CHECKING:
    import pyarrow as pa


class Results:
    """Kept results in order, read anew by everyone who goes through them: memory stays flat."""

    def __init__(self, state: State, keys: Sequence[str]) -> None:
        self._state = state
        self._keys = keys

    def __iter__(self) -> Iterator[ActionPlan]:
        return map(ActionPlan.model_validate_json, self._state.plans(self._places()))

    def rows(self) -> Iterator[Mapping[str, pa.Table]]:
        """Their rows in each of the six tables, some documents at a time."""
        return self._state.rows(self._places())

    def _places(self) -> Iterator[Where]:
        return map(self._state.where, self._keys)


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
    results = Results(state, keys)
    for writer in stale:
        _write(writer, results, folder)
    _remove_unasked(folder, writers)
    files = tuple(folder / name for writer in writers for name in writer.FILES)
    looks = {path.name: _look(path) for path in files}
    if stale or looks.keys() != known.keys():
        state.set_written({"made_of": made_of, "files": looks})
        state.clear_out()
    return files


def _write(writer: ModuleType, results: Results, folder: Path) -> None:
    if hasattr(writer, "write_rows"):
        writer.write_rows(results.rows(), folder)
    else:
        writer.write(results, folder)


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
