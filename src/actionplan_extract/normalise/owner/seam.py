"""A mark within what may be one owner, and what stands on its sides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ..office import Reading, uses_of
from ..words import word_forms
from .marks import Mark
from .naming import reading_of
from .shapes import is_full_name

WEAK = frozenset({"service", "area"})
"""What could as well be a part of a longer name."""


@dataclass(frozen=True)
class Seam:
    """The sides of a mark.

    `is_listed` tells that it is one of several commas and "and"s of a list, `is_tight` that no blank is at it.
    """

    left: str
    mark: Mark
    right: str
    is_listed: bool
    is_tight: bool

    @cached_property
    def one(self) -> Reading:
        """What the left side names."""
        return reading_of(self.left)

    @cached_property
    def two(self) -> Reading:
        """What the right side names."""
        return reading_of(self.right)

    @property
    def has_person(self) -> bool:
        """Is the left side a person?"""
        return self.one.sort == "name" or is_full_name(self.left)

    @property
    def has_whole_office(self) -> bool:
        """Is the left side an office that takes no field of work ("Chief Executive", "Waste Manager")?"""
        if self.one.sort == "office":
            forms = word_forms(self.left)
            return not (is_of_service(forms) or "title" in uses_of(forms))  # "Chief Officer Education"
        return self.one.sort == "post" and has_field(self.left)


def has_field(text: str) -> bool:
    """Does an office or a team come with its field of work ("Head of Planning", "Waste Manager")?"""
    forms = word_forms(text)
    return ("of" in forms and not is_of_service(forms)) or not uses_of(forms)


def is_of_service(forms: tuple[str, ...]) -> bool:
    """Does an office not say of which service it is ("Head of Service")?"""
    return forms[-2:] == ("of", "service")
