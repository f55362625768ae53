"""What became of an input: one Outcome for each, always, whatever went wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import Literal

from .errors import ActionPlanError, DocumentError, OutOfMemory, OutputError, WrongRequest

MESSAGE_LENGTH = 500
_NOT_IN_LINE = frozenset(("plan", "rows", "kept", "part", "key"))

Status = Literal["ok", "failed", "skipped"]


@dataclass(frozen=True)
class Job:
    """A document to read: its name in the results, its file and what the file held when it was found.

    `draft` is where the plan is to be written first, by whoever reads the document, `held` is where the whole outcome
    is to wait until it is kept.
    """

    source: str
    path: str
    sha256: str
    size: int
    draft: str | None = None
    held: str | None = None


@dataclass(frozen=True)
class Failure:
    """Why there is no plan: the contract's code and a sentence; `skipped` where that is no fault."""

    code: str
    message: str
    skipped: bool = False

    @property
    def status(self) -> Status:
        """The status of an input with this failure."""
        return "skipped" if self.skipped else "failed"


@dataclass(frozen=True)
class Outcome:
    """What became of an input.

    `plan` is the plan's JSON as it will be written, `rows` are its rows in each of the six tables as lines
    of JSON; `size` is in bytes. `draft` is a file that holds the plan as well, for good. Where plan and rows are not
    here, `held` is a file that holds the whole outcome, or `part` names the part that does. `kept` tells an outcome
    of an earlier run from a new one, `key` is what it is kept by.
    """

    source: str
    status: Status
    error: Failure | None = None
    sha256: str | None = None
    size: int | None = None
    format: str | None = None
    partial: bool = False
    plan: bytes | None = field(default=None, repr=False)
    pages: int | None = None
    recommendations: int | None = None
    actions: int | None = None
    deadlines: int | None = None
    words_kept: float | None = None
    findings: Mapping[str, int] = field(default_factory=dict)
    seconds: float | None = None
    rows: tuple[bytes, ...] = field(default=(), repr=False)
    plan_size: int | None = None
    draft: str | None = None
    held: str | None = None
    kept: bool = False
    part: str | None = None
    key: str | None = None

    @classmethod
    def of_failure(cls, failure: Failure, source: str) -> Outcome:
        """The outcome of an input that gave no plan."""
        return cls(source, failure.status, failure)

    def of_job(self, job: Job) -> Outcome:
        """The outcome with what is known of the job's file."""
        return replace(self, sha256=job.sha256, size=job.size)

    def put_by(self, path: str) -> Outcome:
        """The outcome without plan and rows, once a file holds the whole of it; itself where that cannot be written."""
        try:
            with open(path, "wb") as file:
                file.write(self.to_json())
        except OSError:
            return self
        return replace(self, plan=None, rows=(), plan_size=len(self.plan or b""), held=path)

    def whole(self) -> Outcome:
        """The outcome with plan and rows; raises OutputError."""
        if self.held is None:
            return self
        try:
            with open(self.held, "rb") as file:
                return Outcome.from_json(file.read())
        except OSError as error:
            raise OutputError(f"cannot read {self.held}: {error.strerror or error}") from error

    @property
    def document_id(self) -> str | None:
        """The document's identifier, None where its bytes could not be read."""
        return self.sha256 and self.sha256[:16]

    def to_json(self) -> bytes:
        """A line for the outcome, then its plan and rows, as plain JSON."""
        texts = [self.plan or b"", *self.rows]
        fields = {name: value for name, value in vars(self).items() if name not in _NOT_IN_LINE}
        fields |= {"error": self.error and vars(self.error), "findings": dict(self.findings)}
        return json.dumps(fields | {"texts": [len(text) for text in texts]}).encode() + b"\n" + b"".join(texts)

    @classmethod
    def from_json(cls, data: bytes) -> Outcome:
        """The outcome of which `to_json` gave the bytes."""
        line, _, rest = data.partition(b"\n")
        fields = json.loads(line)
        ends = list(accumulate(fields.pop("texts"), initial=0))
        plan, *rows = (rest[start:end] for start, end in pairwise(ends))
        error = fields["error"] and Failure(**fields["error"])
        return cls(**{**fields, "error": error, "plan": plan or None, "rows": tuple(rows)})


def failure_of(error: BaseException) -> Failure:
    """The failure an error means; one that nobody foresaw is an internal_error with its type's name."""
    if any(isinstance(cause, MemoryError) for cause in _causes(error)):
        return Failure(OutOfMemory.code, "reading it needed more memory than the limit allows")
    if isinstance(error, ActionPlanError):
        return Failure(error.code, _sentence(str(error)), isinstance(error, DocumentError) and error.skipped)
    return Failure(ActionPlanError.code, _sentence(f"{type(error).__name__}: {error}"))


def error_of(failure: Failure) -> ActionPlanError:
    """The error that a failure came from, to be raised in another process."""
    known: list[type[ActionPlanError]] = [WrongRequest, OutputError, *DocumentError.__subclasses__()]
    kinds = {kind.code: kind for kind in known}
    return kinds.get(failure.code, ActionPlanError)(failure.message)


def _causes(error: BaseException) -> Iterator[BaseException]:
    # Libraries wrap what they catch, some only as an argument of their own exception.
    waiting, seen = [error], set[int]()
    while waiting:
        current = waiting.pop()
        if id(current) not in seen:
            seen.add(id(current))
            yield current
            inner = (current.__cause__, current.__context__, *current.args)
            waiting.extend(e for e in inner if isinstance(e, BaseException))


def _sentence(message: str) -> str:
    # Addresses differ from run to run; lone surrogates cannot be written.
    message = re.sub(r" at 0x[0-9a-fA-F]+", "", " ".join(message.split()))
    message = message.encode(errors="backslashreplace").decode()
    return message if len(message) <= MESSAGE_LENGTH else message[: MESSAGE_LENGTH - 1] + "…"
