"""A climate plan as CSV: no recommendations, actions grouped by a theme column, cells over several lines."""

from _source.text import delimited

FILE = "climate_plan_stirling.csv"

ROWS = (
    ("Stirling Council: Climate and Nature Emergency Action Plan 2024", "", "", "", "", "", "", "", ""),
    ("", "", "", "", "", "", "", "", ""),
    (
        "Theme",
        "Ref",
        "Action",
        "Lead Officer",
        "Lead Member",
        "Timescale",
        "Measure of Success",
        "Resources",
        "RAG Status",
    ),
    (
        "Buildings and energy",
        "BE1",
        "Survey the fifty council buildings that use most energy and publish a ranked list of what to do in each:\n"
        "• fabric first – roofs, walls, windows\n"
        "• heating plant and controls\n"
        "• solar panels, with or without storage",
        "Energy Manager",
        "Convener of the Environment and Housing Committee",
        "2024/25",
        "Surveys published for 50 buildings",
        "£120,000 from the Climate Fund",
        "Amber",
    ),
    (
        "Buildings and energy",
        "BE2",
        "Bring every council house up to the energy efficiency standard for social housing.\n\n"
        "Tenants in hard-to-heat cottages come first.",
        "Head of Housing; Energy Manager",
        "Convener of the Environment and Housing Committee",
        "Ongoing to March 2030",
        "Share of homes at the standard",
        "Housing Revenue Account",
        "Green",
    ),
    (
        "Buildings and energy",
        "BE3",
        "Connect the leisure campus and two schools to the district heat network at Forthside.",
        "Senior Manager, Infrastructure",
        "Convener of the Finance and Economy Committee",
        "2025 - 2027",
        "Tonnes of carbon saved each year",
        "To be confirmed",
        "Red",
    ),
    (
        "Transport",
        "TR1",
        "Replace the remaining diesel vans in the roads and waste fleets as their leases end.",
        "Fleet Manager",
        "Convener of the Environment and Housing Committee",
        "From April 2025",
        "Share of the fleet that is electric",
        "Existing fleet budget",
        "Amber",
    ),
    (
        "Transport",
        "TR2",
        "Finish the walk, cycle and wheel route between the city centre, the university and Bridge of Allan, and "
        "count who uses it.",
        "Senior Manager, Infrastructure",
        "Convener of the Environment and Housing Committee",
        "Spring 2025",
        "Daily users",
        "Active travel grant",
        "Green",
    ),
    (
        "Transport",
        "TR3",
        "Put charging points in every town and village with more than 500 people.",
        "Fleet Manager",
        "Convener of the Finance and Economy Committee",
        "H2 2025/26",
        "Number of points in use",
        "Regional partnership, 50% match",
        "Amber",
    ),
    (
        "Land and nature",
        "LN1",
        "Plant a tree for each child who starts primary school, on land within walking distance of the school.",
        "Land Services Manager",
        "Convener of the Children and Young People Committee",
        "Every autumn",
        "Trees alive after three years",
        "Volunteers; nursery stock at cost",
        "Green",
    ),
    (
        "Land and nature",
        "LN2",
        "Restore peat on council land in the Carse, beginning with the former landfill margins.\n"
        "A carbon baseline will be taken before work starts.",
        "Land Services Manager",
        "Convener of the Environment and Housing Committee",
        "Medium term",
        "Hectares restored",
        "Peatland grant",
        "Not started",
    ),
    (
        "Adaptation",
        "AD1",
        "Write a heat and flood plan for each care home together with its manager and families.",
        "Chief Officer, Health and Social Care",
        "Convener of the Community Planning Board",
        "31.12.24",
        "Plans in place for all homes",
        "Officer time",
        "Complete",
    ),
)


def render() -> bytes:
    return delimited(ROWS).encode()
