"""A plan as wrapped text: numbered points with lettered actions below them, who and when in brackets at the end."""

FILE = "numbered_prose_melton.txt"

TEXT = """\
MELTON BOROUGH COUNCIL

Depot and fleet: improvement plan

In February 2025 our internal auditors looked at the depot on Lake Terrace.
They wrote that it is run with goodwill and very little paper. We met them in
March, and this is what came out of that meeting.

1. Know what is in the stores.

Half of what was on the shelves was not in the ledger, and the other way
round.

a) Count everything once, with the gates shut, and begin a new ledger from
   what is found. Two people from Finance will help (Lead: Depot Manager, by
   31 May 2025)
b) Count a twelfth of the stores each month. Whoever counts may not be the
   person who issues:
   - Stores issues on weekdays
   - Grounds counts on Saturdays
   (Lead: Stores Supervisor, monthly)

2. Keep vehicles on the road.

a) Book every service six weeks ahead and put the dates on the wall (Lead:
   Fleet Manager, June 2025)
b) Replace the four oldest vans. Electric ones will be tried on the town
   rounds first (Lead: Fleet Manager / Head of Finance, 2025/26)
c) Ask Rutland whether its workshop has room for ours (Lead: Director of
   Place, TBC)

The Audit and Standards Committee will ask how we are doing in November.
"""


def render() -> bytes:
    return TEXT.encode()
