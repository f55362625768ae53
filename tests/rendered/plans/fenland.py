"""No timescale column: each action closes with its deadline in brackets."""

from ..content import Action, Column, Plan, Recommendation, between, by, ongoing, team, within

PLAN = Plan(
    name="fenland",
    council="Fenland District Council",
    gss_code="E07000010",
    title="Equality peer review action plan",
    layout="deadline in brackets",
    review="peer_review",
    label="{number}. ",
    styles=("portrait", "portrait-serif"),
    intro=(
        "Fenland District Council asked two peers to look at how fairly it serves the people of Chatteris, March, "
        "Whittlesey and Wisbech, more than a fifth of whom were born outside the United Kingdom. What follows was "
        "agreed with the Diverse Communities Forum."
    ),
    columns=(
        Column("What the peers recommended", "recommendation", 5),
        Column("What we will do, and by when", "action (deadlines)", 9),
        Column("Lead", "owners", 3.2),
    ),
    recommendations=(
        Recommendation(
            "Find out who does not use your services.",
            (
                Action(
                    "Compare those who use the leisure centres, the one-stop shops and the housing register with the "
                    "census, ward by ward and language by language (March 2025)",
                    team("Customer Services Team"),
                    within("March 2025", "2025-03-01", "2025-03-31"),
                ),
                Action(
                    "Talk to people where the figures show a gap. Factory gates at shift change, the Lithuanian "
                    "school on Saturdays, the traveller sites at Tholomas Drove and the night shelter come first. "
                    "Interpreters are paid, and are drawn from the town in question wherever possible, since people "
                    "from Peterborough are taken for officials (by June 2025)",
                    team("Community Support Team"),
                    by("by June 2025", "2025-06-30"),
                ),
            ),
            number="1",
        ),
        Recommendation(
            "Make letters and the website easier to read.",
            (
                Action(
                    "Rewrite the fifty letters that are sent most often. Each is tried on five people who have never "
                    "seen it before it goes out (April - September 2025)",
                    team("Communications Team"),
                    between("April - September 2025", "2025-04-01", "2025-09-30"),
                ),
                Action(
                    "Have all new web pages checked with a screen reader by somebody who uses one every day (ongoing)",
                    team("Digital Team"),
                    ongoing("ongoing"),
                ),
            ),
            number="2",
        ),
        Recommendation(
            "Bring the make-up of the workforce nearer to that of the district.",
            (
                Action(
                    "Advertise posts in the places where people look for work: shop windows, two radio stations, the "
                    "agencies along Lynn Road. Offer an interview to anybody with a disability who has what the job "
                    "needs (May 2025)",
                    team("Human Resources Team"),
                    within("May 2025", "2025-05-01", "2025-05-31"),
                ),
                Action(
                    "Recognise qualifications gained abroad. A qualified bookkeeper from Vilnius should not be sorting "
                    "carrots for want of a certificate that we can read (by 31 December 2025)",
                    team("Human Resources Team"),
                    by("by 31 December 2025", "2025-12-31"),
                ),
                Action(
                    "Pair each member of the management team with a younger colleague who tells them how things look "
                    "from below (Autumn 2025)",
                    team("Corporate Management Team"),
                    within("Autumn 2025", "2025-09-01", "2025-11-30"),
                ),
            ),
            number="3",
        ),
        Recommendation(
            "Take hate crime seriously and be seen to.",
            (
                Action(
                    "Open reporting points at the libraries in Wisbech and March, staffed by people who have been "
                    "trained by the police and who can promise that a report will be read the same day (July 2025)",
                    team("Community Safety Team"),
                    within("July 2025", "2025-07-01", "2025-07-31"),
                ),
            ),
            number="4",
        ),
    ),
)
