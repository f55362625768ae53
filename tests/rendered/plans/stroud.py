"""A table on its side: labels down the left, a recommendation in each column."""

from ..content import Action, Column, Plan, Recommendation, by, officer, ongoing, within

PLAN = Plan(
    name="stroud",
    council="Stroud District Council",
    gss_code="E07000082",
    title="Scrutiny review: response of the Council",
    layout="a recommendation a column",
    styles=("ruled",),
    intro=(
        "A small team looked at how scrutiny works in Stroud District Council. Its three recommendations fit on one "
        "page, and so does the answer to them."
    ),
    columns=(
        Column("No.", "number", 0),
        Column("Recommendation", "recommendation", 0),
        Column("Action", "action", 0),
        Column("Lead officer", "owners", 0),
        Column("Timescale", "deadlines", 0),
    ),
    recommendations=(
        Recommendation(
            "Look at fewer things, and look at them for longer.",
            (
                Action(
                    "Take no more than four topics a year. A topic that is added pushes one out.",
                    officer("Democratic Services Manager"),
                    within("May 2025", "2025-05-01", "2025-05-31"),
                ),
            ),
            number="1",
        ),
        Recommendation(
            "Hear from people who use a service before hearing from those who run it.",
            (
                Action(
                    "Hold the first meeting on each topic where its users are: a day centre, a depot, a bus.",
                    officer("Head of Policy", "Head of Communications"),
                    ongoing(),
                ),
            ),
            number="2",
        ),
        Recommendation(
            "Ask a year later what became of it.",
            (
                Action(
                    "Keep a list of what was agreed, with a date by which each member of the cabinet reports back.",
                    officer("Monitoring Officer"),
                    by("By 30 June 2026", "2026-06-30"),
                ),
            ),
            number="3",
        ),
    ),
)
