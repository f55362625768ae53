"""Two lists side by side: bulleted actions and, in the next cell, as many bulleted dates."""

from ..content import Action, Column, Deadlines, Plan, Recommendation, by, every, ongoing, team, within


def _item(text: str, deadlines: Deadlines) -> Action:
    return Action(f"- {text}", deadlines=deadlines)


PLAN = Plan(
    name="powys",
    council="Powys County Council",
    gss_code="W06000023",
    title="Rural poverty commission: the Council's answer",
    layout="two lists side by side",
    label="{number}: ",
    styles=("ruled", "serif"),
    intro=(
        "The commission on rural poverty took evidence for a year, in village halls from Ystradgynlais to Llanfyllin. "
        "Powys County Council has accepted all of its recommendations that fall to the Council."
    ),
    columns=(
        Column("Recommendation", "recommendation", 5),
        Column("What the Council will do", "action", 10),
        Column("Target dates", "listed deadlines", 3.6),
        Column("Service", "owners", 4),
    ),
    recommendations=(
        Recommendation(
            "Make it easier to heat a home that is off the gas grid.",
            (
                _item(
                    "Buy heating oil together with tenants' and residents' groups, in lots of at least 20,000 litres, "
                    "and deliver it in quantities that people can afford.",
                    within("October 2025", "2025-10-01", "2025-10-31"),
                ),
                _item(
                    "Train thirty volunteers to fit draught strips, reflectors and loft hatches in the homes of "
                    "neighbours over seventy.",
                    by("By January 2026", "2026-01-31"),
                ),
                _item("Lend dehumidifiers from every library.", ongoing()),
            ),
            number="R1",
            owners=team("Housing Service"),
        ),
        Recommendation(
            "Get people to work where there is no bus.",
            (
                _item(
                    "Lend mopeds and electric bicycles to people under 25 who have been offered a job or a course, for "
                    "the first six months of it. They pay for fuel and a share of the insurance, which turned out in "
                    "Builth Wells to be less than a season ticket.",
                    within("Spring 2026", "2026-03-01", "2026-05-31"),
                ),
                _item(
                    "Open the school minibuses to community drivers in the holidays.",
                    within("July 2026", "2026-07-01", "2026-07-31"),
                ),
            ),
            number="R2",
            owners=team("Transport Team"),
        ),
        Recommendation(
            "See that those who are owed help get it.",
            (
                _item(
                    "Put an adviser into the livestock markets at Brecon, Rhayader and Welshpool, without a sign that "
                    "says what they are there for.",
                    within("September 2025", "2025-09-01", "2025-09-30"),
                ),
                _item(
                    "Register children for free school meals from the benefits that the Council already pays, unless "
                    "their parents say no.",
                    by("By 1 September 2025", "2025-09-01"),
                ),
                _item("Report what was claimed, in pounds, ward by ward.", every("Twice a year", "P6M")),
            ),
            number="R3",
            owners=team("Money Advice Team"),
        ),
    ),
)
