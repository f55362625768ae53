"""Who answers for an action: the owners named in a cell.

A cell is cut at "/", ";", "&", "and", "with", commas and line breaks only where both sides stand alone
as a role, a name, a team or initials; what each side is, `office` tells by the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from typing import Literal, NamedTuple

from ..schema import Owner, OwnerKind
from .council import is_council_name
from .office import UNKNOWN, Reading, person_title, read_phrase, uses_of, vocabulary
from .wholeness import NO_OWNER, flaw_of, is_lone_noun
from .words import word_forms
from .wrapping import WRAP, Line, segments

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class OwnerReading:
    """The owners of a cell, each with its span [start, end) in the text.

    `vacant` says that the cell admits, in whole or in part, that there is no owner yet; a cell that says there
    is none at all ("N/A") has no owners and is not vacant.
    """

    owners: tuple[tuple[Owner, Span], ...] = ()
    vacant: bool = False


class Mark(IntEnum):
    """What stands between two parts of a cell, the strongest first; WRAP is a line break of the column's."""

    SEMICOLON = 0
    SLASH = 1
    LINE = 2
    WRAP = 3
    WITH = 4
    AND = 5
    COMMA = 6


class Part(NamedTuple):
    """A stretch of the cell, and the mark in front of it."""

    start: int
    end: int
    mark: Mark


_LONGEST_CELL = 2_000  # characters: what is longer is no list of owners
_LONGEST_OWNER_WORDS = 14
_LONGEST_PAIR = 200  # characters of an office and a name
_WITH = (
    r"\b(?:(?:(?:working|together|jointly|closely|along|in\s\w+)\s){0,3}with\b"
    r"(?:\s(?:support|input|help|advice)\s(?:from|of)\b)?|(?:supported|assisted)\sby\b)"
)
_MARK = (
    r"(?:[;|•●▪]|(?<![Nn])/|/(?![Aa]\b)|,|(?<!\w)&|&(?!\w)|(?<!\w)\+|\band\b|"
    rf"{_WITH}|[\n\r\v\f\x85\u2028\u2029])"
)
_MARKS = re.compile(rf"[^\S\n\v]*{_MARK}(?:\s*{_MARK})*\s*", re.IGNORECASE)
_BRACKETED = re.compile(r"\([^()]*\)")
_BRACKETED_END = re.compile(r"\s*\(([^()]*)\)\s*$")
_LAST_WORD = re.compile(r"[\s,:–—-]+(\S+)$")
_LED_BY = re.compile(r"(?:led|lead|supported|assisted) by\s+(?=\S)", re.IGNORECASE)
_OF_TASKS = re.compile(r"(?<!/)\ban?\b|\bto (?!the\b)")
_EDGES = " /\t\n\r\v\f\xa0\u2028\u2029.,;:–—•●▪*-"
_JOINT = re.compile(r"\s*(?:[,\n\v]|[–—]|\s-\s|:)\s*")
_ACRONYM = re.compile(r"[A-Z]{3,5}")
_UNSURE = re.compile(r"[?\s]+")
_INITIALS = re.compile(r"[A-Z](?:Mc|Mac|O'|O’)?[A-Z]{1,2}|[A-Z]{2}(?:Mc|Mac)[A-Z]")
_STRONG_MARK = re.compile(r"[;|•●▪/\n]")
_BEFORE_COLON = re.compile(r"(?:\b\w+ ){0,2}\b\w+(?= ?:)")
_ARTICLE = re.compile(r"\A\s*(?:the|our)\s+")
_ITEM_MARK = re.compile(r"\s*(?:\d{1,2}[.)]|o)\s+")
_OPEN_END = re.compile(r"(?:\b(?:of|for|the|to|with|in|and)|[-–—:])$", re.IGNORECASE)
_OPEN_START = re.compile(r"(?:(?:of|for|to|with|in)\b|\()", re.IGNORECASE)
_NAME_SHAPE = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}")
_SENTENCE_WORD = re.compile(
    r"\b(?:will|is|are|was|were|has|have|had|be|been|should|must|this|that|we)\b", re.IGNORECASE
)
_OF_BODY = re.compile(r"(?:sub-?)?(?:committee|board|panel|cabinet|forum)\s+(?:vice[- ])?chair", re.IGNORECASE)
_BREAKS = (Mark.LINE, Mark.WRAP)
_WEAKER = ((Mark.WITH,), (Mark.AND, Mark.COMMA))
_SMALL = frozenset(("of", "and", "for", "the", "in", "to", "&", "–", "-"))
_OFFICES = frozenset({"office", "title", "post"})
_OWNER_SORTS = frozenset({"office", "title", "post", "name", "initials", "team", "service", "partner"})
_NO_OWNER = frozenset({"vacant", "nobody"})
_GROUPS = frozenset({"team", "partner"})
_FIRM = frozenset({"office", "title", "post", "name", "team", "partner", "everyone", "vacant"})


