"""Tables drawn with bars and dashes in plain text."""

from __future__ import annotations

import pytest

from actionplan_extract.readers import choose_reader
from actionplan_extract.readers._aligned.bars import drawn, is_drawing, is_rule

from .helpers import document_of, misplaced, rows_of

ROWS = [
    ["Ref", "Action", "Lead"],
    ["1", "Agree the plan for homes with everybody.", "Head of Homes"],
    ["2", "Print it.", "Head of Print and Post"],
]
BOX = """\
+-----+-------------------------+---------------+
| Ref | Action                  | Lead          |
+=====+=========================+===============+
| 1   | Agree the plan for      | Head of Homes |
|     | homes with everybody.   |               |
+-----+-------------------------+---------------+
| 2   | Print it.               | Head of Print |
|     |                         | and Post      |
+-----+-------------------------+---------------+
"""
BARE = """\
Ref | Action                  | Lead
--- | ----------------------- | -------------
1   | Agree the plan for      | Head of Homes
    | homes with everybody.   |
2   | Print it.               | Head of Print
    |                         | and Post
"""
RULED = """\
Ref   Action                    Lead
---------------------------------------------
1     Agree the plan for        Head of Homes
      homes with everybody.
---------------------------------------------
2     Print it.                 Head of Print
                                and Post
---------------------------------------------
"""
HEADED = """\
Ref   Action                    Lead
---   -----------------------   -------------
1     Agree the plan for        Head of Homes
      homes with everybody.

2     Print it.                 Head of Print
                                and Post
"""
UNICODE = BOX.translate(str.maketrans({"|": "│", "-": "─", "=": "═", "+": "┼"}))


@pytest.mark.parametrize("drawing", [BOX, BARE, RULED, HEADED, UNICODE])
def test_cells_that_wrap_between_bars_or_rules_are_put_together(drawing: str) -> None:
    document = document_of(f"Plan\n\n{drawing}\nThat is all.\n", "plan.txt")
    assert [rows_of(table) for table in document.tables] == [ROWS]
    assert misplaced(document) == []


@pytest.mark.parametrize("name", ["plan.txt", "plan.md", "plan"])
@pytest.mark.parametrize("drawing", [BOX, BARE])
def test_a_drawing_is_plain_text_whatever_its_name(name: str, drawing: str) -> None:
    assert choose_reader(drawing.encode(), name).FORMAT == "text"


def test_a_table_of_a_line_a_row_is_no_drawing() -> None:
    assert not is_drawing("| Ref | Action |\n|-----|--------|\n| 1   | Go     |\n| 2   | Come   |".splitlines())


def test_bars_in_sentences_part_no_cells() -> None:
    lines = ["Lead: Head of Fleet | Due: May 2024 | Priority: High", "", "Lead: Chief | Due: May 2024 | Priority: Low"]
    assert drawn(lines) == frozenset()


@pytest.mark.parametrize(
    ("line", "expected"), [("---- | ---", True), ("+--+--+---+", True), ("- -", False), ("", False)]
)
def test_rules_say_nothing(line: str, expected: bool) -> None:
    assert is_rule(line) is expected
