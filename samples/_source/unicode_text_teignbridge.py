"""A spreadsheet saved as "Unicode text": UTF-16, tabs, quoted cells, rows of sections (1.0 above 1.1)."""

from _source.text import delimited

FILE = "unicode_text_teignbridge.txt"

ROWS = (
    ("Teignbridge District Council", "", "", "", "", ""),
    ("Service improvement plan – position at 30 September 2024", "", "", "", "", ""),
    ("", "", "", "", "", ""),
    ("ID", "Activity", "Responsible person", "Delivery date", "RAG rating", "Latest position"),
    ("1.0", "Customer services", "", "", "", ""),
    (
        "1.1",
        "Answer nine in ten calls within two minutes:\n- move contact that can be avoided online\n"
        "- train the council tax and benefits teams in each other's work",
        "Customer Service Manager",
        "Mar-25",
        "Amber",
        "82% in the last month",
    ),
    (
        "1.2",
        "Close the cash desk at Forde House.",
        "Head of Revenues and Benefits",
        "Once libraries can take payments",
        "Green",
        "Talks with the county are going well",
    ),
    ("2.0", "Waste and coast", "", "", "", ""),
    (
        "2.1",
        "Bring in a weekly collection of food waste from flats.\nStart with the blocks that have room for a store.",
        "Waste Manager",
        "w/c 7 April 2025",
        "Green",
        "Caddies ordered",
    ),
    (
        "2.2",
        'Replant the dunes at Dawlish Warren with the "friends" group.',
        "Ranger Team",
        "Autumn/Winter 2024",
        "Amber",
        "",
    ),
    ("3.0", "Money and land", "", "", "", ""),
    (
        "3.1",
        "Sell the three sites that the Executive declared surplus.",
        "Asset Manager / Section 151 Officer",
        "2024-26",
        "Red",
        "One sale fell through in August",
    ),
    (
        "3.2",
        "Say each year what the reserves are for.",
        "Section 151 Officer",
        "N/A",
        "Complete",
        "Done as part of the budget",
    ),
)


def render() -> bytes:
    return b"\xff\xfe" + delimited(ROWS, delimiter="\t", line_end="\r\n").encode("utf-16-le")
