"""Two date columns, each a milestone, with days as digits; actions without recommendations under theme bands."""

from ..content import Action, Column, Deadline, Deadlines, Owners, Plan, Recommendation, officer

FIRST, LAST = "Interim milestone", "Completion"


def days(first: str, last: str) -> Deadlines:
    """Two days written as the plan writes them (day/month/year), one a date column."""
    return _day(first, FIRST) + _day(last, LAST)


def _day(text: str, milestone: str) -> Deadlines:
    iso = "-".join(reversed(text.split("/")))
    return (Deadline(text, "point", iso, iso, milestone=milestone),)


def _action(number: str, text: str, owners: Owners, first: str, last: str) -> Action:
    return Action(text, owners, days(first, last), number=number)


PLAN = Plan(
    name="moray",
    council="The Moray Council",
    gss_code="S12000020",
    title="Learning estate programme: action plan",
    layout="several date columns",
    styles=("ruled", "borderless", "clear-print"),
    intro=(
        "The Moray Council looks after 53 schools, and the money to look after perhaps forty of them well. This plan "
        "takes the programme as far as the decisions that members will have to make before the end of the council term."
    ),
    columns=(
        Column("Ref", "ref", 1.4),
        Column("Action", "action", 11),
        Column("Responsible officer", "owners", 4),
        Column(FIRST, f"deadlines:{FIRST}", 2.8),
        Column(LAST, f"deadlines:{LAST}", 2.8),
    ),
    recommendations=(
        Recommendation(
            "",
            (
                _action(
                    "1.1",
                    "Survey the condition of every school roof with a drone, in the order in which buckets are in use, "
                    "and publish the pictures to parent councils.",
                    officer("Head of Housing and Property"),
                    "30/09/2025",
                    "31/03/2026",
                ),
                _action(
                    "1.2",
                    "Forecast rolls for each of the eight associated school groups to 2040. Three sources are to be "
                    "set side by side and the differences explained:\n"
                    "- the National Records projection\n"
                    "- our own, from births and house building\n"
                    "- what the air base at Lossiemouth expects.",
                    officer("Strategic Analyst, Education"),
                    "15/08/2025",
                    "28/11/2025",
                ),
                _action(
                    "1.3",
                    "Count what it would cost to bring all schools to condition B.",
                    officer("Head of Housing and Property"),
                    "31/10/2025",
                    "27/02/2026",
                ),
            ),
            heading="Knowing what we have",
        ),
        Recommendation(
            "",
            (
                _action(
                    "2.1",
                    "Meet parents, pupils and staff in Buckie and Forres before any option is drawn up. Meetings are "
                    "held in the school, in the evening and on a Saturday, and there is something for children to do. "
                    "What people say is typed up as they say it, on a screen that they can see, and can be put right "
                    "by whoever said it. No plan, sketch or picture of a new building is shown at these meetings, "
                    "because in 2019 the talk was of nothing else once a picture was up.",
                    officer("Learning Estate Programme Manager"),
                    "01/09/2025",
                    "19/12/2025",
                ),
                _action(
                    "2.2",
                    "Bring an options appraisal for Forres Academy to committee.",
                    officer("Depute Chief Executive, Education"),
                    "12/11/2025",
                    "25/03/2026",
                ),
                _action(
                    "2.3",
                    "Ask the Scottish Government in which phase of its investment programme Moray stands, and publish "
                    "the answer.\n"
                    "If none comes by the interim date, write to the Cabinet Secretary.",
                    officer("Depute Chief Executive, Education"),
                    "31/07/2025",
                    "30/09/2025",
                ),
            ),
            heading="Deciding together",
        ),
        Recommendation(
            "",
            (
                _action(
                    "3.1",
                    "Write a policy for mothballing schools with fewer than ten pupils, so that the rules are known "
                    "before a name is.",
                    officer("Head of Education Resources"),
                    "14/11/2025",
                    "30/04/2026",
                ),
                _action(
                    "3.2",
                    "Offer community groups first refusal on buildings that close, at a price that reflects the use "
                    "they mean to make of them and with a survey that they need not pay for.",
                    officer("Estates Manager"),
                    "30/01/2026",
                    "30/06/2026",
                ),
            ),
            heading="Small schools",
        ),
    ),
)
