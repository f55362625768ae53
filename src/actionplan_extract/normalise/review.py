"""What a plan answers: the kind of review, who carried it out and when, from the document's front."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, cast

from ..data import read_table
from ..schema import Review, ReviewKind
from .review_date import ReviewDate, find_dates
from .words import Found, Phrases, Word, word_forms, words_of

Sense = Literal["named", "held", "examined", "asked", "reported", "other", "later"]
"""Is a cue the review's name; does it tell of its being carried out (`examined`: by itself, with the body that did
it), of its being asked for, of its report, of something else, or of what comes after?"""


@dataclass(frozen=True, slots=True)
class ReviewMatch:
    """A review, and where it is told: (paragraph, start, end) for its kind, its body and its date."""

    review: Review
    evidence: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Body:
    """Who carries out reviews; `is_proper` says that it is a name, not a common noun ("external auditor")."""

    name: str
    kind: ReviewKind
    is_proper: bool


class _Cue(NamedTuple):
    """A stretch of a sentence that says what a date near it is of."""

    start: int
    end: int
    sense: Sense


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a paragraph (None: of a title that is no paragraph) and what is found in it."""

    paragraph: int | None
    start: int
    text: str
    words: list[Word]
    kinds: list[Found[str]]
    bodies: list[Found[_Body]]
    cues: list[_Cue]

    def span(self, found: Found[str] | Found[_Body]) -> tuple[int, int]:
        """The offsets in the sentence of something found in it."""
        return self.words[found.first].start, self.words[found.last - 1].end

    def place(self, start: int, end: int) -> tuple[tuple[int, int, int], ...]:
        """The offsets as evidence; none for a title that is no paragraph."""
        return ((self.paragraph, self.start + start, self.start + end),) if self.paragraph is not None else ()


_BESIDE = 50  # characters between a review's name and its date
_CLAUSE_GAP = 40
_REACH = 300  # characters within which a cue may be about a date
_BEHIND_GAP = 80  # a date seldom belongs to what comes after it
_LGA = "Local Government Association"
_TELLING: frozenset[Sense] = frozenset({"held", "examined", "asked", "reported"})
_HELD: frozenset[Sense] = frozenset({"held", "examined"})
_PEER_KINDS = frozenset({"peer", "peer_review", "corporate_peer_challenge"})
_FRONT_PARAGRAPHS = 60
_OPENING_SENTENCES = 12
_LONGEST_PARAGRAPH = 3_000  # characters
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[\"“‘'(]*[A-Z])")
_OF_SERVICE = re.compile(r"\s+(?:of|into|for)\s+(?:the\s+|our\s+|its\s+)?(?:council[’']?s?\s+)?", re.IGNORECASE)
_THIS_PLAN = re.compile(
    r"\bthis\b[^.]{0,40}\bplan\b|\bplan\b[^.]{0,80}\b(?:support|deliver|implement|accompan)", re.IGNORECASE
)
_ANSWER = re.compile(
    r"\b(?:respon(?:ses?|ds?|ding)|answers?|recommendations?|findings|(?:reviews?|audits?|reports?) (?:of|on|into))\b",
    re.IGNORECASE,
)
_OF_COMMITTEE = re.compile(
    r"(?:,?\s+(?:and\s|&\s)?\s*\w+){0,3}?,?\s+(?:sub-?)?(?:committee|board|panel)\b", re.IGNORECASE
)
_RESPONSE = re.compile(r"\b(?:responses?|respon(?:d|ds|ding)|answers?|address(?:es|ing)?)\b", re.IGNORECASE)
_WORK = re.compile(r"\b(?:reports?|recommendations?|findings|judge?ment|determination)\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|reports? (?:of|from))(?: the| our)?\s*$", re.IGNORECASE)
_NOT_ON = re.compile(r"\b(?:at|by|before|until|since|after)\s+(?:the\s+)?$", re.IGNORECASE)
_LONGEST_LINK = 20  # characters of a preposition and what goes with it
_TAKEN_UP = re.compile(
    r"(?:Its?|They|Their|The (?:\w+ )?(?:report|review|findings|visit|assessment|fieldwork|notice|letter))\b"
)
_REVIEWERS = re.compile(
    r"\b(?:peers?|team|reviewers?|inspectors?|auditors?|challenge|on[- ]site|visit|"
    r"the (?:panel|review|inspection|assessment|audit))\b",
    re.IGNORECASE,
)


