"""Does a written plan keep the contract?

The same is asked as by the JSON Schema, with a pointer to each fault, and the rules across fields.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from ..schema import ActionPlan
from ..validate import broken_rules
from .located import Json, LocatedJson, to_pointer
from .shape import Fault


def result_faults(result: LocatedJson) -> list[Fault]:
    """What breaks the contract in the JSON of a plan; unknown fields are a later version's business."""
    try:
        plan = ActionPlan.model_validate_json(result.text, strict=True)
    except ValidationError as error:
        return [
            Fault(_to_pointer(problem["loc"], result.value, problem["type"] == "missing"), problem["msg"])
            for problem in error.errors(include_url=False)
        ]
    absent = _absent(plan.model_dump(mode="json"), result.value, "")
    return [*absent, *(Fault("", rule) for rule in broken_rules(plan))]


def _to_pointer(location: tuple[str | int, ...], value: Json, is_missing: bool) -> str:
    """The JSON pointer of a pydantic location, which also names the kind of a deadline on its way."""
    steps: list[str | int] = []
    for step in location:
        if (isinstance(value, dict) and isinstance(step, str) and step in value) or isinstance(step, int):
            value = value[step]  # type: ignore[index]
            steps.append(step)
    return to_pointer([*steps, location[-1]] if is_missing else steps)


def _absent(written: Json, given: Json, pointer: str) -> Iterator[Fault]:
    """A fault for each field that reading would fill in but every writer writes."""
    if isinstance(written, dict) and isinstance(given, dict):
        for name, value in written.items():
            place = f"{pointer}/{name}"
            if name in given:
                yield from _absent(value, given[name], place)
            else:
                yield Fault(place, "field missing: every field is written, null or empty where there is nothing")
    elif isinstance(written, list) and isinstance(given, list):
        for index, (value, other) in enumerate(zip(written, given, strict=True)):
            yield from _absent(value, other, f"{pointer}/{index}")
