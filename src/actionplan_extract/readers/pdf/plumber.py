"""The pages of a PDF as ink, by pdfplumber: the second opinion, and the one module that knows that library."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Container
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ...errors import Damaged, Encrypted
from ...limits import DEFAULT
from ...passage import Box
from .geometry import Point
from .ink import BLACK, Direction, Ink, Print, is_within
from .shapes import Outline
from .words import Glyph, build_words, is_bold, is_unreadable

if TYPE_CHECKING:
    from pdfplumber.page import Page as PlumberPage

Drawn = dict[str, Any]
"""pdfplumber's own type for a thing drawn on a page."""

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


def read_print(data: bytes, numbers: Container[int] = range(1, DEFAULT.pages + 1)) -> Print:
    """All that is printed on the pages of these numbers in a PDF file; raises Encrypted or Damaged.

    A page that cannot be read comes back empty, with the reason.
    """
    import pdfplumber
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    broken = (PdfminerException, MalformedPDFException, PSException, *_BREAKAGE)
    try:
        with pdfplumber.open(BytesIO(data)) as pdf:
            inks = tuple(_read_page(page, broken) for page in pdf.pages if page.page_number in numbers)
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
    drawn = page.iter_layout_objects(list(page.layout))  # in the order in which they are painted
    outlines = [_outline(shape, shown) for shape in drawn if shape["object_type"] in ("rect", "curve", "line")]
    return Ink(
        number=page.page_number,
        width=width,
        height=height,
        runs=tuple(build_words(glyphs)),
        rules=tuple(rule for outline in outlines for rule in outline.rules()),
        fills=tuple(fill for outline in outlines for fill in outline.fills()),
        dots=tuple(dot for outline in outlines for dot in outline.dots()),
        images=tuple(_box(image, shown) for image in page.images),
        glyphs=len(visible),
        unreadable=sum(map(is_unreadable, visible)),
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
    font = str(char["fontname"])
    colour = _colour(char.get("non_stroking_color")) or BLACK
    return Glyph(char["text"], _box(char, shown), float(char["size"]), font, _direction(char), is_bold(font), colour)


def _direction(char: Drawn) -> Direction:
    across, up = char["matrix"][0], char["matrix"][1]
    if abs(across) >= abs(up):
        return "right"
    return "up" if up > 0 else "down"


def _outline(shape: Drawn, shown: Box) -> Outline:
    """A line, rectangle or path."""
    x0, top, x1, bottom = box = _box(shape, shown)
    points: list[Point] = [(x - shown[0], y - shown[1]) for x, y in shape.get("pts", ())]
    if shape["object_type"] == "rect":
        points = [(x0, top), (x1, top), (x1, bottom), (x0, bottom), (x0, top)]
    filled = bool(shape.get("fill"))
    colour = _colour(shape.get("non_stroking_color"))
    return Outline(tuple(pairwise(points)), box, bool(shape.get("stroke")), filled, colour)


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
