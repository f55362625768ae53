"""Several paragraphs in a cell against as many timescales in the next."""

from ..content import Action, Column, Plan, Recommendation, between, by, done, every, officer, ongoing, within

PLAN = Plan(
    name="sandwell",
    council="Sandwell Metropolitan Borough Council",
    gss_code="E08000028",
    title="Peer Challenge follow-up: consolidated action plan",
    layout="paragraphs against timescales",
    label="Recommendation {number}\n",
    styles=("serif", "clear-print"),
    intro=(
        "Government commissioners left Sandwell Metropolitan Borough Council in March 2024. The peer team that "
        "followed asked for one plan in place of the six we had. This is it."
    ),
    columns=(
        Column("Recommendation", "recommendation", 5),
        Column("Actions", "action", 11),
        Column("Timescale", "deadlines", 3.8),
        Column("Lead", "owners", 3.6),
    ),
    recommendations=(
        Recommendation(
            "Keep up the pace after intervention, and do not wait for somebody else to ask the questions.",
            (
                Action(
                    "Appoint an independent adviser to the Audit and Risk Assurance Committee for two years.",
                    deadlines=done("Completed June 2024", "2024-06-01", "2024-06-30"),
                ),
                Action(
                    "Review the improvement plan with staff networks, trade unions and the West Midlands branch of "
                    "the Federation of Small Businesses.",
                    deadlines=within("November 2024", "2024-11-01", "2024-11-30"),
                ),
                Action(
                    "Publish a yearly letter from the Chief Executive that sets what was promised beside what was "
                    "done.",
                    deadlines=every("Annually", "P1Y"),
                ),
            ),
            number="1",
            owners=officer("Chief Executive"),
        ),
        Recommendation(
            "Finish the new finance system and stop working around it.",
            (
                Action(
                    "Close the old ledger for posting, so that there is one version of every figure.",
                    deadlines=within("1 October 2024", "2024-10-01", "2024-10-01"),
                ),
                Action(
                    "Train the four hundred people who raise orders, at their own desks and on their own orders, and "
                    "withdraw the right to raise them from anyone who has not been trained.",
                    deadlines=between("October 2024 - January 2025", "2024-10-01", "2025-01-31"),
                ),
                Action(
                    "Bring the number of invoices paid late below three in a hundred.",
                    deadlines=by("By March 2025", "2025-03-31"),
                ),
                Action(
                    "Hold a lessons-learnt day with the supplier and write up what it tells us about buying software.",
                    deadlines=within("Spring 2025", "2025-03-01", "2025-05-31"),
                ),
            ),
            number="2",
            owners=officer("Executive Director, Finance and Transformation"),
        ),
        Recommendation(
            "Put tenants first: the housing regulator's judgement should be read as a description of somebody's home.",
            (
                Action(
                    "Survey all 28,000 homes for damp, electrical safety and fire doors. Surveyors go in with "
                    "authority to order any repair under £500 at once.",
                    deadlines=by("By December 2025", "2025-12-31"),
                ),
                Action(
                    "Ring each tenant a week after a repair. If it has failed, the same person comes back within two "
                    "working days, with a manager.",
                    deadlines=ongoing(),
                ),
                Action(
                    "Set up a tenants' scrutiny panel with its own budget, its own clerk and the right to see any "
                    "paper that the Cabinet Member sees.",
                    deadlines=within("January 2025", "2025-01-01", "2025-01-31"),
                ),
            ),
            number="3",
            owners=officer("Executive Director, Place") + officer("Assistant Director, Asset Management"),
        ),
        Recommendation(
            "Look outward again.",
            (
                Action(
                    "Send two officers a year on secondment to the Combined Authority and take two of theirs.",
                    deadlines=within("April 2025", "2025-04-01", "2025-04-30"),
                ),
                Action(
                    "Invite the six neighbouring authorities to a day in West Bromwich on what intervention taught "
                    "us, including what we would have done without it.",
                    deadlines=within("June 2025", "2025-06-01", "2025-06-30"),
                ),
            ),
            number="4",
            owners=officer("Assistant Chief Executive"),
        ),
    ),
)
