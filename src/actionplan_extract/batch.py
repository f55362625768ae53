"""Converts many documents: every input gets an outcome, and the parent alone writes files."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, replace
from hashlib import file_digest
from pathlib import Path
from types import ModuleType

from .child import PIPELINE, Work
from .engines import ENGINES, Engine, Item
from .errors import DocumentError, Duplicate, ExitCode, NotFound, OutputError, TooLarge, Unreadable, UnsupportedFormat
from .inputs import Input, find_inputs, plan_names
from .limits import Limits
from .outcome import Job, Outcome, failure_of
from .pipeline import Options
from .plugins import modules
from .schema import ActionPlan
from .writers._files import remove_leftovers, write_file
from .writers._manifest import MANIFEST, ManifestEntry, read_manifest, write_manifest
from .writers._plan import read_plan

PLANS = "plans"
FIGURES = ("ok", "skipped", "failed", "partial", "recommendations", "actions", "deadlines")

Report = Callable[[Outcome, int], None]


@dataclass(frozen=True)
class Run:
    """What a run gave: its folder, its files (besides the plans') and how many inputs became what."""

    out: Path
    files: tuple[Path, ...]
    inputs: int
    ok: int
    skipped: int
    failed: int
    partial: int
    recommendations: int
    actions: int
    deadlines: int

    @property
    def exit_code(self) -> ExitCode:
        """FAILED where an input failed, else OK."""
        return ExitCode.FAILED if self.failed else ExitCode.OK

    def entries(self) -> Iterator[ManifestEntry]:
        """The lines of the manifest: one an input, in input order."""
        return read_manifest(self.out)


def convert(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    *,
    formats: Sequence[str] = (),
    options: Options | None = None,
    limits: Limits | None = None,
    engine: str = "local",
    workers: int | None = None,
    report: Report | None = None,
    extractor: str = PIPELINE,
) -> Run:
    """Extract every input (files, folders, patterns) and write the results to the folder `out`.

    A document that fails is an outcome in the manifest, never an exception. `formats` names further
    tables ("csv", "xlsx"); `workers` is the number of children, by default one a processor; `report` is
    called with each outcome and the number of inputs. Raises OutputError where the folder or a file in
    it cannot be written, ValueError for a format or an engine that does not exist.
    """
    folder = Path(os.path.abspath(out))
    writers, run_jobs = _chosen_writers(formats), _chosen_engine(engine)
    found = find_inputs([inputs] if isinstance(inputs, str | os.PathLike) else inputs, leave_out=folder)
    _make_ready(folder)
    work = Work(options or Options(), limits or Limits(), extractor)
    ledger = _Ledger(folder, plan_names([item.source for item in found]))
    with closing(run_jobs(_items(found, work.limits), work, workers or _processors())) as outcomes:
        write_manifest(map(ledger.enter, _reported(outcomes, report, len(found))), folder)
    _remove_stale(folder / PLANS, ledger.plans)
    files = tuple(file for writer in writers for file in writer.write(_Plans(ledger.plans), folder))
    _remove_unasked(folder, writers)
    return ledger.close(files, len(found))


def format_names() -> list[str]:
    """The names of the formats that are written on request."""
    return sorted(writer.NAME for writer in modules("writers") if not writer.ALWAYS)


class _Ledger:
    # Enters each outcome: its plan into a file, its figures into the totals.

    def __init__(self, folder: Path, names: Mapping[str, str]) -> None:
        self.folder = folder
        self.names = names
        self.plans: list[Path] = []
        self.totals = Counter[str]()

    def enter(self, outcome: Outcome) -> ManifestEntry:
        """The outcome's line of the manifest, once its plan is written."""
        output = None
        if outcome.plan is not None:
            output = f"{PLANS}/{self.names[outcome.source]}"
            self.plans.append(write_file(self.folder / output, outcome.plan))
        self._count(outcome)
        fields = asdict(replace(outcome, plan=None))
        named = {"bytes": outcome.size, "document_id": outcome.document_id, "output": output}
        return ManifestEntry.model_validate(fields | named)

    def _count(self, outcome: Outcome) -> None:
        self.totals.update({outcome.status: 1, "partial": int(outcome.partial)})
        for name in ("recommendations", "actions", "deadlines"):
            self.totals[name] += getattr(outcome, name) or 0

    def close(self, files: tuple[Path, ...], inputs: int) -> Run:
        """The run's result; raises OutputError where the manifest does not account for every input."""
        with (self.folder / MANIFEST).open("rb") as manifest:
            lines = sum(1 for _ in manifest)
        if lines != inputs:
            raise OutputError(f"{self.folder / MANIFEST} accounts for {lines} of {inputs} inputs")
        figures = {name: self.totals[name] for name in FIGURES}
        return Run(self.folder, (self.folder / MANIFEST, *files), inputs, **figures)


class _Plans:
    # The run's plans, read anew from their files by everyone who goes through them: memory stays flat.

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = paths

    def __iter__(self) -> Iterator[ActionPlan]:
        return map(read_plan, self.paths)


def _chosen_writers(formats: Sequence[str]) -> list[ModuleType]:
    if unknown := set(formats) - set(format_names()):
        raise ValueError(f"no such format: {', '.join(sorted(unknown))}; there are {', '.join(format_names())}")
    return [writer for writer in modules("writers") if writer.ALWAYS or writer.NAME in formats]


def _chosen_engine(name: str) -> Engine:
    if name not in ENGINES:
        raise ValueError(f"no such engine: {name}; there are {', '.join(ENGINES)}")
    return ENGINES[name]


def _processors() -> int:
    # Those this process may use, which on a shared machine are fewer than there are.
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _make_ready(folder: Path) -> None:
    try:
        (folder / PLANS).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot write to {folder}: {error.strerror}") from error
    remove_leftovers(folder)
    remove_leftovers(folder / PLANS)


def _items(found: Iterable[Input], limits: Limits) -> Iterator[Item]:
    # What need not be read (a duplicate, a file that is not there) has its outcome at once.
    first_sources: dict[str, str] = {}
    for item in found:
        try:
            job = _job(item, limits)
        except DocumentError as error:
            yield _refused(item, error)
            continue
        first = first_sources.setdefault(job.sha256, item.source)
        yield job if first == item.source else _duplicate(job, first)


def _duplicate(job: Job, first: str) -> Outcome:
    return Outcome.of_failure(failure_of(Duplicate(f"the same bytes as {first}")), job.source).of_job(job)


def _refused(item: Input, error: DocumentError) -> Outcome:
    failure = failure_of(error)
    is_bycatch = isinstance(error, UnsupportedFormat) and not item.named
    return Outcome.of_failure(replace(failure, skipped=failure.skipped or is_bycatch), item.source)


def _job(item: Input, limits: Limits) -> Job:
    if item.error:
        raise item.error
    try:
        status = item.path.stat(follow_symlinks=item.named)
        _check(status, limits)
        with item.path.open("rb") as file:
            return Job(item.source, item.path, file_digest(file, "sha256").hexdigest(), status.st_size)
    except FileNotFoundError as error:
        raise NotFound("there is no file of this name") from error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL
        raise Unreadable(f"the file cannot be read: {getattr(error, 'strerror', error)}") from error


def _check(status: os.stat_result, limits: Limits) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable("it is no regular file")
    if status.st_size > limits.size_bytes:
        raise TooLarge(f"the file is larger than {limits.size_mb} MB")


def _reported(outcomes: Iterable[Outcome], report: Report | None, inputs: int) -> Iterator[Outcome]:
    for outcome in outcomes:
        yield outcome
        if report:
            report(outcome, inputs)


def _remove_unasked(folder: Path, writers: Sequence[ModuleType]) -> None:
    # An earlier run's tables that this one did not write again would tell of other inputs.
    for writer in modules("writers"):
        for name in writer.FILES if writer not in writers else ():
            (folder / name).unlink(missing_ok=True)


def _remove_stale(folder: Path, current: Iterable[Path]) -> None:
    # An earlier run's plans; a file that is no plan is somebody else's and stays.
    kept = set(current)
    for path in folder.glob("*.json"):
        if path not in kept and _holds_plan(path):
            with suppress(OSError):
                path.unlink()


def _holds_plan(path: Path) -> bool:
    with suppress(OSError), path.open("rb") as file:
        return b'"schema_version"' in file.read(100)
    return False
