"""Fills that a worksheet gives cells by what they say: rules on a value, on words in it, and simple formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from .._number_format import Value
from .places import Place, cell_place
from .styles import number

if TYPE_CHECKING:
    from lxml import etree

_MOST_RULES = 60
_MOST_BLANKS = 20_000  # places of empty cells that are looked at
_WORDS = ("containsText", "beginsWith", "endsWith")
_LITERAL = re.compile(r'\s*(?:"(?P<text>(?:[^"]|"")*)"|(?P<number>-?\d+(?:\.\d+)?))\s*')
_CELL = r"(?P<column_fixed>\$?)(?P<column>[A-Za-z]{1,3})(?P<row_fixed>\$?)(?P<row>\d{1,7})"
_EQUAL = re.compile(rf'\s*=?\s*{_CELL}\s*=\s*"(?P<said>[^"]*)"\s*')
_FOUND = re.compile(
    rf'\s*=?\s*(?:NOT\s*\(\s*ISERROR|ISNUMBER)\s*\(\s*(?:SEARCH|FIND)\s*\(\s*"(?P<said>[^"]*)"\s*,\s*{_CELL}\s*\)\s*\)+\s*',
    re.IGNORECASE,
)
_COMPARED = {
    "greaterThan": lambda a, b: a > b,
    "greaterThanOrEqual": lambda a, b: a >= b,
    "lessThan": lambda a, b: a < b,
    "lessThanOrEqual": lambda a, b: a <= b,
}
_Area = tuple[Place, Place]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for the cells of some areas: `style` is the number of the style that it gives them.

    `formulas` count from the first cell of the first area.
    """

    areas: tuple[_Area, ...]
    kind: str
    style: int
    priority: int
    operator: str = ""
    text: str = ""
    formulas: tuple[str, ...] = ()

    def holds(self, place: Place, rows: Sequence[Sequence[Value]]) -> bool:
        """Does the rule fit the cell at a place of a sheet with these values?"""
        if not any(top <= place[0] <= low and left <= place[1] <= right for (top, left), (low, right) in self.areas):
            return False
        value = _value(rows, place)
        if self.kind == "cellIs":
            return _compares(value, self.operator, self.formulas)
        if self.kind in _WORDS:
            return _says(str(value), self.kind, self.text)
        return self.kind == "expression" and self._fits_formula(place, rows)

    def _fits_formula(self, place: Place, rows: Sequence[Sequence[Value]]) -> bool:
        formula = self.formulas[0] if self.formulas else ""
        equal, found = _EQUAL.fullmatch(formula), _FOUND.fullmatch(formula)
        match = equal or found
        target = _target(match, self.areas[0][0], place) if match else None
        if match is None or target is None:
            return False
        said, value = match["said"].casefold(), str(_value(rows, target)).casefold()
        return said == value if equal else said in value


def read_rules(element: etree._Element) -> Iterator[Rule]:
    """The rules of a `conditionalFormatting` element that give a style."""
    areas = tuple(area for name in (element.get("sqref") or "").split() if (area := _area(name)))
    for rule in element.iterfind("{*}cfRule") if areas else ():
        style = rule.get("dxfId")
        if style is not None:
            formulas = tuple(formula.text or "" for formula in rule.iterfind("{*}formula"))
            kind, operator, text = (rule.get(name) or "" for name in ("type", "operator", "text"))
            yield Rule(areas, kind, number(style), number(rule.get("priority")), operator, text, formulas)


def rule_fills(rules: Sequence[Rule], fills: Sequence[str | None], rows: Sequence[Sequence[Value]]) -> Fills:
    """What the rules make of the cells of a sheet, by the fills of their styles."""
    told = [(rule, fill) for rule in rules[:_MOST_RULES] if rule.style < len(fills) and (fill := fills[rule.style])]
    return Fills(tuple(sorted(told, key=lambda pair: pair[0].priority)), rows)


@dataclass(frozen=True, slots=True)
class Fills:
    """The fills that rules give the cells of a sheet, the rule that comes first before the others."""

    rules: tuple[tuple[Rule, str], ...]
    rows: Sequence[Sequence[Value]]

    def fill(self, place: Place) -> str | None:
        """The fill of a cell, None where no rule gives it one."""
        return next((fill for rule, fill in self.rules if rule.holds(place, self.rows)), None)

    def blank(self, rows: int, columns: int) -> Iterator[Place]:
        """The places within so many rows and columns to which a formula about another cell gives a fill."""
        areas = (area for rule, _ in self.rules if rule.kind == "expression" for area in rule.areas)
        places = (
            (row, column)
            for (top, left), (low, right) in areas
            for row in range(top, min(low + 1, rows))
            for column in range(left, min(right + 1, columns))
        )
        yield from (place for place in islice(places, _MOST_BLANKS) if self.fill(place))


def _area(name: str) -> _Area | None:
    first, _, last = name.partition(":")
    start, end = cell_place(first), cell_place(last or first)
    return (start, end) if start and end else None


def _value(rows: Sequence[Sequence[Value]], place: Place) -> Value:
    row, column = place
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else ""


def _compares(value: Value, operator: str, formulas: Sequence[str]) -> bool:
    """Does a value stand to the literals of a rule as it says?"""
    literals = [match for formula in formulas if (match := _LITERAL.fullmatch(formula))]
    if not literals or len(literals) < len(formulas):
        return False
    if literals[0]["text"] is not None:
        same = literals[0]["text"].replace('""', '"').casefold() == str(value).casefold()
        return same if operator == "equal" else operator == "notEqual" and not same and value != ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    bounds = [float(match["number"]) for match in literals if match["number"]]
    if operator in ("equal", "notEqual"):
        return (value == bounds[0]) == (operator == "equal")
    if operator == "between" and len(bounds) == 2:
        return bounds[0] <= value <= bounds[1]
    return operator in _COMPARED and _COMPARED[operator](value, bounds[0])


def _says(value: str, kind: str, text: str) -> bool:
    said, whole = text.casefold(), value.casefold()
    if not said:
        return False
    return {"containsText": said in whole, "beginsWith": whole.startswith(said)}.get(kind, whole.endswith(said))


def _target(match: re.Match[str], first: Place, place: Place) -> Place | None:
    """The cell that a formula speaks of, moved along with the cell it is for unless it is fixed."""
    named = cell_place(match["column"] + match["row"])
    if named is None:
        return None
    row = named[0] if match["row_fixed"] else named[0] + place[0] - first[0]
    column = named[1] if match["column_fixed"] else named[1] + place[1] - first[1]
    return (row, column) if row >= 0 and column >= 0 else None
