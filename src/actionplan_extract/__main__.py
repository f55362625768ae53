"""The command line: `actionplan-extract`, or `python -m actionplan_extract`."""

from __future__ import annotations

from .cli import main

if __name__ == "__main__":
    main()
