"""Validates documents against what is expected of them, and written plans against the contract.

An expected file, `<stem>.expected.json` beside a document, holds a subset of an ActionPlan. Every
problem names the line of the value it is about, so that a pull request shows it in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ..errors import ActionPlanError
from ..schema import ActionPlan
from .differences import differences
from .located import JsonError, LocatedJson
from .report import OUTPUT_FORMATS, OutputFormat, Problem, render
from .results import result_faults
from .shape import Fault, expected_faults
from .targets import Result, Target, find_targets

__all__ = ["OUTPUT_FORMATS", "OutputFormat", "Problem", "render", "validate_paths"]

Extract = Callable[[Path], ActionPlan]


def validate_paths(paths: Sequence[Path], extract: Extract) -> list[Problem]:
    """Everything wrong with the documents, expected files and result files at the paths, in order of place.

    `extract` turns a document into a plan, or raises an ActionPlanError. A folder is walked. A path
    where there is nothing to validate is a problem too: a check that checks nothing must not pass.
    """
    if not paths:
        return [Problem(Path(), "nothing to validate: no path was given")]
    problems = [problem for path in paths for problem in _validate_path(path, extract)]
    return sorted(dict.fromkeys(problems), key=lambda problem: problem.order)


def _validate_path(path: Path, extract: Extract) -> Iterator[Problem]:
    if not path.exists():
        yield Problem(path, "there is no file or folder of this name")
        return
    targets = find_targets(path)
    if not targets:
        yield Problem(path, "nothing to validate: no document, expected file or extracted plan in this folder")
    for target in targets:
        yield from _validate(target, extract)


def _validate(target: Target, extract: Extract) -> Iterator[Problem]:
    if isinstance(target, Result):
        yield from _validate_json(target.path, result_faults)
    elif target.expected is None:
        for document in target.documents:
            yield from _validate_alone(document, extract)
    elif problems := list(_validate_json(target.expected, expected_faults)):
        yield from problems
    else:
        yield from _validate_sample(target.documents, target.expected, extract)


def _validate_json(path: Path, faults_of: Callable[[LocatedJson], list[Fault]]) -> Iterator[Problem]:
    """The problems of a JSON file's own form."""
    try:
        located = LocatedJson.read(path)
    except JsonError as error:
        yield Problem(path, error.message, error.line, error.column)
        return
    for pointer in located.repeated():
        yield Problem(path, "this field stands here twice", *located.position(pointer), pointer)
    for fault in faults_of(located):
        yield Problem(path, fault.message, *located.position(fault.pointer), fault.pointer)


def _validate_alone(document: Path, extract: Extract) -> Iterator[Problem]:
    """Of a document of which nothing is expected: that it can be extracted, and what its findings warn of."""
    plan = _extract_or_problem(document, extract)
    if isinstance(plan, Problem):
        yield plan
        return
    for finding in plan.findings:
        if finding.severity != "info":
            yield Problem(document, f"{finding.code}: {finding.message}", severity=finding.severity)


def _validate_sample(documents: Sequence[Path], expected: Path, extract: Extract) -> Iterator[Problem]:
    """Where the plans of the documents part from a well-formed expected file."""
    located = LocatedJson.read(expected)
    if not documents:
        yield Problem(expected, "no document of this name stands beside it")
    for document in documents:
        plan = _extract_or_problem(document, extract)
        if isinstance(plan, Problem):
            yield plan
            continue
        which = f" ({document.name})" if len(documents) > 1 else ""
        for found in differences(located.as_object(), plan.model_dump(mode="json")):
            line, column = located.position(found.pointer)
            yield Problem(expected, found.message + which, line, column, found.pointer, found.severity)


def _extract_or_problem(document: Path, extract: Extract) -> ActionPlan | Problem:
    try:
        return extract(document)
    except ActionPlanError as error:
        return Problem(document, f"{error.code}: {error}")
