"""Puts the vocabulary's phrases together: tokens in, tokens with a known kind out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import NamedTuple

from ...data import read_table
from .repair import rejoin, respell
from .tokens import LOOKAHEAD, Token, tokenise


class Entry(NamedTuple):
    """What the vocabulary says of a phrase."""

    kind: str
    value: str


_WELSH = {"o": ("modality", "from"), "i": ("modality", "until"), "a": ("and", "")}
"""What a letter says before a Welsh month's name: "o Ebrill i Fedi", "Mehefin a Medi"."""


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
    if raw[index + 1].kind in ("word", "-") and (joined := _joined(raw, index)):
        return joined
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


def _is_apart(token: Token) -> bool:
    return token.gap and not token.line


def _merged(raw: list[Token], index: int, entry: Entry, stop: int) -> tuple[Token, int]:
    parts = raw[index:stop]
    text = " ".join([token.text for token in parts if token.kind != "-"])
    fixed = any(token.fixed for token in parts)
    first, end = parts[0], parts[-1].end
    token = Token(entry.kind, first.start, end, text, entry.value, first.gap, first.line, first.capital, fixed)
    return token, stop


def _joined(raw: list[Token], index: int) -> tuple[Token, int] | None:
    """A closed-class word split in two: "Septem ber", "Septem-<line break>ber"."""
    first, stop = raw[index], index + 1
    if raw[stop].kind == "-" and not raw[stop].gap and not _is_apart(raw[stop + 1]):
        stop += 1
    second = raw[stop]
    if second.kind != "word":
        return None
    word = rejoin(first.text, second.text)
    return (_known(replace(first, end=second.end), word), stop + 1) if word else None


def _respelled(token: Token) -> Token:
    word = respell(token.text)
    return _known(token, word) if word else token


def _known(token: Token, word: str) -> Token:
    entry = vocabulary().follow[word].entries[0]
    return replace(token, kind=entry.kind, value=entry.value, text=word, fixed=True)
