"""What a path draws: the level and upright lines that can rule a table, and coloured areas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...passage import Box
from .geometry import Point
from .ink import Fill, Rule

DOT = (1.5, 7.0)  # points: as small and as large as a drawn bullet is
ROUND = 0.7  # its shorter side by its longer one
RULE_WIDTH = 4.0  # points: something painted no wider than this is a line
STRAIGHT = 0.5  # points: how far a line may lean


class Outline(NamedTuple):
    """One stretch of a path: its straight sides, the box around it, and how it is painted.

    `colour` ("#rrggbb") is that of its inside, None where that is not known.
    """

    sides: tuple[tuple[Point, Point], ...]
    box: Box
    stroked: bool
    filled: bool
    colour: str | None = None

    def rules(self) -> list[Rule]:
        """The level and upright lines that are seen."""
        x0, top, x1, bottom = self.box
        found: list[Rule] = []
        if not (self.stroked or self.filled):
            return found
        if x1 - x0 <= RULE_WIDTH:
            found.append(Rule(False, (x0 + x1) / 2, top, bottom))
        if bottom - top <= RULE_WIDTH:
            found.append(Rule(True, (top + bottom) / 2, x0, x1))
        return found or (list(self._side_rules()) if self.stroked else [])

    def _side_rules(self) -> Iterator[Rule]:
        for (ax, ay), (bx, by) in self.sides:
            if abs(ay - by) <= STRAIGHT:
                yield Rule(True, (ay + by) / 2, min(ax, bx), max(ax, bx))
            elif abs(ax - bx) <= STRAIGHT:
                yield Rule(False, (ax + bx) / 2, min(ay, by), max(ay, by))

    def dots(self) -> list[Box]:
        """Its box, where it is as small and as even as a drawn bullet."""
        x0, top, x1, bottom = self.box
        if x1 - x0 > DOT[1] or bottom - top > DOT[1] or not (self.stroked or self.filled):
            return []
        shorter, longer = sorted((x1 - x0, bottom - top))
        return [self.box] if DOT[0] <= shorter and shorter >= ROUND * longer else []

    def fills(self) -> list[Fill]:
        """Its inside, where that is an area of a known colour."""
        x0, top, x1, bottom = self.box
        is_area = self.filled and x1 - x0 > RULE_WIDTH and bottom - top > RULE_WIDTH
        return [Fill(self.box, self.colour)] if is_area and self.colour else []


def clip_rule(rule: Rule, clip: Box) -> Rule | None:
    """The part of a line that is inside the box, None where there is none; lines on its edge are inside."""
    x0, top, x1, bottom = clip
    low, high, start, end = (top, bottom, x0, x1) if rule.level else (x0, x1, top, bottom)
    if not low - 1 <= rule.at <= high + 1:
        return None
    if start <= rule.start < rule.end <= end:
        return rule
    start, end = max(rule.start, start), min(rule.end, end)
    return Rule(rule.level, rule.at, start, end) if start < end else None


def clip_box(box: Box, clip: Box) -> Box | None:
    """The part of a box that is inside another, None where they are apart."""
    x0, top = max(box[0], clip[0]), max(box[1], clip[1])
    x1, bottom = min(box[2], clip[2]), min(box[3], clip[3])
    return (x0, top, x1, bottom) if x0 < x1 and top < bottom else None
