"""Labels that say what follows them: "Lead officer: …", "TIMESCALE – …", a bold run, a cell to the left."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field, replace

from ..model import Paragraph
from ..passage import Passage
from .headers import header_role, header_roles, header_words

CLOSED = frozenset(("deadline", "owner_officer", "owner_member", "status", "number"))  # roles of a few words each
_CODE = r"(?:[A-Z]{1,4}[-./ ]?)?\d{1,3}(?:[-./]\d{1,3}){0,3}[a-z]?"
_NUMBERED = re.compile(
    rf"(?P<label>[A-Za-z][A-Za-z ]*?)\s*(?:(?i:no\.?|number)|#)?\s*(?<![A-Za-z])"
    rf"(?P<number>{_CODE}|(?<=[a-z] )[A-Z]|\((?:[a-z]|[ivx]{{1,4}}|\d{{1,2}})\))\s*[.:)]?"
)
_COUNT = re.compile(r"\b\d{1,2}$")
GOES_ON = re.compile(r"\s*\(?\s*(?:continued|cont[’']?d?\.?|ctd\.?)\s*\)?\s*$", re.IGNORECASE)
_NAME = r"[A-Z][\w’'&/, ()-]{0,70}?"
_LEADER = r"\s?(?:\.{3,}|…+)"  # the dots that lead from a label to its value
_MARK = rf"(?:\s?:(?!//)|{_LEADER}|\?(?=\s+\S)|\s[–—-](?=\s)|\t|[ \xa0]{{2,}}|$)"
_OPENING = re.compile(rf"\s*(?P<label>{_NAME})(?P<mark>{_MARK})[ \xa0\t]*")
_NUMBER_FIRST = re.compile(
    rf"\s*(?P<label>[A-Z][A-Za-z ]{{2,30}}?\s(?:no\.?\s|#\s?)?{_CODE})(?P<mark>\.|\)|{_MARK})\s*"
)
_RUN_IN = re.compile(r"\s*(?P<label>[A-Z][^:.;?!\d\n]{2,70}?)\s?:(?=\s)[ \xa0\t]*")
_RUN_ON = re.compile(r"[.;|]\s+(?P<label>[A-Z][a-z]+(?:\s[A-Za-z]+){0,3})\s?:(?=\s)")
_BRACKETED = re.compile(rf"\s*\[(?P<label>{_NAME})\]\s?:?\s+")
_NUMBER_BEFORE = re.compile(rf"\s*(?P<number>{_CODE})[.):]?\s+(?P<label>{_NAME})(?P<mark>\s?:(?!//))\s*")
_COLON = re.compile(r"\s?:(?=\s|$)")
_COLON_OR_DASH = re.compile(r"\s?:(?=\s|$)|\s[–—-](?=\s)")
_DASH = re.compile(r"\s[–—-]\s+(?=\w)")
_DASH_END = re.compile(r"\s[–—-]\s+\Z")
_OPEN_END = re.compile(r"\b(?:of|for|and|the|to|with)\s*$|&\s*$")
_WORD_START = re.compile(r"(?<![^\s|.;!?)\]])[A-Z]|(?<=[;,|/·•]\s)[a-z]")
_APART = re.compile(r"[;|·•]|\s/\s")
_DASHES = ("-", "–", "—")
_MOST_WORDS, _MOST_WORDS_WITHIN, _MOST_WORDS_BEFORE_DASH = 9, 5, 4
_LONGEST, _REACH = 40, 240  # characters of a label in mid-paragraph, and of what stands before its colon
_LONGEST_TEXT = 20_000  # characters of a paragraph in which labels are looked for
_LEAST, _ASKED, _CLEAR, _SURE = 0.6, 0.75, 0.8, 0.95


@dataclass(frozen=True, slots=True)
class Label:
    """A label without its number and punctuation; `role` is what its words speak for, and how clearly (0 to 1).

    `alone`: it stands on a line by itself, above what it announces. `opens`: its numbers tell recommendations apart.
    """

    text: Passage
    number: Passage = field(default_factory=Passage)
    goes_on: bool = False
    alone: bool = False
    opens: bool = False

    @property
    def role(self) -> tuple[str, float]:
        """The role its words speak for, with how clearly (0 to 1)."""
        return ("recommendation", 1.0) if self.opens else header_role(self.text.text)

    @property
    def key(self) -> str:
        """What labels of the same meaning in other places have in common."""
        counts = _COUNT.findall(self.text.text) if self.role[0] in CLOSED else []
        return " ".join((*header_words(self.text.text), *counts))


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, or the part of one that follows a label."""

    paragraph: Paragraph
    label: Label | None = None


