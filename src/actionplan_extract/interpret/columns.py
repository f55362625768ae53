"""Columns to roles: by header, then by what the column holds; one column a role where only one can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from ..model import Cell, Column, Notice, Row, Senses
from ..passage import Passage
from .contents import Contents, contents
from .headers import header_role, header_roles, header_words

SINGLE = frozenset(("recommendation", "summary", "action", "heading"))
DONE_BY = ("recommendation", "outcome", "heading", "progress")  # what may hold the action where no column is it
_TELLING = frozenset(("owner_officer", "owner_member", "deadline", "status"))
_SHORT = frozenset(("deadline", "owner_officer", "owner_member"))
_WORDY = frozenset(("action", "recommendation", "progress"))
_LEAST, _CLEAR = 0.5, 0.6
_PROSE_WORDS = 8
_WORDS = 4.0  # of sentences, in the mean
_STATUS_WORDS = 4
_NARROW = 4  # columns: in a table of fewer, a cell of two is not most of a row
_DATE_LENGTH = 5  # words: what is longer says more than when
_NAME_LENGTH = 8  # words of names, in the mean
_NAME_WORDS = 2.5  # the mean from which on a column says what, not how urgent
_FEW = 0.3
_RIVAL = 0.5  # how sure a column is that lost its role to a clearer one
_GROUPED = 0.8  # the share of actions' rows up to which another column's cells stand over several
_SURE = 0.8
_OTHER_DATES = frozenset(("date", "received", "raised", "agreed", "added", "reported", "review", "updated"))
_LATER_DATES = frozenset(("received", "raised", "reported", "review", "reviewed", "updated"))  # of no milestone
_DATE_WORDS = frozenset(("extra", "progress", "status"))  # a date under such a header is no deadline


@dataclass(frozen=True, slots=True)
class _Guess:
    index: int
    role: str
    confidence: float


def assign_roles(
    header: Sequence[Cell], rows: Sequence[Row], senses: Senses
) -> tuple[tuple[Column, ...], tuple[Notice, ...]]:
    """The columns with their roles, and notices of columns without one or with two.

    `header` may be empty for a table without one; `rows` are the rows below it.
    """
    width = max([len(header), *(len(row.cells) for row in rows)])
    bodies = [contents(_column(rows, index), senses) for index in range(width)]
    titles = [header[c].passage.collapse() if c < len(header) else Passage() for c in range(width)]
    texts = [title.text for title in titles]
    guesses = _without_rivals([_guess(index, texts[index], bodies[index]) for index in range(width)], texts, bodies)
    guesses = _with_milestones(_without_other_dates(guesses, texts), texts, bodies)
    guesses = _with_action(_one_each(_named_apart(guesses, bodies), texts, bodies), texts, bodies, rows)
    guesses = _with_recommendation(_with_group(guesses, texts, bodies, rows), texts, bodies)
    guesses = _with_heading(_with_status(guesses, bodies), texts, bodies)
    guesses = [_no_key(guess, rows) for guess in _with_owner(guesses, bodies)]
    columns = tuple(Column(g.index, titles[g.index], g.role, g.confidence) for g in guesses)
    return columns, tuple(_notices(columns, bodies))


def _column(rows: Sequence[Row], index: int) -> list[Cell]:
    """The cells of a column, but for those merged across most of a row, as headings are."""
    cells = [row.cells[index] for row in rows if index < len(row.cells)]
    own = [cell for cell in cells if 2 * cell.column_span <= max(_NARROW, len(rows[0].cells))]
    return own or cells


def _guess(index: int, title: str, body: Contents) -> _Guess:
    role, weight = _told(title, body)
    says_what = role in _WORDY and weight >= _CLEAR and body.date < _FEW and body.words > _DATE_LENGTH
    doubtful = (weight < 0.95 and not says_what) or (role == "outcome" and body.words < 8)  # "Target" may head dates
    if body.timescale >= 0.7 and body.words < 12 and doubtful and role not in (*_DATE_WORDS, "deadline"):
        return _Guess(index, "deadline", 0.8)
    if role == "number" and body.filled and body.reference < 0.3 and body.words > 4:
        return _Guess(index, *_by_contents(body))
    if role.startswith("owner") and weight < _SURE and body.filled and body.owner < 0.3 and body.words > 3:
        return _Guess(index, *_by_contents(body))
    if role == "extra" and _says_what(body) and (asked := header_roles(title).get("recommendation", 0.0)):
        return _Guess(index, "recommendation", asked)  # a priority that is none of high, medium and low
    if weight > 0:
        return _Guess(index, role, weight)
    return _Guess(index, *_by_contents(body)) if not title.strip() or body.filled > 1 else _Guess(index, "extra", 0.0)


def _says_what(body: Contents) -> bool:
    """Does a column hold more than levels, statuses and dates?"""
    return body.words >= _NAME_WORDS and max(body.timescale, body.status) < _LEAST


def _told(title: str, body: Contents) -> tuple[str, float]:
    """The role a header most clearly speaks for; over prose the wordy one of several ("What we will do, by when")."""
    role, weight = header_role(title)
    few = body.date if role == "deadline" else body.owner
    if role not in _SHORT or body.words <= _PROSE_WORDS or few >= _FEW:
        return role, weight
    wordy = {name: clear for name, clear in header_roles(title).items() if name in _WORDY and clear >= _LEAST}
    return max(wordy.items(), key=lambda pair: pair[1], default=(role, weight))


def _by_contents(body: Contents) -> tuple[str, float]:
    """The role that what a column holds speaks for; ("extra", 0) where nothing does."""
    shares = (
        ("number", body.reference),
        ("deadline", body.timescale if body.words < 12 else 0.0),
        ("status", body.status),
        ("owner_officer", body.owner if body.words < 14 else 0.0),
    )
    role, share = max(shares, key=lambda pair: pair[1])
    return (role, 0.75 * share) if share >= _CLEAR else ("extra", 0.0)


def _without_rivals(guesses: list[_Guess], titles: Sequence[str], bodies: Sequence[Contents]) -> list[_Guess]:
    """Where a header names the timescale, other columns that hold more than dates are what their own headers say."""
    named = [
        guess for guess in guesses if guess.role == "deadline" and header_role(titles[guess.index])[0] == "deadline"
    ]
    if not named:
        return guesses
    deadlines = [guess for guess in guesses if guess.role == "deadline" and guess not in named]
    rivals = [guess for guess in deadlines if bodies[guess.index].date < _CLEAR]
    return [_Guess(guess.index, *header_role(titles[guess.index])) if guess in rivals else guess for guess in guesses]


def _without_other_dates(guesses: list[_Guess], titles: Sequence[str]) -> list[_Guess]:
    """Beside timescales, dates under the header of others ("Benefits review") are none."""
    dated = [guess for guess in guesses if guess.role == "deadline"]
    others = [guess for guess in dated if _LATER_DATES.intersection(header_words(titles[guess.index]))]
    others = [guess for guess in others if header_role(titles[guess.index])[0] != "deadline"]
    if len(others) == len(dated):
        return guesses
    return [_Guess(guess.index, "extra", 1.0) if guess in others else guess for guess in guesses]


def _with_milestones(guesses: list[_Guess], titles: Sequence[str], bodies: Sequence[Contents]) -> list[_Guess]:
    """Dates between two columns of timescales are a timescale, too, unless their header says that they are others."""
    dated = [guess.index for guess in guesses if guess.role == "deadline"]

    def is_one(guess: _Guess) -> bool:
        is_between = bool(dated) and dated[0] < guess.index < dated[-1]
        is_other = bool(_OTHER_DATES.intersection(header_words(titles[guess.index])))
        return is_between and guess.role == "extra" and not is_other and bodies[guess.index].date >= _CLEAR

    return [replace(guess, role="deadline", confidence=_CLEAR) if is_one(guess) else guess for guess in guesses]


def _named_apart(guesses: list[_Guess], bodies: Sequence[Contents]) -> list[_Guess]:
    """Of two columns that tell what is answered side by side, the first with names and the other with sentences, the
    first is the heading and the other the recommendation."""
    asked = [guess for guess in guesses if guess.role in ("heading", "recommendation")]
    if len(asked) != 2 or not _names_and_says(*(bodies[guess.index] for guess in asked)):
        return guesses
    roles = {asked[0].index: "heading", asked[1].index: "recommendation"}
    return [replace(guess, role=roles.get(guess.index, guess.role)) for guess in guesses]


def _names_and_says(names: Contents, says: Contents) -> bool:
    return 0 < names.words <= _NAME_LENGTH and names.sentence < _LEAST <= says.sentence and says.words > names.words


def _one_each(guesses: Sequence[_Guess], titles: Sequence[str], bodies: Sequence[Contents]) -> list[_Guess]:
    """Of two columns with a role that only one can have, the clearer keeps it; of equals, the wordier action.

    Recommendations and actions may each have a number column.
    """
    most = dict.fromkeys(SINGLE, 1) | {"number": 1 + any(guess.role == "recommendation" for guess in guesses)}
    rivals = [len(header_roles(title)) for title in titles]
    clearest = sorted(guesses, key=lambda g: (-g.confidence, rivals[g.index], -bodies[g.index].words, g.index))
    held = Counter[str]()
    kept: dict[int, _Guess] = {}
    for guess in clearest:
        held[guess.role] += 1
        is_one_too_many = held[guess.role] > most.get(guess.role, len(guesses))
        kept[guess.index] = replace(guess, role="extra", confidence=_RIVAL) if is_one_too_many else guess
    return [kept[guess.index] for guess in guesses]


def _with_heading(guesses: list[_Guess], titles: Sequence[str], bodies: Sequence[Contents]) -> list[_Guess]:
    """The first column is the heading where it holds names, and its header ("Project") may mean an action."""
    roles = {guess.role for guess in guesses}
    first = next((guess for guess in guesses if guess.role != "number"), None)
    if first is None or first.role != "extra" or "action" not in roles or roles & {"recommendation", "heading"}:
        return guesses
    body = bodies[first.index]
    is_name = body.filled > 1 and 0 < body.words <= _NAME_LENGTH and body.sentence < _LEAST
    if not (is_name and "action" in header_roles(titles[first.index])):
        return guesses
    return [replace(guess, role="heading", confidence=_LEAST) if guess is first else guess for guess in guesses]


def _with_action(
    guesses: list[_Guess], titles: Sequence[str], bodies: Sequence[Contents], rows: Sequence[Row]
) -> list[_Guess]:
    """Where no column is the action, the only one that says what is to be done is, whatever its name.

    First one whose name may mean it (a commitment, a target beside recommendations), then any by DONE_BY; one that
    stands over several rows is not, where the next one has texts for them.
    """
    if any(guess.role == "action" for guess in guesses):
        return guesses
    free = [guess for guess in guesses if guess.role in (*DONE_BY, "extra") and bodies[guess.index].filled]
    worded = [guess for guess in free if bodies[guess.index].words >= 3]
    worded = [one for one, other in zip_longest(worded, worded[1:]) if not _stands_over(one, other, bodies, rows)]
    roles = {guess.role for guess in guesses}
    named = [guess for guess in worded if "action" in header_roles(titles[guess.index])]
    told = [guess for guess in worded if guess.role == "extra" and bodies[guess.index].task >= _LEAST]
    if named and roles & {"recommendation", "deadline"}:
        likely = {g.index: header_roles(titles[g.index]).get("action", 0.0) + bodies[g.index].task for g in worded}
        return _promoted(guesses, min((*named, *told), key=lambda g: (g.role == "recommendation", -likely[g.index])))
    asked = [
        guess for guess in worded if guess.role == "extra" and "recommendation" in header_roles(titles[guess.index])
    ]
    if asked and "recommendation" in roles:
        return _promoted(guesses, asked[-1])  # what one says and the other commits to
    if len(roles & _TELLING) > 1 and _unknown(guesses, bodies):
        return _by_order(guesses, bodies)
    if told and roles & _TELLING:
        return _promoted(guesses, told[-1])  # what begins as tasks do, in few words
    if not any(titles) and "deadline" in roles and (said := _sentences(guesses, bodies)):
        return _promoted(guesses, said[-1])  # what stands beside dates without a header
    for role in DONE_BY:
        if role == "outcome" and "deadline" not in roles:
            continue  # what is measured is to be done only where something says by when
        wordy = [guess for guess in worded if guess.role == role]
        if wordy:
            return _promoted(guesses, max(wordy, key=lambda guess: bodies[guess.index].words))
    return guesses


def _unknown(guesses: Sequence[_Guess], bodies: Sequence[Contents], least: float = _WORDS) -> list[_Guess]:
    """The columns with sentences, of so many words at least, under headers that say nothing known."""
    return [g for g in guesses if g.role == "extra" and g.confidence == 0 and bodies[g.index].words >= least]


def _sentences(guesses: Sequence[_Guess], bodies: Sequence[Contents]) -> list[_Guess]:
    """The columns of unknown role that hold sentences or tasks, not the names of meetings or places."""
    said = [guess for guess in _unknown(guesses, bodies) if bodies[guess.index].sentence >= _CLEAR]
    return said or [g for g in guesses if g.role == "extra" and g.confidence == 0 and bodies[g.index].task >= _CLEAR]


def _by_order(guesses: list[_Guess], bodies: Sequence[Contents]) -> list[_Guess]:
    """Of columns with sentences under unknown headers, the last is the action and the one before it what it answers."""
    unknown = _unknown(guesses, bodies)
    found = _promoted(guesses, unknown[-1])
    if len(unknown) == 1 or any(guess.role == "recommendation" for guess in guesses):
        return found
    asked = unknown[-2]
    return [replace(g, role="recommendation", confidence=_CLEAR) if g is asked else g for g in found]


def _with_recommendation(guesses: list[_Guess], titles: Sequence[str], bodies: Sequence[Contents]) -> list[_Guess]:
    """Where no column is the recommendation: a summary, or the sentences left of the action under an unknown header.

    Where no column has a header, texts left of the action are, too.
    """
    action = next((guess.index for guess in guesses if guess.role == "action"), None)
    if action is None or any(guess.role == "recommendation" for guess in guesses):
        return guesses
    least = _WORDS if any(titles) else _NAME_WORDS
    asked = [guess for guess in guesses if guess.role == "summary"]
    asked = asked or [guess for guess in _unknown(guesses, bodies, least) if guess.index < action][-1:]
    return [replace(g, role="recommendation", confidence=_CLEAR) if g in asked[:1] else g for g in guesses]


def _with_group(
    guesses: list[_Guess], titles: Sequence[str], bodies: Sequence[Contents], rows: Sequence[Row]
) -> list[_Guess]:
    """Where no column is the recommendation: a text left of the action that stands over several rows is.

    Such is one that lost the action to another column, too. An outcome needs a number that stands over as many rows.
    """
    action = next((guess.index for guess in guesses if guess.role == "action"), None)
    if action is None or any(guess.role in ("recommendation", "heading") for guess in guesses):
        return guesses
    begun = [_begun(rows, guess.index) for guess in guesses]
    numbers = {begun[guess.index] for guess in guesses if guess.role == "number"}

    def is_asked(guess: _Guess) -> bool:
        if guess.index > action or bodies[guess.index].words < _WORDS or bodies[guess.index].date >= _FEW:
            return False
        is_over_several = 1 < len(begun[guess.index]) <= _GROUPED * len(begun[action])
        if guess.role == "outcome":
            return is_over_several and begun[guess.index] in numbers
        is_rival = guess.confidence == _RIVAL and "action" in header_roles(titles[guess.index])
        return guess.role == "extra" and (is_rival or is_over_several)

    chosen = next(filter(is_asked, guesses), None)
    return [replace(g, role="recommendation", confidence=_CLEAR) if g is chosen else g for g in guesses]


def _stands_over(one: _Guess, other: _Guess | None, bodies: Sequence[Contents], rows: Sequence[Row]) -> bool:
    """Does each cell of a column stand over several of another, which says what to do?"""
    if other is None or bodies[other.index].task < _LEAST:
        return False
    return len(_begun(rows, one.index)) <= _GROUPED * len(_begun(rows, other.index))


def _begun(rows: Sequence[Row], index: int) -> frozenset[int]:
    """The rows in which a cell of a column begins: filled, and neither the one above merged nor repeated."""
    cells = [row.cells[index] if index < len(row.cells) else None for row in rows]
    filled = [(n, cell) for n, cell in enumerate(cells) if cell is not None and not cell.is_empty]
    again = [one is two or one.text == two.text for (_, one), (_, two) in pairwise(filled)]
    return frozenset(n for (n, _), is_again in zip(filled, [False, *again], strict=False) if not is_again)


def _with_status(guesses: list[_Guess], bodies: Sequence[Contents]) -> list[_Guess]:
    """Where no column is the status, one of progress that holds nothing but statuses is."""
    if any(guess.role == "status" for guess in guesses):
        return guesses

    def is_status(guess: _Guess) -> bool:
        body = bodies[guess.index]
        return guess.role == "progress" and body.filled > 1 and body.status >= _SURE and body.words <= _STATUS_WORDS

    return [replace(guess, role="status") if is_status(guess) else guess for guess in guesses]


def _with_owner(guesses: list[_Guess], bodies: Sequence[Contents]) -> list[_Guess]:
    """Where no column is the owner, one of another name (partners) that holds owners is."""
    if any(guess.role.startswith("owner") for guess in guesses):
        return guesses
    free = [guess for guess in guesses if guess.role == "extra" and bodies[guess.index].owner >= _CLEAR]
    chosen = free[0] if free and any(guess.role == "action" for guess in guesses) else None
    return [replace(guess, role="owner_officer", confidence=_CLEAR) if guess is chosen else guess for guess in guesses]


def _promoted(guesses: list[_Guess], chosen: _Guess) -> list[_Guess]:
    """The guesses with the chosen column as the action."""
    confidence = min(chosen.confidence or 0.6, 0.7)
    return [replace(g, role="action", confidence=confidence) if g is chosen else g for g in guesses]


def _no_key(guess: _Guess, rows: Sequence[Row]) -> _Guess:
    """A heading column that is empty in the first row groups nothing: it is a remark."""
    first = rows[0].cells[guess.index] if rows and guess.index < len(rows[0].cells) else None
    if guess.role == "heading" and (first is None or first.is_empty):
        return replace(guess, role="extra", confidence=1.0)
    return guess


def _notices(columns: Sequence[Column], bodies: Sequence[Contents]) -> list[Notice]:
    found = []
    for column in columns:
        rivals = sorted(header_roles(column.header.text).values(), reverse=True)
        if column.role == "extra" and column.confidence < 1 and bodies[column.index].filled:
            found.append(
                Notice("column_unmapped", f"column {column.header.text!r} has no role; kept in extra", column.header)
            )
        elif len(rivals) > 1 and rivals[0] - rivals[1] < 0.05:
            message = f"column {column.header.text!r} was read as {column.role}; its words speak for another role too"
            found.append(Notice("column_ambiguous", message, column.header))
    return found