@lru_cache(maxsize=1024)  # the same few officers answer for many rows
def read_owners(text: str, hint: OwnerKind | None = None) -> OwnerReading:
    """The owners named in a cell; `hint` ("officer" or "member") is what its column's header says."""
    owners: list[tuple[Owner, Span]] = []
    vacant = False
    titled = ""
    for start, end in _trimmed(text, _cut(text, (0, len(text)))):
        shared = _title_of(titled, "person") if _is_fellow(titled, text[start:end]) else None
        titled = titled if shared else text[start:end]
        owner, open_post = _read_owner(text[start:end], shared or hint)
        vacant = vacant or open_post
        if owner:
            owners.append((owner, (start, end)))
    return OwnerReading(tuple(owners), vacant)


def _is_fellow(titled: str, text: str) -> bool:
    """Does the title in front of a person count for the next as well ("Cllrs A Smith, B Jones")?"""
    if _title_of(titled, "people"):
        return _is_name_like(text) or read_phrase(text).sort == "name"
    return _is_name_like(text) and len(text.split()) == 1


@lru_cache(maxsize=1024)
def looks_like_owner(text: str) -> bool:
    """Would a column of such cells be a column of owners? A bare field of work ("Housing") would not do."""
    if len(text) > _LONGEST_CELL or _SENTENCE_WORD.search(text) or _is_prose(text):
        return False
    if begins_as_task(text) and not _is_titled(text):
        return False
    pieces = [text[start:end] for start, end in _trimmed(text, _cut(text, (0, len(text))))]
    if any(_is_task(piece) and not _is_titled(piece) for piece in pieces):
        return False
    sorts = {_read_strictly(piece).sort for piece in pieces}
    return sorts <= _OWNER_SORTS | _NO_OWNER | {"area", "everyone", "bare"} and bool(sorts & _OWNER_SORTS)


def _is_titled(text: str) -> bool:
    """Is it an office whose first word may be a verb as well ("Contact Centre Manager"), all in capitals?"""
    words = text.split()
    are_capital = len(words) > 1 and all(word[0].isupper() or word in _SMALL for word in words)
    return are_capital and _read_strictly(text).sort in _OFFICES


def _is_task(text: str) -> bool:
    """Does it begin as tasks do ("Review the …"), say what is "to do" or "a" thing, or go on too long?"""
    forms = word_forms(text)
    capitals = sum(word[0].isupper() for word in text.split())
    is_prose = len(forms) > _LONGEST_OWNER_WORDS or (len(forms) > 4 and capitals * 3 < len(forms))
    return is_prose or begins_as_task(text) or bool(_OF_TASKS.search(text))


def _is_prose(text: str) -> bool:
    """Has a text of more than one owner's length few capitals? Then one of its parts must be a task."""
    words = text.split()
    return len(words) > _LONGEST_OWNER_WORDS and 3 * sum(word[0].isupper() for word in words) < len(words)


