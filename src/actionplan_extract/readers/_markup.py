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
from typing import TYPE_CHECKING

from ..model import Paragraph
from ..passage import Passage, join
from ._blocks import inline_items, item, nested_by_glyph

if TYPE_CHECKING:
    from bs4.element import PageElement, Tag

# HTML's own names, and Word's with a prefix ("o:p"): what else stands in angle brackets is text ("<insert name>").
_NAMES = (
    "a|abbr|address|article|aside|b|big|blockquote|body|br|caption|center|cite|code|col|colgroup|dd|del|div|dl|dt|em"
    "|figcaption|figure|font|footer|h[1-6]|head|header|hr|html|i|img|input|ins|label|li|link|main|mark|meta|nav|ol|p"
    r"|pre|q|s|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|\w+:\w+"
)
_TAG = re.compile(
    r"<!--(?:(?!-->|<!--).)*+-->|<[!?][a-zA-Z\[][^<>]*>"
    r"|<(?P<raw>script|style)\b(?:(?!<(?:script|style)\b).)*?</(?P=raw)\s*>"
    rf"|(?P<tag></?(?:{_NAMES})(?=[\s/>])[^<>]*>)",
    re.DOTALL | re.IGNORECASE,
)
_TAG_OR_LINE_END = re.compile(rf"{_TAG.pattern}|\r\n|[\r\n]", _TAG.flags)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_AROUND_ENTITY = re.compile(f"(?={_ENTITY.pattern})|(?<=;)")
_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")

_BLOCK = re.compile(r"p|div|li|[uo]l|br|hr|d[ltd]|table|caption|t[rdh]|h[1-6]|blockquote|pre|article|section")
_BLOCK_TAG = re.compile(rf"<(?:{_BLOCK.pattern})(?=[\s/>])", re.IGNORECASE)
_SET_APART = frozenset(("u", "b", "strong", "em", "i"))
_LISTS = frozenset(("ul", "ol"))
_STRUCTURE = _LISTS | {"li", "p"}
_DEPTH = 100

Context = tuple[str, ...]
Event = tuple[str, str, Context]


def has_markup(text: str) -> bool:
    """Does the text hold HTML tags?"""
    return any(match["tag"] for match in _TAG.finditer(text))


def markup_paragraphs(passage: Passage) -> tuple[Paragraph, ...]:
    """The paragraphs and list items of an HTML fragment."""
    runs, tokens = _tokenise(passage)
    return tuple(nested_by_glyph(paragraph for block in _blocks(tokens, runs) for paragraph in _items(block)))


def _tokenise(passage: Passage) -> tuple[list[Passage], str]:
    """The runs of text between tags, and the markup with a token in each one's place."""
    mark = _TAG if _BLOCK_TAG.search(passage.text) else _TAG_OR_LINE_END
    runs = [unescape(run) for run in passage.split(mark)]
    tags = [*(_tag(match) for match in mark.finditer(passage.text)), ""]
    tokens = (f"{_OPEN}{number}{_CLOSE}" if run else "" for number, run in enumerate(runs))
    return runs, "".join(part for pair in zip(tokens, tags, strict=True) for part in pair)


def _tag(match: re.Match[str]) -> str:
    """The tag that was found; a line's end breaks the line where no tag does, and comments say nothing."""
    return match["tag"] or ("<br>" if match[0].isspace() else "")


def unescape(run: Passage) -> Passage:
    """The run with character references resolved; what is none stays as it is."""
    return join("", map(_character, run.split(_AROUND_ENTITY))) if "&" in run.text else run


def _character(part: Passage) -> Passage | str:
    """What a character reference stands for; "&amp;" keeps the place of its first character."""
    character = html.unescape(part.text) if _ENTITY.fullmatch(part.text) else part.text
    if character == part.text:
        return part
    return part[:1] if character == "&" else character


@dataclass
class _Block:
    """A block while its pieces are gathered."""

    level: int = 0
    numbered: bool = False
    in_list: bool = False
    parts: list[Passage] = field(default_factory=list)
    length: int = 0
    lead: int = 0

    def add(self, run: Passage, set_apart: bool) -> None:
        self.parts.append(run)
        self.length += len(run)
        if (set_apart or run.text.isspace()) and self.lead + len(run) == self.length:
            self.lead = self.length


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


def _list_state(context: Context) -> tuple[int, bool, bool]:
    """The level of the list a block stands in, whether that is a numbered one, whether it is an item of it.

    A list that was never closed swallows the paragraphs and lists behind it, so only a list within
    an item counts as an inner one, and a paragraph without an item around it is none.
    """
    lists = [name for name in context if name in _LISTS]
    is_item = context[-1:] == ("li",) or context[-1:] in (("ul",), ("ol",)) or context[-2:] == ("li", "p")
    return context.count("li") - ("li" in context), lists[-1:] == ["ol"], is_item and bool(lists)


def _events(root: Tag) -> Iterator[Event]:
    """("text", token number, context) and ("block", name, context) in document order.

    The context names the lists, items and paragraphs an event stands in, and whether it is set apart
    (bold, underlined). Markup may nest more deeply than Python recurses.
    """
    from bs4 import Tag

    open_nodes: list[tuple[Iterator[PageElement], str, Context]] = [(iter([root]), "", ())]
    while open_nodes:
        children, name, context = open_nodes[-1]
        node = next(children, None)
        if node is None:
            open_nodes.pop()
            if _BLOCK.fullmatch(name):
                yield "block", name, open_nodes[-1][2]
        elif isinstance(node, Tag):
            inner = _within(context, node.name)
            if _BLOCK.fullmatch(node.name):
                yield "block", node.name, inner
            open_nodes.append((iter(node.children), node.name, inner))
        else:
            yield from (("text", number, context) for number in _TOKEN.findall(str(node)))


def _within(context: Context, name: str) -> Context:
    """The context inside a tag."""
    kept = name if name in _STRUCTURE else "set_apart" if name in _SET_APART else ""
    return (*context, kept) if kept and len(context) < _DEPTH else context


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
