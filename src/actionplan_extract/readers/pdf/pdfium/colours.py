"""In which colour PDFium says a path is filled or a text is set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import c_uint
from functools import lru_cache

from . import calls

Paint = tuple[int, int, int, int, int]
"""Whether it is a colour, its red, green and blue parts and its opacity, each 0 to 255."""


def fill_colours(items: Sequence[int]) -> list[str | None]:
    """The colours of paths' insides, or of texts, as they look on white paper; None where that is a pattern."""
    return [on_paper(paint) for paint in fill_paints(items)]


def fill_paints(items: Sequence[int]) -> Iterator[Paint]:
    """What paths' insides or texts are painted with."""
    parts, known = calls.written(c_uint, 4, calls.fill_colour, items, count=len(items), apart=True)
    return zip(known, *parts, strict=True)


@lru_cache(maxsize=1024)
def on_paper(paint: Paint) -> str | None:
    """The colour as it looks on white paper; None where a pattern is painted."""
    is_known, red, green, blue, alpha = paint
    if not is_known:
        return None
    opacity = alpha / 255
    return "#" + "".join(f"{round(255 - opacity * (255 - part)):02x}" for part in (red, green, blue))
