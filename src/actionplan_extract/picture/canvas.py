"""A picture to draw on, and the legend below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from ..passage import Box

Colour = tuple[int, int, int]

TINT = 60  # of 255: how much of an area's colour is seen
LINE = 2  # pixels
BAR = 6  # pixels
TYPE = 16  # pixels
PAD = 4  # pixels
WHITE: Colour = (255, 255, 255)


class Canvas:
    """A picture to draw on in points from its top left; what is drawn lets the page shine through."""

    def __init__(self, picture: Image.Image, scale: float) -> None:
        self.picture = picture.convert("RGBA")
        self.scale = scale
        self.layer = Image.new("RGBA", picture.size)
        self.pen = ImageDraw.Draw(self.layer)
        self.font = ImageFont.load_default(TYPE)

    def _pixels(self, box: Box) -> Box:
        x0, top, x1, bottom = (self.scale * side for side in box)
        return x0, top, x1, bottom

    def areas(self, colour: Colour, boxes: Iterable[Box]) -> None:
        """Light boxes with a thin edge."""
        for box in boxes:
            self.pen.rectangle(self._pixels(box), fill=(*colour, TINT), outline=(*colour, 2 * TINT))

    def lines(self, colour: Colour, ends: Iterable[Box]) -> None:
        """Straight lines."""
        for line in ends:
            self.pen.line(self._pixels(line), fill=(*colour, 255), width=LINE)

    def outlines(self, colour: Colour, boxes: Iterable[Box]) -> None:
        """Frames just inside the boxes, so that the rules around them stay in sight."""
        for box in boxes:
            x0, top, x1, bottom = self._pixels(box)
            inside = x0 + LINE, top + LINE, max(x1 - LINE, x0 + LINE), max(bottom - LINE, top + LINE)
            self.pen.rectangle(inside, outline=(*colour, 255), width=LINE)

    def marks(self, colour: Colour, boxes: Iterable[Box]) -> None:
        """Light boxes with a bar at their left."""
        for box in boxes:
            x0, top, x1, bottom = self._pixels(box)
            self.pen.rectangle((x0, top, x1, bottom), fill=(*colour, TINT))
            self.pen.rectangle((x0 - 2 * BAR, top, x0 - BAR, bottom), fill=(*colour, 255))

    def labels(self, colour: Colour, texts: Iterable[tuple[float, float, str]]) -> None:
        """Texts that stand on the places given, one above the other where they would not fit side by side."""
        height = TYPE + PAD
        ends: dict[tuple[float, int], float] = {}
        for x, y, text in sorted(texts):
            left, width = x * self.scale, self.pen.textlength(text, self.font) + 2 * PAD
            level = next(level for level in range(len(ends) + 1) if ends.get((y, level), 0) <= left)
            ends[y, level] = left + width
            top = max(y * self.scale - (level + 1) * height, 0)
            self.pen.rectangle((left, top, left + width - 1, top + height), fill=(*colour, 220))
            self.pen.text((left + PAD, top), text, fill="white", font=self.font)

    def png(self, title: str, legend: Sequence[tuple[Colour, str]]) -> bytes:
        """The picture as a file, the title and what the colours mean below it."""
        drawn = Image.alpha_composite(self.picture, self.layer)
        strip = _strip(drawn.width, [(WHITE, title), *legend])
        whole = Image.new("RGB", (drawn.width, drawn.height + strip.height), "white")
        whole.paste(drawn, (0, 0))
        whole.paste(strip, (0, drawn.height))
        out = BytesIO()
        whole.save(out, "PNG")
        return out.getvalue()


def _strip(width: int, entries: Sequence[tuple[Colour, str]]) -> Image.Image:
    """Colours with their texts, in as many lines as the width asks for."""
    font, height = ImageFont.load_default(TYPE), TYPE + 3 * PAD
    sizes = [int(font.getlength(text)) + height + 2 * PAD for _, text in entries]
    places, bottom = _flowed(sizes, width, height)
    strip = Image.new("RGB", (width, bottom), "white")
    pen = ImageDraw.Draw(strip)
    for (x, y), (colour, text) in zip(places, entries, strict=True):
        pen.rectangle((x + PAD, y + PAD, x + TYPE, y + PAD + TYPE), fill=colour)
        pen.text((x + height, y + PAD), text, fill="black", font=font)
    return strip


def _flowed(sizes: Iterable[int], width: int, height: int) -> tuple[list[tuple[int, int]], int]:
    """Where things of some widths stand in lines of a width, and where the last line ends."""
    places, x, y = [], 0, 0
    for size in sizes:
        if x and x + size > width:
            x, y = 0, y + height
        places.append((x, y))
        x += size
    return places, y + height
