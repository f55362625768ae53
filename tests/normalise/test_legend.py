"""A document's legend for timescale terms."""

from __future__ import annotations

import pytest

from actionplan_extract.model import Cell, Paragraph, Table
from actionplan_extract.normalise.legend import find_legend
from actionplan_extract.passage import Passage
from actionplan_extract.pipeline import extract_bytes


def legend(*lines: str) -> dict[str, str]:
    return find_legend(Passage.of(line) for line in lines).meanings


@pytest.mark.parametrize(
    ("lines", "meanings"),
    [
        (
            ["Short term = 2021 – 2023. Medium term = 2024 - 2027. Long term = 2028 – 2030"],
            {"short term": "2021 – 2023", "medium term": "2024 - 2027", "long term": "2028 – 2030"},
        ),
        (
            ["Short-term (next 3 - 12 months)", "Medium-term (next 18 months - 2 years)", "Long-term (next 2+ years)"],
            {
                "short term": "next 3 - 12 months",
                "medium term": "next 18 months - 2 years",
                "long term": "next 2+ years",
            },
        ),
        (
            ["Key: S = within 1 year, M = 1 to 3 years, L = 3 to 10 years"],
            {"s": "within 1 year", "m": "1 to 3 years", "l": "3 to 10 years"},
        ),
        (
            ["Timescales: short (0-6 months); medium (6-18 months); long (over 18 months)."],
            {"short": "0-6 months", "medium": "6-18 months", "long": "over 18 months"},
        ),
        (
            ["Short term 6 - 12 months", "Medium term 1 - 3 years"],
            {"short term": "6 - 12 months", "medium term": "1 - 3 years"},
        ),
        (
            ["Phase 1: April 2024 to March 2025; Phase 2: 2025/26"],
            {"phase 1": "April 2024 to March 2025", "phase 2": "2025/26"},
        ),
    ],
)
def test_terms_are_explained(lines: list[str], meanings: dict[str, str]) -> None:
    assert legend(*lines) == meanings


@pytest.mark.parametrize(
    "line",
    [
        "We need a long-term vision and short-term savings of 5%.",
        "The short term is hard; the medium term is harder.",
        "A short term plan for 2024 was agreed.",
        "M&S, L&D and S. Jones met in 2024.",
        "",
    ],
)
def test_prose_is_no_legend(line: str) -> None:
    assert legend(line) == {}


def test_the_legend_is_applied_and_said() -> None:
    plan = extract_bytes(
        b"Climate plan\nUpdated 1 January 2024\n\nKey: S = within 1 year, M = 1 to 3 years\n\n"
        b"Action\tOwner\tTimescale\nDig\tPond Warden\tS\nFill\tPond Warden\tM\nRest\tPond Warden\tXL\n",
        "ponds.tsv",
    ).plan
    deadlines = [action.deadlines[0] for action in plan.recommendations[0].actions]
    assert [(d.kind, d.model_dump().get("offset")) for d in deadlines[:2]] == [("relative", "P1Y"), ("relative", "P3Y")]
    assert deadlines[2].kind == "unparsed"
    assert [str(d.model_dump()["latest"]) for d in deadlines[:2]] == ["2025-01-01", "2027-01-01"]
    (finding,) = [finding for finding in plan.findings if finding.code == "legend_applied"]
    assert finding.evidence[0].span is not None


def test_keys_side_by_side_in_a_table_are_read() -> None:
    plan = extract_bytes(
        b"Pond plan\nUpdated 1 January 2024\n\nAction,Who,Term\nDig the pond,PW,S\nFill it,HW,L\n\n"
        b"Term,Meaning,Who,Meaning\nS,by June 2024,PW,Pond Warden\nL,from May 2025,HW,Head Warden\n",
        "ponds.csv",
    ).plan
    assert [r.heading for r in plan.recommendations] == ["Pond plan"]
    actions = plan.recommendations[0].actions
    deadlines = [action.deadlines[0].model_dump(mode="json") for action in actions]
    assert [(d["text"], d["earliest"], d["latest"]) for d in deadlines] == [
        ("S", None, "2024-06-30"),
        ("L", "2025-05-01", None),
    ]


def test_other_tables_explain_no_terms() -> None:
    rows = [["Item", "Date"], ["Fireworks", "5 November 2024"], ["S", "Small"], ["M", "Medium"]]
    cells = tuple(
        Cell(n, c, (Paragraph(Passage.of(text)),)) for n, row in enumerate(rows) for c, text in enumerate(row)
    )
    assert not find_legend((), [Table(0, cells, 2)])
