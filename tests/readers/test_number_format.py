"""What a spreadsheet's cell shows."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from actionplan_extract.readers._number_format import BUILT_IN, Value, kept_date, shown

DAY = date(2024, 3, 5)
MOMENT = datetime(2024, 3, 5, 14, 7, 9)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (DAY, "mmm-yy", "Mar-24"),
        (DAY, "dd/mm/yyyy", "05/03/2024"),
        (DAY, "d mmmm yyyy", "5 March 2024"),
        (DAY, "[$-809]dddd, d mmmm yyyy", "Tuesday, 5 March 2024"),
        (DAY, "[$-F800]dddd, mmmm dd, yyyy", "5 March 2024"),
        (DAY, "ddd d/m", "Tue 5/3"),
        (DAY, "mmmmm", "M"),
        (DAY, '"Due "d\\ mmm', "Due 5 Mar"),
        (DAY, "yyyy", "2024"),
        (DAY, "General", "05/03/2024"),
        (DAY, "0.00", "05/03/2024"),
        (DAY, "dd/mm/yyyy;@", "05/03/2024"),
        (MOMENT, "dd/mm/yyyy hh:mm", "05/03/2024 14:07"),
        (MOMENT, "h:mm AM/PM", "2:07 PM"),
        (MOMENT, "mm:ss", "07:09"),
        (MOMENT, "General", "05/03/2024 14:07"),
        (time(9, 30), "hh:mm", "09:30"),
        (timedelta(hours=30, minutes=5), "[h]:mm", "30:05"),
        (0.25, "0%", "25%"),
        (0.125, "0.0%", "12.5%"),
        (1234.5, '"£"#,##0.00', "£1,234.50"),
        (1234567, "[$£-809]#,##0", "£1,234,567"),
        (-5, "#,##0;[Red]-#,##0", "-5"),
        (-5, "0;(0)", "(5)"),
        (-5, "0.0", "-5.0"),
        (0, '0;-0;"-"', "-"),
        (1.1, "0.00", "1.10"),
        (1.5, "0.##", "1.5"),
        (2.0, "0.##", "2"),
        (1500000, '0.0,,"m"', "1.5m"),
        (12000, "0.00E+00", "1.20E+04"),
        (0.5, "# ?/?", "0.5"),
        (1, '"Yes";;"No"', "Yes"),
        (3.0, "General", "3"),
        (1.1, "General", "1.1"),
        (0.1 + 0.2, "General", "0.3"),
        (7, "@", "7"),
        (True, "General", "TRUE"),
        ("On track", "0%", "On track"),
        (5, "", "5"),
    ],
)
def test_a_value_shows_by_its_format(value: Value, code: str, expected: str) -> None:
    assert shown(value, code) == expected


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (DAY, "mmm-yy", "2024-03"),
        (DAY, "d-mmm", "2024-03-05"),
        (DAY, "yyyy", "2024"),
        (DAY, "General", "2024-03-05"),
        (MOMENT, "hh:mm dd/mm/yy", "2024-03-05"),
        (time(9, 30), "hh:mm", None),
        (0.5, "0%", None),
        ("March", "mmm", None),
    ],
)
def test_the_date_behind_a_cell_is_no_finer_than_it_shows(value: Value, code: str, expected: str | None) -> None:
    assert kept_date(value, code) == expected


@pytest.mark.parametrize("number", sorted(BUILT_IN))
def test_every_built_in_format_shows_something(number: int) -> None:
    assert shown(MOMENT, BUILT_IN[number]) or shown(1.5, BUILT_IN[number])


@pytest.mark.parametrize(
    "code", ['"', "[", "\\", "_", "*", "[$", ";;;", "0" * 5000, "[h" * 2000, '"' * 4999, "e+", "0E+0"]
)
@pytest.mark.parametrize("value", [DAY, 1.5, 0, -1e300, timedelta(days=9)])
def test_no_format_is_too_strange(value: Value, code: str) -> None:
    assert isinstance(shown(value, code), str)
