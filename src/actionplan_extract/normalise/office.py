"""What sort of thing a phrase names: an office, a person, a team, a partner body; by data/roles.csv."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from ..data import read_table
from ..schema import OwnerKind
from .words import Phrases, word_forms

Sort = Literal[
    "office",  # complete by itself: "Chief Executive", "Leader of the Council"
    "title",  # an office opened by its title: "Head of Planning", "Corporate Director, Place"
    "post",  # an office closed by its noun: "Planning Manager"
    "bare",  # a lone noun that needs more words: "Manager"
    "name",  # a person's name
    "initials",
    "team",
    "service",  # a team by a weaker word: "Property Services"
    "area",  # a field of work that serves as a team's name: "Housing"
    "partner",
    "everyone",
    "vacant",
    "nobody",
    "unknown",
]
ROLES: frozenset[Sort] = frozenset({"office", "title", "post"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase names, and the kind of owner that makes it.

    `is_opened` says that it begins a body's name which may go on ("Ministry of Housing").
    """

    sort: Sort
    kind: OwnerKind = "unknown"
    is_opened: bool = False

    @property
    def is_role(self) -> bool:
        """Does it name an office?"""
        return self.sort in ROLES


UNKNOWN = Reading("unknown")
_LONGEST_NAME = 200  # characters: behind them, nothing more is told
_LONGEST_TITLE = 2  # words of a person's title ("County Councillor")
_LONGEST_PHRASE = 8  # words of the longest phrase in the vocabulary
_INITIALS = re.compile(r"[A-Z]{2,3}[a-z]?|(?:[A-Z]\. ?){2,3}")
_TITLED_WORD = r"(?:[A-Z][\w'’]*(?:-[A-Z][\w'’]*)*\.?|de|van|der|von|la|le|al|ap|ab|O['’]\w+|Mc\w+|Mac\w+)"
_NAME = re.compile(rf"{_TITLED_WORD}(?:\s+{_TITLED_WORD}){{1,3}}")
_SURNAMED = re.compile(rf"(?:[A-Z]\.?\s*){{1,2}}\s(?:{_TITLED_WORD}\s)?[A-Z][a-z]\w*(?:-[A-Z]\w+)?")
_AFTER_HEAD = re.compile(r"\s*(?:[,:(]|[–—]|\s-\s|\b(?:of|for|to|at|within|in|with)\b)", re.IGNORECASE)
_PAUSE = re.compile(r"\s*(?:[,:(]|[–—]|\s-\s)")
_OF = re.compile(r"\s*(?:of|for|in|within|at)\b", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|&)\s+")
_CAPITALISED = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}")
_PHRASED = re.compile(r"[A-Z][\w'’-]* (?:for|with|into|in|of|to|from|at) (?:[A-Z][\w'’-]* ){1,3}[A-Z][\w'’-]*")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_PREFIX = re.compile(r"\A(?:(?:the|our)\s+|[AT]/(?=\w))", re.IGNORECASE)  # "T/ACFO": for the time being
_WHOLE: tuple[tuple[str, Sort], ...] = (
    ("vacant", "vacant"),
    ("nobody", "nobody"),
    ("everyone", "everyone"),
    ("office", "office"),
    ("body", "team"),
    ("partner", "partner"),
    ("area", "area"),
)
_CLOSING: tuple[tuple[str, Sort], ...] = (
    ("office", "post"),
    ("post", "post"),
    ("title", "post"),
    ("body", "team"),
    ("partner", "partner"),
    ("partner_end", "partner"),
    ("nation", "partner"),
    ("service", "service"),
    ("area", "area"),
)
_ASIDES = frozenset({"with", "from", "by", "via", "including", "to", "for", "of"})
_OPENING = frozenset({"of", "for"})
_CLOSES_FIRMLY = {"post", "team", "partner"}


@cache
def vocabulary() -> Phrases[Mapping[str, OwnerKind]]:
    """The phrases of roles.csv, each with its uses and the kind that goes with each use."""
    uses: dict[tuple[str, ...], dict[str, OwnerKind]] = {}
    for record in read_table("roles"):
        uses.setdefault(word_forms(record["words"]), {})[record["use"]] = cast(OwnerKind, record["kind"])
    phrases: Phrases[Mapping[str, OwnerKind]] = Phrases()
    for forms, known in uses.items():
        phrases.add(forms, known)
    return phrases


