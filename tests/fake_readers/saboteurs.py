"""Does what the first word of a document says (`!hang`, `!segfault`, …), else makes a plan of its lines."""

from __future__ import annotations

import ctypes
import hashlib
import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from typing import NoReturn

from actionplan_extract.errors import Damaged, MissingDependency, NoPlanFound
from actionplan_extract.limits import DEFAULT, MEGABYTE, Limits
from actionplan_extract.pipeline import Extraction, Options
from actionplan_extract.pipeline import extract_bytes as pipeline_extract_bytes
from actionplan_extract.schema import Action, ActionPlan, DocumentInfo, Point, Recommendation


class LibraryError(Exception):
    """An error as careless libraries raise it: the real one is an argument."""


def hang() -> NoReturn:
    while True:
        time.sleep(1)


def hang_and_ignore_sigterm() -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    hang()


def spin_in_c() -> None:
    # No Python code runs, and so no Python signal handler.
    sum(itertools.repeat(0))


def segfault() -> None:
    ctypes.string_at(0)


def die_of_sigkill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def exit_at_once() -> NoReturn:
    os._exit(3)


def exit_before_work(*_: object) -> NoReturn:
    os._exit(3)


def exit_politely() -> NoReturn:
    sys.exit(3)


def exit_as_if_well() -> NoReturn:
    os._exit(0)


def hog_beyond_the_fence() -> None:
    # As on a system without a limit on address space.
    import resource

    resource.setrlimit(resource.RLIMIT_AS, resource.getrlimit(resource.RLIMIT_AS)[1:] * 2)
    held = [b"x" * (64 * MEGABYTE) for _ in range(40)]
    time.sleep(60)
    del held


def spawn_a_hog() -> None:
    # What LibreOffice may do: the memory is another process's.
    code = "import time; held = b'x' * (900 * 1024 * 1024); time.sleep(60)"
    subprocess.run([sys.executable, "-c", code], check=True, preexec_fn=_unlimit)


def _unlimit() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, resource.getrlimit(resource.RLIMIT_AS)[1:] * 2)


def hog() -> None:
    held = []
    while True:
        held.append(bytearray(64 * 1024 * 1024))


def hog_in_disguise() -> None:
    try:
        hog()
    except MemoryError as error:
        raise LibraryError(error) from None


def chatter() -> None:
    sys.stdout.write("noise\n")
    sys.stdout.flush()
    os.write(1, b"noise\n")
    os.write(2, b"noise\n")


def damaged() -> NoReturn:
    raise Damaged("the cross-reference table is broken")


def nothing() -> NoReturn:
    raise NoPlanFound("there is no table in it")


def missing() -> NoReturn:
    raise MissingDependency("the program is not installed")


def bug() -> NoReturn:
    raise KeyError("colour")


def bug_with_address() -> NoReturn:
    raise ValueError(f"cannot identify {object()!r}\nat all")


TRICKS: dict[str, Callable[[], None]] = {
    f"!{function.__name__}": function
    for function in (
        hang,
        hang_and_ignore_sigterm,
        spin_in_c,
        segfault,
        die_of_sigkill,
        exit_at_once,
        exit_politely,
        exit_as_if_well,
        hog_beyond_the_fence,
        spawn_a_hog,
        hog,
        hog_in_disguise,
        chatter,
        damaged,
        nothing,
        missing,
        bug,
        bug_with_address,
    )
}


def sabotage(data: bytes) -> None:
    """Do what the first word says, where it says anything."""
    word = data.decode(errors="replace").partition("\n")[0].strip()
    if word in TRICKS:
        TRICKS[word]()


def extract_bytes(data: bytes, source: str, options: Options, limits: Limits = DEFAULT) -> Extraction:
    """A plan with an action for each line, each due on the reference date; `!partial` marks it so."""
    sabotage(data)
    digest = hashlib.sha256(data).hexdigest()
    document = DocumentInfo(
        id=digest[:16],
        source=source,
        sha256=digest,
        format="lines",
        media_type="text/plain",
        layout="lines",
        extractor_version="0",
    )
    actions = [
        Action(id=f"r01.a{number:02}", text=line, deadlines=_deadlines(options))
        for number, line in enumerate(data.decode(errors="replace").splitlines(), start=1)
    ]
    if data.startswith(b"!return"):
        actions = [Action(id="r01.a01", text="x" * (int(data.split()[1]) * MEGABYTE))]
    plan = ActionPlan(document=document, recommendations=[Recommendation(id="r01", actions=actions)])
    return Extraction(plan, words_kept=1.0, partial=b"!partial" in data)


def extract_or_sabotage(data: bytes, source: str, options: Options, limits: Limits = DEFAULT) -> Extraction:
    """The real pipeline's plan, unless the document wants mischief."""
    if data.startswith(b"!return"):
        return extract_bytes(data, source, options, limits)
    sabotage(data)
    return pipeline_extract_bytes(data, source, options, limits)


def _deadlines(options: Options) -> list[Point]:
    day = options.reference_date
    return [Point(id="d01", text=str(day), earliest=day, latest=day, precision="day")] if day else []
