"""actionplans.xlsx: a workbook that opens ready to filter, sort and print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, get_args

from ..errors import OutputError
from ..schema import ActionPlan, Deadline
from ._files import replacing
from ._tables import Column, Table, table
from ._text import CUT_MARK, Value, cell_text

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NAME = "xlsx"
ALWAYS = False
FILES = ("actionplans.xlsx",)

LINE = 15  # points
HIGHEST = 409  # points a row can be high, by Excel's specification
LAST_ROW = 1_048_575  # of a sheet, from 0, by Excel's specification
FIRST_DAY = date(1900, 3, 1)  # spreadsheets differ on the days before it
DOUBTFUL, POOR = 0.8, 0.5  # below these a confidence is filled amber, red

# Text is written as text alone; these make sure that no default ever takes it for something else.
SAFETY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

HEADER = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3864", "valign": "vcenter", "text_wrap": True}
BODY = {"valign": "top", "border": 1, "border_color": "#D9D9D9"}
FORMATS = {
    "header": HEADER | {"border": 1, "border_color": "#D9D9D9"},
    "text": BODY | {"text_wrap": True},
    "date": BODY | {"num_format": "dd mmm yyyy", "align": "left"},
    "number": BODY | {"align": "center"},
    "share": BODY | {"num_format": "0.00", "align": "center"},
    "title": {"bold": True, "font_size": 16, "font_color": "#1F3864"},
    "plain": {"text_wrap": True, "valign": "top"},
    "name": {"bold": True, "valign": "top", "text_wrap": True},
    "red": {"bg_color": "#F8CBAD", "font_color": "#7F1D1D"},
    "amber": {"bg_color": "#FFE699", "font_color": "#7F6000"},
    "green": {"bg_color": "#C6E0B4", "font_color": "#274E13"},
    "blue": {"bg_color": "#BDD7EE", "font_color": "#1F3864"},
    "grey": {"bg_color": "#D9D9D9", "font_color": "#404040"},
}
FILLED = {
    "rag": {"red": "red", "amber": "amber", "green": "green", "blue": "blue", "grey": "grey"},
    "severity": {"error": "red", "warning": "amber"},
}

Cell = str | int | float | date


class Layout(NamedTuple):
    """What a sheet shows: a table's columns, each with its width in characters.

    A printed page takes the columns up to `last_printed`.
    """

    name: str
    table: Table
    last_printed: str
    widths: dict[str, int]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns shown, in the sheet's order."""
        known = {column.name: column for column in self.table.columns}
        return tuple(known[name] for name in self.widths)


LAYOUTS = (
    Layout(
        "Actions",
        table("actions"),
        "deadlines_text",
        {
            "council": 16,
            "recommendation_number": 8,
            "recommendation_heading": 24,
            "recommendation_text": 60,
            "number": 8,
            "group": 18,
            "text": 70,
            "owners_text": 30,
            "deadline_text": 24,
            "deadline_kind": 12,
            "earliest": 12,
            "latest": 12,
            "deadlines_text": 24,
            "status": 12,
            "status_text": 18,
            "rag": 8,
            "progress": 36,
            "outcome": 32,
            "resources": 24,
            "extra": 30,
            "alignment": 12,
            "confidence": 11,
            "page": 7,
            "source": 24,
            "document_title": 28,
            "gss_code": 11,
            "nation": 12,
            "action_id": 26,
        },
    ),
    Layout(
        "Deadlines",
        table("deadlines"),
        "edtf",
        {
            "council": 16,
            "action_text": 60,
            "text": 26,
            "milestone": 24,
            "kind": 12,
            "earliest": 12,
            "latest": 12,
            "precision": 14,
            "modality": 10,
            "recurrence": 11,
            "offset": 10,
            "anchor": 20,
            "event": 24,
            "reason": 20,
            "edtf": 20,
            "assumptions": 18,
            "alternatives": 26,
            "confidence": 11,
            "deadline_id": 28,
            "action_id": 26,
        },
    ),
    Layout(
        "Documents",
        table("documents"),
        "finding_count",
        {
            "council": 24,
            "gss_code": 11,
            "nation": 12,
            "title": 40,
            "source": 30,
            "format": 8,
            "page_count": 8,
            "layout": 14,
            "review_kind": 24,
            "review_body": 28,
            "review_date": 12,
            "reference_date": 14,
            "reference_date_source": 14,
            "recommendation_count": 17,
            "action_count": 9,
            "deadline_count": 10,
            "finding_count": 9,
            "document_id": 18,
            "extractor_version": 10,
        },
    ),
    Layout(
        "Findings",
        table("findings"),
        "source",
        {
            "council": 16,
            "severity": 10,
            "code": 22,
            "message": 70,
            "page": 7,
            "source": 30,
            "action_id": 26,
            "recommendation_id": 22,
        },
    ),
)