@cache
def _given_names() -> frozenset[str]:
    return frozenset(form for record in read_table("given_names") for form in word_forms(record["name"]))


def uses_of(forms: Sequence[str]) -> Mapping[str, OwnerKind]:
    """The uses a phrase is known for, empty where it is not known."""
    known = vocabulary().get(forms)
    return known[0] if known else {}


@lru_cache(maxsize=4096)
def read_phrase(text: str) -> Reading:
    """What a phrase names; white space, remarks in brackets and an article in front do not count."""
    text = _PREFIX.sub("", " ".join(_BRACKETS.sub("", text[:_LONGEST_NAME]).split()), count=1).strip(" .,;:")
    return next((reading for reader in _READERS if (reading := reader(text))), UNKNOWN)


def _whole(text: str) -> Reading | None:
    """A phrase that the vocabulary knows as it stands."""
    uses = uses_of(word_forms(text))
    return next((Reading(sort, uses[use]) for use, sort in _WHOLE if use in uses), None)


def _initials(text: str) -> Reading | None:
    """Initials, or a given name that stands for a person as initials do ("Jane/Tom")."""
    forms = word_forms(text)
    given = len(forms) == 1 and forms[0] in _given_names() and text[0].isupper()
    is_known = uses_of(forms).keys() - {"title_front"}
    return Reading("initials") if (given or _INITIALS.fullmatch(text)) and not is_known else None


def _person(text: str) -> Reading | None:
    """A person's name: behind "Cllr" or "Mr", behind a common given name, or behind initials."""
    if title := person_title(text, "person"):
        kind, words = title
        rest = " ".join(text.split()[words:])
        if re.fullmatch(rf"{_TITLED_WORD}(?:\s+{_TITLED_WORD}){{0,3}}", rest):
            return Reading("name", kind) if not _is_of_offices(rest) else None
    first, _, rest = text.partition(" ")
    named = _NAME.fullmatch(text) and word_forms(first)[:1] and word_forms(first)[0] in _given_names()
    initialled = _SURNAMED.fullmatch(text) and not uses_of(word_forms(first))  # "AD Social Work" is none
    if (named or initialled) and not _is_of_offices(rest):
        return Reading("name")
    return None


def person_title(text: str, use: Literal["person", "people"]) -> tuple[OwnerKind, int] | None:
    """The kind that a title of one person ("Cllr") or of several ("Cllrs") in front makes, and how many words it is."""
    words = text.split(maxsplit=_LONGEST_TITLE)
    held = ((uses_of(word_forms(" ".join(words[:end]))).get(use), end) for end in range(_LONGEST_TITLE, 0, -1))
    return next(((kind, end) for kind, end in held if kind), None)


def _is_of_offices(text: str) -> bool:
    """Is there a word in it that belongs to offices and teams rather than to people's names?"""
    telling = {"post", "body", "service", "area", "title", "partner_end", "office"}
    return any(telling & uses_of((form,)).keys() for form in word_forms(text))


def _partner(text: str) -> Reading | None:
    """A body that begins in a way only bodies do ("University of …")."""
    found = vocabulary().at(forms := word_forms(text), 0)
    while found and found.last < len(forms):
        if "partner_start" in found.value[0]:
            return Reading("partner", "partner", is_opened=forms[found.last - 1] in _OPENING)
        found = vocabulary().at(forms[: found.last - 1], 0)
    return None


def _opened_team(text: str) -> Reading | None:
    """A team that begins in a way only teams do ("Tîm Cynllunio"); of names, none has such an accent."""
    first, _, rest = text.partition(" ")
    is_opened = "body_start" in uses_of(word_forms(first)) and not (first.isascii() and _person(text))
    return Reading("team", "team") if rest and is_opened else None


