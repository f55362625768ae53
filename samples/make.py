"""Makes every sample document again from the modules in `_source/`, one a sample.

Text formats come out byte for byte the same on every run. PDFs need LibreOffice; where there is none they
are left as they are, and that is said. Expected files are written by hand and never touched here.

A run over this folder reads the documents alone: names that start with "_" or ".", README files and
`*.expected.json` are left out of the walk, and this script, whose suffix no reader knows, is skipped.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import _source
from _source.word import OfficeError

HERE = Path(__file__).parent


def main() -> int:
    """Write all samples; 1 where a PDF could not be made, else 0."""
    left = [name for name in sorted(_sample_names()) if not _make(name)]
    return 1 if left else 0


def _sample_names() -> list[str]:
    stems = (path.stem for path in Path(_source.__path__[0]).glob("*.py"))
    return [stem for stem in stems if stem not in {"__init__", "text", "word"}]


def _make(name: str) -> bool:
    sample = import_module(f"_source.{name}")
    try:
        (HERE / sample.FILE).write_bytes(sample.render())
    except OfficeError as error:
        print(f"{sample.FILE}: left as it is ({error})", file=sys.stderr)
        return False
    print(sample.FILE)
    return True


if __name__ == "__main__":
    sys.exit(main())
