"""What a file looks like from outside, which changes when its bytes do."""

from __future__ import annotations

import os
import time

SETTLED_NS = 2_000_000_000


def stamp_of(status: os.stat_result) -> str | None:
    """What changes when a file's bytes do; None for one so young that it may change within its time's grain."""
    if time.time_ns() - status.st_mtime_ns < SETTLED_NS:
        return None
    return f"{status.st_size}:{status.st_mtime_ns}:{status.st_ino}"
