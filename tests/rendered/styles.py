"""How a plan looks in print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SANS, SERIF = "Liberation Sans", "Liberation Serif"


@dataclass(frozen=True)
class Style:
    """A print style of A4 pages.

    `rules` are drawn around all cells, between rows, between recommendations (no rule parts their actions)
    or not at all. `size` and `gap` (below a paragraph) are in points. `split_rows` lets a row go over the
    page's end, `repeat_header` puts the header on every page.
    """

    name: str
    rules: Literal["all", "rows", "groups", "none"] = "all"
    landscape: bool = True
    font: str = SANS
    size: float = 11
    gap: float = 4
    repeat_header: bool = True
    split_rows: bool = True

    @property
    def text_width_cm(self) -> float:
        """The width between the margins."""
        return (29.7 if self.landscape else 21.0) - 2 * MARGIN_CM


MARGIN_CM = 2.0
_ALL = (
    Style("ruled", size=12),
    Style("serif", font=SERIF, size=13, gap=6),
    Style("plain-head", size=11.5, gap=2, repeat_header=False),
    Style("clear-print", size=14, gap=6),  # the size that guidance on accessible print asks for
    Style("long", size=13),
    Style("horizontal", rules="rows", font=SERIF, size=13),
    Style("borderless", rules="none", size=12, gap=5),
    Style("level", rules="groups", size=12),
    Style("tall", size=11, split_rows=False),
    Style("portrait", landscape=False, size=11.5),
    Style("portrait-serif", landscape=False, font=SERIF, size=13, gap=6, repeat_header=False),
)
STYLES = {style.name: style for style in _ALL}
