"""A plan as a JSON file, there and back."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from ..errors import NotFound, SchemaViolation, Unreadable
from ..schema import ActionPlan
from ._files import write_file


def plan_to_json(plan: ActionPlan) -> bytes:
    """The plan as indented JSON in UTF-8, every field written; the same plan gives the same bytes."""
    try:
        return plan.model_dump_json(indent=2).encode() + b"\n"
    except PydanticSerializationError as error:  # text that is no Unicode (a lone surrogate)
        raise SchemaViolation(f"the plan of {plan.document.source!r} cannot be written: {error}") from error


def write_plan(plan: ActionPlan, path: Path) -> Path:
    """The path, once its file holds the plan; raises OutputError."""
    return write_file(path, plan_to_json(plan))


def read_plan(path: Path) -> ActionPlan:
    """The plan in a JSON file; raises NotFound, Unreadable or, where it holds no plan, SchemaViolation."""
    try:
        return ActionPlan.model_validate_json(path.read_bytes())
    except FileNotFoundError as error:
        raise NotFound(f"there is no file {path}") from error
    except OSError as error:
        raise Unreadable(f"cannot read {path}: {error.strerror}") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = "/".join(map(str, first["loc"])) or "the file"
        raise SchemaViolation(f"{path} holds no action plan: {where}: {first['msg']}") from error
