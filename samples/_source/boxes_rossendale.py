"""A web page with a frame around each recommendation: a table of one cell with labelled lines in it."""

FILE = "boxes_rossendale.html"

TEXT = """\
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Planning service review: action plan - Rossendale Borough Council</title></head>
<body>
<main>
<h1>Planning service review: action plan</h1>
<p>Rossendale Borough Council asked its neighbours to look at the planning service in the autumn of 2025.</p>
<table><tr><td>
<p><b>Recommendation 1: Answer the telephone.</b></p>
<p><b>Action:</b> Two planners will be on the telephone every morning, taken in turn.</p>
<p><b>Lead:</b> Planning Manager</p>
<p><b>Timescale:</b> From 2 March 2026</p>
</td></tr></table>
<table><tr><td>
<p><b>Recommendation 2: Stop asking for plans that nobody looks at.</b></p>
<p><b>Action:</b> The list of what must come with an application will be cut to one page. Agents will be asked what to
leave out.</p>
<p><b>Lead:</b> Head of Place / Planning Manager</p>
<p><b>Timescale:</b> Q2 2026/27</p>
</td></tr></table>
<table><tr><td>
<p><b>Recommendation 3: Learn from the appeals you lose.</b></p>
<p><b>Action:</b> Every lost appeal is talked through with the committee.</p>
<p><b>Lead:</b> Monitoring Officer</p>
<p><b>Timescale:</b> Quarterly</p>
</td></tr></table>
</main>
</body>
</html>
"""


def render() -> bytes:
    return TEXT.encode()
