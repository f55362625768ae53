"""Turns council action plans into data: recommendations, actions, owners and typed deadlines.

The names here are imported when they are first used, so that starting up stays fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .batch import convert
    from .limits import Limits
    from .normalise.deadline import DeadlineSettings, normalise_deadlines, parse_deadlines
    from .pipeline import Options, extract
    from .results import load
    from .schema import ActionPlan

    __version__: str

__all__ = [
    "ActionPlan",
    "DeadlineSettings",
    "Limits",
    "Options",
    "__version__",
    "convert",
    "extract",
    "load",
    "normalise_deadlines",
    "parse_deadlines",
]

_HOMES = {
    "ActionPlan": "schema",
    "DeadlineSettings": "normalise.deadline",
    "Limits": "limits",
    "Options": "pipeline",
    "convert": "batch",
    "extract": "pipeline",
    "load": "results",
    "normalise_deadlines": "normalise.deadline",
    "parse_deadlines": "normalise.deadline",
}


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("actionplan-extract")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