def _title(text: str) -> Reading | None:
    """An office (or a body) opened by its title: "Head of …", "Corporate Director, …", "AD Housing"."""
    pause = _AFTER_HEAD.search(text)
    head = word_forms(text[: pause.start()]) if pause else ()
    if kind := _last_use(head, ("title", "post", "office")):
        return Reading("title", kind)
    if pause and _OF.match(text, pause.start()) and (kind := _last_use(head, ("body", "service", "partner_end"))):
        return Reading("partner" if kind == "partner" else "team", kind, is_opened=True)
    forms = word_forms(_before_pause(text))
    closing = _closing(text)
    if closing and closing.sort in _CLOSES_FIRMLY:
        return None
    longest = min(len(forms) - 1, _LONGEST_PHRASE)
    fronts = (uses_of(forms[:end]) for end in range(longest, 0, -1))
    kinds = (uses.get("title") or uses.get("title_front") for uses in fronts)
    return next((Reading("title", kind) for kind in kinds if kind), None)


def _closing(text: str) -> Reading | None:
    """A phrase told by its last words: "Planning Manager", "Waste Team", "Leeds City Council"."""
    forms = word_forms(_before_pause(text))
    return _by_end(forms[1:], [sort for _, sort in _CLOSING])


def _by_end(forms: Sequence[str], sorts: Sequence[Sort]) -> Reading | None:
    """What the longest known end of a phrase makes it, if that is of one of the sorts."""
    if _ASIDES & set(forms):
        return None
    for uses in ends_of(forms):
        for use, sort in _CLOSING:
            if use in uses:
                return Reading(sort, uses[use]) if sort in sorts else None
    return None


def _listed(text: str) -> Reading | None:
    """A post or a team whose fields of work are a list: "Health, Wellbeing and Access Team Leader"."""
    return _by_end(word_forms(text)[1:], ("post", "team"))


def _bare(text: str) -> Reading | None:
    """A title or a noun with nothing around it; of two words it is as good as an office."""
    forms = word_forms(text)
    uses = uses_of(forms)
    kind = next((uses[use] for use in ("title", "post") if use in uses), None)
    if kind:
        return Reading("post" if len(forms) > 1 else "bare", kind)
    return Reading("bare", "team") if uses.keys() & {"service", "partner_end"} else None


def _before_remark(text: str) -> Reading | None:
    """A known phrase with more behind a comma or a dash."""
    front = _before_pause(text)
    return _whole(front) if front != text else None


def _fields(text: str) -> Reading | None:
    """A field of work with another that is not known ("Planning & Gateways")."""
    first, *others = _AND.split(text)
    known = _whole(first) if others and all(_CAPITALISED.fullmatch(other) for other in others) else None
    return Reading("area", "team") if known and known.sort == "area" else None


def _phrased(text: str) -> Reading | None:
    """A post whose field of work is a phrase: "Preparing for Adulthood Lead"."""
    forms = word_forms(text)
    if not _PHRASED.fullmatch(text) or uses_of(forms[:1]).keys() & {"post", "title", "office"}:
        return None
    kind = uses_of(forms[-1:]).get("post")
    return Reading("post", kind) if kind else None


def _partner_front(text: str) -> Reading | None:
    """A body told by its first words where nothing else tells what it is: "Third Sector Fife"."""
    forms = word_forms(text)
    longest = min(len(forms) - 1, _LONGEST_PHRASE)
    opens = any("partner_front" in uses_of(forms[:end]) for end in range(longest, 0, -1))
    return Reading("partner", "partner") if opens and not _is_of_offices(text[len(forms[0]) :]) else None


def _before_pause(text: str) -> str:
    pause = _PAUSE.search(text)
    return text[: pause.start()] if pause else text


def ends_of(forms: Sequence[str]) -> Iterator[Mapping[str, OwnerKind]]:
    """The uses of the ends of a phrase, the longest end first."""
    first = max(0, len(forms) - _LONGEST_PHRASE)
    return (uses for start in range(first, len(forms)) if (uses := uses_of(forms[start:])))


def _last_use(forms: Sequence[str], wanted: Sequence[str]) -> OwnerKind | None:
    """The kind of the longest end of a phrase that has one of the uses."""
    return next((uses[use] for uses in ends_of(forms) for use in wanted if use in uses), None)


_READERS = (
    _whole,
    _initials,
    _opened_team,
    _person,
    _partner,
    _title,
    _closing,
    _bare,
    _listed,
    _before_remark,
    _fields,
    _phrased,
    _partner_front,
)