def begins_as_task(text: str) -> bool:
    """Does a text begin with a verb that tells what to do ("Review the …")?"""
    forms = word_forms(" ".join(text.split(maxsplit=2)[:2]))
    return any("verb" in uses_of(forms[:end]) for end in (1, 2))


# Cutting ------------------------------------------------------------------------------------------


def _cut(text: str, span: Span) -> list[Span]:
    """The stretches of the text that name one owner each."""
    if len(text) > _LONGEST_CELL:
        return [span]
    spans = list(_cut_at_labels(text, span))
    spans = _cut_by(text, spans, (Mark.SEMICOLON,), (Mark.SLASH,))
    spans = [line for whole in spans for line in _cut_at_lines(text, whole)]
    return _cut_by(text, spans, *_WEAKER)


def _cut_by(text: str, spans: list[Span], *steps: tuple[Mark, ...]) -> list[Span]:
    """The spans cut at marks, the stronger before the weaker."""
    found = {mark for whole in spans for mark, _ in _marks(_masked(text, whole))}
    for marks in steps:
        if found.intersection(marks):
            spans = [part for whole in spans for part in _cut_at(text, whole, marks)]
    return spans


def _cut_at_lines(text: str, span: Span) -> list[Span]:
    """The stretches of a span between those of its line breaks that part owners."""
    breaks = (Mark.LINE,) if _is_running_text(text[slice(*span)]) else _BREAKS
    parts = list(_parts(text, span, breaks))
    if len(parts) == 1:
        return [span]
    of_people = _title_of(text[slice(*parts[0][:2])], "people") is not None
    lines = [Line(part.start, part.end, part.mark is Mark.WRAP) for part in parts]
    return segments(text, lines, _Judge(of_people))


