"""What is wrong, and how it is told: as text, as JSON, or as annotations of a GitHub workflow."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, get_args

Severity = Literal["error", "warning"]
OutputFormat = Literal["text", "json", "github"]
OUTPUT_FORMATS: tuple[OutputFormat, ...] = get_args(OutputFormat)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a file; `line` and `column` count from 1, `pointer` is a JSON pointer."""

    path: Path
    message: str
    line: int = 1
    column: int = 1
    pointer: str = ""
    severity: Severity = "error"

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """What problems are sorted by: where they stand."""
        return self.path.as_posix(), self.line, self.column, self.pointer, self.message


def render(problems: Iterable[Problem], output_format: OutputFormat = "text") -> str:
    """The problems in order of where they stand, without a line break at the end."""
    ordered = sorted(problems, key=lambda problem: problem.order)
    if output_format == "json":
        return json.dumps([_as_json(problem) for problem in ordered], indent=2, ensure_ascii=False)
    line = _as_annotation if output_format == "github" else _as_line
    return "\n".join(line(problem) for problem in ordered)


def _as_line(problem: Problem) -> str:
    place = f"{problem.path.as_posix()}:{problem.line}:{problem.column}"
    message = " ".join(problem.message.splitlines())
    return ": ".join(filter(None, [place, problem.severity, problem.pointer, message]))


def _as_json(problem: Problem) -> dict[str, str | int]:
    return asdict(problem) | {"path": problem.path.as_posix()}


def _as_annotation(problem: Problem) -> str:
    properties = {
        "file": problem.path.as_posix(),
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.pointer or problem.path.name,
    }
    listed = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    return f"::{problem.severity} {listed}::{_escape(problem.message)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
