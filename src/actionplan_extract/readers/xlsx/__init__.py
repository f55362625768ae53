"""Excel workbooks (XLSX): values by calamine, what is hidden, merged, coloured and how values show from the XML.

Every part that calamine unpacks is unpacked here before, within bounds, and a sheet is handed to it only where
its last cell lies near enough: it aborts the process where a sheet's cells do not fit in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ...errors import Damaged, EmptyFile, TooLarge
from ...limits import DEFAULT, Limits
from ...model import Document, Notice
from .._calamine import Rows, Values, open_values
from .._number_format import kept_date, shown
from .._ole import is_locked
from .._ooxml import RELATIONSHIPS, metadata, open_package, part, related
from .._report import limit_reached
from .._sheets import Sheet, SheetCell, workbook
from .._zip import Archive, main_folder
from .conditions import Fills, rule_fills
from .facts import Facts, covered, read_facts
from .mending import mended
from .places import Place
from .rich import Bold, read_bold
from .styles import S, Styles, read_styles

if TYPE_CHECKING:
    from lxml import etree

FORMAT = "xlsx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SUFFIXES = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WORKBOOK = "xl/workbook.xml"


def sniff(data: bytes, suffix: str) -> float:
    """Sure of a package with Excel's folder; of one behind a password by its suffix."""
    if main_folder(data) == "xl":
        return 1.0
    if is_locked(data):
        return 0.95 if suffix in SUFFIXES else 0.5
    return 0.3 if suffix in SUFFIXES else 0.0


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The sheets that are shown; raises Damaged, Encrypted, TooLarge or EmptyFile."""
    archive = open_package(data, limits)
    main = next(related(archive, "officeDocument"), _WORKBOOK)
    styles = read_styles(_optional(archive, "styles", main), _optional(archive, "theme", main))
    bold: dict[int, Bold] = {}
    for table in related(archive, "sharedStrings", main):
        bold |= read_bold(archive.read(table), table)
    parts, hidden = _sheet_parts(archive, main)
    facts = {title: read_facts(archive.read(place), place, limits) for title, place in parts.items()}
    near = {title: held for title, held in facts.items() if held.rows * held.columns <= limits.sheet_area}
    if facts and not near:
        raise TooLarge(f"every sheet reaches too far ({limits.said('sheet_area')})")

    def sheets(data: bytes) -> list[Sheet]:
        values = open_values(data)
        return [_sheet(title, values, held, styles, bold) for title, held in near.items()]

    recovered: tuple[Notice, ...] = ()
    try:
        held_sheets = sheets(data)
    except Damaged as error:
        held_sheets, recovered = sheets(mended(data, parts.values(), limits)), (_recovered(error),)
    found = workbook(held_sheets, hidden, limits)
    if not found.page.text.strip():
        raise EmptyFile("the sheets hold no text")
    notices = (*recovered, *found.notices, *_unread(facts.keys() - near.keys(), limits), *_unmerged(facts, limits))
    return Document(FORMAT, MEDIA_TYPE, (found.page,), found.blocks, metadata(archive), notices=notices)


def _recovered(error: Damaged) -> Notice:
    message = f"cells whose values are not what they are said to be were read as text ({error})"
    return Notice("text_recovered", message, severity="warning")


def _unread(titles: set[str], limits: Limits) -> Iterator[Notice]:
    if titles:
        names = ", ".join(map(repr, sorted(titles)))
        yield limit_reached(limits, "sheet_area", f"sheets that reach too far were not read: {names}")


def _unmerged(facts: Mapping[str, Facts], limits: Limits) -> Iterator[Notice]:
    for title, held in facts.items():
        if len(held.merges) >= limits.merges:
            yield limit_reached(limits, "merges", f"sheet {title!r} has more merged cells than are heeded")


def _optional(archive: Archive, kind: str, main: str) -> etree._Element | None:
    """A part that the values can do without: None where it is missing or broken."""
    try:
        return next((part(archive, name) for name in related(archive, kind, main)), None)
    except (Damaged, TooLarge):
        return None


def _sheet_parts(archive: Archive, main: str) -> tuple[dict[str, str], list[str]]:
    """The parts of the worksheets that are shown, by title, and the titles of the hidden ones."""
    folder, _, name = main.rpartition("/")
    entries = part(archive, f"{folder}/_rels/{name}.rels").iter(f"{RELATIONSHIPS}Relationship")
    targets = {entry.get("Id", ""): entry.get("Target", "") for entry in entries}
    worksheets = set(related(archive, "worksheet", main))
    shown_parts: dict[str, str] = {}
    hidden: list[str] = []
    for sheet in part(archive, main).iterfind(f"{S}sheets/{S}sheet"):
        target = targets.get(sheet.get(f"{_R}id", ""), "")
        place = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
        if sheet.get("state") in ("hidden", "veryHidden"):
            hidden.append(sheet.get("name", ""))
        elif place in worksheets:
            shown_parts[sheet.get("name", "")] = place
    return shown_parts, hidden


def _sheet(title: str, values: Values, facts: Facts, styles: Styles, bold: Mapping[int, Bold]) -> Sheet:
    limits = facts.limits
    rows = values.rows(title, 2 * limits.rows)
    inner = set(covered(facts))
    most = 2 * limits.columns
    places = {(r, c) for r, row in enumerate(rows) for c, value in enumerate(row[:most]) if value != ""}
    places |= {p for p, s in facts.styles.items() if styles.fill(s) and p[0] < facts.rows and p[1] < facts.columns}
    told = rule_fills(facts.rules, styles.rule_fills, rows)
    places |= set(told.blank(facts.rows, facts.columns))
    cells = tuple(_cell(place, rows, facts, styles, told) for place in sorted(places - inner))
    under = tuple(_cell(place, rows, facts, styles, told) for place in sorted(places & inner))
    held = facts.bold | {place: bold[text] for place, text in facts.shared.items() if text in bold}
    cells = tuple(_with_bold(cell, held.get((cell.row, cell.column))) for cell in cells)
    cut = {"rows": facts.rows > 2 * limits.rows, "columns": facts.columns > most}
    beyond = frozenset(name for name, is_met in cut.items() if is_met)
    return Sheet(title, cells, frozenset(facts.hidden_rows), frozenset(facts.hidden_columns), beyond, under)


def _with_bold(cell: SheetCell, found: Bold | None) -> SheetCell:
    """The cell, told where its text is bold, unless it shows another one."""
    return replace(cell, bold=found[1]) if found and found[0] == cell.text else cell


def _cell(place: Place, rows: Rows, facts: Facts, styles: Styles, told: Fills) -> SheetCell:
    row, column = place
    value = rows[row][column] if row < len(rows) and column < len(rows[row]) else ""
    style = facts.styles.get(place, 0)
    code = styles.code(style)
    tall, wide = facts.merges.get(place, (1, 1))
    fill = told.fill(place) or styles.fill(style)
    return SheetCell(row, column, shown(value, code), tall, wide, fill, kept_date(value, code))
