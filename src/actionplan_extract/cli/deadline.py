"""The command `deadline`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from ._messages import visible
from ._options import Json, ReferenceDate, day

if TYPE_CHECKING:
    from ..normalise.deadline import Explanation
    from ..schema import Deadline

Texts = Annotated[list[str] | None, typer.Argument(metavar="TEXT", help="Timescales; none: lines of standard input.")]
Csv = Annotated[bool, typer.Option("--csv", help="A table: one line a deadline, led by the number of its text.")]

_CSV_FIELDS = (
    *("kind", "earliest", "latest", "precision", "modality", "recurrence", "offset", "anchor", "event", "reason"),
    *("milestone", "edtf", "confidence"),
)


def deadline(
    texts: Texts = None, reference_date: ReferenceDate = None, as_json: Json = False, as_csv: Csv = False
) -> None:
    """Explain what timescales mean: kind, dates, rule, tokens, assumptions, other readings.

    JSON is one line a text. Give a spreadsheet's column on standard input, a cell a line.
    """
    from ..normalise.deadline import explain_deadlines

    given = texts or (line.rstrip("\r\n") for line in sys.stdin)
    readings = ((text, explain_deadlines(text, reference_date=day(reference_date))) for text in given)
    if as_csv:
        _write_csv(readings)
        return
    for text, found in readings:
        typer.echo(visible(_json(text, found) if as_json else "".join(map(_block, found))), nl=as_json)


def _json(text: str, found: Iterable[Explanation]) -> str:
    import json

    parsed = [
        {**each.deadline.model_dump(mode="json"), "rule": each.rule, "tokens": [list(token) for token in each.tokens]}
        for each in found
    ]
    return json.dumps({"text": text, "deadlines": parsed}, ensure_ascii=False)


def _write_csv(readings: Iterable[tuple[str, list[Explanation]]]) -> None:
    import csv

    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["line", "text", *_CSV_FIELDS, "assumptions"])
    for line, (text, found) in enumerate(readings, 1):
        table.writerows([line, *_csv_row(each.deadline)] for each in found)
        if not found:
            table.writerow([line, text])


def _csv_row(deadline: Deadline) -> Iterator[str]:
    from ..writers import defuse

    fields = deadline.model_dump(mode="json")
    yield defuse(deadline.text)
    yield from (defuse(str(value)) if (value := fields.get(name)) is not None else "" for name in _CSV_FIELDS)
    yield " ".join(deadline.assumptions)


def _block(explanation: Explanation) -> str:
    deadline = explanation.deadline
    fields = deadline.model_dump(mode="json", exclude={"id", "text", "span"})
    told = {"kind": deadline.kind, **{name: value for name, value in fields.items() if value not in (None, [])}}
    told["rule"] = explanation.rule
    told["tokens"] = ", ".join(f"{text} ({kind})" for text, kind in explanation.tokens)
    lines = [f"  {name:<12} {_value(value)}" for name, value in told.items()]
    return "\n".join([deadline.text, *lines, "", ""])


def _value(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_value, value))
    if isinstance(value, dict):
        return ", ".join(f"{name} {each}" for name, each in value.items() if each is not None)
    return str(value)
