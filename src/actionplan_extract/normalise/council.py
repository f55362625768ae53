"""Which council a document is of: names from the reference data, weighed by where they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache

from ..data import Record, read_table
from ..schema import Council
from .words import Phrases, word_forms, words_of


@dataclass(frozen=True, slots=True)
class Mention:
    """A text that may name councils, how much a name in it counts, and where it stands.

    `source` is "title", "front" (the first paragraphs), "furniture" (running heads and feet),
    "file_name" or "body". `SOURCE_WEIGHTS` holds weights that suit them.
    """

    text: str
    weight: float
    source: str


@dataclass(frozen=True, slots=True)
class CouncilMatch:
    """A council the document is of.

    `mention` and `span` tell where its best mention stands; `runner_up_close` that another council,
    or another authority of the same name, would have done nearly as well.
    """

    council: Council
    mention: int
    span: tuple[int, int]
    score: float
    runner_up_close: bool


SOURCE_WEIGHTS = {"title": 4.0, "furniture": 3.0, "front": 2.0, "file_name": 1.0, "body": 0.2}


class Form(IntEnum):
    """How a form of words names a council, the surest last."""

    ORDINARY = 0  # a word or a county: says nothing unless "Councils" follows ("Kent and Medway Councils")
    INITIALISM = 1
    PLACE = 2
    WITH_COUNCIL = 3
    OFFICIAL = 4


_FORM_WEIGHTS = {Form.ORDINARY: 0.5, Form.INITIALISM: 0.35, Form.PLACE: 0.5, Form.WITH_COUNCIL: 1.0, Form.OFFICIAL: 1.0}
_PLACE_IN_TITLE = 0.8
_PLACE_IN_PROSE = 0.4  # of its weight: a place alone, in running text, is seldom the council
_ON_TOP = 1.7  # of its weight: a short line at the top of the front
_TOP_LINES, _TOP_WORDS = 4, 10
_LEAST_SCORE = 0.5  # a place in a file name alone, or a council seven times in the body
_JOINT_SHARE = 0.4  # of the first council's score, for a second one in the same title
_CLOSE_SHARE = 0.8
_LEAST_INITIALS = 4  # shorter ones mean other things as well
_PEER_DISCOUNT = 0.05
_PEER_REACH = 300  # characters before a name in which peers may be spoken of
_PEER_REACH_LINES = 10
_OFFICER_DISCOUNT = 0.5

_COUNCIL_WORDS = frozenset(
    {"council", "authority", "borough", "corporation", "comhairle", "mdc", "mbc", "city", "county"}
)
_STRATEGIC = frozenset({"combined_authority", "combined_county_authority", "greater_london_authority"})

_ELSEWHERE_BEFORE = re.compile(
    r"(?:^|\W)(?:north|south|east|west|mid|greater|upper|lower|new|old|central|great|little|university(?: of)?|"
    r"cllr|councillor|mr|mrs|ms|miss|dr|sir|dame|lord|lady|professor)\W*$",
    re.IGNORECASE,
)
_ELSEWHERE_AFTER = re.compile(
    r"\W{0,2}(?:town|parish|community|road|street|lane|avenue|university|college|school|hospitals?|park|station|house|"
    r"airport|football|rovers|united|north|south|east|west)\b",
    re.IGNORECASE,
)
_PEERS = re.compile(
    r"\b(?:peer team|peers? (?:were|was)|peer reviewers?|member peer|officer peer|review(?:ing)? team|"
    r"challenge team|team (?:was|were|comprised|consisted|members)|peer challenge manager|lead peer)\b",
    re.IGNORECASE,
)
_CAME_FROM = re.compile(
    r"\b(?:peers?|team|panel|members|reviewers?|colleagues|officers|councillors)\b[^.;\n]{0,60}\bfrom\s[^.;\n]*$",
    re.IGNORECASE,
)
_OF_SEVERAL = re.compile(r"\s*(?:,|&|and\b)[^.;\n]{0,60}\bCouncils\b")
_ROLE_BEFORE = re.compile(
    r"\b(?:executive|director|leader|head|officer|councillor|cllr|member|mayor|manager|solicitor)\b[^.;\n]{0,60}"
    r"(?:,|\bat|\bof|\bfrom|[–(-])\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Name:
    """A council that a form of words may mean."""

    row: int
    form: Form


@dataclass(frozen=True, slots=True)
class _Hit:
    row: int
    mention: int
    span: tuple[int, int]
    weight: float
    is_shared: bool


def find_councils(mentions: Sequence[Mention], on: date | None = None) -> list[CouncilMatch]:
    """The councils the document is of, its own first, then those that share its title; often one, or none.

    `on` is the document's date: it decides between authorities of one name, and which exist.
    """
    hits = [hit for index in range(len(mentions)) for hit in _hits(index, mentions, on)]
    scores = _scores(hits, mentions)
    first = {hit.row: (hit.mention, hit.span, hit.row) for hit in reversed(hits)}
    ranked = sorted(scores, key=lambda row: (-scores[row], first[row]))
    if not ranked or scores[ranked[0]] < _LEAST_SCORE:
        return []
    chosen = [ranked[0], *_joint(ranked, scores, hits, mentions)]
    rest = [scores[row] for row in ranked if row not in chosen]
    close = bool(rest) and rest[0] >= _CLOSE_SHARE * scores[ranked[0]]
    return [_match(row, hits, scores[row], mentions, close=close) for row in chosen]


def is_council_name(text: str) -> bool:
    """Is the text nothing but a council's name?"""
    forms = word_forms(text)
    first = forms[:1] == ("the",)
    return end_of_council_name(forms, int(first)) == len(forms) > 0


