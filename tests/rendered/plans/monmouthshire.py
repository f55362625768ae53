"""A table under each theme's heading, without recommendations; reference codes; several lines of owners."""

from ..content import Action, Column, Plan, Recommendation, between, by, every, named, ongoing, team, within

PLAN = Plan(
    name="monmouthshire",
    council="Monmouthshire County Council",
    gss_code="W06000021",
    title="Climate and nature action plan 2025 to 2028",
    layout="a table a theme",
    styles=("ruled", "borderless", "serif", "clear-print"),
    intro=(
        "Monmouthshire County Council declared a climate emergency in 2019 and joined nature to it in 2023. Five "
        "groups of members, officers and residents wrote this plan over a winter of evenings in Usk, Abergavenny and "
        "Caldicot. It is not a list of all that we do but of what is new."
    ),
    columns=(
        Column("Ref", "ref", 1.6),
        Column("Action", "action", 10),
        Column("Lead service", "owners", 3.6),
        Column("Delivery date", "deadlines", 3),
        Column("Carbon or nature benefit", "outcome", 4),
    ),
    recommendations=(
        Recommendation(
            "",
            (
                Action(
                    "Fit solar panels and batteries to the four leisure centres and sell what they do not use to the "
                    "schools next door at cost.",
                    team("Energy Team"),
                    by("By March 2026", "2026-03-31"),
                    number="E1",
                    outcome="310 tonnes a year",
                ),
                Action(
                    "Take the gas boilers out of Caldicot School, County Hall and both depots. Heat pumps replace "
                    "them, and before they do the windows of County Hall are put right, which has been talked about "
                    "since the building opened in 2013. Where a pump cannot be made to work we will say why and what "
                    "it would have cost. Tenants of the ground floor pay no more than they do now.",
                    team("Energy Team") + named("Landlord Services"),
                    between("2026 - 2028", "2026-01-01", "2028-12-31"),
                    number="E2",
                    outcome="540 tonnes a year",
                ),
                Action(
                    "Read every meter every half hour and send a text message to the caretaker when a building is "
                    "heated while empty.",
                    named("Landlord Services"),
                    within("September 2025", "2025-09-01", "2025-09-30"),
                    number="E3",
                    outcome="Eight per cent off the bill",
                ),
            ),
            heading="Energy in our buildings",
        ),
        Recommendation(
            "",
            (
                Action(
                    "Run the Grass Routes bus as an on-demand service six days a week, and let people book it by "
                    "telephone as well as by an app. Drivers and riders have asked for:\n"
                    "- a return trip that is certain before you leave home\n"
                    "- room for two wheelchairs\n"
                    "- stops at the surgeries in Raglan and Gilwern.",
                    named("Passenger Transport Unit"),
                    within("Spring 2026", "2026-03-01", "2026-05-31"),
                    number="T1",
                    outcome="A quarter more journeys",
                ),
                Action(
                    "Change half the refuse fleet to electric vehicles.",
                    named("Fleet Management"),
                    by("By 31 December 2027", "2027-12-31"),
                    number="T2",
                    outcome="420 tonnes a year",
                ),
                Action(
                    "Finish the active travel route from Monmouth to Wyesham, with its bridge over the Wye.",
                    team("Highways Team", "Active Travel Team"),
                    within("2026/27", "2026-04-01", "2027-03-31"),
                    number="T3",
                    outcome="500 walking or cycling each day",
                ),
            ),
            heading="Getting about",
        ),
        Recommendation(
            "",
            (
                Action(
                    "Cut verges once a year, late, and take the cuttings away. Parish councils that want a verge left "
                    "as a lawn can pay for it.",
                    named("Grounds Maintenance"),
                    every("Every year", "P1Y"),
                    number="N1",
                    outcome="90 hectares of meadow",
                ),
                Action(
                    "Plant ten thousand trees along streams with farmers' help, where they shade the water and keep "
                    "soil out of it. We supply trees, stakes and guards; the farmer supplies the land and the fence. "
                    "Volunteers from three Wye valley groups have offered a hundred days.\n"
                    "Ash that has to be felled is replaced by two trees of other kinds within a year, as near by as "
                    "the owner allows.",
                    team("Green Infrastructure Team"),
                    between("November 2025 - March 2028", "2025-11-01", "2028-03-31"),
                    number="N2",
                    outcome="Cooler, cleaner tributaries; salmon counted each autumn",
                ),
                Action(
                    "Keep a public record of phosphate in the Usk and the Wye.",
                    named("Public Protection"),
                    ongoing("Ongoing"),
                    number="N3",
                    outcome="Figures out within a month",
                ),
            ),
            heading="Rivers, verges and woods",
        ),
        Recommendation(
            "",
            (
                Action(
                    "Buy a fifth of the food for school meals within thirty miles.",
                    named("Catering"),
                    by("By September 2027", "2027-09-30"),
                    number="F1",
                    outcome="£400,000 a year to local growers",
                ),
                Action(
                    "Let six county farms to people under forty who will grow vegetables.",
                    named("Estates"),
                    within("Autumn 2026", "2026-09-01", "2026-11-30"),
                    number="F2",
                    outcome="Six new holdings",
                ),
            ),
            heading="Food",
        ),
    ),
)
