"""A recommendation's cells are filled in its first row only; the rows of its further actions leave them blank."""

from ..content import Action, Column, Plan, Recommendation, between, by, every, officer, on, unset, within

PLAN = Plan(
    name="ashfield",
    council="Ashfield District Council",
    gss_code="E07000170",
    title="Planning service peer review: our response",
    layout="recommendation over rows, blank",
    review="peer_review",
    span="blank",
    styles=("ruled", "serif", "clear-print"),
    intro=(
        "The Planning Advisory Service looked at how Ashfield District Council decides planning applications. The "
        "review began in September 2024 at the request of the Executive Lead Member. Officers and the committee have "
        "since worked through the report together, and this response was agreed on 21 January 2025."
    ),
    columns=(
        Column("Rec", "number", 1.1),
        Column("Recommendation", "recommendation", 4.8),
        Column("Action to be taken", "action", 8.6),
        Column("Responsible", "owners", 3.4),
        Column("Completion date", "deadlines", 2.8),
        Column("Resources", "resources", 3.2),
    ),
    recommendations=(
        Recommendation(
            "Review the scheme of delegation, under which too many small applications reach the committee.",
            (
                Action(
                    "Compare Ashfield's scheme with those of six authorities of like size, and count how many of last "
                    "year's 118 committee items would have been decided by officers under each.",
                    officer("Assistant Director, Planning"),
                    within("February 2025", "2025-02-01", "2025-02-28"),
                    resources="Within existing budgets",
                ),
                Action(
                    "Take a new scheme to Council. A member who wants an item called in will have to give a planning "
                    "reason in writing within 21 days; the Chairman and the Assistant Director decide together.",
                    officer("Monitoring Officer"),
                    by("By 17 April 2025", "2025-04-17"),
                    resources="None",
                ),
                Action(
                    "Look again after a year.",
                    officer("Monitoring Officer"),
                    within("April 2026", "2026-04-01", "2026-04-30"),
                    resources="None",
                ),
            ),
            number="R1",
        ),
        Recommendation(
            "Train all members who sit on the committee, and their substitutes, before they vote.",
            (
                Action(
                    "Two compulsory evenings for new members:\n"
                    "- what counts as a material consideration and what does not\n"
                    "- predetermination, bias and declaring interests\n"
                    "- how viability is worked out, taught by somebody from the District Valuer's office\n"
                    "- a mock meeting with real cases from elsewhere.",
                    officer("Head of Democratic Services"),
                    within("May 2025", "2025-05-01", "2025-05-31"),
                    resources="£2,500 from the member training budget",
                ),
                Action(
                    "A coach tour each autumn of schemes that were allowed, refused and lost at appeal, to see what "
                    "they look like now. Members of the Residents' Panel will be asked along. After the last such "
                    "tour, in 2017, three members said that it had taught them more than any lecture; nobody can "
                    "remember why it was dropped.",
                    officer("Development Manager"),
                    every("Annually", "P1Y"),
                    resources="£600 a year for the coach",
                ),
            ),
            number="R2",
        ),
        Recommendation(
            "Tackle the backlog of applications to discharge conditions.",
            (
                Action(
                    "Second a planner for six months to do nothing else.",
                    officer("Assistant Director, Planning"),
                    between("March - August 2025", "2025-03-01", "2025-08-31"),
                    resources="£24,000 from planning fee income",
                ),
                Action(
                    "Cut the number of conditions at source. Case officers must justify each one beyond the first "
                    "ten, and a list of standard wordings, checked by the Council's solicitors, replaces the 340 that "
                    "have grown up in the system since 1998. Applicants see the draft conditions a week before the "
                    "decision and can say which of them cannot be met. Consultees who ask for a condition will be "
                    "asked to name the policy on which it rests.",
                    officer("Development Manager"),
                    on("30/06/2025", "2025-06-30"),
                    resources="Within existing budgets",
                ),
            ),
            number="R3",
        ),
        Recommendation(
            "Publish how the service performs in a form that residents and agents can follow.",
            (
                Action(
                    "Put a page on the website, brought up to date on the first working day of each month, with the "
                    "number of applications in hand, how old they are and how long decisions took.",
                    officer("Business Support Manager"),
                    every("Monthly", "P1M"),
                    resources="Half a day a month",
                ),
                Action(
                    "Start an agents' forum.\n"
                    "Agents will choose the subjects for every other meeting, and one of them will take the chair "
                    "in turn.",
                    officer("Development Manager"),
                    within("Spring 2025", "2025-03-01", "2025-05-31"),
                    resources="None",
                ),
                Action(
                    "Ask applicants what they thought, by text message, on the day after a decision.",
                    officer("Business Support Manager"),
                    unset("TBC"),
                    resources="Depends on the new website",
                ),
            ),
            number="R4",
        ),
        Recommendation(
            "Settle the local plan.",
            (
                Action(
                    "Answer the inspectors' questions on housing sites within the eight weeks they have allowed, and "
                    "publish the answers when they are sent. The evidence on Whyburn Farm and on Cauldwell Road will "
                    "be checked by counsel first. Hearings are likely to run for nine days; two officers are kept "
                    "free of other work from a month before, and the programme officer is hired for the length of "
                    "the examination.",
                    officer("Forward Planning Manager"),
                    by("By 31 March 2025", "2025-03-31"),
                    resources="£180,000 from the local plan reserve",
                ),
                Action(
                    "Hold drop-in sessions in Hucknall, Sutton, Kirkby and the rural parishes before adoption, so "
                    "that nobody learns from a site notice what the plan means for the field behind their house.",
                    officer("Forward Planning Manager"),
                    within("Winter 2025/26", "2025-12-01", "2026-02-28"),
                    resources="£1,200 for halls",
                ),
            ),
            number="R5",
        ),
    ),
)
