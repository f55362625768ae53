"""Reads through typing errors, characters mistaken by OCR, and words split by narrow columns.

Only words of the closed classes are restored (months, seasons, words of state and recurrence), and the
grammar takes a restored word only where its neighbours bear it out.
"""

from __future__ import annotations

from functools import cache, lru_cache

from ...data import read_table

_CLOSED_KINDS = frozenset({"month", "season", "ongoing", "completed", "recurring", "weekday"})
_SHORTEST, _LONGEST = 5, 14
_TO_DIGITS = str.maketrans("OoDQlIZzSsB", "00001122558")
_DAY_DIGITS = frozenset("OolI")
_TO_LETTERS = (str.maketrans("01568", "oisgb"), str.maketrans("01568", "olsgb"))


def letters_read_as_digits(text: str) -> str | None:
    """The digits that OCR took for letters: "2O24" is "2024", "l5" is "15"; None where it is no such thing."""
    digits = text.translate(_TO_DIGITS)
    if not digits.isdecimal() or not any(c.isdecimal() for c in text):
        return None
    if len(digits) == 4 and digits[:2] == "20" and sum(c.isdecimal() for c in text) > 1:
        return digits
    letters = {c for c in text if not c.isdecimal()}
    return digits if len(digits) == 2 and letters <= _DAY_DIGITS and int(digits) <= 31 else None


def digits_read_as_letters(text: str) -> str | None:
    """The closed-class word in which OCR took letters for digits: "0ct0ber" is "october"; else None."""
    if sum(c.isdecimal() for c in text) * 2 > len(text) or len(text) < 3:
        return None
    for table in _TO_LETTERS:
        if (word := text.lower().translate(table)) in _closed_words() and len(word) > 2:
            return word
    return None


@lru_cache(maxsize=4096)
def respell(word: str) -> str | None:
    """The closed-class word that is one typing error away (two in a long word), None where there is none."""
    if not _SHORTEST <= len(word) <= _LONGEST or word in _real_words():
        return None
    found = {known for key in _deletions(word) for known in _index().get(key, ())}
    near = sorted((_distance(word, known), known) for known in found)
    near = [(distance, known) for distance, known in near if distance <= _allowed(known)]
    return near[0][1] if near else None


def rejoin(first: str, second: str) -> str | None:
    """The closed-class word of which the two are the halves: "septem", "ber"; else None."""
    word = first + second
    return word if len(word) >= _SHORTEST and word in _closed_words() else None


def _allowed(word: str) -> int:
    return 2 if len(word) > 7 else 1


@cache
def _closed_words() -> frozenset[str]:
    rows = (row for row in read_table("deadline_words") if row["kind"] in _CLOSED_KINDS)
    return frozenset(form for row in rows for form in row["forms"].split("|") if form.isalpha())


@cache
def _real_words() -> frozenset[str]:
    """Words that are near one of ours but are words themselves ("match", "sprint")."""
    rows = read_table("deadline_words")
    forms = {form for row in rows for form in row["forms"].split("|")}
    return frozenset(word for form in forms for word in form.split())


@cache
def _index() -> dict[str, list[str]]:
    """Every long closed-class word under each of its forms with up to two letters left out."""
    index: dict[str, list[str]] = {}
    for word in sorted(_closed_words()):
        if len(word) >= _SHORTEST:
            for key in _deletions(word):
                index.setdefault(key, []).append(word)
    return index


def _deletions(word: str) -> set[str]:
    once = {word[:i] + word[i + 1 :] for i in range(len(word))}
    if _allowed(word) == 1:
        return {word} | once
    return {word} | once | {short[:i] + short[i + 1 :] for short in once for i in range(len(short))}


def _distance(a: str, b: str) -> int:
    """Edits between two words; two neighbouring letters swapped count as one."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, last, row = row, before, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
