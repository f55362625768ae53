"""What is kept of the tables in printed PDFs: cells, rows, rows that a page cut, paragraphs in cells.

Plans of `tests/rendered`, printed by LibreOffice (with and without tags) and Chromium in several styles; beside other
tools. A cell counts where its text is found word for word, a row where one row found holds all its cells, paragraphs
where a cell's are told apart. Tools that hand over lines get them for paragraphs.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
PRODUCERS = ("writer", "writer-tagged", "chromium")
FIGURES = ("cells", "rows", "cut rows joined", "paragraphs kept")

Cell = list[str]
"""A cell's paragraphs, or lines."""
Row = list[Cell]


def ours(path: Path) -> Iterator[Row]:
    """The rows of the plan's tables, those that a page cut in one."""
    from actionplan_extract.interpret.plan_tables import plan_tables
    from actionplan_extract.interpret.rejoin import rejoin
    from actionplan_extract.pipeline import Options, senses
    from actionplan_extract.readers import pdf
    from actionplan_extract.tabulate import tabulate

    asked = senses(Options())
    tables, _ = plan_tables(tabulate(pdf.read(path.read_bytes(), path.name)), asked)
    for table in tables:
        for section in rejoin(table, asked).sections:
            for row in section.rows:
                yield [[paragraph.whole.text for paragraph in cell.paragraphs] for cell in row.cells]


def pdfplumber_tables(path: Path) -> Iterator[Row]:
    import pdfplumber

    with pdfplumber.open(path) as file:
        for page in file.pages:
            for table in page.extract_tables():
                yield from ([(cell or "").split("\n") for cell in row] for row in table)


def camelot_lattice(path: Path) -> Iterator[Row]:
    import camelot  # type: ignore[import-not-found,unused-ignore]

    for table in camelot.read_pdf(str(path), pages="all", flavor="lattice", engine="vector"):
        yield from ([str(cell).split("\n") for cell in row] for row in table.df.values.tolist())


SYSTEMS: dict[str, tuple[str, Callable[[Path], Iterator[Row]]]] = {
    "actionplan-extract": ("actionplan_extract", ours),
    "pdfplumber extract_tables": ("pdfplumber", pdfplumber_tables),
    "camelot lattice, vector": ("camelot", camelot_lattice),
}


def told(paragraphs: Cell) -> str:
    """The words of a cell, list marks and white space aside."""
    return " ".join(word for text in paragraphs for word in text.split() if word not in ("•", "-", "–", "o"))


def truths(path: Path) -> list[dict[str, Any]]:
    """The rows of a printed plan's tables, without headers, as they should be found."""
    tables = json.loads(path.with_suffix("").with_suffix(".truth.json").read_text(encoding="utf-8"))["tables"]
    return [row for table in tables for row in table["rows"] if not row["header"] and row["cells"]]


def judge(found: list[Row], expected: list[dict[str, Any]]) -> Counter[str]:
    """How many of each figure are right, and (led by "of ") of how many."""
    texts = [Counter(filter(None, map(told, row))) for row in found]
    cells = sum(texts, Counter[str]())
    split = {told(cell): [told([part]) for part in cell if told([part])] for row in found for cell in row}
    count: Counter[str] = Counter()
    for row in expected:
        wanted = [cell for cell in row["cells"] if cell["text"].strip()]
        words = Counter(told(cell["paragraphs"]) for cell in wanted)
        is_whole = any(words <= held for held in texts)
        figures = ["rows"] + ["cut rows joined"] * row["cut"]
        count.update({f"of {figure}": 1 for figure in figures} | {figure: int(is_whole) for figure in figures})
        for cell in wanted:
            text = told(cell["paragraphs"])
            count.update({"of cells": 1, "cells": int(cells[text] > 0)})
            cells[text] -= 1
            if len(cell["paragraphs"]) > 1:
                kept = split.get(text) == [told([part]) for part in cell["paragraphs"]]
                count.update({"of paragraphs kept": 1, "paragraphs kept": int(kept)})
    return count


def printed(folder: Path) -> list[Path]:
    """All printed plans that have tables; rendered first where the folder has none."""
    if not (folder / PRODUCERS[0]).is_dir():
        from tests.rendered.plans import PLANS
        from tests.rendered.render import render

        render(PLANS, folder)
    files = [path for producer in PRODUCERS for path in sorted((folder / producer).glob("*.pdf"))]
    return [path for path in files if truths(path)]


def line(name: str, read: Callable[[Path], Iterator[Row]], files: list[Path]) -> tuple[str, ...]:
    total: Counter[str] = Counter()
    for path in files:
        total += judge(list(read(path)), truths(path))
    shares = (f"{100 * total[figure] / total[f'of {figure}']:.1f}" for figure in FIGURES)
    return (name, *shares)


def rows() -> list[tuple[str, ...]]:
    """The table's rows, its header first; ACTIONPLAN_RENDERED names a folder of plans printed before."""
    with tempfile.TemporaryDirectory() as folder:
        files = printed(Path(os.environ.get("ACTIONPLAN_RENDERED", folder)))
        header = ("system", *(f"{figure} %" for figure in FIGURES))
        table = [header]
        for name, (package, read) in SYSTEMS.items():
            missing = find_spec(package) is None
            table.append((name, *["not installed"] * len(FIGURES)) if missing else line(name, read, files))
    counted = sum((judge([], truths(path)) for path in files), Counter[str]())
    return [*table, (f"of, in {len(files)} files", *(str(counted[f"of {figure}"]) for figure in FIGURES))]
