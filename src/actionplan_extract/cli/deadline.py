"""The command `deadline`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ._messages import visible
from ._options import Json, ReferenceDate, day

if TYPE_CHECKING:
    from ..schema import Deadline

Texts = Annotated[list[str] | None, typer.Argument(metavar="TEXT", help="Timescales; none: lines of standard input.")]


def deadline(texts: Texts = None, reference_date: ReferenceDate = None, as_json: Json = False) -> None:
    """Show what timescales mean, deadline by deadline.

    JSON is one line a text.
    """
    from ..normalise.deadline import parse_deadlines

    lines = typer.get_text_stream("stdin", errors="replace")
    for text in texts or (line.rstrip("\r\n") for line in lines):
        deadlines = parse_deadlines(text, reference_date=day(reference_date))
        typer.echo(visible(_json(text, deadlines) if as_json else "".join(map(_block, deadlines))), nl=as_json)


def _json(text: str, deadlines: list[Deadline]) -> str:
    import json

    parsed = [deadline.model_dump(mode="json") for deadline in deadlines]
    return json.dumps({"text": text, "deadlines": parsed}, ensure_ascii=False)


def _block(deadline: Deadline) -> str:
    fields = deadline.model_dump(mode="json", exclude={"id", "text", "span"})
    told = {"kind": deadline.kind, **{name: value for name, value in fields.items() if value not in (None, [])}}
    lines = [f"  {name:<12} {_value(value)}" for name, value in told.items()]
    return "\n".join([deadline.text, *lines, "", ""])


def _value(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_value, value))
    if isinstance(value, dict):
        return ", ".join(f"{name} {each}" for name, each in value.items() if each is not None)
    return str(value)
