"""The pages of a PDF as ink, by pdfplumber: the one module that knows that library."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ...errors import Damaged, Encrypted
from ...passage import Box
from .ink import Direction, Fill, Ink, Rule, box_edges, is_within
from .words import Glyph, build_words

if TYPE_CHECKING:
    from pdfplumber.page import Page as PlumberPage

Drawn = dict[str, Any]
"""pdfplumber's own type for a thing drawn on a page."""

MAX_PAGES = 2_000
RULE_WIDTH = 4.0  # points: a painted rectangle no wider than this is a line
STRAIGHT = 0.5  # points: how far a line may lean

# What reading a broken file raises inside pdfminer, besides its own errors.
_BREAKAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Print:
    """A PDF file: what it says of itself, its first pages, and how many it has."""

    metadata: dict[str, str]
    inks: tuple[Ink, ...]
    page_count: int


def read_print(data: bytes) -> Print:
    """All that is printed in a PDF file; raises Encrypted or Damaged.

    A page that cannot be read comes back empty, with the reason. Pages beyond MAX_PAGES are left.
    """
    import pdfplumber
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    broken = (PdfminerException, MalformedPDFException, PSException, *_BREAKAGE)
    try:
        with pdfplumber.open(BytesIO(data)) as pdf:
            inks = tuple(_read_page(page, broken) for page in pdf.pages[:MAX_PAGES])
            metadata = {str(key): value for key, value in pdf.metadata.items() if isinstance(value, str)}
            return Print(metadata, inks, len(pdf.pages))
    except broken as error:
        raise _named(error) from error


def _named(error: BaseException) -> Exception:
    """The project's error for one of pdfminer's; pdfplumber hides the true one in the first argument."""
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    cause = _cause(error)
    if isinstance(cause, MemoryError):
        return cause
    if isinstance(cause, (PDFPasswordIncorrect, PDFEncryptionError)):
        return Encrypted("the PDF asks for a password, or is encrypted in an unknown way")
    return Damaged(f"the PDF cannot be read: {_reason(cause)}")


def _cause(error: BaseException) -> BaseException:
    inner = error.args[0] if error.args else None
    return _cause(inner) if isinstance(inner, BaseException) else error


def _reason(error: BaseException) -> str:
    return " ".join(filter(None, (type(error).__name__, str(error)[:200])))


def _read_page(page: PlumberPage, broken: tuple[type[Exception], ...]) -> Ink:
    try:
        return _ink(page)
    except broken as error:
        cause = _cause(error)
        if isinstance(cause, MemoryError):
            raise cause from error
        return Ink(page.page_number, float(page.width), float(page.height), failure=_reason(cause))
    finally:
        page.close()  # bounds the memory: a page's objects are otherwise kept


def _ink(page: PlumberPage) -> Ink:
    shown = _shown(page)
    width, height = shown[2] - shown[0], shown[3] - shown[1]
    frame = (0.0, 0.0, width, height)
    glyphs = [glyph for char in page.chars if is_within(_middle((glyph := _glyph(char, shown)).box), frame)]
    visible = [glyph for glyph in glyphs if glyph.text.strip()]
    shapes = [*page.rects, *page.curves, *page.lines]
    return Ink(
        number=page.page_number,
        width=width,
        height=height,
        words=tuple(build_words(glyphs)),
        rules=tuple(rule for shape in shapes for rule in _rules(shape, shown)),
        fills=tuple(fill for shape in shapes for fill in _fills(shape, shown)),
        images=len(page.images),
        glyphs=len(visible),
        unreadable=sum(_is_unreadable(glyph) for glyph in visible),
    )


def _shown(page: PlumberPage) -> Box:
    """The part of the page that is displayed."""
    media, crop = page.mediabox, page.cropbox
    x0, top = max(media[0], crop[0]), max(media[1], crop[1])
    x1, bottom = min(media[2], crop[2]), min(media[3], crop[3])
    if x1 - x0 < 1 or bottom - top < 1:  # a crop box beside the page is no use
        x0, top, x1, bottom = media
    return float(x0), float(top), float(x1), float(bottom)


def _box(drawn: Drawn, shown: Box) -> Box:
    x, y = shown[0], shown[1]
    x0, top, x1, bottom = (
        float(drawn["x0"]) - x,
        float(drawn["top"]) - y,
        float(drawn["x1"]) - x,
        float(drawn["bottom"]) - y,
    )
    return round(x0, 3), round(top, 3), round(x1, 3), round(bottom, 3)


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _glyph(char: Drawn, shown: Box) -> Glyph:
    return Glyph(char["text"], _box(char, shown), float(char["size"]), str(char["fontname"]), _direction(char))


def _direction(char: Drawn) -> Direction:
    across, up = char["matrix"][0], char["matrix"][1]
    if abs(across) >= abs(up):
        return "right"
    return "up" if up > 0 else "down"


def _is_unreadable(glyph: Glyph) -> bool:
    """Does the file not say which character this is? Private-use glyphs in a symbol font are bullets."""
    private = "\ue000" <= glyph.text[0] <= "\uf8ff"
    symbol = any(name in glyph.font.lower() for name in ("symbol", "dingbat", "wingding", "webding"))
    return glyph.text.startswith("(cid:") or glyph.text[0] == "\ufffd" or (private and not symbol)


def _rules(shape: Drawn, shown: Box) -> Iterator[Rule]:
    """The straight lines of a line, rectangle or path."""
    box = _box(shape, shown)
    x0, top, x1, bottom = box
    if not (shape.get("stroke") or shape.get("fill")):
        return
    if x1 - x0 <= RULE_WIDTH:
        yield Rule(False, (x0 + x1) / 2, top, bottom)
    if bottom - top <= RULE_WIDTH:
        yield Rule(True, (top + bottom) / 2, x0, x1)
    if min(x1 - x0, bottom - top) > RULE_WIDTH and shape.get("stroke"):
        yield from box_edges(box) if shape["object_type"] == "rect" else _sides(shape, shown)


def _sides(shape: Drawn, shown: Box) -> Iterator[Rule]:
    """The level and upright stretches of a path."""
    points = [(x - shown[0], y - shown[1]) for x, y in shape.get("pts", ())]
    for (ax, ay), (bx, by) in pairwise(points):
        if abs(ay - by) <= STRAIGHT:
            yield Rule(True, (ay + by) / 2, min(ax, bx), max(ax, bx))
        elif abs(ax - bx) <= STRAIGHT:
            yield Rule(False, (ax + bx) / 2, min(ay, by), max(ay, by))


def _fills(shape: Drawn, shown: Box) -> Iterator[Fill]:
    """The area of a painted rectangle, where its colour is known."""
    box = _box(shape, shown)
    colour = _colour(shape.get("non_stroking_color"))
    if shape.get("fill") and colour and min(box[2] - box[0], box[3] - box[1]) > RULE_WIDTH:
        yield Fill(box, colour)


def _colour(value: object) -> str | None:
    """A grey, RGB or CMYK colour (parts from 0 to 1) as "#rrggbb"; None for patterns."""
    parts = value if isinstance(value, (tuple, list)) else (value,)
    if not all(isinstance(part, (int, float)) for part in parts):
        return None
    numbers = [min(max(float(part), 0.0), 1.0) for part in parts]
    if len(numbers) == 1:
        numbers *= 3
    elif len(numbers) == 4:
        numbers = [(1 - part) * (1 - numbers[3]) for part in numbers[:3]]
    return "#" + "".join(f"{round(part * 255):02x}" for part in numbers) if len(numbers) == 3 else None
