"""Finds plug-ins: the modules of a folder of this package, and entry points of other packages.

A plug-in is one plain module. Readers, layouts and writers are found this way; another package adds
one by an entry point in the group `actionplan_extract.<folder>` that names its module.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from types import ModuleType

PACKAGE = __name__.rpartition(".")[0]


@cache
def modules(folder: str) -> tuple[ModuleType, ...]:
    """The plug-in modules of a folder ("readers", "interpret.layouts"), by name; own ones first.

    Modules whose name starts with an underscore are helpers of the others, not plug-ins.
    """
    return (*_own(folder), *_foreign(folder))


def _own(folder: str) -> Iterator[ModuleType]:
    package = import_module(f"{PACKAGE}.{folder}")
    for name in sorted(info.name for info in pkgutil.iter_modules(package.__path__)):
        if not name.startswith("_"):
            yield import_module(f"{package.__name__}.{name}")


def _foreign(folder: str) -> Iterator[ModuleType]:
    for point in sorted(entry_points(group=f"{PACKAGE}.{folder}"), key=lambda p: p.name):
        yield point.load()
