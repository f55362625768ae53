"""Excel workbooks of 97 to 2003 (XLS): values and merged cells by calamine.

Of these files hidden rows, colours and number formats are not read, which a notice says.
"""

from __future__ import annotations

from ..errors import EmptyFile
from ..limits import DEFAULT, Limits
from ..model import Document, Notice
from ._calamine import Values, open_values
from ._number_format import kept_date, shown
from ._ole import is_ole, stream_names
from ._sheets import Sheet, SheetCell, workbook

FORMAT = "xls"
MEDIA_TYPE = "application/vnd.ms-excel"
SUFFIXES = frozenset({".xls", ".xlt"})

_STREAMS = frozenset(("Workbook", "Book", "WORKBOOK", "BOOK"))
_UNSEEN = "of XLS files hidden rows and columns, colours and number formats are not read; save it as XLSX to keep them"


def sniff(data: bytes, suffix: str) -> float:
    """Sure of an OLE container with a workbook."""
    if stream_names(data) & _STREAMS:
        return 1.0
    return 0.3 if suffix in SUFFIXES and is_ole(data) else 0.0


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The sheets that are shown; raises Damaged, Encrypted or EmptyFile."""
    values = open_values(data)
    seen, hidden = values.sheets()
    found = workbook([_sheet(title, values, limits) for title in seen], hidden, limits)
    if not found.page.text.strip():
        raise EmptyFile("the sheets hold no text")
    notices = (Notice("styles_unread", _UNSEEN), *found.notices)
    return Document(FORMAT, MEDIA_TYPE, (found.page,), found.blocks, notices=notices)


def _sheet(title: str, values: Values, limits: Limits) -> Sheet:
    merges = values.merges(title)
    rows = values.rows(title, 2 * limits.rows + 1)
    cut = {"rows": len(rows) > 2 * limits.rows, "columns": any(len(held) > 2 * limits.columns for held in rows)}
    cells = (
        SheetCell(row, column, shown(value, ""), *merges.get((row, column), (1, 1)), date=kept_date(value, ""))
        for row, held in enumerate(rows[: 2 * limits.rows])
        for column, value in enumerate(held[: 2 * limits.columns])
        if value != ""
    )
    return Sheet(title, tuple(cells), cut=frozenset(name for name, is_met in cut.items() if is_met))
