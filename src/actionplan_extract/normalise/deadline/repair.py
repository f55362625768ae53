"""Reads through typing errors, characters mistaken by OCR, and words split or run together.

Only words of the closed classes are restored (months, seasons, words of state and recurrence), and the
grammar takes a restored word only where its neighbours bear it out.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from ...data import Record, read_table

_CLOSED_KINDS = frozenset({"month", "season", "ongoing", "completed", "recurring"})
_SHORTEST, _LONGEST = 4, 14
_SHORTEST_EXPECTED = 6
_TO_DIGITS = str.maketrans("OoDQlIZzSsB", "00001122558")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_DAY_LETTERS = frozenset("OolI")
_TO_LETTERS = (str.maketrans("01568", "oisgb"), str.maketrans("01568", "olsgb"))


def letters_read_as_digits(text: str) -> str | None:
    """The digits that OCR took for letters: "2O24" is "2024", "l5" is "15"; None where it is no such thing."""
    digits = text.translate(_TO_DIGITS)
    if not digits.isdecimal():
        return None
    if len(digits) == 4 and digits[:2] == "20" and sum(map(str.isdecimal, text)) > 1:
        return digits
    letters = {c for c in text if not c.isdecimal()}
    return digits if len(digits) == 2 and letters <= _DAY_LETTERS and int(digits) <= 31 else None


def capital_read_as_l(text: str) -> str:
    """The word in lower case, of which OCR took an "l" for a capital I where that makes a closed-class word: "JuIy"."""
    word = text[0] + text[1:].replace("I", "l")
    return word.casefold() if word.casefold() in _closed_words() else text.casefold()


def misread_ordinal(text: str) -> str | None:
    """The day of an ordinal of which OCR took a digit for a letter: "3lst" is "31"; else None."""
    day, suffix = text[:-2], text[-2:].lower()
    return letters_read_as_digits(day) if suffix in _ORDINALS and len(day) == 2 and not day.isdecimal() else None


def digits_read_as_letters(text: str) -> str | None:
    """The closed-class word in which OCR took letters for digits: "0ct0ber" is "october"; else None."""
    if len(text) < 3 or sum(map(str.isdecimal, text)) * 2 > len(text):
        return None
    words = (text.lower().translate(table) for table in _TO_LETTERS)
    return next((word for word in words if word in _closed_words()), None)


@lru_cache(maxsize=4096)
def respell(word: str) -> str | None:
    """The closed-class word that is one typing error away (two in a long month), None where there is none."""
    if not _SHORTEST <= len(word) <= _LONGEST or word in _real_words():
        return None
    if len(word) <= 5 and (short := _short_month(word)):
        return short
    if "rn" in word and (known := word.replace("rn", "m")) in _closed_words():
        return known  # OCR takes "m" for "rn"
    index = _index()
    found = {known for key in _deletions(word) if key in index for known in index[key]}
    found.update(month for month in _long_months_from(word[0]) if _is_near(word, month))
    near = sorted((_distance(word, known), known) for known in found)
    return next((known for distance, known in near if distance <= _allowed(word, known)), None)


def respell_as(word: str, expected: Iterable[str]) -> str | None:
    """Which of the words that a phrase may go on with is one typing error away, its first letter right; else None."""
    if len(word) < _SHORTEST_EXPECTED - 1:
        return None
    likely = (known for known in expected if known[0] == word[0] and len(known) >= _SHORTEST_EXPECTED)
    return next((known for known in likely if abs(len(known) - len(word)) < 2 and _distance(word, known) == 1), None)


def _is_near(word: str, month: str) -> bool:
    """Could the month be two typing errors away? Each changes two letters at most."""
    return abs(len(word) - len(month)) <= 2 and len(set(word) ^ set(month)) <= 4


def rejoin(first: str, second: str) -> str | None:
    """The closed-class word of which the two are the halves: "septem", "ber"; else None."""
    word = first + second
    if len(word) < _SHORTEST or word not in _closed_words():
        return None
    return word if len(word) > _SHORTEST or word in _short_months() else None


@lru_cache(maxsize=4096)
def parted(word: str) -> tuple[str, ...]:
    """The words that were run together before a month ("endofmarch": end, of, march); () where it is no such word."""
    month = next((month for month in _full_months() if word.endswith(month)), "")
    leads = _leads(word.removesuffix(month)) if month else ()
    return (*leads, month) if leads else ()


@cache
def _full_months() -> tuple[str, ...]:
    """The English months in full."""
    return tuple(row["forms"].split("|")[0] for row in _rows("month"))


_LEADS = ("before", "until", "early", "during", "start", "from", "late", "end", "mid", "by", "of", "in", "to")


@cache
def _leads(text: str) -> tuple[str, ...]:
    """The words that lead to a date of which the text is made, () where it is not made of them."""
    for lead in _LEADS:
        if text == lead:
            return (lead,)
        if text.startswith(lead) and (rest := _leads(text.removeprefix(lead))):
            return (lead, *rest)
    return ()


def _short_month(word: str) -> str | None:
    """ "juen", "jully": a short month with two letters swapped or one doubled."""
    return next((month for month in _short_months() if _is_jumbled(word, month)), None)


@cache
def _short_months() -> tuple[str, ...]:
    """The names of months of four letters."""
    return tuple(form for row in _rows("month") for form in row["forms"].split("|") if len(form) == _SHORTEST)


def _is_jumbled(word: str, month: str) -> bool:
    if word[0] != month[0]:
        return False
    return sorted(word) == sorted(month) or word in {month[:i] + letter + month[i:] for i, letter in enumerate(month)}


def _allowed(word: str, known: str) -> int:
    return 2 if known in _long_months() and word[0] == known[0] else 1


def _rows(*kinds: str) -> list[Record]:
    return [row for row in read_table("deadline_words") if row["kind"] in kinds]


@cache
def _closed_words() -> frozenset[str]:
    forms = (form for row in _rows(*_CLOSED_KINDS) for form in row["forms"].split("|"))
    return frozenset(form for form in forms if form.isalpha())


@cache
def _restored_words() -> frozenset[str]:
    """Longer words of other classes that few real words are near: "within", "business"."""
    return _set("restored")


@cache
def _long_months() -> frozenset[str]:
    return frozenset(form for row in _rows("month") for form in row["forms"].split("|") if len(form) > 7)


@cache
def _long_months_from(initial: str) -> tuple[str, ...]:
    """The long months of this initial."""
    return tuple(sorted(month for month in _long_months() if month[0] == initial))


@cache
def _real_words() -> frozenset[str]:
    """Words that are not to be respelled: those of the vocabulary, and others near it ("match", "sprint")."""
    return frozenset(word for row in read_table("deadline_words") for word in row["forms"].replace("|", " ").split())


@cache
def _set(name: str) -> frozenset[str]:
    rows = (row for row in _rows("set") if row["value"] == name)
    return frozenset(word for row in rows for word in row["forms"].split("|"))


@cache
def _index() -> dict[str, list[str]]:
    """Every long closed-class word under each of its forms with one letter left out, and itself."""
    index: dict[str, list[str]] = {}
    for word in sorted((_closed_words() | _restored_words()) - _set("too_near")):
        if len(word) > _SHORTEST:
            for key in _deletions(word):
                index.setdefault(key, []).append(word)
    return index


def _deletions(word: str) -> set[str]:
    """The word, and what is left of it without each of its letters in turn."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _distance(a: str, b: str) -> int:
    """Edits between two words; two neighbouring letters swapped count as one."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, last, row = row, before, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and (x, a[i - 2]) == (b[j - 2], y):
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
