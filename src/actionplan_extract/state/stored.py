"""Results on disk, in the order they are asked for; gone through by whoever writes tables of them."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..errors import OutputError
from ..writers._arrow import whole_numbers
from ..writers._files import write_file
from .parts import ROWS_A_PART, joined_parts, read_plans, read_tables, rows_of

if TYPE_CHECKING:
    import pyarrow as pa

MOST_ROWS = 1 << 20  # of a part
LOADED = 2  # parts whose rows are held in memory


class Where(NamedTuple):
    """Where a result is: the number of its part, its row there."""

    part: int
    row: int

    @classmethod
    def of(cls, number: int) -> Where:
        """Of the number that stands for both."""
        return cls(*divmod(number, MOST_ROWS))


@dataclass(frozen=True)
class Stored:
    """Results in parts in a folder, each read anew by everyone who goes through them: memory stays flat.

    `numbers` has one a result, which stands for its part among the `parts` and its row there.
    """

    folder: Path
    parts: Sequence[str]
    numbers: array[int]

    def plans(self) -> Iterator[str]:
        """The plans, as JSON."""
        for part, rows in self._runs():
            with damage_told():
                plans = read_plans(self._path(part))
            yield from (plans[row] for row in rows if plans[row])

    def rows(self) -> Iterator[Mapping[str, pa.Table]]:
        """The rows of the six tables that they have, those of some results at a time."""
        loaded: OrderedDict[int, pa.Table] = OrderedDict()
        for part, rows in self._runs():
            with damage_told():
                documents = self._tables(part, loaded).take(whole_numbers(rows))
            yield rows_of(documents)

    def join(self, target: Path) -> None:
        """Write a part of these results."""
        with damage_told():
            data = joined_parts([(self._path(part), rows) for part, rows in self._runs()])
        write_file(target, data)

    def _tables(self, part: int, loaded: OrderedDict[int, pa.Table]) -> pa.Table:
        if part not in loaded:
            loaded[part] = read_tables(self._path(part))
            if len(loaded) > LOADED:
                loaded.popitem(last=False)
        loaded.move_to_end(part)
        return loaded[part]

    def _path(self, part: int) -> Path:
        return self.folder / self.parts[part]

    def _runs(self) -> Iterator[tuple[int, list[int]]]:
        # Neighbours of one part together.
        part, rows = -1, list[int]()
        for where in map(Where.of, self.numbers):
            if rows and (where.part != part or len(rows) >= ROWS_A_PART):
                yield part, rows
                rows = []
            part = where.part
            rows.append(where.row)
        if rows:
            yield part, rows


def write_plan_of(part: Path, row: int, target: Path) -> None:
    """Write the plan of a result in a part into a file."""
    with damage_told():
        plan = _plans(part, part.stat().st_mtime_ns)[row]
    write_file(target, plan.encode())


@lru_cache(maxsize=2)
def _plans(part: Path, time_ns: int) -> list[str]:
    return read_plans(part)


@contextmanager
def damage_told() -> Iterator[None]:
    """Raises OutputError where a part cannot be read."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise OutputError(f"a part is damaged; remove it and run again: {error}") from error
