"""A table that breaks off and goes on further down as a table without a header."""

from ..content import Action, Column, Plan, Recommendation, between, by, every, named, ongoing, within

PLAN = Plan(
    name="midulster",
    council="Mid Ulster District Council",
    gss_code="N09000009",
    title="Good relations audit: actions for 2025/26",
    layout="goes on without a header",
    label="{number}. ",
    styles=("ruled", "serif"),
    intro=(
        "Mid Ulster District Council took over the good relations programmes of Cookstown, Dungannon and Magherafelt "
        "ten years ago. The audit of last autumn asked whether one programme now does better than three did."
    ),
    columns=(
        Column("Finding of the audit", "recommendation", 5.5),
        Column("Action", "action", 10),
        Column("Lead body", "owners", 4),
        Column("Timeframe", "deadlines", 3.2),
    ),
    recommendations=(
        Recommendation(
            "Events draw those who already come to events.",
            (
                Action(
                    "Spend a third of the events budget on things that last for six weeks or more: a choir, a garden, "
                    "a boat to be mended at Ballyronan.",
                    named("Community Development Section"),
                    within("April 2025", "2025-04-01", "2025-04-30"),
                ),
            ),
            number="1",
        ),
        Recommendation(
            "People who have come to live in Dungannon from Timor-Leste and Lithuania are asked to take part and "
            "seldom to lead.",
            (
                Action(
                    "Give six small grants to groups run by newcomers, with a bookkeeper to help, and no form longer "
                    "than two pages. Reports may be spoken into a telephone. If a grant goes wrong we will find out "
                    "why before we ask for it back.",
                    named("Good Relations Working Group"),
                    between("May - October 2025", "2025-05-01", "2025-10-31"),
                ),
            ),
            number="2",
        ),
        Recommendation(
            "Flags and bonfires come up in June, when it is too late to talk.",
            (
                Action(
                    "Begin in January, village by village, with somebody whom both sides asked for.\n"
                    "Keep no minutes, and say so.",
                    named("Good Relations Working Group"),
                    every("Every year", "P1Y"),
                ),
            ),
            number="3",
        ),
        Recommendation(
            "Schools meet once, have lunch and go home.",
            (
                Action(
                    "Pay for a teacher's day a week in four pairs of schools. The pairs choose what to do with it, as "
                    "long as the children meet at least monthly:\n"
                    "- a shared nature reserve at Drum Manor\n"
                    "- sign language for all of Year 5\n"
                    "- a history of the mills, told by those who worked in them.",
                    named("Education Authority"),
                    by("By September 2025", "2025-09-30"),
                ),
            ),
            number="4",
        ),
        Recommendation(
            "Nobody tells the Council when a building is attacked until it is in the newspaper.",
            (
                Action(
                    "Agree with the police that halls, churches and clubs are rung within the day, and that the offer "
                    "of help to clean up comes with the call.",
                    named("Police Service of Northern Ireland"),
                    ongoing(),
                ),
            ),
            number="5",
        ),
        Recommendation(
            "The audit itself was hard to read.",
            (
                Action(
                    "Publish the next one as eight pages with pictures.",
                    named("Communications Section"),
                    within("March 2026", "2026-03-01", "2026-03-31"),
                ),
            ),
            number="6",
        ),
    ),
)
