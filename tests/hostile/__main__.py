"""Writes the corpus to a folder: `python -m tests.hostile DIR`."""

from __future__ import annotations

import sys
from pathlib import Path

from .corpus import files

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for name, case in files().items():
    (folder / name).write_bytes(case.data)
print(f"{len(files())} files are in {folder}")
