"""JSON that knows where in its file each value stands."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Object: TypeAlias = dict[str, Json]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+')


@dataclass
class JsonError(Exception):
    """A file that is no JSON; `line` and `column` count from 1."""

    message: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class LocatedJson:
    """A JSON text and what it says."""

    text: str
    value: Json

    @classmethod
    def read(cls, path: Path) -> LocatedJson:
        """The JSON of a file; raises JsonError where it holds none."""
        try:
            text = path.read_text(encoding="utf-8-sig")
            return cls(text, json.loads(text))
        except json.JSONDecodeError as error:
            raise JsonError(f"no valid JSON: {error.msg}", error.lineno, error.colno) from error
        except UnicodeDecodeError as error:
            raise JsonError(f"no valid UTF-8: {error.reason} at byte {error.start}") from error
        except (ValueError, RecursionError) as error:
            raise JsonError(f"JSON beyond what can be read: {error}") from error
        except OSError as error:
            raise JsonError(f"cannot be read: {error.strerror}") from error

    def as_object(self) -> Object:
        """The value where it is an object; an empty one otherwise."""
        return self.value if isinstance(self.value, dict) else {}

    @cached_property
    def _values(self) -> tuple[tuple[str, int], ...]:
        return tuple(value_offsets(self.text))

    @cached_property
    def _offsets(self) -> dict[str, int]:
        return dict(self._values)

    def repeated(self) -> list[str]:
        """Pointers of the values that stand in the text twice (of which JSON keeps the last)."""
        counts = Counter(pointer for pointer, _ in self._values)
        return [pointer for pointer, count in counts.items() if count > 1]

    def position(self, pointer: str) -> tuple[int, int]:
        """Line and column, from 1, of a value; of what would hold it where it is absent."""
        while pointer and pointer not in self._offsets:
            pointer = pointer.rpartition("/")[0]
        offset = self._offsets[pointer]
        return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)


def value_offsets(text: str) -> Iterator[tuple[str, int]]:
    """JSON pointer and offset of each value of a valid JSON text, in the order of the text."""
    steps: list[str | int] = []  # to the next value: the key or index in each open object or list
    key_next = False
    for token in _TOKEN.finditer(text):
        match token[0]:
            case "]" | "}":
                steps.pop()
            case ":":
                key_next = False
            case ",":
                key_next = _step_on(steps)
            case key if key_next:
                steps[-1] = json.loads(key)
            case value:
                yield to_pointer(steps), token.start()
                key_next = value == "{"
                if value in "{[":
                    steps.append("" if key_next else 0)


def _step_on(steps: list[str | int]) -> bool:
    """Move to the next value of the innermost list or object; does a key come first?"""
    last = steps[-1]
    if isinstance(last, int):
        steps[-1] = last + 1
    return isinstance(last, str)


def to_pointer(steps: Sequence[str | int]) -> str:
    """The JSON pointer of a path of keys and indices."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


def objects(holder: Object, name: str) -> list[Object]:
    """The objects in a list that a field holds; none where the field is absent."""
    value = holder.get(name)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def string(holder: Object, name: str) -> str:
    """The text a field holds; empty where it holds none."""
    value = holder.get(name)
    return value if isinstance(value, str) else ""
