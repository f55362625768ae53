"""Header words to roles: by the whole header's normal form, then by the words in it (data/headers.csv)."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

_WORD = re.compile(r"[a-z0-9#]+")
_COUNT = re.compile(r"\d+(?:st|nd|rd|th)?")
_LONGEST = 160  # a header is a label, not a paragraph
_TELLING = 3  # words at a header's start and end that tell its role; one in the midst of many tells less


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """A header, or words that stand in headers, with the role they speak for and how clearly (0 to 1)."""

    words: frozenset[str]
    role: str
    weight: float


class HeaderRules(NamedTuple):
    """The roles of whole headers and of last words (by normal form), and rules for words."""

    whole: dict[str, dict[str, float]]
    last: dict[str, dict[str, float]]
    parts: list[HeaderRule]


@cache
def _rules() -> HeaderRules:
    rules = HeaderRules({}, {}, [])
    text = files("actionplan_extract.data").joinpath("headers.csv").read_text(encoding="utf-8")
    for line in csv.DictReader(text.splitlines()):
        words, weight = _split(line["header"]), float(line["weight"])
        if line["match"] == "words":
            rules.parts.append(HeaderRule(frozenset(words), line["role"], weight))
        else:
            held = rules.whole if line["match"] == "whole" else rules.last
            held.setdefault(" ".join(words), {}).setdefault(line["role"], weight)
    return rules


@cache
def _vocabulary() -> frozenset[str]:
    """Every word of the rules."""
    whole, last, parts = _rules()
    return frozenset().union(last, *map(str.split, whole), *(rule.words for rule in parts))


@lru_cache(maxsize=1024)  # headers come back on every page
def header_words(text: str) -> tuple[str, ...]:
    """The words of a header, lower case, plural and number endings off.

    One that a narrow column broke in its midst ("Recommendati on") is whole again.
    """
    words = _split(text)
    for at in range(len(words) - 1):
        word = _singular(words[at] + words[at + 1])
        if word in _vocabulary() and not {words[at], words[at + 1]} <= _vocabulary():
            return (*words[:at], word, *words[at + 2 :])
    return words


def _split(text: str) -> tuple[str, ...]:
    return tuple(_singular(word) for word in _WORD.findall(text.casefold()) if not _COUNT.fullmatch(word))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def header_roles(text: str) -> dict[str, float]:
    """The roles a header's words speak for, each with how clearly (0 to 1); empty where none."""
    if not text.strip() or len(text) > _LONGEST:
        return {}
    rules = _rules()
    words = header_words(text)
    exact = rules.whole.get(" ".join(words))
    if exact is not None:
        return exact
    return _by_words(words, rules.parts) | _by_last(words, rules.last)


def _by_last(words: Sequence[str], rules: dict[str, dict[str, float]]) -> dict[str, float]:
    """The roles that the last word speaks for, behind others that headers have.

    "Task manager" asks who; "Museums Manager", with a word that no header has, is somebody.
    """
    return rules.get(words[-1], {}) if words and _vocabulary().issuperset(words) else {}


def _by_words(words: Sequence[str], rules: Sequence[HeaderRule]) -> dict[str, float]:
    held, found = set(words), dict[str, float]()
    telling = {*words[:_TELLING], *words[-_TELLING:]}
    for rule in rules:
        if rule.words <= held:
            weight = rule.weight if rule.words & telling else rule.weight / 2
            found[rule.role] = max(found.get(rule.role, 0.0), weight)
    return found


@lru_cache(maxsize=1024)
def header_role(text: str) -> tuple[str, float]:
    """The role a header most clearly speaks for; ("extra", 0.0) where its words say nothing."""
    return max(header_roles(text).items(), key=lambda pair: pair[1], default=("extra", 0.0))
