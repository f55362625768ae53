"""A web page: an audit's proposals as headings, a small table under each, owners spanning rows, a list in a cell."""

FILE = "web_page_newport.html"

TEXT = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Response to Audit Wales: assets review | Newport City Council</title>
<style>td { vertical-align: top }</style>
</head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/council">The Council</a></li><li><a href="/a-z">A to Z</a></li></ul>
</nav>
<main>
<h1>Response to Audit Wales: assets review</h1>
<p>Audit Wales reported in <strong>June 2024</strong> on how Newport City Council looks after its land and buildings. \
It made two recommendations. Our answer to each is below.</p>

<h2>R1 Adopt a long-term strategy for all assets</h2>
<table>
<thead><tr><th scope="col">Action</th><th scope="col">Responsible officer</th><th scope="col">Target date</th>\
<th scope="col">Status</th></tr></thead>
<tbody>
<tr><td>Write the strategy, covering:
  <ul><li>offices and depots</li><li>schools &amp; libraries</li><li>land let to others:
    <ul><li>farms</li><li>shops</li></ul></li></ul></td>
  <td rowspan="2">Head of Prevention and Inclusion; Head of Infrastructure</td>
  <td>December&nbsp;2024</td><td>In progress</td></tr>
<tr><td><p>Ask residents and tenants what they think of it.</p><p>Answers will be published.</p></td>
  <td>January&nbsp;&ndash;&nbsp;March&nbsp;2025</td><td>Not started</td></tr>
<tr><td>Cabinet to adopt the strategy.</td><td>Strategic Director: Environment and Sustainability</td>
  <td>By the end of June 2025</td><td>Not started</td></tr>
</tbody>
</table>

<h2>R2 Know what condition buildings are in</h2>
<table>
<thead><tr><th scope="col">Action</th><th scope="col">Responsible officer</th><th scope="col">Target date</th>\
<th scope="col">Status</th></tr></thead>
<tbody>
<tr><td>Survey a fifth of the estate every year.</td><td>Property Manager</td><td>Every year from 2025</td>\
<td>In progress</td></tr>
<tr><td>Put the surveys on one system, open to every service.</td><td>Property Manager<br>Digital Services Manager</td>\
<td>Phase 1 &ndash; Oct 2024<br>Phase 2 &ndash; Apr 2025</td><td>Complete</td></tr>
</tbody>
</table>
<p><small>Page last updated 2 September 2024.</small></p>
</main>
<footer><p>Civic Centre, Newport</p></footer>
</body>
</html>
"""


def render() -> bytes:
    return TEXT.encode()