INTRODUCTION = (
    "Each row of Actions is one thing a council says it will do, with who answers for it and by when. "
    "The words are the document's own; dates are read from them: earliest and latest are the first and the "
    "last day that the deadline allows. The arrows in the headers filter and sort.",
    f"A confidence below {DOUBTFUL} is filled amber, below {POOR} red: look these up in the document.",
    f"A text that is too long for a cell ends in “{CUT_MARK.strip()}”; the JSON and Parquet files have it in full.",
)


def write(plans: Iterable[ActionPlan], folder: Path) -> list[Path]:
    """The workbook's file; raises OutputError."""
    path = folder / FILES[0]
    with replacing(path) as file, _workbook(file, path) as workbook:
        formats = {name: workbook.add_format(look) for name, look in FORMATS.items()}
        sheets = [Sheet(workbook, layout, formats) for layout in LAYOUTS]
        for plan in plans:
            for sheet in sheets:
                sheet.add(plan)
        for sheet in sheets:
            sheet.finish()
        _write_read_me(workbook, formats)
    return [path]


@contextmanager
def _workbook(file: BinaryIO, path: Path) -> Iterator[Workbook]:
    """A workbook that keeps its rows on disk and is written into the file when the block ends."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import XlsxWriterException

    with TemporaryDirectory() as scratch:
        options = {"constant_memory": True, "tmpdir": scratch, "use_zip64": True} | SAFETY
        try:
            with Workbook(file, options) as workbook:
                # The time of writing would make every file another.
                workbook.set_properties({"title": "Action plans", "created": datetime(2000, 1, 1, tzinfo=UTC)})
                yield workbook
        except XlsxWriterException as error:
            raise OutputError(f"cannot write {path}: {error}") from error


class Sheet:
    """A sheet in the making: its header, then a row for each row of its table."""

    def __init__(self, workbook: Workbook, layout: Layout, formats: dict[str, Format]) -> None:
        self._layout = layout
        self._formats = formats
        self._sheet: Worksheet = workbook.add_worksheet(layout.name)
        self._last_row = 0
        self._write_header()

    def add(self, plan: ActionPlan) -> None:
        """Write the plan's rows; raises OutputError where the sheet is full."""
        for row in self._layout.table.rows(plan):
            if self._last_row == LAST_ROW:
                sheet = f"its sheet {self._layout.name} can hold no more than {LAST_ROW:,} rows"
                raise OutputError(f"cannot write actionplans.xlsx: {sheet}")
            self._last_row += 1
            self._write_row([_cell(getattr(row, name)) for name in self._layout.widths])

    def finish(self) -> None:
        """Set what covers all rows: filter, fills and the page to print on."""
        sheet, layout = self._sheet, self._layout
        sheet.autofilter(0, 0, self._last_row, len(layout.widths) - 1)
        for index, name in enumerate(layout.widths):
            for rule in _fill_rules(name, self._formats):
                sheet.conditional_format(1, index, max(self._last_row, 1), index, rule)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # "1.2" is no number
        sheet.repeat_rows(0)
        sheet.print_area(0, 0, self._last_row, list(layout.widths).index(layout.last_printed))
        _set_page(sheet)

    def _write_header(self) -> None:
        self._sheet.freeze_panes(1, 0)
        self._sheet.set_row(0, 2 * LINE)
        for index, column in enumerate(self._layout.columns):
            self._sheet.set_column(index, index, self._layout.widths[column.name])
            self._sheet.write_string(0, index, column.title, self._formats["header"])

    def _write_row(self, cells: list[Cell]) -> None:
        # Not every program finds the height of wrapped text by itself.
        self._sheet.set_row(self._last_row, _height(cells, self._layout.widths.values()))
        for index, (cell, column) in enumerate(zip(cells, self._layout.columns, strict=True)):
            _write_cell(self._sheet, self._last_row, index, cell, self._formats, is_share=column.type is float)


