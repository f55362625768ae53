"""In which colour PDFium says a path is filled or a text is set."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_uint
from functools import lru_cache

from . import calls


def fill_colours(items: Sequence[int]) -> list[str | None]:
    """The colours of paths' insides, or of texts, as they look on white paper; None where that is a pattern."""
    parts, known = calls.written(c_uint, 4, calls.fill_colour, items, count=len(items), apart=True)
    return [_on_paper(*each) if is_known else None for is_known, *each in zip(known, *parts, strict=True)]


@lru_cache(maxsize=1024)
def _on_paper(red: int, green: int, blue: int, alpha: int) -> str:
    opacity = alpha / 255
    return "#" + "".join(f"{round(255 - opacity * (255 - part)):02x}" for part in (red, green, blue))