def _is_running_text(text: str) -> bool:
    """Is it longer than owners are, with too few capitals for several of them?"""
    words = text.split()
    return len(words) > _LONGEST_OWNER_WORDS and 2 * sum(word[0].isupper() for word in words) < len(words)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Knows whole owners from the lines of one; `of_people`: does a title of several persons stand in front?"""

    of_people: bool

    def owners(self, text: str) -> list[str]:
        return [text[start:end] for start, end in _cut_by(text, [(0, len(text))], *_WEAKER)]

    def flaw(self, owner: str) -> float:
        if self.of_people and _is_name_like(owner):
            return 0
        if _OPEN_END.search(owner.strip()) or _OPEN_START.match(owner) or _is_given_name(owner):
            return NO_OWNER
        reading = _read_strictly(owner)
        if reading.sort == "unknown" and _is_full_name(owner):
            reading = replace(reading, sort="initials")
        return flaw_of(owner, reading)

    def stand_apart(self, left: str, right: str, *, is_wrapped: bool) -> bool:
        if self.of_people and _is_name_like(right):
            return True
        return _separates(left, Mark.WRAP if is_wrapped else Mark.LINE, right, [], alone=False)

    def share_phrase(self, left: str, right: str) -> bool:
        return _spans_phrase(left, right)


def _cut_at_labels(text: str, span: Span) -> Iterator[Span]:
    """The stretches before and between labels ("Lead: … Support: …")."""
    start = span[0]
    for match in _BEFORE_COLON.finditer(text, *span):
        words = list(re.finditer(r"\S+", match.group()))
        labels = (w.start() for w in words if "label" in uses_of(word_forms(match.group()[w.start() :])))
        label = match.start() + next(labels, -match.start())
        before = text[start:label]
        if before.strip(_EDGES) and _ends_owner(before) and not _takes_label(before, text[label : match.end()]):
            yield start, label
            start = label
    yield start, span[1]


def _takes_label(before: str, label: str) -> bool:
    """Is what looks like a label the end of what stands before it ("Head of Support Service: Assets")?"""
    closes = "service" in uses_of(word_forms(label)) and before.rstrip(" \t\xa0")[-1].isalnum()
    return closes or _spans_phrase(before, label)


def _ends_owner(text: str) -> bool:
    """Is an owner complete in front of a label? In "Corporate Lead Officer:" the label belongs to an office."""
    last = _STRONG_MARK.split(text.rstrip(" \t\xa0"))[-1]
    return (
        last.endswith(",")
        or not last.strip()
        or (not _OPEN_END.search(last.strip()) and _read_strictly(last.strip(_EDGES)).sort in _FIRM | {"initials"})
    )


def _cut_at(text: str, span: Span, marks: tuple[Mark, ...]) -> Iterator[Span]:
    """The stretches of a span between those of the marks at which it may be cut."""
    parts = list(_parts(text, span, marks))
    start, end = parts[0].start, parts[0].end
    of_people = _title_of(text[start:end], "people") is not None
    for index, part in enumerate(parts[1:], 1):
        left, right = text[start:end], text[part.start : part.end]
        following = [text[p.start : p.end] for p in parts[index + 1 :]]
        if (of_people and _is_name_like(right)) or _separates(left, part.mark, right, following, alone=len(parts) == 2):
            yield start, end
            start = part.start
        end = part.end
    yield start, end


def _parts(text: str, span: Span, marks: tuple[Mark, ...]) -> Iterator[Part]:
    masked = _masked(text, span)
    start, mark = 0, marks[0]
    for found, match in _marks(masked):
        if found in marks and masked[start : match.start()].strip():
            yield Part(span[0] + start, span[0] + match.start(), mark)
            start, mark = match.end(), found
    yield Part(span[0] + start, span[1], mark)


def _masked(text: str, span: Span) -> str:
    """A stretch of the text in which nothing in brackets counts."""
    return _BRACKETED.sub(lambda m: "x" * len(m.group()), text[span[0] : span[1]])


def _marks(text: str) -> Iterator[tuple[Mark, re.Match[str]]]:
    """The marks in a text, and where they are."""
    return ((_mark(match.group()), match) for match in _MARKS.finditer(text))


def _mark(text: str) -> Mark:
    if re.search(r"[;|•●▪]", text):
        return Mark.SEMICOLON
    if "/" in text:
        return Mark.SLASH
    if re.search(_WITH, text, re.IGNORECASE):
        return Mark.WITH
    if re.search(r"[&+]|and", text, re.IGNORECASE):
        return Mark.AND
    if "," in text:
        return Mark.COMMA
    return Mark.LINE if text.strip(" \t\xa0" + WRAP) else Mark.WRAP


def _separates(left: str, mark: Mark, right: str, following: list[str], *, alone: bool) -> bool:
    """Do both sides of a mark stand alone? `alone`: are they all there is?"""
    if _goes_on(left, mark, right):
        return False
    if _without_label(right)[1] is not None:
        return True
    one, two = _read_side(left), _read_side(right, nearest=0)
    if _NO_OWNER & {one.sort, two.sort}:
        return True
    if mark in (*_BREAKS, Mark.COMMA) and _completes(left, right):
        return False
    if _is_acronym(right) and _takes_acronym(left, one, mark):
        return True
    if mark is Mark.COMMA and alone and (one.is_role or one.sort == "name") and two.sort in _GROUPS:
        return _separates_body(left, one, right, two)
    return _separates_at(mark, left, one, right, two, following)


def _goes_on(left: str, mark: Mark, right: str) -> bool:
    """Is one side nothing by itself, or a known phrase wrapped over two lines?"""
    if not right.strip(_EDGES) or _OPEN_END.search(left.strip()) or _OPEN_START.match(right):
        return True
    return mark in _BREAKS and (_spans_phrase(left, right) or is_lone_noun(left) or is_lone_noun(right))


def _separates_at(mark: Mark, left: str, one: Reading, right: str, two: Reading, following: list[str]) -> bool:
    """Do two sides stand alone by what each of them names?"""
    match mark:
        case Mark.SEMICOLON:
            initials = _is_initials(left) or _is_initials(right)
            return initials or _separates_at_slash(left, one, right, two)
        case Mark.SLASH:
            return _separates_at_slash(left, one, right, two)
        case Mark.LINE:
            return _separates_at_line(left, one, right, two) or (_is_full_name(left) and _is_full_name(right))
        case Mark.WRAP:
            return (_is_full_name(left) and _is_full_name(right)) or _separates_at_wrap(left, one, right, two)
        case Mark.WITH:
            return one.sort not in ("unknown", "bare") and (two.sort in _FIRM or _is_acronym(right))
        case Mark.AND:
            return _separates_at_and(left, one, right, two)
        case _:
            return _separates_at_comma(left, one, two, following)


def _read_side(text: str, nearest: int = -1) -> Reading:
    """What a side names; where that is not known, what its part nearest to the mark names."""
    reading = _read_strictly(text)
    return reading if reading.sort != "unknown" else read_phrase(_JOINT.split(text)[nearest])


@lru_cache(maxsize=4096)
def _read_strictly(text: str) -> Reading:
    """What a stretch names, its label and a person beside the office set aside."""
    body = _without_label(text)[0]
    pair = _pair(body)
    return read_phrase(pair.role if pair else body)


def _separates_at_slash(left: str, one: Reading, right: str, two: Reading) -> bool:
    if {one.sort, two.sort} == {"initials"}:
        return True
    if _is_modified(one, two, right):
        return False
    if one.sort == "title" and two.sort in ("area", "initials", "unknown", "bare"):
        return bool(two.sort == "unknown" and _is_name_like(right) and len(right.split()) > 1)
    return _stands(left, one) and (_stands(right, two) or (one.sort == "post" and _is_capitalised(right)))


def _separates_at_line(left: str, one: Reading, right: str, two: Reading) -> bool:
    if one.sort in ("service", "area") and _OF_BODY.match(right):
        return False  # "Committee Chair" leaves open of which
    if one.sort == "post" and two.sort == "service" and _has_field(left, one):
        return True
    if _is_weak(one) and two.sort in ("post", "team"):
        return False
    if _is_weak(two) or two.sort == "initials":
        return one.sort in ("service", "area", "team", "partner", "initials", "name")
    return two.sort in _FIRM and (one.sort in _FIRM or _is_weak(one) or one.sort == "initials")


def _separates_at_wrap(left: str, one: Reading, right: str, two: Reading) -> bool:
    """Do both sides stand alone where the column may have broken the line?"""
    if _is_given_name(left) or _is_given_name(right):
        return False
    if {one.sort, two.sort} <= {"area", "service", "initials"}:
        return right.isupper() and left.isupper()
    return _separates_at_line(left, one, right, two)


def _separates_at_and(left: str, one: Reading, right: str, two: Reading) -> bool:
    if _is_double_office(left, one, right, two) or one.sort in ("unknown", "bare"):
        return False
    match two.sort:
        case "title" | "office":
            return True
        case "post" | "team":
            # "Housing and Planning Manager" and "Head of Legal and Committee Team" are one
            return not _is_weak(one) and not (two.sort == "team" and one.sort == "title")
        case "partner":
            # "Director of Schools and Colleges" is one, "Director of Public Health and NHS England" two
            if one.is_opened:
                return "partner" in uses_of(word_forms(right))
            return one.sort != "title" or _is_one_body(right)
        case "name" | "everyone":
            return True
        case "service":
            return one.sort in ("service", "team", "partner", "office", "post")
        case "initials":
            return one.sort in ("initials", "name")
        case "bare":
            return one.sort == "post" and "profession" in uses_of(word_forms(right))
        case _:
            return one.sort == "name" and _is_name_like(right)


def _is_one_body(text: str) -> bool:
    """Is it the name of one body, not a common noun for several ("Further Education Colleges")?"""
    forms = word_forms(text)
    is_plural = forms[-1].endswith("s") and not text.isupper()
    if "partner" in uses_of(forms):
        return len(forms) > 1 or not is_plural
    return len(forms) > 1 and not is_plural and text[0].isupper()


def _separates_body(left: str, one: Reading, right: str, two: Reading) -> bool:
    """Is the body behind an office another owner? Behind an office without its field of work, behind a name, or
    where it is a council or a team, it says where that is: "Chief Executive, NHS Sussex"."""
    return two.sort == "partner" and _has_field(left, one) and not is_council_name(right)


def _has_field(text: str, reading: Reading) -> bool:
    """Does an office come with its field of work ("Head of Planning", "Waste Manager")?"""
    forms = word_forms(text)
    return reading.is_role and ("of" in forms or not uses_of(forms))


def _is_acronym(text: str) -> bool:
    """Are these initials those of a body rather than of a field of work ("SALC", not "ICT")?"""
    return bool(_ACRONYM.fullmatch(text.strip(_EDGES))) and not uses_of(word_forms(text))


def _takes_acronym(left: str, one: Reading, mark: Mark) -> bool:
    """Does the stretch in front of a body's initials stand alone? "Head of HR/OED" and "Head of Events and VIC"
    may go on."""
    match mark:
        case Mark.SLASH | Mark.LINE | Mark.WRAP:
            return (one.is_role or one.sort == "team") and not left.split()[-1].isupper()
        case Mark.AND:
            return one.sort in ("office", "post", "team")
        case Mark.COMMA:
            return _has_field(left, one)
        case _:
            return False


def _separates_at_comma(left: str, one: Reading, two: Reading, following: list[str]) -> bool:
    if one.sort in ("unknown", "bare"):
        return False
    if two.is_role:
        return not (_is_weak(one) and two.sort == "post")
    if two.sort in ("team", "partner"):
        return not (_is_weak(one) and two.sort == "team")
    if two.sort == "name":
        return True
    if two.sort == "initials":
        return one.sort in ("initials", "partner")
    if one.is_opened:
        return False
    return _is_weak(two) and one.sort in ("service", "area", "team", "partner") and _all_fields(left, following)


def _all_fields(left: str, following: list[str]) -> bool:
    """Is it a plain list of fields of work ("Finance, HR, Legal"), with no "and" that would bind them?"""
    return not re.search(r"\band\b|&", left) and all(
        read_phrase(part).sort in ("service", "area", "team", "partner") for part in following
    )


def _is_weak(reading: Reading) -> bool:
    """Could it as well be a part of a longer name?"""
    return reading.sort in ("service", "area")


def _is_modified(one: Reading, two: Reading, right: str) -> bool:
    """Does "Policy" in "Policy/Performance Officer" belong to the officer?"""
    is_team = two.sort == "team" and word_forms(right)[-1:] in (("team",), ("teams",))
    return one.sort in ("area", "unknown", "bare") and (two.sort == "post" or is_team) and len(right.split()) > 1


def _is_capitalised(text: str) -> bool:
    """Are these several words, all of them capitalised as those of a body's name are?"""
    words = [word for word in text.split() if word not in _SMALL]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _stands(text: str, reading: Reading) -> bool:
    return reading.sort != "unknown" or _is_name_like(text) or _title_of(text, "person") is not None


