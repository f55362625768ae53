from datetime import date

import pytest

from actionplan_extract.schema import Council, Evidence, Extra, Progress, Reading
from actionplan_extract.writers._text import CELL_LIMIT, cell_text, defuse, value_to_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (date(2024, 3, 1), "2024-03-01"),
        (0.5, "0.5"),
        ([], ""),
        (["a", "b"], "a\nb"),
        ([Progress(text="Drafted", as_of="2024-01"), Progress(text="Sent")], "2024-01: Drafted\nSent"),
        ([Extra(header="Link", text="Here")], "Link: Here"),
        ([Reading(earliest=date(2024, 1, 1)), Reading()], "2024-01-01 to …\n… to …"),
        ([Council(name="Ashby"), Council(name="Bray")], "Ashby\nBray"),
        ("a\x00b\x1bc\ud800d\ufffee\r\nf\rg", "abcde\nf\ng"),
    ],
)
def test_text_of_a_value(value, text):
    assert value_to_text(value) == text


def test_a_structure_nobody_gave_a_form_is_refused():
    with pytest.raises(TypeError, match="Evidence"):
        value_to_text(Evidence(field="/text"))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+44 20",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "  =1",
        "\u200b=1",
        "\n=1",
        "|calc",
        "%0",
        "＝1+1",
        "- list item",
        "-",
    ],
)
def test_formulas_are_defused(text):
    assert defuse(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Plan", "-5", "+1,200.50", "-3%", "a=b", "1-2", "£5", "– dash", "'quoted"])
def test_harmless_text_stays(text):
    assert defuse(text) == text


@pytest.mark.parametrize("letter", ["a", "é", "🏛"])
def test_long_text_is_cut_with_a_mark(letter):
    cut = cell_text(letter * 40_000)
    assert cut.endswith(f"{letter} … [cut]")
    assert CELL_LIMIT - 1 <= len(cut.encode("utf-16-le")) // 2 <= CELL_LIMIT


def test_text_that_just_fits_stays():
    assert cell_text("a" * CELL_LIMIT) == "a" * CELL_LIMIT
