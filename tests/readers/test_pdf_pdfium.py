"""What PDFium finds on a page: words, lines, coloured areas and pictures, all as displayed."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest

from actionplan_extract.limits import DEFAULT, Limits
from actionplan_extract.passage import Box
from actionplan_extract.readers.pdf.ink import Fill, Ink, Rule
from actionplan_extract.readers.pdf.pdfium import read_print

from .pdf_fixtures import BOLD, BULLETS, NAMELESS, Sheet, pdf

CROPPED = "/CropBox [50 42 550 742]"  # 500 by 700 points, 100 below the top of the sheet


def ink(sheet: Sheet, limits: Limits = DEFAULT) -> Ink:
    (found,) = read_print(pdf(sheet), limits).inks
    return found


def with_form(content: str, form: str, **entries: Any) -> Ink:
    """A page that draws a form of its own, named X."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf(Sheet().draw(content)))) as file:
        stream = file.make_stream(form.encode())
        stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        stream.BBox = pikepdf.Array([0, 0, 300, 300])
        stream.Resources = file.pages[0].Resources
        for key, value in entries.items():
            stream[f"/{key}"] = pikepdf.Array(value)
        file.pages[0].Resources = pikepdf.Dictionary(Font=stream.Resources.Font, XObject=pikepdf.Dictionary(X=stream))
        file.save(out)
    return read_print(out.getvalue()).inks[0]


def near(box: Box, tolerance: float = 0.05) -> Any:
    return pytest.approx(box, abs=tolerance)


def test_word_has_font_size_weight_and_box() -> None:
    (word,) = ink(Sheet().text(50, 100, "Timescale", font=BOLD)).words
    assert (word.text, word.font, word.size, word.bold, word.direction) == (
        "Timescale",
        "Helvetica-Bold",
        10,
        True,
        "right",
    )
    assert word.box == near((50, 102.1, 98.4, 112.1))
    assert len(word.centres) == 9
    assert word.centres[0] == pytest.approx(53.05, abs=0.1)


def test_letters_with_a_line_around_them_are_bold() -> None:
    plain, bold = ink(Sheet().text(50, 100, "plain").draw("2 Tr").text(50, 130, "bold")).words
    assert (plain.bold, bold.bold) == (False, True)


def test_size_is_as_displayed() -> None:
    (word,) = ink(Sheet().draw("q 2 0 0 2 0 0 cm BT /F1 1 Tf 6 0 0 6 20 100 Tm (Lead) Tj ET Q")).words
    assert (word.size, word.box[0], word.box[3] - word.box[1]) == pytest.approx((12, 40, 12))


@pytest.mark.parametrize(("turn", "direction", "start"), [(90, "down", (732, 50)), (270, "up", (104, 523))])
def test_word_across_the_text_of_a_turned_page(turn: int, direction: str, start: tuple[float, float]) -> None:
    sheet = Sheet(entries=f"/Rotate {turn}").text(50, 100, "Lead")
    level = {90: sheet.upwards, 270: sheet.downwards}[turn]
    found = ink(level(300, 400, "most of the text is here"))
    word = next(word for word in found.words if word.text == "Lead")
    assert ((found.width, found.height), found.turns, word.direction) == ((842, 595), 0, direction)
    assert word.box[:2] == pytest.approx(start, abs=6)


@pytest.mark.parametrize(("turn", "turns"), [(0, 0), (90, 3), (180, 2), (270, 1)])
def test_page_that_is_displayed_sideways_is_turned(turn: int, turns: int) -> None:
    found = ink(Sheet(entries=f"/Rotate {turn}").text(50, 100, "Lead officers answer for each action"))
    word = found.words[0]
    assert (found.width, found.height, found.turns, word.direction) == (595, 842, turns, "right")
    assert word.box[:2] == pytest.approx((50, 104), abs=6)


def test_a_word_that_runs_up_an_empty_page_does_not_turn_it() -> None:
    found = ink(Sheet().upwards(70, 190, "Theme one"))
    assert (found.turns, found.words[0].direction) == (0, "up")


def test_text_that_runs_up_a_turned_page_is_level() -> None:
    found = ink(Sheet(entries="/Rotate 90").upwards(70, 190, "An action plan"))
    assert [(word.text, word.direction) for word in found.words] == [
        ("An", "right"),
        ("action", "right"),
        ("plan", "right"),
    ]
    assert [round(word.box[1], 1) for word in found.words] == [62.1] * 3


def test_places_count_from_the_crop_box() -> None:
    found = ink(Sheet(entries=CROPPED).text(60, 120, "Lead").rule(60, 140, 100, 140).text(10, 10, "outside"))
    (word,) = found.words
    assert (found.width, found.height) == (500, 700)
    assert word.box[:2] == pytest.approx((10, 22.1), abs=0.1)
    assert found.rules == (Rule(True, pytest.approx(40), pytest.approx(10), pytest.approx(50)),)


def test_crop_box_beside_the_page_is_no_use() -> None:
    found = ink(Sheet(entries="/CropBox [1000 1000 2000 2000]").text(60, 120, "Lead"))
    assert (found.width, found.height, len(found.words)) == (595, 842, 1)


def test_hyphen_at_a_lines_end_is_kept() -> None:
    found = ink(Sheet().lines(50, 100, ("a long-", "term plan")))
    assert [word.text for word in found.words] == ["a", "long-", "term", "plan"]


