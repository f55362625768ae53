"""Forty pages in one ruled table: eight towns with the same undertakings, told with the town's own facts.

For measuring speed and memory, and rows cut by many pages.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import asdict, dataclass
from datetime import date

from ..content import (
    AMBER,
    GREEN,
    RED,
    Action,
    Column,
    Deadlines,
    Owners,
    Plan,
    Recommendation,
    by,
    every,
    officer,
    ongoing,
    team,
    within,
)


@dataclass(frozen=True)
class _Town:
    town: str
    village: str
    river: str
    venue: str
    road: str
    school: str
    firm: str
    number: int


_TOWNS = (
    _Town("Boston", "Kirton", "Witham", "Blackfriars", "Spilsby Road", "Haven High", "the port company", 31),
    _Town(
        "Spalding",
        "Donington",
        "Welland",
        "the South Holland Centre",
        "Winsover Road",
        "Spalding Academy",
        "two flower auctions",
        24,
    ),
    _Town(
        "Grantham",
        "Great Gonerby",
        "upper Witham",
        "the Guildhall",
        "Harlaxton Road",
        "the Priory Ruskin",
        "a maker of refrigerators",
        42,
    ),
    _Town(
        "Sleaford", "Ruskington", "Slea", "the Hub", "Boston Road", "St George's", "a straw-burning power station", 18
    ),
    _Town(
        "Gainsborough",
        "Morton",
        "Trent",
        "Trinity Arts Centre",
        "Corringham Road",
        "Queen Elizabeth's",
        "the marina's owners",
        37,
    ),
    _Town("Louth", "Legbourne", "Lud", "the Riverhead Theatre", "Eastgate", "King Edward's", "a brewer of cider", 15),
    _Town(
        "Skegness",
        "Burgh le Marsh",
        "Steeping",
        "the Embassy",
        "Lumley Road",
        "Skegness Grammar",
        "the caravan parks",
        58,
    ),
    _Town(
        "Stamford",
        "Ryhall",
        "lower Welland",
        "the Arts Centre",
        "Uffington Road",
        "Welland Academy",
        "an engine works",
        21,
    ),
)

# What is recommended, then for each action: who, how many months in, an outcome, and the text.
_POINTS: tuple[tuple[str, tuple[tuple[Owners, str, str, str], ...]], ...] = (
    (
        "Give {town} a library, a registrar and a help desk under one roof, with hours that suit people who work.",
        (
            (
                officer("Head of Cultural Services"),
                "4",
                "{number}00 visits a week",
                "Move the {town} registrar into {venue} and open the counter on Thursday evenings. A second interview "
                "room, out of earshot of the queue, is to be ready before the move; staff who were promised one in "
                "2016 have reminded us.",
            ),
            (
                team("Digital Inclusion Team"),
                "quarterly",
                "Nobody turned away",
                "Lend {number} tablets, with data paid for, to households in {town} and {village} that have none. Each "
                "loan comes with two lessons at {venue}:\n"
                "- how to write to the Council, a surgery and a school\n"
                "- how to tell a true message from a false one.\n"
                "Those who would rather come in or ring can go on doing so.",
            ),
            (
                officer("Property Programme Manager"),
                "by 15",
                "Running costs of the {town} building down by a fifth",
                "Sell or let the old office on {road} in {town}.",
            ),
        ),
    ),
    (
        "Make the roads around {town} safe to cross, and mend what has been reported before what has not.",
        (
            (
                officer("Highways Area Manager"),
                "7",
                "No fatal accident on {road}",
                "Put a crossing with a refuge on {road} in {town}, where {number} people have been hurt in ten years. "
                "The drawings of 2021 will be used again, so that work can start as soon as the utilities have moved a "
                "main. While it goes on, {firm} will send lorries round by the bypass, which it has agreed to do "
                "without payment provided that it is told a fortnight ahead.",
            ),
            (
                team("Highways Customer Team"),
                "ongoing",
                "Reports from {town} answered in three days",
                "Answer everyone in {town} who reports a pothole, with a date or with a reason why there is none.",
            ),
            (
                officer("Head of Transport"),
                "11",
                "{number} cycle journeys an hour at peak times",
                "Join up the cycle path from {village} to {town}. Two landowners have yet to agree; if the second has "
                "not by then, the path goes along the drain, which is longer by 400 metres but flat and out of the "
                "wind.\n"
                "Pupils of {school} chose the resting places and will choose what is painted on them.",
            ),
        ),
    ),
    (
        "Prepare {town} for water: too much of it in most winters and too little in some summers.",
        (
            (
                officer("Flood and Water Manager"),
                "by 12",
                "{number} properties protected",
                "With the internal drainage board, renew the pumping station on the {river} near {village} and fit a "
                "gauge that anybody in {town} can read on a telephone. The old pumps are to stay in working order for "
                "a year beside the new, as it was in the first winter that the last ones failed.",
            ),
            (
                team("Emergency Planning Team"),
                "yearly",
                "Wardens in every street at risk in {town}",
                "Train {number} flood wardens in {town}. Each gets a coat, a radio, a list of those in the street who "
                "cannot walk far, and somebody to ring at night who will pick up.",
            ),
            (
                officer("Climate Adaptation Officer"),
                "18",
                "Two wet meadows by the {river}",
                "Let the {river} spill on to county land at {village} in a controlled way. The tenants have helped to "
                "choose the fields and are paid for what they lose:\n"
                "- grazing, at the rate of the last three years\n"
                "- hay, where it is spoilt\n"
                "- the time it takes to move stock.",
            ),
        ),
    ),
    (
        "Do right by children in {town} who wait: for a school place, an assessment or a bus.",
        (
            (
                officer("Head of Special Educational Needs"),
                "9",
                "Plans in {town} finished in twenty weeks",
                "Put an educational psychologist in {school} for two days a week and have {number} families in {town} "
                "seen there instead of in Lincoln. Parents may bring anybody they like to the meeting. What is said is "
                "read back to them at the end of it, and the draft plan follows within ten days.",
            ),
            (
                officer("Head of Education Transport"),
                "2",
                "No child from {village} on a bus for more than an hour",
                "Draw the bus routes to {school} afresh, beginning with {village}, whose pupils leave home before "
                "seven.",
            ),
            (
                team("Early Help Team"),
                "quarterly",
                "{number} families a year helped near {road}",
                "Hold a drop-in at {venue} for parents in {town} of under-fives, with a health visitor, somebody who "
                "knows about benefits, and a person who does nothing but play. It has no leaflet table. Parents asked "
                "for tea in proper cups and for a clock that is wrong by ten minutes, so that nobody has to look at "
                "it.",
            ),
        ),
    ),
    (
        "Help {town} to grow old well.",
        (
            (
                officer("Assistant Director, Adult Care"),
                "14",
                "{number} flats let",
                "Build {number} flats with care on {road} in {town}, on land that the Council owns. The café faces the "
                "street and is open to anyone. {firm} has offered apprentices for the kitchen.",
            ),
            (
                officer("Commissioning Manager") + team("Carers Team"),
                "6",
                "Carers in {town} say that they get a break",
                "Offer each unpaid carer in {town} and {village} a weekend off in the year. Half of the money comes "
                "from the integrated care board. Those who took part in the trial said what had mattered to them:\n"
                "- knowing the name of whoever would come\n"
                "- not having to tidy up first\n"
                "- being able to cancel on the day.",
            ),
            (
                team("Public Health Team"),
                "by 8",
                "Falls in {town} down by a tenth",
                "Run strength and balance classes at {venue} on two mornings a week, and in {village} if the hall's "
                "heating can be mended. Instructors come from {town} itself.",
            ),
        ),
    ),
    (
        "Bring work to {town} that young people would stay for.",
        (
            (
                officer("Head of Economic Development"),
                "16",
                "{number}0 jobs in {town}",
                "Service four hectares off {road} in {town} for firms that have outgrown their yards. {firm} has first "
                "refusal of one plot. The rest is kept for tenants who pay at least the real living wage and who will "
                "take on somebody from {school} every other year, which the lease will say in so many words.",
            ),
            (
                team("Skills Team"),
                "10",
                "A third of leavers from {school} in an apprenticeship",
                "Take every pupil of {school} in Year 9 to see three workplaces in or near {town}, one of them a place "
                "that none of their family has ever set foot in.",
            ),
            (
                officer("Head of Economic Development"),
                "ongoing",
                "Fewer than {number} empty shops",
                "Let empty shops in {town} at a pound a week to makers, menders and anybody with something to teach, "
                "for as long as no paying tenant can be found. The key comes with a fortnight's notice and a tin of "
                "paint.",
            ),
        ),
    ),
)

_RATINGS = (GREEN, GREEN, AMBER, GREEN, RED, AMBER, GREEN)
_STAGGER_MONTHS = 2  # from one town to the next


def _deadlines(when: str, town: int) -> Deadlines:
    """What the plan prints for "quarterly", "ongoing", or a number of months after April 2025, with or without "by"."""
    if when in _WORDS:
        return _WORDS[when]
    limit, _, months = when.rpartition(" ")
    first = _month_after(date(2025, 4, 1), int(months) + _STAGGER_MONTHS * town)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    text = f"{first:%B %Y}"
    return by(f"By {text}", last.isoformat()) if limit else within(text, first.isoformat(), last.isoformat())


_WORDS = {"quarterly": every("Quarterly", "P3M"), "yearly": every("Every year", "P1Y"), "ongoing": ongoing()}


def _month_after(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, 12)
    return date(start.year + years, month + 1, 1)


def _recommendations() -> tuple[Recommendation, ...]:
    return tuple(
        _recommendation(place, town, point, actions)
        for place, town in enumerate(_TOWNS)
        for point, (_, actions) in enumerate(_POINTS)
    )


def _recommendation(
    place: int, town: _Town, point: int, actions: tuple[tuple[Owners, str, str, str], ...]
) -> Recommendation:
    number = str(place * len(_POINTS) + point + 1)
    made = tuple(_action(place, town, f"{number}.{i + 1}", *action) for i, action in enumerate(actions))
    return Recommendation(_POINTS[point][0].format(**asdict(town)), made, number, theme=town.town)


def _action(place: int, town: _Town, number: str, owners: Owners, when: str, outcome: str, text: str) -> Action:
    facts = asdict(town)
    rating = _RATINGS[(place + sum(map(ord, number))) % len(_RATINGS)]
    written = text.format(**facts)
    return Action(
        written[0].upper() + written[1:],
        owners,
        _deadlines(when, place),
        number,
        status=rating,
        outcome=outcome.format(**facts),
    )


PLAN = Plan(
    name="lincolnshire",
    council="Lincolnshire County Council",
    gss_code="E10000019",
    title="Market towns delivery plan 2025 to 2028",
    layout="theme bands",
    styles=("long",),
    intro=(
        "Lincolnshire County Council has promised eight market towns the same six things. This plan says what that "
        "means in each, who will do it and by when. It is long because it leaves nothing out."
    ),
    columns=(
        Column("Recommendation", "recommendation", 4.8),
        Column("Ref", "ref", 1.5),
        Column("Action", "action", 9.6),
        Column("Lead", "owners", 3.4),
        Column("Timescale", "deadlines", 3.0),
        Column("Outcome", "outcome", 3.9),
        Column("RAG", "status", 2.1),
    ),
    recommendations=_recommendations(),
)
