"""Puts the vocabulary's phrases together: tokens in, tokens with a known kind out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import NamedTuple

from ...data import read_table
from .repair import respell
from .spacing import joined_digits, rejoined
from .tokens import LOOKAHEAD, Token, tokenise


class Entry(NamedTuple):
    """What the vocabulary says of a phrase."""

    kind: str
    value: str


_WELSH = {"o": ("modality", "from"), "i": ("modality", "until"), "a": ("and", "")}
"""What a letter says before a Welsh month's name: "o Ebrill i Fedi", "Mehefin a Medi"."""

_FIRST = frozenset({"lst", "ist"})
"""What OCR makes of "1st"."""


class Node(NamedTuple):
    """A place in the tree of phrases: what ends here, and how it may go on."""

    entries: list[Entry]
    follow: dict[str, Node]


@cache
def vocabulary() -> Node:
    """The tree of all phrases."""
    root = Node([], {})
    for row in read_table("deadline_words"):
        if row["kind"] == "set":
            continue
        for form in row["forms"].split("|"):
            _plant(root, form, Entry(row["kind"], row["value"]))
    return root


@cache
def known_words() -> dict[str, Entry]:
    """What the vocabulary says of each single word and mark."""
    return {text: node.entries[0] for text, node in vocabulary().follow.items() if node.entries}


@cache
def word_set(name: str) -> frozenset[str]:
    """A named set of words that the grammar treats alike."""
    rows = (row for row in read_table("deadline_words") if (row["kind"], row["value"]) == ("set", name))
    return frozenset(word for row in rows for word in row["forms"].split("|"))


def _plant(root: Node, form: str, entry: Entry) -> None:
    node = root
    for token in tokenise(form):
        if token.kind != "-":  # hyphens are optional wherever they join words
            node = node.follow.setdefault(token.text, Node([], {}))
    node.entries.append(entry)


def lex(text: str) -> list[Token]:
    """The tokens of the text with known phrases put together, followed by LOOKAHEAD end tokens."""
    openings = vocabulary().follow
    raw = tokenise(text, known_words())
    ends = [Token("end", len(text), len(text), "", gap=True)] * LOOKAHEAD
    raw.extend(ends)
    tokens: list[Token] = []
    index = 0
    while (token := raw[index]).kind != "end":
        opening = openings.get(token.text)
        if opening is not None or token.kind == "word":
            token, index = _next(raw, index, opening)
        elif token.kind == "number" and raw[index + 1].kind == "number" and (found := joined_digits(raw, index)):
            token, index = found
        else:
            index += 1
        tokens.append(token)
    tokens.extend(ends)
    return tokens


def _next(raw: list[Token], index: int, opening: Node | None) -> tuple[Token, int]:
    if raw[index].text in _WELSH and raw[index + 1].text in word_set("welsh_months"):
        kind, value = _WELSH[raw[index].text]
        return replace(raw[index], kind=kind, value=value), index + 1
    if opening is not None and opening.follow:
        phrase = _phrase(raw, index)
        if phrase is not None:
            return phrase
    if _may_be_split(raw[index], raw[index + 1]) and (found := rejoined(raw, index, known_words())):
        return _known(found[0]), found[1]
    token = raw[index]
    return (_respelled(token) if token.kind == "word" else token), index + 1


def _phrase(raw: list[Token], index: int) -> tuple[Token, int] | None:
    """The longest known phrase of several tokens that starts here."""
    node, at, found = vocabulary(), index, None
    while (step := node.follow.get(raw[at].text)) is not None:
        node, at = step, at + 1
        if node.entries:
            found = (node.entries[0], at)
        if raw[at].kind == "-" and not raw[at].gap and "-" not in node.follow:
            at += 1
    return _merged(raw, index, *found) if found and found[1] > index + 1 else None


def _merged(raw: list[Token], index: int, entry: Entry, stop: int) -> tuple[Token, int]:
    parts = raw[index:stop]
    text = " ".join([token.text for token in parts if token.kind != "-"])
    fixed = any(token.fixed for token in parts)
    first, end = parts[0], parts[-1].end
    token = Token(entry.kind, first.start, end, text, entry.value, first.gap, first.line, first.capital, fixed)
    return token, stop


def _may_be_split(token: Token, after: Token) -> bool:
    return after.kind in ("word", "-") or (token.kind == "word" and after.gap and len(after.text) == 1)


def _respelled(token: Token) -> Token:
    if token.text in _FIRST:
        return replace(token, kind="nth", text="1st", value="1", fixed=True)
    word = respell(token.text)
    return _known(replace(token, text=word, fixed=True)) if word else token


def _known(token: Token) -> Token:
    """The token with what the vocabulary says of its word."""
    kind, value = known_words()[token.text]
    return replace(token, kind=kind, value=value)
