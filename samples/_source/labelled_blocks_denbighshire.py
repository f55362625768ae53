"""A response without a table: a block for each recommendation, its parts named by labels."""

FILE = "labelled_blocks_denbighshire.txt"

TEXT = """\
DENBIGHSHIRE COUNTY COUNCIL

Panel performance assessment: our response and action plan

A panel of independent assessors, arranged through the Welsh Local Government Association, spent four days with us in \
September 2024. We thank its members. Their report went to Council with this response, which Governance and Audit \
Committee had seen in draft.

Recommendation 1: Hearing from communities
The Council should ask residents earlier, and tell them afterwards what came of it.

Our response: We accept this recommendation.

Action: We will write a participation strategy with town and community councils, and set up a panel of 500 residents \
who agree to be asked up to four times a year. The panel will have:
- a fair share of people from each area
- paper forms and visits for those who are not online
- everything in Welsh and in English.
Lead officer: Head of Corporate Support Service: Performance, Digital and Assets
Lead member: Cllr Mair Tudor
Timescale: By 31 March 2025

Recommendation 2: Money
The Council should set out, over five years, how services will change as well as what will be saved.

Our response: We accept this recommendation in part. Five years is longer than our settlement allows us to see.

Action: The budget strategy will look three years ahead and be accompanied by a statement from every head of service.
Lead officer: Head of Finance and Audit
Lead member: Cllr Owain Prydderch
Timescale: Q3 2024/25 and then annually

Recommendation 3: Climate and nature
The Council should spell out what its goal of being net zero by 2030 will cost.

Our response: We accept this recommendation.

Action: A cost will be put to each line of the climate plan. The Climate Change Programme Board will see the result, \
and so will scrutiny.
Lead officer: Corporate Director: Environment and Economy / Climate Change Programme Manager
Lead member: Cllr Mair Tudor
Timescale: Ongoing

Recommendation 4: Scrutiny
The Council should look at whether three scrutiny committees is the right number.

Our response: We do not accept this recommendation; the number was looked at in 2022.

Action: No change is planned.
Lead officer: Monitoring Officer
Lead member: Chair of the Scrutiny Chairs and Vice-Chairs Group
Timescale: No further action required
"""


def render() -> bytes:
    return TEXT.encode()
