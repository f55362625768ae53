"""Keeps what is no date from being read as one: verbs, names, telephone numbers, Acts, things counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .periods import Unit
from .tokens import CLOSING, Token
from .units import read_unit
from .words import word_set

_OPEN_TO_TIME = frozenset(
    [
        "forum",
        "label",
        "modality",
        "unscheduled",
        "provisional",
        "ongoing",
        "recurring",
        "completed",
        "suffix",
        "conditional",
        "revised",
        "superseded",
        "every",
        "phase",
        "begun",
        "event",
        "soon",
        "month",
        "number",
        "nth",
        "quarter",
        "season",
    ]
)
"""Kinds of token that may stand behind a date."""
_BEFORE_TIME = frozenset(
    {
        "forum",
        "label",
        "ongoing",
        "every",
        "modality",
        "recurring",
        "begun",
        "revised",
        "revised_from",
        "superseded",
        "provisional",
    }
)
_NUMBERED = frozenset({"school_term", "phase", "period", "quarter", "label"})
_NAMING = frozenset({"reference", "title"})
_SEPARATORS = frozenset("./:-+")


@dataclass(slots=True, eq=False)
class Place:
    """A unit at tokens [start, stop) with its preposition and the tokens of its line before and behind it."""

    t: Sequence[Token]
    start: int
    stop: int
    unit: Unit
    preposition: Token | None
    before: Token
    after: Token

    @property
    def is_closed(self) -> bool:
        """May a statement stop behind it?"""
        return self.after.kind in CLOSING

    @property
    def is_followed_in_kind(self) -> bool:
        """Does nothing follow, or something that may follow a date?"""
        return self.is_closed or self.after.kind in _OPEN_TO_TIME

    @property
    def has_firm_preposition(self) -> bool:
        """Is the preposition one that seldom stands before anything but a time?"""
        return self.preposition is not None and self.preposition.text in word_set("firm_prepositions")

    @property
    def is_name(self) -> bool:
        """Is it a word that is often something else ("may", "April")?"""
        return self.t[self.stop - 1].text in word_set("month_names") or self.t[self.stop - 1].fixed


def is_plausible(t: Sequence[Token], start: int, stop: int, unit: Unit, preposition: Token | None) -> bool:
    """Is the unit at tokens [start, stop) meant as a time, judged by what stands around it?"""
    place = Place(t, start, stop, unit, preposition, _before(t, start), t[-1] if t[stop].line else t[stop])
    leader = place.before if preposition is None else _before(t, start - 1)
    if leader.kind in (":", ".") and start > 1 and t[start - 2].kind == "reference":
        leader = t[start - 2]
    if leader.text == "not" or _is_code(place) or _is_person(place) or _is_listed_name(place):
        return False
    if leader.kind == "(" and start > 1 and t[start - 2].kind == "title":
        return False  # "the Equality Act (2010)"
    if leader.kind in _NAMING or place.before.kind in _NAMING:
        return any(token.kind in ("month", "season") for token in t[start:stop])
    if t[start].kind in ("number", "nth") and place.before.kind in ("phase", "noise", "period"):
        return len(t[start].value) == 4  # "Phase 2 May 2024" speaks of phase 2
    check = _CHECKS.get(unit.kind)
    return check is None or check(place)


def _is_code(place: Place) -> bool:
    """Is it part of a code, or of a word with a hyphen: "LK73 MAY", "DCC-2024-15", "Spring-cleaning"?"""
    t, start, first = place.t, place.start, place.t[place.start]
    if first.kind == "number" and not first.gap:
        joined = place.before.kind in ("-", "/") and not place.before.gap and start > 1
        return (t[start - 2] if joined else place.before).kind == "word"
    behind = t[place.stop + 1]
    return place.unit.year is None and place.after.kind == "-" and not place.after.gap and _is_rest(behind)


def _is_rest(token: Token) -> bool:
    return token.kind == "word" and not token.gap and not token.capital


def _is_person(place: Place) -> bool:
    """Is it somebody's name: "June Winter", "Mr D. March", "Speak to Jan"?"""
    if place.unit.year is not None:
        return False
    t, i = place.t, place.start - 1
    if place.before.kind == "." and i > 0 and len(t[i - 1].text) == 1 and t[i - 1].text.isalpha():
        return True
    if place.before.text in word_set("forms_of_address"):
        return True
    if not place.is_name:
        return False
    if place.before.text in ("to", "with", "from", "by") and i > 0 and t[i - 1].text in word_set("dealings"):
        return True
    return place.unit.kind == "month" and place.after.kind == "season" and place.after.capital


