"""A table of two columns, what and when, without a header, below bands of themes."""

from ..content import Action, Column, Plan, Recommendation, by, done, every, on, ongoing, unset, within

PLAN = Plan(
    name="maldon",
    council="Maldon District Council",
    gss_code="E07000074",
    title="Coast and estuary improvement plan",
    layout="two columns without a header",
    styles=("ruled", "clear-print"),
    intro=(
        "Maldon District Council has seventy miles of coast, most of it mud. After the floods of last winter members "
        "asked for one list of what will be put right, and when."
    ),
    columns=(Column("", "action", 12), Column("", "deadlines", 4)),
    recommendations=(
        Recommendation(
            "",
            (
                Action(
                    "Raise the promenade wall by forty centimetres where it leaks.",
                    (),
                    by("By October 2025", "2025-10-31"),
                ),
                Action("Walk every footpath on the sea wall with the parish that it lies in.", (), ongoing()),
                Action("Put up boards that show how high the water stood in 1953.", (), unset("TBC")),
            ),
            heading="Sea walls",
        ),
        Recommendation(
            "",
            (
                Action(
                    "Agree with the harbour commissioners who clears the hulks, and who pays where nobody owns them.",
                    (),
                    within("June 2025", "2025-06-01", "2025-06-30"),
                ),
                Action("Count moorings that stand empty.", (), every("Quarterly", "P3M")),
            ),
            heading="Moorings and wrecks",
        ),
        Recommendation(
            "",
            (
                Action("Write to each household below the five metre line.", (), done("Completed")),
                Action("Try the sirens on a working day with schools open.", (), on("14 May 2025", "2025-05-14")),
            ),
            heading="Warning people",
        ),
    ),
)
