"""A page as a picture, by PDFium."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

from ....errors import Damaged

if TYPE_CHECKING:
    from PIL.Image import Image


def render(data: bytes, number: int, scale: float) -> Image:
    """The page of a number, `scale` pixels to the point; raises Damaged where it cannot be opened."""
    try:
        with pypdfium2.PdfDocument(data) as file:
            picture: Image = file[number - 1].render(scale=scale).to_pil()
            return picture.convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise Damaged(f"page {number} cannot be drawn: {error}") from error