def _is_name_like(text: str) -> bool:
    """Does it have the shape of a name, with no word known from offices and teams?"""
    text = _JOINT.split(text.replace(WRAP, " ").strip(_EDGES))[0]
    return bool(_NAME_SHAPE.fullmatch(text)) and next(vocabulary().find(word_forms(text)), None) is None


def _is_initials(text: str) -> bool:
    """Is it a person's initials, as few would write anything else ("JMcK", "AB")?"""
    return bool(_INITIALS.fullmatch(text.strip(_EDGES)))


def _is_given_name(text: str) -> bool:
    """Is it a given name with no surname?"""
    return read_phrase(text).sort == "initials" and not text.isupper()


def _is_full_name(text: str) -> bool:
    """Does it look like a person's first and last name?"""
    return len(text.split()) == 2 and _is_name_like(_collapse(text))


def _title_of(text: str, use: Literal["person", "people"]) -> OwnerKind | None:
    """The kind of owner that a title of one person ("Cllr") or of several ("Cllrs") in front makes."""
    titled = person_title(text, use)
    return titled[0] if titled else None


def _is_double_office(left: str, one: Reading, right: str, two: Reading) -> bool:
    """Is it one councillor's two-part office, a leadership and a portfolio ("… and Deputy Leader")?"""
    if (one.kind, two.kind) != ("member", "member") or {one.sort, two.sort} != {"office", "title"}:
        return False
    office = left if one.sort == "office" else right
    return "leader" in word_forms(office)


