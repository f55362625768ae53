"""Finds the documents of a run: files, folders, patterns, archives and addresses become inputs in a stable order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from functools import cache
from glob import glob, has_magic
from hashlib import sha256
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from unicodedata import normalize

from ..errors import Damaged, DocumentError, OutputError, Unreadable, UnsupportedFormat
from ..readers import known_suffixes
from .archives import Archive
from .places import FilePlace, MemberPlace, ObjectPlace, Place
from .stores import is_uri, mark, open_store, scheme, store_errors

_WRITTEN = ("manifest.jsonl", "datapackage.json", "plans")
_FILE_URI, _ZIP_URI, _LINK = "file://", "zip://", "::"
LONGEST_NAME = 200  # bytes of a plan's file name that a document's name may take; file systems allow 255


@dataclass(frozen=True, slots=True)
class Input:
    """A document to read, or why it cannot be.

    `source` is its path relative to the run's root (POSIX), or its address; `place` is where its bytes
    lie; `named` tells a file that the user named from one found in a folder.
    """

    source: str
    place: Place | None
    named: bool
    error: DocumentError | None = None


class _Given(NamedTuple):
    # Something given as an input, once patterns are expanded: a local path, or an address.
    text: str
    pattern: str = ""  # of members of an archive, where it is one

    @property
    def is_remote(self) -> bool:
        return is_uri(self.text)


def find_inputs(given: Iterable[str | os.PathLike[str]], leave_out: Path, spool: Path | None = None) -> list[Input]:
    """The inputs of a run, each once: in the order given, within a folder, an archive or a store by name.

    Patterns are expanded where no shell has done it. The output of an earlier run is refused as a whole:
    its tables would bring the same actions in once more. The root of relative paths is the deepest folder
    that holds every file given. The folder `leave_out` is not entered: it is the run's own output. An
    archive in a store is copied into the folder `spool`.
    """
    items = [each for item in given for each in _expand(os.fspath(item))]
    local = [item.text for item in items if not item.is_remote]
    root = _common_folder(local) if local else os.getcwd()
    return list(_each_once(each for item in items for each in _inputs(item, root, str(leave_out), spool)))


def _each_once(inputs: Iterable[Input]) -> Iterator[Input]:
    # By where it lies; two that lie apart may look alike, for a name that is no Unicode is escaped.
    places, sources = set[object](), set[str]()
    for item in inputs:
        where = item.place.path if isinstance(item.place, FilePlace) else item.place or item.source
        if where not in places:
            alike = Unreadable("its name, written out, is another input's") if item.source in sources else None
            yield replace(item, error=alike) if alike and not item.error else item
            places.add(where)
            sources.add(item.source)


def check_output(given: Iterable[str | os.PathLike[str]], out: Path) -> None:
    """Raises OutputError where the output folder is an input itself."""
    if str(out) in (each.text for item in given for each in _expand(os.fspath(item))):
        raise OutputError(f"{out} is an input, and cannot be the output folder as well")


def is_output(folder: Path) -> bool:
    """Has a run written this folder?"""
    return all((folder / name).exists() for name in _WRITTEN)


def listed(text: str) -> list[str]:
    """The inputs that a list names, one a line, or each ended by a NUL."""
    lines = text.split("\0") if "\0" in text else text.splitlines()
    return [line for line in lines if line.strip()]


class PlanNames:
    """The names of the sources' plan files: the document's own name and ".json".

    Where sources share a name, a piece of the hash of their path tells them apart; a name that is too
    long is cut and gets one too.
    """

    def __init__(self, sources: Sequence[str]) -> None:
        names = sorted(map(_folded, sources))
        self._shared = {name for name, other in pairwise(names) if name == other}

    def of(self, source: str) -> str:
        """The name of a source's plan file."""
        return f"{_plan_stem(source, is_shared=_folded(source) in self._shared)}.json"


def _plan_stem(source: str, is_shared: bool) -> str:
    name = PurePosixPath(source).name.encode()
    if not is_shared and len(name) <= LONGEST_NAME:
        return name.decode()
    return f"{name[:LONGEST_NAME].decode(errors='ignore')}-{sha256(source.encode()).hexdigest()[:8]}"


