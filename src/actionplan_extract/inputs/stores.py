"""Stores of objects that fsspec knows by the address's beginning: s3://, gs:// and others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from ..errors import ActionPlanError, MissingDependency, NotFound, Unreadable

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_EXTRAS = {"s3": "s3", "s3a": "s3", "gs": "gs", "gcs": "gs"}
_MARKS = ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified", "updated", "created")


def is_uri(text: str) -> bool:
    """Does it begin with the name of a store ("s3://")?"""
    return bool(_SCHEME.match(text))


def scheme(uri: str) -> str:
    """The beginning of an address, without "://"."""
    match = _SCHEME.match(uri)
    return match[1].lower() if match else "file"


def open_store(uri: str) -> tuple[Any, str]:
    """The store (fsspec's) and the address's path in it; raises MissingDependency or Unreadable."""
    import fsspec

    try:
        store, path = fsspec.core.url_to_fs(uri)
    except ImportError as error:
        extra = _EXTRAS.get(scheme(uri))
        hint = f"; install actionplan-extract[{extra}]" if extra else ""
        raise MissingDependency(f"what reads {scheme(uri)}:// is not installed{hint}") from error
    except ValueError as error:
        raise Unreadable(f"no store is known by {scheme(uri)}://") from error
    return store, path


def mark(info: Mapping[str, Any]) -> str | None:
    """What changes when the object does, as far as the store's listing tells."""
    found = [f"{name}={info[name]}" for name in _MARKS if info.get(name)]
    return f"{info.get('size')}:{':'.join(found)}" if found else None


@contextmanager
def store_errors(uri: str) -> Iterator[None]:
    """Turns whatever a store raises into NotFound or Unreadable, which name the address."""
    try:
        yield
    except ActionPlanError:
        raise
    except FileNotFoundError as error:
        raise NotFound(f"there is no {uri}") from error
    except Exception as error:  # each store's library has errors of its own, with no common base
        raise Unreadable(f"{uri} cannot be read: {error or type(error).__name__}") from error
