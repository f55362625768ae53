"""A Word document: small tables without headers under headings that name the lead; dates in brackets."""

from _source import word

FILE = "word_tables_midlothian.docx"

TITLE = "Midlothian Council: libraries and culture action log, 3 March 2025"

SECTIONS = [
    (
        "Local studies – Lead JM",
        [
            ["Finish the catalogue of mining photographs and put it online (by 30 April 2025)", "JM", "Ongoing"],
            ["Ask the two heritage societies for help with names and places", "JM/RK", "New"],
        ],
    ),
    (
        "Libraries",
        [
            [
                "Trial opening without staff in the evenings at Loanhead:\n- cameras and a help line\n"
                "- cards for over-sixteens only\n- a review after six weeks (Autumn 2025)",
                "AF",
                "New",
            ],
            ["Send the new opening hours to every community council", "AF", "Completed"],
        ],
    ),
    (
        "Events – Lead RK",
        [
            ["Book the marquee for the summer reading launch", "RK", "Carried forward"],
            [
                "Draft the licence application for the gala and send it in (deadline 14 March 2025)",
                "RK/AF",
                "Completed",
            ],
        ],
    ),
]


def render() -> bytes:
    document = word.new_document("Midlothian Council")
    document.add_heading(TITLE, level=1)
    document.add_paragraph("Owners are shown by initials. Actions completed at the last meeting have been taken out.")
    for heading, rows in SECTIONS:
        document.add_heading(heading, level=2)
        table = document.add_table(rows=0, cols=3, style="Table Grid")
        for row in rows:
            word.add_row(table, row)
    return word.to_docx(document)
