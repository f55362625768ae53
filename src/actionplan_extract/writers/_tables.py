"""The six tables of a run: what their columns are, and a plan's rows in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from ..schema import ActionPlan, Model
from . import _flatten, _rows


@dataclass(frozen=True)
class Column:
    """A column: its name, its title for people, what it means, the Python type it holds."""

    name: str
    title: str
    description: str
    type: Any
    is_nullable: bool

    @property
    def values(self) -> tuple[str, ...]:
        """The values of an enumeration, none for another type."""
        return get_args(self.type) if get_origin(self.type) is Literal else ()

    @property
    def explanation(self) -> str:
        """What it means, and the values of an enumeration."""
        return f"{self.description} One of: {', '.join(self.values)}." if self.values else self.description


@dataclass(frozen=True)
class Table:
    """A table: the rows a plan has in it, and how it hangs together with the others.

    `primary_key` is the column that tells its rows apart; `foreign_keys` are the columns that hold
    the key of another table, each with that table's name.
    """

    name: str
    row: type[Model]
    rows: Callable[[ActionPlan], Iterable[Model]]
    primary_key: str
    foreign_keys: dict[str, str] = field(default_factory=dict)

    @property
    def description(self) -> str:
        """What one row of it is."""
        return (self.row.__doc__ or "").strip()

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns in order."""
        return columns(self.row)


DOCUMENT = {"document_id": "documents"}
RECOMMENDATION = {"recommendation_id": "recommendations"} | DOCUMENT
ACTION = {"action_id": "actions"} | RECOMMENDATION

TABLES = (
    Table("documents", _rows.DocumentRow, _flatten.document_rows, "document_id"),
    Table("recommendations", _rows.RecommendationRow, _flatten.recommendation_rows, "recommendation_id", DOCUMENT),
    Table("actions", _rows.ActionRow, _flatten.action_rows, "action_id", RECOMMENDATION),
    Table("deadlines", _rows.DeadlineRow, _flatten.deadline_rows, "deadline_id", ACTION),
    Table("owners", _rows.OwnerRow, _flatten.owner_rows, "owner_id", ACTION),
    Table("findings", _rows.FindingRow, _flatten.finding_rows, "finding_id", ACTION),
)


def table(name: str) -> Table:
    """The table of that name."""
    return next(table for table in TABLES if table.name == name)


def columns(model: type[Model]) -> tuple[Column, ...]:
    """The fields of a model as columns; a model in a column is a structure of them."""
    return tuple(
        Column(
            name=name,
            title=info.title or name.replace("_", " ").capitalize(),
            description=info.description or "",
            type=_bare(info.annotation),
            is_nullable=NoneType in get_args(info.annotation),
        )
        for name, info in model.model_fields.items()
    )


def _bare(annotation: Any) -> Any:
    """The type without "or None" and without constraints."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(option for option in get_args(annotation) if option is not NoneType)
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
