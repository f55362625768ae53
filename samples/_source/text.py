"""Sets tables out as text: tab cells, tab-separated rows, Markdown, CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

Row = Sequence[str]


def tab_cells(front: str, header: Row, rows: Iterable[Row]) -> str:
    """Every cell on a new line led by a tab, running on over the lines that follow; a blank line between rows."""
    return front + "\n".join("".join(f"\t{cell}\n" for cell in row) for row in (header, *rows))


def tab_rows(front: str, rows: Iterable[Row]) -> str:
    """One physical line a row, cells parted by tabs; an empty row gives an empty line, as page breaks leave behind."""
    return front + "".join("\t".join(row) + "\n" for row in rows)


def markdown(front: str, header: Row, rows: Iterable[Row]) -> str:
    """A pipe table; line breaks inside cells become `<br>`, pipes are escaped."""
    lines = [_pipes(header), _pipes("---" for _ in header), *(_pipes(row) for row in rows)]
    return front + "\n".join(lines) + "\n"


def _pipes(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", "<br>") for cell in cells) + " |"


def delimited(rows: Iterable[Row], delimiter: str = ",", line_end: str = "\n") -> str:
    """CSV with quotes only where they are needed."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return out.getvalue()
