"""The paragraphs in a fragment of HTML, however broken, with every character's place kept.

lxml (through BeautifulSoup) mends the nesting, but does not say where a text stood. So the text never
passes through it: each run between two tags is stood in for by a token, the tokens are parsed, and
the runs, whose offsets are known, are put back in their place.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..model import Paragraph
from ..passage import Passage, join
from ._blocks import inline_items, item, nested_by_glyph

_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", re.DOTALL)
_KNOWN = re.compile(
    r"</?(?:p|br|ul|ol|li|div|span|u|b|strong|em|i|a|font|h[1-6]|table|tr|td|th)\b[^<>]*>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "br",
        "tr",
        "table",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "section",
    ]
)
_SET_APART = frozenset(["u", "b", "strong"])
_LISTS = frozenset(("ul", "ol"))
_STRUCTURE = _LISTS | {"li", "p"}
_DEPTH = 100


def has_markup(text: str) -> bool:
    """Does the text hold HTML tags?"""
    return _KNOWN.search(text) is not None


def markup_paragraphs(passage: Passage) -> tuple[Paragraph, ...]:
    """The paragraphs and list items of an HTML fragment."""
    runs, tokens = _tokenise(passage)
    return tuple(nested_by_glyph(paragraph for block in _blocks(tokens, runs) for paragraph in _items(block)))


def _tokenise(passage: Passage) -> tuple[list[Passage], str]:
    """The runs of text between tags, and the markup with a token in each one's place."""
    runs: list[Passage] = []
    markup: list[str] = []
    text, position = passage.text, 0
    for start, end in [*(match.span() for match in _TAG.finditer(text)), (len(text), len(text))]:
        if position < start:
            markup.append(f"{_OPEN}{len(runs)}{_CLOSE}")
            runs.append(_unescape(passage[position:start]))
        markup.append(text[start:end])
        position = end
    return runs, "".join(markup)


def _unescape(run: Passage) -> Passage:
    """The run with character references resolved; "&amp;" keeps the place of its first character."""
    parts: list[Passage | str] = []
    position = 0
    for match in _ENTITY.finditer(run.text):
        character = html.unescape(match[0])
        parts += [run[position : match.start()], run[match.start() :][:1] if character == "&" else character]
        position = match.end()
    return join("", [*parts, run[position:]]) if parts else run


@dataclass
class _Block:
    """A block while its pieces are gathered."""

    level: int = 0
    numbered: bool = False
    in_list: bool = False
    parts: list[Passage] = field(default_factory=list)
    lead: int = 0

    def add(self, run: Passage, set_apart: bool) -> None:
        if set_apart and self.lead == sum(map(len, self.parts)):
            self.lead += len(run)
        self.parts.append(run)


def _blocks(markup: str, runs: list[Passage]) -> Iterator[_Block]:
    from bs4 import BeautifulSoup

    block = _Block()
    for kind, value, context in _events(BeautifulSoup(markup, "lxml")):
        if kind == "text":
            block.add(runs[int(value)], "set_apart" in context)
            continue
        if block.parts:
            yield block
        block = _Block(*_list_state(context))
    if block.parts:
        yield block


def _list_state(context: tuple[str, ...]) -> tuple[int, bool, bool]:
    """The level of the list a block stands in, whether that is a numbered one, whether it is an item of it.

    A list that was never closed swallows the paragraphs and lists behind it, so only a list within
    an item counts as an inner one, and a paragraph without an item around it is none.
    """
    lists = [name for name in context if name in _LISTS]
    is_item = context[-1:] == ("li",) or context[-1:] in (("ul",), ("ol",)) or context[-2:] == ("li", "p")
    return context.count("li") - ("li" in context), lists[-1:] == ["ol"], is_item and bool(lists)


def _events(node: object, context: tuple[str, ...] = ()) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """("text", token number, context) and ("block", name, context) in document order.

    The context names the lists, items and paragraphs an event stands in, and whether it is set apart
    (bold, underlined).
    """
    from bs4 import Tag

    if not isinstance(node, Tag):
        yield from (("text", number, context) for number in _TOKEN.findall(str(node)))
        return
    inner = context
    if node.name in _STRUCTURE and len(context) < _DEPTH:
        inner = (*context, node.name)
    elif node.name in _SET_APART:
        inner = (*context, "set_apart")
    if node.name in _BLOCKS:
        yield "block", node.name, inner
    for child in node.children:
        yield from _events(child, inner)
    if node.name in _BLOCKS:
        yield "block", node.name, context


def _items(block: _Block) -> Iterator[Paragraph]:
    """The block's paragraph, or its items where bullets or numbers stand within the line."""
    whole = join("", block.parts)
    shift = len(whole.text) - len(whole.text.lstrip())
    lead = max(0, min(block.lead, len(whole.text.rstrip())) - shift)
    for part in inline_items(whole, numbered=block.numbered):
        paragraph = item(part, block.level, lead)
        lead = 0
        if paragraph.text.strip():
            yield _as_item(paragraph) if block.in_list else paragraph


def _as_item(paragraph: Paragraph) -> Paragraph:
    """What stands in a list is an item, whether or not its bullet is printed."""
    return paragraph if paragraph.is_item else replace(paragraph, marker=Passage.of("•"))
