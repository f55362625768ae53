"""A post-inspection plan as a landscape PDF: theme bands, a recommendation cell across several actions, RAG words.

The header stands on the first page alone, and merged cells run over the page's end.
"""

from docx.table import Table

from _source import word

FILE = "landscape_torfaen.pdf"

TITLE = "Post-inspection action plan: local government education services"

INTRODUCTION = (
    "Estyn inspected local government education services in Torfaen County Borough Council in February 2024. The "
    "report asks for three things. Officers, headteachers and governors wrote this plan together; the Education "
    "Service Improvement Board follows it up each month."
)

HEADER = ["Recommendation", "Ref", "Action", "Lead", "Timescale", "Success measure", "RAG"]
WIDTHS_CM = [4.5, 1.2, 8.0, 3.6, 3.0, 3.6, 2.2]
BAND_COLOUR = "BDD6EE"
RAG_COLOURS = {"Red": "FF0000", "Amber": "FFC000", "Green": "92D050", "Complete": "8DB3E2"}

# A theme, its recommendations, and the rows of each: ref, action, lead, timescale, success measure, RAG.
THEMES = [
    (
        "Leadership and evaluation",
        [
            (
                "R1 Sharpen self-evaluation so that leaders at every level know what difference their work makes to "
                "pupils.",
                [
                    [
                        "1.1",
                        "Agree one cycle of self-evaluation for all education teams, with set points at which "
                        "evidence is gathered, discussed and written up.",
                        "Director of Education",
                        "May 2024",
                        "All teams follow the cycle",
                        "Green",
                    ],
                    [
                        "1.2",
                        "Train team leaders in weighing evidence:\n"
                        "- what pupils say\n- what visits to lessons show\n- what the figures can and cannot tell.",
                        "Head of Service, School Improvement",
                        "September 2024 to July 2025",
                        "Nine in ten leaders say the training changed what they do",
                        "Amber",
                    ],
                    [
                        "1.3",
                        "Bring a short evaluation report to scrutiny, written so that members can see strengths and "
                        "shortcomings without a glossary.",
                        "Director of Education",
                        "Every six months",
                        "Members' feedback",
                        "Amber",
                    ],
                ],
            ),
        ],
    ),
    (
        "Teaching and learning",
        [
            (
                "R2 Improve the teaching of reading and number in the secondary schools that cause concern.",
                [
                    [
                        "2.1",
                        "Place an experienced leader in each of the three schools for two days a week, working beside "
                        "heads of department on planning, on the use of assessment and on marking that pupils act "
                        "upon.",
                        "Principal Challenge Adviser",
                        "From April 2024",
                        "Progress by the second visit judged at least adequate",
                        "Green",
                    ],
                    [
                        "2.2",
                        "Set up a reading programme for pupils in Years 7 and 8 whose reading age is two years or more "
                        "behind. Groups are kept small and taught by people trained for it; families get books to keep "
                        "and a course in the evenings, with a crèche, in English and in Welsh.",
                        "Literacy Lead / Principal Challenge Adviser",
                        "By December 2024",
                        "Average gain of twelve months in reading age",
                        "Amber",
                    ],
                    [
                        "2.3",
                        "Review the use of supply teachers in mathematics and try a shared pool of permanent staff "
                        "between neighbouring schools.",
                        "HR Business Partner",
                        "circa June 2025",
                        "Fewer lessons without a specialist",
                        "Red",
                    ],
                    [
                        "2.4",
                        "Publish a directory of practice worth seeing.",
                        "School Improvement Team",
                        "Completed March 2024",
                        "Visits between schools",
                        "Complete",
                    ],
                ],
            ),
        ],
    ),
    (
        "Wellbeing and attendance",
        [
            (
                "R3 Raise attendance, above all of pupils who are eligible for free school meals.",
                [
                    [
                        "3.1",
                        "Give every school a fortnightly list of pupils whose attendance has begun to slip, and a "
                        "family worker to call on before it turns into persistent absence.",
                        "Head of Inclusion",
                        "Fortnightly",
                        "Persistent absence down by a quarter",
                        "Green",
                    ],
                    [
                        "3.2",
                        "Work with the bus operator on routes that get pupils from the north of the county borough to "
                        "breakfast clubs in time.",
                        "Transport Manager",
                        "Before April 2025",
                        "Breakfast club numbers",
                        "Red",
                    ],
                    [
                        "3.3",
                        "Run a campaign about the first day of absence.\n"
                        "It will be led by pupils, shown at matches and in surgeries, and judged by whether calls to "
                        "schools before nine o'clock go up.",
                        "Communications Team",
                        "Autumn 2024",
                        "Calls before nine o'clock",
                        "Amber",
                    ],
                ],
            ),
        ],
    ),
]


def render() -> bytes:
    document = word.new_document("Cyngor Bwrdeistref Sirol Torfaen County Borough Council", landscape=True, size=11)
    document.add_heading(TITLE, level=1)
    document.add_paragraph(INTRODUCTION)
    table = word.ruled_table(document, HEADER, WIDTHS_CM, repeat_header=False)
    for theme, recommendations in THEMES:
        _add_band(table, theme)
        for text, actions in recommendations:
            _add_recommendation(table, text, actions)
    return word.to_pdf(document)


def _add_band(table: Table, theme: str) -> None:
    cells = word.add_row(table, [f"**{theme}**", *[""] * (len(HEADER) - 1)]).cells
    band = cells[0].merge(cells[-1])
    word.shade(band, BAND_COLOUR)


def _add_recommendation(table: Table, text: str, actions: list[list[str]]) -> None:
    rows = [word.add_row(table, ["", *action]) for action in actions]
    word.write(rows[0].cells[0].merge(rows[-1].cells[0]), text)
    for row in rows:
        word.shade(row.cells[-1], RAG_COLOURS[row.cells[-1].text])