def find_review(paragraphs: Sequence[str], title: str | None) -> ReviewMatch | None:
    """What the plan answers, by its title first, then by its front paragraphs; None where nothing tells."""
    front = [text[:_LONGEST_PARAGRAPH] for text in paragraphs[:_FRONT_PARAGRAPHS]]
    headline = _headline(front, title)
    sentences = [s for index, text in enumerate(front) for s in _sentences(text, index)]
    for sentence in headline:
        if kind := _kind(sentence, [*headline, *sentences], in_title=True):
            return _match(kind, sentence, headline, sentences)
    strategy = _strategy(headline)
    for sentence in sentences:
        if strategy and not _is_answered(sentence, headline, front):
            continue
        if kind := _kind(sentence, sentences, in_title=False):
            return _match(kind, sentence, headline, sentences)
    return strategy or _strategy([s for s in sentences[:_OPENING_SENTENCES] if _THIS_PLAN.search(s.text)])


def _is_answered(sentence: _Sentence, headline: Sequence[_Sentence], front: Sequence[str]) -> bool:
    """Does the title, or the paragraph of a sentence, say that something is answered?"""
    paragraph = front[sentence.paragraph] if sentence.paragraph is not None else ""
    return any(_ANSWER.search(text) for text in (paragraph, *(title.text for title in headline)))


def _headline(front: Sequence[str], title: str | None) -> list[_Sentence]:
    """The title as sentences, placed in the paragraph that holds it."""
    if not title:
        return []
    wanted = " ".join(title.split())
    index = next((n for n, text in enumerate(front) if " ".join(text.split()) == wanted), None)
    text = front[index] if index is not None else wanted
    return [_read(text, 0, index)]


def _sentences(text: str, index: int) -> Iterator[_Sentence]:
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield _read(text[start : match.start()], start, index)
        start = match.end()
    yield _read(text[start:], start, index)


def _read(text: str, start: int, index: int | None) -> _Sentence:
    words = words_of(text)
    forms = [word.form for word in words]
    bodies = [Found(f.first, f.last, f.value[0]) for f in _body_phrases().find(forms) if _is_named(f, words, text)]
    kinds = [Found(f.first, f.last, f.value[0]) for f in _kind_phrases().find(forms)]
    inside = [
        f for f in kinds if any(b.first <= f.first and f.last <= b.last for b in bodies)
    ]  # "Audit" of Audit Wales
    inside += [f for f in kinds if f.value == "audit" and _OF_COMMITTEE.match(text, words[f.last - 1].end)]
    kinds = [f for f in kinds if f not in inside]
    return _Sentence(index, start, text, words, kinds, bodies, list(_cues(words, kinds)))


def _cues(words: Sequence[Word], kinds: Sequence[Found[str]]) -> Iterator[_Cue]:
    """The review's names and the cues in a sentence."""
    for named in kinds:
        yield _Cue(words[named.first].start, words[named.last - 1].end, "named")
    for found in _cue_phrases().find([word.form for word in words]):
        yield _Cue(words[found.first].start, words[found.last - 1].end, found.value[0])


def _is_named(found: Found[tuple[_Body, ...]], words: Sequence[Word], text: str) -> bool:
    """Is an initialism written as one ("PAS", not "pas")?"""
    name = text[words[found.first].start : words[found.last - 1].end]
    return found.last - found.first > 1 or any(c.isupper() for c in name)


# Kind and body ------------------------------------------------------------------------------------


def _kind(sentence: _Sentence, all_sentences: Sequence[_Sentence], *, in_title: bool) -> ReviewKind | None:
    """The kind of review a sentence tells of, None where it tells of none (or only mentions a body)."""
    named = [found.value for found in sentence.kinds]
    if any(kind in _PEER_KINDS for kind in named):
        return _peer_kind(sentence, all_sentences)
    if in_title and named:
        return cast(ReviewKind, sentence.bodies[0].value.kind if sentence.bodies and named[0] == "other" else named[0])
    if not sentence.bodies:
        return None
    if named and (kind := _told_kind(sentence, named[0])):
        return kind
    if in_title:
        return _outside_kind(sentence.bodies[0].value)
    body = _telling_body(sentence)
    return body.kind if body else None


def _told_kind(sentence: _Sentence, named: str) -> ReviewKind | None:
    """The kind of a review that a sentence says was carried out by a body."""
    is_told = any(cue.sense in _TELLING for cue in sentence.cues)
    if not is_told and not find_dates(sentence.text):
        return None
    body = sentence.bodies[0].value
    return body.kind if body.kind != "peer_review" else cast(ReviewKind, named)


def _telling_body(sentence: _Sentence) -> _Body | None:
    """The body that a sentence says looked at something, or reported on it."""
    last = {cue.sense: cue.start for cue in sorted(sentence.cues)}
    if "later" in last:
        return None
    is_answer = bool(_RESPONSE.search(sentence.text) and _WORK.search(sentence.text))
    return next((f.value for f in sentence.bodies if _has_told(sentence, f, last, is_answer=is_answer)), None)


