"""Which of a page's elements are its content: shown to a reader, and no part of the website around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from .styles import Styles

if TYPE_CHECKING:
    from bs4.element import Tag

_NO_TEXT = re.compile(
    "audio|canvas|datalist|head|iframe|map|math|noscript|object|script|select|style|svg|template|textarea|video"
)
_FOR_SCREEN_READERS = frozenset(
    ("sr-only", "visuallyhidden", "visually-hidden", "screen-reader-text", "element-invisible")
)
_SWITCH = "aria-expanded"
_SWITCH_WORDS = re.compile(
    r"\s*(?:show|hide|open|close|expand|collapse|toggle|[+–-])(?:\s+(?:this\s+)?section)?\s*", re.I
)
_OPENS = ("aria-controls", "data-target", "data-bs-target")
_TOGGLES = ("data-toggle", "data-bs-toggle")
_LANDMARKS = {"nav": "navigation", "header": "banner", "footer": "contentinfo", "aside": "complementary"}
_AROUND = frozenset(("banner", "contentinfo", "complementary", "search"))
_COOKIES = frozenset(("consent", "cookie", "cookies"))
_SITE_WORDS = frozenset(
    (
        "breadcrumb",
        "breadcrumbs",
        "footer",
        "nav",
        "navbar",
        "navigation",
        "pager",
        "pagination",
        "skiplink",
        "skiplinks",
    )
)
_SKIP_LINKS = frozenset((("skip", "link"), ("skip", "links"), ("skip", "to")))
_PAGERS = frozenset((("prev", "next"), ("previous", "next"), ("next", "prev"), ("next", "previous")))
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")
_NEVER_AROUND = re.compile("html|body|main|article|t(?:able|body|d|foot|h|head|r)")
_CONTENT = ("main", "h1", "table", "article")
_PAGE = ("main", "h1")


@dataclass(frozen=True)
class Sight:
    """What decides whether an element is seen: the page's styles, and the ids of parts a reader can unfold."""

    styles: Styles
    folded: frozenset[str]

    def is_hidden(self, element: Tag) -> bool:
        """Is the element's text kept from the reader?

        What a button unfolds is not; what is kept from screen readers alone counts as hidden where it holds
        no table or heading of the page (a page saved while a dialogue was open has its content marked so).
        """
        if element.name == "del":
            return True
        if self._is_folded(element):
            return False
        if element.get("aria-hidden") == "true" and not holds(element, _CONTENT):
            return True
        style = self.styles.of(element)
        unseen = style.get("display") == "none" or style.get("visibility") in ("hidden", "collapse")
        return unseen or "mso-hide" in style or element.has_attr("hidden") or is_alternative(element)

    def _is_folded(self, element: Tag) -> bool:
        """Is it the panel of a tab, an accordion or the like?"""
        if element.get("hidden") == "until-found" or element.get("role") == "tabpanel":
            return True
        if self.folded and str(element.get("id") or "") in self.folded:
            return True
        return element.has_attr("hidden") and _follows_switch(element)


def _follows_switch(element: Tag) -> bool:
    """Does what stands right before the element say that it opens something?"""
    before = element.find_previous_sibling()
    return before is not None and (
        before.has_attr(_SWITCH) or before.find(lambda tag: tag.has_attr(_SWITCH)) is not None
    )


def has_no_text(element: Tag) -> bool:
    """Is what stands in the element never the page's text: a script, or the "Show" of a button?"""
    return _NO_TEXT.fullmatch(element.name) is not None or _is_switch_word(element)


def _is_switch_word(element: Tag) -> bool:
    """Is it a part of a button, within the heading that it is, which says no more than what the button does?"""
    if element.name != "span" or element.find_parent("button") is None:
        return False
    return _SWITCH_WORDS.fullmatch(element.get_text(" ")) is not None


def is_alternative(element: Tag) -> bool:
    """Is it text for screen readers alone?"""
    return any(str(name).removeprefix("govuk-") in _FOR_SCREEN_READERS for name in classes(element))


def classes(element: Tag) -> list[str]:
    """The element's classes."""
    return [str(name) for name in element.get_attribute_list("class") if name]


def folded_parts(root: Tag) -> frozenset[str]:
    """The ids of the parts that a button or link of the page opens."""
    return frozenset(name.lstrip("#") for element in root.find_all(True) for name in _opened_by(element))


def _opened_by(element: Tag) -> Iterator[str]:
    for name in _OPENS:
        yield from str(element.get(name) or "").split()
    if any(element.has_attr(name) for name in _TOGGLES):
        yield str(element.get("href") or "")


def landmark(element: Tag, in_content: bool) -> str | None:
    """The part of the website around the content that an element is ("banner", "navigation", …), None for content.

    `in_content` tells an element within the page's main part, where a header or footer is the content's own.
    """
    if _NEVER_AROUND.fullmatch(element.name):
        return None
    role = str(element.get("role") or _LANDMARKS.get(element.name, ""))
    if role == "navigation":
        return role
    if role in _AROUND and not in_content and not holds(element, _CONTENT):
        return role
    words = _class_words(element)
    if words & _COOKIES:
        return None if holds(element, _PAGE) else "cookies"
    if words & _SITE_WORDS and not holds(element, _CONTENT):
        return "contentinfo" if "footer" in words else "navigation"
    return None


def _class_words(element: Tag) -> set[str]:
    """The words of an element's classes and id."""
    names = [_WORD.findall(name) for name in (*classes(element), str(element.get("id") or ""))]
    words = [[word.lower() for word in held] for held in names]
    pairs = {pair for held in words for pair in pairwise(held)}
    meant = {"skiplink" for pair in pairs & _SKIP_LINKS} | {"pager" for pair in pairs & _PAGERS}
    return {word for held in words for word in held} | meant


def holds(element: Tag, names: tuple[str, ...]) -> bool:
    """Is an element of one of these names within it?"""
    return element.find(names) is not None
