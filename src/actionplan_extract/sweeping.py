"""Python's search for unreachable objects, put off while a document is read.

Reading makes many objects and hardly any that point at each other in a circle, so searching finds
nothing, again and again, for a tenth of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def put_off() -> Iterator[None]:
    """Nothing is searched within; afterwards as before, and what was made counts as old."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not gc.get_freeze_count():
                gc.freeze()  # else all would be searched at once, being new
                gc.unfreeze()
            gc.enable()
