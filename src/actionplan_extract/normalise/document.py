"""What is known of a document: title, council, review, and the date its year-less deadlines hang on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from ..model import Document, Paragraph, PlanParts
from ..passage import Passage, join
from ..schema import Council, Finding, ReferenceDate, Review
from .council import SOURCE_WEIGHTS, CouncilMatch, Mention, find_councils
from .deadline import parse_deadlines
from .evidence import evidence
from .review import ReviewMatch, find_review
from .title import TitleCandidate, find_title, real_title, without_caption

_FRONT_LINES = 60  # where a title, a review and the council's own name stand
_OWN_DATE = re.compile(
    r"\b(?:as\s+(?:of|at)|as(?=\s+\d)|(?:last\s+)?updated(?:\s+on)?|date(?:d)?|published|version\s+[\d.]+,?|position\s+at)\b[:\s]*"
    r"(?P<date>[^.;,|()]{4,30})",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"[^.;?!]*\b(?:committee|cabinet|council|board|executive|panel|assembly|authority|group)\b[^.;?!]*$",
    re.IGNORECASE,
)
_OTHER_MEETING = re.compile(r"\b(?:next|by|due|from|before|since|until|return|deadline)\b", re.IGNORECASE)
_MEETING_WORDS = 24
_CLOSING_DATE = re.compile(r"[,–—:(-]\s*(?P<date>[^,–—:()]{6,30})\)?\s*$")


@dataclass(frozen=True)
class Front:
    """What the front of a document tells; `findings` about it, with evidence."""

    title: str | None
    councils: list[Council]
    review: Review | None
    reference_date: ReferenceDate | None
    findings: list[Finding]


def read_front(document: Document, parts: PlanParts, source: str, reference_date: date | None) -> Front:
    """The title, councils, review and reference date of a document."""
    front = parts.front[:_FRONT_LINES]
    at = find_title(
        [TitleCandidate(p.text.strip(), p.heading, n) for n, p in enumerate(front)], document.metadata.get("title")
    )
    title = _title(front, at) or real_title(document.metadata.get("title") or "")
    review = find_review([" ".join(p.text.split()) for p in front], title)
    known = _reference_date(document, front, title, review, reference_date)
    mentions = _mentions(document, parts, front, at, source)
    matches = find_councils([mention for mention, _ in mentions], on=known.date if known else None)
    findings = _council_findings(document, matches, [passage for _, passage in mentions])
    return Front(title, [match.council for match in matches], review.review if review else None, known, findings)


def _title(front: Sequence[Paragraph], at: tuple[int, int] | None) -> str | None:
    """The title's lines, joined with blanks."""
    return without_caption(join(" ", (p.passage for p in front[slice(*at)])).collapse().text) if at else None


def _mentions(
    document: Document, parts: PlanParts, front: Sequence[Paragraph], title: tuple[int, int] | None, source: str
) -> list[tuple[Mention, Passage]]:
    """The texts in which the plan's own council may be named, with their passages."""
    titled = range(*title) if title else ()
    found = [("title" if n in titled else "front", p.passage) for n, p in enumerate(front)]
    found += [("furniture", passage) for passage in document.furniture]
    found += [
        ("title", Passage.of(document.metadata[key])) for key in ("title", "author") if document.metadata.get(key)
    ]
    found.append(("file_name", Passage.of(re.sub(r"[_\W]+", " ", PurePosixPath(source).stem))))
    found += [("body", p.passage) for r in parts.recommendations for p in r.paragraphs]
    found += [("body", p.passage) for r in parts.recommendations for a in r.actions for p in a.paragraphs]
    return [(Mention(passage.text, SOURCE_WEIGHTS[kind], kind), passage) for kind, passage in found]


def _council_findings(
    document: Document, matches: Sequence[CouncilMatch], passages: Sequence[Passage]
) -> list[Finding]:
    if not matches:
        message = "no council was recognised in the title, front, running heads or file name"
        return [Finding(code="council_not_found", severity="warning", message=message)]
    first = matches[0]
    if not first.runner_up_close:
        return []
    where = evidence(document, "/document/council", passages[first.mention][slice(*first.span)])
    message = f"taken to be of {first.council.name}; another council is named nearly as clearly"
    return [Finding(code="council_ambiguous", severity="warning", message=message, evidence=where)]


def _reference_date(
    document: Document,
    front: Sequence[Paragraph],
    title: str | None,
    review: ReviewMatch | None,
    option: date | None,
) -> ReferenceDate | None:
    """In the contract's order: an option, a date printed as the plan's own, the review's, the file's."""
    if option is not None:
        return ReferenceDate(date=option, source="option")
    printed = next((day for paragraph in front if (day := _own_date(paragraph.text))), None)
    printed = printed or _closing_day(title or "") or _meeting_day(front)
    if printed is not None:
        return ReferenceDate(date=printed, source="document")
    reviewed = _first_day(review.review.date) if review and review.review.date else None
    if reviewed is not None:
        return ReferenceDate(date=reviewed, source="review")
    made = _first_day(document.metadata.get("created") or document.metadata.get("modified") or "")
    return ReferenceDate(date=made, source="file") if made else None


def _closing_day(title: str) -> date | None:
    """The day that closes a title ("Action log, 3 March 2025"); a month or year may be what it is about."""
    match = _CLOSING_DATE.search(title)
    return _point(match["date"], "day") if match else None


def _meeting_day(front: Iterable[Paragraph]) -> date | None:
    """The day of the meeting that a line of the front names, and nothing besides ("Cabinet, 3 March 2025")."""
    texts = (p.text.strip() for p in front if len(p.text.split()) <= _MEETING_WORDS)
    lines = (text for text in texts if _MEETING.match(text) and not _OTHER_MEETING.search(text))
    return next((day for text in lines if (day := _closing_day(text))), None)


def _own_date(text: str) -> date | None:
    """The date a line gives as the plan's own ("as of 2 March 2011", a line that is nothing but a date)."""
    match = _OWN_DATE.search(text)
    candidate = match["date"] if match else text if len(text.split()) <= 3 else ""
    if not re.search(r"(?:19|20)\d\d", candidate):
        return None
    return _point(candidate, "day", "month")


def _point(text: str, *precisions: str) -> date | None:
    """The first day of a date of one of the precisions that the text gives, and nothing besides."""
    for deadline in parse_deadlines(text):
        if deadline.kind == "point" and deadline.precision in precisions and deadline.milestone is None:
            return deadline.earliest
    return None


def _first_day(edtf: str) -> date | None:
    """The first day of an EDTF date or interval; None where it has no plain start."""
    match = re.match(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?(?![\d])", edtf)
    if not match:
        return None
    return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
