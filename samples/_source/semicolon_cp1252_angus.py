"""A Scottish Best Value plan saved by a spreadsheet: semicolons, Windows-1252, CR LF, dashes and pound signs."""

from _source.text import delimited

FILE = "semicolon_cp1252_angus.csv"

ROWS = (
    ("Angus Council – Best Value improvement plan", "", "", "", "", ""),
    (
        "Response to the audit of Best Value published by the Accounts Commission in November 2023",
        "",
        "",
        "",
        "",
        "",
    ),
    ("No.", "Finding", "Improvement action", "Responsible Officer", "Target date", "Status"),
    (
        "1",
        "The council’s priorities are clear, but it is hard to see from public reports whether life in Angus is "
        "getting better.",
        "Publish a short yearly account of each priority – with numbers, maps and residents’ own words.",
        "Director of Strategic Policy, Transformation and Public Sector Reform",
        "June 2024",
        "On track",
    ),
    (
        "2",
        "Savings of £51m over three years rest on plans that are not yet worked out in full.",
        "Work every saving above £100k up to a full business case; take those that are not ready out of the budget "
        "strategy.",
        "Director of Finance",
        "by 28/02/2025",
        "In progress",
    ),
    (
        "3",
        "Community councils feel that they are told rather than asked.",
        "Agree a charter with community councils; hold an open evening in each burgh.",
        "Manager – Vibrant Communities",
        "Autumn 2024; then annually",
        "Delayed",
    ),
    (
        "4",
        "Sickness absence is above the Scottish average.",
        "Give managers a monthly picture of absence in their team – and half a day’s training on what to do with it.",
        "Service Leader HR and OD",
        "was March 2024, now September 2024",
        "Overdue",
    ),
    (
        "5",
        "There is no single plan for the council’s offices, schools and depots.",
        "Take an asset management strategy to committee.",
        "Director of Infrastructure and Environment",
        "Within six months of the budget",
        "Not started",
    ),
    (
        "6",
        "Elected members’ attendance at training is uneven.",
        "Offer recorded sessions and publish attendance.",
        "Service Leader Legal and Democratic",
        "mid 2024",
        "Complete",
    ),
)


def render() -> bytes:
    return delimited(ROWS, delimiter=";", line_end="\r\n").encode("cp1252")
