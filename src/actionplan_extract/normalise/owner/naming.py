"""One owner: its label, its office, its person, and what kind of owner they make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ...led_by import LED_BY
from ...schema import Owner, OwnerKind
from ..council import is_council_name
from ..office import UNKNOWN, Reading, read_phrase, uses_of
from ..words import word_forms
from .marks import WRAP
from .shapes import JOINT, is_full_name, is_name_like

NO_OWNER_SORTS = frozenset({"vacant", "nobody"})
_COUNCIL = Reading("partner", "partner")
GROUPS = frozenset({"team", "partner"})

_LONGEST_PAIR = 200  # characters of an office and a name
_ELECTED = re.compile(
    r"\b(?:cabinet|portfolio|councillors?|cllrs?|leader of the (?:council|opposition)|group leaders?"
    r"|(?:executive|lead) member|mayor)\b",
    re.IGNORECASE,
)  # nobody but a member holds these, whatever the column is headed
_BRACKETED_END = re.compile(r"\s*\(([^()]*)\)\s*$")
_LAST_WORD = re.compile(r"[\s,:–—-]+(\S+)$")
_LABEL = re.compile(r"([^:–—\n(]{2,40}?)\s*(:|[–—]|\s-\s)\s*(?=\S)")
_UNSURE = re.compile(r"[?\s]+")
_ARTICLE = re.compile(r"\A\s*(?:the|our)\s+")


class Pair(NamedTuple):
    """An office and the person who holds it."""

    role: str
    name: str


def read_owner(text: str, hint: OwnerKind | None) -> tuple[Owner | None, bool]:
    """The owner a stretch names, None where it only says there is none; and whether the post is open."""
    body, label_kind = without_label(text)
    body, open_post = _without_vacancy(body)
    if not body:
        return None, open_post
    if label_kind and label_kind != "unknown":
        hint = hint or label_kind
    return _owner(_collapse(text), body, hint), open_post


@lru_cache(maxsize=4096)
def reading_of(text: str) -> Reading:
    """What a stretch names, its label and a person beside the office set aside."""
    body = without_label(text)[0]
    pair = pair_of(body)
    return _read(pair.role if pair else body)


def _read(body: str) -> Reading:
    """What a phrase names, a council by its initials, too ("Fenland DC")."""
    reading = read_phrase(body)
    words = body.split() if reading == UNKNOWN else []
    return _COUNCIL if len(words) > 1 and words[-1].isupper() and is_council_name(body) else reading


def _without_vacancy(text: str) -> tuple[str, bool]:
    """The text without the remark that there is no owner, and whether it says that the post is open; a label in
    brackets goes too."""
    said = "vacant" if _UNSURE.fullmatch(text) else read_phrase(text).sort
    if said in NO_OWNER_SORTS:
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
    pair = pair_of(body)
    if pair:
        titled = read_phrase(pair.name).kind
        kind = _kind(pair.role, read_phrase(pair.role), titled if hint and titled != "unknown" else hint)
        if kind == "unknown":
            kind = titled
        return Owner(text=text, role=_named(pair.role), name=_named(pair.name), kind=kind)
    reading = _read(body)
    kind, words = _kind(body, reading, hint), _named(body)
    if reading.is_role or (reading.sort == "bare" and kind not in GROUPS):
        return Owner(text=text, role=words, kind=kind)
    is_named = is_name_like(body) if reading == UNKNOWN else reading.sort != "everyone"
    return Owner(text=text, name=words if is_named else None, kind=kind)


def _kind(text: str, reading: Reading, hint: OwnerKind | None) -> OwnerKind:
    """Officer or member by a person's title or an elected office, then by the header, then by the words.

    Groups stay what they are.
    """
    is_titled = reading.sort == "name" and reading.kind != "unknown"
    is_elected = reading.kind == "member" and _ELECTED.search(text) is not None
    return reading.kind if reading.kind in GROUPS or is_titled or is_elected or hint is None else hint


@lru_cache(maxsize=4096)
def without_label(text: str) -> tuple[str, OwnerKind | None]:
    """The text behind a label ("Lead: …") and the label's kind, None where there is no label."""
    match = _LABEL.match(text)
    if not match:
        led = LED_BY.match(text)
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


@lru_cache(maxsize=4096)  # each run of parts is looked at with several others
def pair_of(text: str) -> Pair | None:
    """The office and the person, where the text names both."""
    if len(text) > _LONGEST_PAIR:
        return None
    sides = [(text[: m.start()], text[m.end() :], m.group().strip(" \t\xa0")) for m in JOINT.finditer(text)]
    if remark := _BRACKETED_END.search(text):
        sides.append((text[: remark.start()], remark.group(1), ""))
    sides += ((name, role, "") for name, role in _behind_name(text))
    return next((pair for one, two, joint in sides if (pair := _as_pair(one, two, joint))), None)


def _behind_name(text: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a text behind its fourth, third or second word ("Cllr Jane Roe Leader of …")."""
    starts = [m.start() for m in re.finditer(r"(?<=\s)\S", text[:100])][1:4]
    sides = ((text[:start].rstrip(), text[start:]) for start in reversed(starts))
    return ((name, role) for name, role in sides if read_phrase(role).sort in ("office", "title"))


def _as_pair(one: str, two: str, joint: str) -> Pair | None:
    """The office and the person of two sides; at line breaks, "Domestic Abuse" beside "Coordinator" is no person."""
    first, second = read_phrase(one.strip()), read_phrase(two.strip())
    may_be_name = joint != WRAP and (joint != "\n" or second.is_role) and is_full_name(one)
    if (first.sort == "name" or may_be_name) and (second.is_role or second.sort == "bare"):
        return Pair(two.strip(), one.strip())
    if second.sort == "name" and (first.is_role or first.sort == "bare"):
        return Pair(one.strip(), two.strip())
    return None


def _collapse(text: str) -> str:
    return " ".join(text.split())


def _named(text: str) -> str:
    """The words of an office or a name, an article in front left out."""
    return _collapse(_ARTICLE.sub("", text, count=1))
