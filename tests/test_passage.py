from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan_extract.passage import Box, Passage, Piece, Place, as_passage, join, union

ALPHABET = "ab1 \t\n\r\x0b\x0c\x1c\x85\u00a0\u2028.,-é\U0001f600"
PAGES = {1: " Agree\r\nthe  plan.\u2028By – May\t2024, ", 2: "\n\nƒé\U0001f600 a,b,,c\x0b\x85 1.2 - 3\u00a0"}

Operation = Callable[[Passage], Passage]


def of_page(number: int, with_boxes: bool = False) -> Passage:
    text = PAGES[number]
    boxes = tuple(box for box, _, _ in words_of(text)) if with_boxes else ()
    return Passage.of(text, Place(page=number, boxes=boxes))


def words_of(text: str) -> Iterator[tuple[Box, int, int]]:
    """The stretches between blanks (empty ones, too), each with a box of its own."""
    start = 0
    for word in text.split(" "):
        yield (start, 0, start + len(word), 10), start, start + len(word)
        start += len(word) + 1


PATTERNS = st.sampled_from([r"\s", r",", r"[\r\n]+", r"a?", r"\b", r"\.", r"(?<=a)"])
BOUNDS = st.none() | st.integers(-40, 40)


def slicing(start: int | None, end: int | None) -> Operation:
    return lambda passage: passage[start:end]


def stripping(chars: str | None) -> Operation:
    return lambda passage: passage.strip(chars)


def splitting(pattern: str, choice: int) -> Operation:
    return lambda passage: (parts := passage.split(pattern))[choice % len(parts)]


def rejoining(pattern: str, separator: str) -> Operation:
    return lambda passage: join(separator, reversed(passage.split(pattern)))


def substituting(pattern: str, replacement: str) -> Operation:
    return lambda passage: passage.sub(pattern, replacement)


OPERATIONS = st.one_of(
    st.builds(slicing, BOUNDS, BOUNDS),
    st.builds(stripping, st.sampled_from([None, " ", "\n .", "x"])),
    st.builds(splitting, PATTERNS, st.integers(0, 20)),
    st.builds(rejoining, PATTERNS, st.sampled_from(["", " ", "\n"])),
    st.builds(substituting, PATTERNS, st.sampled_from(["", "-", "  "])),
    st.sampled_from(
        [
            Passage.collapse,
            lambda passage: passage + of_page(2),
            lambda passage: "- " + passage + "!",
            lambda passage: join("\n", passage.lines()),
            lambda passage: passage.lines()[-1],
        ]
    ),
)


def assert_sourced(passage: Passage) -> None:
    assert "".join(piece.text for piece in passage.pieces) == passage.text
    assert all(piece.text for piece in passage.pieces), "no piece is empty"
    for piece in passage.sources():
        assert piece.place is not None
        assert PAGES[piece.place.page or 0][piece.start : piece.end] == piece.text


@given(st.lists(OPERATIONS, max_size=8))
def test_every_sourced_piece_equals_the_page_at_its_span_whatever_is_done(operations: list[Operation]) -> None:
    passage = of_page(1) + of_page(2)
    for operation in operations:
        passage = operation(passage)
        assert_sourced(passage)


@given(st.lists(OPERATIONS, max_size=8))
def test_every_word_keeps_its_box_whatever_is_done(operations: list[Operation]) -> None:
    passage = of_page(1, with_boxes=True)
    for operation in operations:
        passage = operation(passage)
    words = list(words_of(PAGES[1]))
    for piece in (piece for piece in passage.sources() if piece.place and piece.place.page == 1):
        assert piece.boxes == tuple(b for b, start, end in words if max(start, piece.start) < min(end, piece.end))


def pieces_of(texts: list[str]) -> Passage:
    return join("", [Passage.of(text, Place(page=1), 100 * index) for index, text in enumerate(texts)])


TEXTS = st.lists(st.text(alphabet=ALPHABET, max_size=8), max_size=5)


@given(TEXTS, BOUNDS, BOUNDS)
def test_slicing_agrees_with_str(texts: list[str], start: int | None, end: int | None) -> None:
    assert pieces_of(texts)[start:end].text == "".join(texts)[start:end]


@given(TEXTS, st.sampled_from([None, " ", "a \n", ""]))
def test_stripping_agrees_with_str(texts: list[str], chars: str | None) -> None:
    assert pieces_of(texts).strip(chars).text == "".join(texts).strip(chars)


