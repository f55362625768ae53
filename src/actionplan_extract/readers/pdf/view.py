"""A page as it looks and what is printed on it, for drawing the one over the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...errors import Damaged, WrongRequest
from ...limits import DEFAULT, Limits
from .ink import Ink
from .opening import read_print, repaired
from .pdfium.rendering import render

if TYPE_CHECKING:
    from PIL.Image import Image

SCALE = 2.0  # pixels to the point
LARGEST = 4_000  # pixels: the longer side of a poster


@dataclass(frozen=True, slots=True)
class View:
    """A page's picture, turned as the page is read, `scale` pixels to the point, and its ink."""

    picture: Image
    scale: float
    ink: Ink


def view(data: bytes, number: int, limits: Limits = DEFAULT) -> View:
    """The page of a number (from 1) of a PDF; raises WrongRequest where there is none, Damaged or Encrypted."""
    found = read_print(data, limits)
    if not 1 <= number <= len(found.inks):
        raise WrongRequest(f"there is no page {number}; the pages are 1 to {len(found.inks)}")
    ink = found.inks[number - 1]
    scale = min(SCALE, LARGEST / max(ink.width, ink.height, 1))
    picture = _rendered(data, number, scale)
    return View(picture.rotate(-90 * ink.turns, expand=True) if ink.turns else picture, scale, ink)


def _rendered(data: bytes, number: int, scale: float) -> Image:
    try:
        return render(data, number, scale)
    except Damaged:
        return render(repaired(data), number, scale)
