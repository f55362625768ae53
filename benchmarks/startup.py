"""How long `actionplan-extract --help` takes, against a bare interpreter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

RUNS = 15
MOST = 8  # times the bare interpreter's


def seconds(command: list[str | Path]) -> float:
    """The median time of a command's runs."""
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(perf_counter() - start)
    return median(times)


def rows() -> list[tuple[str, ...]]:
    """The table's rows, its header first."""
    bare = seconds([sys.executable, "-c", "pass"])
    commands: dict[str, list[str | Path]] = {
        "import actionplan_extract": [sys.executable, "-c", "import actionplan_extract"],
        "actionplan-extract --help": [Path(sys.executable).with_name("actionplan-extract"), "--help"],
    }
    table = [("command", "ms", "times bare", "at most"), ("python -c pass", f"{bare * 1000:.0f}", "1.0", "")]
    for name, command in commands.items():
        taken = seconds(command)
        table.append((name, f"{taken * 1000:.0f}", f"{taken / bare:.1f}", str(MOST)))
    return table


if __name__ == "__main__":
    from run import show

    show(__doc__, rows())
