"""What can go wrong with a document or a run, named by condition; each knows its code.

An error ends a document (or the run); something a reader of the result should merely know is a
`Finding` (schema.py), which is data.
"""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """Exit codes of the command line."""

    OK = 0
    FAILED = 1  # at least one input failed, the others are written; or a validation found a difference
    USAGE = 2
    OUTPUT = 3  # the output could not be written
    INTERRUPTED = 130


class ActionPlanError(Exception):
    """Base of every error raised on purpose; `str()` of it is a sentence a person can act on."""

    code: ClassVar[str] = "internal_error"
    exit_code: ClassVar[ExitCode] = ExitCode.FAILED


class DocumentError(ActionPlanError):
    """A document that could not be extracted; status `failed` in the manifest."""

    skipped: ClassVar[bool] = False


class UnsupportedFormat(DocumentError):
    """No reader knows this content."""

    code = "unsupported_format"


class NotFound(DocumentError):
    """There is no file of this name."""

    code = "not_found"


class Unreadable(DocumentError):
    """The file is there but the system refuses to hand over its bytes."""

    code = "unreadable"


class EmptyFile(DocumentError):
    """The file holds no bytes, or nothing but white space."""

    code = "empty_file"


class Damaged(DocumentError):
    """The content breaks its own format's rules and nothing could be read from it."""

    code = "damaged"


class Encrypted(DocumentError):
    """The document asks for a password."""

    code = "encrypted"


class NoTextLayer(DocumentError):
    """The pages are pictures: there is no text to read without OCR."""

    code = "no_text_layer"


class UnreadableFonts(DocumentError):
    """The fonts do not say which characters their glyphs are."""

    code = "unreadable_fonts"


class TooLarge(DocumentError):
    """The file exceeds the size limit."""

    code = "too_large"


class TimedOut(DocumentError):
    """Reading took longer than the time limit."""

    code = "timed_out"


class OutOfMemory(DocumentError):
    """Reading needed more than the memory limit."""

    code = "out_of_memory"


class WorkerDied(DocumentError):
    """The process that read the document died (a crash in a native library, say)."""

    code = "worker_died"


class MissingDependency(DocumentError):
    """A program or package that this format needs is not installed."""

    code = "missing_dependency"


class SchemaViolation(DocumentError):
    """The extracted plan breaks the contract and was not written."""

    code = "schema_violation"


class NoPlanFound(DocumentError):
    """The document was read and holds no action plan."""

    code = "no_plan_found"
    skipped = True


class Duplicate(DocumentError):
    """The same bytes were given under another name before."""

    code = "duplicate"
    skipped = True


class WrongRequest(ActionPlanError):
    """What was asked of a document cannot be done with it: a page that it does not have, say."""

    code = "wrong_request"
    exit_code = ExitCode.USAGE


class OutputError(ActionPlanError):
    """The output folder or a file in it cannot be written."""

    code = "output_error"
    exit_code = ExitCode.OUTPUT


class ClusterError(ActionPlanError):
    """The cluster cannot do what is asked of it."""

    code = "cluster_error"
    exit_code = ExitCode.USAGE
