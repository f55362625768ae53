"""Objectives without numbers as headings of tables, with the lead named in the heading and initials in the cells."""

from ..content import Action, Column, Plan, Recommendation, by, named, on, within

PLAN = Plan(
    name="hyndburn",
    council="Hyndburn Borough Council",
    gss_code="E07000120",
    title="Town centre action plan: Accrington",
    layout="a table a theme",
    styles=("portrait", "portrait-serif"),
    intro=(
        "Hyndburn Borough Council and the Accrington Town Centre Board keep this list. It is short on purpose: if a "
        "thing is on it, somebody is doing it."
    ),
    columns=(
        Column("Task", "action", 10),
        Column("Who", "owners", 1.8),
        Column("Deadline", "deadlines", 3),
        Column("Cost", "resources", 2.6),
    ),
    recommendations=(
        Recommendation(
            "",
            (
                Action(
                    "Reopen the north hall with twelve food stalls and room for a hundred people to sit. Traders who "
                    "were there before the works keep their rent for two years and choose their pitch in the order in "
                    "which they first came to the market; the oldest of them has sold tripe there since 1968.",
                    named("MH"),
                    within("November 2025", "2025-11-01", "2025-11-30"),
                    resources="£480,000",
                ),
                Action(
                    "Hold a makers' market on the last Sunday of the month.",
                    named("JP", "MH"),
                    within("Spring 2026", "2026-03-01", "2026-05-31"),
                    resources="£6,000 a year",
                ),
            ),
            heading="Market Hall – Lead MH",
            owners=named("MH"),
        ),
        Recommendation(
            "",
            (
                Action(
                    "Serve notice on the owners of the eleven buildings with trees in their gutters. Where that does "
                    "nothing, do the work and send the bill.",
                    named("DW"),
                    on("30 June 2025", "2025-06-30"),
                    resources="£40,000, recoverable",
                ),
                Action(
                    "Offer shop-front grants of up to £15,000 on Blackburn Road, on condition that the flat above is "
                    "let within a year. Owners apply on two sides of paper. An architect who knows the street draws "
                    "the front with them, free of charge, from photographs of how it looked in 1910; shutters go "
                    "inside the glass, and signs are painted and not printed.",
                    named("DW"),
                    by("By March 2026", "2026-03-31"),
                    resources="£300,000",
                ),
                Action(
                    "Clean the Peel Street subway every morning.",
                    named("TB"),
                    within("April 2025", "2025-04-01", "2025-04-30"),
                    resources="£9,500",
                ),
            ),
            heading="Streets and buildings – Lead DW",
            owners=named("DW"),
        ),
        Recommendation(
            "",
            (
                Action(
                    "Put the story of the Accrington Pals on the walls between the station and the town hall: forty "
                    "names, forty doors, told by school children who live in the same streets.",
                    named("AK"),
                    by("By 11 November 2025", "2025-11-11"),
                    resources="£22,000",
                ),
                Action(
                    "Ask young people what they would come into town for in the evening, and pay them for telling us.",
                    named("AK", "JP"),
                    within("September 2025", "2025-09-01", "2025-09-30"),
                    resources="£2,000",
                ),
            ),
            heading="People – Lead AK",
            owners=named("AK"),
        ),
    ),
)
