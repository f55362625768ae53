"""An improvement plan: the recommendation's cell merged over its actions, RAG words on coloured cells."""

from ..content import (
    AMBER,
    GREEN,
    RED,
    Action,
    Column,
    Decoy,
    Plan,
    Recommendation,
    between,
    by,
    done,
    officer,
    on,
    team,
    within,
)

PLAN = Plan(
    name="redcar",
    council="Redcar and Cleveland Borough Council",
    gss_code="E06000003",
    title="Children's services improvement plan",
    layout="recommendation over rows, merged",
    review="inspection",
    styles=("ruled", "level", "tall", "clear-print"),
    label="{number}. ",
    intro=(
        "Inspectors from Ofsted visited in February 2025 and judged that services for children in need of help and "
        "protection require improvement. Redcar and Cleveland Borough Council knew most of what they found and is "
        "grateful for the rest.\n"
        "The Improvement Board, with an independent chair, meets each month to go through this plan line by line."
    ),
    before=(
        Decoy(
            "Version control",
            (
                ("Version", "Date", "Author", "Change"),
                ("0.1", "3 March 2025", "Policy team", "First draft"),
                ("1.0", "28 March 2025", "Policy team", "Agreed by the Improvement Board"),
            ),
        ),
    ),
    columns=(
        Column("Area for improvement", "recommendation", 4.6),
        Column("Ref", "ref", 1.3),
        Column("Action", "action", 9.4),
        Column("Lead", "owners", 3.4),
        Column("Due", "deadlines", 2.6),
        Column("RAG", "status", 1.8),
        Column("Impact we expect", "outcome", 3.6),
    ),
    recommendations=(
        Recommendation(
            "The speed and sureness with which the front door tells a family that needs help from one that needs "
            "protection.",
            (
                Action(
                    "Bring the police, health visitors and housing into the same room as social workers, five days a "
                    "week, and stop passing forms between four inboxes.",
                    officer("Head of Early Help"),
                    done("Completed March 2025", "2025-03-01", "2025-03-31"),
                    number="1.1",
                    status=GREEN,
                    outcome="Decisions within 24 hours",
                ),
                Action(
                    "Rewrite the threshold document in words that a school secretary or a GP's receptionist can use. "
                    "It is to fit on four sides and to have ten worked examples:\n"
                    "- a baby with an unexplained bruise\n"
                    "- a boy of nine who comes to school hungry\n"
                    "- a girl of fifteen with two phones\n"
                    "- grandparents who can no longer cope\n"
                    "- and six more that partners will choose.\n"
                    "It is then taught to everybody who makes referrals, in their own workplace, in sessions of an "
                    "hour.",
                    officer("Principal Social Worker"),
                    within("June 2025", "2025-06-01", "2025-06-30"),
                    number="1.2",
                    status=AMBER,
                    outcome="Fewer than a quarter of contacts end in no action",
                ),
                Action(
                    "Audit twenty decisions a month, chosen blind, with an auditor from another authority reading "
                    "half of them.",
                    officer("Service Manager, Quality and Review"),
                    between("April 2025 to March 2026", "2025-04-01", "2026-03-31"),
                    number="1.3",
                    status=GREEN,
                    outcome="Nine in ten judged right",
                ),
            ),
            number="1",
        ),
        Recommendation(
            "The quality of plans for children, which too often list what parents must do and not what would be "
            "different for the child.",
            (
                Action(
                    "Team managers read each plan before it is shared and send back those that a child of twelve "
                    "could not follow.",
                    officer("Head of Safeguarding"),
                    by("By 30 May 2025", "2025-05-30"),
                    number="2.1",
                    status=AMBER,
                    outcome="Plans are short, dated and in plain English",
                ),
                Action(
                    "Children and parents help to design a new form. The youth council in Redcar and a group of "
                    "mothers in Loftus have offered; fathers have so far been harder to find, and a family worker in "
                    "Grangetown has been asked to look for some. The form will be tried by two teams for a term, put "
                    "right and then used by all. Paper copies stay on hand, because a plan that lives on a council's "
                    "computer is of little use on a kitchen table.",
                    officer("Principal Social Worker") + team("Participation Team"),
                    within("Autumn 2025", "2025-09-01", "2025-11-30"),
                    number="2.2",
                    status=RED,
                    outcome="Families say that the plan is theirs",
                ),
            ),
            number="2",
        ),
        Recommendation(
            "Management oversight and supervision, so that drift is seen and stopped.",
            (
                Action(
                    "Set a standard: supervision every four weeks, written up within two days, with one question "
                    "always asked - what is life like for this child today?",
                    officer("Director of Children's Services"),
                    on("1 May 2025", "2025-05-01"),
                    number="3.1",
                    status=GREEN,
                    outcome="All supervision on time",
                ),
                Action(
                    "Cut the number of families for whom one manager answers from eight teams' worth to five, by "
                    "turning two advanced practitioner posts into manager posts.",
                    officer("Director of Children's Services"),
                    within("July 2025", "2025-07-01", "2025-07-31"),
                    number="3.2",
                    status=AMBER,
                    outcome="Managers say that they know the children",
                ),
                Action(
                    "Show every manager, each Monday, a single page with the children who have not been seen, visits "
                    "that are late and plans older than six months. Nobody should have to ask for it, and nobody "
                    "should have to open a spreadsheet. Heads of service will ring the managers whose pages have not "
                    "changed for three weeks running.\n"
                    "The page was tried in South Bank. Late visits fell by half in six weeks, mostly because the list "
                    "turned out to hold children who had moved away, and whose cases could be closed or handed on.",
                    team("Performance and Data Team"),
                    within("May 2025", "2025-05-01", "2025-05-31"),
                    number="3.3",
                    status=GREEN,
                    outcome="Late visits below two per cent",
                ),
            ),
            number="3",
        ),
        Recommendation(
            "Help for young people who leave care, in particular those who live outside the borough.",
            (
                Action(
                    "Visit each of the 31 care leavers who live more than twenty miles away, wherever they are, and "
                    "ask what they would change.",
                    officer("Head of Corporate Parenting"),
                    within("August 2025", "2025-08-01", "2025-08-31"),
                    number="4.1",
                    status=AMBER,
                    outcome="All 31 visited",
                ),
                Action(
                    "Renew the local offer: council tax relief wherever they live, driving lessons, a guarantor for "
                    "rent and a person to ring on a Sunday.",
                    officer("Head of Corporate Parenting"),
                    by("By September 2025", "2025-09-30"),
                    number="4.2",
                    status=RED,
                    outcome="Care leavers rate the offer four out of five",
                ),
            ),
            number="4",
        ),
    ),
    after=(
        Decoy(
            "Glossary",
            (
                ("Term", "Meaning"),
                ("Front door", "The service that first hears of a worry about a child"),
                ("Threshold", "How serious a worry must be for a service to step in"),
            ),
        ),
    ),
)