def test_letters_of_a_ligature_share_its_place() -> None:
    (word,) = ink(Sheet().text(50, 100, "m", font=BULLETS)).words
    (left, right), (x0, _, x1, _) = word.centres, word.box
    assert word.text == "ff"
    assert x0 < left < (x0 + x1) / 2 < right < x1


def test_raised_letters_after_a_made_up_blank_belong_to_their_word() -> None:
    sheet = Sheet().draw("BT /F1 12 Tf 50 700 Td (3) Tj ET BT /F1 7 Tf 56.7 705 Td (rd) Tj ET")
    assert [word.text for word in ink(sheet).words] == ["3rd"]


def test_text_drawn_again_later_is_read_once() -> None:
    sheet = Sheet().text(50, 100, "Lead officer").text(50, 130, "Head").text(50.3, 100, "Lead officer")
    assert sorted(word.text for word in ink(sheet).words) == ["Head", "Lead", "officer"]


def test_glyphs_without_a_meaning_are_counted() -> None:
    found = ink(Sheet().draw(f"BT /{NAMELESS} 10 Tf 50 700 Td <00010002000300040005> Tj ET").text(50, 300, "Lead"))
    assert (found.glyphs, found.unreadable, found.is_legible) == (9, 5, False)
    assert [word.text for word in found.words] == ["\ufffd" * 5, "Lead"]


def test_bullets_in_a_symbol_font_are_readable() -> None:
    assert ink(Sheet().text(50, 100, "l", font=BULLETS)).unreadable == 0


def test_no_more_characters_than_the_limit() -> None:
    found = ink(Sheet().text(50, 100, "Lead officer"), Limits(page_characters=4))
    assert [word.text for word in found.words] == ["Lead"]
    assert "limit page_characters=4" in found.limits[0]


def test_one_path_of_several_thin_rectangles_is_several_rules() -> None:
    found = ink(Sheet().draw("10 10 100 1 re 10 50 100 1 re 10 30 1 100 re f"))
    assert [(rule.level, rule.at) for rule in found.rules] == [(True, 831.5), (True, 791.5), (False, 10.5)]


def test_stroked_rectangle_rules_its_four_sides() -> None:
    found = ink(Sheet().draw("100 142 200 100 re S"))
    assert {(rule.level, rule.at) for rule in found.rules} == {(True, 600), (True, 700), (False, 100), (False, 300)}


def test_straight_stretches_of_a_rounded_frame_are_rules() -> None:
    found = ink(Sheet().draw("20 100 m 180 100 l 190 100 200 110 200 120 c 200 300 l 20 300 l S"))
    assert [(rule.level, rule.at, rule.start, rule.end) for rule in found.rules] == [
        (True, 742, 20, 180),
        (False, 200, 542, 722),
        (True, 542, 20, 200),
    ]


def test_slanted_line_rules_nothing() -> None:
    assert ink(Sheet().rule(10, 10, 200, 100)).rules == ()


def test_path_that_is_not_painted_is_not_seen() -> None:
    found = ink(Sheet().draw("10 10 100 100 re n"))
    assert (found.rules, found.fills) == ((), ())


def test_rules_are_clipped() -> None:
    found = ink(Sheet().draw("q 0 0 100 100 re W n 50 50 m 250 50 l S 150 10 m 150 90 l S Q"))
    assert found.rules == (Rule(True, 792, 50, 100),)


def test_fills_are_clipped_and_lie_on_the_page() -> None:
    found = ink(Sheet().draw("q 0 0 100 100 re W n 1 0 0 rg 50 -50 100 100 re f Q"))
    assert found.fills == (Fill((50, 792, 100, 842), "#ff0000"),)


@pytest.mark.parametrize(("matrix", "x"), [([1, 0, 0, 1, 0, 0], 30), ([1, 0, 0, 1, 100, 0], 230)])
def test_form_is_drawn_by_its_matrix_and_the_pages(matrix: list[float], x: float) -> None:
    found = with_form("q 2 0 0 2 20 42 cm /X Do Q", "5 50 m 50 50 l S BT /F1 10 Tf 5 5 Td (Lead) Tj ET", Matrix=matrix)
    assert found.rules == (Rule(True, 700, x, x + 90),)
    assert [(word.text, word.box[0], word.size) for word in found.words] == [("Lead", x, 20)]


def test_forms_within_themselves_end() -> None:
    assert with_form("/X Do", "5 50 m 50 50 l S /X Do").failure is None


@pytest.mark.parametrize(
    ("operator", "colour"),
    [("0.5 g", "#808080"), ("1 0 0 rg", "#ff0000"), ("0 0 0 0 k", "#ffffff")],
)
def test_colour_of_an_area(operator: str, colour: str) -> None:
    (fill,) = ink(Sheet().draw(f"{operator} 100 142 200 100 re f")).fills
    assert fill == Fill((100, 600, 300, 700), colour)


def test_picture_has_a_box() -> None:
    image = "q 200 0 0 100 50 642 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
    assert ink(Sheet().draw(image)).images == (near((50, 100, 250, 200)),)


def test_metadata_and_page_count() -> None:
    found = read_print(pdf(Sheet(), Sheet(), info="/Title (A plan)"))
    assert (found.metadata["Title"], found.page_count) == ("A plan", 2)
