"""Converts many documents: every input gets an outcome, and what stands in the output the parent alone puts there."""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from .child import PIPELINE, Work
from .destination import Target, destination
from .engines import FAR, check_engine, chosen_engine
from .errors import ExitCode, OutputError
from .inputs import PlanNames, check_output, find_inputs
from .intake import Intake
from .limits import Limits
from .outcome import Failure, Outcome
from .pipeline import Options
from .plugins import modules
from .scribe import Apart, Here
from .state import State, recorded_digest
from .state.keys import work_digest
from .tables import write_tables
from .writers._files import Promotion, kept_back, promote, remove_leftovers, sync_folder, write_file
from .writers._manifest import MANIFEST, ManifestEntry, read_manifest, write_manifest

PLANS = "plans"
DRAFTS = 32  # plans that are put in their place at a time, by whoever writes
_LINE = frozenset(ManifestEntry.model_fields)
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
    parts_only: bool = False,
    report: Report | None = None,
    extractor: str = PIPELINE,
) -> Run:
    """Extract every input (files, folders, patterns, archives, addresses) and write the results to `out`.

    A document that fails is an outcome in the manifest, never an exception. What an earlier run into
    the same folder has read is not read again unless it or the options changed; `retry_failed` tries
    again what failed, `force` everything. `formats` names further tables ("csv", "xlsx"); `parts_only`
    leaves plans and tables to `compact`. `workers` is the number of children, by default one a processor;
    `scheduler` is the address of a cluster for the engine "dask". `report` is called with each outcome and
    the number of inputs. Raises OutputError where the folder or a file in it cannot be written or another
    run writes there, ClusterError where the cluster cannot be used, ValueError for a format or an engine
    that does not exist.
    """
    writers = [] if parts_only else _chosen_writers(formats)
    check_engine(engine)
    given = [inputs] if isinstance(inputs, str | os.PathLike) else list(inputs)
    work = Work(options or Options(), limits or Limits(), extractor)
    digest = work_digest(work)
    with destination(out) as target:
        check_output(given, target.folder)
        with State(
            target.folder,
            digest,
            scribe=Apart() if engine == "local" else Here(),
            bring=target.bring,
            follows=not parts_only,
            retry_failed=retry_failed,
            force=force,
        ) as state:
            found = deque(find_inputs(given, target.folder, state.spool))
            count = len(found)
            intake = Intake(found, state, work.limits, looks_inside=engine not in FAR, drafts=bool(writers))
            ledger = _Ledger(target, [item.source for item in found], state, writers)
            run = chosen_engine(engine, scheduler, (target.parts, digest))
            with closing(run(intake, work, workers or _processors())) as outcomes:
                return ledger.close(_reported(_settled(outcomes, intake, state), report, count))


def compact(out: str | os.PathLike[str], *, formats: Sequence[str] = ()) -> Run:
    """Write the plans and tables of the run into `out` again, from the parts that it left; no document is read.

    The parts are joined where there are many. Raises NotFound where there is no run, OutputError where
    a file cannot be written.
    """
    writers = _chosen_writers(formats)
    with destination(out) as target:
        entries = list(read_manifest(target.folder))
        with State(target.folder, recorded_digest(target.folder), bring=target.bring) as state:
            ledger = _Ledger(target, [entry.source for entry in entries], state, writers)
            return ledger.close(_outcome_of(entry, state) for entry in entries)


def format_names() -> list[str]:
    """The names of the formats that are written on request."""
    return sorted(writer.NAME for writer in modules("writers") if not writer.ALWAYS)


