"""Pages of a ruled plan per CPU second, and peak memory: all of the extraction, its reader alone, and others.

ACTIONPLAN_PDF names a file to read instead of the plan that is made up.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median
from time import process_time

from _long_plan import long_plan

SAMPLE = Path(__file__).parents[1] / "samples" / "ruled_bassetlaw.pdf"
PAGES = 40
ROUNDS = 5
LEAST = 6  # times the pages of pdfplumber
UNIT = 1 if sys.platform == "darwin" else 1024  # bytes in which the system counts memory


def extract(data: bytes) -> object:
    from actionplan_extract.pipeline import extract_bytes

    return extract_bytes(data, "plan.pdf")


def read(data: bytes) -> object:
    from actionplan_extract.readers import pdf

    return pdf.read(data, "plan.pdf")


def find_tables(data: bytes) -> object:
    import pdfplumber

    with pdfplumber.open(BytesIO(data)) as file:
        return [page.extract_tables() for page in file.pages]


def bare_text(data: bytes) -> object:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as file:
        return [page.get_textpage().get_text_bounded() for page in file]


WAYS: dict[str, Callable[[bytes], object]] = {
    "file to validated plan": extract,
    "reader alone": read,
    "pdfplumber extract_tables": find_tables,
    "PDFium text": bare_text,
}


def measure(name: str, path: Path) -> tuple[float, float]:
    """The CPU seconds and peak memory (MiB) of one way, warmed up, in a process of its own."""
    command = [sys.executable, __file__, name, path]
    seconds, peak = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return seconds, peak


def run(name: str, path: Path) -> tuple[float, float]:
    """The same in this process."""
    WAYS[name](SAMPLE.read_bytes())
    data = path.read_bytes()
    start = process_time()
    WAYS[name](data)
    seconds = process_time() - start
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / 2**20


def count_pages(path: Path) -> int:
    """The pages of a PDF file."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as file:
        return len(file)


def rows() -> list[tuple[str, ...]]:
    """The table's rows, its header first."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.pdf")
        given = os.environ.get("ACTIONPLAN_PDF")
        path.write_bytes(Path(given).read_bytes() if given else long_plan(PAGES))
        pages = count_pages(path)
        rounds = [{name: measure(name, path) for name in WAYS} for _ in range(ROUNDS)]
    table = [("way", "pages a CPU second", "times pdfplumber", "at least", "peak MiB")]
    for name in WAYS:
        rate = median(pages / taken[name][0] for taken in rounds)
        times = median(taken["pdfplumber extract_tables"][0] / taken[name][0] for taken in rounds)
        peak = median(taken[name][1] for taken in rounds)
        least = str(LEAST) if name == "file to validated plan" else ""
        table.append((name, f"{rate:.0f}", f"{times:.1f}", least, f"{peak:.0f}"))
    return table


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(run(sys.argv[1], Path(sys.argv[2]))))
    else:
        from run import show

        show(__doc__, rows())