def end_of_council_name(forms: Sequence[str], first: int) -> int:
    """Where the council's name ends that begins with a word of these, 0 where none does."""
    found = _names().at(_whole_words(forms), first)
    return found.last if found else 0


# Scoring ------------------------------------------------------------------------------------------


def _scores(hits: Iterable[_Hit], mentions: Sequence[Mention]) -> dict[int, float]:
    """What each council's hits add up to: in one sort of place the second counts half, the third a third …"""
    by_place: defaultdict[tuple[int, str], list[float]] = defaultdict(list)
    for hit in hits:
        by_place[hit.row, mentions[hit.mention].source].append(hit.weight)
    scores: defaultdict[int, float] = defaultdict(float)
    for (row, _), weights in by_place.items():
        scores[row] += sum(weight / rank for rank, weight in enumerate(sorted(weights, reverse=True), 1))
    return dict(scores)


def _joint(
    ranked: Sequence[int], scores: dict[int, float], hits: Sequence[_Hit], mentions: Sequence[Mention]
) -> list[int]:
    """The further councils of a joint plan: those that stand in the title beside the first."""
    titled = {hit.row for hit in hits if mentions[hit.mention].source == "title"}
    if ranked[0] not in titled:
        return []
    return [row for row in ranked[1:] if row in titled and scores[row] >= _JOINT_SHARE * scores[ranked[0]]]


def _match(row: int, hits: Sequence[_Hit], score: float, mentions: Sequence[Mention], *, close: bool) -> CouncilMatch:
    best = max((hit for hit in hits if hit.row == row), key=lambda hit: (hit.weight, -hit.mention, -hit.span[0]))
    record = _records()[row]
    start, end = best.span
    council = Council(
        name=record["name"],
        gss_code=record["gss_code"] or None,
        type=record["type"],
        nation=record["nation"],
        matched_text=" ".join(mentions[best.mention].text[start:end].split()),
    )
    return CouncilMatch(council, best.mention, best.span, round(score, 4), close or best.is_shared)


# Finding ------------------------------------------------------------------------------------------


def _hits(index: int, mentions: Sequence[Mention], on: date | None) -> Iterator[_Hit]:
    """The councils named in one of the mentions."""
    mention = mentions[index]
    forms = _whole_words(word_forms(mention.text))
    named = list(_names().find(forms))
    words = words_of(mention.text) if named else []
    for found in named:
        names = _choose(found.value, on)
        form = names[0].form
        span = words[found.first].start, words[found.last - 1].end
        if form > Form.PLACE or _may_be_council(mention, span, form):
            sure = _PLACE_IN_TITLE if form is Form.PLACE and mention.source == "title" else _FORM_WEIGHTS[form]
            weight = mention.weight * sure * _discount(mentions, index, span)
            weight *= _PLACE_IN_PROSE if form <= Form.PLACE and mention.source in ("front", "body") else 1.0
            weight *= _ON_TOP if form > Form.PLACE and _is_top_line(mentions, index, len(words)) else 1.0
            yield _Hit(names[0].row, index, span, weight, is_shared=len(names) > 1 and on is None)


def _is_top_line(mentions: Sequence[Mention], index: int, words: int) -> bool:
    """Is it one of the first lines of the front, and short?"""
    before = sum(mention.source in ("front", "title") for mention in mentions[:index])
    return mentions[index].source == "front" and before < _TOP_LINES and words <= _TOP_WORDS


def _whole_words(forms: Iterable[str]) -> list[str]:
    """The words with "councils" as "council": "Babergh and Mid Suffolk District Councils"."""
    return ["council" if form == "councils" else form for form in forms]


def _choose(names: Sequence[_Name], on: date | None) -> list[_Name]:
    """The councils a form most likely means, the likeliest first.

    Official bearers of the name go before others, and those that existed on the day (or exist now)
    before those that did not; one still to come on that day is not meant where there is another.
    """
    begun = [name for name in names if not _is_to_come(name.row, on)] or names
    surest = max(name.form for name in begun)
    sure = [name for name in begun if name.form == surest]
    return sorted(sure, key=lambda name: (not _existed(name.row, on), name.row))


def _is_to_come(row: int, on: date | None) -> bool:
    """Was the council still to be made on the day?"""
    return on is not None and _records()[row]["start_date"] > on.isoformat()