class _Ledger:
    # Enters each outcome: its plan into a file, its figures into the totals, its key among the results.
    # Without writers there are no plans either.

    def __init__(self, target: Target, sources: Sequence[str], state: State, writers: Sequence[ModuleType]) -> None:
        _make_ready(target.folder)
        self.target = target
        self.folder = target.folder
        self.sources = sources
        self.state = state
        self.writers = writers
        self._names = PlanNames(sources)
        self._plans_folder = str(self.folder / PLANS)
        self._keys: list[str] = []
        self._drafts: list[Promotion] = []
        self._totals = Counter[str]()
        self._old_sizes = {entry.name: entry.stat().st_size for entry in os.scandir(self.folder / PLANS)}

    def close(self, outcomes: Iterable[Outcome]) -> Run:
        """The run's result, once each outcome is entered and all files are written.

        Raises OutputError where the manifest does not account for every input.
        """
        write_manifest(self._entered(outcomes), self.folder)
        self.state.save()
        files: tuple[Path, ...] = ()
        if self.writers:
            _remove_stale(self.folder / PLANS, self._old_sizes)
            files = write_tables(self.folder, self.state, self._keys, self.writers)
        self._check()
        figures = {name: self._totals[name] for name in FIGURES}
        files = (self.folder / MANIFEST, *files)
        return Run(self.folder, files, len(self.sources), address=self.target.address, **figures)

    def _entered(self, outcomes: Iterable[Outcome]) -> Iterator[ManifestEntry]:
        yield from map(self._enter, outcomes)
        self._promote()
        for promotion in self.state.scribe.call(kept_back):
            self.state.write_plan(promotion.key, Path(promotion.path))
        sync_folder(self.folder / PLANS)  # once for all; until then a lost plan is written again from its part

    def _enter(self, outcome: Outcome) -> ManifestEntry:
        output = None
        if outcome.status == "ok" and self.writers:
            name = self._names.of(outcome.source)
            self._write_plan(outcome, name)
            output = f"{PLANS}/{name}"
        self._totals.update({outcome.status: 1, "partial": int(outcome.partial), "kept": int(outcome.kept)})
        for name in ("recommendations", "actions", "deadlines"):
            self._totals[name] += getattr(outcome, name) or 0
        return entry_of(outcome, output)

    def _write_plan(self, outcome: Outcome, name: str) -> None:
        key = outcome.key or ""
        self._keys.append(key)
        if self._old_sizes.pop(name, None) != outcome.plan_size or not outcome.kept:
            path = f"{self._plans_folder}/{name}"
            if outcome.draft:
                self._drafts.append(Promotion(outcome.draft, path, key))
                if len(self._drafts) == DRAFTS:
                    self._promote()
            elif outcome.plan:
                write_file(Path(path), outcome.plan)
            else:
                self.state.write_plan(key, Path(path))

    def _promote(self) -> None:
        self.state.scribe.begin(promote, self._drafts)
        self._drafts = []

    def _check(self) -> None:
        with (self.folder / MANIFEST).open("rb") as manifest:
            lines = sum(1 for _ in manifest)
        if lines != len(self.sources):
            raise OutputError(f"{self.folder / MANIFEST} accounts for {lines} of {len(self.sources)} inputs")


def entry_of(outcome: Outcome, output: str | None) -> ManifestEntry:
    """The outcome as a line of the manifest."""
    fields = {name: value for name, value in vars(outcome).items() if name in _LINE}
    error = outcome.error and {"code": outcome.error.code, "message": outcome.error.message}
    named = {"bytes": outcome.size, "document_id": outcome.document_id, "output": output, "error": error}
    return ManifestEntry.model_validate(fields | named)


def _outcome_of(entry: ManifestEntry, state: State) -> Outcome:
    # The kept one, else what the manifest says: that of a duplicate, or of a file that could not be read.
    kept = state.find(entry.source, entry.sha256) if entry.sha256 else None
    if entry.error is None and kept is None:
        raise OutputError(f"there is no part with the result of {entry.source}; convert it again")
    if kept and (entry.error and entry.error.code) == (kept.error and kept.error.code):
        return kept
    told = entry.error
    failure = Failure(told.code, told.message, entry.status == "skipped") if told else None
    return Outcome(entry.source, entry.status, failure, entry.sha256, entry.bytes, seconds=entry.seconds)


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
        yield intake.settled(outcome if outcome.kept else state.add(outcome))


def _reported(outcomes: Iterable[Outcome], report: Report | None, inputs: int) -> Iterator[Outcome]:
    for outcome in outcomes:
        yield outcome
        if report:
            report(outcome, inputs)


def _remove_stale(folder: Path, names: Iterable[str]) -> None:
    # An earlier run's plans; a file that is no plan is somebody else's and stays.
    for path in (folder / name for name in names if name.endswith(".json")):
        if _holds_plan(path):
            with suppress(OSError):
                path.unlink()


def _holds_plan(path: Path) -> bool:
    with suppress(OSError), path.open("rb") as file:
        return b'"schema_version"' in file.read(100)
    return False
