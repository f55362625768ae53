"""Excel workbooks: fills given by rules, and words in bold within a cell."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.cell.rich_text import CellRichText, TextBlock  # type: ignore[import-untyped]
from openpyxl.cell.text import InlineFont  # type: ignore[import-untyped]
from openpyxl.formatting.rule import CellIsRule, FormulaRule, Rule  # type: ignore[import-untyped]
from openpyxl.styles import PatternFill  # type: ignore[import-untyped]
from openpyxl.styles.differential import DifferentialStyle  # type: ignore[import-untyped]

from actionplan_extract.pipeline import extract_bytes
from actionplan_extract.readers import xlsx

from . import workbooks
from .workbooks import Rows

ROWS: Rows = [
    ["Ref", "Action", "Status", "RAG", "Score"],
    [1, "Mend the roof", "Late", None, 20],
    [2, "Paint the door", "On time", None, 60],
    [3, "Sweep the yard", "Done", None, 95],
]
RED, GREEN = "FFFF0000", "FF00B050"


def fill(colour: str) -> PatternFill:
    return PatternFill("solid", bgColor=colour)


def contains(text: str, colour: str) -> Rule:
    style = DifferentialStyle(fill=fill(colour))
    return Rule("containsText", operator="containsText", text=text, dxf=style, formula=[f'SEARCH("{text}",C2)'])


@pytest.mark.parametrize(
    ("area", "rule", "coloured"),
    [
        ("C2:C4", CellIsRule("equal", ['"late"'], fill=fill(RED)), {(1, 2)}),
        ("C2:C4", CellIsRule("notEqual", ['"Done"'], fill=fill(RED)), {(1, 2), (2, 2)}),
        ("E2:E4", CellIsRule("lessThan", ["50"], fill=fill(RED)), {(1, 4)}),
        ("E2:E4", CellIsRule("between", ["50", "96"], fill=fill(RED)), {(2, 4), (3, 4)}),
        ("C2:C4", contains("ON", RED), {(2, 2), (3, 2)}),
        ("D2:D4", FormulaRule(['$C2="Late"'], fill=fill(RED)), {(1, 3)}),
        ("C2:D4", FormulaRule(['NOT(ISERROR(SEARCH("time",$C2)))'], fill=fill(RED)), {(2, 2), (2, 3)}),
        ("C2:C4 E2:E4", FormulaRule(['C2="Late"'], fill=fill(RED)), {(1, 2)}),
        ("C2:C4", FormulaRule(["AND(C2=1,D2=2)"], fill=fill(RED)), set()),
        ("C2:C4", CellIsRule("equal", ["$A$1"], fill=fill(RED)), set()),
    ],
)
def test_a_rule_colours_the_cells_that_it_fits(area: str, rule: Rule, coloured: set[tuple[int, int]]) -> None:
    def paint(workbook: Workbook) -> None:
        workbook["Plan"].conditional_formatting.add(area, rule)

    document = xlsx.read(workbooks.xlsx({"Plan": ROWS}, paint), "plan.xlsx")
    assert {(c.row, c.column) for c in document.tables[0].cells if c.fill == "#ff0000"} == coloured


def test_the_first_of_two_rules_counts_and_both_come_before_the_cells_own_fill() -> None:
    def paint(workbook: Workbook) -> None:
        sheet = workbook["Plan"]
        for row in (2, 3, 4):
            sheet.cell(row, 3).fill = PatternFill("solid", fgColor="FFFFC000")
        sheet.conditional_formatting.add("C2:C4", CellIsRule("equal", ['"Late"'], fill=fill(RED)))
        sheet.conditional_formatting.add("C2:C4", contains("a", GREEN))

    document = xlsx.read(workbooks.xlsx({"Plan": ROWS}, paint), "plan.xlsx")
    assert [c.fill for c in document.tables[0].cells if c.column == 2] == [None, "#ff0000", "#ffc000", "#ffc000"]


def test_ratings_by_rules_reach_the_plan() -> None:
    def paint(workbook: Workbook) -> None:
        sheet = workbook["Plan"]
        sheet.conditional_formatting.add("D2:D4", FormulaRule(['$C2="Late"'], fill=fill(RED)))
        sheet.conditional_formatting.add("D2:D4", FormulaRule(['$C2="Done"'], fill=fill(GREEN)))

    plan = extract_bytes(workbooks.xlsx({"Plan": ROWS}, paint), "plan.xlsx").plan
    statuses = [action.status for each in plan.recommendations for action in each.actions]
    assert [status and status.rag for status in statuses] == ["red", None, "green"]


def bold(text: str) -> TextBlock:
    return TextBlock(InlineFont(b=True), text)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        (CellRichText(bold("Roofs"), "\nMend them.\n", bold("Doors"), "\nPaint them."), [5, 0, 5, 0]),
        (CellRichText("Mend ", bold("all"), " roofs"), [0]),
        (CellRichText(bold("Roofs:"), " mend them"), [6]),
    ],
)
def test_words_in_bold_are_told(text: CellRichText, leads: list[int]) -> None:
    write: Callable[[Workbook], None] = lambda workbook: workbook["Plan"].__setitem__("B2", text)  # noqa: E731
    document = xlsx.read(workbooks.xlsx({"Plan": ROWS}, write), "plan.xlsx")
    (held,) = (cell for cell in document.tables[0].cells if (cell.row, cell.column) == (1, 1))
    assert [paragraph.lead for paragraph in held.paragraphs] == leads
