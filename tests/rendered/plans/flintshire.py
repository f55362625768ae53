"""Two lists below each recommendation, of what will be done and of the dates, that pair by their order."""

from ..content import Action, Column, Plan, Recommendation, by, ongoing, within

PLAN = Plan(
    name="flintshire",
    council="Flintshire County Council",
    gss_code="W06000005",
    title="Digital inclusion action plan",
    layout="lists below labels",
    styles=("portrait",),
    intro=(
        "One household in nine in Flintshire has no connection to the internet at home. The plan follows a report by "
        "members, who spent a week without one."
    ),
    columns=(Column("Actions", "action", 0), Column("Timescales", "deadlines", 0)),
    recommendations=(
        Recommendation(
            "Lend people what they need.",
            (
                Action(
                    "Buy 300 tablets for the libraries to lend, with a connection that is paid for.",
                    (),
                    within("April 2025", "2025-04-01", "2025-04-30"),
                    number="1",
                ),
                Action(
                    "Mend those that come back broken, in the repair cafe in Mold.",
                    (),
                    ongoing(),
                    number="2",
                ),
            ),
            number="1",
        ),
        Recommendation(
            "Leave no service on the web alone.",
            (
                Action(
                    "List every form that can be filled in nowhere else.",
                    (),
                    within("Dec-25", "2025-12-01", "2025-12-31"),
                    number="1",
                ),
                Action(
                    "Print each of them, and put them in the connects centres and in the mobile library.",
                    (),
                    by("By March 2026", "2026-03-31"),
                    number="2",
                ),
                Action(
                    "Ring back within a day anybody who asks for help with one.",
                    (),
                    within("Q2 2026/27", "2026-07-01", "2026-09-30"),
                    number="3",
                ),
            ),
            number="2",
        ),
    ),
)
