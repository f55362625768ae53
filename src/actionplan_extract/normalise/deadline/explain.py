"""Shows how a reading came about."""

from __future__ import annotations

from dataclasses import dataclass

from ...schema import Deadline
from .assemble import assemble
from .statement import Statement


@dataclass(frozen=True)
class Explanation:
    """A deadline with the name of the rule that gave it and its entry's tokens.

    A token is its normal form and its kind ("september", "month"); kind "word" means that nothing is known of it.
    """

    deadline: Deadline
    rule: str
    tokens: tuple[tuple[str, str], ...]


def explain(statement: Statement) -> Explanation:
    """The explanation of an entry's deadline."""
    deadline, rule = assemble(statement)
    tokens = statement.tokens[statement.start : statement.stop]
    return Explanation(deadline, rule, tuple((token.text, token.kind) for token in tokens))