def _is_listed_name(place: Place) -> bool:
    """Is it a place or firm beside others: "March & Sons", "in March, Chatteris and Whittlesey"?"""
    if place.unit.year is not None or place.unit.kind not in ("month", "season") or not place.t[place.start].capital:
        return False
    first, joint, second = place.t[place.stop + 1 : place.stop + 4]
    preposition = place.preposition.text if place.preposition is not None else ""
    if first.kind != "word" or not first.capital or preposition not in ("", "in"):
        return False
    if place.after.kind in ("and", "&"):
        return not preposition
    return place.after.kind == "," and joint.kind in ("and", "&", ",") and second.kind == "word" and second.capital


def _before(t: Sequence[Token], i: int) -> Token:
    """The token before `i` in its line, an end token where there is none."""
    return t[i - 1] if i > 0 and not t[i].line else t[-1]


def _year(place: Place) -> bool:
    """A bare year counts as one unless it counts things, belongs to a number or names a law."""
    t, before, after = place.t, place.before, place.after
    if place.unit.part or place.unit.shift or t[place.start].kind == "deictic":
        return place.unit.shift >= 0
    if before.kind in ("month", "number", "money", "'") and not _is_numbered(place):
        return False
    if _is_naming(place) or (before.kind == "of" and place.start > 1 and t[place.start - 2].kind == "word"):
        return False  # "a population of 2025"
    if after.kind in _SEPARATORS and not after.gap and t[place.stop + 1].kind == "number" and not t[place.stop + 1].gap:
        return False
    if before.kind in _SEPARATORS and not t[place.start].gap and _before(t, place.start - 1).kind == "number":
        return False
    if after.kind == "title" or after.text in word_set("year_nouns"):
        return False  # "in 2024 prices"
    if _is_count(place):
        return False
    if after.kind in ("money", "%", "period", "number", "fold", "@", "of") or _is_month_behind(place):
        return False
    if after.kind in ("word", "plan") and (not after.capital or place.before.kind == "end"):
        return place.has_firm_preposition
    return True


def _is_naming(place: Place) -> bool:
    """Is the year part of a name: "Corporate Plan 2023-27", "A2030"? Financial years say when a programme runs."""
    if place.before.kind == "plan":
        return place.unit.kind != "financial_year"
    return place.before.kind in ("word", "function", "reference") and not place.t[place.start].gap


def _is_count(place: Place) -> bool:
    """Is it a number of things ("over 2000 homes", "10/20 schools")? Not "by 2030 homes will be"."""
    if place.after.text in word_set("measures"):
        return True
    if place.after.text not in word_set("counted_nouns") or place.t[place.stop + 1].kind == "function":
        return False
    return place.preposition is None or place.preposition.text not in word_set("yearly_prepositions")


def _is_numbered(place: Place) -> bool:
    """Does the number before belong to a phase or quarter ("Phase 1 2024")?"""
    return place.start > 1 and place.t[place.start - 2].kind in _NUMBERED


def _is_month_behind(place: Place) -> bool:
    """Is the year the first part of a date in another order ("2024, 31 March")?"""
    dashed = place.after.kind == "-" and not place.t[place.stop + 1].gap
    i = place.stop + 1 if dashed or place.after.kind == "," else place.stop
    if place.t[i].line or place.t[i].kind not in ("month", "number", "nth"):
        return False
    found = read_unit(place.t, i)
    return found is not None and found[0].kind in ("day", "month") and found[0].year is None