def read_label(passage: Passage) -> Label:
    """The label in a passage: its number ("Recommendation 3") and punctuation taken off."""
    found = GOES_ON.search(passage.text)
    text = (passage[: found.start()] if found else passage).collapse().strip(" :–—-.")
    numbered = _NUMBERED.fullmatch(text.text)
    if not numbered or header_role(numbered["label"])[0] in CLOSED - {"number"}:
        return Label(text, goes_on=bool(found))  # "Milestone 2" is the name of a date
    return Label(text[: numbered.end("label")], text[slice(*numbered.span("number"))], bool(found))


def is_label(text: str) -> bool:
    """Is a short text known to say what follows it?"""
    is_short = len(text.split()) <= _MOST_WORDS and text.lstrip()[:1].isalpha() and not text.rstrip().endswith(".")
    return is_short and header_role(text)[1] >= _LEAST


def is_plain_label(text: str) -> bool:
    """Is it nothing but a label, and no value that holds such words ("Portfolio Holder for Finance")?"""
    return header_role(text)[1] >= _SURE


def names_both(text: str) -> bool:
    """Does a label ask who and when at once ("Lead officer and date")?"""
    return {"deadline", "owner_officer"} <= header_roles(text).keys()


def lone_label(paragraph: Paragraph) -> Label | None:
    """The label that a paragraph is, without a colon or another sign that it is one; None where it may be a text."""
    text = paragraph.text
    is_short = len(text.split()) <= _MOST_WORDS_BEFORE_DASH and not paragraph.marker and text.lstrip()[:1].isalpha()
    if not is_short or not (is_plain_label(text) or names_both(text)):
        return None
    label = replace(read_label(paragraph.passage), alone=True)
    return None if paragraph.heading and label.role[0] == "extra" else label


def question(paragraph: Paragraph) -> Label:
    """A paragraph that is known to be a label, whatever its words ("How will we know?")."""
    label = read_label(paragraph.passage)
    return replace(label, text=label.text.strip(" ?"), alone=True)


def run_in(paragraph: Paragraph) -> Passage:
    """What stands before a colon at a paragraph's start and may be a label, whatever its words; empty where none may.

    Numbers, items of lists and headings count apart from that.
    """
    found = _RUN_IN.match(paragraph.text)
    is_apart = paragraph.is_item or paragraph.heading or not found or len(found["label"].split()) > _MOST_WORDS
    return Passage() if not found or is_apart else paragraph.passage[slice(*found.span("label"))]


def run_on_labels(paragraph: Paragraph) -> Iterator[Passage]:
    """What stands between a sentence's end and a colon in mid-paragraph and may be a label, whatever its words."""
    for found in _RUN_ON.finditer(paragraph.text, 0, _LONGEST_TEXT):
        yield paragraph.passage[slice(*found.span("label"))]


def labelled_parts(paragraph: Paragraph, known: Container[str] = ()) -> Iterator[Part]:
    """The paragraph cut before each label in it; a part without a label stands first where the paragraph has none.

    `known` are labels (by key) that the document shows to be some, whatever their words.
    """
    text = paragraph.text
    start, label = _bold(paragraph) or _opening(paragraph) or _known(paragraph, known) or (0, None)
    mark = _COLON_OR_DASH if _DASH_END.search(text[:start]) else _COLON
    for colon in mark.finditer(text, start, _LONGEST_TEXT):
        within = _within(paragraph.passage, text[start : colon.start()][-_REACH:], colon.start(), label, known)
        if within:
            yield _part(paragraph, start, within[0], label, ends=True)
            start, label = colon.end(), within[1]
    yield _part(paragraph, start, len(text), label)


def _part(paragraph: Paragraph, start: int, end: int, label: Label | None, *, ends: bool = False) -> Part:
    """The part [start, end) of a paragraph; `ends`: what follows it is another label."""
    if label is None and (start, end) == (0, len(paragraph.text)):
        return Part(paragraph)
    is_few = label is not None and label.role[0] in CLOSED
    passage = paragraph.passage[start:end].strip().strip(" \t|;/,·•" if ends or is_few else " \t|·•")
    if is_few and passage.text.endswith("."):
        passage = passage[:-1]
    marker = paragraph.marker if label is None else None
    return Part(replace(paragraph, passage=passage, marker=marker, lead=max(0, paragraph.lead - start)), label)


