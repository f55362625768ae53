"""An auditor's proposals for improvement, the proposal printed again in the row of every action."""

from ..content import (
    COMPLETE,
    IN_PROGRESS,
    NOT_STARTED,
    OVERDUE,
    Action,
    Column,
    Plan,
    Recommendation,
    by,
    done,
    officer,
    ongoing,
    within,
)

PLAN = Plan(
    name="conwy",
    council="Conwy County Borough Council",
    gss_code="W06000003",
    title="Audit Wales review of homelessness: management response",
    layout="recommendation over rows, repeated",
    review="audit",
    span="repeated",
    label="{number}: ",
    owners_by=" / ",
    styles=("ruled", "horizontal"),
    intro=(
        "Audit Wales published its report on homelessness in Conwy County Borough Council in November 2024 and made "
        "four proposals for improvement. The service has grown from nine people to thirty-one in five years, and what "
        "worked for nine does not work now. Members of the Social Care and Health Overview and Scrutiny Committee "
        "have asked to see this response again at six and twelve months."
    ),
    columns=(
        Column("Proposal for improvement", "recommendation", 5),
        Column("Action agreed by management", "action", 9),
        Column("Officer", "owners", 3.6),
        Column("Target date", "deadlines", 2.6),
        Column("Status", "status", 2.2),
        Column("Latest position", "progress", 5),
    ),
    recommendations=(
        Recommendation(
            "The Council should know what temporary accommodation costs it, street by street and household by "
            "household, and use what it knows.",
            (
                Action(
                    "Build a single register of every room, flat and caravan that the Council pays for, with the "
                    "nightly rate, the household in it and how long they have been there.",
                    officer("Strategic Housing Manager"),
                    within("January 2025", "2025-01-01", "2025-01-31"),
                    status=COMPLETE,
                    progress="The register went live on 13 January. It holds 412 households.",
                ),
                Action(
                    "Report the cost per night to the Head of Service each week and to members each quarter.",
                    officer("Finance Business Partner"),
                    ongoing("Ongoing"),
                    status=IN_PROGRESS,
                    progress="Weekly figures have begun. The first quarterly report is being drafted.",
                ),
            ),
            number="P1",
        ),
        Recommendation(
            "The Council should rely less on hotels along the coast, from which families have to move when the "
            "holiday season starts.",
            (
                Action(
                    "Lease fifty homes from private landlords for five years at a rent that the housing benefit "
                    "subsidy covers. In return landlords get:\n"
                    "- rent on the same day each month, let or empty\n"
                    "- a home handed back in the state in which it was taken on\n"
                    "- a named officer who answers the telephone.\n"
                    "Homes have to be within reach of a school and of a bus that runs after six in the evening.",
                    officer("Strategic Housing Manager", "Head of Estates"),
                    by("By March 2026", "2026-03-31"),
                    status=IN_PROGRESS,
                    progress="Seventeen leases signed. Landlords in Llandrillo and Abergele have shown more interest "
                    "than those in Llandudno.",
                ),
                Action(
                    "Turn the former council offices in Colwyn Bay's Government Buildings into 48 flats.",
                    officer("Head of Estates"),
                    within("Autumn 2026", "2026-09-01", "2026-11-30"),
                    status=OVERDUE,
                    progress="The contractor went into administration in February; tenders are being asked for again.",
                ),
                Action(
                    "Give each family who must move in the season three weeks' notice in writing and help with "
                    "school transport, so that no child changes school twice in a year.",
                    officer("Homelessness Team Manager"),
                    by("By April 2025", "2025-04-30"),
                    status=COMPLETE,
                    progress="A letter in Welsh and English is in use.",
                ),
            ),
            number="P2",
        ),
        Recommendation(
            "The Council should work with health and social care on people who come back again and again.",
            (
                Action(
                    "Set up a panel of housing, mental health, substance misuse and probation that takes ten people at "
                    "a time and stays with them until they are settled. The panel has a budget of its own, small but "
                    "free of rules, because what is needed may be a dog kennel, a train ticket or a deposit on a bed. "
                    "Members of the panel may not send a deputy. After nine months the University in Bangor will "
                    "speak to all ten and report what they say about it, in their own words.",
                    officer("Head of Service, Vulnerable People"),
                    within("September 2025", "2025-09-01", "2025-09-30"),
                    status=IN_PROGRESS,
                    progress="Panel met for the first time on 4 March. Betsi Cadwaladr has named a lead nurse.",
                ),
                Action(
                    "Agree a hospital discharge protocol with Ysbyty Glan Clwyd.",
                    officer("Homelessness Team Manager"),
                    within("Q2 2025/26", "2025-07-01", "2025-09-30"),
                    status=NOT_STARTED,
                    progress="Waiting for the health board to say who will lead.",
                ),
            ),
            number="P3",
        ),
        Recommendation(
            "The Council should ask people who have been homeless what helped.",
            (
                Action(
                    "Ring everybody six months after they moved on. Three questions: are you still there, what "
                    "helped, what would you have done differently in our place?",
                    officer("Performance and Improvement Officer"),
                    done("Completed December 2024", "2024-12-01", "2024-12-31"),
                    status=COMPLETE,
                    progress="Calls are made by two people who were once homeless themselves.",
                ),
                Action(
                    "Publish the answers, good and bad, with the annual report.",
                    officer("Performance and Improvement Officer"),
                    within("July 2025", "2025-07-01", "2025-07-31"),
                    status=NOT_STARTED,
                    progress="Not due yet.",
                ),
            ),
            number="P4",
        ),
    ),
)
