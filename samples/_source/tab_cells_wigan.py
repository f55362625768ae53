"""A peer challenge response whose table was flattened: every cell on a line of its own, led by a tab."""

from _source.text import tab_cells

FILE = "tab_cells_wigan.txt"

FRONT = """\
                                        Wigan Council
                                 Peer Challenge Action Plan


Peers from five other authorities spent a week with us in March 2024 for a Corporate Peer Challenge arranged by the \
Local Government Association (LGA). They met more than two hundred employees, elected members and partners, and we \
are grateful for the time they gave us and for the candour of the report they left behind.

The table sets out what the peers asked of us and how we will go about it. Cabinet will look at it every six months.

"""

HEADER = ("Ref", "Key recommendation", "Our response", "Responsible officer", "By when")

ROWS = (
    (
        "1",
        """Vision and narrative
Agree a single story of where the borough is heading and tell it in the same words to residents, staff and partners.""",
        """The Deal with our residents is more than ten years old and will be renewed. A series of conversations in \
each of our seven townships began in the spring and will feed a new long-term ambition for Wigan.

Once that ambition is agreed we will rewrite the corporate strategy so that both documents share the same missions, \
and retire the older plans that no longer add anything.
""",
        "Director of Strategy and Innovation",
        "New strategy to full Council, November 2024",
    ),
    (
        "2",
        """Financial resilience
Rebuild reserves and show how each savings proposal will be delivered, by whom, and with what effect on services.
""",
        """The financial plan now carries a delivery sheet for every saving, which shows:
- the assistant director answerable for it and the finance partner who checks it
- the sum to be released in each year
- an equality impact assessment, where one is needed
- the risks to delivery and what would be done about them.

A reserves policy with a floor of £15m was adopted alongside the budget for 2024/25.
""",
        "Assistant Director, Finance / Deputy Chief Executive",
        "Quarterly",
    ),
    (
        "3",
        """Scrutiny
Give overview and scrutiny earlier sight of big decisions, and let backbench councillors shape the work programme.
""",
        """
A forward plan covering twelve months, not three, goes to each committee chair.

Chairs and vice-chairs will be offered:

·  one-to-one coaching from an experienced member peer
·  a short course on questioning
·  visits to two councils whose scrutiny is well regarded.

The annual report to Council will say what changed because of scrutiny.
""",
        "Director of Legal and Governance",
        "By end of December 2024",
    ),
    (
        "4",
        """Digital and data
Bring the separate digital projects together under one roadmap so that their benefits can be counted once.
""",
        """An inventory of 61 projects was drawn up in April 2024 and presented to the Transformation Board in June.

Duplicates have been closed. What is left will be scored against four tests: does it save money, does it save time, \
does it lower risk, would residents notice?
""",
        "Head of Digital and Customer",
        "",
    ),
    (
        "5a",
        """Workforce
Tackle agency spend in children's and adults' services by growing the council's own social workers.
""",
        """Twelve apprentices start each September. A retention payment and a protected caseload in the first year \
are in place for newly qualified staff.

Exit interviews are now read by the Director in person.
""",
        "Director of People",
        "Ongoing",
    ),
    (
        "5b",
        """Managers would welcome clearer rules on home working, and the peers felt that the present mixture of \
local arrangements is not sustainable.
""",
        "A short statement of principles has been issued, replacing eleven separate departmental notes.",
        "Head of HR and OD",
        "Completed May 2024",
    ),
    (
        "6",
        """Partnerships
Use the standing of the Healthier Wigan Partnership to press for a fair share of regional investment.
""",
        """The terms of reference of the partnership board will be looked at again when the Integrated Care Board has \
finished its own restructure.
""",
        "Chief Executive",
        "TBC",
    ),
    (
        "7",
        """Neighbourhood working
Move faster from pilots to a consistent offer across all seven townships.
""",
        """Two townships will test a shared front door with the police, housing associations and general practice.

The lessons will be written up and every township will have its own multi-agency team.
""",
        "Director of Place and Communities",
        "Summer 2024\n\nSpring 2025",
    ),
    (
        "8",
        """Learning from complaints
Publish what has been learned from complaints, not only how many were received.
""",
        "A plain-English digest will go to the Standards Committee and be put on the website.",
        "Monitoring Officer",
        "Annually",
    ),
)


def render() -> bytes:
    return tab_cells(FRONT, HEADER, ROWS).encode()
