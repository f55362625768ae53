"""In which colour PDFium says a path is filled or a text is set."""

from __future__ import annotations

from ctypes import addressof, c_uint, sizeof
from functools import lru_cache

from . import calls

_PARTS = (c_uint * 4)()  # taken up for one object after the other
_ADDRESSES = tuple(addressof(_PARTS) + sizeof(c_uint) * place for place in range(4))


def fill_colour(item: int) -> str | None:
    """The colour of a path's inside, or of a text, as it looks on white paper; None where that is a pattern."""
    if not calls.fill_colour(item, *_ADDRESSES):
        return None
    return _on_paper(*_PARTS)


@lru_cache(maxsize=1024)
def _on_paper(red: int, green: int, blue: int, alpha: int) -> str:
    opacity = alpha / 255
    return "#" + "".join(f"{round(255 - opacity * (255 - part)):02x}" for part in (red, green, blue))
