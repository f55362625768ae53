"""An answer to an audit's findings: each over several merged rows, a lookup list beside the plan, a note below."""

from datetime import date

from _source.workbook import Value, add_header, add_rows, new_workbook, paint, to_ods

FILE = "merged_sheet_clackmannanshire.ods"

HEADER = ("No.", "Recommendation", "Agreed action", "Responsible officer", "Completion date", "Status")
WIDTHS = (6, 34, 50, 26, 16, 14)
COMPLETE, STARTED, LATE = "00B050", "FFC000", "FF0000"
ROWS: tuple[tuple[Value, ...], ...] = (
    (
        1,
        "Say what the capital programme will not build.",
        "Publish the list of schemes that were looked at and left out.",
        "Chief Finance Officer",
        date(2024, 12, 13),
        "Complete",
    ),
    (
        None,
        None,
        "Bring the programme to council each February with its running costs beside it.",
        "Chief Finance Officer\nStrategic Director, Place",
        "Annually",
        "Under way",
    ),
    (
        2,
        "Let elected members see how services perform without asking.",
        "Put twenty measures on one page, brought up to date by the tenth of each month.",
        "Performance Manager",
        date(2025, 2, 1),
        "Under way",
    ),
    (
        None,
        None,
        "Offer every member an hour with whoever wrote the page.",
        "Performance Manager",
        "Spring 2025",
        "Not started",
    ),
    (
        None,
        None,
        "Ask members after six months what they use and drop the rest.",
        "Team Leader, Governance",
        date(2025, 9, 1),
        "Not started",
    ),
    (
        3,
        "Agree with the Health and Social Care Partnership who pays for what.",
        "Sign a scheme of delegation.",
        "Chief Executive",
        "TBC",
        "Overdue",
    ),
)
COLOURS = {"Complete": COMPLETE, "Under way": STARTED, "Overdue": LATE}


def render() -> bytes:
    workbook = new_workbook("Clackmannanshire Council")
    sheet = workbook.create_sheet("Plan")
    add_rows(
        sheet, [["Clackmannanshire Council"], ["Response to the annual audit report, October 2024"], []], bold=True
    )
    add_header(sheet, HEADER, WIDTHS)
    add_rows(sheet, ROWS)
    for number, row in enumerate(ROWS, 5):
        sheet.cell(number, 5).number_format = "mmmm yyyy" if getattr(row[4], "day", 0) == 1 else "d mmm yyyy"
        if row[5] in COLOURS:
            paint(sheet.cell(number, 6), COLOURS[str(row[5])])
    for first, last in ((5, 6), (7, 9)):
        for column in "AB":
            sheet.merge_cells(f"{column}{first}:{column}{last}")
    add_rows(sheet, [[], ["Agreed by the Audit and Scrutiny Committee on 7 November 2024."]])
    for row_number, (status, meaning) in enumerate(
        (("Status", "Meaning"), ("Under way", "begun"), ("Overdue", "late")), 4
    ):
        sheet.cell(row_number, 9, status)
        sheet.cell(row_number, 10, meaning)
    return to_ods(workbook)
