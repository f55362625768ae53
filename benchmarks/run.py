"""Runs every benchmark of this folder, or those named, and prints a table for each.

A benchmark is a module with a docstring (the table's title) and `rows()` (its rows, the header first).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent


def names() -> list[str]:
    """The benchmarks there are: modules and packages of this folder."""
    found = (path.stem for path in (*HERE.glob("*.py"), *(init.parent for init in HERE.glob("*/__init__.py"))))
    return sorted(name for name in found if name != "run" and not name.startswith("_"))


def show(title: str | None, rows: Sequence[Sequence[str]]) -> None:
    """Print a table as Markdown, its columns lined up."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    print(f"\n{title}\n")
    for index, row in enumerate(rows):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |")
        if index == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")


def main() -> None:
    """Run the benchmarks named on the command line, else all."""
    for name in sys.argv[1:] or names():
        module = import_module(name)
        show(module.__doc__, module.rows())


if __name__ == "__main__":
    main()
