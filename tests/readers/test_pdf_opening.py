"""When pdfplumber and a repair are asked, and when their answer counts."""

from __future__ import annotations

import dataclasses
import signal
import time
from collections.abc import Callable, Container
from contextlib import suppress

import pytest

from actionplan_extract.errors import Damaged, Encrypted, TimedOut
from actionplan_extract.limits import DEFAULT, Limits
from actionplan_extract.readers.pdf import opening, pdfium, plumber
from actionplan_extract.readers.pdf.ink import Ink, Print
from actionplan_extract.readers.pdf.opening import read_print

from .pdf_fixtures import NAMELESS, Sheet, pdf

Reading = Callable[..., Print]


def plan() -> bytes:
    return pdf(Sheet().text(50, 100, "First"), Sheet().text(50, 100, "Second"))


def changed(number: int, **marks: object) -> Reading:
    """PDFium's reading, but for some marks of one page."""
    true = pdfium.read_print

    def read(data: bytes, limits: Limits = DEFAULT) -> Print:
        found = true(data, limits)
        pages = [dataclasses.replace(ink, **marks) if ink.number == number else ink for ink in found.inks]
        return dataclasses.replace(found, inks=tuple(pages))

    return read


def texts(found: Print) -> list[list[str]]:
    return [[word.text for word in ink.words] for ink in found.inks]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The pages that pdfplumber is asked for, once each time."""
    numbers: list[object] = []
    true = plumber.read_print

    def read(data: bytes, pages: Container[int] = ()) -> Print:
        numbers.append(pages)
        return true(data, pages)

    monkeypatch.setattr(plumber, "read_print", read)
    return numbers


def test_nobody_else_is_asked_of_a_sound_file(asked: list[object]) -> None:
    assert texts(read_print(plan())) == [["First"], ["Second"]]
    assert asked == []


@pytest.mark.parametrize(
    "marks",
    [
        {"runs": (), "glyphs": 0, "unread": True},
        {"runs": (), "glyphs": 0, "failure": "broken"},
        {"runs": (), "glyphs": 10, "unreadable": 9},
    ],
    ids=["text without characters", "page not read", "characters without meaning"],
)
def test_second_opinion_on_a_page_with_bad_signs(
    marks: dict[str, object], asked: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdfium, "read_print", changed(2, **marks))
    assert texts(read_print(plan())) == [["First"], ["Second"]]
    assert asked == [[2]]


def test_second_opinion_reads_the_repaired_file(monkeypatch: pytest.MonkeyPatch) -> None:
    read, data = list[bytes](), plan()

    def note(given: bytes, pages: Container[int]) -> Print:
        read.append(given)
        raise Damaged("no")

    monkeypatch.setattr(plumber, "read_print", note)
    monkeypatch.setattr(pdfium, "read_print", changed(2, unread=True))
    read_print(data)
    assert len(read) == 1
    assert read[0] not in (data, b"")


def test_second_opinion_that_reads_no_more_does_not_count(asked: list[object]) -> None:
    data = pdf(Sheet().draw(f"BT /{NAMELESS} 10 Tf 50 700 Td <00010002> Tj ET"))
    (ink,) = read_print(data).inks
    assert asked == [[1]]
    assert ink == pdfium.read_print(data).inks[0]


def test_second_opinion_is_asked_of_few_pages(asked: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_DOUBTFUL", 1)
    read_print(pdf(Sheet(), Sheet(), Sheet()))
    assert asked == [[1]]


@pytest.mark.parametrize("error", [Damaged("broken"), Encrypted("locked")])
def test_second_opinion_that_fails_does_no_harm(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Print:
        raise error

    monkeypatch.setattr(plumber, "read_print", fail)
    monkeypatch.setattr(pdfium, "read_print", changed(2, unread=True))
    assert texts(read_print(plan())) == [["First"], ["Second"]]


def test_file_that_cannot_be_opened_is_repaired(asked: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    true, tried = pdfium.read_print, list[bytes]()

    def stumble(data: bytes, limits: Limits) -> Print:
        tried.append(data)
        if len(tried) == 1:
            raise Damaged("no")
        return true(data, limits)

    monkeypatch.setattr(pdfium, "read_print", stumble)
    assert texts(read_print(plan())) == [["First"], ["Second"]]
    assert (len(tried), asked) == (2, [])
    assert tried[0] != tried[1]


def test_pdfplumber_reads_what_no_repair_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes, limits: Limits) -> Print:
        raise Damaged("no")

    monkeypatch.setattr(pdfium, "read_print", fail)
    assert texts(read_print(plan())) == [["First"], ["Second"]]


def test_a_second_opinion_that_takes_too_long_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object) -> Print:
        while True:
            with suppress(Exception):  # as careless as libraries are
                time.sleep(0.01)

    before = signal.getsignal(signal.SIGALRM)
    monkeypatch.setattr(opening, "PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr(plumber, "read_print", hang)
    monkeypatch.setattr(pdfium, "read_print", changed(2, unread=True))
    assert texts(read_print(plan())) == [["First"], ["Second"]]
    assert signal.getsignal(signal.SIGALRM) is before


def test_a_file_that_only_pdfplumber_tries_is_given_up_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE_SECONDS", 0.2)
    with pytest.raises(TimedOut, match="pdfplumber took longer"):
        read_print(
            b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 6 0 R >>\nendobj\n6 0 obj\n7 0 R\nendobj\n"
            b"7 0 obj\n6 0 R\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF"
        )


def test_file_without_pages_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(data: bytes, pages: object) -> Print:
        return Print({}, (), 0)

    monkeypatch.setattr(pdfium, "read_print", none)
    monkeypatch.setattr(plumber, "read_print", none)
    assert read_print(plan()).inks == ()


def test_ink_is_legible_up_to_a_fifth() -> None:
    assert Ink(1, 10, 10, glyphs=10, unreadable=2).is_legible
    assert not Ink(1, 10, 10, glyphs=10, unreadable=3).is_legible
