"""A web page with a table of two columns and no header: what, and by when; themes stand in rows of their own."""

FILE = "without_header_braintree.html"

TEXT = """\
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Digital improvement plan | Braintree District Council</title></head>
<body>
<header><p>Braintree District Council</p></header>
<main>
<h1>Digital improvement plan</h1>
<p>What we will do about the findings of the digital health check of November 2025, and by when.</p>
<table>
<tr><td colspan="2"><b>Online forms</b></td></tr>
<tr><td>Count how many people give up each form half-way, and mend the worst one first</td><td>June 2026</td></tr>
<tr><td>Let people save a form and come back to it</td><td>By 30 November 2026</td></tr>
<tr><td colspan="2"><b>Telephones</b></td></tr>
<tr><td>Replace the switchboard, which no longer has a maker</td><td>2026/27</td></tr>
<tr><td>Listen to ten calls together with those who answered them</td><td>Monthly</td></tr>
<tr><td colspan="2"><b>Skills</b></td></tr>
<tr><td>Teach two people in each team to change their own pages</td><td>TBC</td></tr>
</table>
<h2>Meetings of the digital board</h2>
<table>
<tr><th>Date</th><th>Room</th></tr>
<tr><td>14 April 2026</td><td>Committee Room 1</td></tr>
<tr><td>9 June 2026</td><td>Committee Room 2</td></tr>
</table>
</main>
</body>
</html>
"""


def render() -> bytes:
    return TEXT.encode()
