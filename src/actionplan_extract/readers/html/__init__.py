"""Web pages: HTML of any age, XHTML, pages saved by Word or as one file (MHTML)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...limits import DEFAULT, Limits
from ...model import Document, Notice, Page
from .._report import limit_reached
from .._text import head
from .content import main_part
from .encoding import page_text
from .flow import Context, Flow, Reading
from .mhtml import is_mhtml, page_part
from .properties import properties
from .styles import Styles
from .visible import Sight, folded_parts

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

FORMAT = "html"
MEDIA_TYPE = "text/html"
SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".aspx", ".mht", ".mhtml"})

_PAGE = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^<>]{0,200}>\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FRAGMENT = re.compile(r"\s*<(?:article|div|dl|h[1-6]|link|main|meta|p|section|style|table|title|ul)(?=[\s/>])", re.I)
_TAGS = re.compile(r"</?(?:table|tr|td|th|p|div|li|h[1-6]|dt)(?=[\s/>])", re.I)
_LEAST_TAGS = 5
_EMBEDDED = re.compile(r"data:[\w/+.-]{1,80};base64,[A-Za-z0-9+/=\s]*")
_XML = re.compile(r"\s*<\?xml[^<>]{0,500}>")


def sniff(data: bytes, suffix: str) -> float:
    """Sure of what begins as a page does; a fragment needs several tags, a page of that suffix any."""
    if is_mhtml(data):
        return 0.96
    text = head(data)
    if _PAGE.match(text):
        return 0.96
    tags = len(_TAGS.findall(text))
    if _FRAGMENT.match(text) and tags >= _LEAST_TAGS:
        return 0.85
    return 0.6 if suffix in SUFFIXES and (tags or _FRAGMENT.match(text)) else 0.0


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document: the page's content, what stands around it as furniture; raises Damaged."""
    markup = _EMBEDDED.sub("data:,", page_text(*page_part(data)))
    soup = _parse(markup[: limits.characters])
    reading = Reading(Sight(_styles(soup), folded_parts(soup)), limits, main_part(soup))
    if len(markup) > limits.characters:
        reading.met.add("characters")
    flow = Flow(reading)
    flow.walk(soup.body or soup, Context(ignored=reading.content is not None))
    return Document(
        FORMAT,
        MEDIA_TYPE,
        (Page(reading.transcript.text),),
        tuple(flow.blocks),
        properties(soup),
        tuple(reading.furniture),
        tuple(_notices(reading)),
    )


def _parse(markup: str) -> BeautifulSoup:
    from bs4 import BeautifulSoup

    return BeautifulSoup(_XML.sub("", markup, count=1) + "\n", "lxml")


def _styles(soup: BeautifulSoup) -> Styles:
    sheets = (
        sheet for sheet in soup.find_all("style") if str(sheet.get("media") or "all").lower() in ("all", "screen")
    )
    return Styles("\n".join(sheet.get_text() for sheet in sheets))


def _notices(reading: Reading) -> Iterator[Notice]:
    """What the reader of the result should know: what the page hides, and that a limit left something unread."""
    if reading.hidden:
        count, first = len(reading.hidden), reading.hidden[0]
        yield Notice("hidden_content", f"{count} hidden parts of the page were left out; the first begins {first!r}")
    for name in sorted(reading.met):
        yield limit_reached(reading.limits, name, "the page is larger, wider or deeper than is read")
