"""A workbook with a sheet a theme: the same titles on each, real dates, colours, a hidden column, row and sheet."""

from datetime import date

from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

from _source.workbook import Value, add_header, add_rows, new_workbook, paint, to_xlsx

FILE = "theme_sheets_spelthorne.xlsx"

TITLES = (("Spelthorne Borough Council",), ("Corporate delivery plan, as of 1 September 2024",), ())
HEADER = ("Ref", "Action", "Notes for the team", "Lead", "Due", "RAG", "Share done")
WIDTHS = (6, 60, 20, 28, 14, 9, 12)
GREEN, AMBER, RED = "00B050", "FFC000", "FF0000"

THEMES: dict[str, tuple[tuple[Value, ...], ...]] = {
    "Homes": (
        (
            "H1",
            "Let the twelve flats above the old post office in Staines, first to:\n"
            "• people in bed and breakfast\n• people who care for somebody nearby",
            "ask Priya",
            "Head of Housing",
            date(2025, 3, 1),
            "Green",
            0.5,
        ),
        (
            "H2",
            "Inspect every house in multiple occupation once in three years.",
            None,
            "Environmental Health Manager",
            date(2027, 3, 31),
            "Amber",
            0.25,
        ),
        ("H0", "Buy the garages behind the High Street.", "dropped", "Head of Housing", date(2024, 6, 1), "Red", 0),
    ),
    "Open spaces": (
        (
            "O1",
            "Plant a row of black poplars along the Ash, with the schools beside it.",
            None,
            "Neighbourhood Services Manager",
            date(2024, 11, 1),
            "Green",
            0.8,
        ),
        (
            "O2",
            "Put right the three playgrounds that failed their inspection.",
            "money is there",
            "Head of Neighbourhood Services",
            date(2025, 5, 12),
            "Red",
            0.1,
        ),
    ),
    "The council itself": (
        ("C1", "Answer nine calls in ten within a minute.", None, "Customer Services Manager", "Ongoing", "Amber", 0.6),
    ),
}
COLOURS = {"Green": GREEN, "Amber": AMBER, "Red": RED}


def render() -> bytes:
    workbook = new_workbook("Spelthorne Borough Council")
    for theme, rows in THEMES.items():
        _write(workbook.create_sheet(theme), rows)
    workbook["Homes"].row_dimensions[7].hidden = True
    add_rows(
        workbook.create_sheet("About this plan"),
        [["Ask the Policy Team about this plan."], ["It is read every quarter."]],
    )
    lists = workbook.create_sheet("Lists")
    add_rows(lists, [["Green", "on course"], ["Amber", "slipping"], ["Red", "late"]])
    lists.sheet_state = "hidden"
    return to_xlsx(workbook)


def _write(sheet: Worksheet, rows: tuple[tuple[Value, ...], ...]) -> None:
    add_rows(sheet, TITLES, bold=True)
    add_header(sheet, HEADER, WIDTHS)
    for row in rows:
        add_rows(sheet, [row])
        *_, due, rag, share = sheet[sheet.max_row]
        due.number_format = "mmm-yy" if getattr(due.value, "day", 0) == 1 else "dd/mm/yyyy"
        paint(rag, COLOURS[rag.value])
        share.number_format = "0%"
    sheet.column_dimensions["C"].hidden = True
