"""A small table of labels and values for each recommendation."""

from ..content import Action, Column, Plan, Recommendation, between, by, every, officer, team, within

PLAN = Plan(
    name="wychavon",
    council="Wychavon District Council",
    gss_code="E07000238",
    title="What we will do about the peer team's advice",
    layout="cards",
    review="corporate_peer_challenge",
    label="{number}. ",
    styles=("portrait", "portrait-serif"),
    intro=(
        "Wychavon District Council asked for a Corporate Peer Challenge and got one in June 2024. Below is one card "
        "for each thing the team advised. We have kept the team's words and added our own beneath them."
    ),
    columns=(
        Column("Recommendation", "recommendation", 0),
        Column("What we will do", "action", 0),
        Column("Who leads", "owners", 0),
        Column("By when", "deadlines", 0),
        Column("What good looks like", "outcome", 0),
    ),
    recommendations=(
        Recommendation(
            "Do not let a healthy bank balance put off decisions that are going to be hard whatever the balance is.",
            (
                Action(
                    "We will publish, with the budget, a page on what the Council would look like without its share of "
                    "business rates growth. It will name services and sums.\n"
                    "Group leaders will then meet away from the building for a day and rank what they could least bear "
                    "to lose. Their lists will be compared but not published.",
                    officer("Deputy Managing Director"),
                    by("By February 2025", "2025-02-28"),
                    outcome="Members have talked about it before they have to vote on it",
                ),
            ),
            number="1",
        ),
        Recommendation(
            "Make more of the towns. Droitwich Spa, Evesham and Pershore each have a plan and none has a budget.",
            (
                Action(
                    "Each town will get:\n"
                    "- £250,000 over three years\n"
                    "- a named officer who spends two days a week there\n"
                    "- a board with a chair who is not a councillor\n"
                    "- and a say in what happens to the car parks:\n"
                    "  - charges\n"
                    "  - opening hours\n"
                    "  - which of them are built upon.",
                    officer("Head of Economy and Communities"),
                    within("April 2025", "2025-04-01", "2025-04-30"),
                    outcome="Fewer empty shops than in 2019; town boards that argue with us",
                ),
            ),
            number="2",
        ),
        Recommendation(
            "Be clear with South Worcestershire partners about where the next new settlement goes.",
            (
                Action(
                    "A memorandum with Malvern Hills and Worcester City will say who pays for the rail station at "
                    "Worcestershire Parkway's second entrance, who runs the country park and how the five-year supply "
                    "is shared out. If it is not signed by all three when the examination opens, we will tell the "
                    "inspector why.",
                    officer("Head of Planning"),
                    between("March 2025 to September 2025", "2025-03-01", "2025-09-30"),
                    outcome="Plan found sound",
                ),
            ),
            number="3",
        ),
        Recommendation(
            "Ask residents in ways other than the annual survey.",
            (
                Action(
                    "A panel of forty people, drawn by lot, will meet four times a year with a decent supper.",
                    team("Policy and Engagement Team"),
                    every("Quarterly", "P3M"),
                    outcome="One decision a year is changed by it",
                ),
            ),
            number="4",
        ),
        Recommendation(
            "Help councillors with the abuse that some of them get.",
            (
                Action(
                    "Democratic Services will take over the reporting of threats to the police, so that no member has "
                    "to do it alone. Doorbell cameras will be paid for. Members who want it get an hour with a "
                    "counsellor, without anybody else in the Council being told.\n"
                    "The Chairman will write to all residents, once, with the council tax bill.",
                    officer("Monitoring Officer"),
                    within("Autumn 2024", "2024-09-01", "2024-11-30"),
                    outcome="No member stands down because of abuse",
                ),
            ),
            number="5",
        ),
        Recommendation(
            "Decide whether to bring waste collection in house.",
            (
                Action(
                    "The contract ends in 2027. A joint team with Malvern Hills will cost both choices and bring a "
                    "report that a resident could read in ten minutes, with the rest in an annex.",
                    officer("Head of Waste and Environment"),
                    by("By end of July 2025", "2025-07-31"),
                    outcome="A decision eighteen months before the contract ends",
                ),
            ),
            number="6",
        ),
    ),
)
