"""Documents that read the same in other bytes."""

from __future__ import annotations


def varied(data: bytes, suffix: str, number: int) -> bytes:
    """The same document in other bytes, others for each number from 0 on."""
    if suffix in (".docx", ".odt", ".xlsx", ".ods"):  # the archive's comment
        comment = b"%08d" % number
        return data[:-2] + len(comment).to_bytes(2, "little") + comment
    if suffix == ".pdf":
        return data + b"%% %d\n" % number
    return data + (b"<!-- %d -->" % number if suffix == ".html" else _newline(data) * number)


def _newline(data: bytes) -> bytes:
    return "\n".encode("utf-16")[2:] if data.startswith(b"\xff\xfe") else b"\n"
