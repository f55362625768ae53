"""The main part of a page, where its markup names one that can be trusted."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from .visible import landmark

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import Tag

_MOST_ELSEWHERE = 20  # tables looked at outside it
_MOST_UP = 100
_LEAST_SHARE = 0.2  # of the page's letters, where it holds no table


def main_part(soup: BeautifulSoup) -> Tag | None:
    """The only main part of a page, if it holds the title and the tables, or a good part of the text; else None."""
    found = soup.find_all("main") or soup.find_all(role="main")
    if len(found) != 1 or soup.body is None or len(soup.body.find_all("h1")) > len(found[0].find_all("h1")):
        return None
    inside = {id(table) for table in found[0].find_all("table")}
    elsewhere = (table for table in soup.body.find_all("table") if id(table) not in inside)
    if any(not _is_around(table) for table in islice(elsewhere, _MOST_ELSEWHERE + 1)):
        return None
    return found[0] if inside or _letters(found[0]) >= _LEAST_SHARE * _letters(soup.body) else None


def _is_around(element: Tag) -> bool:
    """Does an element stand in a part of the website around the content?"""
    return any(landmark(up, in_content=False) for up in islice(element.parents, _MOST_UP))


def _letters(element: Tag) -> int:
    return sum(len(text) for text in element.stripped_strings)
