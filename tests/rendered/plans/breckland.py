"""A corporate peer challenge: one action a recommendation, a row each, some cells longer than half a page."""

from ..content import Action, Column, Plan, Recommendation, between, by, every, named, officer, ongoing, team, within

PLAN = Plan(
    name="breckland",
    council="Breckland Council",
    gss_code="E07000143",
    title="Corporate Peer Challenge action plan",
    layout="one row an action",
    review="corporate_peer_challenge",
    styles=("ruled", "borderless", "horizontal", "clear-print"),
    intro=(
        "A team of councillors and officers from five other authorities spent three days at Elizabeth House in "
        "Dereham in October 2024. They met more than ninety people, read what we gave them and a good deal that we "
        "had not, and told us plainly what they thought.\n"
        "Breckland Council accepts all eleven of their recommendations. The table below was agreed by Cabinet; the "
        "Overview and Scrutiny Commission will look at it twice a year."
    ),
    columns=(
        Column("No.", "number", 1),
        Column("Peer team recommendation", "recommendation", 4.5),
        Column("What we will do", "action", 9),
        Column("Lead officer", "owners", 3.2),
        Column("Timescale", "deadlines", 2.6),
        Column("How we will know", "outcome", 4),
    ),
    recommendations=(
        Recommendation(
            "Write a medium-term financial plan that the whole Council can recognise itself in.",
            (
                Action(
                    "The finance team will rebuild the plan from service level upwards instead of rolling last year's "
                    "figures forward. Each Assistant Director is to sign off three things:\n"
                    "- the demand they expect, with the evidence for it\n"
                    "- the income they rely on, and how sure of it they are\n"
                    "- what they would stop if the settlement were five per cent worse.\n"
                    "The draft goes to all members at a seminar before Cabinet sees it, so that questions are asked "
                    "while there is still time to act on the answers.",
                    officer("Section 151 Officer"),
                    by("By December 2025", "2025-12-31"),
                    outcome="A plan that balances over three years without calling on general reserves",
                ),
            ),
            number="1",
        ),
        Recommendation(
            "Be bolder about what Thetford's growth means for the district as a whole.",
            (
                Action(
                    "A growth board with Thetford Town Council, the county council, the developers of the sustainable "
                    "urban extension and the water company will meet for the first time in the new year. It will keep "
                    "one list of what has to be built and in what order: the primary school, the link to the A11, the "
                    "health centre, and the sewer without which none of the rest can open. Minutes are to be "
                    "published.",
                    officer("Executive Director, Place"),
                    between("January 2025 - March 2026", "2025-01-01", "2026-03-31"),
                    outcome="5,000 homes are served by the roads, schools and surgeries they were promised",
                ),
            ),
            number="2",
        ),
        Recommendation(
            "Make scrutiny matter: give it a work programme of its own and answer what it says.",
            (
                Action(
                    "The Chairman of the Commission and the Monitoring Officer will draw up the work programme with "
                    "members from every group, at a workshop led by someone from outside the Council.",
                    officer("Monitoring Officer"),
                    within("May 2025", "2025-05-01", "2025-05-31"),
                    outcome="Cabinet answers every report within two meetings",
                ),
            ),
            number="3",
        ),
        Recommendation(
            "Look after the people who work for you, above all those who have joined since 2020 and hardly ever meet.",
            (
                Action(
                    "We asked staff what would bring them in. They did not want another away day; they wanted lunch, a "
                    "car park that is lit in winter and a reason to come. So:\n"
                    "- each service picks one day a week when everybody is in\n"
                    "- new starters spend their first fortnight beside somebody who has done the job for years\n"
                    "- managers are judged, in their own appraisals, on whether they hold one-to-ones\n"
                    "- the canteen reopens on three days.\n"
                    "A pulse survey of six questions will show whether any of this helps. Results go to all staff, "
                    "the bad ones too.",
                    officer("Head of Human Resources"),
                    every("Every three months", "P3M"),
                    outcome="Turnover below eleven per cent; seven in ten staff would recommend Breckland as a place "
                    "to work",
                ),
            ),
            number="4",
        ),
        Recommendation(
            "Agree what the Council wants from its leisure contract before the present one runs out.",
            (
                Action(
                    "Commission a needs assessment that covers swimming, village halls and rural outreach.",
                    officer("Assistant Director, Health and Leisure"),
                    within("Summer 2025", "2025-06-01", "2025-08-31"),
                    outcome="Options appraisal ready for Cabinet",
                ),
            ),
            number="5",
        ),
        Recommendation(
            "Use data about residents to act earlier.",
            (
                Action(
                    "Council tax arrears, discretionary housing payments and assisted bin collections sit in three "
                    "systems that have never been looked at together. With an agreement on data protection in place "
                    "we will match them, find households that are about to struggle and have somebody knock on the "
                    "door. Norfolk's public health team lends us an analyst for a year. If fewer than one in four of "
                    "those we visit turn out to need help, we will stop.",
                    team("Customer Insight Team"),
                    between("From April 2025", "2025-04-01", None),
                    outcome="300 households helped before they were in debt",
                ),
            ),
            number="6",
        ),
        Recommendation(
            "Sort out planning enforcement, of which parish councils complained to us more than of anything else.",
            (
                Action(
                    "Publish a local enforcement plan, with times within which each sort of complaint is first looked "
                    "at, and a monthly list by parish.\n"
                    "Fill the two posts that have stood empty since the spring of 2023.\n"
                    "Hold an evening for parish clerks, each autumn, at which officers explain what the law lets them "
                    "do and what it does not.",
                    officer("Head of Development Management"),
                    within("31 March 2025", "2025-03-31", "2025-03-31"),
                    outcome="Nine in ten complaints looked at in time",
                ),
            ),
            number="7",
        ),
        Recommendation(
            "Tell Breckland's story in Westminster and Whitehall as well as in Norwich.",
            (
                Action(
                    "Keep up the round of meetings with the district's two Members of Parliament and write to "
                    "ministers jointly with them.",
                    officer("Chief Executive"),
                    ongoing(),
                    outcome="Breckland is asked, not told, about devolution",
                ),
            ),
            number="8",
        ),
        Recommendation(
            "Decide what to do with Elizabeth House.",
            (
                Action(
                    "The building costs £640,000 a year to run and is a third full. Three choices will be costed by "
                    "an adviser who has no interest in the outcome: letting two floors; moving to the town centre "
                    "with the library and the job centre; staying as we are and spending what the roof needs. Members "
                    "of all groups will visit Fakenham and Bury St Edmunds, where neighbours have done the first and "
                    "the second, and talk to the staff who went through it.\n"
                    "Whatever is chosen has to leave Dereham with a front desk that people can walk to.",
                    officer("Property Manager"),
                    by("By end of September 2025", "2025-09-30"),
                    outcome="Decision taken by full Council",
                ),
            ),
            number="9",
        ),
        Recommendation(
            "Bring the climate strategy back into the mainstream of what the Council does.",
            (
                Action(
                    "Every report to Cabinet gets a carbon paragraph written by its author, not by the climate "
                    "officer. The climate officer instead checks one in ten and says publicly which were poor.",
                    officer("Climate and Sustainability Officer"),
                    within("Q1 2025/26", "2025-04-01", "2025-06-30"),
                    outcome="Members say that the paragraphs change decisions",
                ),
            ),
            number="10",
        ),
        Recommendation(
            "Plan for who comes next: several senior people will retire within three years.",
            (
                Action(
                    "Draw up a succession plan for the twelve posts that would be hardest to fill, with a named deputy "
                    "for each, and start a graduate scheme with two neighbouring districts.",
                    officer("Deputy Chief Executive") + named("Leader of the Council"),
                    within("October 2025", "2025-10-01", "2025-10-31"),
                    outcome="No senior post empty for more than four months",
                ),
            ),
            number="11",
        ),
    ),
)
