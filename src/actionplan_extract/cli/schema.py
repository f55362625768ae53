"""The command `schema`."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the JSON Schema of an extracted plan."""
    import json

    from ..schema import json_schema

    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
