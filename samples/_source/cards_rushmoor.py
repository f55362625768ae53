"""A peer challenge plan as a PDF of cards: a small table for each recommendation, labels down its left side."""

from docx.shared import Cm

from _source import word

FILE = "cards_rushmoor.pdf"

TITLE = "LGA Corporate Peer Challenge 2024: what we will do"

INTRODUCTION = (
    "Rushmoor Borough Council welcomed a peer team from the Local Government Association in November 2024. This is our "
    "plan for acting on what the team advised. It was agreed by Cabinet and is open to comment from anyone."
)

WIDTHS_CM = [4.0, 13.0]
LABEL_COLOUR = "E2EFD9"
LABELS = ("Recommendation", "What we will do", "Outcome we want", "Lead officer", "Portfolio holder", "Timescale")

CARDS = [
    (
        "1. Decide which big projects matter most and let the others wait.",
        "Every project will be scored by the same five questions, in public, before the budget is set:\n"
        "- what it does for residents\n- what it costs, and for how long\n- what happens if we do nothing\n"
        "- who else could do it\n- whether we have the people.\n"
        "Projects that score low will be stopped, and those who worked on them moved to others.",
        "Fewer projects, finished sooner",
        "Executive Director, Place",
        "Leader of the Council",
        "February 2025",
    ),
    (
        "2. Tackle the cost of borrowing before it tackles you.",
        "A panel of members from all groups will go through each property we own outside the borough and advise on "
        "which to sell.\n"
        "The treasury strategy will set a ceiling on debt as a share of income and a path down to it over ten years, "
        "so that later councils are not left with the bill for decisions that they took no part in.",
        "Debt down by a third",
        "Executive Head of Finance / Interim Property Manager",
        "Portfolio Holder for Finance and Resources",
        "By March 2026",
    ),
    (
        "3. Help members to do their job well.",
        "An induction of six evenings, with a buddy for each new member, will be ready for the elections.",
        "Members say that they feel prepared",
        "Corporate Manager, Democracy",
        "Portfolio Holder for Democracy",
        "May 2026",
    ),
    (
        "4. Bring the story of Aldershot and Farnborough up to date.",
        "Work with the garrison, the airport, the college and the football club on a common story, and use it in "
        "everything we publish. We will ask young people to tell it in their own way: on film, in print and on walls.",
        "People know what the towns stand for",
        "Service Manager, Communications",
        "Portfolio Holder for Regeneration and Property",
        "TBC – depends on external funding",
    ),
    (
        "5. Keep talking about local government reorganisation.",
        "The Chief Executive will write to all staff each month with what is known and what is not.",
        "No rumour left unanswered for long",
        "Chief Executive",
        "Leader of the Council",
        "Monthly until vesting day",
    ),
]


def render() -> bytes:
    document = word.new_document("Rushmoor Borough Council | Peer Challenge Action Plan", size=10.5)
    document.add_heading(TITLE, level=1)
    document.add_paragraph(INTRODUCTION)
    for card in CARDS:
        table = document.add_table(rows=0, cols=2, style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, WIDTHS_CM, strict=True):
            column.width = Cm(width)
        for label, text in zip(LABELS, card, strict=True):
            row = word.add_row(table, [f"**{label}**", text])
            word.shade(row.cells[0], LABEL_COLOUR)
        document.add_paragraph()
    return word.to_pdf(document)
