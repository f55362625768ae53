"""Moves months and seasons in text, ISO dates and EDTF by whole quarters of a year."""

from __future__ import annotations

import re
from calendar import monthrange

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = ("spring", "summer", "autumn", "winter")  # quarters from March
_MONTH = "|".join((*MONTHS, *(month[:3] for month in MONTHS)))
_SEASON = "|".join(SEASONS)
# A month after a day stays: the day might not exist in another month.
_IN_TEXT = re.compile(
    rf"(?<!\d )(?<!\d(?:st|nd|rd|th) )\b(?:(?P<first>{_MONTH})/)?(?P<unit>{_MONTH}|{_SEASON}) (?P<year>20\d\d)\b", re.I
)
_IN_EDTF = re.compile(r"(\d{4})-(\d\d)(?!\d|-)")


def shift_text(text: str, months: int) -> str:
    """The text with every month or season that has a year moved on; `months` is a multiple of three."""
    return _IN_TEXT.sub(lambda match: _shift_match(match, months), text)


def _shift_match(match: re.Match[str], months: int) -> str:
    unit, year = match["unit"], int(match["year"])
    if unit.lower() in SEASONS:
        unit, year = _shift_season(unit, year, months)
        return f"{unit} {year}"
    first = f"{_shift_month(match['first'], year, months)[0]}/" if match["first"] else ""
    unit, year = _shift_month(unit, year, months)
    return f"{first}{unit} {year}"


def _shift_month(name: str, year: int, months: int) -> tuple[str, int]:
    index = [month[:3] for month in MONTHS].index(name[:3].capitalize())
    year, index = divmod(year * 12 + index + months, 12)
    return MONTHS[index] if len(name) > 3 or name == "May" else MONTHS[index][:3], year


def _shift_season(name: str, year: int, months: int) -> tuple[str, int]:
    year, index = divmod(year * 4 + SEASONS.index(name.lower()) + months // 3, 4)
    return SEASONS[index].capitalize() if name[0].isupper() else SEASONS[index], year


def shift_day(iso: str, months: int) -> str:
    """The first day of a month, or its last, moved to the first or last day of another month."""
    year, month, day = map(int, iso.split("-"))
    at_end = day == monthrange(year, month)[1]
    if day != 1 and not at_end:
        raise ValueError(f"{iso} is neither the first nor the last day of a month")
    year, index = divmod(year * 12 + month - 1 + months, 12)
    return f"{year}-{index + 1:02}-{monthrange(year, index + 1)[1] if at_end else 1:02}"


def shift_edtf(edtf: str, months: int) -> str:
    """Months and seasons of an EDTF string moved on; a bare winter becomes its interval of months."""
    return _IN_EDTF.sub(lambda match: _shift_unit(int(match[1]), int(match[2]), months), edtf)


def _shift_unit(year: int, unit: int, months: int) -> str:
    if unit <= 12:
        return shift_day(f"{year}-{unit:02}-01", months)[:7]
    year, index = divmod(year * 4 + unit - 21 + months // 3, 4)
    return f"{year}-12/{year + 1}-02" if index == 3 else f"{year}-{index + 21}"
