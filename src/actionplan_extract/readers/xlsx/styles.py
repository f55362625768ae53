"""The number formats and fills of a workbook's cell styles."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .._number_format import BUILT_IN

if TYPE_CHECKING:
    from lxml import etree

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_GENERAL = "General"
# Office's colours by number; the first eight come twice.
_BASE = "000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff"
_INDEXED = f"""{_BASE} {_BASE}
800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff
000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99
3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333
""".split()
_THEME = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")


@dataclass(frozen=True)
class Styles:
    """What the styles that cells name by number say: the number format's code and the fill, "#rrggbb" or None.

    `rule_fills` are the fills of the styles that rules give.
    """

    codes: tuple[str, ...] = ()
    fills: tuple[str | None, ...] = ()
    rule_fills: tuple[str | None, ...] = ()

    def code(self, style: int) -> str:
        """The number format of a style."""
        return self.codes[style] if style < len(self.codes) else _GENERAL

    def fill(self, style: int) -> str | None:
        """The fill of a style."""
        return self.fills[style] if style < len(self.fills) else None


def read_styles(styles: etree._Element | None, theme: etree._Element | None) -> Styles:
    """The cell styles of a workbook, none where it has no styles."""
    if styles is None:
        return Styles()
    formats = {number(e.get("numFmtId")): e.get("formatCode", "") for e in styles.iterfind(f"{S}numFmts/{S}numFmt")}
    colours = _theme_colours(theme)
    fills = [_fill(element, colours) for element in styles.iterfind(f"{S}fills/{S}fill")]
    held = list(styles.iterfind(f"{S}cellXfs/{S}xf"))
    codes = (number(entry.get("numFmtId")) for entry in held)
    places = (number(entry.get("fillId")) for entry in held)
    return Styles(
        tuple(formats.get(code) or BUILT_IN.get(code, _GENERAL) for code in codes),
        tuple(fills[place] if place < len(fills) else None for place in places),
        tuple(_rule_fill(element, colours) for element in styles.iterfind(f"{S}dxfs/{S}dxf")),
    )


def number(text: str | None) -> int:
    """A whole number of XML; 0 where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


def _theme_colours(theme: etree._Element | None) -> dict[str, str]:
    scheme = None if theme is None else theme.find(f".//{_A}clrScheme")
    return dict(_named(scheme)) if scheme is not None else {}


def _named(scheme: etree._Element) -> Iterator[tuple[str, str]]:
    for entry in scheme:
        for colour in entry:
            value = colour.get("lastClr") or colour.get("val") or ""
            if len(value) == 6:
                yield entry.tag.rpartition("}")[2], value.lower()


def _fill(element: etree._Element, theme: dict[str, str]) -> str | None:
    """The colour of a plain fill, the first one of a gradient."""
    pattern = element.find(f"{S}patternFill")
    if pattern is not None and pattern.get("patternType") in (None, "none", "gray125"):
        return None
    colour = element.find(f".//{S}fgColor") if pattern is not None else element.find(f".//{S}color")
    return None if colour is None else _colour(colour, theme)


def _rule_fill(style: etree._Element, theme: dict[str, str]) -> str | None:
    """The fill of a rule's style, whose background is the colour of a plain fill; None where it has none."""
    pattern = style.find(f"{S}fill/{S}patternFill")
    if pattern is None or pattern.get("patternType") == "none":
        return None
    colour = pattern.find(f"{S}bgColor")
    colour = pattern.find(f"{S}fgColor") if colour is None else colour
    return None if colour is None else _colour(colour, theme)


def _colour(element: etree._Element, theme: dict[str, str]) -> str | None:
    rgb, indexed, themed = element.get("rgb"), element.get("indexed"), element.get("theme")
    if rgb and len(rgb) in (6, 8):
        base = rgb[-6:].lower()
    elif indexed is not None:
        base = _INDEXED[number(indexed)] if number(indexed) < len(_INDEXED) else ""
    else:
        base = theme.get(_THEME[number(themed)], "") if themed is not None and number(themed) < len(_THEME) else ""
    try:
        return _tinted(base, float(element.get("tint") or 0)) if base else None
    except ValueError:
        return None


def _tinted(base: str, tint: float) -> str:
    """A colour made lighter (up to 1) or darker (down to -1)."""
    red, green, blue = (int(base[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    tint = max(-1.0, min(1.0, tint))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "#" + "".join(f"{round(255 * part):02x}" for part in colorsys.hls_to_rgb(hue, light, saturation))
