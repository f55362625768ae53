"""A peer challenge plan taken from a PDF: prose, then rows parted by tabs whose cells hold broken HTML.

Rows go on behind page breaks, two of them with a column lost; sentences are cut in the middle; a cell of
several paragraphs stands against fewer dates.
"""

from _source.text import tab_rows

FILE = "html_cells_gateshead.txt"

FRONT = """\

Gateshead Council: Corporate Peer Challenge Action Plan

Foreword by the Leader and the Chief Executive

We asked for this challenge because an outside eye sees what those of us inside have stopped noticing. The peers found \
a council that knows its communities and is liked by its partners. They also found one that puts off hard choices \
about money, and they told us so plainly. Both messages were fair.

“Gateshead has dedicated staff who would like to be asked more often what could be done better.” [p. 8]

Background

In January 2024 a team of officers and councillors from other authorities, brought together by the Local Government \
Association, was on site for four days. It read some two hundred documents, spoke with more than one hundred and fifty \
people and reported in April.

How to read this plan

For each recommendation there is an officer and a portfolio holder who answer for it, and a time by which each action \
will be done. Progress goes to Cabinet twice a year; the peers come back for a review of progress in the winter.

"""

UL = '<ul style="list-style-type: none">'
OL = '<ol style="list-style-type: none">'
PAGE_BREAK: tuple[str, ...] = ("",)
RULE = ("--", "--", "--", "--", "---", "---")

ROWS: tuple[tuple[str, ...], ...] = (
    ("Recommendation", "Key points", "Actions", "Timescale", "Responsible officer", "Portfolio holder"),
    (
        "<p>1. Set out a clear long-term financial strategy and stick to it.</p>",
        f"{UL} ➤ A gap of this size calls for early decisions ➤ The same reserve cannot be spent twice ➤ Members need "
        "real options, with what follows from each spelled out ",
        "<p>A three-year savings programme will be drawn up with every portfolio holder, so that decisions are taken "
        "in good time and not in the last weeks before the budget is set.</p> <p>Spending will be looked at by the "
        "management team in a meeting of its own, with action agreed wherever a service is heading above its "
        "budget.</p>",
        "<p>Approved by Council in February 2025</p> <p>Monthly</p>",
        "<p>Strategic Director, Resources and Digital</p>",
        "<p>Leader of the Council</p>",
    ),
    (
        "<p>2. Look after the workforce and the places it works in.</p>",
        f"{UL} ➤ Staff are loyal, and tired ➤ Half of the office space stands empty on most days ",
        "<p><u>Our people</u> A workforce strategy will be written together with the trade unions.</p> <p>It will "
        f"have five parts:</p> {OL} 1. Pay and reward 2. Wellbeing 3. Skills 4. Early careers 5. Leadership ",
        "<p>To be adopted by June 2024</p>",
        "<p>Service Director, Human Resources</p>",
        "<p>Cabinet Member for Resources, Management and Reputation</p>",
    ),
    PAGE_BREAK,
    PAGE_BREAK,
    (
        "",
        "",
        f"{UL} • All managers will take part in a two-day course on leading through change. • The staff survey will be "
        "run again, with its results shared team by team. <p><u>Our buildings</u> The civic centre costs more to heat "
        "each year and much of it is no longer used.</p> <p>Floors will be handed over to partner bodies that want to "
        "work beside us, starting with the two that are already vacant.</p>",
        "<p>September 2024</p> <p>Early 2025</p> <p>Ongoing</p>",
        "",
        "",
    ),
    RULE,
    (
        "<p>3. Work with partners so that residents of every neighbourhood can</p>",
        "<p>➤ Partners speak of goodwill that has not yet been turned into shared plans</p>",
        "<p>The Health and Wellbeing Board will agree three priorities for joint work, with a named lead from a "
        "different organisation for each of them. A first report on how the priorities are</p>",
        "<p>By October 2024</p>",
        "<p>Director of Public Health / Strategic Director, Integrated Adults and Social Care Services</p>",
        "<p>Cabinet Member for Health and Wellbeing</p>",
    ),
    PAGE_BREAK,
    (
        "<p>reach help early and close to home.</p>",
        "<p>being met will be brought to its spring meeting.</p> <p>Locality teams will open in Birtley, Blaydon and "
        'Felling, with advice on debt, housing and health under one roof:</p> <ul style="list-style-type: none"> '
        "• Blaydon first, in the library building; • Birtley and Felling once leases are signed. ",
        "<p>April 2024 - March 2026</p>",
        "",
        "",
    ),
    RULE,
    (
        "<p>4. Strengthen how performance is managed across the council.</p>",
        f"<p>➤ Reports describe activity rather than results, for instance:</p> {UL} ○ housing repairs ○ complaints ",
        "<p><u>Measures</u></p> <p>A smaller set of measures, each with a target and a comparison with similar "
        "councils, will take the place of the present scorecard.</p> <p>Portfolio holders will meet their service "
        "directors to go through the results.</p>",
        "<p>Q1 2024/25</p> <p>Six monthly</p>",
        "<p>Head of Policy and Performance</p>",
        "<p>Deputy Leader of the Council</p>",
    ),
    PAGE_BREAK,
    (
        "",
        "<p><u>Projects</u></p> <p>One register of projects will be kept, showing for each its sponsor, cost, benefits "
        "and present state.</p>",
        "<p>Complete</p>",
        "",
        "",
    ),
    (
        "",
        "",
        "<p>The capital programme will be re-profiled so that it reflects what can truly be built in a year.</p>",
        "<p>2025/26</p>",
        "",
        "",
    ),
    (
        "<p>5. Make more of scrutiny.</p>",
        "<p>➤ Agendas are long and seldom lead to recommendations</p>",
        "<p>Two task and finish groups a year will look at matters chosen by members, at a time when a decision can "
        "still be changed.</p>",
        "<p>Following the May elections</p>",
        "<p>Strategic Director, Corporate Services and Governance</p>",
        "<p>Chair of the Corporate Resources Overview and Scrutiny Committee</p>",
    ),
    RULE,
)


def render() -> bytes:
    return tab_rows(FRONT, ROWS).encode()
