"""Subheading rows inside a recommendation part its actions into groups."""

from ..content import Action, Column, Plan, Recommendation, between, by, every, named, officer, on, team, within

CULTURE, SKILLS, CONTRACTS = "Working culture", "Skills and capacity", "Contracts and suppliers"
HOMES, STREETS = "Homes", "Streets and travel"

PLAN = Plan(
    name="calderdale",
    council="Calderdale Metropolitan Borough Council",
    gss_code="E08000033",
    title="Peer Challenge 2024: action plan",
    layout="subheading rows",
    review="corporate_peer_challenge",
    styles=("ruled", "serif", "clear-print"),
    intro=(
        "This is what Calderdale Metropolitan Borough Council will do about the recommendations of the Corporate Peer "
        "Challenge that took place in Halifax in September 2024. A progress review is due in the summer of 2025."
    ),
    label="Recommendation {number}: ",
    columns=(
        Column("Recommendation", "recommendation", 4.6),
        Column("Actions", "action", 9.6),
        Column("Officer lead", "owners", 3.6),
        Column("Timescales", "deadlines", 2.8),
        Column("Priority", "extra:Priority", 1.8),
    ),
    recommendations=(
        Recommendation(
            "Turn the vision for 2034 into a change programme with people, money and an end date.",
            (
                Action(
                    "Write down, on a page for each directorate, what will be different in five years. Staff at the "
                    "front line comment before directors do.",
                    officer("Director of Public Services"),
                    by("By January 2025", "2025-01-31"),
                    group=CULTURE,
                    extra=(("Priority", "High"),),
                ),
                Action(
                    "Hold a monthly hour in which anybody can ask the Chief Executive anything, answers given on the "
                    "spot where there is one and within a week where there is not.",
                    officer("Chief Executive"),
                    every("Monthly", "P1M"),
                    group=CULTURE,
                    extra=(("Priority", "Medium"),),
                ),
                Action(
                    "Recruit a programme director and four project managers, from inside if we can. Two of the "
                    "five posts are meant for people who know a service from the inside and have never held the word "
                    "project in a job title:\n"
                    "- adverts without a list of qualifications\n"
                    "- a day's trial in place of an interview\n"
                    "- training paid for, and their old job kept open for two years.",
                    officer("Assistant Director, Human Resources"),
                    within("March 2025", "2025-03-01", "2025-03-31"),
                    group=SKILLS,
                    extra=(("Priority", "High"),),
                ),
                Action(
                    "Teach forty managers to read a budget.",
                    officer("Head of Finance"),
                    between("April - July 2025", "2025-04-01", "2025-07-31"),
                    group=SKILLS,
                    extra=(("Priority", "Low"),),
                ),
                Action(
                    "List the two hundred largest contracts by the date on which they end, and begin work on each at "
                    "least eighteen months before. Half of those that ended last year were extended because nobody "
                    "had looked in time; on our reckoning that cost the borough £1.3 million.",
                    officer("Procurement Manager"),
                    on("28 February 2025", "2025-02-28"),
                    group=CONTRACTS,
                    extra=(("Priority", "High"),),
                ),
            ),
            number="1",
        ),
        Recommendation(
            "Say what kind of place the towns of the upper valley should be after the floods.",
            (
                Action(
                    "Finish the property flood resilience scheme in Mytholmroyd and Todmorden, and knock on the doors "
                    "of the 212 households that were offered it and did not answer. Some had moved, some thought that "
                    "it was a sales call and some do not open the door to the Council at all; for these, a neighbour "
                    "who has had the work done goes along. Flood gates are fitted by local firms wherever one can be "
                    "found.",
                    officer("Flood Risk Manager"),
                    by("By October 2025", "2025-10-31"),
                    group=HOMES,
                    extra=(("Priority", "High"),),
                ),
                Action(
                    "Ask for powers to stop holiday lets in streets where more than one house in six is one.",
                    officer("Assistant Director, Housing") + named("Cabinet Member"),
                    within("Spring 2026", "2026-03-01", "2026-05-31"),
                    group=HOMES,
                    extra=(("Priority", "Medium"),),
                ),
                Action(
                    "Make the towpath between Hebden Bridge and Sowerby Bridge wide and dry enough for a wheelchair "
                    "and a bicycle to pass.\n"
                    "Put lamps along the first mile, low and warm so that bats are left in peace.",
                    team("Active Travel Team"),
                    between("2025 to 2027", "2025-01-01", "2027-12-31"),
                    group=STREETS,
                    extra=(("Priority", "Medium"),),
                ),
                Action(
                    "Keep the evening bus to Heptonstall running.",
                    team("Active Travel Team"),
                    within("Q1 2025/26", "2025-04-01", "2025-06-30"),
                    group=STREETS,
                    extra=(("Priority", "High"),),
                ),
            ),
            number="2",
        ),
    ),
)