def _existed(row: int, on: date | None) -> bool:
    """Did the council exist on the day; without a day, does it still?"""
    start, end = _records()[row]["start_date"], _records()[row]["end_date"]
    if on is None:
        return not end
    return start <= on.isoformat() and (not end or on.isoformat() <= end)


def _may_be_council(mention: Mention, span: tuple[int, int], form: Form) -> bool:
    """May a bare place name (or an initialism) mean the council? Not as a part of another name or in lower case."""
    text, (start, end) = mention.text, span
    if form is Form.ORDINARY:
        return bool(_OF_SEVERAL.match(text, end))
    if _ELSEWHERE_BEFORE.search(text[max(0, start - 20) : start]) or _ELSEWHERE_AFTER.match(text, end):
        return False
    if mention.source == "file_name":
        return True
    return any(c.isupper() for c in text[start + 1 : end]) if form is Form.INITIALISM else text[start].isupper()


def _discount(mentions: Sequence[Mention], index: int, span: tuple[int, int]) -> float:
    """What is left of a name's weight where it says where somebody works, a peer above all."""
    mention = mentions[index]
    before = mention.text[max(0, span[0] - _PEER_REACH) : span[0]]
    if mention.source in ("title", "file_name"):
        return 1.0
    if _CAME_FROM.search(before):
        return _PEER_DISCOUNT
    if not _ROLE_BEFORE.search(before):
        return 1.0
    return _PEER_DISCOUNT if _PEERS.search(_leading_up(mentions, index) + before) else _OFFICER_DISCOUNT


def _leading_up(mentions: Sequence[Mention], index: int) -> str:
    """The end of what stands before a mention in the same sort of place."""
    earlier = (
        m.text for m in mentions[max(0, index - _PEER_REACH_LINES) : index] if m.source == mentions[index].source
    )
    return "\n".join(earlier)[-_PEER_REACH:] + "\n"


# Names --------------------------------------------------------------------------------------------


@cache
def _records() -> tuple[Record, ...]:
    """Every council known: current, abolished, and those to come."""
    return (*read_table("councils"), *read_table("councils_pending"))


@cache
def _names() -> Phrases[_Name]:
    """Every form of every council's name; of a form, each council once, in its surest way."""
    forms: dict[tuple[str, ...], dict[int, Form]] = {}
    for row, record in enumerate(_records()):
        for words, form in _forms(record):
            known = forms.setdefault(words, {})
            known[row] = max(form, known.get(row, form))
    phrases: Phrases[_Name] = Phrases()
    for words, rows in forms.items():
        for row, form in rows.items():
            phrases.add(words, _Name(row, form))
    return phrases


@cache
def _ordinary_names() -> frozenset[tuple[str, ...]]:
    """Place names that say nothing without "Council" or the like beside them."""
    listed = {word_forms(record["name"]) for record in read_table("ordinary_names")}
    regions = {
        word_forms(record["short_name"])
        for record in _records()
        if record["type"] in _STRATEGIC or record["type"] == "county"
    }
    return frozenset(listed | regions)


def _forms(record: Record) -> Iterator[tuple[tuple[str, ...], Form]]:
    """The forms of words that name a council."""
    yield _without_the(word_forms(record["name"])), Form.OFFICIAL
    for other in filter(None, [record["short_name"], *record["aka"].split("|")]):
        words = word_forms(other)
        if _COUNCIL_WORDS & set(words[1:]) and words not in _ordinary_names():
            yield words, Form.WITH_COUNCIL
            continue
        form = _form_alone(other, words)
        if form is not None:
            yield words, form
        yield from _council_forms(words, record)


def _form_alone(name: str, words: tuple[str, ...]) -> Form | None:
    """How a short name names its council with nothing beside it; None where it does not ("BCP")."""
    if words in _ordinary_names():
        return Form.ORDINARY
    if _is_initialism(name):
        return Form.INITIALISM if len(name) >= _LEAST_INITIALS else None
    return Form.PLACE


def _council_forms(words: tuple[str, ...], record: Record) -> Iterator[tuple[tuple[str, ...], Form]]:
    """The mechanical forms: "X Council", "London Borough of X", "www.x.gov.uk" and the like."""
    of = "combined_authority" if record["type"] in _STRATEGIC else "council"
    for form in _mechanical_forms(of):
        yield tuple(word for part in form for word in (words if part == "x" else (part,))), Form.WITH_COUNCIL
    yield ("".join(words), "gov", "uk"), Form.WITH_COUNCIL


@cache
def _mechanical_forms(of: str) -> tuple[tuple[str, ...], ...]:
    """The words of the forms in council_forms.csv, "x" standing for the name."""
    return tuple(word_forms(record["form"]) for record in read_table("council_forms") if record["of"] == of)


def _without_the(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if words[0] == "the" else words


def _is_initialism(name: str) -> bool:
    """Is it made of capitals ("RBKC", "B&NES"), or nearly ("CnES")?"""
    return " " not in name and sum(c.isupper() for c in name) >= 2
