"""What a reader of timescales may set otherwise; the defaults are the customs of UK councils."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

SEASON_MONTHS = MappingProxyType({"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)})


@dataclass(frozen=True)
class DeadlineSettings:
    """How timescales are read. Months count from 1 (January).

    `quarter_base` says to which year a quarter or half with a bare year belongs ("Q2 2024").
    `season_months` gives the first and last month of each season. `legend` maps the document's own
    terms and codes ("short term", "S", "Phase 2") to what its legend says ("6 - 12 months").
    """

    financial_year_start: int = 4
    quarter_base: Literal["financial", "calendar"] = "financial"
    academic_year_start: int = 9
    municipal_year_start: int = 5
    season_months: Mapping[str, tuple[int, int]] = field(default_factory=lambda: SEASON_MONTHS, hash=False)
    legend: Mapping[str, str] = field(default_factory=dict, hash=False)
