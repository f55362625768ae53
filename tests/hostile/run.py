"""The run that `soak` watches: the folder `in` beside it is converted to `out`, documents that want mischief do it."""

from __future__ import annotations

import os
import sys

from actionplan_extract import Limits, convert

from ..fake_readers import SABOTEURS_OVER_PIPELINE

if __name__ == "__main__":
    os.chdir(sys.argv[1])
    run = convert("in", "out", limits=Limits(timeout_seconds=float(sys.argv[2])), extractor=SABOTEURS_OVER_PIPELINE)
    sys.exit(run.exit_code)