def _has_told(sentence: _Sentence, found: Found[_Body], last: Mapping[Sense, int], *, is_answer: bool) -> bool:
    """Do the last cues tell what the body did, or does the sentence answer its report? Bodies of peers also
    publish much that is no review."""
    start, end = sentence.span(found)
    senses: tuple[Sense, ...] = ("examined",) if found.value.kind == "peer_review" else ("examined", "reported")
    latest = max((last[sense] for sense in senses if sense in last), default=-1)
    if is_answer and found.value.kind != "peer_review":
        return True
    is_agent = latest >= 0 and bool(_BY.search(sentence.text, max(0, start - _LONGEST_LINK), start))
    return is_agent or end <= latest


def _outside_kind(body: _Body) -> ReviewKind | None:
    """The kind a body's name in a title stands for; bodies that do several things say nothing."""
    return body.kind if body.kind != "peer_review" else None


def _peer_kind(sentence: _Sentence, all_sentences: Sequence[_Sentence]) -> ReviewKind:
    """Peers look at the whole council when it is the Local Government Association's, unless a service is named."""
    peers = [found for found in sentence.kinds if found.value in _PEER_KINDS]
    if any(found.value == "corporate_peer_challenge" for found in peers):
        return "corporate_peer_challenge"
    if any(found.value == "peer_review" or _names_service(sentence, found) for found in peers):
        return "peer_review"
    return (
        "corporate_peer_challenge"
        if _LGA in _body_names(all_sentences) or _is_corporate(all_sentences)
        else "peer_review"
    )


def _is_corporate(sentences: Sequence[_Sentence]) -> bool:
    return any(found.value == "corporate_peer_challenge" for sentence in sentences for found in sentence.kinds)


def _names_service(sentence: _Sentence, found: Found[str]) -> bool:
    """Does a service stand right before the phrase ("SEND peer review") or behind it ("peer review of planning")?"""
    start, end = sentence.span(found)
    before = [word.form for word in words_of(re.split(r"[^\w\s&'’/-]", sentence.text[:start])[-1])]
    services = _services()
    if any(services.get(before[-size:]) for size in range(1, min(len(before), 5) + 1)):
        return True
    link = _OF_SERVICE.match(sentence.text, end)
    after = [word.form for word in words_of(sentence.text[link.end() : link.end() + 60])] if link else []
    return bool(services.at(after, 0))


def _body_names(sentences: Sequence[_Sentence]) -> list[str]:
    return [found.value.name for sentence in sentences for found in sentence.bodies]


def _body(
    kind: ReviewKind, teller: _Sentence, sentences: Sequence[_Sentence]
) -> tuple[str | None, tuple[tuple[int, int, int], ...]]:
    """Who carried the review out, and where that is said: in the telling sentence, else in the first that tells
    of it, else in the first that names a body of that kind."""
    ranked = [
        (distance, number, not found.value.is_proper, found.first, found, sentence)
        for number, sentence in enumerate((teller, *sentences))
        for found in sentence.bodies
        if (distance := _distance(kind, sentence, found, teller)) is not None
    ]
    if ranked:
        *_, found, sentence = min(ranked, key=lambda item: item[:4])
        return found.value.name, sentence.place(*sentence.span(found))
    # only the Association carries out corporate peer challenges
    return (_LGA if _is_corporate([teller, *sentences]) else None), ()


def _may_hold(kind: ReviewKind, body: _Body) -> bool:
    """Does a body carry out reviews of a kind?"""
    if kind == "corporate_peer_challenge":
        return body.name.endswith(_LGA)  # the Welsh one's too
    return kind in (body.kind, "other")


def _distance(kind: ReviewKind, sentence: _Sentence, found: Found[_Body], teller: _Sentence) -> int | None:
    """How far a sentence is from saying that a body carried the review out, None where it says nothing of it."""
    may_hold = _may_hold(kind, found.value)
    if sentence is teller:
        return 0 if may_hold else 3
    told = any(f.value == kind for f in sentence.kinds) or _telling_body(sentence) == found.value
    if may_hold and (told or kind in _PEER_KINDS):
        return 1
    return 2 if may_hold and found.value.kind == kind else None


def _match(
    kind: ReviewKind, teller: _Sentence, headline: Sequence[_Sentence], sentences: Sequence[_Sentence]
) -> ReviewMatch:
    body, body_place = _body(kind, teller, [*headline, *sentences])
    date, date_place = _date(headline, sentences)
    found = teller.kinds[0] if teller.kinds else teller.bodies[0]
    evidence = teller.place(*teller.span(found)) + body_place + date_place
    return ReviewMatch(Review(kind=kind, body=body, date=date), tuple(dict.fromkeys(evidence)))


