from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

from actionplan_extract import errors
from actionplan_extract.errors import ActionPlanError, DocumentError, ExitCode, OutputError

FAILED = {
    "unsupported_format",
    "not_found",
    "unreadable",
    "empty_file",
    "damaged",
    "encrypted",
    "no_text_layer",
    "unreadable_fonts",
    "too_large",
    "timed_out",
    "out_of_memory",
    "worker_died",
    "missing_dependency",
    "schema_violation",
    "internal_error",
}
SKIPPED = {"no_plan_found", "duplicate"}


def subclasses(error: type[ActionPlanError]) -> Iterator[type[ActionPlanError]]:
    for inner in error.__subclasses__():
        if inner.__module__ == errors.__name__:
            yield inner
            yield from subclasses(inner)


DOCUMENT_ERRORS = [DocumentError, *subclasses(DocumentError)]


def test_document_errors_have_the_codes_of_the_contract() -> None:
    assert {error.code for error in DOCUMENT_ERRORS} == FAILED | SKIPPED


def test_no_two_conditions_share_a_code() -> None:
    codes = [error.code for error in subclasses(ActionPlanError) if error is not DocumentError]
    assert len(codes) == len(set(codes))


def test_only_what_is_no_failure_is_skipped() -> None:
    assert {error.code for error in DOCUMENT_ERRORS if issubclass(error, DocumentError) and error.skipped} == SKIPPED


def test_exit_codes_are_those_of_the_contract() -> None:
    assert {code.name: code.value for code in ExitCode} == {
        "OK": 0,
        "FAILED": 1,
        "USAGE": 2,
        "OUTPUT": 3,
        "INTERRUPTED": 130,
    }
    assert OutputError.exit_code == ExitCode.OUTPUT
    assert {error.exit_code for error in DOCUMENT_ERRORS} == {ExitCode.FAILED}


@pytest.mark.parametrize("error", [ActionPlanError, *subclasses(ActionPlanError)])
def test_an_error_keeps_its_sentence_on_the_way_between_processes(error: type[ActionPlanError]) -> None:
    copy = pickle.loads(pickle.dumps(error("the file is empty")))  # noqa: S301  # our own bytes
    assert type(copy) is error
    assert str(copy) == "the file is empty"
