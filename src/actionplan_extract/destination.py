"""Where a run writes: a folder, or an address that a folder stands in for until the run is done."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from .errors import ActionPlanError, OutputError
from .inputs.stores import is_uri, open_store
from .state import STATE
from .writers._files import TEMPORARY_SUFFIX, write_file

PUSHED = "pushed.json"
AT_A_TIME = 200  # files copied to a store before that is noted
_OWN = frozenset(("lock", PUSHED))

Looks = dict[str, list[int]]


@dataclass(frozen=True)
class Target:
    """The folder that a run writes to, and the address it stands in for, if any.

    `parts` is where whoever reads documents elsewhere writes their parts; `bring` fetches one of them
    into the folder.
    """

    folder: Path
    parts: str
    address: str | None = None
    bring: Callable[[str], None] | None = None


@contextmanager
def destination(out: str | os.PathLike[str]) -> Iterator[Target]:
    """Where results are written; what stands in for an address is copied there when the block ends without an error.

    Raises OutputError where the address cannot be written.
    """
    address = os.fspath(out)
    if not is_uri(address) or address.startswith("file://"):
        folder = Path(os.path.abspath(address.removeprefix("file://")))
        yield Target(folder, str(folder / STATE / "parts"))
        return
    mirror = _Mirror(address.rstrip("/"))
    mirror.pull()
    yield Target(mirror.folder, f"{mirror.address}/{STATE}/parts", mirror.address, mirror.bring)
    mirror.push()


class _Mirror:
    # A folder in the user's cache. It stays there: the next run into the address goes on from it, and
    # where there is none (another machine), from what is at the address.

    def __init__(self, address: str) -> None:
        self.address = address
        self._brought: Looks = {}
        self.folder = _cache() / sha256(address.encode()).hexdigest()[:16]
        with _errors(address):
            self.store, self.root = open_store(address)

    def pull(self) -> None:
        """Fetch an earlier run's results: all where nothing is here, else the parts that others have written."""
        has_state = (self.folder / STATE).exists()
        with _errors(self.address):
            for name, info in sorted(self._remote().items(), key=lambda item: _age(item[1])):
                is_part = name.startswith(f"{STATE}/parts/")
                if (is_part or not has_state) and not (self.folder / name).exists():
                    self._get(name, _age(info))
        self._note(self._pushed() | self._brought)

    def bring(self, name: str) -> None:
        """Fetch a part."""
        with _errors(self.address):
            self._get(f"{STATE}/parts/{name}")

    def push(self) -> None:
        """Copy to the address what changed, and remove what an earlier run had copied and is here no more."""
        with _errors(self.address):
            known, local, remote = self._pushed() | self._brought, self._local(), self._remote()
            changed = [
                name for name, look in local.items() if known.get(name) != look or _size(remote, name) != look[0]
            ]
            for start in range(0, len(changed), AT_A_TIME):
                some = changed[start : start + AT_A_TIME]
                self.store.put([str(self.folder / name) for name in some], [f"{self.root}/{name}" for name in some])
                known |= {name: local[name] for name in some}
                self._note(known)
            for name in known.keys() - local.keys():
                if name in remote:
                    self.store.rm_file(f"{self.root}/{name}")
            self._note(local)

    def _get(self, name: str, age: float | None = None) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name}{TEMPORARY_SUFFIX}")
        self.store.get_file(f"{self.root}/{name}", str(temporary))
        if age:  # of two results of one document the later counts
            os.utime(temporary, times=(age, age))
        temporary.replace(path)
        self._brought[name] = _look(path.stat())

    def _local(self) -> Looks:
        # The manifest last: who finds it finds the rest.
        paths = [path for path in self.folder.rglob("*") if path.is_file() and _counts(path, self.folder)]
        paths.sort(key=lambda path: (path.name == "manifest.jsonl", path))
        return {path.relative_to(self.folder).as_posix(): _look(path.stat()) for path in paths}

    def _remote(self) -> dict[str, Mapping[str, Any]]:
        self.store.invalidate_cache()
        found = self.store.find(self.root, detail=True)
        return {name.removeprefix(self.root).lstrip("/"): info for name, info in found.items()}

    def _pushed(self) -> Looks:
        with suppress(OSError, ValueError):
            return dict(json.loads((self.folder / STATE / PUSHED).read_bytes()))
        return {}

    def _note(self, looks: Looks) -> None:
        write_file(self.folder / STATE / PUSHED, json.dumps(looks).encode())


def _cache() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    return Path(home) / "actionplan-extract"


def _counts(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    return not (path.name.endswith(TEMPORARY_SUFFIX) or (parts[0] == STATE and (parts[1] in _OWN or "spool" in parts)))


def _look(status: os.stat_result) -> list[int]:
    return [status.st_size, status.st_mtime_ns]


def _size(remote: Mapping[str, Mapping[str, Any]], name: str) -> int | None:
    return remote[name].get("size") if name in remote else None


def _age(info: Mapping[str, Any]) -> float:
    for name in ("LastModified", "mtime", "updated", "last_modified", "created"):
        if hasattr(info.get(name), "timestamp"):
            return float(info[name].timestamp())
    return 0.0


@contextmanager
def _errors(address: str) -> Iterator[None]:
    try:
        yield
    except OutputError:
        raise
    except ActionPlanError as error:
        raise OutputError(f"cannot write to {address}: {error}") from error
    except Exception as error:  # each store's library has errors of its own, with no common base
        raise OutputError(f"cannot write to {address}: {error or type(error).__name__}") from error
