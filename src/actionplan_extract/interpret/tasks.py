"""Which texts without a label are tasks."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..model import Paragraph, Senses
from .contents import FRONT, names_plan
from .labels import Part
from .numbering import leading_number
from .wording import wording

_LEAST = 2


def asks(text: str, senses: Senses) -> bool:
    """Does a text say what to do, or what will be done?"""
    return senses.is_task(text) or wording(text).commits


def are_tasks(parts: Sequence[Part], tasks: Collection[int], senses: Senses) -> bool:
    """Do most of several parts say what to do, or does the document call itself a plan?"""
    is_titled = any(names_plan(part.paragraph.text) for part in parts[:FRONT])
    asked = [n for n in tasks if asks(_unnumbered(parts[n].paragraph), senses)]
    return len(tasks) >= _LEAST and (is_titled or 2 * len(asked) > len(tasks))


def _unnumbered(paragraph: Paragraph) -> str:
    return " ".join(rest.text for rest in leading_number((paragraph,), bare=True)[1])
