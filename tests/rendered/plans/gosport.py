"""A frame around each recommendation, with labelled lines in it."""

from ..content import Action, Column, Plan, Recommendation, every, officer, on, within

PLAN = Plan(
    name="gosport",
    council="Gosport Borough Council",
    gss_code="E07000088",
    title="Response to the finance peer review",
    layout="boxes",
    review="peer_review",
    styles=("portrait",),
    formats=frozenset({"html", "docx", "odt", "doc", "rtf"}),
    intro=(
        "A finance peer review of Gosport Borough Council took place in the spring. What it recommends stands in a box "
        "each, with what we will do about it."
    ),
    columns=(
        Column("Action", "action", 0),
        Column("Lead officer", "owners", 0),
        Column("Timescale", "deadlines", 0),
    ),
    recommendations=(
        Recommendation(
            "Say in one sentence how much must be saved, by when.",
            (
                Action(
                    "The sentence will stand on the first page of every budget paper, and be the same in all of them.",
                    officer("Chief Finance Officer"),
                    within("September 2025", "2025-09-01", "2025-09-30"),
                ),
            ),
            number="1",
        ),
        Recommendation(
            "Tell members each quarter how the ferry and the car parks are doing.",
            (
                Action(
                    "A page of figures with last year's beside them goes to all members, not only to the board.",
                    officer("Head of Finance"),
                    every("Quarterly", "P3M"),
                ),
            ),
            number="2",
        ),
        Recommendation(
            "Stop relying on one person who knows the old ledger.",
            (
                Action(
                    "Two others learn it this summer. The ledger itself is switched off when the audit is signed.",
                    officer("Head of Internal Audit"),
                    on("28 November 2025", "2025-11-28"),
                ),
            ),
            number="3",
        ),
    ),
)
