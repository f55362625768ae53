"""What one document may cost: every limit with its default, its code and what happens at it.

A limit on the document as a whole ends it with an error. A limit on a part of it leaves out what is beyond, with a
finding `limit_reached` that names the limit, and the document is `partial`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import Field, dataclass, field, fields, replace
from math import inf
from typing import Any

MEGABYTE = 1024 * 1024
PART = "limit_reached"
"""The code of a limit on a part of a document."""


def _limit(default: float, code: str, meaning: str) -> Any:
    return field(default=default, metadata={"code": code, "meaning": meaning})


@dataclass(frozen=True)
class Limits:
    """What one document may cost; docs/limits.md says what each is. Raises ValueError for one that is no limit."""

    size_mb: int = _limit(100, "too_large", "megabytes of the file")
    timeout_seconds: float = _limit(60.0, "timed_out", "seconds by the clock, and five more of processor time")
    memory_mb: int = _limit(2048, "out_of_memory", "megabytes of memory in the process that reads it")
    result_mb: int = _limit(64, "too_large", "megabytes of the plan as JSON, alone and with its rows in the tables")

    pages: int = _limit(2_000, PART, "pages of a PDF; the first are read")
    stream_mb: int = _limit(64, PART, "megabytes that one stream of a PDF unpacks to; a larger one is left out")
    page_characters: int = _limit(200_000, PART, "characters on a PDF page; the first are read")
    page_objects: int = _limit(100_000, PART, "lines, shapes and pictures on a PDF page; the first are read")
    page_fills: int = _limit(2_000, PART, "coloured areas on a PDF page; a page with more is read without colours")
    page_edges: int = _limit(5_000, PART, "drawn lines on a PDF page that tables are looked for in; else it is text")
    page_crossings: int = _limit(20_000, PART, "crossings of such lines; else the page is read as text")

    members: int = _limit(5_000, "too_large", "files in a DOCX, ODT, XLSX or ODS")
    member_mb: int = _limit(100, "too_large", "megabytes that one of them unpacks to")
    unpacked_mb: int = _limit(300, "too_large", "megabytes that all of them that are read unpack to")
    ratio: int = _limit(200, "too_large", "unpacked bytes a packed one, of what unpacks to more than 10 MB")
    xml_mb: int = _limit(64, "too_large", "megabytes of an XML file in them that is held as a tree")
    xml_depth: int = _limit(256, "too_large", "elements within each other in such a file; 256 at most")

    characters: int = _limit(5_000_000, PART, "characters of a web page or text file; the first are read")
    html_depth: int = _limit(120, PART, "elements of a web page within each other; what is deeper is one paragraph")
    line_characters: int = _limit(10_000, PART, "characters of a line of plain text; the rest is read as further lines")

    tables: int = _limit(5_000, PART, "tables of a document; the first are read")
    rows: int = _limit(10_000, PART, "rows of a table or sheet; the first are read, and spans end with them")
    columns: int = _limit(200, PART, "columns of a table or sheet; the first are read, and spans end with them")
    cells: int = _limit(200_000, PART, "cells of a table; the first are read")
    cell_characters: int = _limit(100_000, PART, "characters of a cell; the first are read")
    sheet_area: int = _limit(10_000_000, PART, "rows times columns up to a sheet's last value, else it is left out")
    merges: int = _limit(100_000, PART, "merged cells of an XLSX sheet; the first are heeded")

    def __post_init__(self) -> None:
        for name in self.names():
            if not 0 < getattr(self, name) < inf:
                raise ValueError(f"the limit {name} must be above 0, and finite")
        if self.xml_depth > Limits.xml_depth:
            raise ValueError(f"the limit xml_depth cannot be above {Limits.xml_depth}")

    @classmethod
    def names(cls) -> list[str]:
        """The names of all limits."""
        return [each.name for each in fields(cls)]

    @classmethod
    def listed(cls) -> tuple[Field[Any], ...]:
        """The limits as fields, with `code` and `meaning` in their metadata."""
        return fields(cls)

    def changed(self, settings: Iterable[str]) -> Limits:
        """The limits with those of some settings ("pages=100") instead; raises ValueError."""
        values: dict[str, Any] = dict(map(_read_setting, settings))
        return replace(self, **values)

    def said(self, name: str) -> str:
        """A limit's name and value, for a message."""
        return f"limit {name}={getattr(self, name):,}"

    @property
    def memory_bytes(self) -> int:
        """`memory_mb` in bytes."""
        return self.memory_mb * MEGABYTE

    @property
    def result_bytes(self) -> int:
        """`result_mb` in bytes."""
        return self.result_mb * MEGABYTE

    @property
    def size_bytes(self) -> int:
        """`size_mb` in bytes."""
        return self.size_mb * MEGABYTE


def _read_setting(setting: str) -> tuple[str, float]:
    name, _, text = setting.partition("=")
    name = name.strip().replace("-", "_")
    if name not in Limits.names():
        raise ValueError(f"no such limit: {name!r}; there are {', '.join(Limits.names())}")
    kind = type(getattr(Limits, name))
    try:
        value: float = kind(text.strip().replace("_", ""))
    except ValueError:
        raise ValueError(f"the limit {name} must be a number, as in {name}={getattr(Limits, name)}") from None
    return name, value


DEFAULT = Limits()
