"""What a run takes in: for each input its document to read, or the outcome that it has at once."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import file_digest
from itertools import count

from .errors import DocumentError, Duplicate, Unreadable, UnsupportedFormat
from .inputs import Input
from .inputs.places import Place, check_size
from .limits import Limits
from .outcome import Job, Outcome, failure_of
from .state import State


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that nobody has looked into yet: whoever reads it fetches its bytes."""

    source: str
    place: Place


Item = Job | Outcome | Unread


class Intake:
    """Goes through the inputs of a run; what a store or an archive holds is copied into the state's spool first.

    Those that are done with are dropped from `found`. Where `looks_inside` is false the documents' bytes are left
    alone: they are far away, and read there. Where `drafts` is true, each document's plan is to be written into the
    spool by whoever reads it.
    """

    def __init__(
        self, found: deque[Input], state: State, limits: Limits, *, looks_inside: bool = True, drafts: bool = False
    ) -> None:
        self.found = found
        self.state = state
        self.limits = limits
        self.looks_inside = looks_inside
        self.drafts = drafts
        self._numbers = count()
        self._spool = str(state.spool)
        self._copies: dict[str, str] = {}
        self._stamps: dict[str, str | None] = {}
        self._first_sources: dict[bytes, str] = {}

    def __iter__(self) -> Iterator[Item]:
        while self.found:
            item = self.found.popleft()
            try:
                yield self._item(item)
            except DocumentError as error:
                yield _refused(item, error)

    def settled(self, outcome: Outcome) -> Outcome:
        """The outcome as it counts: of documents with the same bytes the first one's. Its copy is thrown away."""
        if copy := self._copies.pop(outcome.source, None):
            with suppress(OSError):
                os.unlink(copy)
        if outcome.sha256 is None or (outcome.error and outcome.error.code == Duplicate.code):
            return outcome
        if stamp := self._stamps.pop(outcome.source, None):
            self.state.stamps.note(outcome.source, stamp, outcome.sha256, outcome.size or 0)
        first = self._first(outcome.source, outcome.sha256)
        return outcome if first == outcome.source else _duplicate(outcome, first)

    def _item(self, item: Input) -> Item:
        if item.error or item.place is None:
            raise item.error or Unreadable("it cannot be read")
        stamp = item.place.stamp()
        hashed, job = self.state.stamps.find(item.source, stamp), None
        if hashed is None and self.looks_inside:
            job = self._fetched(item.source, item.place)
            hashed = job.sha256, job.size
        if hashed is not None:
            check_size(hashed[1], self.limits.size_bytes)
            self.state.stamps.note(item.source, stamp, *hashed)
            if known := self._known(item.source, *hashed):
                return known
        if not self.looks_inside:
            self._stamps[item.source] = stamp
            return Unread(item.source, item.place)
        return job or self._fetched(item.source, item.place)

    def _known(self, source: str, sha256: str, size: int) -> Outcome | None:
        # What need not be read: a duplicate, or a result that is kept.
        first = self._first(source, sha256) if self.looks_inside else source
        if first != source:
            return _duplicate(Outcome(source, "skipped", sha256=sha256, size=size), first)
        return self.state.find(source, sha256)

    def _first(self, source: str, sha256: str) -> str:
        # The first source with these bytes.
        return self._first_sources.setdefault(bytes.fromhex(sha256), source)

    def _fetched(self, source: str, place: Place) -> Job:
        copy = f"{self._spool}/{next(self._numbers)}"
        if not place.is_local:
            self._copies[source] = copy
        job = fetched(source, place, copy, self.limits)
        return replace(job, draft=f"{copy}.json" if self.drafts else None, held=f"{copy}.outcome")


def fetched(source: str, place: Place, spool: str, limits: Limits) -> Job:
    """The document to read, its bytes in a file and hashed; raises a DocumentError."""
    path = place.fetched(spool, limits.size_bytes)
    try:
        with open(path, "rb") as file:
            sha256 = file_digest(file, "sha256").hexdigest()
            return Job(source, path, sha256, file.tell())
    except OSError as error:
        raise Unreadable(f"the file cannot be read: {error.strerror or error}") from error


def _duplicate(outcome: Outcome, first: str) -> Outcome:
    failure = failure_of(Duplicate(f"the same bytes as {first}"))
    return replace(Outcome.of_failure(failure, outcome.source), sha256=outcome.sha256, size=outcome.size)


def _refused(item: Input, error: DocumentError) -> Outcome:
    failure = failure_of(error)
    is_bycatch = isinstance(error, UnsupportedFormat) and not item.named
    return Outcome.of_failure(replace(failure, skipped=failure.skipped or is_bycatch), item.source)
