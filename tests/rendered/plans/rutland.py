"""Numbered prose: recommendations as headings, actions as a numbered list with bullets, lead and date beneath."""

from ..content import Action, Column, Plan, Recommendation, between, by, officer, team, within

PLAN = Plan(
    name="rutland",
    council="Rutland County Council",
    gss_code="E06000017",
    title="Adult social care improvement plan",
    layout="numbered prose",
    review="inspection",
    styles=("portrait", "portrait-serif"),
    intro=(
        "The Care Quality Commission assessed how Rutland County Council meets its duties under the Care Act. "
        "Inspectors spent a week in Oakham in January 2025, in the snow. Their report found much to praise and three "
        "things to put right, each of which has a section here."
    ),
    columns=(
        Column("Lead", "owners", 0),
        Column("Timescale", "deadlines", 0),
    ),
    recommendations=(
        Recommendation(
            "Shorten the time people wait for an assessment.",
            (
                Action(
                    "Sort requests on the day they arrive, by a senior practitioner and not by whoever is on duty.",
                    officer("Head of Adult Social Care"),
                    within("March 2025", "2025-03-01", "2025-03-31"),
                    number="1.1",
                ),
                Action(
                    "Clear the 64 cases that have waited for more than eight weeks:\n"
                    "- ring every one of them to ask whether things have changed\n"
                    "- visit first those who live alone\n"
                    "- pay for an agency to take the twenty simplest.",
                    officer("Team Manager, Hospital and Reablement"),
                    by("By 31 May 2025", "2025-05-31"),
                    number="1.2",
                ),
                Action(
                    "Tell people who wait how long it is likely to be and whom to ring if they get worse.",
                    team("Prevention and Safeguarding Team"),
                    within("April 2025", "2025-04-01", "2025-04-30"),
                    number="1.3",
                ),
            ),
            number="1",
        ),
        Recommendation(
            "Know more about unpaid carers and do more for them.",
            (
                Action(
                    "Ask every surgery in the county to put a question about caring on its registration form. Four "
                    "have agreed. The county has more people over eighty than almost any other of its size, and most "
                    "of those who look after them are over seventy themselves and do not call themselves carers.",
                    officer("Public Health Consultant"),
                    within("Summer 2025", "2025-06-01", "2025-08-31"),
                    number="2.1",
                ),
                Action(
                    "Offer a sitting service on two evenings a week, in the carer's own home, booked as late as noon "
                    "on the day.",
                    officer("Commissioning Manager"),
                    between("September 2025 to August 2026", "2025-09-01", "2026-08-31"),
                    number="2.2",
                ),
            ),
            number="2",
        ),
        Recommendation(
            "Prepare for the loss of a large care home.",
            (
                Action(
                    "Keep a plan for each of the five homes with more than forty beds, and rehearse one of them every "
                    "year with neighbours in Leicestershire and Lincolnshire.\n"
                    "The rehearsal is to start at five on a Friday, when such things happen.",
                    officer("Commissioning Manager"),
                    by("By October 2025", "2025-10-31"),
                    number="3.1",
                ),
                Action(
                    "Check each quarter the accounts of homes that are in debt, with help from the regional network:\n"
                    "- what they owe, and to whom\n"
                    "- how many beds are paid for by us\n"
                    "- whether the manager has changed:\n"
                    "  - since the last check\n"
                    "  - more than once in a year.",
                    officer("Finance Business Partner"),
                    within("Q1 2025/26", "2025-04-01", "2025-06-30"),
                    number="3.2",
                ),
            ),
            number="3",
        ),
    ),
)
