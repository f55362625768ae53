"""What holds for every reading, whatever the text."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from actionplan_extract.normalise.deadline import parse_deadlines
from actionplan_extract.schema import Deadline

REFERENCE = date(2024, 1, 15)
MONTHS = ["January", "Feb", "March", "April", "May", "June", "Sept", "Oct", "November", "Dec"]
UNITS = st.one_of(
    st.builds("{} {}".format, st.sampled_from(MONTHS), st.integers(2015, 2035)),
    st.builds("{} {} {}".format, st.integers(1, 28), st.sampled_from(MONTHS), st.integers(2015, 2035)),
    st.builds("{:02}/{:02}/{}".format, st.integers(1, 28), st.integers(1, 12), st.integers(2015, 2035)),
    st.builds("Q{} {y}/{z}".format, st.integers(1, 4), y=st.just(2024), z=st.just(25)),
    st.builds("{} {}".format, st.sampled_from(["Spring", "Summer", "Autumn", "Winter"]), st.integers(2015, 2035)),
    st.sampled_from(["2024", "2024/25", "end of March 2025", "mid-2026", "H2 2025/26", "early May 2024"]),
)
PREPOSITIONS = st.sampled_from(["", "by ", "from ", "until ", "before ", "after ", "circa ", "in "])
DATES = st.builds("{}{}".format, PREPOSITIONS, UNITS)
STATES = st.sampled_from(["Ongoing", "Quarterly", "TBC", "Completed", "Short term", "ASAP", "6 months"])
PROSE = st.sampled_from(["Report to Cabinet", "draft", "Phase 2", "(", ")", "and", "then", "1 in 4", "may", "£2m"])
JOINTS = st.sampled_from([" ", ", ", "; ", "\n", " and ", " - ", "/", ". ", "\n• ", " (", ") "])
CELLS = st.lists(st.one_of(DATES, STATES, PROSE, JOINTS), max_size=9).map(" ".join)
ANYTHING = st.one_of(CELLS, st.text(max_size=60))


def reading(text: str) -> list[tuple[object, ...]]:
    """The readings of a text but for the texts in them."""
    return [_dates(deadline) for deadline in parse_deadlines(text, REFERENCE)]


def _dates(deadline: Deadline) -> tuple[object, ...]:
    names = ("earliest", "latest", "precision", "modality", "recurrence", "offset", "edtf")
    return (deadline.kind, *(getattr(deadline, name, None) for name in names))


@given(ANYTHING)
def test_earliest_is_no_later_than_latest(text: str) -> None:
    for deadline in parse_deadlines(text, REFERENCE):
        earliest, latest = getattr(deadline, "earliest", None), getattr(deadline, "latest", None)
        assert earliest is None or latest is None or earliest <= latest


@given(ANYTHING)
def test_spans_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    behind = 0
    for deadline in parse_deadlines(text, REFERENCE):
        start, end = deadline.span
        assert behind <= start < end <= len(text)
        assert text[start:end] == deadline.text == deadline.text.strip()
        behind = end


@given(ANYTHING)
def test_only_empty_text_has_no_deadline(text: str) -> None:
    assert (
        bool(parse_deadlines(text)) == any(c.isprintable() and not c.isspace() for c in text) or not text.isprintable()
    )


@given(ANYTHING)
def test_without_a_reference_date_no_date_is_assumed(text: str) -> None:
    for deadline in parse_deadlines(text):
        assert not {"year_inferred", "counted_from_reference"} & set(deadline.assumptions)


@given(DATES)
def test_letter_case_changes_nothing(text: str) -> None:
    assert reading(text) == reading(text.upper()) == reading(text.lower())


@given(st.one_of(DATES, STATES))
def test_white_space_and_a_full_stop_change_nothing(text: str) -> None:
    spaced = "  " + text.replace(" ", "\u00a0 \t") + " "
    assert reading(text) == reading(spaced) == reading(text + ".") == reading(text.replace(" ", "\n"))


@given(UNITS, UNITS, st.sampled_from("\u2010\u2011\u2012\u2013\u2014\u2212"))
def test_the_kind_of_dash_changes_nothing(first: str, last: str, dash: str) -> None:
    assert reading(f"{first} - {last}") == reading(f"{first} {dash} {last}")


@given(DATES)
def test_the_same_text_gives_the_same_reading(text: str) -> None:
    assert parse_deadlines(text, REFERENCE) == parse_deadlines(text, REFERENCE)
