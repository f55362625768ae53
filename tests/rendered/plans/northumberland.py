"""An action log with codes as numbers: who asked for what, how far it has got, and words in a status column."""

from ..content import (
    COMPLETE,
    IN_PROGRESS,
    NOT_STARTED,
    OVERDUE,
    Action,
    Column,
    Decoy,
    Plan,
    Recommendation,
    by,
    named,
    officer,
    on,
    within,
)

PLAN = Plan(
    name="northumberland",
    council="Northumberland County Council",
    gss_code="E06000057",
    title="Governance review: action tracker",
    layout="codes as numbers",
    styles=("ruled", "borderless", "plain-head", "clear-print"),
    label="",
    intro=(
        "Max Caller and his team reported on the governance of Northumberland County Council in 2022. Nearly all of "
        "what they asked for has been done. The tracker lists what was left at the start of this year, with what "
        "internal audit has added since."
    ),
    before=(
        Decoy(
            "Meetings of the Standards Committee",
            (
                ("Meeting", "Date", "Room"),
                ("Spring meeting", "20 March 2025", "Committee Room 1"),
                ("Summer meeting", "10 July 2025", "Council Chamber"),
            ),
        ),
    ),
    columns=(
        Column("Ref", "number", 2.2),
        Column("Recommendation", "recommendation", 5),
        Column("Agreed action", "action", 8),
        Column("Owner", "owners", 3.2),
        Column("Due date", "deadlines", 2.5),
        Column("Status", "status", 2.2),
        Column("Update", "progress", 4.6),
    ),
    recommendations=(
        Recommendation(
            "Let anybody tell from the register which interests members have declared, and when.",
            (
                Action(
                    "Publish the register of interests as a table that can be searched, with the date of each entry "
                    "and of each change.",
                    officer("Monitoring Officer"),
                    on("31/01/2025", "2025-01-31"),
                    status=COMPLETE,
                    progress="On the website since 24 January. Two parish councils have asked for the same.",
                ),
            ),
            number="GOV-25-01",
        ),
        Recommendation(
            "Get quotations for contracts under £50,000: one in seven was let without.",
            (
                Action(
                    "Stop the finance system from raising an order above £5,000 unless three quotations, or a signed "
                    "exemption, have been attached to it. Exemptions are listed in the quarterly report, with the name "
                    "of the officer who asked for it and of the one who agreed. Schools are left out of this for now, "
                    "because they run a system of their own; their governors have been written to. The rule was tried "
                    "on the highways depots first, where orders are small, many and urgent, and the time taken to "
                    "raise one went up by four minutes.",
                    officer("Head of Procurement"),
                    by("By 30/04/2025", "2025-04-30"),
                    status=IN_PROGRESS,
                    progress="Live in highways and in neighbourhood services. Adult services follow in March; the "
                    "supplier has still to mend the upload of scanned pages.",
                ),
            ),
            number="GOV-25-02",
        ),
        Recommendation(
            "Give the forward plan an owner.",
            (
                Action(
                    "Put one officer in charge of it, and let no item on to an agenda that has not stood in the plan "
                    "for 28 days unless the chair of scrutiny has agreed.",
                    named("SG"),
                    within("February 2025", "2025-02-01", "2025-02-28"),
                    status=COMPLETE,
                    progress="Four late items since, all agreed.",
                ),
            ),
            number="GOV-25-03",
        ),
        Recommendation(
            "Tell staff who raise concerns what came of them.",
            (
                Action(
                    "Write to each person within ten working days and again when the matter is closed.\n"
                    "Report the number of concerns, what they were about and how long they took, without names:\n"
                    "- to the Audit Committee, twice a year\n"
                    "- to all staff, once.",
                    named("Internal Audit"),
                    within("June 2025", "2025-06-01", "2025-06-30"),
                    status=IN_PROGRESS,
                    progress="Letters are in use.",
                ),
            ),
            number="GOV-25-04",
        ),
        Recommendation(
            "Form a shareholder committee for the company that runs the Council's investments.",
            (
                Action(
                    "Set one up, with five members, an independent chair and papers that are public unless there is a "
                    "reason why not.",
                    named("SG"),
                    on("28/02/2025", "2025-02-28"),
                    status=OVERDUE,
                    progress="Terms of reference agreed. Two rounds of advertising have not found a chair.",
                ),
            ),
            number="GOV-25-05",
        ),
        Recommendation(
            "Write down decisions taken between meetings in the same way in every service.",
            (
                Action(
                    "One form for all delegated decisions, kept in one place, open to members the same day and to the "
                    "public after five. Anything above £100,000 is read by legal services before it is signed. Audit "
                    "will pull fifty at random in the autumn and check them against what was done on the ground, "
                    "since a tidy form is not the same as a sound decision.",
                    officer("Head of Legal Services"),
                    within("July 2025", "2025-07-01", "2025-07-31"),
                    status=NOT_STARTED,
                    progress="Waits for the new document system.",
                ),
            ),
            number="GOV-25-06",
        ),
        Recommendation(
            "Start the induction of members elected in May earlier.",
            (
                Action(
                    "Send candidates a guide when nominations close. Hold the first day of induction within a week of "
                    "the count, in Morpeth and, for those in the north, in Berwick.",
                    officer("Democratic Services Manager"),
                    by("By 12 May 2025", "2025-05-12"),
                    status=IN_PROGRESS,
                    progress="Guide is with the printers. Rooms booked.",
                ),
            ),
            number="GOV-25-07",
        ),
    ),
)
