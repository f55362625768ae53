"""Values as text for people: what a spreadsheet's cell shows, and what it must not do."""

from __future__ import annotations

import re
from datetime import date
from typing import TypeAlias

from ..schema import Council, Extra, Model, Progress, Reading

Value: TypeAlias = "str | int | float | date | Model | list[Value] | None"

CELL_LIMIT = 32_767  # UTF-16 code units in a cell, by Excel's specification
CUT_MARK = " … [cut]"

# What XML 1.0 cannot hold, and lone surrogates, which no encoding can.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PLAIN_NUMBER = re.compile(r"[+-]?\d[\d,]*(\.\d+)?%?", re.ASCII)
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_FORMULA_STARTS = tuple("=+-@|%\t\r＝＋－＠")


def value_to_text(value: Value) -> str:
    """The value as people read it: ISO dates, a list with one entry a line, nothing for None."""
    match value:
        case None:
            return ""
        case list():
            return "\n".join(value_to_text(entry) for entry in value)
        case Model():
            return _structure_to_text(value)
        case _:
            return clean(str(value))


def clean(text: str) -> str:
    """The text without control characters, its line breaks plain "\\n"."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def defuse(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula."""
    visible = text.lstrip(" \n\xa0" + _INVISIBLE)
    if visible.startswith(_FORMULA_STARTS) and not _PLAIN_NUMBER.fullmatch(visible):
        return f"'{text}"
    return text


def cell_text(value: Value) -> str:
    """The value as the text of a workbook's cell, cut with a mark where it is too long for one."""
    text = value_to_text(value)
    units = text.encode("utf-16-le")
    if len(units) > 2 * CELL_LIMIT:
        text = units[: 2 * (CELL_LIMIT - len(CUT_MARK))].decode("utf-16-le", "ignore") + CUT_MARK
    # xlsxwriter would take this for ready-made XML.
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def _structure_to_text(value: Model) -> str:
    match value:
        case Progress(text=text, as_of=label) | Extra(text=text, header=label):
            return clean(f"{label}: {text}" if label else text)
        case Reading(earliest=earliest, latest=latest):
            return f"{earliest or '…'} to {latest or '…'}"
        case Council(name=name):
            return clean(name)
        case _:
            raise TypeError(f"no text form for {type(value).__name__}")
