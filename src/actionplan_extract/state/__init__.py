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
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple

from filelock import FileLock, Timeout

from ..errors import MissingDependency, NotFound, OutputError, Unreadable
from ..outcome import Outcome
from ..writers._arrow import give_back_memory, whole_numbers
from ..writers._files import remove_leftovers, replacing, write_file
from .keys import result_key
from .parts import (
    BYTES_A_PART,
    ROWS_A_PART,
    Result,
    joined_parts,
    part_bytes,
    part_name,
    read_kept,
    read_plans,
    read_tables,
    rows_of,
    weight,
)

if TYPE_CHECKING:
    import pyarrow as pa

STATE = ".actionplan-extract"
DIGEST = "digest.json"
STAMPS = "stamps.jsonl"
SECONDS_A_PART = 5  # what a killed run may lose
MOST_ROWS = 1 << 20  # of a part
TOO_MANY = 4  # times the parts that there need be
LOADED = 2  # parts whose rows are held in memory
# Whether these fail is the machine's matter, not the document's: they are tried again in every run.
NOT_KEPT = frozenset((MissingDependency.code, Unreadable.code))


def recorded_digest(folder: Path) -> str:
    """What the results of the last run into a folder depend on; raises NotFound where there was none."""
    try:
        return str(json.loads((folder / STATE / DIGEST).read_bytes())["digest"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotFound(f"{folder} holds no results to go on from") from error


class Where(NamedTuple):
    """Where a result is: the number of its part, its row there."""

    part: int
    row: int


class State:
    """The results of a folder's runs; a context manager that holds the folder's lock.

    `digest` is what results depend on besides the document, `bring` fetches a part that others have
    written; unless the state `follows`, such parts are left where they are.
    Raises OutputError where another run holds it, or where something cannot be written.
    """

    def __init__(
        self,
        folder: Path,
        digest: str,
        *,
        bring: Callable[[str], None] | None = None,
        follows: bool = True,
        retry_failed: bool = False,
        force: bool = False,
    ) -> None:
        self.folder = folder / STATE
        self.digest = digest
        self._bring = bring
        self._follows = follows
        self._force = force
        self._retry_failed = retry_failed
        self._parts: list[str] = []
        self._where: dict[str, int] = {}  # a part's number and a row's in one, for there are many
        self._kept: dict[str, Outcome] = {}
        self._used: dict[str, str] = {}  # by itself, so that each key is there once
        self._adopted = set[str]()
        self._waiting: list[Result] = []
        self._weight = 0
        self._since = time.monotonic()
        self._lock = FileLock(self.folder / "lock")
        self._loaded: OrderedDict[int, pa.Table] = OrderedDict()
        self._stamps: dict[str, str] = {}  # the source's stamp, hash and size in one
        self._has_new_stamps = False

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
        key = result_key(self.digest, source, sha256)
        return self._used.get(key, key)

    def find(self, source: str, sha256: str) -> Outcome | None:
        """The kept outcome of a document, without plan and rows, None where it must be read."""
        key = self.key(source, sha256)
        outcome = self._kept.get(key)
        if outcome is None or self._force or (self._retry_failed and outcome.status == "failed"):
            return None
        self._used[key] = key
        return replace(outcome, kept=True)

    def hashed(self, source: str, stamp: str | None) -> tuple[str, int] | None:
        """The hash and size of a file that still has the stamp it had when it was hashed."""
        seen, sha256, size = self._stamps.get(source, "  0").rsplit(" ", 2)
        return (sha256, int(size)) if stamp and seen == stamp else None

    def remember(self, source: str, stamp: str | None, sha256: str, size: int) -> None:
        """Keep a file's hash and size by its stamp."""
        if stamp is not None and self.hashed(source, stamp) is None:
            self._stamps[source] = f"{stamp} {sha256} {size}"
            self._has_new_stamps = True

    def add(self, outcome: Outcome) -> None:
        """Keep a new outcome; it is on disk once its part is written, which is seconds later at most."""
        if outcome.sha256 is None or (outcome.error and outcome.error.code in NOT_KEPT):
            return
        key = self.key(outcome.source, outcome.sha256)
        self._used[key] = key
        if outcome.part is not None:
            if self._follows:
                self._adopt(outcome.part)
        else:
            self._waiting.append(Result(key, outcome))
            self._weight += weight(outcome)
            self._flush_when_due()

    def save(self) -> None:
        """Write what is not written yet."""
        self._flush()
        if self._digest_noted() != self.digest:
            self._write(DIGEST, {"digest": self.digest})
        if self._has_new_stamps:
            self._write_stamps()
            self._has_new_stamps = False

    def where(self, key: str) -> Where:
        """Where a result on disk is."""
        return Where(*divmod(self._where[key], MOST_ROWS))

    def plan(self, key: str) -> bytes | None:
        """The plan of a result on disk, as JSON."""
        where = self.where(key)
        with _damage_told():
            return _plans(self._path(where.part))[where.row].encode() or None

    def plans(self, places: Iterable[Where]) -> Iterator[str]:
        """The plans of results, as JSON."""
        for part, rows in _runs(places):
            with _damage_told():
                plans = read_plans(self._path(part))
            yield from (plans[row] for row in rows if plans[row])

    def rows(self, places: Iterable[Where]) -> Iterator[Mapping[str, pa.Table]]:
        """The rows of the six tables that results have, some results at a time."""
        for part, rows in _runs(places):
            with _damage_told():
                documents = self._tables(part).take(whole_numbers(rows))
            yield rows_of(documents)

    def written(self) -> Mapping[str, Any]:
        """What the tables were made of, empty where that is not known."""
        return self._read("written.json")

    def set_written(self, told: Mapping[str, Any]) -> None:
        """Tell what the tables were made of."""
        self._write("written.json", told)

    def tidy(self, keys: Sequence[str]) -> None:
        """Join the parts in which the results of this run are, these first, where they are many more than need be."""
        used = [*keys, *sorted(self._used.keys() - set(keys))]
        if len({self.where(key).part for key in used}) <= TOO_MANY * (len(used) // ROWS_A_PART + 1):
            return
        for start in range(0, len(used), ROWS_A_PART):
            some = used[start : start + ROWS_A_PART]
            data = joined_parts([(self._path(part), rows) for part, rows in _runs(map(self.where, some))])
            self._enter_part(self._write_part(some, data), some)

    def clear_out(self) -> None:
        """Remove the parts that hold no result of this run's inputs."""
        current = {self._parts[self.where(key).part] for key in self._used}
        for path in self.parts_folder.iterdir():
            if path.name not in current:
                with suppress(OSError):
                    path.unlink()

    def _load(self) -> None:
        # Oldest first: of two results of one key the later counts.
        paths = sorted(self.parts_folder.glob("*.parquet"), key=lambda path: (path.stat().st_mtime_ns, path.name))
        for path in paths:
            with suppress(OSError, ValueError, KeyError, TypeError):  # a part of an older program, or damaged
                results = read_kept(path)
                self._enter_part(path.name, [result.key for result in results])
                self._kept |= {key: replace(outcome, part=path.name) for key, outcome in results}
        self._stamps = self._read_stamps()

    def _adopt(self, name: str) -> None:
        # One of this name may be here from an earlier run: a worker that read the same documents again replaced it.
        if name not in self._adopted:
            if self._bring:
                self._bring(name)
            self._adopted.add(name)
            self._enter_part(name, [result.key for result in read_kept(self.parts_folder / name)])

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
            self._enter_part(self._write_part(keys, part_bytes(self._waiting)), keys)
            self._waiting, self._weight = [], 0
            give_back_memory()
        self._since = time.monotonic()

    def _write_part(self, keys: Iterable[str], data: bytes) -> str:
        name = part_name(keys)
        write_file(self.parts_folder / name, data)
        return name

    def _digest_noted(self) -> object:
        return self._read(DIGEST).get("digest")

    def _tables(self, part: int) -> pa.Table:
        if part not in self._loaded:
            self._loaded[part] = read_tables(self._path(part))
            if len(self._loaded) > LOADED:
                self._loaded.popitem(last=False)
        self._loaded.move_to_end(part)
        return self._loaded[part]

    def _path(self, part: int) -> Path:
        return self.parts_folder / self._parts[part]

    def _read(self, name: str) -> dict[str, Any]:
        with suppress(OSError, ValueError):
            told = json.loads((self.folder / name).read_bytes())
            return told if isinstance(told, dict) else {}
        return {}

    def _read_stamps(self) -> dict[str, str]:
        with suppress(OSError, ValueError, TypeError), (self.folder / STAMPS).open("rb") as file:
            return dict(map(json.loads, file))
        return {}

    def _write_stamps(self) -> None:
        with replacing(self.folder / STAMPS) as file:
            for line in self._stamps.items():
                file.write(json.dumps(line).encode() + b"\n")

    def _write(self, name: str, told: Mapping[str, Any]) -> None:
        write_file(self.folder / name, json.dumps(told, ensure_ascii=False).encode())


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise OutputError(f"a part is damaged; remove it and run again: {error}") from error


@lru_cache(maxsize=2)
def _plans(path: Path) -> list[str]:
    return read_plans(path)


def _runs(places: Iterable[Where]) -> Iterator[tuple[int, list[int]]]:
    # Neighbours of one part together.
    part, rows = -1, list[int]()
    for where in places:
        if rows and (where.part != part or len(rows) >= ROWS_A_PART):
            yield part, rows
            rows = []
        part = where.part
        rows.append(where.row)
    if rows:
        yield part, rows