def _completes(left: str, right: str) -> bool:
    """Does one side name the person whose office the other side is, with nobody named before?"""
    one, two = read_phrase(_without_label(left)[0]), read_phrase(right)
    if one.sort == "name" or _is_full_name(left):
        return two.is_role and not (one.kind == "member" and _is_of_officers(right, two))
    return two.sort == "name" and one.is_role and _pair(left) is None


def _is_of_officers(text: str, reading: Reading) -> bool:
    """Is it an office that no councillor holds? A "lead" or "sponsor" may be either."""
    may_be_either = any(uses_of((form,)).get("label") == "unknown" for form in word_forms(text))
    return reading.kind == "officer" and not may_be_either


def _spans_phrase(left: str, right: str) -> bool:
    """Is there a known phrase that begins on one line and ends on the next ("Chief / Executive")?"""
    before, after = word_forms(left), word_forms(right)
    forms = (*before[-3:], *after[:3])
    seam = min(len(before), 3)
    spanning = (first for first in range(seam) if (found := vocabulary().at(forms, first)) and found.last > seam)
    first = next(spanning, None)
    return first is not None and not _ends_with_office(before, seam - first)


def _ends_with_office(forms: tuple[str, ...], longer_than: int) -> bool:
    """Does an office of more words end here, so that it leaves none for the next ("Deputy Chief Executive / Head")?"""
    return any("office" in uses_of(forms[start:]) for start in range(len(forms) - longer_than))


