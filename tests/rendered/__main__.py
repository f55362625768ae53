"""Renders all plans, or those named, into a folder: `python -m tests.rendered [--out FOLDER] [PLAN …]`."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from .office import NotInstalled
from .plans import PLANS
from .render import render

OUT = Path(__file__).parent / "out"


def main() -> int:
    """0, or 1 where a program that renders is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="the folder, emptied first")
    parser.add_argument("plans", nargs="*", metavar="PLAN", help="names of plans; all of them where none is given")
    options = parser.parse_args()
    shutil.rmtree(options.out, ignore_errors=True)
    try:
        render([plan for plan in PLANS if not options.plans or plan.name in options.plans], options.out)
    except NotInstalled as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
