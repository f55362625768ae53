"""Converts many documents: every input gets an outcome, and the parent alone writes files."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from .child import PIPELINE, Work
from .destination import destination
from .engines import FAR, check_engine, chosen_engine
from .errors import ExitCode, OutputError
from .inputs import check_output, find_inputs, plan_names
from .intake import Intake
from .limits import Limits
from .outcome import Outcome
from .pipeline import Options
from .plugins import modules
from .state import State
from .state.keys import work_digest
from .tables import write_tables
from .writers._files import remove_leftovers, write_file
from .writers._manifest import MANIFEST, ManifestEntry, read_manifest, write_manifest

PLANS = "plans"
FIGURES = ("ok", "skipped", "failed", "partial", "recommendations", "actions", "deadlines", "kept")

Report = Callable[[Outcome, int], None]


@dataclass(frozen=True)
class Run:
    """What a run gave: its folder, its files (besides the plans') and how many inputs became what.

    `kept` counts the inputs whose result an earlier run had left.
    """

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
    kept: int = 0
    address: str | None = None

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
    scheduler: str | None = None,
    retry_failed: bool = False,
    force: bool = False,
    report: Report | None = None,
    extractor: str = PIPELINE,
) -> Run:
    """Extract every input (files, folders, patterns, archives, addresses) and write the results to `out`.

    A document that fails is an outcome in the manifest, never an exception. What an earlier run into
    the same folder has read is not read again unless it or the options changed; `retry_failed` tries
    again what failed, `force` everything. `formats` names further tables ("csv", "xlsx"); `workers` is
    the number of children, by default one a processor; `scheduler` is the address of a cluster for the
    engine "dask"; `report` is called with each outcome and the number of inputs. Raises OutputError where
    the folder or a file in it cannot be written or another run writes there, ValueError for a format or
    an engine that does not exist.
    """
    writers = _chosen_writers(formats)
    check_engine(engine)
    given = [inputs] if isinstance(inputs, str | os.PathLike) else list(inputs)
    work = Work(options or Options(), limits or Limits(), extractor)
    with destination(out) as target:
        check_output(given, target.folder)
        with State(
            target.folder, work_digest(work), bring=target.bring, retry_failed=retry_failed, force=force
        ) as state:
            _make_ready(target.folder)
            found = find_inputs(given, target.folder, state.spool)
            intake = Intake(found, state, work.limits, looks_inside=engine not in FAR)
            ledger = _Ledger(target.folder, plan_names([item.source for item in found]), state)
            run = chosen_engine(engine, scheduler, target.parts, state.digest)
            with closing(run(intake, work, workers or _processors())) as outcomes:
                entered = map(ledger.enter, _reported(_settled(outcomes, intake, state), report, len(found)))
                write_manifest(entered, target.folder)
            state.save()
            _remove_stale(target.folder / PLANS, ledger.plans)
            files = write_tables(target.folder, state, ledger.keys, writers)
            return ledger.close(files, len(found), target.address)


def format_names() -> list[str]:
    """The names of the formats that are written on request."""
    return sorted(writer.NAME for writer in modules("writers") if not writer.ALWAYS)


class _Ledger:
    # Enters each outcome: its plan into a file, its figures into the totals, its key among the results.

    def __init__(self, folder: Path, names: Mapping[str, str], state: State) -> None:
        self.folder = folder
        self.names = names
        self.state = state
        self.plans = set[str]()
        self.keys: list[str] = []
        self.totals = Counter[str]()
        self._sizes = {entry.name: entry.stat().st_size for entry in os.scandir(folder / PLANS)}

    def enter(self, outcome: Outcome) -> ManifestEntry:
        """The outcome's line of the manifest, once its plan is written."""
        output = None
        if outcome.status == "ok":
            name = self.names[outcome.source]
            self._write_plan(outcome, name)
            output = f"{PLANS}/{name}"
        self._count(outcome)
        return entry_of(outcome, output)

    def _write_plan(self, outcome: Outcome, name: str) -> None:
        key = self.state.key(outcome.source, outcome.sha256 or "")
        self.plans.add(name)
        self.keys.append(key)
        if not outcome.kept or self._sizes.get(name) != outcome.plan_size:
            write_file(self.folder / PLANS / name, outcome.plan or self.state.plan(key))

    def _count(self, outcome: Outcome) -> None:
        self.totals.update({outcome.status: 1, "partial": outcome.partial, "kept": outcome.kept})
        for name in ("recommendations", "actions", "deadlines"):
            self.totals[name] += getattr(outcome, name) or 0

    def close(self, files: tuple[Path, ...], inputs: int, address: str | None) -> Run:
        """The run's result; raises OutputError where the manifest does not account for every input."""
        with (self.folder / MANIFEST).open("rb") as manifest:
            lines = sum(1 for _ in manifest)
        if lines != inputs:
            raise OutputError(f"{self.folder / MANIFEST} accounts for {lines} of {inputs} inputs")
        figures = {name: self.totals[name] for name in FIGURES}
        return Run(self.folder, (self.folder / MANIFEST, *files), inputs, address=address, **figures)


def entry_of(outcome: Outcome, output: str | None) -> ManifestEntry:
    """The outcome as a line of the manifest."""
    fields = {name: value for name, value in vars(outcome).items() if name in ManifestEntry.model_fields}
    error = outcome.error and {"code": outcome.error.code, "message": outcome.error.message}
    named = {"bytes": outcome.size, "document_id": outcome.document_id, "output": output, "error": error}
    return ManifestEntry.model_validate(fields | named)


def _chosen_writers(formats: Sequence[str]) -> list[ModuleType]:
    if unknown := set(formats) - set(format_names()):
        raise ValueError(f"no such format: {', '.join(sorted(unknown))}; there are {', '.join(format_names())}")
    return [writer for writer in modules("writers") if writer.ALWAYS or writer.NAME in formats]


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


def _settled(outcomes: Iterable[Outcome], intake: Intake, state: State) -> Iterator[Outcome]:
    for outcome in outcomes:
        if not outcome.kept:
            state.add(outcome)
        yield intake.settled(outcome)


def _reported(outcomes: Iterable[Outcome], report: Report | None, inputs: int) -> Iterator[Outcome]:
    for outcome in outcomes:
        yield outcome
        if report:
            report(outcome, inputs)


def _remove_stale(folder: Path, current: set[str]) -> None:
    # An earlier run's plans; a file that is no plan is somebody else's and stays.
    for path in folder.glob("*.json"):
        if path.name not in current and _holds_plan(path):
            with suppress(OSError):
                path.unlink()


def _holds_plan(path: Path) -> bool:
    with suppress(OSError), path.open("rb") as file:
        return b'"schema_version"' in file.read(100)
    return False
