"""What a run keeps for the next: the results, in a folder of its own within the output folder.

| in the folder | what it is |
| --- | --- |
| `lock` | held by the run that writes here; it falls with the process |
| `parts/` | the results, see `parts` |
| `stamps.jsonl` | what files looked like when they were hashed, so that they need not be hashed again |
| `digest.json` | what the results depend on besides the documents |
| `written.json` | what the tables were made of, so that they need not be made again |

A result is kept by its document's content and name, the options and the program (`keys`). All of it can
be thrown away: then the next run does everything again.
"""

from __future__ import annotations

import json
import shutil
import time
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any

from filelock import FileLock, Timeout

from ..errors import MissingDependency, NotFound, OutputError, Unreadable
from ..outcome import Outcome
from ..scribe import Here, Scribe
from ..writers._files import remove_leftovers, write_file
from .keys import result_key
from .parts import BYTES_A_PART, ROWS_A_PART, Result, part_name, read_kept, read_keys, weight, write_part
from .stamps import Stamps
from .stored import MOST_ROWS, Stored, Where, write_plan_of

STATE = ".actionplan-extract"
DIGEST = "digest.json"
STAMPS = "stamps.jsonl"
SECONDS_A_PART = 5  # what a killed run may lose
LOADED = 4  # parts whose outcomes are held in memory
TOO_MANY = 4  # times the parts that there need be
# Whether these fail is the machine's matter, not the document's: they are tried again in every run.
NOT_KEPT = frozenset((MissingDependency.code, Unreadable.code))


