"""What the OpenDocument formats share: the package, its password, what it says of itself."""

from __future__ import annotations

from contextlib import suppress

from ..errors import Damaged, Encrypted, TooLarge
from ..limits import Limits
from ._properties import properties
from ._xml import parse
from ._zip import Archive, member_names

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_OASIS}office:1.0}}"
TEXT = f"{{{_OASIS}text:1.0}}"
TABLE = f"{{{_OASIS}table:1.0}}"
STYLE = f"{{{_OASIS}style:1.0}}"
DRAW = f"{{{_OASIS}drawing:1.0}}"
FO = f"{{{_OASIS}xsl-fo-compatible:1.0}}"
META = f"{{{_OASIS}meta:1.0}}"
DC = "{http://purl.org/dc/elements/1.1/}"

_MANIFEST = "META-INF/manifest.xml"
_LOCKED = f".//{{{_OASIS}manifest:1.0}}encryption-data"
_FIRST_MEMBER = 30  # bytes before the first member's name
_MIMETYPE = b"mimetype"


def declares(data: bytes, media_type: str) -> bool:
    """Does the package say that it is of this media type: in its first member, or in one packed anew in its own?"""
    told = data[_FIRST_MEMBER : _FIRST_MEMBER + 200]
    if told.startswith(_MIMETYPE) and media_type.encode() in told:
        return True
    if _MIMETYPE.decode() not in member_names(data):
        return False
    with suppress(Damaged, Encrypted, TooLarge):
        return Archive(data).read(_MIMETYPE.decode()).strip() == media_type.encode()
    return False


def open_package(data: bytes, limits: Limits) -> Archive:
    """The members of the package; raises Damaged, Encrypted or TooLarge."""
    archive = Archive(data, limits)
    if _MANIFEST in archive and parse(archive.read(_MANIFEST), _MANIFEST).find(_LOCKED) is not None:
        raise Encrypted("the document asks for a password")
    return archive


def metadata(archive: Archive) -> dict[str, str]:
    """What the document says of itself, as the model has it; nothing where that is missing or broken."""
    try:
        root = parse(archive.read("meta.xml"), "meta.xml")
    except (Damaged, TooLarge):
        return {}
    return properties(
        root.findtext(f".//{DC}title"),
        root.findtext(f".//{META}initial-creator") or root.findtext(f".//{DC}creator"),
        root.findtext(f".//{META}creation-date"),
        root.findtext(f".//{DC}date"),
    )
