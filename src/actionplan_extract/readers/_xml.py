"""XML parsed safely: no entities, no document types, no network, bounded depth and size."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ..errors import Damaged, TooLarge

if TYPE_CHECKING:
    from lxml import etree

MAX_TREE = 64 * 1024 * 1024  # bytes of XML: a tree takes about ten times that in memory

_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,  # keeps libxml2's own limits on depth and on the length of a text
    "recover": False,
    "remove_comments": True,
    "remove_pis": True,
}


def parse(data: bytes, name: str, lookup: etree.ElementClassLookup | None = None) -> etree._Element:
    """The root of the XML in the bytes; `name` says in errors what it is, `lookup` gives elements their classes.

    Comments and processing instructions are left out. Raises Damaged where it is no well-formed XML, nests
    too deeply or has a document type (which office formats never have), TooLarge beyond MAX_TREE.
    """
    from lxml import etree

    if len(data) > MAX_TREE:
        raise TooLarge(f"{name} has more than {MAX_TREE // 1024 // 1024} MB")
    parser = etree.XMLParser(**_SAFE)
    parser.set_element_class_lookup(lookup)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(name, error) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Damaged(f"{name} declares a document type")
    return root


def each_element(data: bytes, name: str, *tags: str) -> Iterator[etree._Element]:
    """Each element with one of the tags ("{namespace}name") as it ends, in a stream without a whole tree.

    An element is emptied when the next one is asked for. For long regular parts, such as the rows of a
    sheet. Raises as `parse`, but has no limit on the size.
    """
    from lxml import etree

    options = {key: value for key, value in _SAFE.items() if key != "resolve_entities"}
    found = etree.iterparse(BytesIO(data), events=("end",), tag=tags or None, resolve_entities=False, **options)
    try:
        for number, (_, element) in enumerate(found):
            if not number and element.getroottree().docinfo.internalDTD is not None:
                raise Damaged(f"{name} declares a document type")
            yield element
            element.clear()
            while (before := element.getprevious()) is not None:
                element.getparent().remove(before)
    except etree.XMLSyntaxError as error:
        raise _damaged(name, error) from error


def _damaged(name: str, error: Exception) -> Damaged:
    return Damaged(f"{name} is no well-formed XML: {error}")