def _folded(source: str) -> str:
    # Upper and lower case, composed and decomposed accents are the same name to some file systems.
    return normalize("NFC", PurePosixPath(source).name).casefold()


def _expand(item: str) -> Iterator[_Given]:
    if item.startswith(_ZIP_URI):
        pattern, _, archive = item.removeprefix(_ZIP_URI).partition(_LINK)
        yield from (_Given(each.text, pattern or "*") for each in _expand(archive))
    elif is_uri(item) and not item.startswith(_FILE_URI):
        yield _Given(item)
    else:
        path = item.removeprefix(_FILE_URI)
        is_pattern = has_magic(path) and not os.path.lexists(path)
        names = (sorted(glob(path, recursive=True)) or [path]) if is_pattern else [path]
        yield from (_Given(os.path.abspath(name)) for name in names)


def _common_folder(paths: Sequence[str]) -> str:
    return os.path.commonpath([path if os.path.isdir(path) else os.path.dirname(path) for path in paths])


def _inputs(item: _Given, root: str, leave_out: str, spool: Path | None) -> Iterator[Input]:
    path = item.text
    if item.is_remote:
        yield from _objects(item, spool)
    elif os.path.isdir(path):
        yield from _walk(path, root, leave_out)
    elif item.pattern or path.lower().endswith(".zip"):
        yield from _members(item, Archive(path), _source(path, root))
    else:
        yield Input(_source(path, root), FilePlace(path), named=True)


def _walk(folder: str, root: str, leave_out: str) -> Iterator[Input]:
    # With a list of what is left to visit: a hostile tree can be deeper than Python's own stack.
    left = [folder]
    while left:
        path = left.pop()
        if path == folder or (os.path.isdir(path) and not os.path.islink(path)):
            if is_output(Path(path)):
                refusal = UnsupportedFormat("the output of an earlier run is no document")
                yield Input(_source(path, root), None, named=False, error=refusal)
                continue
            try:
                left.extend(sorted(_entries(path, leave_out), reverse=True))
            except OSError as error:
                unreadable = Unreadable(f"the folder cannot be read: {error.strerror}")
                yield Input(_source(path, root), None, named=False, error=unreadable)
        else:
            yield Input(_source(path, root), FilePlace(path, followed=False), named=False, error=_refusal(path))


def _entries(folder: str, leave_out: str) -> list[str]:
    paths = (os.path.join(folder, name) for name in os.listdir(folder))
    return [path for path in paths if path != leave_out and not _is_left_out(os.path.basename(path), path)]


def _is_left_out(name: str, path: str | None) -> bool:
    # The path tells a folder from a file, where there are folders.
    name = name.casefold()
    if name.startswith("_") and path is not None:
        return os.path.isdir(path)
    return name.startswith(".") or name.endswith(".expected.json") or os.path.splitext(name)[0] == "readme"


def _refusal(path: str) -> DocumentError | None:
    suffix = os.path.splitext(path)[1]
    if suffix.lower() == ".zip":
        return UnsupportedFormat("an archive in a folder is not opened; give it as an input of its own")
    if error := _unknown_suffix(suffix):
        return error
    if os.path.islink(path):
        return Unreadable("a symbolic link in a folder is not followed")
    return None


def _unknown_suffix(suffix: str) -> DocumentError | None:
    if suffix.lower() in _suffixes():
        return None
    return UnsupportedFormat(f"no reader knows the suffix {suffix or 'none'!r}")


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(known_suffixes())


def _members(item: _Given, archive: Archive, source: str) -> Iterator[Input]:
    try:
        members = archive.members()
        if archive.is_document and not item.pattern:
            yield Input(source, FilePlace(archive.path), named=True)
            return
    except DocumentError as error:
        yield Input(source, None, named=True, error=error)
        return
    seen = set[str]()
    for name, index in sorted((info.filename, index) for index, info in enumerate(members)):
        if _is_document_below(name) and fnmatch(name, item.pattern or "*"):
            double = Damaged("the archive has two members of this name") if name in seen else None
            seen.add(name)
            refusal = double or _unknown_suffix(PurePosixPath(name).suffix)
            yield Input(_printable(_member_source(item, source, name)), MemberPlace(archive, index), False, refusal)


