"""What a cell of a spreadsheet shows: its value by its number format ("mmm-yy", "0%")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

Value = str | int | float | bool | date | time | timedelta

DAY, MINUTE = "dd/mm/yyyy", "dd/mm/yyyy hh:mm"
# Formats that a file names by number alone; those that follow the reader's country are as in Britain.
BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: DAY,
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "hh:mm",
    21: "hh:mm:ss",
    22: MINUTE,
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
}
_LONG_DATE = "[$-f800]"  # the reader's own long form
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[(?P<elapsed>[hms]+)\]|\[[^\]]*\]'
    r"|(?P<half>am/pm|a/p)|(?P<part>y+|m+|d+|h+|s+)|(?P<digits>[0#?][0#?,.]*(?:e[+-]0+)?)|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;"])*', re.DOTALL)
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
_LONGEST = 200

Token = re.Match[str]


def shown(value: Value, code: str) -> str:
    """The text a cell shows; a value its format does not fit as a sheet shows it without one."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    sections = _sections(code)
    if isinstance(value, int | float):
        return _number(value, sections)
    tokens = _tokens(sections[0])
    if not _parts(tokens):
        tokens = _tokens(_usual(value))
    return "".join(_in_time(value, tokens))


def kept_date(value: Value, code: str) -> str | None:
    """The date (EDTF) of a cell that shows one, no finer than it is shown; None for any other value."""
    if not isinstance(value, date):
        return None
    parts = _parts(_tokens(_sections(code)[0])) or "d"
    if "d" in parts:
        return value.strftime("%Y-%m-%d")
    return value.strftime("%Y-%m" if "m" in parts else "%Y")


def _usual(value: Value) -> str:
    """The format of a value of time without one of its own."""
    if isinstance(value, datetime):
        return MINUTE if value.time() != time() else DAY
    return DAY if isinstance(value, date) else "[h]:mm" if isinstance(value, timedelta) else "hh:mm"


def _sections(code: str) -> list[str]:
    """The formats for numbers above, below and at zero."""
    if code.lower().startswith(_LONG_DATE):
        return ["d mmmm yyyy"]
    return [match[0] for match in _SECTION.finditer(code[:_LONGEST]) if match[0]] or [""]


def _tokens(section: str) -> list[Token]:
    return [] if section.strip().lower() in ("general", "@") else list(_TOKEN.finditer(section))


def _parts(tokens: Sequence[Token]) -> str:
    """The letters of the parts of a date or time that a format shows."""
    return "".join((token["part"] or token["elapsed"] or "").lower() for token in tokens)


def _literal(token: Token) -> str:
    """What a token stands for by itself."""
    return token["quoted"] or token["escaped"] or token["currency"] or token["plain"] or ""


# --- dates and times --------------------------------------------------------------------------


def _in_time(value: Value, tokens: Sequence[Token]) -> Iterator[str]:
    halves = any(token["half"] for token in tokens)
    for place, token in enumerate(tokens):
        part = (token["part"] or "").lower()
        if part[:1] == "m" and _is_minutes(place, tokens):
            part = part.replace("m", "n")
        if token["elapsed"]:
            yield _elapsed(value, token["elapsed"].lower())
        elif token["half"]:
            yield "AM" if _clock(value).hour < 12 else "PM"
        elif part:
            yield _part(value, part, halves)
        else:
            yield _literal(token) or token["digits"] or ""


def _is_minutes(place: int, tokens: Sequence[Token]) -> bool:
    """Does an "m" stand for minutes: behind hours or before seconds?"""
    before = _parts(tokens[:place])[-1:]
    after = _parts(tokens[place + 1 :])[:1]
    return before == "h" or after == "s"


def _part(value: Value, part: str, halves: bool) -> str:
    clock = _clock(value)
    if part[0] in "hns":
        hour = (clock.hour - 1) % 12 + 1 if halves else clock.hour
        number = {"h": hour, "n": clock.minute, "s": clock.second}[part[0]]
        return f"{number:02}" if len(part) > 1 else str(number)
    return _calendar(value, part) if isinstance(value, date) else ""


def _calendar(day: date, part: str) -> str:
    """A year, month or day in as many letters."""
    if part[0] == "y":
        return f"{day.year:04}" if len(part) > 2 else f"{day.year % 100:02}"
    number, name = (day.month, _MONTHS[day.month - 1]) if part[0] == "m" else (day.day, _DAYS[day.weekday()])
    forms = (str(number), f"{number:02}", name[:3], name, name[:1])
    return forms[min(len(part), 5 if part[0] == "m" else 4) - 1]


def _clock(value: Value) -> time:
    if isinstance(value, timedelta):
        return (datetime(2000, 1, 1) + value % timedelta(days=1)).time()  # noqa: DTZ001
    return value.time() if isinstance(value, datetime) else value if isinstance(value, time) else time()


def _elapsed(value: Value, unit: str) -> str:
    """The hours, minutes or seconds in all."""
    clock = _clock(value)
    span = value if isinstance(value, timedelta) else timedelta(hours=clock.hour, minutes=clock.minute)
    number = int(span.total_seconds() // {"h": 3600, "m": 60, "s": 1}[unit[0]])
    return f"{number:0{len(unit)}}"


# --- numbers ----------------------------------------------------------------------------------


def _number(value: float, sections: Sequence[str]) -> str:
    section, number = _section_of(value, sections)
    tokens = _tokens(section)
    if not tokens or "/" in section or _parts(tokens):
        return general(value)
    percents = sum(token["plain"] == "%" for token in tokens)
    texts: list[str] = []
    for token in tokens:
        first = token["digits"] and not any(other["digits"] for other in tokens[: len(texts)])
        texts.append(_digits(number * 100**percents, token["digits"]) if first else _literal(token))
    return "".join(texts).strip()


def _section_of(value: float, sections: Sequence[str]) -> tuple[str, float]:
    """The format for a number, and the number as that writes it (one for numbers below zero has its own sign)."""
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


def _digits(number: float, pattern: str) -> str:
    whole, _, decimals = pattern.partition(".")
    if "e" in decimals.lower() or "e" in whole.lower():
        return f"{number:.{len(re.sub('[^0#?]', '', decimals.lower().partition('e')[0]))}E}"
    places = len(re.sub("[^0#?]", "", decimals))
    scaled = number / 1000 ** (len(pattern) - len(pattern.rstrip(",")))
    text = f"{scaled:{',' if ',' in whole.rstrip(',') else ''}.{places}f}"
    optional = len(decimals) - len(decimals.rstrip("#?"))
    for _ in range(optional):
        text = text.removesuffix("0") if "." in text else text
    return text.removesuffix(".")


def general(value: float) -> str:
    """A number as a sheet shows it that was given no format."""
    if isinstance(value, int) or (value.is_integer() and abs(value) < 1e15):
        return str(int(value))
    return f"{value:.10g}"