def _bold(paragraph: Paragraph) -> tuple[int, Label] | None:
    """The label that a bold run at the paragraph's start is, with where its value begins."""
    if not paragraph.lead or paragraph.heading or paragraph.is_numbered:
        return None
    dash = _DASH.search(paragraph.text, 0, paragraph.lead)
    holds_label = dash is not None and is_plain_label(paragraph.text[: dash.start()])
    if holds_label or _COLON.search(paragraph.text, 0, paragraph.lead - 1):
        return None
    rest = paragraph.text[paragraph.lead :]
    label = read_label(paragraph.passage[: paragraph.lead])
    if not is_label(label.text.text) or len(label.text) == 0:
        return None
    return paragraph.lead + len(rest) - len(rest.lstrip(" :–—-\t\xa0")), label


def _opening(paragraph: Paragraph) -> tuple[int, Label] | None:
    """The label a paragraph opens with, with where its value begins."""
    for pattern in (_BRACKETED, _NUMBER_FIRST, _OPENING):
        found = pattern.match(paragraph.text)
        if found:
            label = read_label(paragraph.passage[slice(*found.span("label"))])
            mark = ":" if pattern is _BRACKETED else _plain(found["mark"])
            if _is_opening(label, mark, paragraph):
                return found.end(), label
    return _numbered(paragraph)


def _plain(mark: str) -> str:
    """The mark behind a label; leader dots count as a colon."""
    return ":" if re.fullmatch(_LEADER, mark) else mark.strip(" \xa0")


def _numbered(paragraph: Paragraph) -> tuple[int, Label] | None:
    """The label behind a number that a paragraph opens with ("1.1 Action: …"), with where its value begins."""
    found = _NUMBER_BEFORE.match(paragraph.text)
    label = read_label(paragraph.passage[slice(*found.span("label"))]) if found else None
    if not found or not label or label.number or label.role[0] in CLOSED or label.role[1] < _CLEAR:
        return None
    return found.end(), replace(label, number=paragraph.passage[slice(*found.span("number"))])


def _known(paragraph: Paragraph, known: Container[str]) -> tuple[int, Label] | None:
    """The label a paragraph opens with, whose words say nothing but which is known to be one."""
    head = run_in(paragraph)
    label = Label(head.strip())
    found = _RUN_IN.match(paragraph.text)
    return (found.end(), label) if found and head and label.key in known else None


def _is_opening(label: Label, mark: str, paragraph: Paragraph) -> bool:
    """Is it a label, as surely as the mark behind it asks for?"""
    words, weight = len(label.text.text.split()), label.role[1]
    if label.number:
        return weight >= _LEAST and words <= _MOST_WORDS_BEFORE_DASH
    if mark in (":", "?"):
        return weight >= (_LEAST if mark == ":" else _ASKED) and words <= _MOST_WORDS
    if mark or label.text.text != paragraph.text.strip():
        return weight >= (_SURE if mark in _DASHES else _CLEAR) and words <= _MOST_WORDS_BEFORE_DASH
    if paragraph.heading and label.role[0] == "extra":
        return False
    return weight >= _SURE and bool(paragraph.heading or paragraph.text.isupper())


def _within(
    passage: Passage, before: str, colon: int, current: Label | None, known: Container[str]
) -> tuple[int, Label] | None:
    """The clearest label that ends at a colon in mid-paragraph, of equals the longest, with where it begins.

    `before` is the text in front of the colon.
    """
    starts = [found.start() for found in _WORD_START.finditer(before, max(0, len(before) - _LONGEST))]
    shift = colon - len(before)
    labels = [(at, read_label(passage[at + shift : colon])) for at in starts]
    fitting = [(at + shift, label) for at, label in labels if _is_within(label, before[:at], current, known)]
    return max(fitting, key=lambda found: found[1].role[1], default=None)


def _is_within(label: Label, before: str, current: Label | None, known: Container[str]) -> bool:
    """Does a label begin in mid-paragraph: behind a sentence's end, or where what stands before is told to end?

    Without either, one that is plain may stand behind a word in lower case, and one that is `known` behind any.
    """
    in_brackets = before.count("(") > before.count(")") or before.count("[") > before.count("]")
    if in_brackets or not before.strip() or _OPEN_END.search(before):
        return False
    words = label.text.text
    is_told = label.role[1] >= _CLEAR or label.key in known
    if not is_told or len(words.split()) > _MOST_WORDS_WITHIN or _APART.search(words):
        return False
    if before.rstrip(" \xa0")[-1:] in ".;|!?)]\t/·•" or before.endswith(("  ", "\xa0\xa0")):
        return True
    last = before.split()[-1:] or [""]
    told = current is not None and current.role[0] in CLOSED and current.role[0] != label.role[0]
    if told and before.rstrip(" \xa0").endswith(","):
        return True
    is_free = label.key in known or last[0][:1].islower()
    return label.role[1] >= _SURE and (told or (is_free and last[0][-1:].isalpha()))