def _trimmed(text: str, spans: list[Span]) -> Iterator[Span]:
    """The spans without bullets, stops and white space at their ends; empty ones left out."""
    for start, end in spans:
        if item := _ITEM_MARK.match(text, start, end):
            start = item.end()
        piece = text[start:end]
        left = len(piece) - len(piece.lstrip(_EDGES))
        right = len(piece.rstrip(_EDGES))
        if right > left:
            yield start + left, start + right


# Reading one --------------------------------------------------------------------------------------


class _Pair(NamedTuple):
    role: str
    name: str


def _read_owner(text: str, hint: OwnerKind | None) -> tuple[Owner | None, bool]:
    """The owner a stretch names, None where it only says there is none; and whether the post is open."""
    body, label_kind = _without_label(text)
    body, open_post = _without_vacancy(body)
    if not body:
        return None, open_post
    if label_kind and label_kind != "unknown":
        hint = hint or label_kind
    return _owner(_collapse(text), body, hint), open_post


def _without_vacancy(text: str) -> tuple[str, bool]:
    """The text without the remark that there is no owner, and whether it says that the post is open; a label in
    brackets goes too."""
    said = "vacant" if _UNSURE.fullmatch(text) else read_phrase(text).sort
    if said in _NO_OWNER:
        remark = _BRACKETED_END.search(text)
        return (remark.group(1) if remark and read_phrase(remark.group(1)).is_role else ""), said == "vacant"
    for remark in filter(None, (_BRACKETED_END.search(text), _LAST_WORD.search(text))):
        words = word_forms(remark.group(1))
        if "vacant" in uses_of(words):
            return text[: remark.start()], True
        if "label" in uses_of(words) and remark.re is _BRACKETED_END:
            return text[: remark.start()], False
    return text, False


