"""A peer challenge plan as a PDF: one ruled table over several pages, its header repeated, rows cut by pages."""

from _source import word

FILE = "ruled_bassetlaw.pdf"

TITLE = "Corporate Peer Challenge: Action Plan"

INTRODUCTION = (
    "In October 2023 Bassetlaw District Council took part in a Corporate Peer Challenge led by the Local Government "
    "Association. The team of six peers was with us for three days and met councillors, employees, town and parish "
    "councils, businesses and voluntary groups.",
    "The report makes nine recommendations. Cabinet accepted all of them at its meeting in January. The table below "
    "shows what will be done, who leads, and by when.",
)

HEADER = ["No", "Recommendation", "What we will do", "Lead", "Deadline"]
WIDTHS_CM = [1.0, 3.9, 7.0, 3.2, 2.3]

ROWS = [
    [
        "1",
        "Reduce the number of priorities in the Council Plan so that effort goes where it matters most to residents.",
        "The Council Plan holds forty-three commitments. Cabinet and the senior leadership team will hold two "
        "workshops to choose no more than ten, using what residents told us in the autumn survey.\n"
        "The shorter plan will say for each of them:\n"
        "- what will be different for residents by the end of the term\n"
        "- how that will be measured\n"
        "- what it costs and where the money comes from\n"
        "- who in Cabinet and among officers answers for it.",
        "Chief Executive",
        "Adopted by Council in May 2024",
    ],
    [
        "2",
        "Build a medium term financial strategy that members own and that closes the gap over four years.",
        "Members of all groups will be briefed on how the budget is built and what choices it holds.\n"
        "A savings and income plan will be brought forward that shows each proposal with its risks.\n"
        "Fees and charges will be compared with those of our neighbours and reset where they have fallen behind.",
        "Head of Finance and Property",
        "March 2024\nBy 31 October 2024\n2025/26",
    ],
    [
        "3",
        "Get the most from the coming devolution deal and make sure that the voice of districts is heard.",
        "The Leader sits on the board of the new combined authority as one of two district members. We will:\n"
        "- agree with the other districts how views are gathered before each board meeting, and how they are reported "
        "back afterwards\n"
        "- keep a short list of schemes that are ready to start when money becomes available, such as the "
        "Worksop town centre works and the regeneration of the former power station at West Burton\n"
        "- second an officer to the combined authority for its first year.\n"
        "An all-member briefing will be held each quarter while the arrangements bed in, and the notes of these "
        "briefings will be open to parish councils too.",
        "Director of Regeneration and Neighbourhoods",
        "Ongoing",
    ],
    [
        "4",
        "Look again at the governance of the housing landlord service ahead of inspection by the regulator.",
        "A mock inspection was carried out by an independent adviser in the summer and its findings have been shared "
        "with tenants. The Housing Improvement Board, with three tenant members, will oversee the plan that came out "
        "of it and will meet in public.\n"
        "Stock condition surveys will reach every home. Where access has been refused three times the case goes to a "
        "panel, since damp, mould and faulty wiring may otherwise go unseen for years. The results will be loaded into "
        "the asset system so that repairs, planned works and complaints can at last be seen together for each address, "
        "and so that the thirty-year business plan rests on evidence rather than on samples.",
        "Head of Housing / Monitoring Officer",
        "Summer 2024 - Spring 2025",
    ],
    [
        "5",
        "Strengthen the relationship between members and officers.",
        "A protocol on how members raise casework will be rewritten by a small group of members and officers.\n"
        "Directors will hold an open door hour before each Council meeting, and will spend a day a year with a member "
        "in the ward.",
        "Head of Corporate Services",
        "By June 2024\nImmediate",
    ],
    [
        "6",
        "Plan for the workforce of the future.",
        "Four in ten of our employees are over fifty-five, and in some trades there is nobody to follow them. Every "
        "service will draw up a workforce plan covering five years, looking at age, hard-to-fill posts, pay and "
        "progression. Human Resources will bring the plans together into one picture for the leadership team.\n"
        "The apprenticeship scheme doubles to twenty places, with a promise of an interview for a permanent post at "
        "the end.\n"
        "Our values have not been looked at since before the pandemic. Employees will be asked to help rewrite them. "
        "Line managers will talk about them at each appraisal, and the yearly awards will be given for living up to "
        "them. Those who leave us will be asked how far we did so ourselves.",
        "HR Manager",
        "To be confirmed",
    ],
    [
        "7",
        "Make overview and scrutiny count.",
        "The number of standing panels falls from three to two. Each will agree a work programme at the start of the "
        "year from a list of topics put forward by residents, members and partners, scored in the open against these "
        "questions:\n"
        "- Does it matter to many people, or a great deal to a few?\n"
        "- Is the council able to change it, alone or with others?\n"
        "- Is the timing right, so that a recommendation can still shape a decision?\n"
        "- Has it been looked at in the last three years?\n"
        "- Would the panel add something that an audit or an officer report could not?\n"
        "Cabinet will answer each report within two months and come back after a year to say what has been done. "
        "Training for chairs has been booked with a national body that supports scrutiny.",
        "Head of Corporate Services",
        "From May 2024",
    ],
    [
        "8",
        "Tell the story of the district better.",
        "A place brand will be drawn up with local businesses, the two colleges and the tourism partnership; it will "
        "be used on gateway signs, on the website and in bids for funding.\n"
        "Our quarterly residents' magazine comes back in print, paid for by advertising.",
        "Communications Manager",
        "Q3 2024/25\nQuarterly",
    ],
    [
        "9",
        "Be ready for the next stage of work on climate and the district's carbon footprint.",
        "Every committee report has a section on climate; officers will be trained so that it says something useful.\n"
        "We will bring forward, with partners and in order of the carbon that each saves:\n"
        "- insulation and solar panels on the two leisure centres, paid for from the capital programme and a grant for "
        "swimming pools\n"
        "- electric vans for the repairs team and charging points at the depot\n"
        "- a change in how verges and closed churchyards are mown, so that wild flowers can set seed.\n"
        "The footprint of the council will be worked out each year by the same method and published.",
        "Sustainability Officer / Head of Neighbourhoods",
        "By 2030",
    ],
]


def render() -> bytes:
    document = word.new_document("Bassetlaw District Council")
    document.add_heading(TITLE, level=1)
    for paragraph in INTRODUCTION:
        document.add_paragraph(paragraph)
    table = word.ruled_table(document, HEADER, WIDTHS_CM, repeat_header=True)
    for row in ROWS:
        word.add_row(table, row)
    return word.to_pdf(document)