@given(TEXTS, PATTERNS)
def test_splitting_agrees_with_re(texts: list[str], pattern: str) -> None:
    assert [part.text for part in pieces_of(texts).split(pattern)] == re.split(pattern, "".join(texts))


@given(TEXTS, PATTERNS, st.text(alphabet=ALPHABET, max_size=2))
def test_substituting_agrees_with_re(texts: list[str], pattern: str, replacement: str) -> None:
    assert pieces_of(texts).sub(pattern, replacement).text == re.sub(pattern, lambda _: replacement, "".join(texts))


@given(TEXTS)
def test_collapsing_leaves_words_and_single_blanks(texts: list[str]) -> None:
    assert pieces_of(texts).collapse().text == " ".join("".join(texts).split())


@given(st.text(alphabet="ab \r\n\x0b\x0c\x85\u2028\u2029"))
def test_lines_agree_with_str_but_for_an_empty_last_one(text: str) -> None:
    assert [line.text for line in Passage.of(text).lines()] == (text + "\v").splitlines()


@given(TEXTS)
def test_length_and_truth_agree_with_str(texts: list[str]) -> None:
    passage = pieces_of(texts)
    assert len(passage) == len("".join(texts))
    assert bool(passage) == bool("".join(texts))
    assert str(passage) == "".join(texts)


@given(TEXTS, TEXTS, st.text(max_size=2))
def test_joining_agrees_with_str(one: list[str], other: list[str], separator: str) -> None:
    passages = [pieces_of(one), pieces_of(other), "plain"]
    assert join(separator, passages).text == separator.join(["".join(one), "".join(other), "plain"])
    assert (pieces_of(one) + pieces_of(other)).text == "".join(one) + "".join(other)


def test_an_empty_part_between_others_has_no_piece() -> None:
    passage = Passage.of("a,,b", Place(page=1))
    assert passage.split(",")[1].pieces == ()
    assert passage[2:2].pieces == passage[3:1].pieces == ()


def test_a_collapsed_blank_keeps_its_source_and_a_longer_run_has_none() -> None:
    passage = Passage.of("a b  c", Place(page=1)).collapse()
    assert [(piece.text, piece.place is not None) for piece in passage.pieces] == [
        ("a b", True),
        (" ", False),
        ("c", True),
    ]


def test_one_box_for_all_words_stays_whole() -> None:
    place = Place(page=1, boxes=((0, 0, 50, 10),))
    (piece,) = Passage.of("Agree it", place)[1:7].pieces
    assert piece == Piece("gree i", place, 1)


def test_a_box_a_word_narrows_with_the_text() -> None:
    boxes: tuple[Box, ...] = ((0, 0, 5, 10), (6, 0, 9, 10), (10, 0, 14, 10))
    (piece,) = Passage.of("Agree the plan", Place(page=1, boxes=boxes), start=7)[5:8].pieces
    assert (piece.text, piece.start, piece.end) == (" th", 12, 15)
    assert (piece.boxes, piece.box) == (boxes[1:2], boxes[1])


def test_text_that_joining_puts_in_has_no_source() -> None:
    passage = join(" / ", [Passage.of("a", Place(page=1)), Passage.of("b", Place(page=1))])
    assert [piece.text for piece in passage.sources()] == ["a", "b"]
    assert [piece.place for piece in passage[1:4].pieces] == [None]


def test_union_is_the_smallest_box_around_all() -> None:
    assert union([(5, 1, 6, 2), (0, 3, 1, 9)]) == (0, 1, 6, 9)
    assert union([]) is None
    assert Piece("a", Place()).box is None


def test_only_contiguous_parts_can_be_cut() -> None:
    with pytest.raises(ValueError, match="contiguous"):
        Passage.of("abc")[::2]


def test_a_string_becomes_a_passage_without_source() -> None:
    passage = Passage.of("a", Place(page=1))
    assert as_passage(passage) is passage
    assert as_passage("a").pieces == (Piece("a"),)
    assert as_passage("").pieces == ()


def test_splitting_takes_steps_in_proportion_to_the_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = 0

    class Counted(Piece):
        def __getattribute__(self, name: str) -> object:
            nonlocal looked_at
            looked_at += name == "text"
            return super().__getattribute__(name)

    def steps(count: int) -> int:
        nonlocal looked_at
        passage = join(" ", [Passage((Counted("word", Place(), 5 * index),)) for index in range(count)])
        looked_at = 0
        assert len(passage.split(" ")) == count
        return looked_at

    assert steps(400) <= 2.5 * steps(200)
