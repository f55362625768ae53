"""What a page's styles say of an element: is it shown, is it bold, which colour is behind it.

Only rules for a tag, a class, an id, or a tag with one of these are heeded, and none under a condition ("@media").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4.element import Tag

Declarations = dict[str, str]

_HEEDED = frozenset(
    (
        "background",
        "background-color",
        "display",
        "font-weight",
        "list-style",
        "list-style-type",
        "mso-hide",
        "mso-list",
        "visibility",
        "white-space",
    )
)
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]*+)(?:\{([^{}]*+)\}|(\{)|(\}))")
_SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?:(?P<mark>[.#])(?P<name>-?[A-Za-z_][\w-]*))?")
_MOST_SHEET = 1_000_000  # characters of style sheets


def declarations(text: str) -> Declarations:
    """The heeded declarations of an inline style."""
    pairs = (part.partition(":") for part in text.split(";"))
    held = ((name.strip().lower(), value.replace("!important", "").strip().lower()) for name, _, value in pairs)
    return {name: value for name, value in held if name in _HEEDED and value}


class Styles:
    """The styles of a page."""

    def __init__(self, sheets: str = "") -> None:
        self._rules: dict[str, Declarations] = defaultdict(dict)
        for selectors, body in _plain_rules(_COMMENT.sub(" ", sheets[:_MOST_SHEET])):
            found = declarations(body)
            for selector in selectors.split(",") if found else ():
                if (match := _SELECTOR.fullmatch(selector.strip())) and selector.strip():
                    self._rules[_key(match["tag"] or "", match["mark"] or "", match["name"] or "")] |= found

    def of(self, element: Tag) -> Declarations:
        """What holds for an element, the most particular rule last: tag, class, id, its own style."""
        held: Declarations = {}
        if self._rules:
            for key in _keys(element):
                held |= self._rules.get(key, {})
        own = element.get("style")
        return held | declarations(own) if isinstance(own, str) else held


def _plain_rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Each rule outside a block of other rules: its selectors and declarations."""
    depth = 0
    for match in _RULE.finditer(sheet):
        if match[3]:
            depth += 1
        elif match[4]:
            depth = max(depth - 1, 0)
        elif not depth:
            yield match[1].rpartition(";")[2], match[2]


def _key(tag: str, mark: str, name: str) -> str:
    return f"{tag}{mark}{name}"


def _keys(element: Tag) -> Iterator[str]:
    """The selectors that an element answers to, the most particular last."""
    tag, names, own = element.name, element.get_attribute_list("class"), element.get_attribute_list("id")
    yield _key(tag, "", "")
    for mark, held in ((".", names), ("#", own)):
        yield from (_key(of, mark, str(name)) for of in ("", tag) for name in held if name)


_NAMED = {
    "amber": "#ffbf00",
    "aqua": "#00ffff",
    "black": "#000000",
    "blue": "#0000ff",
    "crimson": "#dc143c",
    "darkgreen": "#006400",
    "darkorange": "#ff8c00",
    "darkred": "#8b0000",
    "forestgreen": "#228b22",
    "gold": "#ffd700",
    "gray": "#808080",
    "green": "#008000",
    "grey": "#808080",
    "lightblue": "#add8e6",
    "lightgray": "#d3d3d3",
    "lightgreen": "#90ee90",
    "lightgrey": "#d3d3d3",
    "lightpink": "#ffb6c1",
    "lightyellow": "#ffffe0",
    "lime": "#00ff00",
    "limegreen": "#32cd32",
    "maroon": "#800000",
    "navy": "#000080",
    "orange": "#ffa500",
    "orangered": "#ff4500",
    "palegreen": "#98fb98",
    "pink": "#ffc0cb",
    "purple": "#800080",
    "red": "#ff0000",
    "royalblue": "#4169e1",
    "salmon": "#fa8072",
    "seagreen": "#2e8b57",
    "silver": "#c0c0c0",
    "skyblue": "#87ceeb",
    "tomato": "#ff6347",
    "white": "#ffffff",
    "yellow": "#ffff00",
    "yellowgreen": "#9acd32",
}
_HEX = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-f])")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*(0?\.?\d+%?)\s*)?\)")


def colour(value: str) -> str | None:
    """The colour a value names, as "#rrggbb"; None where it names none, or a transparent one."""
    text = value.lower()
    if found := _HEX.search(text):
        digits = found[0][1:]
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
    if found := _RGB.search(text):
        return (
            None
            if found[4] in ("0", ".0", "0%")
            else "#" + "".join(f"{min(int(n), 255):02x}" for n in found.groups()[:3])
        )
    return next((_NAMED[word] for word in re.findall(r"[a-z]+", text) if word in _NAMED), None)