def _owner(text: str, body: str, hint: OwnerKind | None) -> Owner:
    pair = _pair(body)
    if pair:
        titled = read_phrase(pair.name).kind
        kind = _kind(read_phrase(pair.role), titled if hint and titled != "unknown" else hint)
        if kind == "unknown":
            kind = titled
        return Owner(text=text, role=_named(pair.role), name=_named(pair.name), kind=kind)
    reading = read_phrase(body)
    kind, words = _kind(reading, hint), _named(body)
    if reading.is_role or (reading.sort == "bare" and kind not in _GROUPS):
        return Owner(text=text, role=words, kind=kind)
    is_named = _is_name_like(body) if reading == UNKNOWN else reading.sort != "everyone"
    return Owner(text=text, name=words if is_named else None, kind=kind)


def _kind(reading: Reading, hint: OwnerKind | None) -> OwnerKind:
    """Officer or member by a person's title, then by the header, then by the words; groups stay what they are."""
    is_titled = reading.sort == "name" and reading.kind != "unknown"
    return reading.kind if reading.kind in _GROUPS or is_titled or hint is None else hint


@lru_cache(maxsize=4096)
def _without_label(text: str) -> tuple[str, OwnerKind | None]:
    """The text behind a label ("Lead: …") and the label's kind, None where there is no label."""
    match = re.match(r"([^:–—\n(]{2,40}?)\s*(:|[–—]|\s-\s)\s*(?=\S)", text)
    if not match:
        led = _LED_BY.match(text)
        return (text[led.end() :], "unknown") if led else (text, None)
    kind = uses_of(word_forms(match.group(1))).get("label")
    if kind is None or (match.group(2) != ":" and kind != "unknown"):
        return text, None
    if kind == "member" and _completes_office(match.group(1), text[match.end() :]):
        return text, None
    return text[match.end() :], kind


def _completes_office(label: str, behind: str) -> bool:
    """Does the text behind a member's label say who holds the office it names, or what that is of?"""
    is_office = len(word_forms(label)) > 1 and read_phrase(label).is_role
    return is_office and read_phrase(behind).sort in ("name", "area", "service", "unknown")


@lru_cache(maxsize=4096)  # each run of lines is looked at with several others
def _pair(text: str) -> _Pair | None:
    """The office and the person, where the text names both."""
    if len(text) > _LONGEST_PAIR:
        return None
    sides = [(text[: m.start()], text[m.end() :], m.group().strip(" \t\xa0")) for m in _JOINT.finditer(text)]
    if remark := _BRACKETED_END.search(text):
        sides.append((text[: remark.start()], remark.group(1), ""))
    sides += ((name, role, "") for name, role in _behind_name(text))
    return next((pair for one, two, joint in sides if (pair := _as_pair(one, two, joint))), None)


def _behind_name(text: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a text behind its fourth, third or second word ("Cllr Jane Roe Leader of …")."""
    starts = [m.start() for m in re.finditer(r"(?<=\s)\S", text[:100])][1:4]
    sides = ((text[:start].rstrip(), text[start:]) for start in reversed(starts))
    return ((name, role) for name, role in sides if read_phrase(role).sort in ("office", "title"))


def _as_pair(one: str, two: str, joint: str) -> _Pair | None:
    """The office and the person of two sides; at line breaks, "Domestic Abuse" beside "Coordinator" is no person."""
    first, second = read_phrase(one.strip()), read_phrase(two.strip())
    may_be_name = joint != WRAP and (joint != "\n" or second.is_role) and _is_full_name(one)
    if (first.sort == "name" or may_be_name) and (second.is_role or second.sort == "bare"):
        return _Pair(two.strip(), one.strip())
    if second.sort == "name" and (first.is_role or first.sort == "bare"):
        return _Pair(one.strip(), two.strip())
    return None


def _collapse(text: str) -> str:
    return " ".join(text.split())


def _named(text: str) -> str:
    """The words of an office or a name, an article in front left out."""
    return _collapse(_ARTICLE.sub("", text, count=1))
