"""What qpdf finds in a PDF before its pages are read: how many there are, streams that are too large or broken.

A few kilobytes can unpack to more than any memory holds, and PDFium ends its process then: such a stream is emptied.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from ...limits import MEGABYTE, Limits
from ...model import Notice
from .._report import limit_reached

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

MOST_RATIO = 1_032  # of unpacked to packed bytes, by the way Flate works
_SHOWS_TEXT = re.compile(rb"[\])>]\s*T[Jj]\b")
_STREAM = re.compile(rb"(?<!end)stream")
_BEGINNING = re.compile(rb"(?<!\d)(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+\Z")
_NUMBERS = 24  # bytes before "obj" in which the numbers of an object stand
FLATE = ("/FlateDecode", "/Fl")


@dataclass(frozen=True, slots=True)
class Survey:
    """A PDF as it can be read, the number of its pages (None where qpdf cannot tell), and what is amiss with it."""

    data: bytes
    page_count: int | None = None
    notices: tuple[Notice, ...] = ()


def survey(data: bytes, limits: Limits) -> Survey:
    """What can be said of a PDF file; nothing where qpdf cannot open it."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as file:
            notices = [*_without_bombs(_streams(file, data), limits)]
            data = _saved(file) if notices else data
            return Survey(data, len(file.pages), (*notices, *_broken_pages(file, limits)))
    except (pikepdf.PdfError, pikepdf.PasswordError, RuntimeError, ValueError, TypeError, AttributeError, LookupError):
        return Survey(data)


def pages_of_text(data: bytes, numbers: Iterable[int]) -> frozenset[int]:
    """Those of the pages of these numbers whose contents have text set, whether it can be seen or not."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as file:
            return frozenset(number for number in numbers if _SHOWS_TEXT.search(_contents(file, number)))
    except (pikepdf.PdfError, pikepdf.PasswordError, RuntimeError, ValueError, TypeError, AttributeError, LookupError):
        return frozenset()


def _contents(file: Pdf, number: int) -> bytes:
    import pikepdf

    held = file.pages[number - 1].obj.get("/Contents")
    streams = held if isinstance(held, pikepdf.Array) else [held]
    return b"\n".join(stream.read_bytes() for stream in streams if isinstance(stream, pikepdf.Stream))


def _saved(file: Pdf) -> bytes:
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def _without_bombs(streams: Iterable[Object], limits: Limits) -> Iterator[Notice]:
    """Empties the streams that unpack to too much."""
    most = limits.stream_mb * MEGABYTE
    for stream in streams:
        flates = sum(str(name) in FLATE for name in _filters(stream))
        packed = int(stream.stream_dict.get("/Length", 0))
        if flates and packed * MOST_RATIO**flates > most and _unpacked(stream.read_raw_bytes(), flates, most) > most:
            stream.write(b"")
            number = stream.objgen[0]
            yield limit_reached(limits, "stream_mb", f"object {number} of the PDF unpacks to too much; it is left out")


def _streams(file: Pdf, data: bytes) -> Iterator[Object]:
    """The streams of a file but for its pictures."""
    import pikepdf

    for held in _announced(file, data) or file.objects:
        if isinstance(held, pikepdf.Stream) and held.stream_dict.get("/Subtype") != "/Image":
            yield held


def _announced(file: Pdf, data: bytes) -> list[Object]:
    """The objects that begin before each word "stream", for to look at thousands of others takes long.

    Empty unless they are as many different streams: then they are all that there can be, whatever a file pretends.
    """
    import pikepdf

    begun, end = list[tuple[int, int]](), 0
    for word in _STREAM.finditer(data):
        at, end = data.rfind(b"obj", end, word.start()), word.end()
        numbers = _BEGINNING.search(data, max(at - _NUMBERS, 0), at) if at >= 0 else None
        if at >= 0 and not numbers:
            return []
        begun += [(int(numbers[1]), int(numbers[2]))] if numbers else []
    found = [file.get_object(*each) for each in begun] if len(set(begun)) == len(begun) else []
    return found if all(isinstance(each, pikepdf.Stream) for each in found) else []


def _filters(stream: Object) -> list[Object]:
    import pikepdf

    said = stream.stream_dict.get("/Filter")
    return [] if said is None else list(said) if isinstance(said, pikepdf.Array) else [said]


def _unpacked(packed: bytes, times: int, most: int) -> int:
    """How many bytes come out of Flate, once or several times over: no more than one above the most."""
    for _ in range(times):
        try:
            packed = zlib.decompressobj().decompress(packed, most + 1)
        except zlib.error:
            return 0
    return len(packed)


def _broken_pages(file: Pdf, limits: Limits) -> Iterator[Notice]:
    for number, page in enumerate(file.pages, start=1):
        if number > limits.pages:
            return
        contents = page.obj.get("/Contents")
        streams = list(contents) if contents is not None and contents._type_name == "array" else [contents]
        if any(_is_broken(stream) for stream in streams if stream is not None):
            message = f"the content of page {number} is broken; what stands behind the break is not read"
            yield Notice("text_unplaced", message, severity="warning")


def _is_broken(stream: Object) -> bool:
    """Does a stream that is packed once by Flate break off?"""
    import pikepdf

    if not isinstance(stream, pikepdf.Stream) or [str(name) for name in _filters(stream)] not in [[f] for f in FLATE]:
        return False
    work, packed = zlib.decompressobj(), stream.read_raw_bytes()
    try:
        work.decompress(packed)
    except zlib.error:
        return True
    return bool(packed) and not work.eof
