"""All the files of the corpus."""

from __future__ import annotations

from functools import cache

from . import pdfs
from .case import Case


@cache
def files() -> dict[str, Case]:
    """The cases by file name."""
    return {name: case for module in (pdfs,) for name, case in module.cases()}
