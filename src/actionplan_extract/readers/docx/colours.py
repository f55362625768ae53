"""The fill of a cell as "#rrggbb", from its shading and the document's theme."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls

from lxml import etree

from .names import kind, value

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_NAMES = {
    "background1": "lt1",
    "background2": "lt2",
    "text1": "dk1",
    "text2": "dk2",
    "light1": "lt1",
    "light2": "lt2",
    "dark1": "dk1",
    "dark2": "dk2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_MOST = 255


class Colours:
    """The colours of a document's theme by name."""

    def __init__(self, theme: etree._Element | None) -> None:
        scheme = theme.find(".//{*}clrScheme") if theme is not None else None
        self._theme = {kind(entry): _theme_colour(entry) for entry in scheme} if scheme is not None else {}

    def fill(self, shading: etree._Element | None) -> str | None:
        """The colour that a shading (w:shd) shows; None where it shows none."""
        if shading is None or value(shading) == "nil":
            return None
        if value(shading) == "solid":
            return _hex(value(shading, "color")) or self._themed(shading, "theme")
        return _hex(value(shading, "fill")) or self._themed(shading, "themeFill")

    def _themed(self, shading: etree._Element, name: str) -> str | None:
        """The theme's colour of that name, lightened and darkened as is said."""
        chosen = value(shading, name) or ""
        colour = self._theme.get(_NAMES.get(chosen, chosen))
        if colour is None:
            return None
        tint, shade = (_share(value(shading, f"{name}{change}")) for change in ("Tint", "Shade"))
        return _relit(colour, tint, shade)


def _theme_colour(entry: etree._Element) -> str | None:
    """The colour of an entry, as itself or as the system last had it."""
    return next((_hex(colour.get("lastClr") or colour.get("val")) for colour in entry), None)


def _hex(text: str | None) -> str | None:
    return f"#{text.lower()}" if text and _HEX.fullmatch(text) else None


def _share(text: str | None) -> float:
    return int(text, 16) / _MOST if text and re.fullmatch("[0-9A-Fa-f]{1,2}", text) else 1.0


def _relit(colour: str, tint: float, shade: float) -> str:
    """The colour with its lightness moved towards white (a tint below 1) or black (a shade below 1)."""
    hue, light, strength = rgb_to_hls(*(int(colour[at : at + 2], 16) / _MOST for at in (1, 3, 5)))
    light = (light * tint + 1 - tint) * shade
    return "#" + "".join(f"{round(part * _MOST):02x}" for part in hls_to_rgb(hue, light, strength))
