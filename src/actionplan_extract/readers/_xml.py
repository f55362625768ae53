"""XML parsed safely: no entities, no document types, no network, bounded depth and size."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ..errors import Damaged, TooLarge
from ..limits import DEFAULT, MEGABYTE, Limits

if TYPE_CHECKING:
    from lxml import etree

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


def parse(
    data: bytes, name: str, lookup: etree.ElementClassLookup | None = None, limits: Limits = DEFAULT
) -> etree._Element:
    """The root of the XML in the bytes; `name` says in errors what it is, `lookup` gives elements their classes.

    Comments and processing instructions are left out. Raises Damaged where it is no well-formed XML or has a
    document type (which office formats never have), TooLarge where it is larger or deeper than the limits: a tree
    takes about ten times its bytes in memory.
    """
    from lxml import etree

    if len(data) > limits.xml_mb * MEGABYTE:
        raise TooLarge(f"{name} is too large ({limits.said('xml_mb')})")
    parser = etree.XMLParser(**_SAFE)
    parser.set_element_class_lookup(lookup)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _named(name, error) from error
    _refuse_type(root, name)
    if limits.xml_depth < DEFAULT.xml_depth and root.xpath("boolean(/" + "*/" * limits.xml_depth + "*)"):
        raise _too_deep(name, limits)
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
            if not number:
                _refuse_type(element, name)
            yield element
            element.clear()
            while (before := element.getprevious()) is not None:
                element.getparent().remove(before)
        _refuse_type(found.root, name)
    except etree.XMLSyntaxError as error:
        raise _named(name, error) from error


def _refuse_type(element: etree._Element, name: str) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        raise Damaged(f"{name} declares a document type")


def _too_deep(name: str, limits: Limits) -> TooLarge:
    return TooLarge(f"{name} nests too deeply ({limits.said('xml_depth')})")


def _named(name: str, error: Exception) -> Damaged | TooLarge:
    """The project's error for one of lxml's, which knows the limits of libxml2 by their words only."""
    if "depth" in str(error):
        return _too_deep(name, DEFAULT)
    return Damaged(f"{name} is no well-formed XML: {error}")
