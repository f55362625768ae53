"""Theme bands across the table; recommendations numbered within them; RAG by the colour of an empty cell alone."""

from ..content import (
    AMBER_FILL,
    BLUE_FILL,
    GREEN_FILL,
    RED_FILL,
    Action,
    Column,
    Plan,
    Recommendation,
    between,
    by,
    done,
    officer,
    team,
    within,
)

PLAN = Plan(
    name="perth",
    council="Perth and Kinross Council",
    gss_code="S12000048",
    title="Best Value improvement action plan",
    layout="theme bands",
    review="audit",
    label="{number} ",
    styles=("ruled", "plain-head", "clear-print"),
    formats=frozenset({"docx", "html", "xlsx", "pdf", "odt", "doc", "rtf", "ods"}),
    intro=(
        "The Controller of Audit reported to the Accounts Commission on Best Value in Perth and Kinross Council in "
        "August 2024. The Commission's findings were welcome and, in two places, uncomfortable. This plan sets out "
        "what we will do; it is followed up by the Executive Leadership Team every eight weeks and by the Scrutiny "
        "and Performance Committee twice a year.\n"
        "Colour of the last column: red - late or at risk; amber - slipping; green - on course; blue - done."
    ),
    columns=(
        Column("Commission's recommendation", "recommendation", 5.4),
        Column("What we will do", "action", 9.6),
        Column("Lead", "owners", 3.6),
        Column("When", "deadlines", 2.8),
        Column("Measure", "outcome", 3.8),
        Column("RAG", "status", 1.4),
    ),
    recommendations=(
        Recommendation(
            "Set out how the savings that the budget takes for granted will be made.",
            (
                Action(
                    "Write a delivery plan for each of the 27 savings, on one page, with the name of whoever answers "
                    "for it and the first sign by which we would know that it was going wrong.",
                    officer("Strategic Lead, Finance and Business Support"),
                    done("Completed October 2024", "2024-10-01", "2024-10-31"),
                    outcome="27 plans signed",
                    status=BLUE_FILL,
                ),
                Action(
                    "Test the plans in pairs: the owner of one saving spends half a day taking another's to pieces.",
                    officer("Depute Chief Executive"),
                    within("February 2025", "2025-02-01", "2025-02-28"),
                    outcome="Fewer than three savings replaced in the year",
                    status=GREEN_FILL,
                ),
            ),
            number="1",
            theme="Money",
        ),
        Recommendation(
            "Bring down reliance on reserves.",
            (
                Action(
                    "Put to elected members, before the summer recess, a path by which reserves pay for one-off costs "
                    "only. It will show what each service would look like in 2028 under three settlements: flat cash, "
                    "two per cent less a year and a late windfall of the kind that came in 2022 and did more harm "
                    "than good, because it had to be spent within weeks. Trade unions and the third sector interface "
                    "see the paper at the same time as members do.",
                    officer("Strategic Lead, Finance and Business Support"),
                    by("By June 2025", "2025-06-30"),
                    outcome="No recurring cost met from reserves by 2027/28",
                    status=AMBER_FILL,
                ),
            ),
            number="2",
            theme="Money",
        ),
        Recommendation(
            "Show communities what difference the Local Action Partnerships have made.",
            (
                Action(
                    "Ask each of the seven partnerships for a short film, made by young people from the area, of one "
                    "thing that would not have happened without it. Those with nothing to film will say so.",
                    team("Community Planning Team"),
                    within("Summer 2025", "2025-06-01", "2025-08-31"),
                    outcome="Seven films",
                    status=GREEN_FILL,
                ),
                Action(
                    "Publish what every grant since 2019 was for and what became of it:\n"
                    "- the name of the group and the sum\n"
                    "- what was promised\n"
                    "- what was done\n"
                    "- whether the group still exists.",
                    team("Community Planning Team"),
                    within("April 2025", "2025-04-01", "2025-04-30"),
                    outcome="The list is on the website and has been opened by a thousand people",
                    status=RED_FILL,
                ),
                Action(
                    "Move a tenth of the environment budget to the partnerships to decide.",
                    officer("Strategic Lead, Environmental and Consumer Services"),
                    between("From April 2026", "2026-04-01", None),
                    outcome="£410,000 decided locally",
                    status=AMBER_FILL,
                ),
            ),
            number="3",
            theme="Communities",
        ),
        Recommendation(
            "Reach those whom meetings and questionnaires do not reach.",
            (
                Action(
                    "Go to where people already are: the mart on a Monday, the food larder in Letham, the berry farms "
                    "in July, the Gaelic choir, the waiting room at the infirmary. Staff who live in the area are "
                    "given two days a year to do it. What they hear is written down on the spot, in a sentence or two, "
                    "and read by the service that can act on it within the week.",
                    officer("Equalities and Empowerment Manager"),
                    within("Q4 2024/25", "2025-01-01", "2025-03-31"),
                    outcome="A third of those heard had never answered a survey",
                    status=GREEN_FILL,
                ),
            ),
            number="4",
            theme="Communities",
        ),
        Recommendation(
            "Plan the workforce that the Council will need and not the one it has lost.",
            (
                Action(
                    "Agree with the colleges in Perth and Dundee what they should teach. Home care, early years and "
                    "heavy vehicle maintenance come first.",
                    officer("Strategic Lead, People and Culture"),
                    between("January 2025 to December 2025", "2025-01-01", "2025-12-31"),
                    outcome="Forty places on new courses",
                    status=AMBER_FILL,
                ),
                Action(
                    "Offer work to every care-experienced young person who asks for it.",
                    officer("Strategic Lead, People and Culture"),
                    within("August 2025", "2025-08-01", "2025-08-31"),
                    outcome="Nobody who asked is turned away",
                    status=GREEN_FILL,
                ),
                Action(
                    "Halve the number of agency staff in the school kitchens.",
                    officer("Facilities Manager"),
                    within("March 2026", "2026-03-01", "2026-03-31"),
                    outcome="Agency spend below £90,000",
                    status=RED_FILL,
                ),
            ),
            number="5",
            theme="People",
        ),
    ),
)
