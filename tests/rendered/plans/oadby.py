"""No table: labelled blocks under each recommendation's heading."""

from ..content import Action, Column, Plan, Recommendation, by, every, member, officer, ongoing, within

PLAN = Plan(
    name="oadby",
    council="Oadby and Wigston Borough Council",
    gss_code="E07000135",
    title="Response to the Corporate Peer Challenge",
    layout="labelled blocks",
    owners_by=" and ",
    review="corporate_peer_challenge",
    styles=("portrait", "portrait-serif"),
    intro=(
        "Oadby and Wigston Borough Council is one of the smallest districts in England and means to remain a good one. "
        "Peers came in January 2025. Their seven recommendations, and what we will do, are set out below."
    ),
    columns=(
        Column("Action", "action", 0),
        Column("Lead officer", "owners", 0),
        Column("Timescale", "deadlines", 0),
        Column("Measure of success", "outcome", 0),
    ),
    recommendations=(
        Recommendation(
            "The Council should agree a small number of priorities, and say what it will no longer do.",
            (
                Action(
                    "Members will meet on two Saturdays, with somebody from outside in the chair, and leave with no "
                    "more than five priorities. Each service then writes down what it will drop to make room.",
                    officer("Chief Executive"),
                    within("May 2025", "2025-05-01", "2025-05-31"),
                    outcome="Five priorities and a list of things stopped",
                ),
            ),
            number="1",
            heading="Priorities",
        ),
        Recommendation(
            "The Council should bring in the savings it has already agreed before it looks for more.",
            (
                Action(
                    "A tracker of all agreed savings will go to the Policy, Finance and Development Committee at "
                    "every meeting. Savings that are more than a quarter late will be reported by the service "
                    "manager in person:\n"
                    "- what went wrong\n"
                    "- what has been done since\n"
                    "- what will be saved in its place.",
                    officer("Strategic Director", "Section 151 Officer"),
                    every("Quarterly", "P3M"),
                    outcome="£1.1 million saved by the end of the year",
                ),
            ),
            number="2",
            heading="Money",
        ),
        Recommendation(
            "The Council should look at how its two offices and the depot are used.",
            (
                Action(
                    "Brocks Hill has worked well since the move. What remains is the depot, where the vehicles of "
                    "three services stand in a yard meant for one. We will ask Harborough and Blaby whether a shared "
                    "site would suit them.",
                    officer("Head of Built Environment"),
                    by("By December 2025", "2025-12-31"),
                    outcome="A business case or a clear no",
                ),
            ),
            number="3",
            heading="Buildings",
        ),
        Recommendation(
            "The Council should give residents' forums a purpose or end them.",
            (
                Action(
                    "Each forum will be asked what it wants to be. Those that wish to go on get a budget of £3,000 "
                    "and decide themselves when and where to meet; those that do not are thanked and closed.\n"
                    "Young people have told us that they would come to something shorter, later and with music.",
                    member("Deputy Leader of the Council", role="Deputy Leader of the Council"),
                    within("Summer 2025", "2025-06-01", "2025-08-31"),
                    outcome="Forums attended by people who have not been before",
                ),
            ),
            number="4",
            heading="Residents' forums",
        ),
        Recommendation(
            "The Council should protect time for housing tenants' complaints.",
            (
                Action(
                    "Two officers will handle nothing else. They may spend up to £250 on putting a thing right "
                    "without asking anybody.",
                    officer("Head of Law and Democracy"),
                    within("1 April 2025", "2025-04-01", "2025-04-01"),
                    outcome="Complaints answered within ten working days",
                ),
            ),
            number="5",
            heading="Complaints",
        ),
        Recommendation(
            "The Council should keep talking to its neighbours about reorganisation.",
            (
                Action(
                    "The Leader and the Chief Executive will carry on meeting their counterparts, and will report to "
                    "Council after each meeting that changes anything.",
                    officer("Chief Executive"),
                    ongoing(),
                    outcome="No surprises",
                ),
            ),
            number="6",
            heading="Reorganisation",
        ),
    ),
)