def _member_source(item: _Given, source: str, name: str) -> str:
    return f"{_ZIP_URI}{name}{_LINK}{source}" if item.pattern else f"{source}/{name}"


def _is_document_below(name: str) -> bool:
    # As in a folder: no folder itself, nothing hidden, nothing below a folder put aside.
    *folders, last = PurePosixPath(name).parts or ("",)
    aside = any(folder.startswith((".", "_")) for folder in folders if folder not in (".", ".."))
    return not (name.endswith("/") or aside or _is_left_out(last, None))


def _objects(item: _Given, spool: Path | None) -> Iterator[Input]:
    try:
        objects = _listing(item.text)
    except DocumentError as error:
        yield Input(item.text, None, named=True, error=error)
        return
    is_archive = item.text.lower().endswith(".zip") and len(objects) == 1
    if item.pattern or is_archive:
        yield from _remote_members(item, spool)
    elif not objects or [name for name, _ in objects] == [""]:
        yield Input(item.text, objects[0][1] if objects else ObjectPlace(item.text, None, None), named=True)
    else:
        yield from _walked(objects)


def _listing(uri: str) -> list[tuple[str, ObjectPlace]]:
    # The objects that an address means, each with its name below it.
    with store_errors(uri):
        store, path = open_store(uri)
        store.invalidate_cache()
        found = store.glob(path, detail=True) if has_magic(path) else store.find(path, detail=True)
    root = path.rpartition("/")[0] if has_magic(path) else path
    files = [info for _, info in sorted(found.items()) if info["type"] == "file"]
    return [(info["name"].removeprefix(root).lstrip("/"), _object(uri, info)) for info in files]


def _object(uri: str, info: Mapping[str, Any]) -> ObjectPlace:
    return ObjectPlace(f"{scheme(uri)}://{info['name'].lstrip('/')}", mark(info), info.get("size"))


def _walked(objects: Sequence[tuple[str, ObjectPlace]]) -> Iterator[Input]:
    # By the rules of a folder.
    written = _outputs([place.uri for _, place in objects])
    for folder in written:
        refusal = UnsupportedFormat("the output of an earlier run is no document")
        yield Input(folder, None, named=False, error=refusal)
    for name, place in objects:
        is_written = place.uri.startswith(tuple(f"{folder}/" for folder in written))
        if not is_written and _is_document_below(name):
            unknown = _unknown_suffix(PurePosixPath(name).suffix)
            yield Input(_printable(place.uri), place, named=False, error=unknown)


def _outputs(uris: Sequence[str]) -> list[str]:
    known = set(uris)
    folders = [uri.removesuffix("/manifest.jsonl") for uri in uris if uri.endswith("/manifest.jsonl")]
    return [folder for folder in folders if f"{folder}/datapackage.json" in known]


def _remote_members(item: _Given, spool: Path | None) -> Iterator[Input]:
    try:
        copy = _copied(item.text, spool)
    except DocumentError as error:
        yield Input(item.text, None, named=True, error=error)
        return
    yield from _members(item, Archive(str(copy)), item.text)


def _copied(uri: str, spool: Path | None) -> Path:
    if spool is None:
        raise Unreadable("an archive in a store is not opened here")
    copy = spool / f"{sha256(uri.encode()).hexdigest()[:16]}.zip"
    with store_errors(uri):
        store, path = open_store(uri)
        store.get_file(path, str(copy))
    return copy


def _source(path: str, root: str) -> str:
    inside = path[len(root) :].lstrip(os.sep) if path != root else "."
    return _printable(inside.replace(os.sep, "/"))


def _printable(name: str) -> str:
    return os.fsencode(name).decode(errors="backslashreplace")
