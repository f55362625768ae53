"""All the files of the corpus, and whether the right thing became of one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from . import pdfs, sheets, texts, webs, words
from .case import Case

PARTS = {module.__name__.rpartition(".")[2]: module for module in (pdfs, words, webs, texts, sheets)}


@cache
def files(part: str = "") -> dict[str, Case]:
    """The cases of a part (of all) by file name."""
    modules = [PARTS[part]] if part else PARTS.values()
    return {name: case for module in modules for name, case in module.cases()}


def fault(line: Mapping[str, Any], case: Case) -> str:
    """What is wrong with a file's line of the manifest, empty where nothing is."""
    code = line["error"]["code"] if line["error"] else ""
    if code not in case.code.split("|"):
        return f"{code or line['status']} instead of {case.code or 'ok'}: {line['error'] or line['findings']}"
    if code:
        return ""
    if (line["actions"] or 0) < case.actions:
        return f"{line['actions']} actions instead of {case.actions}"
    if case.finding and case.finding not in line["findings"]:
        return f"no finding {case.finding}, but {line['findings']}"
    return (
        "" if line["partial"] == ("limit_reached" in line["findings"]) else "partial, or not, in spite of its findings"
    )
