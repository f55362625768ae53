"""A strategy's action plan as a PDF: tables without rules under headings, commitments, two date columns."""

from docx.table import Table

from _source import word

FILE = "unruled_fife.pdf"

TITLE = "Food4Fife: action plan for the strategy 2024 to 2027"

INTRODUCTION = (
    "Fife Council and its partners adopted the food strategy in March 2024. The tables below turn its aims into "
    "commitments. Each has a service that leads, a date for a first draft or trial, and a date by which it is finished."
)

HEADER = ["Ref", "Commitment", "Lead service", "First stage", "Completion"]
WIDTHS_CM = [1.4, 7.6, 3.4, 2.5, 2.5]

SECTIONS = [
    (
        "Good food for all",
        [
            [
                "G1",
                "Open a community fridge or pantry within walking distance of every home in our five largest towns.",
                "Communities Team",
                "June 2024",
                "March 2026",
            ],
            [
                "G2",
                "Make sure that nobody has to ask twice: staff who hear that a household is short of food will refer "
                "it to the money advice team on the same day.",
                "Customer Services",
                "Complete",
                "Ongoing",
            ],
            [
                "G3",
                "Sign up all secondary schools to the breakfast offer.",
                "Education Service",
                "August 2024",
                "Spring 2025",
            ],
        ],
    ),
    (
        "Growing and buying locally",
        [
            [
                "L1",
                "Let vacant council land to growers for five years at a time, with water laid on and a simple lease "
                "that does not need a solicitor.",
                "Estates Team",
                "Q1 2024/25",
                "2026/27",
            ],
            [
                "L2",
                "Raise the share of local food in school and care home kitchens to one third.",
                "Catering Services",
                "Mar-25",
                "by December 2026",
            ],
        ],
    ),
    (
        "Less waste",
        [
            [
                "W1",
                "Weigh what is thrown away in every canteen for a fortnight each term, and tell those who eat there.",
                "Catering Services",
                "Autumn 2024",
                "TBC",
            ],
            [
                "W2",
                "Find a home for surplus from shops and farms, with a van and a driver paid for by the partnership.",
                "Climate Change Team",
                "Mid 2024",
                "End of 2025",
            ],
        ],
    ),
]


def render() -> bytes:
    document = word.new_document("Fife Council", size=10.5)
    document.add_heading(TITLE, level=1)
    document.add_paragraph(INTRODUCTION)
    for heading, rows in SECTIONS:
        document.add_heading(heading, level=2)
        table: Table = word.ruled_table(document, HEADER, WIDTHS_CM, repeat_header=True)
        table.style = "Normal Table"
        for row in rows:
            word.add_row(table, row)
    return word.to_pdf(document)
