"""The deadline stands first and the owner last; a heading apart from the text of each recommendation."""

from ..content import Action, Column, Plan, Recommendation, between, by, every, officer, unset, within

PLAN = Plan(
    name="slough",
    council="Slough Borough Council",
    gss_code="E06000039",
    title="Scrutiny improvement review: implementation plan",
    layout="deadline first, owner last",
    label="{number}. ",
    styles=("ruled", "horizontal", "borderless", "clear-print"),
    intro=(
        "The Centre for Governance and Scrutiny reviewed overview and scrutiny at Slough Borough Council during the "
        "winter. Its report makes seven recommendations. Those that need a change to the constitution go to Council; "
        "the others have been started."
    ),
    columns=(
        Column("Target date", "deadlines", 2.8),
        Column("Recommendation", "recommendation", 6),
        Column("How this will be done", "action", 10),
        Column("Responsible officer", "owners", 4),
    ),
    recommendations=(
        Recommendation(
            "Replace the three panels with one committee that meets more often and for less long.",
            (
                Action(
                    "Draft the changes to the constitution and the scheme of allowances. One committee of thirteen "
                    "would meet every four weeks, never beyond nine in the evening. Task groups of four or five would "
                    "do the digging and hand in their reports within three months of being set up.",
                    officer("Monitoring Officer"),
                    by("By 15 May 2025", "2025-05-15"),
                ),
            ),
            number="1",
        ),
        Recommendation(
            "Give scrutiny a statutory officer with time to do the work.",
            (
                Action(
                    "Fill the post on a permanent footing; the interim has done it beside two other jobs.",
                    officer("Head of Governance"),
                    within("June 2025", "2025-06-01", "2025-06-30"),
                ),
            ),
            number="2",
        ),
        Recommendation(
            "Choose subjects by what residents bring up and not by what is in the forward plan.",
            (
                Action(
                    "Look every quarter at:\n"
                    "- complaints, by ward\n"
                    "- what members are asked in their surgeries\n"
                    "- petitions that fell short of the number needed\n"
                    "- the letters page of the Observer.\n"
                    "The committee picks no more than three subjects from the list and gives its reasons. What was "
                    "left out is listed too, so that people see that somebody read what they wrote.",
                    officer("Scrutiny Manager"),
                    every("Quarterly", "P3M"),
                ),
            ),
            number="3",
        ),
        Recommendation(
            "Train members to ask questions that cannot be answered with a paragraph from the report.",
            (
                Action(
                    "Four sessions with a former select committee clerk, on real papers, a week before the meeting at "
                    "which they are taken. The clerk sits in the public gallery at that meeting and talks it over with "
                    "members the next day. A recording is kept for those who join later.",
                    officer("Democratic Services Manager"),
                    between("September 2025 - March 2026", "2025-09-01", "2026-03-31"),
                ),
            ),
            number="4",
        ),
        Recommendation(
            "Let Cabinet members, and not officers, present their own reports.",
            (
                Action(
                    "Officers will come along to answer questions of fact.",
                    officer("Chief Executive"),
                    within("May 2025", "2025-05-01", "2025-05-31"),
                ),
            ),
            number="5",
        ),
        Recommendation(
            "Follow up what became of earlier recommendations.",
            (
                Action(
                    "Trace the 61 recommendations made since 2021 and mark each as done, under way, refused or "
                    "forgotten. We expect the last of these to be the longest list. It will go to the committee "
                    "first and then, with whatever the committee wants to say about it, to Cabinet. From then on the "
                    "Scrutiny Manager keeps the record up to date and brings it to alternate meetings.",
                    officer("Scrutiny Manager"),
                    by("By end of August 2025", "2025-08-31"),
                ),
            ),
            number="6",
        ),
        Recommendation(
            "Look at whether meetings could be held outside the town centre.",
            (
                Action(
                    "Try Langley, Britwell and Chalvey.",
                    officer("Democratic Services Manager"),
                    unset("To be confirmed"),
                ),
            ),
            number="7",
        ),
    ),
)
