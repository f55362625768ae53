"""Makes every sample document again from the modules beside this one, one a sample.

Text formats come out byte for byte the same on every run. PDFs need LibreOffice; where there is none they
are left as they are, and that is said. Expected files are written by hand and never touched here.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import _source
from _source.word import OfficeError

SAMPLES = Path(__file__).parents[1]


def main() -> int:
    """Write all samples; 1 where a PDF could not be made, else 0."""
    left = [name for name in sorted(_sample_names()) if not _make(name)]
    return 1 if left else 0


def _sample_names() -> list[str]:
    stems = (path.stem for path in Path(_source.__path__[0]).glob("*.py"))
    return [stem for stem in stems if stem not in {"__init__", "__main__", "text", "word", "workbook"}]


def _make(name: str) -> bool:
    sample = import_module(f"_source.{name}")
    try:
        (SAMPLES / sample.FILE).write_bytes(sample.render())
    except OfficeError as error:
        print(f"{sample.FILE}: left as it is ({error})", file=sys.stderr)
        return False
    print(sample.FILE)
    return True


if __name__ == "__main__":
    sys.exit(main())