def _cell(value: Value) -> Cell:
    """What the cell holds: a date or a number as they are, anything else as text."""
    if isinstance(value, int | float) or (isinstance(value, date) and value >= FIRST_DAY):
        return value
    return cell_text(value)


def _write_cell(
    sheet: Worksheet, row: int, index: int, cell: Cell, formats: dict[str, Format], *, is_share: bool
) -> None:
    """Write a cell by its type, for text must never be taken for anything else."""
    match cell:
        case "":
            sheet.write_blank(row, index, None, formats["text"])
        case str():
            sheet.write_string(row, index, cell, formats["text"])
        case date():
            sheet.write_datetime(row, index, datetime(cell.year, cell.month, cell.day), formats["date"])  # noqa: DTZ001
        case _:
            sheet.write_number(row, index, cell, formats["share" if is_share else "number"])


def _height(cells: Iterable[Cell], widths: Iterable[int]) -> int:
    """The height in points at which the row shows all its text, as far as a row can be that high."""
    lines = (
        sum(max(ceil(len(paragraph) / width), 1) for paragraph in cell.split("\n"))
        for cell, width in zip(cells, widths, strict=True)
        if isinstance(cell, str)
    )
    return min(LINE * max(lines, default=1), HIGHEST)


def _fill_rules(name: str, formats: dict[str, Format]) -> Iterator[dict[str, object]]:
    """The conditional formats of the column of that name."""
    if name == "confidence":
        for limit, colour in ((POOR, "red"), (DOUBTFUL, "amber")):
            yield {"type": "cell", "criteria": "<", "value": limit, "format": formats[colour], "stop_if_true": True}
    for value, colour in FILLED.get(name, {}).items():
        yield {"type": "cell", "criteria": "==", "value": f'"{value}"', "format": formats[colour]}


def _write_read_me(workbook: Workbook, formats: dict[str, Format]) -> None:
    """A sheet that says what the others hold, column by column."""
    sheet, widths = workbook.add_worksheet("Read me"), (26, 100)
    for index, width in enumerate(widths):
        sheet.set_column(index, index, width)
    for row, (name, text, look) in enumerate(_read_me_lines()):
        sheet.set_row(row, 2 * LINE if look == "title" else _height((name, text), widths))
        sheet.write_string(row, 0, name, formats["name" if look == "plain" else look])
        sheet.write_string(row, 1, text, formats[look])
    _set_page(sheet)


def _read_me_lines() -> Iterator[tuple[str, str, str]]:
    """Two columns of text and the format each line has."""
    yield "Action plans", "", "title"
    for text in INTRODUCTION:
        yield "", text, "plain"
    for layout in LAYOUTS:
        yield "", "", "plain"
        yield layout.name, layout.table.description, "header"
        for column in layout.columns:
            yield column.title, column.explanation, "plain"
    yield "", "", "plain"
    yield "Kinds of deadline", "What the kind of a deadline says.", "header"
    for deadline in get_args(get_args(Deadline)[0]):
        yield deadline.model_fields["kind"].default, deadline.__doc__, "plain"


def _set_page(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.4, 0.4, 0.5, 0.5)
    sheet.set_footer("&L&A&RPage &P of &N")
