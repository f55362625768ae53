"""Characters of symbol fonts as those of Unicode."""

from __future__ import annotations

_PRIVATE = 0xF000
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x75: "◆",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE8: "➔",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x97: "●", 0xA3: "☐"}
_SYMBOL = {0x2D: "-", 0xB7: "•", 0xAE: "→", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB0: "°"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(text: str, font: str | None) -> str:
    """The text with the characters of a symbol font as Unicode has them; others stay as they are."""
    known = _FONTS.get((font or "").lower())
    return "".join(known.get(ord(c) % _PRIVATE, c) for c in text) if known else text