def _pair(place: Place) -> bool:
    """A pair of years; "24-25" with a dash needs a preposition or stands alone."""
    t, start = place.t, place.start
    if place.unit.year is None:
        return place.preposition is not None or bool(place.unit.part) or t[start].kind == "deictic"
    if _is_naming(place):
        return False
    if place.after.kind in ("%", "money") or (place.after.kind == "period" and place.after.text != "year"):
        return False
    if place.before.kind == "number" and not _is_numbered(place):
        return False
    if len(t[start].value) == 2 and t[start].kind == "number" and t[start + 1].kind == "-":
        alone = place.before.kind in CLOSING and place.is_closed
        return alone or place.preposition is not None or place.before.kind == "label"
    return True


def _month(place: Place) -> bool:
    """A month without a year: "may" the verb, "March" the town and "April" the officer are none."""
    if place.t[place.start].kind == "number" and _is_count(place):
        return False
    if place.unit.year is not None or place.unit.number == 0:
        return place.unit.shift >= 0
    if _is_verb(place):
        return False
    if place.after.kind == "number" and len(place.after.value) > 2:
        return False  # "January 20224" has a year, though none that can be read
    if place.unit.part:
        return place.is_followed_in_kind or not (place.is_name and place.after.capital)
    if place.before.kind == "of":
        return not place.is_name
    if place.preposition is None or place.preposition.text == "to":
        return _free_month(place)
    if place.is_followed_in_kind or place.after.kind == "function":
        return True
    return not place.is_name or (not place.after.capital and place.has_firm_preposition)


def _is_verb(place: Place) -> bool:
    """ "may be", "may not": whatever stands before."""
    month = place.t[place.stop - 1]
    return month.text == "may" and not month.capital and place.after.text in word_set("may_verbs")


def _free_month(place: Place) -> bool:
    """A month without year or preposition stands apart, or before a meeting ("May Transparency Board")."""
    is_verb = place.t[place.start].text == "may" and not place.t[place.start].capital  # "the Panel may, exceptionally,"
    apart = place.before.kind in CLOSING or (place.before.kind in _BEFORE_TIME and not is_verb)
    if not apart and (place.is_name or not place.is_closed):
        return False
    behind = place.t[place.stop + 1]
    if place.is_name and place.after.kind == "," and behind.kind == "word" and behind.capital:
        return False  # "March, Cambridgeshire"
    meeting = place.after.kind in ("word", "plan") and place.after.capital and place.t[place.stop + 1].kind == "forum"
    return place.is_followed_in_kind or meeting


def _season(place: Place) -> bool:
    """A season without a year stands alone or behind a preposition; "spring clean" is none."""
    if place.unit.year is not None or place.unit.part:
        return True
    if place.after.text in word_set("season_nouns"):
        return False
    if place.preposition is not None and place.preposition.kind != "determiner":
        return place.is_followed_in_kind or place.after.kind == "function"
    return place.is_followed_in_kind and (place.before.kind in CLOSING or place.before.kind in _BEFORE_TIME)


def _day(place: Place) -> bool:
    """A day without a year: not in "Option 1 may be"."""
    if place.unit.year is not None or place.is_closed:
        return True
    if _is_verb(place):
        return False
    if place.before.kind in ("number", "money", "word") and place.preposition is None:
        return False
    return place.is_followed_in_kind or place.preposition is not None or not place.is_name


def _spoken(place: Place) -> bool:
    """Named years, halves and feasts without a year need something that makes a time of them."""
    if place.unit.year is not None or place.unit.part:
        return True
    if place.unit.kind == "half" and place.before.kind == "word":
        return False  # "Policies H1 and H2"
    made = place.preposition is not None or place.t[place.start].kind == "deictic"
    return place.unit.shift >= 0 and (made or place.is_closed)


def _to_come(place: Place) -> bool:
    """A quarter or week: not "the previous quarter"."""
    return place.unit.shift >= 0


_CHECKS: dict[str, Callable[[Place], bool]] = {
    "quarter": _to_come,
    "week": _to_come,
    "year": _year,
    "years": _pair,
    "financial_year": _pair,
    "month": _month,
    "season": _season,
    "school_term": _season,
    "day": _day,
    "half": _spoken,
    "holiday": _spoken,
    "academic_year": _spoken,
    "municipal_year": _spoken,
}
