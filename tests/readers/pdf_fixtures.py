"""Makes small PDFs by hand: text, rules, colours and pictures at known places, nothing else.

Places are in points from the top left, as the reader gives them back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
SIZE = 10
PITCH = 12

PLAIN, BOLD, BULLETS, NAMELESS = "F1", "F2", "F3", "F4"

# F3 shows its letter l as the bullet that Word writes and its letter m as a ligature of two letters;
# F4 does not say what its glyphs mean.
_FONTS = """
<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>
   /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>
   /F3 << /Type /Font /Subtype /Type1 /BaseFont /Symbol /ToUnicode 4 0 R >>
   /F4 << /Type /Font /Subtype /Type0 /BaseFont /Nameless /Encoding /Identity-H /DescendantFonts
          [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Nameless /DW 500
              /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
              /FontDescriptor << /Type /FontDescriptor /FontName /Nameless /Flags 4 /FontBBox [0 0 1000 1000]
                /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >> >>"""

_BULLET_MAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Bullets def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <6c> <f0b7> <6d> <00660066> endbfchar endcmap end end"""


@dataclass
class Sheet:
    """A page to draw on."""

    width: float = WIDTH
    height: float = HEIGHT
    entries: str = ""
    operators: list[str] = field(default_factory=list)

    def text(self, x: float, top: float, text: str, size: float = SIZE, font: str = PLAIN) -> Sheet:
        """A line of text with its top left at the place (nearly: fonts differ)."""
        raw = "".join(f"{byte:02x}" for byte in text.encode("cp1252"))
        return self.draw(f"BT /{font} {size} Tf {x} {self.height - top - size:.2f} Td <{raw}> Tj ET")

    def upwards(self, x: float, bottom: float, text: str) -> Sheet:
        """Text that runs up the page."""
        return self.draw(f"BT /{PLAIN} {SIZE} Tf 0 1 -1 0 {x} {self.height - bottom} Tm ({text}) Tj ET")

    def downwards(self, x: float, top: float, text: str) -> Sheet:
        """Text that runs down the page."""
        return self.draw(f"BT /{PLAIN} {SIZE} Tf 0 -1 1 0 {x} {self.height - top} Tm ({text}) Tj ET")

    def lines(self, x: float, top: float, lines: Iterable[str], pitch: float = PITCH, font: str = PLAIN) -> Sheet:
        """Lines of text one below the other."""
        for number, line in enumerate(lines):
            self.text(x, top + number * pitch, line, font=font)
        return self

    def rule(self, x0: float, top: float, x1: float, bottom: float) -> Sheet:
        """A stroked line."""
        return self.draw(f"0.5 w {x0} {self.height - top} m {x1} {self.height - bottom} l S")

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> Sheet:
        """All the rules of a table."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        return self

    def fill(self, x0: float, top: float, x1: float, bottom: float, rgb: tuple[float, float, float]) -> Sheet:
        """A painted rectangle."""
        red, green, blue = rgb
        return self.draw(f"q {red} {green} {blue} rg {x0} {self.height - bottom} {x1 - x0} {bottom - top} re f Q")

    def picture(self) -> Sheet:
        """A picture over the whole page."""
        image = "BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI"
        return self.draw(f"q {self.width} 0 0 {self.height} 0 0 cm {image} Q")

    def draw(self, operators: str) -> Sheet:
        """Anything else, as operators of a content stream."""
        self.operators.append(operators)
        return self


def pdf(*sheets: Sheet, info: str = "") -> bytes:
    """The file of some pages; `info` holds entries of the information dictionary ("/Title (A plan)")."""
    pages = [6 + 2 * number for number in range(len(sheets))]
    kids = " ".join(f"{page} 0 R" for page in pages)
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>",
        f"<< /Font {_FONTS} >>",
        _stream(_BULLET_MAP),
        f"<< {info} >>",
    ]
    for page, sheet in zip(pages, sheets, strict=True):
        box = f"[0 0 {sheet.width} {sheet.height}]"
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Resources 3 0 R /Contents {page + 1} 0 R {sheet.entries} >>"
        )
        bodies.append(_stream("\n".join(sheet.operators)))
    return _file(bodies)


def _stream(text: str) -> str:
    return f"<< /Length {len(text.encode('latin-1'))} >>\nstream\n{text}\nendstream"


def _file(bodies: Sequence[str]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    count = len(bodies) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R /Info 5 0 R >>\n"
    return out + end.encode() + f"startxref\n{len(out)}\n%%EOF\n".encode()