def recorded_digest(folder: Path) -> str:
    """What the results of the last run into a folder depend on; raises NotFound where there was none."""
    try:
        return str(json.loads((folder / STATE / DIGEST).read_bytes())["digest"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotFound(f"{folder} holds no results to go on from") from error


class State:
    """The results of a folder's runs; a context manager that holds the folder's lock.

    `digest` is what results depend on besides the document, `scribe` writes the parts, `bring` fetches a part that
    others have written; unless the state `follows`, such parts are left where they are.
    Raises OutputError where another run holds it, or where something cannot be written.
    """

    def __init__(
        self,
        folder: Path,
        digest: str,
        *,
        scribe: Scribe | None = None,
        bring: Callable[[str], None] | None = None,
        follows: bool = True,
        retry_failed: bool = False,
        force: bool = False,
    ) -> None:
        self.folder = folder / STATE
        self.digest = digest
        self.scribe = scribe or Here()
        self._bring = bring
        self._follows = follows
        self._force = force
        self._retry_failed = retry_failed
        self._parts: list[str] = []
        self._where: dict[str, int] = {}  # a part's number and a row's in one, for there are many
        self._outcomes = lru_cache(LOADED)(read_kept)
        self._earlier = 0  # parts that earlier runs have left
        self._unused = set[str]()  # keys in them that this run has not asked for
        self._adopted = set[str]()
        self._waiting: list[Result] = []
        self._weight = 0
        self._since = time.monotonic()
        self._lock = FileLock(self.folder / "lock")

    def __enter__(self) -> State:
        try:
            self.parts_folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)
            self.spool.mkdir(exist_ok=True)
        except Timeout as error:
            raise OutputError(f"another run is writing to {self.folder.parent}") from error
        except OSError as error:
            raise OutputError(f"cannot write to {self.folder}: {error.strerror or error}") from error
        for folder in (self.folder, self.parts_folder):
            remove_leftovers(folder)
        for copy in self.spool.iterdir():
            copy.unlink(missing_ok=True)
        self.stamps = Stamps(self.folder / STAMPS, self.spool / STAMPS)
        self._load()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        try:
            if kind is None or issubclass(kind, KeyboardInterrupt):
                self.save()
            else:
                with suppress(OutputError):
                    self.save()
        finally:
            self.scribe.close()
            shutil.rmtree(self.spool, ignore_errors=True)
            self._lock.release()

    @property
    def parts_folder(self) -> Path:
        """The folder of the parts."""
        return self.folder / "parts"

    @property
    def spool(self) -> Path:
        """A folder for copies of what lies in stores and archives, empty when a run begins."""
        return self.folder / "spool"

    def key(self, source: str, sha256: str) -> str:
        """What the result of a document is kept by."""
        return result_key(self.digest, source, sha256)

    def find(self, source: str, sha256: str) -> Outcome | None:
        """The kept outcome of a document, without plan and rows, None where it must be read."""
        key = self.key(source, sha256)
        if self._force or key not in self._where or (where := self._place(key)).part >= self._earlier:
            return None
        with suppress(OSError, ValueError, TypeError):  # damaged
            outcome = self._outcomes(self._path(where.part))[where.row].outcome
            if not (self._retry_failed and outcome.status == "failed"):
                self._unused.discard(key)
                return replace(outcome, part=self._parts[where.part], kept=True, key=key)
        return None

    def add(self, outcome: Outcome) -> Outcome:
        """Keep a new outcome, and tell its key; it is on disk once its part is written, seconds later at most."""
        if outcome.sha256 is None or (outcome.error and outcome.error.code in NOT_KEPT):
            return outcome
        key = self.key(outcome.source, outcome.sha256)
        self._unused.discard(key)
        if outcome.part is not None:
            if self._follows:
                self._adopt(outcome.part)
        else:
            self._waiting.append(Result(key, outcome))
            self._weight += weight(outcome)
            self._flush_when_due()
        return replace(outcome, key=key)

    def save(self) -> None:
        """Write what is not written yet."""
        self._flush()
        self.scribe.finish()
        if self._digest_noted() != self.digest:
            self._write(DIGEST, {"digest": self.digest})
        self.stamps.save()

    def stored(self, keys: Sequence[str]) -> Stored:
        """Results on disk, in this order."""
        return Stored(self.parts_folder, self._parts, array("q", map(self._where.__getitem__, keys)))

    def write_plan(self, key: str, target: Path) -> None:
        """Write the plan of a result into a file, soon."""
        self._flush()
        where = self._place(key)
        self.scribe.begin(write_plan_of, self._path(where.part), where.row, target)

    def written(self) -> Mapping[str, Any]:
        """What the tables were made of, empty where that is not known."""
        return self._read("written.json")

    def set_written(self, told: Mapping[str, Any]) -> None:
        """Tell what the tables were made of."""
        self._write("written.json", told)

    def tidy(self, keys: Sequence[str]) -> None:
        """Join the parts in which the results of this run are, these first, where they are many more than need be."""
        count = len(self._where) - len(self._unused)
        if len(self._used_parts()) <= TOO_MANY * (count // ROWS_A_PART + 1):
            return
        used = [*keys, *sorted(self._where.keys() - self._unused - set(keys))]
        for start in range(0, len(used), ROWS_A_PART):
            some = used[start : start + ROWS_A_PART]
            name = part_name(some)
            self.scribe.call(Stored.join, self.stored(some), self.parts_folder / name)
            self._enter_part(name, some)

    def clear_out(self) -> None:
        """Remove the parts that hold no result of this run's inputs."""
        current = {self._parts[part] for part in self._used_parts()}
        for path in self.parts_folder.iterdir():
            if path.name not in current:
                with suppress(OSError):
                    path.unlink()

    def _used_parts(self) -> set[int]:
        return {Where.of(number).part for key, number in self._where.items() if key not in self._unused}

    def _load(self) -> None:
        # Oldest first: of two results of one key the later counts.
        paths = sorted(self.parts_folder.glob("*.parquet"), key=lambda path: (path.stat().st_mtime_ns, path.name))
        for path in paths:
            with suppress(OSError, ValueError, KeyError, TypeError):  # a part of an older program, or damaged
                self._enter_part(path.name, read_keys(path))
        self._earlier = len(self._parts)
        self._unused = set(self._where)

    def _adopt(self, name: str) -> None:
        # One of this name may be here from an earlier run: a worker that read the same documents again replaced it.
        if name not in self._adopted:
            if self._bring:
                self._bring(name)
            self._adopted.add(name)
            self._enter_part(name, read_keys(self.parts_folder / name))

    def _enter_part(self, name: str, keys: Iterable[str]) -> None:
        self._parts.append(name)
        first = (len(self._parts) - 1) * MOST_ROWS
        self._where.update((key, first + row) for row, key in enumerate(keys))

    def _flush_when_due(self) -> None:
        is_full = len(self._waiting) >= ROWS_A_PART or self._weight >= BYTES_A_PART
        if is_full or time.monotonic() - self._since > SECONDS_A_PART:
            self._flush()

    def _flush(self) -> None:
        if self._waiting:
            keys = [result.key for result in self._waiting]
            name = part_name(keys)
            self.scribe.begin(write_part, self.parts_folder / name, self._waiting)
            self._enter_part(name, keys)
            self._waiting, self._weight = [], 0
        self._since = time.monotonic()

    def _digest_noted(self) -> object:
        return self._read(DIGEST).get("digest")

    def _place(self, key: str) -> Where:
        return Where.of(self._where[key])

    def _path(self, part: int) -> Path:
        return self.parts_folder / self._parts[part]

    def _read(self, name: str) -> dict[str, Any]:
        with suppress(OSError, ValueError):
            told = json.loads((self.folder / name).read_bytes())
            return told if isinstance(told, dict) else {}
        return {}

    def _write(self, name: str, told: Mapping[str, Any]) -> None:
        write_file(self.folder / name, json.dumps(told, ensure_ascii=False).encode())
