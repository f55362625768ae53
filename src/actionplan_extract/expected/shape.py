"""Is an expected file well formed? Known fields, right types, real dates; nothing is compared yet.

The contract's own models say what a field may hold; here every field may also be absent, and
`accept` may stand beside the fields of an object.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, get_args, get_origin

from pydantic import AfterValidator, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from ..schema import ActionPlan, Deadline, DeadlineBase, Duration, Edtf, Model
from .located import Json, LocatedJson
from .texts import shorten

NULL_IF_ABSENT = ("earliest", "latest", "recurrence")
"""Fields of a deadline whose absence from an expected file means null."""

_EDTF_DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_EDTF_SEASONS = range(21, 25)


@dataclass(frozen=True, slots=True)
class Fault:
    """A value that an expected file may not hold."""

    pointer: str
    message: str


def expected_faults(expected: LocatedJson) -> list[Fault]:
    """What is wrong with an expected file's own form, in the order of the file."""
    return list(_object_faults(ActionPlan, expected.value, ""))


def models_in(annotation: Any) -> tuple[type[Model], ...]:
    """The contract's types that a type annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return (annotation,)
    return tuple(model for part in get_args(annotation) for model in models_in(part))


_DEADLINE_BY_KIND = {str(model.model_fields["kind"].default): model for model in models_in(Deadline)}


def _known_kind(kind: str) -> str:
    if kind not in _DEADLINE_BY_KIND:
        raise ValueError(f"expected one of {', '.join(_DEADLINE_BY_KIND)}")
    return kind


class AcceptedDeadline(Model):
    """What a further reading of a deadline may say; what it leaves out is as in the first."""

    kind: Annotated[str, AfterValidator(_known_kind)]
    earliest: date | None
    latest: date | None
    recurrence: Duration | None


def _object_faults(model: type[Model], value: Json, pointer: str) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(pointer, f"expected an object, got {_in_short(value)}")
        return
    for name, held in value.items():
        place = f"{pointer}/{name}"
        if name == "accept":
            yield from _accept_faults(model, held, place)
        elif field := model.model_fields.get(name):
            yield from _field_faults(field, held, place)
        elif not (held is None and name in NULL_IF_ABSENT and issubclass(model, DeadlineBase)):
            yield Fault(place, _unknown(name, model.model_fields))
    yield from _order_faults(value.get("earliest"), value.get("latest"), pointer)


def _field_faults(field: FieldInfo, value: Json, pointer: str) -> Iterator[Fault]:
    models = models_in(field.annotation)
    if not models or (value is None and type(None) in get_args(field.annotation)):
        yield from _plain_faults(field, value, pointer)
    elif get_origin(field.annotation) is list:
        yield from _list_faults(models, value, pointer)
    else:
        yield from _object_faults(models[0], value, pointer)


def _list_faults(models: tuple[type[Model], ...], value: Json, pointer: str) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield Fault(pointer, f"expected a list, got {_in_short(value)}")
        return
    check = _deadline_faults if len(models) > 1 else _object_faults
    for index, item in enumerate(value):
        yield from check(models[0], item, f"{pointer}/{index}")


def _deadline_faults(_: type[Model], value: Json, pointer: str) -> Iterator[Fault]:
    kind = value.get("kind") if isinstance(value, dict) else None
    if isinstance(kind, str) and kind in _DEADLINE_BY_KIND:
        yield from _object_faults(_DEADLINE_BY_KIND[kind], value, pointer)
    else:
        yield Fault(f"{pointer}/kind", f"expected a deadline of a kind out of {', '.join(_DEADLINE_BY_KIND)}")


def _order_faults(earliest: Json, latest: Json, pointer: str) -> Iterator[Fault]:
    if isinstance(earliest, str) and isinstance(latest, str) and earliest > latest:
        yield Fault(f"{pointer}/latest", f"latest {latest} is before earliest {earliest}")


def _accept_faults(model: type[Model], value: Json, pointer: str) -> Iterator[Fault]:
    """Faults of further readings: a list of deadlines beside a deadline, else a list by field."""
    if issubclass(model, DeadlineBase):
        yield from _list_faults((AcceptedDeadline,), value, pointer)
    elif not isinstance(value, dict):
        yield Fault(pointer, f"expected an object that lists further readings by field, got {_in_short(value)}")
    else:
        for name, readings in value.items():
            yield from _readings_faults(model, name, readings, f"{pointer}/{name}")


def _readings_faults(model: type[Model], name: str, readings: Json, pointer: str) -> Iterator[Fault]:
    field = model.model_fields.get(name)
    if field is None:
        yield Fault(pointer, _unknown(name, model.model_fields))
    elif not isinstance(readings, list):
        yield Fault(pointer, f"expected a list of further readings, got {_in_short(readings)}")
    else:
        for index, reading in enumerate(readings):
            yield from _field_faults(field, reading, f"{pointer}/{index}")


def _plain_faults(field: FieldInfo, value: Json, pointer: str) -> Iterator[Fault]:
    """Faults of a value that is no object of the contract and holds none."""
    adapter = TypeAdapter[Any](Annotated[field.annotation, field])  # type: ignore[arg-type]
    try:
        adapter.validate_json(json.dumps(value), strict=True)
    except ValidationError as error:
        yield Fault(pointer, f"{error.errors(include_url=False)[0]['msg']}, got {_in_short(value)}")
    else:
        if isinstance(value, str) and Edtf in get_args(field.annotation) and not _is_real(value):
            yield Fault(pointer, f"expected a real date, got {value}")


def _is_real(edtf: str) -> bool:
    """Are the months and days of an EDTF text real ones (21 to 24 are seasons)?"""
    for year, month, day in _EDTF_DATE.findall(edtf):
        if not day and int(month) in _EDTF_SEASONS:
            continue
        try:
            date(int(year), int(month), int(day or 1))
        except ValueError:
            return False
    return True


def _unknown(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name, known, n=1)
    return f"unknown field {name!r}" + (f", did you mean {close[0]!r}?" if close else "")


def _in_short(value: Json) -> str:
    return shorten(json.dumps(value, ensure_ascii=False))
