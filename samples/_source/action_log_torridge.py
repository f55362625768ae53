"""A committee's action log as tab-separated rows: no recommendations, own reference numbers, progress notes."""

from _source.text import tab_rows

FILE = "action_log_torridge.tsv"

FRONT = "Torridge District Council – Audit and Governance Committee action log as at 14 October 2024\n"

ROWS = (
    ("Ref", "Meeting date", "Action", "Owner", "Due", "Status", "Progress"),
    (
        "AG-24-01",
        "22/01/2024",
        "Bring a report on the backlog of external audits, with what it means for the accounts of earlier years.",
        "Finance Manager (S151)",
        "22/04/2024",
        "Complete",
        "Taken to the April meeting; letter sent to the auditors.",
    ),
    (
        "AG-24-02",
        "22/01/2024",
        "Circulate the fraud risk register to members before it is next reviewed.",
        "Head of Internal Audit",
        "asap",
        "Complete",
        "Sent by email, 2 February 2024.",
    ),
    (
        "AG-24-05",
        "22/04/2024",
        "Arrange training on treasury management for new members, to include substitutes.",
        "Democratic Services Manager",
        "September",
        "Overdue",
        "Trainer fell ill; new date to be found.",
    ),
    (
        "AG-24-06",
        "22/04/2024",
        "Write to the harbour board about unpaid dues and report the answer.",
        "Chief Executive",
        "December 2024",
        "In progress",
        "Letter drafted.",
    ),
    (
        "AG-24-07",
        "15/07/2024",
        "Look into why procurement waivers rose by a third in the year, and propose tighter rules.",
        "Procurement Officer/Monitoring Officer",
        "31 October 2024",
        "On track",
        "Sample of twenty waivers examined.",
    ),
    (
        "AG-24-08",
        "15/07/2024",
        "Add a column to the risk register that shows the direction of travel since the last review.",
        "Head of Internal Audit",
        "January",
        "Not started",
        "",
    ),
    (
        "AG-24-09",
        "15/07/2024",
        "Publish payments over £500 within a month of the quarter's end.",
        "Finance Manager (S151)",
        "Quarterly",
        "In progress",
        "First quarter published on time.",
    ),
    (
        "AG-24-10",
        "14/10/2024",
        "Invite the chair of the company's board to explain its business plan.",
        "Chief Executive",
        "Next meeting",
        "New",
        "",
    ),
)


def render() -> bytes:
    return tab_rows(FRONT, ROWS).encode()
