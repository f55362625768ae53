"""A Welsh council's answer to an audit, in Markdown: a pipe table with line breaks inside its cells."""

from _source.text import markdown

FILE = "pipe_table_ceredigion.md"

FRONT = """\
# Cyngor Sir Ceredigion | Ceredigion County Council

## Management response to the review of our digital strategy

Audit Wales looked at how well the Council plans its digital work and reported in April 2024. The report found a \
committed team and a strategy that had outlived the money set aside for it. This is what we will do about each of its \
recommendations. The Governance and Audit Committee receives an update at every meeting.

"""

HEADER = ("Ref", "Recommendation", "Council response", "Officer", "Cabinet Member", "Completion date", "RAG")

ROWS = (
    (
        "R1",
        "**Evidence base**\nThe Council should show how it has drawn on the views of those who use its services.",
        "- Run drop-in sessions in Cardigan, Lampeter and Aberystwyth in both languages\n"
        "- Publish what was heard, and what we will do differently",
        "Corporate Lead Officer: Customer Contact, ICT and Digital",
        "Cllr Catrin Prys",
        "Q2 2024/25\nQ4 2024/25",
        "Green",
    ),
    (
        "R2",
        "**Costs and savings**\nThe Council should work out the full cost of the strategy over its life – not only "
        "the cost of buying new systems.",
        "A whole-life cost will be put beside every project over £50,000 (licences | hosting | staff time) and added "
        "to the business case template.\n\nFinance business partners will check the figures before a case goes to the "
        "Development Group.",
        "Corporate Lead Officer: Finance and Procurement",
        "Cllr Gwion Pugh",
        "By 31 March 2025",
        "Amber",
    ),
    (
        "R3",
        "**Measuring progress**\nThe Council should decide what success looks like before a project begins and report "
        "against it.",
        "Agree five outcome measures with the Leadership Group.\nReport on them through the quarterly performance "
        "board.\nReview the measures for relevance.",
        "Digital Programme Manager",
        "Cllr Catrin Prys",
        "May 2024\nFrom September 2024\nAnnually",
        "Green",
    ),
    (
        "R4",
        "**Working with others**\nThe Council should look for chances to buy and build together with its neighbours.",
        "Talks are under way with two neighbouring counties and the health board on a shared register of suppliers.",
        "Procurement Manager & Digital Programme Manager",
        "Cllr Gwion Pugh",
        "Winter 2024/25",
        "Amber",
    ),
    (
        "R5",
        "**Skills**\nThe Council should know which digital skills it has and which it lacks.",
        "A skills audit will be followed by a programme of learning in Welsh and English, built on the national "
        "framework.",
        "Learning and Development Manager",
        "Cllr Nia Beynon",
        "Subject to funding",
        "Red",
    ),
    (
        "R6",
        "**Resilience**\nThe Council should test that essential services can go on without their systems.",
        "An exercise will be held with all corporate managers, with a lessons report to the Emergency Planning Group.",
        "Civil Contingencies and Business Continuity Manager",
        "Cllr Nia Beynon",
        "31 June 2024",
        "Red",
    ),
)


def render() -> bytes:
    return markdown(FRONT, HEADER, ROWS).encode()
