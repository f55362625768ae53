"""Puts the vocabulary's phrases together: tokens in, tokens with a known kind out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import NamedTuple

from ...data import read_table
from .repair import respell, respell_as
from .spacing import SHORTEST_SPLIT, joined_digits, rejoined
from .tokens import LOOKAHEAD, Token, tokenise


class Entry(NamedTuple):
    """What the vocabulary says of a phrase."""

    kind: str
    value: str
    form: str


_WELSH = {"o": ("modality", "from"), "i": ("modality", "until"), "a": ("and", "")}
"""What a letter says before a Welsh month's name: "o Ebrill i Fedi", "Mehefin a Medi"."""

_FIRST = frozenset({"lst", "ist"})
"""What OCR makes of "1st"."""
_SHORT_SLIPS = {"teh": "the", "hte": "the", "fo": "of", "yb": "by"}
"""Slips in words too short to be told by their letters."""


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
            _plant(root, form, row["kind"], row["value"])
    return root


@cache
def known_words() -> dict[str, tuple[str, str]]:
    """The kind and value that the vocabulary gives each single word and mark."""
    return {text: node.entries[0][:2] for text, node in vocabulary().follow.items() if node.entries}


@cache
def word_set(name: str) -> frozenset[str]:
    """A named set of words that the grammar treats alike."""
    rows = (row for row in read_table("deadline_words") if (row["kind"], row["value"]) == ("set", name))
    return frozenset(word for row in rows for word in row["forms"].split("|"))


def _plant(root: Node, form: str, kind: str, value: str) -> None:
    node = root
    words = [token.text for token in tokenise(form) if token.kind != "-"]  # a hyphen is optional where it joins words
    for word in words:
        node = node.follow.setdefault(word, Node([], {}))
    node.entries.append(Entry(kind, value, " ".join(words)))


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
    if opening is None or opening.follow:
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
    while (step := _step(node, raw, at)) is not None:
        node, at = step
        if node.entries:
            found = (node.entries[0], at)
        if raw[at].kind == "-" and not raw[at].gap and "-" not in node.follow:
            at += 1
    return _merged(raw, index, *found) if found and found[1] > index + 1 else None


def _step(node: Node, raw: list[Token], at: int) -> tuple[Node, int] | None:
    """Where token `at` leads in the tree of phrases, a typing error or a space in its word read through."""
    token = raw[at]
    if (step := node.follow.get(token.text)) is not None:
        return step, at + 1
    if token.kind != "word" or not node.follow:
        return None
    if node is vocabulary():
        word = respell(token.text)
    else:
        word = _SHORT_SLIPS.get(token.text) or respell_as(token.text, node.follow)
    if word is not None and word in node.follow:
        return node.follow[word], at + 1
    split = raw[at + 1].kind == "word" and len(token.text + raw[at + 1].text) >= SHORTEST_SPLIT
    step = node.follow.get(token.text + raw[at + 1].text) if split else None
    return (step, at + 2) if step is not None else None


def _merged(raw: list[Token], index: int, entry: Entry, stop: int) -> tuple[Token, int]:
    parts, text = raw[index:stop], entry.form
    fixed = any(token.fixed for token in parts) or "".join(text.split()) != _letters(parts)
    first, end = parts[0], parts[-1].end
    token = Token(entry.kind, first.start, end, text, entry.value, first.gap, first.line, first.capital, fixed)
    return token, stop


def _letters(parts: list[Token]) -> str:
    """What the tokens spell, without hyphens."""
    return "".join([token.text for token in parts if token.kind != "-"])


def _may_be_split(token: Token, after: Token) -> bool:
    return after.kind in ("word", "-") or (token.kind == "word" and after.gap and len(after.text) == 1)


def _respelled(token: Token) -> Token:
    if token.text in _FIRST:
        return replace(token, kind="nth", text="1st", value="1", fixed=True)
    word = _SHORT_SLIPS.get(token.text) or respell(token.text)
    return _known(replace(token, text=word, fixed=True)) if word in known_words() else token


def _known(token: Token) -> Token:
    """The token with what the vocabulary says of its word."""
    kind, value = known_words()[token.text]
    return replace(token, kind=kind, value=value)
