"""What commands say: messages on standard error, errors as one line and an exit code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from ..errors import ActionPlanError

# Control characters but line break and tab, marks that turn the direction of writing, lone surrogates:
# text of documents and names of files must not steer a terminal or forge a line of a log.
UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """The text with unsafe characters as "\\u001b" (which JSON reads back as what it was)."""
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def one_line(text: str) -> str:
    """The text, safe and without line breaks."""
    return visible(" ".join(text.splitlines()))


def count(number: int, noun: str) -> str:
    """The number with its noun, in the plural where it is not one."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def say(message: str) -> None:
    """Print a message of one line on standard error."""
    typer.echo(one_line(message), err=True)


@contextmanager
def reported(subject: object = "error") -> Iterator[None]:
    """Turns an error of a document or a run into a message, led by its subject, and its exit code."""
    try:
        yield
    except ActionPlanError as error:
        say(f"{subject}: {error} ({error.code})")
        raise typer.Exit(error.exit_code) from error