def _strategy(telling: Sequence[_Sentence]) -> ReviewMatch | None:
    """The match for a strategy's own action plan, where one of the sentences names a strategy."""
    for sentence in telling:
        found = next(_strategies().find([word.form for word in sentence.words]), None)
        if found:
            place = sentence.place(sentence.words[found.first].start, sentence.words[found.last - 1].end)
            return ReviewMatch(Review(kind="strategy"), place)
    return None


# Date ---------------------------------------------------------------------------------------------


def _date(
    headline: Sequence[_Sentence], sentences: Sequence[_Sentence]
) -> tuple[str | None, tuple[tuple[int, int, int], ...]]:
    """When the review was carried out, by the sentence that tells it best, the first of equals."""
    ranked = [
        (rank, number, gap, date.start, sentence, date)
        for number, sentence in enumerate([*sentences, *headline])
        for date in find_dates(sentence.text)
        for rank, gap in _closeness(sentence, date, in_title=sentence in headline)
    ]
    if not ranked:
        return None, ()
    *_, sentence, date = min(ranked, key=lambda item: item[:4])
    return date.edtf, sentence.place(date.start, date.end)


def _closeness(sentence: _Sentence, date: ReviewDate, *, in_title: bool) -> Iterator[tuple[int, int]]:
    """(rank, gap) of a date that may be the review's, nothing for another.

    Rank 0: the sentence says that the review was held then; 1: that it was asked for then; 2: the date stands
    beside the review's name; 3: in the title; 4: the review was reported then.
    """
    near = (cue for cue in sentence.cues if date.start - _REACH < cue.end and cue.start < date.end + _REACH)
    cues = sorted(((_gap(sentence.text, cue, date), cue) for cue in near), key=lambda pair: pair[0])
    if not cues or _is_other_date(sentence.text, date, cues):
        return
    gap, nearest = cues[0]
    senses = {cue.sense for _, cue in cues} if _is_about_review(sentence) else set()
    if in_title:
        rank = 3 if nearest.sense == "named" else None
    else:
        rank = _rank(nearest.sense, senses, is_beside=gap <= _BESIDE)
    if rank is not None:
        yield rank, gap


def _rank(nearest: Sense, senses: Set[Sense], *, is_beside: bool) -> int | None:
    """How well a sentence tells that a date is the review's, by the nearest cue and the senses of all."""
    is_named = nearest == "named"
    if senses and (nearest in _HELD or (is_named and senses & _HELD)):
        return 0
    if senses and (nearest == "asked" or (is_named and "asked" in senses)):
        return 1
    if is_named and is_beside:
        return 2
    return 4 if senses and (nearest == "reported" or (is_named and "reported" in senses)) else None


def _is_other_date(text: str, date: ReviewDate, cues: Sequence[tuple[int, _Cue]]) -> bool:
    """Is the date that of what comes after the review, or only a bound ("as at 31 March 2024")?"""
    is_later = any(cue.sense == "later" and cue.end <= date.start and gap < _CLAUSE_GAP for gap, cue in cues)
    return is_later or bool(_NOT_ON.search(text, max(0, date.start - _LONGEST_LINK), date.start))


def _is_about_review(sentence: _Sentence) -> bool:
    """Does it speak of a review, of those who carried it out, or take up what was said of it ("Its report …")?"""
    is_named = bool(sentence.kinds or sentence.bodies or _REVIEWERS.search(sentence.text))
    return is_named or bool(_TAKEN_UP.match(sentence.text))


def _gap(text: str, cue: _Cue, date: ReviewDate) -> int:
    """The characters between a cue and a date; more across a comma, and more still where the date comes first."""
    behind = date.end <= cue.start
    between = text[date.end : cue.start] if behind else text[cue.end : date.start]
    return len(between) + _CLAUSE_GAP * len(re.findall(r"[,;:(]", between)) + _BEHIND_GAP * behind


# Vocabulary ---------------------------------------------------------------------------------------


@cache
def _kind_phrases() -> Phrases[str]:
    return Phrases((record["words"], record["kind"]) for record in read_table("review_kinds"))


@cache
def _body_phrases() -> Phrases[_Body]:
    """The bodies by their names, and by those in the genitive ("Ofsted's")."""
    phrases: Phrases[_Body] = Phrases()
    for record in read_table("review_bodies"):
        forms = word_forms(record["words"])
        body = _Body(record["body"], cast(ReviewKind, record["kind"]), is_proper=record["words"][0].isupper())
        phrases.add(forms, body)
        phrases.add((*forms[:-1], f"{forms[-1]}s"), body)
    return phrases


@cache
def _cue_phrases() -> Phrases[Sense]:
    return Phrases((record["words"], cast(Sense, record["sense"])) for record in read_table("review_cues"))


@cache
def _services() -> Phrases[bool]:
    return Phrases((record["words"], True) for record in read_table("review_services"))


@cache
def _strategies() -> Phrases[bool]:
    return Phrases((record["words"], True) for record in read_table("review_strategies"))
