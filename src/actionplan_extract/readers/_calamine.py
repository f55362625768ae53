"""The values of a workbook's cells, by calamine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from ..errors import Damaged, Encrypted
from ._number_format import Value

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

Rows = Sequence[Sequence[Value]]
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Values:
    """The values of a workbook, sheet by sheet."""

    def __init__(self, workbook: CalamineWorkbook) -> None:
        self._workbook = workbook

    def sheets(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names of the worksheets that are shown, and of those that are hidden."""
        from python_calamine import SheetTypeEnum, SheetVisibleEnum

        sheets = [sheet for sheet in self._workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        seen = tuple(sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible)
        return seen, tuple(sheet.name for sheet in sheets if sheet.name not in seen)

    def rows(self, sheet: str, most: int) -> Rows:
        """The rows of a sheet from its first cell on, empty cells as empty texts; raises Damaged."""
        with _breakage(f"sheet {sheet!r}"):
            found = self._workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False, nrows=most)
        return [[_unescaped(value) for value in row] for row in found]

    def merges(self, sheet: str) -> dict[tuple[int, int], tuple[int, int]]:
        """The rows and columns that the merged cells of a sheet span, by their first place."""
        with _breakage(f"sheet {sheet!r}"):
            found = self._workbook.get_sheet_by_name(sheet).merged_cell_ranges or []
        return {start: (end[0] - start[0] + 1, end[1] - start[1] + 1) for start, end in found}


def open_values(data: bytes) -> Values:
    """The values of the workbook in the bytes; raises Damaged or Encrypted."""
    from python_calamine import load_workbook

    with _breakage("the workbook"):
        return Values(load_workbook(BytesIO(data)))


@contextmanager
def _breakage(what: str) -> Iterator[None]:
    """Calamine's errors as the project's; where it meets what it did not foresee, it panics."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise Encrypted("the workbook asks for a password") from error
    except CalamineError as error:
        raise Damaged(f"{what} cannot be read: {error}") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # a class of Rust's that cannot be imported
            raise
        raise Damaged(f"{what} cannot be read: {error}") from error


def _unescaped(value: Value) -> Value:
    """A text without the escapes that Excel writes for characters that XML cannot hold."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value) if isinstance(value, str) else value
