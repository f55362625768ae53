"""DOCX: what Word would show of a document, by python-docx's styles and element classes and the XML itself.

`package` opens the file, `styles` and `numbering` say what holds for a paragraph, `text` reads its
characters, `body` and `table` what stands in what; the blocks are made by `_flow`.
"""

from __future__ import annotations

from ...errors import EmptyFile
from ...limits import DEFAULT, Limits
from ...model import Document
from .._flow import assemble
from .._ole import is_locked
from .._ooxml import metadata, open_package
from .._zip import main_folder

FORMAT = "docx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SUFFIXES = frozenset({".docx", ".docm", ".dotx"})


def sniff(data: bytes, suffix: str) -> float:
    """Sure of a package with Word's folder; of one behind a password by its suffix; little for the bare suffix."""
    if main_folder(data) == "word":
        return 1.0
    if is_locked(data):
        return 0.95 if suffix in SUFFIXES else 0.6
    return 0.3 if suffix in SUFFIXES else 0.0


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document as it shows when all tracked changes are accepted; raises Damaged, Encrypted, TooLarge or EmptyFile.

    Pages have no numbers: Word makes them anew each time. Running heads and feet are furniture.
    """
    from .body import Reading  # here, for python-docx takes time to import
    from .package import open_parts

    archive = open_package(data, limits)
    parts = open_parts(archive)
    reading = Reading(parts, limits)
    blocks = list(reading.blocks(parts.body))
    flow = assemble(blocks, [*reading.edges(parts.edges), *reading.furniture])
    if not flow.page.text.strip():
        raise EmptyFile("the document holds no text")
    return Document(
        format=FORMAT,
        media_type=MEDIA_TYPE,
        pages=(flow.page,),
        blocks=flow.blocks,
        metadata=metadata(archive),
        furniture=flow.furniture,
        notices=tuple(reading.report.notices()),
    )
